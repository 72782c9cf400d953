"""Mutes: who has asked not to be told of which topic or area, why and until when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)

from storage.tables import alert, mute, person


@dataclass(frozen=True, slots=True)
class MuteRow:
    """A mute of a unit: of one topic (None: all), in one area with those below it (None: all)."""

    id: int
    unit_id: int
    area_id: int | None
    person_id: int
    topic: str | None
    reason: str
    until_at: datetime
    owner: str


_rows = select(mute, person.c.label).join(person, person.c.id == mute.c.person_id)


def _row(row: Any) -> MuteRow:
    return MuteRow(
        row.id,
        row.unit_id,
        row.area_id,
        row.person_id,
        row.topic,
        row.reason,
        row.until_at,
        row.label or f"CTV-{row.person_id}",
    )


def add(
    connection: Connection,
    *,
    unit_id: int,
    area_id: int | None,
    person_id: int,
    topic: str | None,
    reason: str,
    now: datetime,
    until_at: datetime,
) -> int:
    """A new mute; gives its id."""
    values = {"unit_id": unit_id, "area_id": area_id, "person_id": person_id, "topic": topic}
    added = insert(mute).values(**values, reason=reason, made_at=now, until_at=until_at)
    return int(connection.execute(added.returning(mute.c.id)).scalar_one())


def find(connection: Connection, id: int) -> MuteRow | None:
    """One mute, or None."""
    row = connection.execute(_rows.where(mute.c.id == id)).one_or_none()
    return _row(row) if row else None


def _runs(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    return and_(mute.c.ended_at.is_(None), mute.c.until_at > now)


def running(connection: Connection, units: Collection[int], now: datetime) -> list[MuteRow]:
    """The mutes these units have made that run at `now`, in the order they end."""
    found = _rows.where(mute.c.unit_id.in_(units), _runs(now)).order_by(mute.c.until_at, mute.c.id)
    return [_row(row) for row in connection.execute(found)]


_about = _rows.where(
    _runs(bindparam("now")),
    or_(mute.c.topic.is_(None), mute.c.topic == bindparam("topic")),
).order_by(mute.c.until_at.desc(), mute.c.id)


def about(connection: Connection, topic: str | None, now: datetime) -> list[MuteRow]:
    """The mutes of any unit that run now and hold what is about a topic, those that run longest first."""
    return [_row(row) for row in connection.execute(_about, {"now": now, "topic": topic})]


_is_over = and_(mute.c.ended_at.is_(None), mute.c.until_at <= bindparam("now"))
_any_due = select(mute.c.id).where(_is_over).limit(1)
_due = _rows.where(_is_over).order_by(mute.c.id).with_for_update(of=mute, skip_locked=True)


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether `due` would give anything."""
    return connection.execute(_any_due, {"now": now}).first() is not None


def due(connection: Connection, now: datetime) -> list[MuteRow]:
    """Mutes whose end has come and is not told yet; taken so that no two processes tell it."""
    return [_row(row) for row in connection.execute(_due, {"now": now})]


def end(connection: Connection, id: int, now: datetime, by: int | None = None) -> bool:
    """The mute is over; True for the first who says so."""
    done = connection.execute(
        update(mute).where(mute.c.id == id, mute.c.ended_at.is_(None)).values(ended_at=now, ended_by=by)
    )
    return done.rowcount == 1


def held(connection: Connection, mutes: Collection[int]) -> dict[int, list[int]]:
    """The reports each of these mutes has held back (ids), oldest first."""
    rows = connection.execute(
        select(alert.c.mute_id, alert.c.report_id).where(alert.c.mute_id.in_(mutes)).order_by(alert.c.id)
    )
    found: dict[int, list[int]] = {}
    for mute_id, report_id in rows:
        found.setdefault(mute_id, []).append(report_id)
    return found


def count_held(connection: Connection, unit_id: int, since: datetime) -> int:
    """How many alerts of a unit were held back since then."""
    return int(
        connection.execute(
            select(func.count())
            .select_from(alert)
            .where(alert.c.unit_id == unit_id, alert.c.mute_id.is_not(None), alert.c.opened_at >= since)
        ).scalar_one()
    )
