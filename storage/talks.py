"""Open talks. A lane may hold several: the newest is the one typed words go to."""

from __future__ import annotations

import itertools
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from storage.tables import talk


@dataclass(frozen=True, slots=True)
class TalkRow:
    """A talk as it lies in the database. `state` is dialog's; `begun` says what it was begun with."""

    id: int
    lane: str
    flow: str
    begun: dict[str, Any]
    state: dict[str, Any]
    plain: bool
    shown: int | None
    opened_at: datetime
    changed_at: datetime
    nudges: int
    nudge_at: datetime | None


_open = select(talk).where(talk.c.lane.in_(bindparam("lanes", expanding=True))).order_by(talk.c.id)


def open_talks(connection: Connection, lanes: Collection[str]) -> dict[str, list[TalkRow]]:
    """The open talks of each lane, oldest first."""
    found: dict[str, list[TalkRow]] = {}
    for row in connection.execute(_open, {"lanes": list(lanes)}):
        found.setdefault(row.lane, []).append(TalkRow(*row))
    return found


_order = itertools.count()


def new_id(now: datetime) -> int:
    """An id for a new talk, known before it is stored so that its buttons can be drawn; later ones are
    larger. Milliseconds, then a count, then chance for other processes; below 2^63 until the year 2248."""
    milliseconds = int(now.timestamp() * 1000)
    return milliseconds << 20 | (next(_order) % 4096) << 8 | secrets.randbits(8)


_add = insert(talk)


def add_talks(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """New talks, each with its id and every column but `opened_at`, which is `changed_at`."""
    if rows:
        connection.execute(_add, [row | {"opened_at": row["changed_at"]} for row in rows])


_change = (
    update(talk)
    .where(talk.c.id == bindparam("talk_id"))
    .values(
        {name: bindparam(name) for name in ("state", "plain", "shown", "changed_at", "nudges", "nudge_at")}
    )
)


def change_talks(connection: Connection, changes: Sequence[dict[str, Any]]) -> None:
    """Write what talks have become; keys: `talk_id` and the columns of `_change`."""
    if changes:
        connection.execute(_change, list(changes))


def change_begun(connection: Connection, talk_id: int, begun: dict[str, Any]) -> None:
    """Set what a talk was begun with."""
    connection.execute(update(talk).where(talk.c.id == talk_id).values(begun=begun))


_end = delete(talk).where(talk.c.id.in_(bindparam("ids", expanding=True)))


def end_talks(connection: Connection, ids: Collection[int]) -> None:
    """A talk that ends leaves no answers behind."""
    if ids:
        connection.execute(_end, {"ids": list(ids)})


def end_talks_at(connection: Connection, lanes: Collection[str]) -> None:
    """Every talk of these lanes is dropped (the person leaves)."""
    if lanes:
        connection.execute(delete(talk).where(talk.c.lane.in_(lanes)))


_any_due = select(talk.c.id).where(talk.c.nudge_at <= bindparam("now")).limit(1)


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether `due_nudges` would give anything."""
    return connection.execute(_any_due, {"now": now}).first() is not None


def due_nudges(connection: Connection, now: datetime, limit: int) -> list[TalkRow]:
    """Drafts whose hour has come to be spoken of again, or to end."""
    rows = connection.execute(
        select(talk).where(talk.c.nudge_at <= now).order_by(talk.c.nudge_at).limit(limit)
    )
    return [TalkRow(*row) for row in rows]
