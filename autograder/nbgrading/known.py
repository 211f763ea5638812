"""What a gradebook holds already: read without nbgrader, which costs more than a second."""

import re
from collections.abc import Iterable, Mapping

import msgspec
import sqlalchemy as sql

from autograder.nbgrading.database import LONGEST, WRITTEN, asked
from autograder.nbgrading.papers import Paper
from autograder.nbgrading.settings import is_ours, name_of, read_settings
from autograder.record.results import Key
from autograder.roster import Row

FIELDS = ("first_name", "last_name", "email")
Person = dict[str, str]
"""What a student is called, and the e-mail: the FIELDS that there is something in."""
TWO_SYLLABLES = ("남궁", "독고", "사공", "서문", "선우", "제갈", "황보")


class Known(msgspec.Struct, frozen=True):
    """What a gradebook holds: the digest of each paper that was written, students, what we set."""

    digests: dict[Key, str]
    people: dict[str, Person]
    settings: dict[str, str]

    def lacks(self, papers: Iterable[Paper]) -> list[Paper]:
        """Those that were never written, or have changed since."""
        return [paper for paper in papers if self.digests.get(paper.key) != paper.digest]

    def lacks_people(self, roster: Mapping[str, Row], students: Iterable[str]) -> dict[str, Person]:
        """What is to be written of each student: the fields in which the roster says something else.

        One that the gradebook does not know is in it, be it without a field. What a human typed into
        the formgrader stays.
        """
        wanted = {
            student: person_of(roster.get(student, Row(student)))
            for student in (*roster, *sorted(students))
        }
        lacking = {
            student: {
                field: text for field, text in person.items() if self._is_open(student, field, text)
            }
            for student, person in wanted.items()
        }
        return {
            student: person
            for student, person in lacking.items()
            if person or student not in self.people
        }

    def _is_open(self, student: str, field: str, text: str) -> bool:
        """Whether a field is to get this text: it is empty, or has another one of ours."""
        now = self.people.get(student, {}).get(field)
        return now != text and (not now or is_ours(self.settings, name_of(field, student), now))


def read_known(url: sql.URL) -> Known:
    """What the gradebook at `url` holds; nothing where there is none yet."""
    student, submission, assignment = (
        sql.table("student", *map(sql.column, ("id", *FIELDS))),
        sql.table("submitted_assignment", *map(sql.column, ("id", "student_id", "assignment_id"))),
        sql.table("assignment", *map(sql.column, ("id", "name"))),
    )
    digests = (
        sql.select(submission.c.student_id, assignment.c.name, WRITTEN.c.digest)
        .join_from(WRITTEN, submission, submission.c.id == WRITTEN.c.submission_id)
        .join(assignment, assignment.c.id == submission.c.assignment_id)
    )
    with asked(url, WRITTEN.name, student.name) as connection:
        if connection is None:
            return Known({}, {}, {})
        return Known(
            {(who, slug): digest for who, slug, digest in connection.execute(digests)},
            {
                who: {field: text for field, text in zip(FIELDS, texts, strict=True) if text}
                for who, *texts in connection.execute(sql.select(student))
            },
            read_settings(connection),
        )


def person_of(row: Row) -> Person:
    """What a row of the roster says of someone."""
    texts = (*first_and_last(row.name), row.email)
    return {field: text[:LONGEST] for field, text in zip(FIELDS, texts, strict=True) if text}


def first_and_last(name: str) -> tuple[str, str]:
    """A roster's name in the two parts that nbgrader keeps: "Liam O'Brien", "O'Brien, Liam", "김민준"."""
    if "," in name:
        last, _, first = name.partition(",")
    elif " " in name:
        first, _, last = name.rpartition(" ")
    elif re.fullmatch("[가-힣]{2,4}", name):
        length = 2 if name.startswith(TWO_SYLLABLES) and len(name) > 2 else 1
        first, last = name[length:], name[:length]
    else:
        first, last = "", name
    return first.strip(), last.strip()
