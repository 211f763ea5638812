"""Until when students have: the gradebook's due dates and extensions, beside course.toml's dates.

A due date in course.toml counts, and is written to the gradebook; where there is none, the one set in
the formgrader counts. So do a student's extensions there. One that the gradebook alone grants is added
to either due date. What we wrote there is taken back when course.toml has it no more.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import msgspec
import sqlalchemy as sql

from autograder.course import Assignment, Course
from autograder.nbgrading.database import asked
from autograder.nbgrading.settings import is_ours, name_of, read_settings
from autograder.record.results import Key
from autograder.text import Text

K = TypeVar("K")
V = TypeVar("V")
ASSIGNMENT = sql.table(
    "assignment", sql.column("id"), sql.column("name"), sql.column("duedate", sql.DateTime)
)
SUBMISSION = sql.table(
    "submitted_assignment",
    sql.column("assignment_id"),
    sql.column("student_id"),
    sql.column("extension", sql.Interval),
)


class Deadlines(msgspec.Struct, frozen=True):
    """What humans set in the gradebook: due dates by assignment, extensions by student and assignment.

    `our_due` and `our_extensions` are those that we wrote there.
    """

    due: dict[str, datetime] = {}
    extensions: dict[Key, timedelta] = {}
    our_due: dict[str, datetime] = {}
    our_extensions: dict[Key, timedelta] = {}

    def of(self, assignment: Assignment, student: str) -> datetime | None:
        """Until when a student has; None where the assignment is not due at all."""
        slug = assignment.slug
        more = self.extensions.get((student, slug), timedelta())
        return assignment.due_for(student, self.due.get(slug), more)

    def last(self, assignment: Assignment) -> datetime | None:
        """Until when anybody has: solutions stay private as long."""
        granted = {who for who, slug in self.extensions if slug == assignment.slug}
        people = ("", *granted, *assignment.extensions)
        return max(filter(None, (self.of(assignment, who) for who in people)), default=None)

    def lack(self, course: Course, slugs: Iterable[str]) -> dict[str, datetime | None]:
        """The due dates to be written to the gradebook, by assignment.

        They are course.toml's, where the gradebook has another or none. None stands for one of ours
        that course.toml has no more: it is to be taken out.
        """
        wanted = {slug: due for slug in slugs if (due := course[slug].due) is not None}
        gone = {slug for slug in self.our_due if slug in course.slugs and not course[slug].due}
        return {**dict.fromkeys(gone), **_differing(wanted, {**self.due, **self.our_due})}

    def lack_extensions(self, course: Course, papers: Iterable[Key]) -> dict[Key, timedelta | None]:
        """The extensions to be written, for who has handed something in; None likewise."""
        wanted = {
            (student, slug): until - due
            for student, slug in papers
            if student in course[slug].extensions
            and (due := course[slug].due or self.due.get(slug))
            and (until := self.of(course[slug], student))
        }
        gone = {
            (student, slug)
            for student, slug in self.our_extensions
            if slug in course.slugs and student not in course[slug].extensions
        }
        there = {**self.extensions, **self.our_extensions}
        return {**dict.fromkeys(gone), **_differing(wanted, there)}

    def overruled(self, slug: str, due: datetime | None) -> Text | None:
        """What to tell of a human's due date in the gradebook that the course's takes the place of."""
        old = self.due.get(slug)
        if old is None or due is None:
            return None
        was, now = (f"{time.astimezone(due.tzinfo):%Y-%m-%d %H:%M}" for time in (old, due))
        return Text(
            f"{slug}: 성적부의 마감 {was} 대신 course.toml의 마감 {now}을 적용했습니다.",
            f"{slug}: the due date in the gradebook was {was}; course.toml's counts: {now}.",
        )


def read_deadlines(url: sql.URL) -> Deadlines:
    """What the gradebook at `url` says; nothing where there is none yet."""
    due = sql.select(ASSIGNMENT.c.name, ASSIGNMENT.c.duedate).where(
        ASSIGNMENT.c.duedate.is_not(None)
    )
    extensions = (
        sql.select(SUBMISSION.c.student_id, ASSIGNMENT.c.name, SUBMISSION.c.extension)
        .join_from(SUBMISSION, ASSIGNMENT, ASSIGNMENT.c.id == SUBMISSION.c.assignment_id)
        .where(SUBMISSION.c.extension.is_not(None))
    )
    with asked(url, ASSIGNMENT.name, SUBMISSION.name) as connection:
        if connection is None:
            return Deadlines()
        settings = read_settings(connection)
        dates = {slug: time.replace(tzinfo=UTC) for slug, time in connection.execute(due)}
        spans = {(who, slug): more for who, slug, more in connection.execute(extensions)}
    our_due = {slug for slug in dates if is_ours(settings, name_of("due", slug), dates[slug])}
    our_extensions = {
        (who, slug)
        for who, slug in spans
        if is_ours(settings, name_of("extension", slug, who), spans[who, slug])
    }
    return Deadlines(
        _only(dates, dates.keys() - our_due),
        _only(spans, spans.keys() - our_extensions),
        _only(dates, our_due),
        _only(spans, our_extensions),
    )


def _differing(wanted: Mapping[K, V], there: Mapping[K, V]) -> Mapping[K, V]:
    return {key: value for key, value in wanted.items() if there.get(key) != value}


def _only(values: dict[K, V], keys: Collection[K]) -> dict[K, V]:
    return {key: value for key, value in values.items() if key in keys}
