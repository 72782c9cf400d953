"""The periods of every unit, always some way ahead. DOMAIN §11.4."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from sqlalchemy import Connection

from domain.cadence import Rule
from domain.calendar import Roll, WorkingCalendar
from domain.periods import Period
from domain.periods import periods as periods_of
from messages import catalogue
from storage import periods

AHEAD = timedelta(days=45)
"""Periods are there this long before they begin, so that one who looks ahead sees the next deadline."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How periods are made: the operator's rule, calendar and way of rolling deadlines."""

    rule: Rule
    calendar: WorkingCalendar
    roll: Roll = "after"


def open_periods(connection: Connection, unit_id: int, plan: Plan, now: datetime) -> None:
    """Give a unit its periods from now on. Those it has stay; the first new one begins where they end."""
    begins = periods.last_end(connection, unit_id)
    taken = periods.codes(connection, unit_id)
    for period in _coming(plan, begins or now, now):
        if period.code not in taken:
            _add(connection, unit_id, period, begins or period.start_at)
            begins = period.end_at


def extend_periods(connection: Connection, plan: Plan, now: datetime) -> None:
    """The same for every unit that reports; to be called now and then."""
    for unit_id in periods.units_that_report(connection):
        open_periods(connection, unit_id, plan, now)


def _coming(plan: Plan, begins: datetime, now: datetime) -> list[Period]:
    count = max(0, (now + AHEAD - begins).days) // 7 + 2  # no rule has periods shorter than a week
    found = periods_of(plan.rule, begins, count, plan.calendar, plan.roll)
    return list(takewhile(lambda period: period.start_at <= now + AHEAD, found))


def _add(connection: Connection, unit_id: int, period: Period, start_at: datetime) -> None:
    periods.add(
        connection,
        unit_id,
        code=period.code,
        name=catalogue("vi").render(period.name),
        start_at=start_at,
        end_at=period.end_at,
        due_at=period.due_at,
        cutoff_at=period.cutoff_at,
        briefing_at=period.briefing_at,
    )
