"""The gradebook: brought up to date from the papers, through nbgrader's own models.

A table of ours in the same database, `autograder_written`, says from which paper each submission
was written last. It is written together with the grades, so a gradebook that was restored, or made
anew, tells by itself what it lacks. Of a grade only the automatic half is ours: manual scores,
extra credit and manual comments are never touched.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
import sqlalchemy as sql

from autograder.nbgrading.database import WRITTEN, opened
from autograder.nbgrading.frame import Frame
from autograder.nbgrading.known import FIELDS, Person
from autograder.nbgrading.papers import Paper
from autograder.nbgrading.rows import insert, update, utc
from autograder.nbgrading.settings import name_of, remember
from autograder.nbgrading.sheet import Sheet
from autograder.record.results import Key


class Owed(msgspec.Struct, frozen=True):
    """What a gradebook lacks. A due date or an extension that is None is to be taken back."""

    papers: Sequence[Paper]
    people: Mapping[str, Person]
    due: Mapping[str, datetime | None]
    extensions: Mapping[Key, timedelta | None]
    withdrawn: Sequence[Key]

    def __bool__(self) -> bool:
        return any((self.papers, self.people, self.due, self.extensions, self.withdrawn))


def write_owed(url: sql.URL, owed: Owed, frames: Mapping[str, Frame], language: str) -> None:
    """Write students, due dates, papers (a commit for each assignment) and extensions.

    What was withdrawn is taken out.
    """
    with opened(url) as gradebook:
        _write_people(gradebook.db, owed.people)
        write_due(gradebook, owed.due)
        for slug, frame in frames.items():
            own = [paper for paper in owed.papers if paper.result.assignment == slug]
            if own:
                Sheet(gradebook, slug, frame).write(own, language)
        _write_extensions(gradebook, owed.extensions)
        for student, slug in owed.withdrawn:
            _withdraw(gradebook, student, slug)


def write_due(gradebook: Any, due: Mapping[str, datetime | None]) -> None:
    """Set due dates, or take them back, and remember which are ours."""
    for slug, time in due.items():
        remember(gradebook.db, {name_of("due", slug): time})
        gradebook.update_or_create_assignment(slug, duedate=utc(time))  # commits


def _write_extensions(gradebook: Any, extensions: Mapping[Key, timedelta | None]) -> None:
    for (student, slug), more in extensions.items():
        remember(gradebook.db, {name_of("extension", slug, student): more})
        minutes = more / timedelta(minutes=1) if more else 0
        gradebook.grant_extension(slug, student, minutes=minutes)  # commits


def _write_people(session: Any, people: Mapping[str, Person]) -> None:
    """Add students, and give them what the roster says."""
    from nbgrader.api import Student

    known = set(session.scalars(sql.select(Student.id)))
    nothing = dict.fromkeys(FIELDS)
    insert(session, Student, [
        {"id": who, **nothing, **person} for who, person in people.items() if who not in known
    ])  # fmt: skip
    for field in FIELDS:
        update(session, Student, [
            {"id": who, field: person[field]}
            for who, person in people.items()
            if who in known and field in person
        ])  # fmt: skip
    remember(session, {
        name_of(field, who): text for who, person in people.items() for field, text in person.items()
    })  # fmt: skip
    session.commit()


def _withdraw(gradebook: Any, student: str, slug: str) -> None:
    """Take out the submission of someone who has none any more, unless a human has worked on it.

    An extension stays: it may be what the next one is waiting for.
    """
    from nbgrader.api import SubmittedAssignment

    submission = gradebook.find_submission(slug, student)
    gradebook.db.execute(sql.delete(WRITTEN).where(WRITTEN.c.submission_id == submission.id))
    touched = any(
        value is not None
        for notebook in submission.notebooks
        for value in (
            *(grade.manual_score for grade in notebook.grades),
            *(grade.extra_credit for grade in notebook.grades),
            *(comment.manual_comment for comment in notebook.comments),
        )
    )
    if not touched:
        fields = ("assignment_id", "student_id", "extension")
        bare = {field: getattr(submission, field) for field in fields}
        gradebook.remove_submission(slug, student)
        insert(gradebook.db, SubmittedAssignment, [bare] if bare["extension"] else [])
    gradebook.db.commit()
