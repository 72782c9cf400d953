"""Who serves where, as staff look it up: seats, terms that end, units without anybody. DOMAIN §1 row 51."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, exists, func, select

from storage.tables import membership, person, unit

MOST = 50
"""Lines of a warning."""


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


@dataclass(frozen=True, slots=True)
class Ending:
    """A term that ends soon, or has ended and was not renewed."""

    unit: str
    label: str
    role: str
    to_on: date


def ending(connection: Connection, units: Collection[int], until: date) -> list[Ending]:
    """Seats of these units whose term ends before `until`, the earliest first."""
    rows = connection.execute(
        select(unit.c.name, membership.c.label, membership.c.role, membership.c.to_on)
        .join(unit, unit.c.id == membership.c.unit_id)
        .where(
            membership.c.unit_id.in_(units),
            membership.c.ended_at.is_(None),
            membership.c.direct_line.is_(False),
            membership.c.to_on <= until,
        )
        .order_by(membership.c.to_on, membership.c.id)
        .limit(MOST)
    )
    return [Ending(row.name, row.label or "–", row.role, row.to_on) for row in rows]


def gaps(connection: Connection, units: Collection[int]) -> list[str]:
    """Names of the territories among these units in which no collaborator serves and below which none does
    either: somebody in one of its villages is somebody there."""
    child = unit.alias("child")
    serves = (
        membership.c.ended_at.is_(None)
        & (membership.c.role == "collaborator")
        & membership.c.direct_line.is_(False)
    )
    here = exists().where(membership.c.unit_id == unit.c.id, serves)
    below = exists().where(child.c.parent_id == unit.c.id, child.c.successor_id.is_(None))
    rows = connection.execute(
        select(unit.c.name)
        .where(
            unit.c.id.in_(units),
            unit.c.territorial.is_(True),
            unit.c.successor_id.is_(None),
            ~here,
            ~below,
        )
        .order_by(unit.c.name)
        .limit(MOST)
    )
    return list(rows.scalars())
