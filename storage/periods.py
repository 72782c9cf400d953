"""Periods of units as rows; what they mean: `domain/periods.py`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, union

from storage.tables import membership, period


def add(connection: Connection, unit_id: int, **values: Any) -> None:
    """A new period of a unit."""
    connection.execute(insert(period).values(unit_id=unit_id, **values))


def codes(connection: Connection, unit_id: int) -> set[str]:
    """The codes of a unit's periods."""
    return set(connection.execute(select(period.c.code).where(period.c.unit_id == unit_id)).scalars())


def last_end(connection: Connection, unit_id: int) -> datetime | None:
    """When the newest period of a unit ends."""
    return connection.execute(select(func.max(period.c.end_at)).where(period.c.unit_id == unit_id)).scalar()


def units_that_report(connection: Connection) -> list[int]:
    """Ids of units that have periods, or collaborators who will need them."""
    team = select(membership.c.unit_id).where(
        membership.c.role == "collaborator", membership.c.ended_at.is_(None)
    )
    return sorted(connection.execute(union(select(period.c.unit_id), team)).scalars())


def all_codes(connection: Connection) -> list[str]:
    """The codes of all periods there are, in order."""
    return sorted(set(connection.execute(select(period.c.code)).scalars()))
