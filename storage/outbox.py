"""What is owed to people: written with its cause, sent afterwards, marked when the platform has it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    String,
    Update,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from storage import people
from storage.database import upserting
from storage.people import Place
from storage.tables import address, outbox, worker

ALERT, REPLY, REMINDER, BULK = range(4)
"""Ranks: a lower one never waits behind a higher one (DESIGN §4.4)."""

UNSENT = ("waiting", "paused")
"""States of what is still to be sent, now or when its author goes on."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A message to be written to one chat. `edits` is the outbox id of the message it replaces,
    `platform_id` the platform's own name of it where that is known."""

    lane: str
    channel: str
    bot: str
    chat: str
    rank: int
    body: dict[str, Any]
    edits: int | None = None
    platform_id: str | None = None
    not_before_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A message on its way."""

    id: int
    lane: str
    channel: str
    bot: str
    chat: str
    rank: int
    body: dict[str, Any]
    edits: int | None
    platform_id: str | None
    attempts: int
    created_at: datetime


_columns = (
    outbox.c.id, outbox.c.lane, outbox.c.channel, outbox.c.bot, outbox.c.chat, outbox.c.rank,
    outbox.c.body, outbox.c.edits, outbox.c.platform_id, outbox.c.attempts, outbox.c.created_at,
)  # fmt: skip
_enqueue = insert(outbox).returning(outbox.c.id)
_instant: BindParameter[datetime] = bindparam("now", type_=outbox.c.not_before_at.type)
_in_line = and_(
    outbox.c.state == "waiting",
    or_(outbox.c.attempts > 0, outbox.c.not_before_at.is_(None), outbox.c.not_before_at <= _instant),
)
"""What keeps its place in a chat: not what is only planned for a later hour, unless it was tried before."""

_is_bulk = outbox.c.rank == BULK
"""What is written to many stands in a line of its own in each chat: an answer does not wait behind it."""

_held_elsewhere = (
    select(outbox.c.lane)
    .where(
        _in_line,
        ~_is_bulk,
        outbox.c.lane.in_(bindparam("lanes", expanding=True)),
        or_(outbox.c.held_by.is_(None), outbox.c.held_by != bindparam("me")),
    )
    .distinct()
)


def readdress(
    connection: Connection,
    which: Collection[int] | str,
    why: str,
    now: datetime,
    *,
    pushing: Collection[str],
    me: str | None = None,
    ringing: bool = False,
) -> list[int]:
    """Send unsent messages (`which`: by id, or all of a lane) to the next live address of their person at
    which they were not tried yet, as if they had never been tried; `why` they cannot go where they are
    ("unreachable", "refused", "removed", "quota") is kept with them.

    Only what was written unasked: an answer belongs to its chat. A change of a message goes where that one
    is. With `me`, what another worker is sending is left to it; `ringing`: only to an address that rings
    (its channel is among `pushing`). Gives the ids of those that found another address; the others stay as
    they are.
    """
    rows = connection.execute(
        select(
            outbox.c.id, outbox.c.lane, outbox.c.tried, outbox.c.edits, address.c.person_id,
            _edited.c.lane.label("home"),
        )
        .join(address, address.c.lane == outbox.c.lane)
        .join(_edited, _edited.c.id == outbox.c.edits, isouter=True)
        .where(
            outbox.c.lane == which if isinstance(which, str) else outbox.c.id.in_(which),
            outbox.c.state.in_(UNSENT),
            outbox.c.rank != REPLY,
            true() if me is None else or_(outbox.c.held_by.is_(None), outbox.c.held_by == me),
        )
        .order_by(outbox.c.id)
        .with_for_update(of=outbox)
    ).all()  # fmt: skip
    ways = people.ways_to(connection, {row.person_id for row in rows}, pushing)
    moved: dict[int, Place] = {}
    tried: dict[int, list[list[str]]] = {}
    for row in rows:
        tried[row.id] = [*(row.tried or ()), [row.lane, why, now.isoformat()]]
        passed = {lane for lane, *_ in tried[row.id]}
        open_ways = [
            one
            for one in ways.get(row.person_id, ())
            if one.lane not in passed and (one.channel in pushing or not ringing)
        ]
        if row.edits is not None:
            home = moved[row.edits].lane if row.edits in moved else row.home
            open_ways = [one for one in open_ways if one.lane == home]
        if open_ways:
            moved[row.id] = open_ways[0]
    if moved:
        arrival = _next_number(connection, now)
        connection.execute(
            _readdress,
            [
                {
                    "row_id": id, "to_lane": to.lane, "to_channel": to.channel, "to_bot": to.bot,
                    "to_chat": to.chat, "ways_tried": tried[id], "came": arrival,
                }
                for id, to in moved.items()
            ],
        )  # fmt: skip
    return list(moved)


_edited = outbox.alias("edited")
_is_out = or_(outbox.c.state == "sent", and_(outbox.c.state == "waiting", outbox.c.held_by.is_not(None)))
"""Sent, or on its way: that it was sent may be written down a second later."""

_came = func.coalesce(outbox.c.arrival, outbox.c.id)
"""When a message came to its lane, as a number among those of all messages."""

_readdress = (
    update(outbox)
    .where(outbox.c.id == bindparam("row_id"))
    .values(
        lane=bindparam("to_lane"),
        channel=bindparam("to_channel"),
        bot=bindparam("to_bot"),
        chat=bindparam("to_chat"),
        tried=bindparam("ways_tried"),
        arrival=bindparam("came"),
        # What was planned for a later hour still is; what waited to be tried again waits no more.
        not_before_at=case((outbox.c.attempts > 0, None), else_=outbox.c.not_before_at),
        attempts=0,
        error=None,
        held_by=None,
    )
)


def _next_number(connection: Connection, now: datetime) -> int:
    """A number after those of all messages, which none will have: open pages ask for what came after one."""
    taken = connection.execute(
        insert(outbox)
        .values(lane="", channel="", bot="", chat="", rank=BULK, body={}, state="dropped", created_at=now)
        .returning(outbox.c.id)
    ).scalar_one()
    connection.execute(delete(outbox).where(outbox.c.id == taken))
    return int(taken)


def enqueue(
    connection: Connection, owed: Sequence[Owed], *, now: datetime, me: str | None = None
) -> tuple[list[int], list[OutboxRow]]:
    """Write messages, in order. Gives all ids, and the rows held by worker `me`, which sends them itself:
    those due now in lanes where nothing older waits with somebody else."""
    if not owed:
        return [], []
    mine: set[str] = set()
    if me is not None:
        mine = {one.lane for one in owed if one.rank < BULK}
        if mine:
            mine -= set(
                connection.execute(_held_elsewhere, {"lanes": list(mine), "me": me, "now": now}).scalars()
            )
    held = [one.lane in mine and one.not_before_at is None for one in owed]
    values = [
        {
            "lane": one.lane,
            "channel": one.channel,
            "bot": one.bot,
            "chat": one.chat,
            "rank": one.rank,
            "body": one.body,
            "edits": one.edits,
            "platform_id": one.platform_id,
            "state": "waiting",
            "attempts": 0,
            "created_at": now,
            "not_before_at": one.not_before_at,
            "held_by": me if hold else None,
        }
        for one, hold in zip(owed, held, strict=True)
    ]
    # Numbers are given in the order of the rows; only the order in which they come back is not promised.
    ids = sorted(connection.execute(_enqueue, values).scalars())
    rows = [
        OutboxRow(id, one.lane, one.channel, one.bot, one.chat, one.rank, one.body, one.edits,
                  one.platform_id, 0, now)
        for id, one, hold in zip(ids, owed, held, strict=True)
        if hold
    ]  # fmt: skip
    return ids, rows


_is_free = and_(
    outbox.c.state == "waiting",
    outbox.c.held_by.is_(None),
    or_(outbox.c.not_before_at.is_(None), outbox.c.not_before_at <= _instant),
    (outbox.c.channel + ":" + outbox.c.bot).in_(bindparam("names", expanding=True)),
)
_any_free = select(outbox.c.id).where(_is_free).limit(1)
_first_of_lines = (
    select(func.min(outbox.c.id).label("id")).where(_in_line).group_by(outbox.c.lane, _is_bulk).subquery()
)
_claimable = (
    select(*_columns)
    .join(_first_of_lines, _first_of_lines.c.id == outbox.c.id)
    .where(_is_free, outbox.c.rank <= bindparam("lowest"))
    .order_by(outbox.c.rank, outbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=outbox, skip_locked=True)
)


def _names(channels: Collection[tuple[str, str]]) -> list[str]:
    return [f"{channel}:{bot}" for channel, bot in channels]


def claim(
    connection: Connection,
    *,
    me: str,
    channels: Collection[tuple[str, str]],
    now: datetime,
    limit: int,
    lowest: int = BULK,
) -> list[OutboxRow]:
    """Take over the oldest unsent message of each line that nobody holds and whose hour has come, none of a
    rank below the `lowest`."""
    given = {"now": now, "names": _names(channels), "most": limit, "lowest": lowest}
    rows = [OutboxRow(*row) for row in connection.execute(_claimable, given)]
    if rows:
        connection.execute(update(outbox).where(outbox.c.id.in_([row.id for row in rows])).values(held_by=me))
    return rows


def is_any_free(connection: Connection, channels: Collection[tuple[str, str]], now: datetime) -> bool:
    """Is there anything `claim` might take? Asked every second, so without a write."""
    return connection.execute(_any_free, {"now": now, "names": _names(channels)}).first() is not None


def drop_superseded(connection: Connection, now: datetime) -> None:
    """Redraws left by a crash that a later redraw of the same message makes pointless (DESIGN §10)."""
    later = outbox.alias("later")
    connection.execute(
        update(outbox)
        .where(
            outbox.c.state == "waiting",
            outbox.c.held_by.is_(None),
            outbox.c.edits.is_not(None),
            select(later.c.id)
            .where(later.c.lane == outbox.c.lane, later.c.edits == outbox.c.edits, later.c.id > outbox.c.id)
            .exists(),
        )
        .values(state="dropped", sent_at=now, error="superseded")
    )


_at_lane: BindParameter[str] = bindparam("at_lane", type_=String)
_sent = (
    update(outbox)
    .where(
        outbox.c.id == bindparam("row_id"),
        or_(_at_lane.is_(None), outbox.c.lane == _at_lane),
    )
    .values(
        state=bindparam("new_state"),
        platform_id=bindparam("told"),
        sent_at=bindparam("at"),
        error=bindparam("why"),
        held_by=None,
    )
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of a message: `state` is sent, failed or dropped."""

    id: int
    state: str
    at: datetime
    platform_id: str | None = None
    why: str | None = None
    lane: str | None = None
    """Where that was, if it is known: what has gone to another address meanwhile still waits there."""


def mark(connection: Connection, marks: Sequence[Mark]) -> None:
    """Write down outcomes."""
    connection.execute(
        _sent,
        [
            {
                "row_id": one.id,
                "at_lane": one.lane,
                "new_state": one.state,
                "told": one.platform_id,
                "at": one.at,
                "why": one.why,
            }
            for one in marks
        ],
    )


def release(
    connection: Connection, lane: str, ids: Collection[int], *, first: int, not_before: datetime, why: str
) -> None:
    """Give unsent messages of this lane back; the `first` of them was tried and waits until `not_before`."""
    here = outbox.c.lane == lane
    connection.execute(update(outbox).where(outbox.c.id.in_(ids), here).values(held_by=None))
    connection.execute(
        update(outbox)
        .where(outbox.c.id == first, here)
        .values(attempts=outbox.c.attempts + 1, not_before_at=not_before, error=why)
    )


def fail_lane(connection: Connection, lane: str, *, now: datetime, why: str, me: str | None = None) -> None:
    """The person cannot be reached: nothing more is tried for this lane. With `me`, what another worker is
    sending is left to it."""
    mine = true() if me is None else or_(outbox.c.held_by.is_(None), outbox.c.held_by == me)
    connection.execute(
        update(outbox)
        .where(outbox.c.lane == lane, outbox.c.state == "waiting", mine)
        .values(state="failed", held_by=None, sent_at=now, error=why)
    )


def move_lane(connection: Connection, lane: str, to: str, chat: str) -> None:
    """The platform calls this chat otherwise now: what waits for it goes there. What a worker holds may be
    sent already, under a name that means another message there: its worker will find out and give it back."""
    connection.execute(
        update(outbox)
        .where(outbox.c.lane == lane, outbox.c.state.in_(UNSENT), outbox.c.held_by.is_(None))
        .values(lane=to, chat=chat)
    )


def was_told(connection: Connection, lane: str, text: str, since: datetime) -> bool:
    """Whether this very text was written to a lane since then."""
    same = outbox.c.body["text"].as_string() == text
    told = select(outbox.c.id).where(outbox.c.lane == lane, outbox.c.created_at > since, same)
    return connection.execute(told.limit(1)).first() is not None


def platform_id(connection: Connection, id: int, lane: str) -> str | None:
    """The platform's name of a message sent earlier, at this lane: elsewhere it names another one."""
    sent = select(outbox.c.platform_id).where(outbox.c.id == id, outbox.c.lane == lane)
    return connection.execute(sent).scalar_one_or_none()


_me: BindParameter[str] = bindparam("me", type_=String)
_still_waiting = select(*_columns).where(
    outbox.c.id == bindparam("id"),
    outbox.c.state == "waiting",
    or_(_me.is_(None), outbox.c.held_by == _me),
)


def still_waiting(connection: Connection, id: int, me: str | None = None) -> OutboxRow | None:
    """A message not sent, not paused and not called off, as it stands now; with `me`, one that this worker
    still holds: another may have taken it over from one that was silent for too long."""
    row = connection.execute(_still_waiting, {"id": id, "me": me}).one_or_none()
    return OutboxRow(*row) if row else None


def let_go(connection: Connection, ids: Collection[int], me: str) -> None:
    """Worker `me` does not send these now (they are paused, called off, or behind one that waits) and holds
    them no more: once they may be sent, anybody may take them."""
    connection.execute(
        update(outbox).where(outbox.c.id.in_(ids), outbox.c.held_by == me).values(held_by=None)
    )


def drop_planned(connection: Connection, lanes: Collection[str], now: datetime) -> None:
    """Whoever was at these lanes is gone: reminders and messages to many are not sent there any more."""
    connection.execute(
        update(outbox)
        .where(outbox.c.lane.in_(lanes), outbox.c.state.in_(UNSENT), outbox.c.rank >= REMINDER)
        .values(state="dropped", held_by=None, sent_at=now, error="gone")
    )


_messages_after = (
    select(_came, *_columns)
    .where(
        outbox.c.lane == bindparam("lane"),
        or_(outbox.c.id > bindparam("after"), outbox.c.arrival > bindparam("after")),
    )
    .order_by(_came.desc(), outbox.c.id.desc())
    .limit(bindparam("most"))
)


def messages_after(
    connection: Connection, lane: str, after: int, limit: int = 200
) -> list[tuple[int, OutboxRow]]:
    """A lane's messages in the order they came to it, each with the number to ask on from: what the web page
    shows."""
    rows = connection.execute(_messages_after, {"lane": lane, "after": after, "most": limit})
    return [(number, OutboxRow(*row)) for number, *row in rows][::-1]


def message_of(connection: Connection, lane: str, id: int) -> OutboxRow | None:
    """A message of this lane; those of other lanes do not exist here."""
    row = connection.execute(select(*_columns).where(outbox.c.id == id, outbox.c.lane == lane)).one_or_none()
    return OutboxRow(*row) if row else None


def written_since(connection: Connection, lane: str, since: datetime) -> int:
    """How many messages were written to a lane since then."""
    mine = select(func.count()).select_from(outbox)
    written = mine.where(outbox.c.lane == lane, outbox.c.created_at > since)
    return int(connection.execute(written).scalar_one())


_late_bodies = (
    select(outbox.c.body)
    .where(outbox.c.lane == bindparam("lane"), _came > bindparam("after"), _is_out)
    .order_by(_came.desc())
    .limit(bindparam("most"))
)


def rows_of_late(connection: Connection, lane: str, limit: int, after: int = 0) -> list[list[list[Any]]]:
    """The buttons under the newest messages that have gone out to a lane (later than message `after`), newest
    first: rows of (data, label, chosen)."""
    bodies = connection.execute(_late_bodies, {"lane": lane, "after": after, "most": limit})
    return [body["rows"] for body in bodies.scalars() if body["rows"]]


def find(connection: Connection, id: int) -> OutboxRow | None:
    """A message by its number, whatever became of it."""
    row = connection.execute(select(*_columns).where(outbox.c.id == id)).one_or_none()
    return OutboxRow(*row) if row else None


def overdue(connection: Connection, before: datetime) -> int:
    """Messages that should have been with the platform before `before`."""
    return int(
        connection.execute(
            select(func.count())
            .select_from(outbox)
            .where(
                outbox.c.state == "waiting",
                outbox.c.rank < BULK,
                outbox.c.created_at < before,
                or_(outbox.c.not_before_at.is_(None), outbox.c.not_before_at < before),
            )
        ).scalar_one()
    )


# -- workers ---------------------------------------------------------------------------------------

_beat = upserting(
    lambda insert: (
        insert(worker)
        .values(id=bindparam("me"), seen_at=bindparam("now"))
        .on_conflict_do_update(index_elements=["id"], set_={"seen_at": bindparam("now")})
    )
)


def beat(connection: Connection, me: str, now: datetime) -> None:
    """Say that worker `me` is alive."""
    connection.execute(_beat(connection), {"me": me, "now": now})


_forget_dead = delete(worker).where(worker.c.seen_at <= bindparam("seen"))


@cache
def _free_dead(states: tuple[str, ...]) -> Update:
    alive = select(worker.c.id).where(worker.c.seen_at > bindparam("seen"))
    return (
        update(outbox)
        .where(
            or_(*(outbox.c.state == one for one in states)),
            outbox.c.held_by.is_not(None),
            outbox.c.held_by != bindparam("me"),
            outbox.c.held_by.not_in(alive),
        )
        .values(held_by=None)
    )


def bury(
    connection: Connection, *, me: str, now: datetime, silent: timedelta, states: Sequence[str] = ("waiting",)
) -> int:
    """Free what workers silent for so long were holding (of these states); gives how many messages."""
    given = {"seen": now - silent, "me": me}
    freed = connection.execute(_free_dead(tuple(states)), given).rowcount
    connection.execute(_forget_dead, given)
    return freed


_old = select(outbox.c.id).where(outbox.c.created_at < _instant, outbox.c.state.not_in(UNSENT)).limit(1)


def is_any_before(connection: Connection, instant: datetime) -> bool:
    """Whether `forget_before` would drop anything."""
    return connection.execute(_old, {"now": instant}).first() is not None


def forget_before(connection: Connection, instant: datetime) -> int:
    """Drop delivered messages older than `instant` (DOMAIN §7); gives how many."""
    return connection.execute(
        delete(outbox).where(outbox.c.created_at < instant, outbox.c.state.not_in(UNSENT))
    ).rowcount
