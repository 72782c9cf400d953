"""What people sent, kept from the moment before we say "received" until its turn is done."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, text, tuple_, update

from storage.database import upserting
from storage.tables import inbox


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One masked message on its way to a turn."""

    channel: str
    bot: str
    update_key: str
    lane: str
    digest: str
    body: dict[str, Any]
    received_at: datetime
    id: int = 0
    failures: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        """What the platform calls this update; unique for ever (kept 7 days at least)."""
        return self.channel, self.bot, self.update_key


def hold_lanes(connection: Connection, lanes: Collection[str]) -> set[str]:
    """Those of `lanes` that no other process is answering now; they stay ours until the commit.

    SQLite has one writer, so all of them. On PostgreSQL an advisory lock a lane: a row lock would not do,
    because the first message of a chat has no row yet (ADR 0003).
    """
    if connection.dialect.name == "sqlite":
        return set(lanes)
    keys = {zlib.crc32(lane.encode()): lane for lane in sorted(lanes)}
    got = connection.execute(
        text(
            "SELECT k FROM unnest(CAST(:keys AS bigint[])) AS k"
            " WHERE pg_try_advisory_xact_lock(7, CAST(k - 2147483648 AS int))"
        ),
        {"keys": list(keys)},
    )
    held = set(got.scalars())
    return {lane for lane in lanes if zlib.crc32(lane.encode()) in held}


_waiting_lanes = (
    select(inbox.c.lane)
    .where(inbox.c.state == "waiting", inbox.c.lane.in_(bindparam("lanes", expanding=True)))
    .distinct()
)


def lanes_with_backlog(connection: Connection, lanes: Collection[str]) -> set[str]:
    """Those of `lanes` where an earlier message still waits for its turn."""
    return set(connection.execute(_waiting_lanes, {"lanes": list(lanes)}).scalars())


_insert = upserting(
    lambda insert: (
        insert(inbox)
        .on_conflict_do_nothing(index_elements=["channel", "bot", "update_key"])
        .returning(inbox.c.channel, inbox.c.bot, inbox.c.update_key)
    )
)


def admit(
    connection: Connection, rows: Sequence[InboxRow], *, done: Collection[str]
) -> set[tuple[str, str, str]]:
    """Store rows not seen before and give their keys. Rows of lanes in `done` are stored as answered,
    without their words, because their turn runs in this same transaction."""
    values = [
        {
            "channel": row.channel,
            "bot": row.bot,
            "update_key": row.update_key,
            "lane": row.lane,
            "digest": row.digest,
            "body": None if row.lane in done else row.body,
            "received_at": row.received_at,
            "state": "done" if row.lane in done else "waiting",
            "failures": 0,
        }
        for row in rows
    ]
    stored = connection.execute(_insert(connection), values)
    return {(channel, bot, key) for channel, bot, key in stored}


def seen(
    connection: Connection, keys: Collection[tuple[str, str, str]]
) -> dict[tuple[str, str, str], tuple[str, datetime]]:
    """Digest and arrival of updates seen before."""
    name = inbox.c.channel, inbox.c.bot, inbox.c.update_key
    rows = connection.execute(
        select(*name, inbox.c.digest, inbox.c.received_at).where(tuple_(*name).in_(list(keys)))
    )
    return {(channel, bot, key): (digest, at) for channel, bot, key, digest, at in rows}


_oldest = (
    select(func.min(inbox.c.id).label("id"))
    .where(inbox.c.state == "waiting")
    .group_by(inbox.c.lane)
    .order_by("id")
    .limit(bindparam("most"))
    .subquery()
)
_heads = select(inbox).join(_oldest, _oldest.c.id == inbox.c.id).order_by(inbox.c.id)


def waiting_heads(connection: Connection, limit: int) -> list[InboxRow]:
    """The oldest waiting message of each lane, lanes in the order they came; at most `limit`."""
    rows = connection.execute(_heads, {"most": limit})
    return [
        InboxRow(
            row.channel, row.bot, row.update_key, row.lane, row.digest, row.body, row.received_at, row.id,
            row.failures,
        )
        for row in rows
    ]  # fmt: skip


def still_waiting(connection: Connection, ids: Collection[int]) -> set[int]:
    """Those of `ids` whose turn nobody has taken; asked again under the lanes' locks."""
    rows = connection.execute(select(inbox.c.id).where(inbox.c.id.in_(ids), inbox.c.state == "waiting"))
    return set(rows.scalars())


def finish(connection: Connection, ids: Sequence[int]) -> None:
    """These turns are done; their words are forgotten."""
    connection.execute(update(inbox).where(inbox.c.id.in_(ids)).values(state="done", body=None))


def fail(connection: Connection, id: int, *, park_after: int) -> bool:
    """Count a failed turn; from the `park_after`-th on the message is set aside, words kept (True)."""
    failures = connection.execute(
        update(inbox)
        .where(inbox.c.id == id)
        .values(failures=inbox.c.failures + 1)
        .returning(inbox.c.failures)
    ).scalar_one()
    if failures < park_after:
        return False
    connection.execute(update(inbox).where(inbox.c.id == id).values(state="parked"))
    return True


def count_parked(connection: Connection) -> int:
    """Messages set aside because their turn failed again and again."""
    return int(
        connection.execute(
            select(func.count()).select_from(inbox).where(inbox.c.state == "parked")
        ).scalar_one()
    )


_old = select(inbox.c.id).where(inbox.c.received_at < bindparam("instant"), inbox.c.state == "done").limit(1)


def is_any_before(connection: Connection, instant: datetime) -> bool:
    """Whether `forget_before` would drop anything."""
    return connection.execute(_old, {"instant": instant}).first() is not None


def forget_before(connection: Connection, instant: datetime) -> int:
    """Drop answered rows received before `instant` (7 days, DOMAIN §7); gives how many."""
    return connection.execute(
        delete(inbox).where(inbox.c.received_at < instant, inbox.c.state == "done")
    ).rowcount
