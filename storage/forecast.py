"""What became of everybody at a tick: read within its transaction, before that is taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from storage.reminders import DIGESTS
from storage.tables import address, obligation, outbox, period, period_stage, person, reminder, unit


@dataclass(frozen=True, slots=True)
class OutlookRow:
    """One person and one open period. `stage`, `at`, `channel`, `body`: of the message this tick wrote;
    `told`: reminded on that day already; `next_at`: the period's next stage; `pending`: a stage has come and
    not everybody was reminded of it."""

    unit: str
    period: str
    person_id: int
    label: str | None
    state: str
    wants: bool
    rings: bool
    here: bool
    blocked: bool
    told: bool
    stage: str | None
    at: datetime | None
    channel: str | None
    body: Any
    next_at: datetime | None
    pending: bool


def outlook(connection: Connection, now: datetime, today: date, pushing: Collection[str]) -> list[OutlookRow]:
    """Everybody on the list of a period that takes reports at `now`, by unit, period and label."""
    own, mine, other = address.alias("own"), reminder.alias("mine"), reminder.alias("other")

    def has(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return select(own.c.id).where(own.c.person_id == person.c.id, *conditions).exists()

    reminds = and_(period_stage.c.period_id == period.c.id, period_stage.c.stage.not_like(DIGESTS))
    next_at = select(func.min(period_stage.c.at)).where(reminds, period_stage.c.state == "planned")
    pending = select(period_stage.c.id).where(reminds, period_stage.c.state == "current").exists()
    told = select(other.c.id).where(
        other.c.person_id == person.c.id, other.c.sent_on == today, other.c.at < now
    )
    rows = connection.execute(
        select(
            unit.c.code,
            period.c.code,
            person.c.id,
            person.c.label,
            obligation.c.state,
            person.c.reminders,
            has(own.c.unreachable_at.is_(None), own.c.channel.in_(pushing)),
            has(own.c.unreachable_at.is_(None)),
            has(own.c.unreachable_at.is_not(None)),
            told.exists(),
            mine.c.stage,
            outbox.c.not_before_at,
            outbox.c.channel,
            outbox.c.body,
            next_at.scalar_subquery(),
            pending,
        )
        .select_from(obligation)
        .join(period, period.c.id == obligation.c.period_id)
        .join(unit, unit.c.id == period.c.unit_id)
        .join(person, person.c.id == obligation.c.person_id)
        .join(
            mine,
            and_(
                mine.c.period_id == period.c.id,
                mine.c.person_id == person.c.id,
                mine.c.sent_on == today,
                mine.c.at == now,
                mine.c.state == "queued",
            ),
            isouter=True,
        )
        .join(outbox, outbox.c.id == mine.c.outbox_id, isouter=True)
        .where(
            period.c.start_at <= now,
            or_(and_(period.c.cutoff_at > now, period.c.locked_at.is_(None)), obligation.c.until_at > now),
        )
        .order_by(unit.c.code, period.c.due_at, period.c.id, person.c.label, person.c.id)
    )
    return [OutlookRow(*row) for row in rows]
