"""What is asked of the gradebook before marks are shown, and what becomes of no answer.

A gradebook that is locked, or whose server is away, keeps nobody from grading. So each function
returns what it was asked for, or nothing of the kind, and then the KitError to be raised as soon as
the work that does not depend on it is done.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sql

from autograder.course import Assignment, Course
from autograder.errors import KitError
from autograder.manual import ByHand
from autograder.nbgrading.by_hand import read_book, read_by_hand
from autograder.nbgrading.database import gradebook_of, in_words
from autograder.nbgrading.deadlines import Deadlines, read_deadlines
from autograder.nbgrading.keep import OWED
from autograder.record.marks import Book
from autograder.text import Text

Said = TypeVar("Said")
RAW = Text(
    "손으로 고친 점수를 빼고, 채점한 점수를 그대로 씁니다.",
    "Marks are as graded: without what an instructor changed by hand.",
)


def ask_deadlines(course: Course, out: Path) -> tuple[Deadlines, KitError | None]:
    """Due dates and extensions that were set in the formgrader; none where it does not answer."""
    return _asked(course, out, read_deadlines, Deadlines(), OWED)


def ask_by_hand(course: Course, out: Path) -> tuple[ByHand, KitError | None]:
    """What was given by hand; nothing where it does not answer."""
    return _asked(course, out, read_by_hand, {}, RAW + OWED)


def ask_book(course: Course, out: Path) -> tuple[Book, KitError | None]:
    """All that marks depend on; course.toml's dates alone where it does not answer."""
    return _asked(course, out, read_book, Book(Assignment.due_for), RAW)


def _asked(
    course: Course, out: Path, read: Callable[[sql.URL], Said], nothing: Said, kept: Text
) -> tuple[Said, KitError | None]:
    """`kept` says in the error what stands all the same."""
    try:
        url = gradebook_of(course, out)
        if url is None:
            return nothing, None
        with in_words(url, kept):
            return read(url), None
    except KitError as error:
        return nothing, error
