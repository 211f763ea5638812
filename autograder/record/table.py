"""grades.csv for a spreadsheet, and the summary for the terminal."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from rich.markup import escape
from rich.table import Table

from autograder.course import Course
from autograder.late import Late
from autograder.record.results import Key
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


NONE = Late()


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
    slugs = _slugs(course, results)
    after = [""] if course.late is None else ["", "_late", "_after"]
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    columns = [f"{slug}{what}" for slug in [*slugs, "total"] for what in after]
    writer.writerow(["student", "name", *columns, "max_total"])
    for student, row in _rows(results).items():
        marks = [_marks([row[slug]] if slug in row else [], late) for slug in slugs]
        marks.append(_marks(row.values(), late, none="0"))
        most = total([r.max_score for r in row.values()])
        cells = [mark for three in marks for mark in three[: len(after)]]
        writer.writerow([neutral(student), neutral(names.get(student, "")), *cells, f"{most:g}"])
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
    """Text that no spreadsheet takes for a formula, and no terminal for a command."""
    shown = visible(text)
    start = unicodedata.normalize("NFKC", shown).lstrip(" \N{REPLACEMENT CHARACTER}")
    return f"'{shown}" if start.startswith(("=", "+", "-", "@")) else shown


def summary(
    course: Course, results: Sequence[Result], language: str, late: Mapping[Key, Late] = {}
) -> Table:
    """The class at a glance: "8/10", or "8−1=7/10" where lateness cost a point."""
    texts = TEXTS[language]
    slugs = _slugs(course, results)
    table = Table(header_style="bold")
    table.add_column(texts["student"], overflow="fold")
    for slug in slugs:
        table.add_column(slug.split("_")[0], justify="right")
    table.add_column(texts["total"], justify="right", style="bold")
    for student, row in _rows(results).items():
        points, lost, most = (
            total([r.score for r in row.values()]),
            total([late.get(r.key, NONE).deduction for r in row.values()]),
            total([r.max_score for r in row.values()]),
        )
        cells = [_cell(row.get(slug), texts, late) for slug in slugs]
        table.add_row(escape(visible(student)), *cells, f"{_less(points, lost)}/{most:g}")
    return table


def _slugs(course: Course, results: Sequence[Result]) -> list[str]:
    present = {result.assignment for result in results}
    return [slug for slug in course.slugs if slug in present]


def _rows(results: Sequence[Result]) -> dict[str, dict[str, Result]]:
    rows: dict[str, dict[str, Result]] = {}
    for result in results:
        rows.setdefault(result.student, {})[result.assignment] = result
    return rows


def _less(points: float, lost: float) -> str:
    return f"{points:g}−{lost:g}={total([points, -lost]):g}" if lost else f"{points:g}"


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
    return f"{_less(result.score, lost)}/{result.max_score:g}{marks}"
