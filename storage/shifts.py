"""Duty shifts as rows. A shift is [from_at, to_at); who counts as on duty still holds a role in the unit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, exists, insert, select, update

from storage.tables import membership, person, shift, unit

ON_ROTA = ("duty", "coordinator")
"""Roles that may be on duty."""


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """One shift. `told_at`: the hand-over has been said; `wanted_by`: the colleague asked to take it."""

    id: int
    unit_id: int
    person_id: int
    from_at: datetime
    to_at: datetime
    told_at: datetime | None
    wanted_by: int | None
    label: str


_select = select(
    shift.c.id,
    shift.c.unit_id,
    shift.c.person_id,
    shift.c.from_at,
    shift.c.to_at,
    shift.c.told_at,
    shift.c.wanted_by,
    person.c.label,
).join(person, person.c.id == shift.c.person_id)

_serves = exists().where(
    membership.c.person_id == shift.c.person_id,
    membership.c.unit_id == shift.c.unit_id,
    membership.c.role.in_(ON_ROTA),
    membership.c.ended_at.is_(None),
)
_on_duty = (
    select(shift.c.person_id)
    .where(
        shift.c.unit_id == bindparam("unit"),
        shift.c.from_at <= bindparam("now"),
        shift.c.to_at > bindparam("now"),
        _serves,
    )
    .order_by(shift.c.from_at, shift.c.id)
)


def _row(row: Row[*tuple[Any, ...]]) -> ShiftRow:
    label = row.label or f"CTV-{row.person_id}"
    return ShiftRow(
        row.id, row.unit_id, row.person_id, row.from_at, row.to_at, row.told_at, row.wanted_by, label
    )


def on_duty(connection: Connection, unit_id: int, now: datetime) -> list[int]:
    """Ids of those on duty in the unit now who still serve it."""
    return list(dict.fromkeys(connection.execute(_on_duty, {"unit": unit_id, "now": now}).scalars()))


def between(connection: Connection, unit_id: int, start: datetime, end: datetime) -> list[ShiftRow]:
    """The unit's shifts that touch [start, end), in order; not those of somebody who serves no longer."""
    touching = and_(shift.c.unit_id == unit_id, shift.c.from_at < end, shift.c.to_at > start, _serves)
    rows = connection.execute(_select.where(touching).order_by(shift.c.from_at, shift.c.id))
    return [_row(row) for row in rows]


def find(connection: Connection, id: int) -> ShiftRow | None:
    """One shift, or None."""
    row = connection.execute(_select.where(shift.c.id == id)).one_or_none()
    return _row(row) if row else None


def hold(connection: Connection, unit_id: int) -> None:
    """Keep other processes from changing the unit's rota until the commit."""
    connection.execute(select(unit.c.id).where(unit.c.id == unit_id).with_for_update())


def clear(connection: Connection, unit_id: int, start: datetime, end: datetime) -> None:
    """Nobody is on duty in [start, end) any more: shifts inside are gone, those reaching in are cut short."""
    mine = shift.c.unit_id == unit_id
    around = connection.execute(
        select(shift.c.person_id, shift.c.to_at).where(mine, shift.c.from_at < start, shift.c.to_at > end)
    ).all()
    if around:  # what lies on both sides of the stretch goes on after it
        add(connection, unit_id, [(person_id, end, to_at) for person_id, to_at in around])
    connection.execute(delete(shift).where(mine, shift.c.from_at >= start, shift.c.to_at <= end))
    connection.execute(
        update(shift).where(mine, shift.c.from_at < start, shift.c.to_at > start).values(to_at=start)
    )
    connection.execute(
        update(shift)
        .where(mine, shift.c.from_at >= start, shift.c.from_at < end, shift.c.to_at > end)
        .values(from_at=end)
    )


def add(connection: Connection, unit_id: int, turns: Sequence[tuple[int, datetime, datetime]]) -> None:
    """New shifts of the unit: (person, from, to)."""
    if turns:
        connection.execute(
            insert(shift),
            [{"unit_id": unit_id, "person_id": id, "from_at": a, "to_at": b} for id, a, b in turns],
        )


def give(connection: Connection, id: int, person_id: int) -> None:
    """Somebody else has this shift now: nobody is asked for it any more, its hand-over is yet to be said."""
    connection.execute(
        update(shift).where(shift.c.id == id).values(person_id=person_id, wanted_by=None, told_at=None)
    )


def offer(connection: Connection, id: int, to: int | None) -> None:
    """A colleague is asked to take this shift; None: nobody is any more."""
    connection.execute(update(shift).where(shift.c.id == id).values(wanted_by=to))


_untold = and_(
    shift.c.told_at.is_(None), shift.c.from_at <= bindparam("now"), shift.c.to_at > bindparam("now"), _serves
)
_any_untold = select(shift.c.id).where(_untold).limit(1)
_begin = update(shift).where(_untold).values(told_at=bindparam("now")).returning(shift.c.id)


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether a hand-over is to be said."""
    return connection.execute(_any_untold, {"now": now}).first() is not None


def begin(connection: Connection, now: datetime) -> list[ShiftRow]:
    """Shifts that have begun and whose hand-over nobody has said; each is given once for ever."""
    return by_ids(connection, list(connection.execute(_begin, {"now": now}).scalars()))


def by_ids(connection: Connection, ids: Collection[int]) -> list[ShiftRow]:
    """These shifts, in order."""
    rows = connection.execute(_select.where(shift.c.id.in_(ids)).order_by(shift.c.from_at, shift.c.id))
    return [_row(row) for row in rows]


def of_person(connection: Connection, person_id: int) -> list[ShiftRow]:
    """Every shift a person has or had, in order: for the copy of their data."""
    rows = connection.execute(_select.where(shift.c.person_id == person_id).order_by(shift.c.from_at))
    return [_row(row) for row in rows]


def before(connection: Connection, one: ShiftRow) -> list[int]:
    """Ids of those whose shift in the same unit ends when `one` begins, and who do not go on themselves."""
    rows = connection.execute(
        select(shift.c.person_id).where(
            shift.c.unit_id == one.unit_id,
            shift.c.id != one.id,
            shift.c.to_at == one.from_at,
        )
    )
    return [id for id in dict.fromkeys(rows.scalars()) if id != one.person_id]
