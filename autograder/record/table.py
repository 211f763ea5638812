"""grades.csv: the class as a spreadsheet has it."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from autograder.course import Course
from autograder.record.marks import Mark, mark_of
from autograder.record.results import Key
from autograder.result import Result, Status, total
from autograder.text import visible

NO_FORMULA = re.compile(r"-|-?[0-9]+(\.[0-9]+)?")
RAW, BY_HAND, LATE, AFTER = "", "_by_hand", "_late", "_after"


def grades_csv(
    course: Course,
    results: Sequence[Result],
    names: dict[str, str],
    marks: Mapping[Key, Mark] = {},
) -> bytes:
    """One row per student, one column per assignment, the total; missing is empty, not zero.

    The raw mark is followed by what an instructor has added by hand, where that has happened in the
    class, by what lateness takes, in a course with a late policy, and by the mark after all that.
    UTF-8 with a byte order mark, so that Excel shows Hangul; a cell that a spreadsheet would take for
    a formula gets an apostrophe in front.
    """
    slugs, parts = slugs_of(course, results), _parts(course, marks)
    columns = [f"{slug}{part}" for slug in [*slugs, "total"] for part in parts]
    table = [["student", "name", *columns, "max_total"]]
    for student, row in rows_of(results).items():
        figures = [_figures([row[slug]] if slug in row else [], marks) for slug in slugs]
        figures.append(_figures(row.values(), marks, none="0"))
        cells = [each[part] for each in figures for part in parts]
        table.append([student, names.get(student, ""), *cells, totals(row)[1]])
    return as_csv(table)


def _parts(course: Course, marks: Mapping[Key, Mark]) -> list[str]:
    """What is told of each mark: nothing that is the same for the whole class."""
    by_hand = [BY_HAND] if any(mark.added for mark in marks.values()) else []
    late = [LATE] if course.late is not None else []
    return [RAW, *by_hand, *late, *([AFTER] if by_hand or late else [])]


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


def _figures(
    results: Iterable[Result], marks: Mapping[Key, Mark], none: str = ""
) -> dict[str, str]:
    """The parts of what was handed in, in all."""
    there = [mark_of(result, marks) for result in results if result.status is not Status.MISSING]
    if not there:
        return dict.fromkeys((RAW, BY_HAND, LATE, AFTER), none)
    sums = {
        RAW: [mark.raw for mark in there],
        BY_HAND: [mark.added for mark in there],
        LATE: [-mark.late.deduction for mark in there],
        AFTER: [mark.after for mark in there],
    }
    return {part: f"{total(points):g}" for part, points in sums.items()}


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula, and no terminal for a command.

    A number is none, and neither is a lone hyphen: it is Moodle's sign for no grade.
    """
    shown = visible(text)
    start = unicodedata.normalize("NFKC", shown).lstrip(" \N{REPLACEMENT CHARACTER}")
    formula = start.startswith(("=", "+", "-", "@")) and not NO_FORMULA.fullmatch(shown)
    return f"'{shown}" if formula else shown


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
