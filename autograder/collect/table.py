"""The table after collecting: who, what, when, late and how many problems, a row for each student."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec
from rich.markup import escape
from rich.table import Table

from autograder.collect import Collection
from autograder.course import Course
from autograder.late import lateness
from autograder.record.deductions import Due
from autograder.text import visible

ROWS = 30  # more do not fit on a screen: then those come first that want to be looked at
TEXTS = {
    "ko": {
        "who": "학생", "what": "과제", "when": "제출", "late": "지각", "problems": "문제",
        "unknown": "시각 모름", "more": "그 밖에 {n}명 (문제 {problems}명, 지각 {late}명)",
    },
    "en": {
        "who": "student", "what": "assignments", "when": "handed in", "late": "late",
        "problems": "problems", "unknown": "not told",
        "more": "and {n} more ({problems} with problems, {late} late)",
    },
}  # fmt: skip


class _Row(msgspec.Struct):
    """A student's row of the table."""

    student: str
    what: list[str] = []
    when: datetime | None = None
    late: list[str] = []
    problems: int = 0

    @property
    def rank(self) -> tuple[bool, bool, str]:
        """What rows are sorted by: first those with problems, then the late ones."""
        return not self.problems, not self.late, self.student


def table_of(course: Course, collection: Collection, due: Due, language: str) -> Table | None:
    """The table; None where there is nobody to tell of.

    Of a large class those with problems and those who were late are shown, the others are counted.
    """
    rows = _rows(course, collection, due)
    if not rows:
        return None
    texts = TEXTS[language]
    shown, hidden = _chosen(rows)
    caption = texts["more"].format(
        n=len(hidden), problems=sum(bool(row.problems) for row in hidden),
        late=sum(bool(row.late) for row in hidden),
    )  # fmt: skip
    table = Table(header_style="bold", caption=caption if hidden else None, caption_justify="left")
    table.add_column(texts["who"], overflow="fold")
    table.add_column(texts["what"], overflow="fold")
    table.add_column(texts["when"], no_wrap=True)
    table.add_column(texts["late"], overflow="fold", style="yellow")
    table.add_column(texts["problems"], justify="right", style="red")
    names = {**collection.names, **course.roster}
    for row in shown:
        table.add_row(*_cells(row, names, texts))
    return table


def _chosen(rows: Sequence[_Row]) -> tuple[list[_Row], list[_Row]]:
    """The rows to show, by student, and those to count: in a large class whoever is as it should be."""
    if len(rows) <= ROWS:
        return list(rows), []
    ranked = sorted(rows, key=lambda row: row.rank)
    shown = [row for row in ranked[:ROWS] if row.problems or row.late]
    return sorted(shown, key=lambda row: row.student), ranked[len(shown) :]


def _cells(row: _Row, names: Mapping[str, str], texts: Mapping[str, str]) -> list[str]:
    who = " ".join(dict.fromkeys([row.student, names.get(row.student) or row.student]))
    when = f"{row.when.astimezone():%m-%d %H:%M}" if row.when else texts["unknown"]
    return [
        escape(visible(who)),
        " ".join(row.what),
        when if row.what else "",
        " ".join(row.late),
        str(row.problems or ""),
    ]


def _rows(course: Course, collection: Collection, due: Due) -> list[_Row]:
    rows: dict[str, _Row] = defaultdict(lambda: _Row(""))
    for entry in collection.taken:
        row = rows[entry.student]
        short = entry.slug.partition("_")[0]
        if short not in row.what:
            row.what.append(short)
        row.when = max(filter(None, (row.when, entry.when)), default=None)
        late = lateness(entry.when, entry.late, due(course[entry.slug], entry.student)).late
        if late and short not in row.late:
            row.late.append(short)
    for student, count in Counter(collection.troubled).items():
        rows[student].problems = count
    return [msgspec.structs.replace(row, student=student) for student, row in sorted(rows.items())]
