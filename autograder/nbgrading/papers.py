"""Papers: a result with what nbgrader must know besides, and a digest that tells whether it does."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from autograder import __version__
from autograder.course import Course
from autograder.late import Late
from autograder.record.results import Key
from autograder.result import Result, Status
from autograder.stamp import secret_in, stamp_in


class Paper(msgspec.Struct, frozen=True):
    """A submission that was graded: its result, when it was handed in, and what returns a page to it.

    `penalty` are the points that lateness costs whoever has them: it may be more than the mark.
    """

    result: Result
    handed_in: datetime | None
    secret: str | None
    penalty: float
    digest: str

    @property
    def key(self) -> Key:
        """What identifies it: (student, assignment)."""
        return self.result.key


def papers_of(
    course: Course,
    results: Iterable[Result],
    submitted: Path,
    language: str,
    late: Mapping[Key, Late],
) -> list[Paper]:
    """The papers of all who handed in something; who is missing has none."""
    return [
        _paper(result, submitted, language, late.get(result.key, Late()).price)
        for result in results
        if result.status is not Status.MISSING and result.assignment in course.slugs
    ]


def _paper(result: Result, submitted: Path, language: str, penalty: float) -> Paper:
    folder = submitted / result.student / result.assignment
    handed_in, secret = stamp_in(folder), secret_in(folder)
    parts = (result, handed_in, secret, penalty, language, __version__)
    digest = hashlib.sha256(msgspec.json.encode(parts)).hexdigest()
    return Paper(result, handed_in, secret, penalty, digest)
