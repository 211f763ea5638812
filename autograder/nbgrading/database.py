"""The database that holds a course's gradebook: which one it is, how it is opened, what it answers."""

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy.exc import SQLAlchemyError

from autograder.course import Course
from autograder.errors import CourseError, KitError
from autograder.nbgrading.settings import MAKE_SET
from autograder.text import Text

COURSE_ID = "default_course"  # nbgrader's own; its feedback asks for no other
LONGEST = 128  # characters of an id or a name in nbgrader's tables
PATIENCE = "10"  # seconds for a server that does not answer; libpq would wait for minutes
VERSION = sql.Table(
    "alembic_version", sql.MetaData(), sql.Column("version_num", sql.String(32), nullable=False)
)
WRITTEN = sql.table("autograder_written", sql.column("submission_id"), sql.column("digest"))
MAKE_WRITTEN = (
    "CREATE TABLE IF NOT EXISTS autograder_written"
    " (submission_id VARCHAR(32) PRIMARY KEY, digest VARCHAR(64) NOT NULL)"
)

INSTALL = ".venv/bin/python -m pip install -r requirements-extras.lock"
DRIVER = Text(
    f"데이터베이스 드라이버를 설치하세요. PostgreSQL이라면: {INSTALL}",
    f"Install the database's driver; PostgreSQL's: {INSTALL}",
)
SERVER = Text(
    "course.toml의 db_url이 맞는지, 서버가 켜져 있는지 확인하세요. 비밀번호는 ~/.pgpass에 둘 수 있습니다.",
    "See db_url in course.toml, and that its server runs; a password may stand in ~/.pgpass.",
)
LOCKED = Text(
    "성적부를 쓰고 있는 프로그램을 닫거나, course.toml의 db_url을 확인하세요.",
    "Close what holds the gradebook, or see db_url in course.toml.",
)
OLDER = Text(
    "예전 nbgrader의 성적부라면 사본을 만든 뒤 nbgrader db upgrade를 실행하세요.",
    "Of an older nbgrader's make a copy, then: nbgrader db upgrade",
)


def gradebook_of(course: Course, out: Path) -> sql.URL | None:
    """The gradebook that course.toml names, else gradebook.db in OUT; None where it wants none."""
    if course.db_url == "":
        return None
    if course.db_url is None:
        return sql.URL.create("sqlite", database=str(out.resolve() / "gradebook.db"))
    try:
        url = sql.make_url(course.db_url)
    except (SQLAlchemyError, ValueError):  # the latter of a port; the URL may hold a password
        raise CourseError(
            Text("db_url 값이 데이터베이스 URL이 아닙니다.", "db_url is no database's URL."),
            Text(
                "postgresql://teacher@db.example.org/course처럼 씁니다. 비밀번호의 %, @, /, :은 각각"
                " %25, %40, %2F, %3A로 쓰세요.",
                "It looks like postgresql://teacher@db.example.org/course: in a password write % as"
                " %25, @ as %40, / as %2F, : as %3A.",
            ),
        ) from None
    if url.get_backend_name() == "postgresql":
        url = url.set(query={"connect_timeout": PATIENCE, **url.query})
    return url


def is_there(url: sql.URL) -> bool:
    """Whether there is a gradebook, as far as a file tells; a server must be asked."""
    return url.get_backend_name() != "sqlite" or Path(url.database or "").exists()


def takes(url: sql.URL, text: str) -> bool:
    """Whether the gradebook can hold an id, or a name: a server keeps to the width of its columns."""
    return url.get_backend_name() == "sqlite" or len(text) <= LONGEST


def in_full(url: sql.URL) -> str:
    """The URL with its password, for nbgrader; never to be shown."""
    return url.render_as_string(hide_password=False)


@contextlib.contextmanager
def connected(url: sql.URL) -> Iterator[sql.Connection]:
    """A connection of our own, closed at the end; nbgrader is not imported for it."""
    engine = sql.create_engine(url)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


@contextlib.contextmanager
def asked(url: sql.URL, *tables: str) -> Iterator[sql.Connection | None]:
    """A connection to a gradebook; None where there is none yet, or one without these tables."""
    if not is_there(url):
        yield None  # to look into it would make an empty one
        return
    with connected(url) as connection:
        there = set(tables) <= set(sql.inspect(connection).get_table_names())
        yield connection if there else None


@contextlib.contextmanager
def opened(url: sql.URL) -> Iterator[Any]:
    """nbgrader's gradebook, made where there is none, with our tables in it."""
    from nbgrader.api import Gradebook, InvalidEntry

    _make(url)
    try:
        with Gradebook(in_full(url), COURSE_ID) as gradebook:
            yield gradebook
    except InvalidEntry as error:  # how nbgrader passes on a database's error
        raise SQLAlchemyError(*error.args) from None


def _make(url: sql.URL) -> None:
    """Make nbgrader's tables with their version, also where a killed run has made but some.

    nbgrader would start the program `alembic` for the version: seconds, and it may not be on PATH.
    """
    from alembic.script import ScriptDirectory
    from nbgrader.api import Base
    from nbgrader.dbutil import ALEMBIC_DIR

    with connected(url) as connection:
        for statement in (MAKE_WRITTEN, MAKE_SET):
            connection.execute(sql.text(statement))
        if not sql.inspect(connection).has_table(VERSION.name):
            Base.metadata.create_all(connection)
            VERSION.create(connection)
            head = ScriptDirectory(ALEMBIC_DIR).get_current_head()
            connection.execute(sql.insert(VERSION).values(version_num=head))
        connection.commit()


@contextlib.contextmanager
def in_words(url: sql.URL, kept: Text) -> Iterator[None]:
    """Raise a KitError in place of a database's own error; nbgrader would print that with its trace.

    The hint begins with `kept`, which says what has been done all the same.
    """
    log = logging.getLogger("tornado.application")
    log.disabled, before = True, log.disabled
    try:
        yield
    except (SQLAlchemyError, ImportError) as error:
        raise _unusable(url, error, kept) from None
    finally:
        log.disabled = before


def _unusable(url: sql.URL, error: Exception, kept: Text) -> KitError:
    reason = str(getattr(error, "orig", None) or error).strip().split("\n")[0]
    shown = url.set(query={}).render_as_string()  # a query may hold a password, too
    return KitError(
        Text(
            f"{shown} 성적부를 쓸 수 없습니다. ({reason})",
            f"The gradebook {shown} cannot be used ({reason}).",
        ),
        kept + _hint(url, error),
    )


def _hint(url: sql.URL, error: Exception) -> Text:
    if isinstance(error, ImportError):
        return DRIVER
    return (LOCKED if url.get_backend_name() == "sqlite" else SERVER) + OLDER
