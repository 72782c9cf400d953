"""Quick polls and their answers as rows; one answer a person and poll."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from storage.database import upserting
from storage.tables import poll, poll_answer

LATE = timedelta(seconds=2)
"""An answer given before a drawing may be committed after it: those of the last seconds are drawn again."""


@dataclass(frozen=True, slots=True)
class PollRow:
    """One poll. `person_id` asked it; `live_id` is the message that shows how it stands."""

    id: int
    unit_id: int
    person_id: int | None
    question: str
    kind: str
    options: tuple[str, ...]
    shared: bool
    made_at: datetime
    closes_at: datetime
    closed_at: datetime | None
    live_id: int | None


_columns: tuple[Any, ...] = (
    poll.c.id, poll.c.unit_id, poll.c.person_id, poll.c.question, poll.c.kind, poll.c.options, poll.c.shared,
    poll.c.made_at, poll.c.closes_at, poll.c.closed_at, poll.c.live_id,
)  # fmt: skip


def _row(row: Any) -> PollRow:
    known = {column.name: getattr(row, column.name) for column in _columns}
    return PollRow(**known | {"options": tuple(row.options)})


def add(
    connection: Connection,
    *,
    unit_id: int,
    person_id: int,
    question: str,
    kind: str,
    options: Sequence[str],
    shared: bool,
    now: datetime,
    closes_at: datetime,
) -> int:
    """A new poll; gives its id."""
    values = {
        "unit_id": unit_id,
        "person_id": person_id,
        "question": question,
        "kind": kind,
        "options": list(options),
        "shared": shared,
        "made_at": now,
        "closes_at": closes_at,
    }
    return int(connection.execute(insert(poll).values(values).returning(poll.c.id)).scalar_one())


def find(connection: Connection, id: int) -> PollRow | None:
    """One poll, or None."""
    row = connection.execute(select(*_columns).where(poll.c.id == id)).one_or_none()
    return _row(row) if row else None


def running(
    connection: Connection, unit_id: int, person_id: int, now: datetime
) -> list[tuple[PollRow, str | None]]:
    """The unit's polls that still take answers, the next to close first, each with this person's answer."""
    mine = and_(poll_answer.c.poll_id == poll.c.id, poll_answer.c.person_id == person_id)
    rows = connection.execute(
        select(*_columns, poll_answer.c.answer)
        .outerjoin(poll_answer, mine)
        .where(poll.c.unit_id == unit_id, poll.c.closed_at.is_(None), poll.c.closes_at > now)
        .order_by(poll.c.closes_at, poll.c.id)
    ).all()
    return [(_row(row), row.answer) for row in rows]


_given: dict[str, Any] = {"answer": bindparam("said"), "at": bindparam("now")}
_answer = upserting(
    lambda insert: (
        insert(poll_answer)
        .values(poll_id=bindparam("poll"), person_id=bindparam("person"), **_given)
        .on_conflict_do_update(index_elements=["poll_id", "person_id"], set_=_given)
    )
)


def answer(connection: Connection, poll_id: int, person_id: int, said: str, now: datetime) -> None:
    """A person's one answer, in the place of an earlier one."""
    connection.execute(_answer(connection), {"poll": poll_id, "person": person_id, "said": said, "now": now})


def counts(connection: Connection, poll_id: int) -> dict[int, int]:
    """How often each answer was given."""
    rows = connection.execute(
        select(poll_answer.c.answer, func.count())
        .where(poll_answer.c.poll_id == poll_id)
        .group_by(poll_answer.c.answer)
    )
    return {int(said): number for said, number in rows}


def of_units(connection: Connection, units: Collection[int], limit: int) -> list[PollRow]:
    """Polls of these units, the newest first."""
    rows = connection.execute(
        select(*_columns).where(poll.c.unit_id.in_(units)).order_by(poll.c.id.desc()).limit(limit)
    )
    return [_row(row) for row in rows]


def counts_of(connection: Connection, ids: Collection[int]) -> dict[int, dict[int, int]]:
    """How often each answer was given, for each of these polls."""
    found: dict[int, dict[int, int]] = {id: {} for id in ids}
    rows = connection.execute(
        select(poll_answer.c.poll_id, poll_answer.c.answer, func.count().label("n"))
        .where(poll_answer.c.poll_id.in_(ids))
        .group_by(poll_answer.c.poll_id, poll_answer.c.answer)
    )
    for row in rows:
        found[row.poll_id][int(row.answer)] = row.n
    return found


def show_in(connection: Connection, id: int, message: int, now: datetime) -> None:
    """The outbox id of the message that shows how the poll stands."""
    connection.execute(update(poll).where(poll.c.id == id).values(live_id=message, drawn_at=now - LATE))


_open = poll.c.closed_at.is_(None)
_fresh = exists().where(poll_answer.c.poll_id == poll.c.id, poll_answer.c.at > poll.c.drawn_at)
_is_stale = and_(_open, poll.c.live_id.is_not(None), _fresh)
_is_over = and_(_open, poll.c.closes_at <= bindparam("now"))
_any_due = select(poll.c.id).where(or_(_is_over, _is_stale)).limit(1)
_close = update(poll).where(_is_over).values(closed_at=bindparam("now")).returning(poll.c.id)


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether a poll is to be closed, or has answers its message does not show yet."""
    return connection.execute(_any_due, {"now": now}).first() is not None


def draw(connection: Connection, now: datetime) -> list[PollRow]:
    """Open polls with answers their message does not show yet; each is given to one process."""
    drawn = (
        update(poll).where(_is_stale, poll.c.closes_at > now).values(drawn_at=now - LATE).returning(poll.c.id)
    )
    return by_ids(connection, list(connection.execute(drawn).scalars()))


def close(connection: Connection, now: datetime) -> list[PollRow]:
    """Polls whose hour has come; each is given once for ever."""
    return by_ids(connection, list(connection.execute(_close, {"now": now}).scalars()))


def by_ids(connection: Connection, ids: Collection[int]) -> list[PollRow]:
    """These polls, in order."""
    if not ids:
        return []
    rows = connection.execute(select(*_columns).where(poll.c.id.in_(ids)).order_by(poll.c.id))
    return [_row(row) for row in rows]


def forget(connection: Connection, person_id: int) -> None:
    """Drop everything a person has answered."""
    connection.execute(delete(poll_answer).where(poll_answer.c.person_id == person_id))


def answers_of(connection: Connection, person_id: int) -> list[tuple[PollRow, str, datetime]]:
    """Everything a person has answered: for the copy of their data."""
    rows = connection.execute(
        select(poll_answer.c.poll_id, poll_answer.c.answer, poll_answer.c.at)
        .where(poll_answer.c.person_id == person_id)
        .order_by(poll_answer.c.poll_id)
    ).all()
    asked = {one.id: one for one in by_ids(connection, [row.poll_id for row in rows])}
    return [(asked[row.poll_id], row.answer, row.at) for row in rows]
