"""Meetings: what is kept of them, who said whether they come, what was said there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, func, insert, select, update

from domain.meetings import CALLED_OFF, PLANNED, WAITING
from storage.database import upserting
from storage.tables import mailing_copy, meeting, meeting_reply, meeting_statement, person, report

INVITED_STATES = ("queued", "sent", "failed", "unreachable")
"""States of a copy of the invitation: whoever has one is invited, whether or not it arrived."""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting; columns as in `storage/tables.py`."""

    id: int
    unit_id: int
    period_id: int | None
    at: datetime
    place: str
    state: str
    chair_id: int | None
    made_by: int | None
    made_at: datetime
    mailing_id: int | None
    agenda: list[str] | None
    agenda_state: str
    round: int
    conclusions: list[dict[str, Any]]
    conclusion: str | None
    concluded_at: datetime | None
    stage: int
    next_at: datetime | None


_columns: tuple[Any, ...] = (
    meeting.c.id, meeting.c.unit_id, meeting.c.period_id, meeting.c.at, meeting.c.place, meeting.c.state,
    meeting.c.chair_id, meeting.c.made_by, meeting.c.made_at, meeting.c.mailing_id, meeting.c.agenda,
    meeting.c.agenda_state, meeting.c.round, meeting.c.conclusions, meeting.c.conclusion,
    meeting.c.concluded_at, meeting.c.stage, meeting.c.next_at,
)  # fmt: skip
_by_id = select(*_columns).where(meeting.c.id == bindparam("id"))
_held = _by_id.with_for_update()


def add(connection: Connection, **values: Any) -> int:
    """A new meeting; gives its id."""
    return int(connection.execute(insert(meeting).values(values).returning(meeting.c.id)).scalar_one())


def find(connection: Connection, id: int, *, hold: bool = False) -> MeetingRow | None:
    """One meeting, or None. `hold`: nobody else changes it before this transaction ends."""
    row = connection.execute(_held if hold else _by_id, {"id": id}).one_or_none()
    return MeetingRow(*row) if row else None


def change(connection: Connection, id: int, **values: Any) -> None:
    """Set columns of a meeting."""
    connection.execute(update(meeting).where(meeting.c.id == id).values(**values))


def of_units(
    connection: Connection, units: Collection[int], since: datetime, limit: int = 6
) -> list[MeetingRow]:
    """Meetings of these units from `since` on that were not called off, the next first."""
    rows = connection.execute(
        select(*_columns)
        .where(meeting.c.unit_id.in_(units), meeting.c.at >= since, meeting.c.state != CALLED_OFF)
        .order_by(meeting.c.at, meeting.c.id)
        .limit(limit)
    )
    return [MeetingRow(*row) for row in rows]


def before(connection: Connection, unit_id: int, at: datetime) -> MeetingRow | None:
    """The unit's meeting before this instant."""
    row = connection.execute(
        select(*_columns)
        .where(meeting.c.unit_id == unit_id, meeting.c.at < at, meeting.c.state != CALLED_OFF)
        .order_by(meeting.c.at.desc(), meeting.c.id.desc())
        .limit(1)
    ).one_or_none()
    return MeetingRow(*row) if row else None


def called_periods(connection: Connection, unit_id: int) -> set[int]:
    """Ids of the periods for which a meeting of the unit was called."""
    rows = connection.execute(
        select(meeting.c.period_id).where(meeting.c.unit_id == unit_id, meeting.c.state != CALLED_OFF)
    )
    return {id for id in rows.scalars() if id is not None}


# -- who comes -------------------------------------------------------------------------------------


_holds_invitation = and_(
    mailing_copy.c.mailing_id == meeting.c.mailing_id, mailing_copy.c.state.in_(INVITED_STATES)
)


def _is_invited(person_id: int) -> ColumnElement[bool]:
    return and_(_holds_invitation, mailing_copy.c.person_id == person_id)


def invited_to(connection: Connection, person_id: int, now: datetime) -> list[MeetingRow]:
    """Meetings to come that this person is invited to, the next first."""
    rows = connection.execute(
        select(*_columns)
        .join(mailing_copy, _is_invited(person_id))
        .where(meeting.c.at > now, meeting.c.state.in_((PLANNED, WAITING)))
        .order_by(meeting.c.at, meeting.c.id)
    )
    return [MeetingRow(*row) for row in rows]


def is_invited(connection: Connection, id: int, person_id: int) -> bool:
    """Whether this person has an invitation to this meeting."""
    found = select(meeting.c.id).join(mailing_copy, _is_invited(person_id)).where(meeting.c.id == id)
    return connection.execute(found).first() is not None


_given: dict[str, Any] = {"said": bindparam("said"), "at": bindparam("now")}
_reply = upserting(
    lambda insert: (
        insert(meeting_reply)
        .values(meeting_id=bindparam("meeting"), person_id=bindparam("person"), **_given)
        .on_conflict_do_update(index_elements=["meeting_id", "person_id"], set_=_given)
    )
)


def reply(connection: Connection, id: int, person_id: int, said: str, now: datetime) -> None:
    """What somebody answers to the invitation; the last word counts."""
    given = {"meeting": id, "person": person_id, "said": said, "now": now}
    connection.execute(_reply(connection), given)


def replies(connection: Connection, id: int) -> dict[int, str]:
    """What was answered, by person."""
    rows = connection.execute(
        select(meeting_reply.c.person_id, meeting_reply.c.said).where(meeting_reply.c.meeting_id == id)
    )
    return {row.person_id: row.said for row in rows}


def roll(connection: Connection, id: int) -> list[tuple[int, str, bool, str | None]]:
    """(person, label, wants reminders, answer) of everybody invited, by label."""
    rows = connection.execute(
        select(person.c.id, person.c.label, person.c.reminders, meeting_reply.c.said)
        .select_from(meeting)
        .join(mailing_copy, _holds_invitation)
        .join(person, person.c.id == mailing_copy.c.person_id)
        .outerjoin(
            meeting_reply,
            and_(meeting_reply.c.meeting_id == meeting.c.id, meeting_reply.c.person_id == person.c.id),
        )
        .where(meeting.c.id == id, person.c.left_at.is_(None))
        .order_by(person.c.label, person.c.id)
    )
    return [(row.id, row.label or f"CTV-{row.id}", row.reminders, row.said) for row in rows]


def drop_replies(connection: Connection, id: int) -> None:
    """What was answered counts no more."""
    connection.execute(delete(meeting_reply).where(meeting_reply.c.meeting_id == id))


def forget(connection: Connection, person_id: int) -> None:
    """Somebody is erased: no answer of theirs is kept."""
    connection.execute(delete(meeting_reply).where(meeting_reply.c.person_id == person_id))


def replies_of(connection: Connection, person_id: int) -> list[tuple[datetime, str, datetime]]:
    """(when the meeting is, answer, when answered) of one person, for the copy of the own data."""
    rows = connection.execute(
        select(meeting.c.at, meeting_reply.c.said, meeting_reply.c.at.label("answered_at"))
        .join(meeting, meeting.c.id == meeting_reply.c.meeting_id)
        .where(meeting_reply.c.person_id == person_id)
        .order_by(meeting.c.at)
    )
    return [(row.at, row.said, row.answered_at) for row in rows]


# -- reminders -------------------------------------------------------------------------------------


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether `due` would give anything."""
    return connection.execute(_any_due, {"now": now}).first() is not None


_any_due = select(meeting.c.id).where(meeting.c.next_at <= bindparam("now")).limit(1)


def due(connection: Connection, now: datetime, limit: int = 20) -> list[MeetingRow]:
    """Meetings whose next reminder has come; taken by this process alone."""
    rows = connection.execute(
        select(*_columns)
        .where(meeting.c.next_at <= now)
        .order_by(meeting.c.next_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [MeetingRow(*row) for row in rows]


# -- statements ------------------------------------------------------------------------------------


def add_statement(connection: Connection, id: int, report_id: int) -> None:
    """A report was heard at a meeting."""
    connection.execute(insert(meeting_statement).values(meeting_id=id, report_id=report_id))


def statements(connection: Connection, id: int) -> dict[str, int]:
    """How many statements of a meeting each topic has, the most first."""
    number = func.count()
    rows = connection.execute(
        select(report.c.topic, number)
        .join(meeting_statement, meeting_statement.c.report_id == report.c.id)
        .where(meeting_statement.c.meeting_id == id, report.c.status != "withdrawn")
        .group_by(report.c.topic)
        .order_by(number.desc(), report.c.topic)
    )
    return {row[0]: row[1] for row in rows}


def heard_between(
    connection: Connection, unit_id: int, since: datetime, until: datetime
) -> list[tuple[str, str | None, int]]:
    """(topic, tone, how many) of a unit's reports between two instants; none that is sealed."""
    rows = connection.execute(
        select(report.c.topic, report.c.tone, func.count())
        .where(
            report.c.unit_id == unit_id,
            report.c.nil.is_(False),
            report.c.sealed.is_(False),
            report.c.status != "withdrawn",
            report.c.filed_at >= since,
            report.c.filed_at < until,
        )
        .group_by(report.c.topic, report.c.tone)
    )
    return [(row[0] or "KH", row[1], row[2]) for row in rows]
