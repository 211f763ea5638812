"""What a gradebook holds already: read without nbgrader, which costs more than a second."""

import contextlib
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
import sqlalchemy as sql
from sqlalchemy.exc import SQLAlchemyError

from autograder.errors import KitError
from autograder.nbgrading.papers import Paper
from autograder.record.results import Key

WRITTEN = sql.table("autograder_written", sql.column("submission_id"), sql.column("digest"))
Url = str | sql.URL
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


def read_known(url: Url) -> Known:
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
    with told(url), connected(url) as connection:
        tables = sql.inspect(connection).get_table_names()
        if not {WRITTEN.name, student.name} <= set(tables):
            return Known({}, {})
        return Known(
            {(who, slug): digest for who, slug, digest in connection.execute(digests)},
            {who: (first, last) for who, first, last in connection.execute(sql.select(student))},
        )


def default_url(out: Path) -> sql.URL:
    """The gradebook beside the results, where nbgrader looks for it."""
    return sql.URL.create("sqlite", database=str(out / "gradebook.db"))


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


@contextlib.contextmanager
def connected(url: Url) -> Iterator[sql.Connection]:
    """A connection of our own, closed at the end."""
    engine = sql.create_engine(url)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


@contextlib.contextmanager
def told(url: Url) -> Iterator[None]:
    """Turn what a database answers into a sentence; nbgrader would print it with its traceback."""
    log = logging.getLogger("tornado.application")
    log.disabled, before = True, log.disabled
    try:
        yield
    except (SQLAlchemyError, ImportError) as error:
        raise _unwritable(url, error) from None
    finally:
        log.disabled = before


def _unwritable(url: Url, error: Exception) -> KitError:
    reason = str(getattr(error, "orig", None) or error).split("\n")[0]
    with contextlib.suppress(SQLAlchemyError):
        url = sql.make_url(url).render_as_string()
    return KitError(
        f"The gradebook {url} could not be brought up to date ({reason}).",
        "The results are kept, and the next run of grade writes what is owed. Close what holds the"
        " gradebook, or see db_url in course.toml; of an older nbgrader's make a copy, then:"
        " nbgrader db upgrade",
    )
