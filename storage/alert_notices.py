"""Who was told of which alert, and by which message; one message may tell of several alerts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from domain.scales import URGENT
from storage.alerts import AlertRow
from storage.tables import alert, alert_notice, outbox, person


@dataclass(frozen=True, slots=True)
class Notice:
    """Somebody told of an alert, and by which message; a group is nobody."""

    person_id: int | None
    lane: str
    outbox_id: int


_add_notices = insert(alert_notice)


def add_notices(connection: Connection, told: Sequence[tuple[int, Notice]]) -> None:
    """Remember who was told of which alert (its id)."""
    if told:
        connection.execute(
            _add_notices,
            [
                {
                    "alert_id": alert_id,
                    "person_id": one.person_id,
                    "lane": one.lane,
                    "outbox_id": one.outbox_id,
                }
                for alert_id, one in told
            ],
        )


def notices_of(connection: Connection, alert_id: int) -> list[Notice]:
    """Everybody told so far, with the newest message each."""
    newest = (
        select(func.max(alert_notice.c.id)).where(alert_notice.c.alert_id == alert_id)
        .group_by(alert_notice.c.lane)
    )  # fmt: skip
    rows = connection.execute(
        select(alert_notice.c.person_id, alert_notice.c.lane, alert_notice.c.outbox_id)
        .where(alert_notice.c.id.in_(newest))
        .order_by(alert_notice.c.id)
    )
    return [Notice(*row) for row in rows]


_in_messages = (
    select(alert_notice.c.outbox_id, *alert.c)
    .join(alert, alert.c.id == alert_notice.c.alert_id)
    .where(alert_notice.c.outbox_id.in_(bindparam("messages", expanding=True)))
    .order_by(alert_notice.c.id)
)


def in_messages(connection: Connection, messages: Collection[int]) -> dict[int, list[AlertRow]]:
    """The alerts each of these messages (outbox ids) tells of, oldest first."""
    rows = connection.execute(_in_messages, {"messages": list(messages)})
    found: dict[int, list[AlertRow]] = {}
    for message, *row in rows:
        found.setdefault(message, []).append(AlertRow(*row))
    return found


@dataclass(frozen=True, slots=True)
class Recent:
    """A message that told somebody of an urgent alert: where, and when it goes or went out."""

    lane: str
    outbox_id: int
    at: datetime


_at = func.coalesce(outbox.c.not_before_at, outbox.c.created_at, type_=outbox.c.created_at.type)
_told = alert_notice.alias("told")
_newest_told = (
    select(_told.c.id)
    .join(alert, alert.c.id == _told.c.alert_id)
    .where(_told.c.person_id == person.c.id, alert.c.level == URGENT)
    .order_by(_told.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_told_since = (
    select(person.c.id, outbox.c.lane, outbox.c.id, _at)
    .select_from(person)
    .join(alert_notice, alert_notice.c.id == _newest_told)
    .join(outbox, outbox.c.id == alert_notice.c.outbox_id)
    .where(person.c.id.in_(bindparam("people", expanding=True)), _at > bindparam("since"))
)


def told_since(connection: Connection, people: Collection[int], since: datetime) -> dict[int, Recent]:
    """The newest message with an urgent alert to each of these people that is not older than `since`."""
    rows = connection.execute(_told_since, {"people": list(people), "since": since})
    return {person_id: Recent(*row) for person_id, *row in rows}


_planned = (
    select(outbox.c.id)
    .where(
        outbox.c.id.in_(bindparam("messages", expanding=True)), outbox.c.state == "waiting",
        outbox.c.held_by.is_(None), outbox.c.not_before_at > bindparam("now"),
    )
    .with_for_update()
)  # fmt: skip


def planned(connection: Connection, messages: Collection[int], now: datetime) -> set[int]:
    """Those of these messages that wait for a later moment, held until the commit."""
    rows = connection.execute(_planned, {"messages": list(messages), "now": now})
    return set(rows.scalars())


def unclaimed_told(connection: Connection, person_id: int) -> list[int]:
    """Alerts nobody has taken of which this person was told, the urgent ones first, then the newest."""
    rows = connection.execute(
        select(alert.c.id, alert.c.level)
        .join(alert_notice, alert_notice.c.alert_id == alert.c.id)
        .where(
            alert_notice.c.person_id == person_id, alert.c.claimed_by.is_(None), alert.c.closed_at.is_(None)
        )
        .distinct()
        .order_by(alert.c.id.desc())
    )
    return [row.id for row in sorted(rows, key=lambda row: row.level != URGENT)]


def move_notices(connection: Connection, lane: str, to: str) -> None:
    """Whoever was told at `lane` is at `to` now."""
    connection.execute(update(alert_notice).where(alert_notice.c.lane == lane).values(lane=to))
