"""Until when students have: the gradebook's due dates and extensions, beside course.toml's dates.

A due date in course.toml counts, and is written to the gradebook; where there is none, the one set in
the formgrader counts. So do a student's extensions there. One that the gradebook alone grants is added
to either due date.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import msgspec
import sqlalchemy as sql

from autograder.course import Assignment, Course
from autograder.nbgrading.database import asked
from autograder.record.results import Key
from autograder.result import Text

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
    """What the gradebook says: due dates by assignment, extensions by student and assignment."""

    due: dict[str, datetime] = {}
    extensions: dict[Key, timedelta] = {}

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

    def lack(self, course: Course, slugs: Iterable[str]) -> dict[str, datetime]:
        """The course's due dates that the gradebook does not have, or has otherwise."""
        return {
            slug: due
            for slug in slugs
            if (due := course[slug].due) is not None and self.due.get(slug) != due
        }

    def lack_extensions(self, course: Course, papers: Iterable[Key]) -> dict[Key, timedelta]:
        """The course's extensions that the gradebook does not have, or has otherwise."""
        wanted = {
            (student, slug): until - due
            for student, slug in papers
            if student in course[slug].extensions
            and (due := course[slug].due or self.due.get(slug))
            and (until := self.of(course[slug], student))
        }
        return {key: more for key, more in wanted.items() if self.extensions.get(key) != more}

    def overruled(self, slug: str, due: datetime) -> Text | None:
        """What to tell of a due date in the gradebook that the course's takes the place of."""
        old = self.due.get(slug)
        if old is None:
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
        return Deadlines(
            {slug: time.replace(tzinfo=UTC) for slug, time in connection.execute(due)},
            {(who, slug): more for who, slug, more in connection.execute(extensions)},
        )
