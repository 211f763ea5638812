"""Marks out: tables that an LMS or a spreadsheet takes as they are, by assignment and by item.

Missing is not zero: Moodle is told that there is no grade ("-"), the others find an empty cell. An
assignment's mark is the one that counts: after an instructor's changes, and less what lateness costs.
Items keep their points; what an instructor added to a task by hand stands in a column of its own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from autograder.course import Course
from autograder.errors import KitError
from autograder.record.marks import Mark, mark_of
from autograder.record.results import Key
from autograder.record.table import as_csv, rows_of, slugs_of, totals
from autograder.result import Result, Status, total
from autograder.roster import Row
from autograder.text import Text

Results = dict[str, Result]
"""A student's, by assignment."""


class Column(NamedTuple):
    """What a mark is of: its title, what it is worth, and the points of a result."""

    slug: str
    title: str
    most: float
    points: Callable[[Result, Mark], float]

    def mark(self, row: Results, missing: str, marks: Mapping[Key, Mark]) -> str:
        """A student's mark; `missing` where nothing was handed in."""
        result = row.get(self.slug)
        if result is None or result.status is Status.MISSING:
            return missing
        return f"{self.points(result, mark_of(result, marks)):g}"


def sheets(
    course: Course, results: Sequence[Result], lms: str, marks: Mapping[Key, Mark] = {}
) -> dict[str, bytes]:
    """The files for an LMS, by name: one with the assignments, one with their items."""
    parts = {
        f"{lms}.csv": _assignments(course, results),
        f"{lms}-items.csv": _items(course, results, marks),
    }
    rows = rows_of(results)
    return {
        name: as_csv(TABLES[lms](course, rows, list(columns), marks))
        for name, columns in parts.items()
    }


def require_table(lms: str) -> None:
    """Raise a KitError where there is no table for `lms`."""
    if lms not in TABLES:
        tables = ", ".join(TABLES)
        raise KitError(
            Text(f"{lms!r} 형식으로는 내보낼 수 없습니다.", f"There is no export for {lms!r}."),
            Text(f"다음 중 하나를 쓰세요: {tables}", f"One of: {tables}."),
        )


def _assignments(course: Course, results: Sequence[Result]) -> Iterable[Column]:
    for slug in slugs_of(course, results):
        most = max(r.max_score for r in results if r.assignment == slug)
        yield Column(slug, slug, most, lambda _, mark: mark.after)


def _items(
    course: Course, results: Sequence[Result], marks: Mapping[Key, Mark]
) -> Iterable[Column]:
    """The items of each assignment, in the grader's order, then its tasks that were changed by hand.

    Of an assignment of which nothing was graded there are none.
    """
    for slug in slugs_of(course, results):
        own = [result for result in results if result.assignment == slug]
        graded = (item for result in own for item in result.items)
        for name, most in {item.id: item.max_points for item in graded}.items():
            yield Column(slug, f"{slug} {name}", most, partial(_points_of_item, name))
        changed = (each for result in own for each in mark_of(result, marks).changed if each.added)
        for task in dict.fromkeys(each.task for each in changed):
            yield Column(slug, f"{slug} {task} by hand", 0.0, partial(_added_to_task, task))


def _points_of_item(name: str, result: Result, mark: Mark) -> float:
    return total([item.points for item in result.items if item.id == name])


def _added_to_task(task: str, result: Result, mark: Mark) -> float:
    return total([each.added for each in mark.changed if each.task == task])


def left_out(course: Course, results: Sequence[Result], lms: str) -> list[str]:
    """Whom Moodle must not be told of: those without an e-mail, where the others are known by theirs.

    Moodle gives a row without an identifier to the student of the row before it.
    """
    students = dict.fromkeys(result.student for result in results)
    without = [student for student in students if not _of(course, student, "email")[0]]
    return without if lms == "moodle" and len(without) < len(students) else []


def _moodle(
    course: Course, rows: dict[str, Results], columns: Sequence[Column], marks: Mapping[Key, Mark]
) -> list[list[str]]:
    """Grades → Import → CSV file: map from the first column. A user it does not know ends the import."""
    known = {student: _of(course, student, "email", "id", "name") for student in rows}
    by_email = any(email for email, _, _ in known.values())
    head = ["Email address"] if by_email else []
    table = [[*head, "ID number", "Name", *(column.title for column in columns)]]
    for student, (email, number, name) in known.items():
        cells = [column.mark(rows[student], "-", marks) for column in columns]
        if email or not by_email:
            table.append([*([email] if by_email else []), number, name, *cells])
    return table


def _canvas(
    course: Course, rows: dict[str, Results], columns: Sequence[Column], marks: Mapping[Key, Mark]
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
        person = course.people.get(student)
        numbers = [student, ""] if person is None else ["", person.id]
        cells = [column.mark(row, "", marks) for column in columns]
        table.append([name or student, *numbers, email, "", *cells])
    return table


def _excel(
    course: Course, rows: dict[str, Results], columns: Sequence[Column], marks: Mapping[Key, Mark]
) -> list[list[str]]:
    titles = [column.title for column in columns]
    table = [["id", "name", "email", *titles, "total", "max_total"]]
    for student, row in rows.items():
        cells = [column.mark(row, "", marks) for column in columns]
        whole = _totals(row, marks)
        table.append([*_of(course, student, "id", "name", "email"), *cells, *whole])
    return table


def _totals(row: Results, marks: Mapping[Key, Mark]) -> list[str]:
    """What a student has in all, and could have."""
    have = total([mark_of(result, marks).after for result in row.values()])
    return [f"{have:g}", totals(row)[1]]


def _of(course: Course, student: str, *fields: str) -> list[str]:
    """What the roster says of someone; empty where it says nothing."""
    person = course.people.get(student, Row(student))
    return [getattr(person, field) for field in fields]


TABLES = {"moodle": _moodle, "canvas": _canvas, "excel": _excel}
