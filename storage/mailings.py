"""One message to many: the mailing, a copy a person for ever, and the outbox rows made of them. DESIGN §4.3.

Statements here work on many rows at once. While people are added to a mailing a copy is "new" until its
message is written; no other transaction ever sees that state.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    text,
    true,
    update,
)

from domain.audience import Audience
from storage import direct_line
from storage.audiences import meant
from storage.database import COUNTED, upserting
from storage.outbox import BULK, UNSENT
from storage.people import best_address
from storage.tables import (
    Document,
    address,
    mailing,
    mailing_copy,
    outbox,
    period,
    person,
)

PLANNED, FILLING, SENDING, PAUSED = "planned", "filling", "sending", "paused"
DONE, STALE, CANCELLED = "done", "stale", "cancelled"
"""States of a mailing: waits for its period; people are still being added; all are added; its author holds
it; all is sent; all is sent and somebody has read it since its author was told; called off."""

REPORTERS_CARD = "heard-card"
"""The kind of a card sent to people because of what they reported."""

WORKED_ON = (FILLING, SENDING, PAUSED, STALE)

LOCK = 0x6E68_6D61
"""PostgreSQL's advisory lock of whoever adds people to mailings: of several processes one does."""


def hold(connection: Connection) -> bool:
    """Whether this transaction is the one that works on mailings now. SQLite has one writer."""
    if connection.dialect.name == "sqlite":
        return True
    return bool(connection.execute(text("SELECT pg_try_advisory_xact_lock(:lock)"), {"lock": LOCK}).scalar())


# -- the mailing -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MailingRow:
    """A mailing. `body` is an outbox body a language, `watched` where its author sees how it goes."""

    id: int
    unit_id: int
    person_id: int | None
    kind: str
    subject_id: int | None
    body: dict[str, Any]
    audience: Audience
    acknowledged: bool
    state: str
    total: int
    made_at: datetime
    watched: dict[str, Any] | None


_columns: tuple[Any, ...] = (
    mailing.c.id, mailing.c.unit_id, mailing.c.person_id, mailing.c.kind, mailing.c.subject_id,
    mailing.c.body, mailing.c.audience, mailing.c.acknowledged, mailing.c.state, mailing.c.total,
    mailing.c.made_at, mailing.c.watched,
)  # fmt: skip


def _row(row: Any) -> MailingRow:
    found = dict(row._mapping)
    return MailingRow(**found | {"audience": Audience.from_json(found["audience"])})


def add(connection: Connection, *, audience: Audience, **values: Any) -> int:
    """A new mailing; gives its id."""
    added = insert(mailing).values(audience=audience.to_json(), **values).returning(mailing.c.id)
    return int(connection.execute(added).scalar_one())


def find(connection: Connection, id: int) -> MailingRow | None:
    """One mailing, or None."""
    row = connection.execute(select(*_columns).where(mailing.c.id == id)).one_or_none()
    return _row(row) if row else None


def change(connection: Connection, id: int, **values: Any) -> None:
    """Set columns of a mailing."""
    connection.execute(update(mailing).where(mailing.c.id == id).values(**values))


def turn(connection: Connection, id: int, states: Collection[str], to: str, **values: Any) -> bool:
    """Bring a mailing from one of `states` to another; False when it was in none of them."""
    done = connection.execute(
        update(mailing).where(mailing.c.id == id, mailing.c.state.in_(states)).values(state=to, **values)
    )
    return done.rowcount == 1


def held_still(connection: Connection, id: int) -> MailingRow | None:
    """The mailing, kept from being paused or called off by others until the commit."""
    query = select(*_columns).where(mailing.c.id == id).with_for_update(of=mailing)
    row = connection.execute(query).one_or_none()
    return _row(row) if row else None


_any_worked_on = select(mailing.c.id).where(mailing.c.state.in_(WORKED_ON)).limit(1)


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether there is any mailing to work on."""
    return connection.execute(_any_worked_on).first() is not None


_begun = (
    select(*_columns)
    .join(period, period.c.id == mailing.c.subject_id)
    .where(mailing.c.state == PLANNED, period.c.start_at <= bindparam("now"))
    .order_by(mailing.c.id)
)
_any_begun = _begun.limit(1)


def is_any_begun(connection: Connection, now: datetime) -> bool:
    """Whether the period of a planned mailing has begun."""
    return connection.execute(_any_begun, {"now": now}).first() is not None


def begun(connection: Connection, now: datetime) -> list[MailingRow]:
    """Planned mailings whose period has begun, oldest first."""
    return [_row(row) for row in connection.execute(_begun, {"now": now})]


def planned_for(connection: Connection, period_id: int) -> list[int]:
    """Ids of the mailings that wait for this period."""
    rows = connection.execute(
        select(mailing.c.id).where(mailing.c.state == PLANNED, mailing.c.subject_id == period_id)
    )
    return list(rows.scalars())


def worked_on(connection: Connection) -> list[MailingRow]:
    """Mailings being written, sent, held (what was on its way arrives still) or told of, oldest first."""
    rows = connection.execute(select(*_columns).where(mailing.c.state.in_(WORKED_ON)).order_by(mailing.c.id))
    return [_row(row) for row in rows]


def recent_of(connection: Connection, person_id: int, since: datetime, limit: int) -> list[MailingRow]:
    """A person's own mailings since then, newest first."""
    rows = connection.execute(
        select(*_columns)
        .where(mailing.c.person_id == person_id, mailing.c.made_at >= since, mailing.c.state != PLANNED)
        .order_by(mailing.c.id.desc())
        .limit(limit)
    )
    return [_row(row) for row in rows]


def of_units(connection: Connection, units: Collection[int], before: int, limit: int) -> list[MailingRow]:
    """Mailings of these units, the newest first, from below the number `before` on (0: from the newest)."""
    query = select(*_columns).where(mailing.c.unit_id.in_(units))
    if before:
        query = query.where(mailing.c.id < before)
    return [_row(row) for row in connection.execute(query.order_by(mailing.c.id.desc()).limit(limit))]


# -- adding people -----------------------------------------------------------------------------------


def _people(row: MailingRow) -> Select[Any]:
    """Ids of the people of a mailing: those who were there when it was made, but for its author."""
    return select(person.c.id).where(
        meant(row.audience),
        person.c.left_at.is_(None),
        person.c.joined_at <= row.made_at,
        person.c.id != (row.person_id or 0),
    )


def count(connection: Connection, row: MailingRow) -> int:
    """How many people a mailing is meant for; those of the direct line get it uncounted."""
    counted = _people(row).where(direct_line.shown(person.c.id)).subquery()
    return connection.execute(select(func.count()).select_from(counted)).scalar_one()


_copy = upserting(lambda insert: insert(mailing_copy).on_conflict_do_nothing())


def fill(
    connection: Connection,
    row: MailingRow,
    bodies: Mapping[str, Any],
    *,
    now: datetime,
    pushing: Collection[str],
    most: int,
) -> int:
    """Add the next `most` people who have no copy yet, and write their messages (`bodies` by language); gives
    how many were added. Whoever nothing reaches has a copy without a message."""
    floor = connection.execute(select(func.max(outbox.c.id))).scalar() or 0
    added = _add_copies(connection, row, pushing, most)
    _write_messages(connection, row.id, bodies, now)
    message = select(func.max(outbox.c.id)).where(
        outbox.c.lane == mailing_copy.c.lane, outbox.c.rank == BULK, outbox.c.id > floor
    )
    connection.execute(
        update(mailing_copy)
        .where(mailing_copy.c.mailing_id == row.id, mailing_copy.c.state == "new")
        .values(state="queued", outbox_id=message.scalar_subquery())
    )
    return added


def _add_copies(connection: Connection, row: MailingRow, pushing: Collection[str], most: int) -> int:
    has_one = exists().where(mailing_copy.c.mailing_id == row.id, mailing_copy.c.person_id == person.c.id)
    next_ones = _people(row).where(~has_one).order_by(person.c.id).limit(most).subquery()
    place = best_address(next_ones.c.id, pushing)
    copies = (
        select(
            literal(row.id),
            next_ones.c.id,
            address.c.lane,
            case((address.c.lane.is_(None), literal("unreachable")), else_=literal("new")),
        )
        .select_from(next_ones.outerjoin(address, address.c.id == place))
        .where(true())
    )
    columns = ["mailing_id", "person_id", "lane", "state"]
    # SQLite reads ON CONFLICT after a join as that join's; a WHERE tells it otherwise.
    written = _copy(connection).from_select(columns, copies)
    return int(connection.execute(written, execution_options=COUNTED).rowcount)


def _write_messages(connection: Connection, id: int, bodies: Mapping[str, Any], now: datetime) -> None:
    by_language = {lang: literal(body, Document) for lang, body in bodies.items()}
    instant = literal(now, outbox.c.created_at.type)
    rows = (
        select(
            address.c.lane,
            address.c.channel,
            address.c.bot,
            address.c.chat,
            literal(BULK),
            case(by_language, value=person.c.lang),
            literal("waiting"),
            literal(0),
            instant,
        )
        .join(mailing_copy, mailing_copy.c.lane == address.c.lane)
        .join(person, person.c.id == mailing_copy.c.person_id)
        .where(mailing_copy.c.mailing_id == id, mailing_copy.c.state == "new")
        .order_by(mailing_copy.c.id)
    )
    columns = ["lane", "channel", "bot", "chat", "rank", "body", "state", "attempts", "created_at"]
    connection.execute(insert(outbox).from_select(columns, rows))


def people_of(id: int, state: str | None = None) -> Select[Any]:
    """The query for those who have a copy of a mailing (in that state)."""
    own = select(mailing_copy.c.person_id).where(mailing_copy.c.mailing_id == id)
    return own if state is None else own.where(mailing_copy.c.state == state)


# -- what becomes of them ----------------------------------------------------------------------------

_OUTCOMES = {"sent": "sent", "failed": "failed", "dropped": "cancelled"}
"""What a copy becomes when its message was sent, given up or called off."""


def settle(connection: Connection, ids: Collection[int]) -> None:
    """Take over what became of the messages of these mailings; where they went to is forgotten. A message
    that was on its way when it was called off may have been sent after all."""
    outcome = case(_OUTCOMES, value=outbox.c.state)
    connection.execute(
        update(mailing_copy)
        .where(
            mailing_copy.c.mailing_id.in_(ids),
            mailing_copy.c.outbox_id == outbox.c.id,
            or_(
                and_(mailing_copy.c.state == "queued", outbox.c.state.in_(_OUTCOMES)),
                and_(mailing_copy.c.state == "cancelled", outbox.c.state == "sent"),
            ),
        )
        .values(state=outcome, lane=None)
    )


def forget_places(connection: Connection, lanes: Collection[str]) -> None:
    """Whoever was at these lanes is gone: no copy tells where it went."""
    connection.execute(update(mailing_copy).where(mailing_copy.c.lane.in_(lanes)).values(lane=None))


@dataclass(frozen=True, slots=True)
class Tally:
    """How a mailing goes: people whose message waits, was sent, was given up or called off; who could not be
    written to at all; who has read it. Of the direct line only what waits is counted, for it is not over
    before."""

    queued: int = 0
    sent: int = 0
    failed: int = 0
    cancelled: int = 0
    unreachable: int = 0
    read: int = 0


def tallies(connection: Connection, ids: Collection[int]) -> dict[int, Tally]:
    """How these mailings go."""
    is_counted = or_(mailing_copy.c.state == "queued", direct_line.shown(mailing_copy.c.person_id))
    rows = connection.execute(
        select(
            mailing_copy.c.mailing_id,
            mailing_copy.c.state,
            func.count().label("n"),
            func.count(mailing_copy.c.read_at).label("read"),
        )
        .where(mailing_copy.c.mailing_id.in_(ids), is_counted)
        .group_by(mailing_copy.c.mailing_id, mailing_copy.c.state)
    )
    found: dict[int, dict[str, int]] = {id: {} for id in ids}
    for row in rows:
        found[row.mailing_id][row.state] = row.n
        found[row.mailing_id]["read"] = found[row.mailing_id].get("read", 0) + row.read
    return {id: Tally(**one) for id, one in found.items()}


def _messages(id: int) -> Select[Any]:
    return select(mailing_copy.c.outbox_id).where(
        mailing_copy.c.mailing_id == id, mailing_copy.c.state == "queued"
    )


def pause(connection: Connection, id: int) -> None:
    """Hold what is not sent yet. Who holds a message keeps it: it is looked at again before it is sent."""
    connection.execute(
        update(outbox)
        .where(outbox.c.id.in_(_messages(id)), outbox.c.state == "waiting")
        .values(state="paused")
    )


def resume(connection: Connection, id: int) -> None:
    """Go on with what was held."""
    connection.execute(
        update(outbox)
        .where(outbox.c.id.in_(_messages(id)), outbox.c.state == "paused")
        .values(state="waiting")
    )


def rewrite(connection: Connection, id: int, bodies: Mapping[str, Any]) -> set[int]:
    """Put other words (`bodies` by language) into the messages that are not sent yet; gives the people whose
    message nobody has begun to send."""
    mine = and_(mailing_copy.c.mailing_id == id, mailing_copy.c.state == "queued")
    for lang, body in bodies.items():
        spoken = select(mailing_copy.c.outbox_id).join(person, person.c.id == mailing_copy.c.person_id)
        connection.execute(
            update(outbox)
            .where(outbox.c.id.in_(spoken.where(mine, person.c.lang == lang)), outbox.c.state.in_(UNSENT))
            .values(body=body)
        )
    untouched = connection.execute(
        select(mailing_copy.c.person_id)
        .join(outbox, outbox.c.id == mailing_copy.c.outbox_id)
        .where(mine, outbox.c.state.in_(UNSENT), outbox.c.held_by.is_(None), outbox.c.attempts == 0)
    )
    return set(untouched.scalars())


def call_off(connection: Connection, id: int, now: datetime) -> None:
    """What is not sent yet never will be."""
    connection.execute(
        update(outbox)
        .where(outbox.c.id.in_(_messages(id)), outbox.c.state.in_(UNSENT))
        .values(state="dropped", sent_at=now, error="called off")
    )


# -- who has read it ---------------------------------------------------------------------------------


def acknowledge(connection: Connection, id: int, person_id: int, now: datetime) -> datetime | None:
    """A person has read it; gives when that was first said, None for somebody who never got it."""
    own = and_(mailing_copy.c.mailing_id == id, mailing_copy.c.person_id == person_id)
    first = connection.execute(
        update(mailing_copy).where(own, mailing_copy.c.read_at.is_(None)).values(read_at=now)
    ).rowcount
    if first:
        turn(connection, id, (DONE,), STALE)
    return connection.execute(select(mailing_copy.c.read_at).where(own)).scalar()


def unread_of(connection: Connection, person_id: int, since: datetime) -> int | None:
    """The newest mailing since then that asks to be acknowledged and that this person has got, not read."""
    return connection.execute(
        select(mailing.c.id)
        .join(mailing_copy, mailing_copy.c.mailing_id == mailing.c.id)
        .where(
            mailing_copy.c.person_id == person_id,
            mailing_copy.c.state.in_(("queued", "sent")),
            mailing_copy.c.read_at.is_(None),
            mailing.c.acknowledged.is_(True),
            mailing.c.made_at >= since,
        )
        .order_by(mailing.c.id.desc())
        .limit(1)
    ).scalar()


def names(connection: Connection, id: int, states: Sequence[str], *, unread: bool = False) -> list[str]:
    """Whose copy is in one of these states (and `unread`), by label; nobody of the direct line."""
    wanted = [
        mailing_copy.c.mailing_id == id,
        mailing_copy.c.state.in_(states),
        direct_line.shown(mailing_copy.c.person_id),
    ]
    if unread:
        wanted.append(mailing_copy.c.read_at.is_(None))
    rows = connection.execute(
        select(person.c.id, person.c.label)
        .join(mailing_copy, mailing_copy.c.person_id == person.c.id)
        .where(*wanted)
        .order_by(person.c.label, person.c.id)
    )
    return [row.label or f"CTV-{row.id}" for row in rows]


def failures(connection: Connection, id: int) -> list[tuple[str, list[tuple[str, str]]]]:
    """Whom the message did not reach (nobody of the direct line), by label, with every channel that was tried
    and why it took nothing ("unreachable", "refused", "quota", "removed")."""
    is_dead = address.c.unreachable_at.is_not(None)
    rows = connection.execute(
        select(
            person.c.id,
            person.c.label,
            outbox.c.tried,
            outbox.c.channel,
            outbox.c.error,
            is_dead.label("dead"),
        )
        .select_from(mailing_copy)
        .join(person, person.c.id == mailing_copy.c.person_id)
        .join(outbox, outbox.c.id == mailing_copy.c.outbox_id, isouter=True)
        .join(address, address.c.lane == outbox.c.lane, isouter=True)
        .where(
            mailing_copy.c.mailing_id == id,
            mailing_copy.c.state == "failed",
            direct_line.shown(person.c.id),
        )
        .order_by(person.c.label, person.c.id)
    )
    found = []
    for row in rows:
        tried = [(str(lane).split(":", 1)[0], str(why)) for lane, why, _ in row.tried or ()]
        why = "quota" if row.error == "quota" else "unreachable" if row.dead else "refused"
        last = [(row.channel, why)] if row.channel else []
        found.append((row.label or f"CTV-{row.id}", tried + last))
    return found


_cards = select(mailing.c.id).where(mailing.c.kind == REPORTERS_CARD, mailing.c.made_at < bindparam("before"))
_old_cards = select(mailing_copy.c.id).where(mailing_copy.c.mailing_id.in_(_cards))
"""Copies of cards to reporters made before an instant."""
_any_card_old = _old_cards.limit(1)
_forget_cards = delete(mailing_copy).where(mailing_copy.c.id.in_(_old_cards))


def is_any_card_old(connection: Connection, before: datetime) -> bool:
    """Whether `forget_reporters` would forget anything."""
    return connection.execute(_any_card_old, {"before": before}).first() is not None


def forget_reporters(connection: Connection, before: datetime) -> None:
    """Who got a card because of a report is on record no longer than who made the report."""
    connection.execute(_forget_cards, {"before": before})


def copies_of(connection: Connection, person_id: int) -> list[tuple[str, datetime, datetime | None]]:
    """(kind, when, when read) of everything written to a person this way, newest first."""
    rows = connection.execute(
        select(mailing.c.kind, mailing.c.made_at, mailing_copy.c.read_at)
        .join(mailing_copy, mailing_copy.c.mailing_id == mailing.c.id)
        .where(mailing_copy.c.person_id == person_id)
        .order_by(mailing.c.id.desc())
    )
    return [(row.kind, row.made_at, row.read_at) for row in rows]
