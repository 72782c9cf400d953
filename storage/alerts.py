"""Alerts of reports: who was told, who took it, when the next ones are told and whoever took it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, insert, select, update

from domain.scales import ATTENTION, URGENT
from storage.tables import alert, report


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One alert. `stage` counts how far up the chain it has gone since `opened_at`, when it was raised or
    became nobody's again; `next_at` is when it goes further. `still_at`: when whoever took it is asked
    whether they still work on it; `asked`: how often they were, without an answer. `mute_id`: what holds it.
    `done`: what was done, in the words of who closed it."""

    id: int
    report_id: int
    unit_id: int
    opened_at: datetime
    stage: int
    next_at: datetime | None
    claimed_by: int | None
    claimed_at: datetime | None
    closed_at: datetime | None
    level: str
    still_at: datetime | None
    asked: int
    mute_id: int | None
    closed_by: int | None
    done: str | None


_add = insert(alert).returning(*alert.c)
_by_id = select(alert).where(alert.c.id == bindparam("id"))
_by_report = select(alert).where(alert.c.report_id == bindparam("report"))


def add_alert(
    connection: Connection,
    *,
    report_id: int,
    unit_id: int,
    now: datetime,
    next_at: datetime | None,
    level: str = URGENT,
    mute_id: int | None = None,
) -> AlertRow:
    """Open an alert; gives it."""
    values = {"report_id": report_id, "unit_id": unit_id, "opened_at": now, "stage": 0}
    values |= {"next_at": next_at, "level": level, "mute_id": mute_id}
    return AlertRow(*connection.execute(_add, values).one())


def find_alert(connection: Connection, id: int) -> AlertRow | None:
    """One alert, or None."""
    row = connection.execute(_by_id, {"id": id}).one_or_none()
    return AlertRow(*row) if row else None


def alert_of(connection: Connection, report_id: int) -> AlertRow | None:
    """The alert of a report, or None."""
    row = connection.execute(_by_report, {"report": report_id}).one_or_none()
    return AlertRow(*row) if row else None


def claim_alert(
    connection: Connection, id: int, person_id: int, now: datetime, still_at: datetime | None
) -> bool:
    """True for the first who asks; the condition is repeated so that two presses cannot both win."""
    won = connection.execute(
        update(alert)
        .where(alert.c.id == id, alert.c.claimed_by.is_(None), alert.c.closed_at.is_(None))
        .values(claimed_by=person_id, claimed_at=now, next_at=None, still_at=still_at, asked=0)
    )
    return won.rowcount == 1


def close_alert(
    connection: Connection, id: int, now: datetime, *, by: int | None = None, done: str | None = None
) -> bool:
    """Nothing more is said of it: every clock stops. True for the first who closes it."""
    closed = connection.execute(
        update(alert)
        .where(alert.c.id == id, alert.c.closed_at.is_(None))
        .values(closed_at=now, next_at=None, still_at=None, closed_by=by, done=done)
    )
    return closed.rowcount == 1


def free_alert(
    connection: Connection, id: int, person_id: int, now: datetime, *, stage: int, next_at: datetime
) -> bool:
    """It is nobody's again, and climbs from `stage` on; False if this person does not have it (any more)."""
    freed = connection.execute(
        update(alert)
        .where(alert.c.id == id, alert.c.claimed_by == person_id, alert.c.closed_at.is_(None))
        .values(
            claimed_by=None, claimed_at=None, still_at=None, asked=0, opened_at=now, stage=stage,
            next_at=next_at,
        )
    )  # fmt: skip
    return freed.rowcount == 1


def ask_again(connection: Connection, id: int, person_id: int, *, asked: int, still_at: datetime) -> bool:
    """When whoever has it is asked next; False if this person does not have it (any more)."""
    put = connection.execute(
        update(alert)
        .where(alert.c.id == id, alert.c.claimed_by == person_id, alert.c.closed_at.is_(None))
        .values(asked=asked, still_at=still_at)
    )
    return put.rowcount == 1


def claimed_by(connection: Connection, person_id: int) -> list[AlertRow]:
    """Open alerts this person has taken, those asked about first, then the newest."""
    rows = connection.execute(
        select(alert)
        .where(alert.c.claimed_by == person_id, alert.c.closed_at.is_(None))
        .order_by((alert.c.asked > 0).desc(), alert.c.id.desc())
    )
    return [AlertRow(*row) for row in rows]


_free = and_(alert.c.claimed_by.is_(None), alert.c.closed_at.is_(None))
_urgent = alert.c.level == URGENT


_unclaimed = and_(alert.c.next_at <= bindparam("before"), _free, _urgent)
_any_unclaimed = select(alert.c.id).where(_unclaimed).limit(1)


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether `due_alerts` would give anything."""
    return connection.execute(_any_unclaimed, {"before": now}).first() is not None


def due_alerts(connection: Connection, now: datetime, limit: int = 100) -> list[AlertRow]:
    """Unclaimed urgent alerts whose next step has come; taken so that no two processes step them at once."""
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


_gathering = and_(_free, alert.c.level == ATTENTION, alert.c.next_at.is_not(None))
"""Calm alerts that nobody was told of yet."""


def is_any_gathered(connection: Connection, now: datetime) -> bool:
    """Whether `gathered_alerts` would give anything."""
    return connection.execute(_any_gathered, {"now": now}).first() is not None


_any_gathered = select(alert.c.id).where(_gathering, alert.c.next_at <= bindparam("now")).limit(1)


def gathered_alerts(connection: Connection, now: datetime) -> list[AlertRow]:
    """Calm alerts of each unit in which the first has waited long enough, all of them; taken so that no two
    processes tell of one."""
    units = select(alert.c.unit_id).where(_gathering, alert.c.next_at <= now)
    rows = connection.execute(
        select(alert)
        .where(_gathering, alert.c.unit_id.in_(units))
        .order_by(alert.c.id)
        .with_for_update(skip_locked=True)
    )
    return [AlertRow(*row) for row in rows]


def put_off(connection: Connection, id: int, *, next_at: datetime | None, stage: int) -> None:
    """Somebody was told of a calm alert (no `next_at`), or nobody could be and it is tried again."""
    connection.execute(update(alert).where(alert.c.id == id).values(next_at=next_at, stage=stage))


def hold_back(connection: Connection, id: int, mute_id: int) -> None:
    """Nobody is told of a calm alert: its topic or area is muted."""
    connection.execute(update(alert).where(alert.c.id == id).values(next_at=None, mute_id=mute_id))


_unanswered = and_(
    alert.c.still_at <= bindparam("now"), alert.c.claimed_by.is_not(None), alert.c.closed_at.is_(None)
)
_any_still_due = select(alert.c.id).where(_unanswered).limit(1)


def is_any_still_due(connection: Connection, now: datetime) -> bool:
    """Whether `due_stills` would give anything."""
    return connection.execute(_any_still_due, {"now": now}).first() is not None


def due_stills(connection: Connection, now: datetime, limit: int = 100) -> list[AlertRow]:
    """Taken alerts whose owner is to be asked; taken so that no two processes ask at once."""
    rows = connection.execute(
        select(alert)
        .where(_unanswered)
        .order_by(alert.c.still_at)
        .limit(limit)
        .with_for_update(skip_locked=True),
        {"now": now},
    )
    return [AlertRow(*row) for row in rows]


def overdue_alerts(connection: Connection, before: datetime) -> int:
    """Alerts whose next step should have happened before `before`."""
    overdue = select(func.count()).select_from(alert).where(_unclaimed)
    return connection.execute(overdue, {"before": before}).scalar_one()


def open_alerts_for(connection: Connection, unit_id: int) -> list[tuple[int, dict[str, Any]]]:
    """Unclaimed urgent alerts of a unit with their report's code and topic, oldest first; not of what is
    sealed."""
    rows = connection.execute(
        select(alert.c.id, report.c.id.label("report_id"), report.c.topic)
        .join(report, report.c.id == alert.c.report_id)
        .where(alert.c.unit_id == unit_id, _free, _urgent, report.c.sealed.is_(False))
        .order_by(alert.c.id)
    )
    return [(row.id, {"report_id": row.report_id, "topic": row.topic}) for row in rows]
