"""Who is on duty in a leave."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from storage.tables import shift


def shifts_within(
    connection: Connection, begins: datetime, ends: datetime
) -> dict[int, list[tuple[datetime, datetime]]]:
    """(from, to) of every shift that touches these instants, by unit."""
    rows = connection.execute(
        select(shift.c.unit_id, shift.c.from_at, shift.c.to_at)
        .where(shift.c.from_at < ends, shift.c.to_at > begins)
        .order_by(shift.c.unit_id, shift.c.from_at)
    )
    found: dict[int, list[tuple[datetime, datetime]]] = {}
    for row in rows:
        found.setdefault(row.unit_id, []).append((row.from_at, row.to_at))
    return found
