"""Marks out: tables that an LMS or a spreadsheet takes as they are, by assignment and by item.

Missing is not zero: Moodle is told that there is no grade ("-"), the others find an empty cell. What
lateness costs is taken off an assignment's mark; items keep their points.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from autograder.course import Course
from autograder.errors import KitError
from autograder.late import Late
from autograder.record.results import Key
from autograder.record.table import as_csv, rows_of, slugs_of, totals
from autograder.result import Result, Status, total

Row = dict[str, Result]


class Column(NamedTuple):
    """An assignment or an item of one: what it is called, and what it is worth."""

    slug: str
    item: str | None
    most: float

    @property
    def title(self) -> str:
        """a01_sigmoid, or a01_sigmoid sig.values"""
        return self.slug if self.item is None else f"{self.slug} {self.item}"

    def mark(self, row: Row, missing: str, late: Mapping[Key, Late]) -> str:
        """A student's mark; `missing` where nothing was handed in."""
        result = row.get(self.slug)
        if result is None or result.status is Status.MISSING:
            return missing
        if self.item is None:
            return f"{_after(result, late):g}"
        return f"{total([item.points for item in result.items if item.id == self.item]):g}"


def sheets(
    course: Course, results: Sequence[Result], lms: str, late: Mapping[Key, Late] = {}
) -> dict[str, bytes]:
    """The files for an LMS, by name: one with the assignments, one with their items."""
    parts = {f"{lms}.csv": _assignments, f"{lms}-items.csv": _items}
    rows = rows_of(results)
    return {
        name: as_csv(TABLES[lms](course, rows, list(columns(course, results)), late))
        for name, columns in parts.items()
    }


def require_table(lms: str) -> None:
    """Raise a KitError where there is no table for `lms`."""
    if lms not in TABLES:
        raise KitError(f"There is no export for {lms!r}.", f"One of: {', '.join(TABLES)}.")


def _assignments(course: Course, results: Sequence[Result]) -> Iterable[Column]:
    for slug in slugs_of(course, results):
        yield Column(slug, None, max(r.max_score for r in results if r.assignment == slug))


def _items(course: Course, results: Sequence[Result]) -> Iterable[Column]:
    """The items of each assignment, in the grader's order; none where nothing was graded."""
    for slug in slugs_of(course, results):
        graded = (item for r in results if r.assignment == slug for item in r.items)
        for name, most in {item.id: item.max_points for item in graded}.items():
            yield Column(slug, name, most)


def left_out(course: Course, results: Sequence[Result], lms: str) -> list[str]:
    """Whom Moodle must not be told of: those without an e-mail, where the others are known by theirs.

    Moodle gives a row without an identifier to the student of the row before it.
    """
    students = dict.fromkeys(result.student for result in results)
    without = [student for student in students if not _of(course, student, "email")[0]]
    return without if lms == "moodle" and len(without) < len(students) else []


def _moodle(
    course: Course, rows: dict[str, Row], columns: Sequence[Column], late: Mapping[Key, Late]
) -> list[list[str]]:
    """Grades → Import → CSV file: map from the first column. A user it does not know ends the import."""
    known = {student: _of(course, student, "email", "name") for student in rows}
    by_email = any(email for email, _ in known.values())
    head = ["Email address"] if by_email else []
    table = [[*head, "ID number", "Name", *(column.title for column in columns)]]
    for student, (email, name) in known.items():
        marks = [column.mark(rows[student], "-", late) for column in columns]
        if email or not by_email:
            table.append([*([email] if by_email else []), student, name, *marks])
    return table


def _canvas(
    course: Course, rows: dict[str, Row], columns: Sequence[Column], late: Mapping[Key, Late]
) -> list[list[str]]:
    """Gradebook → Import: Canvas finds a student by its own number, by SIS id, by login, by name.

    Who is not on the roster is known by the number that Canvas gave.
    """
    titles = [column.title for column in columns]
    most = [f"{column.most:g}" for column in columns]
    table = [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *titles],
        ["    Points Possible", "", "", "", "", *most],
    ]
    for student, row in rows.items():
        name, email = _of(course, student, "name", "email")
        numbers = ["", student] if student in course.people else [student, ""]
        marks = [column.mark(row, "", late) for column in columns]
        table.append([name or student, *numbers, email, "", *marks])
    return table


def _excel(
    course: Course, rows: dict[str, Row], columns: Sequence[Column], late: Mapping[Key, Late]
) -> list[list[str]]:
    titles = [column.title for column in columns]
    table = [["id", "name", "email", *titles, "total", "max_total"]]
    for student, row in rows.items():
        marks = [column.mark(row, "", late) for column in columns]
        table.append([student, *_of(course, student, "name", "email"), *marks, *_totals(row, late)])
    return table


def _after(result: Result, late: Mapping[Key, Late]) -> float:
    return total([result.score, -late[result.key].deduction if result.key in late else 0])


def _totals(row: Row, late: Mapping[Key, Late]) -> list[str]:
    """What a student has in all, and could have."""
    return [f"{total([_after(result, late) for result in row.values()]):g}", totals(row)[1]]


def _of(course: Course, student: str, *fields: str) -> list[str]:
    """What the roster says of someone; empty where it says nothing."""
    person = course.people.get(student, {})
    return [person.get(field, "") for field in fields]


TABLES = {"moodle": _moodle, "canvas": _canvas, "excel": _excel}
