"""Programmes and their parties."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from storage.tables import membership, programme, programme_party, unit


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme; `unit_id` has the lead; `parties`: what each unit shares, in the order of their names."""

    id: int
    code: str
    name: str
    content: str
    from_on: date
    to_on: date | None
    unit_id: int
    parties: Mapping[int, str]


def listed(connection: Connection, ids: Collection[int] | None = None) -> list[ProgrammeRow]:
    """Every programme (or these), the newest first."""
    query = select(programme).order_by(programme.c.from_on.desc(), programme.c.id)
    rows = connection.execute(query if ids is None else query.where(programme.c.id.in_(ids))).all()
    parties: dict[int, dict[int, str]] = {}
    for row in connection.execute(
        select(programme_party, unit.c.name)
        .join(unit, unit.c.id == programme_party.c.unit_id)
        .where(programme_party.c.programme_id.in_([row.id for row in rows]))
        .order_by(unit.c.name, unit.c.id)
    ):
        parties.setdefault(row.programme_id, {})[row.unit_id] = row.shares
    return [
        ProgrammeRow(
            row.id, row.code, row.name, row.content, row.from_on, row.to_on, row.unit_id,
            parties.get(row.id, {}),
        )
        for row in rows
    ]  # fmt: skip


def of_units(connection: Connection, units: Collection[int]) -> list[ProgrammeRow]:
    """The programmes in which one of these units is a party or has the lead, the newest first."""
    joined = select(programme_party.c.programme_id).where(programme_party.c.unit_id.in_(units))
    rows = connection.execute(
        select(programme.c.id).where(or_(programme.c.unit_id.in_(units), programme.c.id.in_(joined)))
    )
    return listed(connection, list(rows.scalars()))


def ids(connection: Connection) -> dict[str, int]:
    """The ids of all programmes by their codes."""
    return {row.code: row.id for row in connection.execute(select(programme.c.code, programme.c.id))}


def add(connection: Connection, **values: Any) -> int:
    """A new programme; gives its id."""
    return int(connection.execute(insert(programme).values(values).returning(programme.c.id)).scalar_one())


def change(connection: Connection, id: int, **values: Any) -> None:
    """Set columns of a programme."""
    connection.execute(update(programme).where(programme.c.id == id).values(values))


def set_parties(connection: Connection, id: int, parties: Mapping[int, str]) -> None:
    """These units are its parties now, and share that."""
    connection.execute(delete(programme_party).where(programme_party.c.programme_id == id))
    rows = [{"programme_id": id, "unit_id": one, "shares": shares} for one, shares in parties.items()]
    if rows:
        connection.execute(insert(programme_party), rows)


def team_elsewhere(connection: Connection, person_id: int, membership_id: int) -> tuple[str, str] | None:
    """(programme, unit) of a team in another unit in which a person serves already for the programme of this
    seat; None where there is none."""
    seat, other = membership.alias("seat"), membership.alias("other")
    row = connection.execute(
        select(programme.c.name, unit.c.name.label("unit_name"))
        .join(seat, seat.c.programme_id == programme.c.id)
        .join(other, other.c.programme_id == programme.c.id)
        .join(unit, unit.c.id == other.c.unit_id)
        .where(
            seat.c.id == membership_id,
            other.c.person_id == person_id,
            other.c.ended_at.is_(None),
            other.c.unit_id != seat.c.unit_id,
        )
        .limit(1)
    ).one_or_none()
    return (row.name, row.unit_name) if row else None
