"""Rows of the gradebook's tables: added, changed, and brought up to date many at once."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sql


def insert(session: Any, model: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Add rows."""
    if rows:
        session.execute(sql.insert(model), rows)


def update(session: Any, model: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Change rows, each by its primary key."""
    if rows:
        session.execute(sql.update(model), rows)


def put(session: Any, model: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Add rows of a notebook's cells that are missing, change those that differ."""
    fields = list(rows[0]) if rows else []
    columns = model.__table__.c
    known = {
        (row.notebook_id, row.cell_id): row
        for row in session.execute(
            sql.select(columns.id, *(columns[field] for field in fields)).where(
                columns.cell_id.in_({row["cell_id"] for row in rows})
            )
        )
    }
    old = [(known.get((row["notebook_id"], row["cell_id"])), row) for row in rows]
    insert(session, model, [row for found, row in old if found is None])
    update(session, model, [
        {"id": found.id, **row}
        for found, row in old
        if found is not None and any(getattr(found, field) != row[field] for field in fields)
    ])  # fmt: skip


def utc(time: datetime | None) -> datetime | None:
    """A time as the gradebook keeps it: in UTC, without saying so."""
    return time and time.astimezone(UTC).replace(tzinfo=None)
