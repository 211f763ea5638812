"""What we have set in the gradebook besides marks: due dates, extensions, students' names and e-mails.

A table of ours in the same database, `autograder_set`, remembers each value that we wrote. What still
stands as we wrote it is ours to change or to take back; what differs a human has set in the formgrader.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sql

SET = sql.table("autograder_set", sql.column("name"), sql.column("value"))
MAKE_SET = "CREATE TABLE IF NOT EXISTS autograder_set (name VARCHAR(300) PRIMARY KEY, value TEXT)"
Value = str | datetime | timedelta | None


def name_of(what: str, *of: str) -> str:
    """What a value is remembered by: "due a01_sigmoid", "extension a01_sigmoid 4021", "email 4021"."""
    return " ".join((what, *of))


def read_settings(connection: sql.Connection) -> dict[str, str]:
    """The values that we wrote, by their names."""
    if not sql.inspect(connection).has_table(SET.name):
        return {}
    return {row.name: row.value for row in connection.execute(sql.select(SET))}


def is_ours(settings: Mapping[str, str], name: str, now: Value) -> bool:
    """Whether what stands in the gradebook now is what we wrote."""
    return now is not None and settings.get(name) == _told(now)


def remember(session: Any, values: Mapping[str, Value]) -> None:
    """Remember values as written by us; None is forgotten."""
    if values:
        rows = [{"n": name, "v": _told(value)} for name, value in values.items()]
        session.execute(sql.delete(SET).where(SET.c.name == sql.bindparam("n")), rows)
        kept = [row for row in rows if row["v"] is not None]
        if kept:
            insert = sql.insert(SET).values(name=sql.bindparam("n"), value=sql.bindparam("v"))
            session.execute(insert, kept)


def _told(value: Value) -> str | None:
    """A value as text: the same moment and the same span of time are always the same."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, timedelta):
        return f"{value / timedelta(seconds=1):.3f}"
    return value
