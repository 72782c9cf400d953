"""Who serves where, as staff look it up. Terms that end and units without anybody: `storage/gaps.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from storage.tables import membership, person


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat in force. `joined_at` None: its holder has not come yet."""

    id: int
    person_id: int | None
    label: str
    role: str
    decision_number: str | None
    decided_on: date | None
    from_on: date | None
    to_on: date | None
    joined_at: datetime | None


def seats_in(connection: Connection, unit_id: int) -> list[SeatRow]:
    """The seats of a unit by role and label; people of the direct line are on no list (ADR 0018)."""
    rows = connection.execute(
        select(
            membership.c.id,
            membership.c.person_id,
            func.coalesce(person.c.label, membership.c.label).label("label"),
            membership.c.role,
            membership.c.decision_number,
            membership.c.decided_on,
            membership.c.from_on,
            membership.c.to_on,
            person.c.joined_at,
        )
        .join(person, person.c.id == membership.c.person_id, isouter=True)
        .where(
            membership.c.unit_id == unit_id,
            membership.c.ended_at.is_(None),
            membership.c.direct_line.is_(False),
            person.c.left_at.is_(None),
        )
        .order_by(membership.c.role, "label", membership.c.id)
    )
    return [_seat(row) for row in rows]


def _seat(row: Row[*tuple[Any, ...]]) -> SeatRow:
    label = row.label or (f"CTV-{row.person_id}" if row.person_id else "–")
    return SeatRow(**dict(row._mapping) | {"label": label})
