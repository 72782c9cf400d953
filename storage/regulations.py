"""Regulations of units: every version ever in force stays, for people have accepted it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select

from storage import directory
from storage.tables import consent, regulations

PURPOSE = "regulations"
"""What a consent to them is called."""


@dataclass(frozen=True, slots=True)
class RegulationsRow:
    """One version of a unit's text."""

    unit_id: int
    version: int
    said: str
    made_at: datetime


def add(connection: Connection, unit_id: int, version: int, said: str, now: datetime) -> None:
    """The next version of a unit's text."""
    connection.execute(insert(regulations).values(unit_id=unit_id, version=version, said=said, made_at=now))


_newest = (
    select(regulations.c.unit_id, regulations.c.version, regulations.c.said, regulations.c.made_at)
    .where(regulations.c.unit_id == bindparam("unit"))
    .order_by(regulations.c.version.desc())
    .limit(1)
)


def of_unit(connection: Connection, unit_id: int) -> RegulationsRow | None:
    """The newest version of a unit's own text."""
    row = connection.execute(_newest, {"unit": unit_id}).one_or_none()
    return RegulationsRow(*row) if row else None


def in_force(connection: Connection, unit_id: int) -> RegulationsRow | None:
    """The text that holds for a unit: its own, else that of the nearest unit above that has one."""
    seen: set[int] = set()
    above: int | None = unit_id
    while above is not None and above not in seen:
        seen.add(above)
        if (row := of_unit(connection, above)) is not None:
            return row
        above = directory.find_unit(connection, above).parent_id
    return None


def is_accepted(connection: Connection, person_id: int, digest: str) -> bool:
    """Whether a person has accepted a text with this digest."""
    given = select(consent.c.id).where(
        consent.c.person_id == person_id,
        consent.c.purpose == PURPOSE,
        consent.c.given.is_(True),
        consent.c.text_hash == digest,
    )
    return connection.execute(given).first() is not None
