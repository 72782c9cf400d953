"""Reminders: one row a person, period and stage for ever; and the messages made of them. DESIGN §4.5, §6.

Statements here work on all rows at once. Within a tick a row is "new" until its message is written; no other
transaction ever sees that state.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    BindParameter,
    Boolean,
    ColumnElement,
    Connection,
    Select,
    String,
    Subquery,
    and_,
    bindparam,
    case,
    column,
    func,
    insert,
    literal,
    or_,
    select,
    text,
    update,
    values,
)

from storage import direct_line
from storage.database import COUNTED, upserting
from storage.obligations import OWES
from storage.outbox import REMINDER
from storage.people import best_address
from storage.tables import Document, address, obligation, outbox, period, period_stage, person, reminder, talk

DIGESTS = "digest-%"
DRAFTS = ("quick_report", "periodic")
"""Flows whose open talk is a draft that a reminder offers to go on with."""

LETTERS_AT_ONCE = 500
MANY = 2
"""Periods due at once for one person that are still written to everybody together."""

_INSTANT = outbox.c.created_at.type
LOCK = 0x6E686163
"""PostgreSQL's advisory lock of whoever reminds: of several processes one does, the others skip the tick."""


def hold(connection: Connection) -> bool:
    """Whether this transaction is the one that reminds now. SQLite has one writer."""
    if connection.dialect.name == "sqlite":
        return True
    return bool(connection.execute(text("SELECT pg_try_advisory_xact_lock(:lock)"), {"lock": LOCK}).scalar())


# -- stages ------------------------------------------------------------------------------------------

_stage_open = period_stage.c.state.in_(("planned", "current"))
_reminds = period_stage.c.stage.not_like(DIGESTS)


_any = (
    select(period_stage.c.id)
    .where(_stage_open, _reminds, period_stage.c.at <= bindparam("now", type_=_INSTANT))
    .limit(1),
    select(reminder.c.id)
    .where(reminder.c.state == "planned", reminder.c.at <= bindparam("now", type_=_INSTANT))
    .limit(1),
)


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether a stage or a wish to be reminded later has come."""
    return any(connection.execute(query, {"now": now}).first() is not None for query in _any)


_closed = select(period.c.id).where(
    or_(period.c.cutoff_at <= bindparam("now", type_=_INSTANT), period.c.locked_at.is_not(None))
)
_close = (
    update(period_stage)
    .where(_stage_open, _reminds, period_stage.c.period_id.in_(_closed))
    .values(state="done")
)
_later = period_stage.alias("later")
_is_passed = (
    select(_later.c.id)
    .where(
        _later.c.period_id == period_stage.c.period_id,
        _later.c.at > period_stage.c.at,
        _later.c.at <= bindparam("now", type_=_INSTANT),
        _later.c.stage.not_like(DIGESTS),
    )
    .exists()
)
_come = (
    update(period_stage)
    .where(_stage_open, _reminds, period_stage.c.at <= bindparam("now", type_=_INSTANT))
    .values(state=case((_is_passed, literal("passing")), else_=literal("current")))
)
_supersede = update(period_stage).where(period_stage.c.state == "passing").values(state="superseded")


def pass_stages(connection: Connection, now: datetime) -> None:
    """Of the stages whose hour has come the last of each period is current, earlier ones are superseded: once
    for the period, and by name for everybody who still owes. Closed periods have none any more."""
    connection.execute(_close, {"now": now})
    connection.execute(_come, {"now": now})
    passed = (
        select(
            obligation.c.period_id,
            obligation.c.person_id,
            period_stage.c.stage,
            literal("superseded"),
            literal(now, reminder.c.at.type),
        )
        .join(period_stage, period_stage.c.period_id == obligation.c.period_id)
        .where(period_stage.c.state == "passing", obligation.c.state == OWES)
    )
    _write(connection, ["period_id", "person_id", "stage", "state", "at"], passed)
    connection.execute(_supersede)


def end_current(connection: Connection) -> None:
    """Everybody was reminded: the current stages are over."""
    connection.execute(
        update(period_stage).where(period_stage.c.state == "current", _reminds).values(state="done")
    )


_digests_due = (
    select(period_stage.c.period_id, period_stage.c.stage, period_stage.c.at)
    .where(_stage_open, ~_reminds, period_stage.c.at <= bindparam("now", type_=_INSTANT))
    .order_by(period_stage.c.at, period_stage.c.id)
)


def due_digests(connection: Connection, now: datetime) -> list[tuple[int, str, datetime]]:
    """(period, stage, instant) of digests not told yet."""
    return [(row.period_id, row.stage, row.at) for row in connection.execute(_digests_due, {"now": now})]


def pass_digest(connection: Connection, period_id: int, stage: str) -> bool:
    """A digest is told or out of date; False when another process was quicker."""
    done = connection.execute(
        update(period_stage)
        .where(period_stage.c.period_id == period_id, period_stage.c.stage == stage, _stage_open)
        .values(state="done")
    )
    return done.rowcount == 1


# -- who is reminded ---------------------------------------------------------------------------------

_write_from = upserting(lambda insert: insert(reminder).on_conflict_do_nothing())


def _write(connection: Connection, columns: Sequence[str], rows: Select[Any]) -> int:
    written = _write_from(connection).from_select(list(columns), rows)
    return int(connection.execute(written, execution_options=COUNTED).rowcount)


def _told_on(day: date) -> ColumnElement[bool]:
    """Whether the person of an obligation was reminded on that day already."""
    other = reminder.alias("other")
    return (
        select(other.c.id).where(other.c.person_id == obligation.c.person_id, other.c.sent_on == day).exists()
    )


def remind_at_stage(
    connection: Connection, now: datetime, today: date, pushing: Collection[str], limit: int
) -> bool:
    """New reminders of the current stages, for those who owe, want them, can be reached and were not reminded
    today; at most `limit`. Gives whether there would have been more."""
    had = (
        select(reminder.c.id)
        .where(
            reminder.c.period_id == obligation.c.period_id,
            reminder.c.person_id == obligation.c.person_id,
            reminder.c.stage == period_stage.c.stage,
        )
        .exists()
    )
    due = (
        select(
            obligation.c.period_id,
            obligation.c.person_id,
            period_stage.c.stage,
            literal("new"),
            literal(now, reminder.c.at.type),
            literal(today, reminder.c.sent_on.type),
            address.c.lane,
        )
        .join(period_stage, period_stage.c.period_id == obligation.c.period_id)
        .join(person, person.c.id == obligation.c.person_id)
        .join(address, address.c.id == best_address(person.c.id, pushing))
        .where(
            period_stage.c.state == "current",
            _reminds,
            obligation.c.state == OWES,
            person.c.reminders.is_(True),
            person.c.left_at.is_(None),
            ~had,
            ~_told_on(today),
        )
    )
    columns = ["period_id", "person_id", "stage", "state", "at", "sent_on", "lane"]
    _write(connection, columns, due.limit(limit))
    return connection.execute(due.limit(1)).first() is not None


def remind_as_asked(connection: Connection, now: datetime, today: date, pushing: Collection[str]) -> None:
    """Wishes to be reminded later whose hour has come: new for those who still owe, else dropped."""
    owes = (
        select(obligation.c.id)
        .join(period, period.c.id == obligation.c.period_id)
        .where(
            obligation.c.period_id == reminder.c.period_id,
            obligation.c.person_id == reminder.c.person_id,
            obligation.c.state == OWES,
            or_(and_(period.c.cutoff_at > now, period.c.locked_at.is_(None)), obligation.c.until_at > now),
        )
        .exists()
    )
    lane = (
        select(address.c.lane)
        .where(address.c.id == best_address(reminder.c.person_id, pushing))
        .scalar_subquery()
    )
    due = and_(reminder.c.state == "planned", reminder.c.at <= now)
    connection.execute(
        update(reminder).where(due, owes).values(state="new", sent_on=today, at=now, lane=lane)
    )
    connection.execute(update(reminder).where(due).values(state="dropped"))
    connection.execute(
        update(reminder)
        .where(reminder.c.state == "new", reminder.c.lane.is_(None))
        .values(state="dropped", sent_on=None)
    )


def chase(
    connection: Connection,
    period_id: int,
    stage: str,
    now: datetime,
    today: date,
    pushing: Collection[str],
) -> int:
    """New reminders beside the stages, because a coordinator asks; not to those reminded today already."""
    due = (
        select(
            obligation.c.period_id,
            obligation.c.person_id,
            literal(stage),
            literal("new"),
            literal(now, reminder.c.at.type),
            literal(today, reminder.c.sent_on.type),
            address.c.lane,
        )
        .join(period, period.c.id == obligation.c.period_id)
        .join(person, person.c.id == obligation.c.person_id)
        .join(address, address.c.id == best_address(person.c.id, pushing))
        .where(
            obligation.c.period_id == period_id,
            obligation.c.state == OWES,
            or_(and_(period.c.cutoff_at > now, period.c.locked_at.is_(None)), obligation.c.until_at > now),
            person.c.reminders.is_(True),
            person.c.left_at.is_(None),
            ~_told_on(today),
        )
    )
    columns = ["period_id", "person_id", "stage", "state", "at", "sent_on", "lane"]
    return _write(connection, columns, due)


def chased(connection: Connection, period_id: int, stage: str, now: datetime) -> int:
    """How many a coordinator had reminded at `now`; people of the direct line are not counted."""
    own = (reminder.c.period_id == period_id, reminder.c.stage == stage, reminder.c.at == now)
    counted = (*own, reminder.c.state == "queued", direct_line.shown(reminder.c.person_id))
    return connection.execute(select(func.count()).select_from(reminder).where(*counted)).scalar_one()


def ask_later(
    connection: Connection, period_ids: Collection[int], person_id: int, *, stage: str, at: datetime
) -> None:
    """The person wants to be reminded of these periods at that instant."""
    rows = [
        {"period_id": id, "person_id": person_id, "stage": stage, "state": "planned", "at": at}
        for id in period_ids
    ]
    if rows:
        connection.execute(_write_from(connection), rows)


def sent_on(connection: Connection, day: date) -> int:
    """How many people were reminded on that day."""
    return connection.execute(
        select(func.count(func.distinct(reminder.c.person_id))).where(reminder.c.sent_on == day)
    ).scalar_one()


# -- their messages ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Letter:
    """What many people read alike: `periods` are due (ids), `draft`: an open draft waits for them."""

    periods: tuple[int, ...]
    lang: str
    draft: bool


_own = address.alias("own")
_draft_waits = (
    select(talk.c.id)
    .join(_own, _own.c.lane == talk.c.lane)
    .where(_own.c.person_id == reminder.c.person_id, talk.c.flow.in_(DRAFTS))
    .exists()
)


_people = (
    select(
        reminder.c.person_id,
        reminder.c.lane,
        person.c.lang,
        func.count().label("n"),
        func.min(reminder.c.period_id).label("first"),
        func.max(reminder.c.period_id).label("last"),
        _draft_waits.label("draft"),
    )
    .join(person, person.c.id == reminder.c.person_id)
    .where(reminder.c.state == "new")
    .group_by(reminder.c.person_id, reminder.c.lane, person.c.lang)
    .subquery("people")
)
"""One row for each person with new reminders: how many periods, the least and the greatest of them, the
language, and whether a draft waits."""

_letters = (
    select(_people.c.first, _people.c.last, _people.c.lang, _people.c.draft)
    .where(_people.c.n <= MANY)
    .distinct()
)
_crowded = (
    select(_people.c.person_id, reminder.c.period_id, _people.c.lang, _people.c.draft)
    .join(reminder, and_(reminder.c.person_id == _people.c.person_id, reminder.c.state == "new"))
    .where(_people.c.n > MANY)
    .order_by(_people.c.person_id, reminder.c.period_id)
)


def letters(connection: Connection) -> list[Letter]:
    """Every different message that new reminders need: of at most two periods."""
    rows = connection.execute(_letters)
    return [Letter(tuple(sorted({row.first, row.last})), row.lang, bool(row.draft)) for row in rows]


def crowded(connection: Connection) -> dict[int, Letter]:
    """The message of each person for whom more than two periods are due at once; hardly ever anybody."""
    rows = connection.execute(_crowded).all()
    found: dict[int, Letter] = {}
    for row in rows:
        before = found[row.person_id].periods if row.person_id in found else ()
        found[row.person_id] = Letter((*before, row.period_id), row.lang, bool(row.draft))
    return found


_newest = outbox.alias("newest")
_message = select(func.max(_newest.c.id)).where(_newest.c.lane == reminder.c.lane, _newest.c.rank == REMINDER)
_queue = (
    update(reminder)
    .where(reminder.c.state == "new")
    .values(state="queued", outbox_id=_message.scalar_subquery())
)


def post(
    connection: Connection,
    bodies: Mapping[Letter, Any],
    own: Mapping[int, Any],
    now: datetime,
    spread: timedelta,
    slots: int,
) -> int:
    """Write everybody's message, spread over `slots` moments within `spread`; gives how many. `own` are the
    bodies of those who need one of their own."""
    items, sent = list(bodies.items()), 0
    for start in range(0, len(items), LETTERS_AT_ONCE):
        some = items[start : start + LETTERS_AT_ONCE]
        sent += _post_some(connection, _written(some), _meant_for_many, now, spread, slots)
    if own:
        sent += _post_some(connection, _written_to(own), _meant_for_one, now, spread, slots)
    connection.execute(_queue)
    return sent


def _written(items: Sequence[tuple[Letter, Any]]) -> CTE:
    return (
        values(
            column("first", BigInteger),
            column("last", BigInteger),
            column("lang", String),
            column("draft", Boolean),
            column("body", Document),
            name="written",
        )
        .data([(one.periods[0], one.periods[-1], one.lang, one.draft, body) for one, body in items])
        .cte("written")
    )


def _written_to(own: Mapping[int, Any]) -> CTE:
    return (
        values(column("person_id", BigInteger), column("body", Document), name="written")
        .data(list(own.items()))
        .cte("written")
    )


def _meant_for_many(written: CTE, people: Subquery) -> ColumnElement[bool]:
    return and_(
        people.c.n <= MANY,
        written.c.first == people.c.first,
        written.c.last == people.c.last,
        written.c.lang == people.c.lang,
        written.c.draft == people.c.draft,
    )


def _meant_for_one(written: CTE, people: Subquery) -> ColumnElement[bool]:
    return written.c.person_id == people.c.person_id


def _post_some(
    connection: Connection,
    written: CTE,
    meant: Callable[[CTE, Subquery], ColumnElement[bool]],
    now: datetime,
    spread: timedelta,
    slots: int,
) -> int:
    moments = {slot: literal(now + spread * slot / slots, _INSTANT) for slot in range(slots)}
    rows = (
        select(
            _people.c.lane,
            address.c.channel,
            address.c.bot,
            address.c.chat,
            literal(REMINDER),
            written.c.body,
            literal("waiting"),
            literal(0),
            literal(now, _INSTANT),
            case(moments, value=_people.c.person_id % slots),
        )
        .join(address, address.c.lane == _people.c.lane)
        .join(written, meant(written, _people))
    )
    columns = [
        "lane", "channel", "bot", "chat", "rank", "body", "state", "attempts", "created_at", "not_before_at",
    ]  # fmt: skip
    made = insert(outbox).from_select(columns, rows)
    return int(connection.execute(made, execution_options=COUNTED).rowcount)


# -- stopping ----------------------------------------------------------------------------------------

_owed_still = (
    select(obligation.c.id)
    .where(
        obligation.c.period_id == reminder.c.period_id,
        obligation.c.person_id == reminder.c.person_id,
        obligation.c.state == OWES,
    )
    .exists()
)
_people_meant: BindParameter[Any] = bindparam("people", expanding=True)
_stop_wishes = (
    update(reminder)
    .where(reminder.c.person_id.in_(_people_meant), reminder.c.state == "planned", ~_owed_still)
    .values(state="dropped")
)
_stale = (
    select(reminder.c.outbox_id)
    .join(outbox, outbox.c.id == reminder.c.outbox_id)
    .where(
        reminder.c.person_id.in_(_people_meant),
        reminder.c.state == "queued",
        outbox.c.state == "waiting",
        ~_owed_still,
    )
    .distinct()
)


def drop_settled(connection: Connection, people: Collection[int]) -> list[int]:
    """These people have reported: wishes to be reminded of it are dropped. Gives the messages (outbox ids)
    not yet sent that tell of it."""
    given = {"people": list(people)}
    connection.execute(_stop_wishes, given)
    return list(connection.execute(_stale, given).scalars())


def still_due(connection: Connection, outbox_id: int) -> Letter | None:
    """What an unsent message has still to tell, after those settled meanwhile are struck out of it; None when
    nothing is left, and then it is dropped."""
    connection.execute(
        update(reminder).where(reminder.c.outbox_id == outbox_id, ~_owed_still).values(state="dropped")
    )
    rows = connection.execute(
        select(reminder.c.period_id, person.c.lang, _draft_waits.label("draft"))
        .join(person, person.c.id == reminder.c.person_id)
        .where(reminder.c.outbox_id == outbox_id, reminder.c.state == "queued")
        .order_by(reminder.c.period_id)
    ).all()
    if not rows:
        connection.execute(
            update(outbox).where(outbox.c.id == outbox_id).values(state="dropped", error="settled")
        )
        return None
    return Letter(tuple(row.period_id for row in rows), rows[0].lang, bool(rows[0].draft))


_rewrite = (
    update(outbox)
    .where(outbox.c.id == bindparam("message"), outbox.c.state == "waiting")
    .values(body=bindparam("words"))
)


def rewrite(connection: Connection, bodies: Mapping[int, Any]) -> None:
    """Change unsent messages (by outbox id)."""
    if bodies:
        connection.execute(_rewrite, [{"message": id, "words": body} for id, body in bodies.items()])


_about = (
    select(reminder.c.outbox_id)
    .join(outbox, outbox.c.id == reminder.c.outbox_id)
    .where(
        reminder.c.period_id == bindparam("period"),
        reminder.c.state == "queued",
        outbox.c.state == "waiting",
    )
)


def unsent_about(connection: Connection, period_id: int) -> list[int]:
    """The messages not sent yet that tell of a period (outbox ids)."""
    return sorted(set(connection.execute(_about, {"period": period_id}).scalars()))


def tell_of(connection: Connection, messages: Collection[int]) -> dict[int, Letter]:
    """What each of these messages tells; those that have nothing to tell are missing."""
    rows = connection.execute(
        select(
            reminder.c.outbox_id,
            reminder.c.period_id,
            person.c.lang,
            _draft_waits.label("draft"),
        )
        .join(person, person.c.id == reminder.c.person_id)
        .where(reminder.c.outbox_id.in_(messages), reminder.c.state == "queued")
        .order_by(reminder.c.outbox_id, reminder.c.period_id)
    )
    found: dict[int, Letter] = {}
    for row in rows:
        before = found[row.outbox_id].periods if row.outbox_id in found else ()
        found[row.outbox_id] = Letter((*before, row.period_id), row.lang, bool(row.draft))
    return found


def stop_period(connection: Connection, period_id: int) -> list[int]:
    """Nobody is reminded of a period any more: what is planned or not sent yet is dropped. Gives the unsent
    messages that have something else to tell."""
    unsent = unsent_about(connection, period_id)
    connection.execute(
        update(reminder)
        .where(
            reminder.c.period_id == period_id,
            or_(
                reminder.c.state == "planned",
                and_(reminder.c.state == "queued", reminder.c.outbox_id.in_(unsent)),
            ),
        )
        .values(state="dropped")
    )
    left = set(tell_of(connection, unsent))
    connection.execute(
        update(outbox)
        .where(outbox.c.id.in_([id for id in unsent if id not in left]), outbox.c.state == "waiting")
        .values(state="dropped", error="locked")
    )
    return sorted(left)
