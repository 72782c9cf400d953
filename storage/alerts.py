"""Alerts of urgent reports: who was told, who took it, when the next ones are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, insert, select, update

from storage.tables import alert, alert_notice, report


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One alert. `stage` counts how far up the chain it has gone; `next_at` is when it goes further."""

    id: int
    report_id: int
    unit_id: int
    opened_at: datetime
    stage: int
    next_at: datetime | None
    claimed_by: int | None
    claimed_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Notice:
    """Somebody told of an alert, and by which message; a group is nobody."""

    person_id: int | None
    lane: str
    outbox_id: int


_add = insert(alert).returning(alert.c.id)
_add_notices = insert(alert_notice)


def add_alert(
    connection: Connection, *, report_id: int, unit_id: int, now: datetime, next_at: datetime
) -> int:
    """Open an alert; gives its id."""
    values = {"report_id": report_id, "unit_id": unit_id, "opened_at": now, "stage": 0, "next_at": next_at}
    return int(connection.execute(_add, values).scalar_one())


def find_alert(connection: Connection, id: int) -> AlertRow | None:
    """One alert, or None."""
    row = connection.execute(select(alert).where(alert.c.id == id)).one_or_none()
    return AlertRow(*row) if row else None


def alert_of(connection: Connection, report_id: int) -> AlertRow | None:
    """The alert of a report, or None."""
    row = connection.execute(select(alert).where(alert.c.report_id == report_id)).one_or_none()
    return AlertRow(*row) if row else None


def claim_alert(connection: Connection, id: int, person_id: int, now: datetime) -> bool:
    """True for the first who asks; the condition is repeated so that two presses cannot both win."""
    won = connection.execute(
        update(alert)
        .where(alert.c.id == id, alert.c.claimed_by.is_(None), alert.c.closed_at.is_(None))
        .values(claimed_by=person_id, claimed_at=now, next_at=None)
    )
    return won.rowcount == 1


def close_alert(connection: Connection, id: int, now: datetime) -> None:
    """Nothing more is said of it."""
    connection.execute(update(alert).where(alert.c.id == id).values(closed_at=now, next_at=None))


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


def unclaimed_told(connection: Connection, person_id: int) -> list[int]:
    """Alerts nobody has taken of which this person was told, the newest first."""
    rows = connection.execute(
        select(alert.c.id)
        .join(alert_notice, alert_notice.c.alert_id == alert.c.id)
        .where(
            alert_notice.c.person_id == person_id, alert.c.claimed_by.is_(None), alert.c.closed_at.is_(None)
        )
        .distinct()
        .order_by(alert.c.id.desc())
    )
    return list(rows.scalars())


def move_notices(connection: Connection, lane: str, to: str) -> None:
    """Whoever was told at `lane` is at `to` now."""
    connection.execute(update(alert_notice).where(alert_notice.c.lane == lane).values(lane=to))


_unclaimed = and_(
    alert.c.next_at <= bindparam("before"), alert.c.claimed_by.is_(None), alert.c.closed_at.is_(None)
)
_any_unclaimed = select(alert.c.id).where(_unclaimed).limit(1)


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether `due_alerts` would give anything."""
    return connection.execute(_any_unclaimed, {"before": now}).first() is not None


def due_alerts(connection: Connection, now: datetime, limit: int = 100) -> list[AlertRow]:
    """Unclaimed alerts whose next step has come; taken so that no two processes step them at once."""
    rows = connection.execute(
        select(alert)
        .where(_unclaimed)
        .order_by(alert.c.next_at)
        .limit(limit)
        .with_for_update(skip_locked=True),
        {"before": now},
    )
    return [AlertRow(*row) for row in rows]


def step_alert(connection: Connection, id: int, *, stage: int, next_at: datetime) -> None:
    """The alert has gone one step up the chain."""
    connection.execute(update(alert).where(alert.c.id == id).values(stage=stage, next_at=next_at))


def overdue_alerts(connection: Connection, before: datetime) -> int:
    """Alerts whose next step should have happened before `before`."""
    overdue = select(func.count()).select_from(alert).where(_unclaimed)
    return connection.execute(overdue, {"before": before}).scalar_one()


def open_alerts_for(connection: Connection, unit_id: int) -> list[tuple[int, dict[str, Any]]]:
    """Unclaimed alerts of a unit with their report's code and topic, oldest first."""
    rows = connection.execute(
        select(alert.c.id, report.c.id.label("report_id"), report.c.topic)
        .join(report, report.c.id == alert.c.report_id)
        .where(alert.c.unit_id == unit_id, alert.c.claimed_by.is_(None), alert.c.closed_at.is_(None))
        .order_by(alert.c.id)
    )
    return [(row.id, {"report_id": row.report_id, "topic": row.topic}) for row in rows]
