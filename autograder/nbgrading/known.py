"""What a gradebook holds already: read without nbgrader, which costs more than a second."""

import re
from collections.abc import Iterable, Mapping

import msgspec
import sqlalchemy as sql

from autograder.nbgrading.database import WRITTEN, asked
from autograder.nbgrading.papers import Paper
from autograder.record.results import Key

Name = tuple[str | None, str | None]
TWO_SYLLABLES = ("남궁", "독고", "사공", "서문", "선우", "제갈", "황보")


class Known(msgspec.Struct, frozen=True):
    """What a gradebook holds: the digest of each paper that was written, and students' names."""

    digests: dict[Key, str]
    names: dict[str, Name]

    def lacks(self, papers: Iterable[Paper]) -> list[Paper]:
        """Those that were never written, or have changed since."""
        return [paper for paper in papers if self.digests.get(paper.key) != paper.digest]

    def lacks_names(self, roster: Mapping[str, str], students: Iterable[str]) -> dict[str, Name]:
        """Students that it does not have, and names on the roster that it has otherwise."""
        names = {
            student: first_and_last(roster.get(student, "")) for student in (*roster, *students)
        }
        return {
            student: name
            for student, name in sorted(names.items())
            if student not in self.names or (any(name) and name != self.names[student])
        }


def read_known(url: sql.URL) -> Known:
    """What the gradebook at `url` holds; nothing where there is none yet."""
    student, submission, assignment = (
        sql.table("student", *map(sql.column, ("id", "first_name", "last_name"))),
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
            return Known({}, {})
        return Known(
            {(who, slug): digest for who, slug, digest in connection.execute(digests)},
            {who: (first, last) for who, first, last in connection.execute(sql.select(student))},
        )


def first_and_last(name: str) -> Name:
    """A roster's name in the two parts that nbgrader keeps: "Liam O'Brien", "O'Brien, Liam", "김민준"."""
    if not name:
        return None, None
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
