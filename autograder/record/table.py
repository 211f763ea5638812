"""grades.csv for a spreadsheet, and the summary for the terminal."""

import csv
import io
import unicodedata
from collections.abc import Sequence

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
    slugs = _slugs(course, results)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(["student", "name", *slugs, "total", "max_total"])
    for student, row in _rows(results).items():
        scores = [_score(row.get(slug)) for slug in slugs]
        points = total([r.score for r in row.values()])
        most = total([r.max_score for r in row.values()])
        writer.writerow(
            [neutral(student), neutral(names.get(student, "")), *scores, f"{points:g}", f"{most:g}"]
        )
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8")


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula, and no terminal for a command."""
    shown = visible(text)
    start = unicodedata.normalize("NFKC", shown).lstrip(" \N{REPLACEMENT CHARACTER}")
    return f"'{shown}" if start.startswith(("=", "+", "-", "@")) else shown


def summary(course: Course, results: Sequence[Result], language: str) -> Table:
    """The class at a glance."""
    texts = TEXTS[language]
    slugs = _slugs(course, results)
    table = Table(header_style="bold")
    table.add_column(texts["student"], overflow="fold")
    for slug in slugs:
        table.add_column(slug.split("_")[0], justify="right")
    table.add_column(texts["total"], justify="right", style="bold")
    for student, row in _rows(results).items():
        points, most = (
            total([r.score for r in row.values()]),
            total([r.max_score for r in row.values()]),
        )
        cells = [_cell(row.get(slug), texts) for slug in slugs]
        table.add_row(escape(visible(student)), *cells, f"{points:g}/{most:g}")
    return table


def _slugs(course: Course, results: Sequence[Result]) -> list[str]:
    present = {result.assignment for result in results}
    return [slug for slug in course.slugs if slug in present]


def _rows(results: Sequence[Result]) -> dict[str, dict[str, Result]]:
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
