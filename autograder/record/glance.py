"""The class at a glance, for the terminal: a line for each student, a column for each assignment."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console, ConsoleOptions
from rich.markup import escape
from rich.table import Table
from rich.text import Text as Styled

from autograder.course import Course
from autograder.record.marks import Mark, mark_of
from autograder.record.results import Key
from autograder.record.table import rows_of, slugs_of, totals
from autograder.result import OUTCOMES, SIGNS, Outcome, Result, Status, subtraction, total
from autograder.text import visible

TEXTS = {
    "ko": {
        "student": "학생",
        "total": "합계",
        "missing": "미제출",
        "unreadable": "읽을 수 없음",
    },
    "en": {
        "student": "student",
        "total": "total",
        "missing": "missing",
        "unreadable": "unreadable",
    },
}
NOTED = (Outcome.TIMEOUT, Outcome.CRASHED, Outcome.ERROR)  # by a sign, behind the mark

BORDER = 3  # that a column takes besides its text: a line, and a space on each side


class Summary:
    """Columns beside the students, in as many tables one below the other as the screen asks for."""

    def __init__(
        self, names: Sequence[str], columns: Sequence[Sequence[str]], caption: str
    ) -> None:
        self._names = names  # the head of the column, then the students
        self._columns = columns  # likewise; the last is the total
        self._caption = caption

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Table]:
        """What the console prints: as wide as it is."""
        whole = options.max_width
        names = min(_width(self._names), whole // 3)
        blocks = self._blocks(whole - names - BORDER - 1)
        for block in blocks:
            yield self._table(block, self._caption if block is blocks[-1] else "")

    def _blocks(self, room: int) -> list[list[Sequence[str]]]:
        """The columns by the table that has room for them."""
        blocks: list[list[Sequence[str]]] = [[]]
        left = room
        for column in self._columns:
            width = _width(column) + BORDER
            if width > left and blocks[-1]:
                blocks.append([])
                left = room
            blocks[-1].append(column)
            left -= width
        return blocks

    def _table(self, columns: Sequence[Sequence[str]], caption: str) -> Table:
        table = Table(header_style="bold", caption=caption or None, caption_justify="left")
        head, *names = self._names
        table.add_column(head, overflow="fold")
        for column in columns:
            last = column is self._columns[-1]
            table.add_column(column[0], justify="right", style="bold" if last else "")
        for line, name in enumerate(names, start=1):
            table.add_row(name, *(column[line] for column in columns))
        return table


def _width(cells: Iterable[str]) -> int:
    return max(Styled.from_markup(cell).cell_len for cell in cells)


def summary(
    course: Course, results: Sequence[Result], language: str, marks: Mapping[Key, Mark] = {}
) -> Summary:
    """The class at a glance: "8/10", "8−1=7/10" where lateness cost a point.

    Where an instructor changed a mark "6→8.5/10", and with both "6→8.5−1=7.5/10".
    """
    texts, rows = TEXTS[language], rows_of(results)
    columns = [
        [slug.split("_")[0], *(_cell(row.get(slug), texts, marks) for row in rows.values())]
        for slug in slugs_of(course, results)
    ]
    columns.append([texts["total"], *(_sum(row, marks) for row in rows.values())])
    names = [texts["student"], *(escape(visible(student)) for student in rows)]
    return Summary(names, columns, legend(results, language))


def _sum(row: dict[str, Result], marks: Mapping[Key, Mark]) -> str:
    return f"{_worked([mark_of(result, marks) for result in row.values()])}/{totals(row)[1]}"


def _worked(marks: Iterable[Mark]) -> str:
    """How marks come to what they are, in all."""
    raw, by_hand, lost = (
        total(list(points))
        for points in zip(*((m.raw, m.by_hand, m.late.deduction) for m in marks), strict=True)
    )
    changed = f"{raw:g}→" if by_hand != raw else ""
    return f"{changed}{subtraction(by_hand, lost)}"


def _cell(result: Result | None, texts: dict[str, str], marks: Mapping[Key, Mark]) -> str:
    if result is None:
        return ""
    if result.status is Status.MISSING:
        return f"[dim]{texts['missing']}[/]"
    mark = mark_of(result, marks)
    figures = f"{_worked([mark])}/{result.max_score:g}"
    if result.status is Status.UNREADABLE:
        return f"[red]{texts['unreadable']}[/]{f' {figures}' if mark.added else ''}"
    return figures + "".join(SIGNS[outcome] for outcome in _noted([result]))


def legend(results: Iterable[Result], language: str) -> str:
    """What the signs mean that stand in a table of these results."""
    return " · ".join(
        f"{SIGNS[outcome]} {OUTCOMES[outcome].in_language(language)}" for outcome in _noted(results)
    )


def _noted(results: Iterable[Result]) -> list[Outcome]:
    """The outcomes among them that are worth a sign."""
    found = {item.outcome for result in results for item in result.items}
    return [outcome for outcome in NOTED if outcome in found]
