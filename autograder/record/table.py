"""grades.csv for a spreadsheet, and the summary for the terminal."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from rich.markup import escape
from rich.table import Table

from autograder.course import Course
from autograder.late import Late
from autograder.record.results import Key
from autograder.result import Outcome, Result, Status, less, total, visible

TEXTS = {
    "ko": {"student": "학생", "total": "합계", "missing": "미제출", "unreadable": "읽을 수 없음"},
    "en": {
        "student": "student",
        "total": "total",
        "missing": "missing",
        "unreadable": "unreadable",
    },
}


NONE = Late()
NO_FORMULA = re.compile(r"-|-?[0-9]+(\.[0-9]+)?")


def grades_csv(
    course: Course,
    results: Sequence[Result],
    names: dict[str, str],
    late: Mapping[Key, Late] = {},
) -> bytes:
    """One row per student, one column per assignment, the total; missing is empty, not zero.

    In a course that has a late policy the raw mark is followed by what lateness takes from it and by
    the mark after that. UTF-8 with a byte order mark, so that Excel shows Hangul; a cell that a
    spreadsheet would take for a formula gets an apostrophe in front.
    """
    slugs = slugs_of(course, results)
    after = [""] if course.late is None else ["", "_late", "_after"]
    columns = [f"{slug}{what}" for slug in [*slugs, "total"] for what in after]
    table = [["student", "name", *columns, "max_total"]]
    for student, row in rows_of(results).items():
        marks = [_marks([row[slug]] if slug in row else [], late) for slug in slugs]
        marks.append(_marks(row.values(), late, none="0"))
        cells = [mark for three in marks for mark in three[: len(after)]]
        table.append([student, names.get(student, ""), *cells, totals(row)[1]])
    return as_csv(table)


def totals(row: dict[str, Result]) -> list[str]:
    """What a student has in all, and could have."""
    results = row.values()
    sums = total([r.score for r in results]), total([r.max_score for r in results])
    return [f"{points:g}" for points in sums]


def as_csv(table: Iterable[Sequence[str]]) -> bytes:
    """A table as a file that spreadsheets and LMSs open without asking, and without harm."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([neutral(cell) for cell in row] for row in table)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8")


def _marks(
    results: Iterable[Result], late: Mapping[Key, Late], none: str = ""
) -> tuple[str, str, str]:
    """The raw mark of what was handed in, what lateness takes, and what is left of it."""
    there = [result for result in results if result.status is not Status.MISSING]
    if not there:
        return none, none, none
    points = total([result.score for result in there])
    lost = total([late.get(result.key, NONE).deduction for result in there])
    return f"{points:g}", f"{0 - lost:g}", f"{total([points, -lost]):g}"


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula, and no terminal for a command.

    A number is none, and neither is a lone hyphen: it is Moodle's sign for no grade.
    """
    shown = visible(text)
    start = unicodedata.normalize("NFKC", shown).lstrip(" \N{REPLACEMENT CHARACTER}")
    formula = start.startswith(("=", "+", "-", "@")) and not NO_FORMULA.fullmatch(shown)
    return f"'{shown}" if formula else shown


def summary(
    course: Course, results: Sequence[Result], language: str, late: Mapping[Key, Late] = {}
) -> Table:
    """The class at a glance: "8/10", or "8−1=7/10" where lateness cost a point."""
    texts = TEXTS[language]
    slugs = slugs_of(course, results)
    table = Table(header_style="bold")
    table.add_column(texts["student"], overflow="fold")
    for slug in slugs:
        table.add_column(slug.split("_")[0], justify="right")
    table.add_column(texts["total"], justify="right", style="bold")
    for student, row in rows_of(results).items():
        points, most = (float(sum_) for sum_ in totals(row))
        lost = total([late.get(r.key, NONE).deduction for r in row.values()])
        cells = [_cell(row.get(slug), texts, late) for slug in slugs]
        table.add_row(escape(visible(student)), *cells, f"{less(points, lost)}/{most:g}")
    return table


def slugs_of(course: Course, results: Sequence[Result]) -> list[str]:
    """The assignments that there are results of, in the course's order."""
    present = {result.assignment for result in results}
    return [slug for slug in course.slugs if slug in present]


def rows_of(results: Sequence[Result]) -> dict[str, dict[str, Result]]:
    """For each student the results, by assignment."""
    rows: dict[str, dict[str, Result]] = {}
    for result in results:
        rows.setdefault(result.student, {})[result.assignment] = result
    return rows


def _cell(result: Result | None, texts: dict[str, str], late: Mapping[Key, Late]) -> str:
    if result is None:
        return ""
    if result.status is Status.MISSING:
        return f"[dim]{texts['missing']}[/]"
    if result.status is Status.UNREADABLE:
        return f"[red]{texts['unreadable']}[/]"
    marks = "".join(
        mark
        for outcome, mark in ((Outcome.TIMEOUT, "⧖"), (Outcome.CRASHED, "✗"), (Outcome.ERROR, "‼"))
        if any(item.outcome is outcome for item in result.items)
    )
    lost = late.get(result.key, NONE).deduction
    return f"{less(result.score, lost)}/{result.max_score:g}{marks}"
