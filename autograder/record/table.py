"""grades.csv for a spreadsheet, and the summary for the terminal."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

from rich.markup import escape
from rich.table import Table

from autograder.course import Course
from autograder.result import Outcome, Result, Status, total, visible

TEXTS = {
    "ko": {"student": "학생", "total": "합계", "missing": "미제출", "unreadable": "읽을 수 없음"},
    "en": {
        "student": "student",
        "total": "total",
        "missing": "missing",
        "unreadable": "unreadable",
    },
}


def grades_csv(course: Course, results: Sequence[Result], names: dict[str, str]) -> bytes:
    """One row per student, one column per assignment, the total; missing is empty, not zero.

    UTF-8 with a byte order mark, so that Excel shows Hangul; a cell that a spreadsheet would take
    for a formula gets an apostrophe in front.
    """
    slugs = slugs_of(course, results)
    table = [["student", "name", *slugs, "total", "max_total"]]
    for student, row in rows_of(results).items():
        scores = [_score(row.get(slug)) for slug in slugs]
        table.append([student, names.get(student, ""), *scores, *totals(row)])
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


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula, and no terminal for a command.

    A lone hyphen is no formula: it is Moodle's sign for no grade.
    """
    shown = visible(text)
    start = unicodedata.normalize("NFKC", shown).lstrip(" \N{REPLACEMENT CHARACTER}")
    formula = start.startswith(("=", "+", "-", "@")) and shown != "-"
    return f"'{shown}" if formula else shown


def summary(course: Course, results: Sequence[Result], language: str) -> Table:
    """The class at a glance."""
    texts = TEXTS[language]
    slugs = slugs_of(course, results)
    table = Table(header_style="bold")
    table.add_column(texts["student"], overflow="fold")
    for slug in slugs:
        table.add_column(slug.split("_")[0], justify="right")
    table.add_column(texts["total"], justify="right", style="bold")
    for student, row in rows_of(results).items():
        points, most = totals(row)
        cells = [_cell(row.get(slug), texts) for slug in slugs]
        table.add_row(escape(visible(student)), *cells, f"{points}/{most}")
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


def _score(result: Result | None) -> str:
    return "" if result is None or result.status is Status.MISSING else f"{result.score:g}"


def _cell(result: Result | None, texts: dict[str, str]) -> str:
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
    return f"{result.score:g}/{result.max_score:g}{marks}"
