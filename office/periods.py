"""The periods of every unit, always some way ahead, and what is decided about one. DOMAIN §11.4.

What a period is made of — its instants, its stages — is fixed when it is made: a changed rule or calendar
touches only periods that are still to be made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import takewhile

from sqlalchemy import Connection

from domain.cadence import Rule, parse
from domain.calendar import Roll, WorkingCalendar
from domain.periods import Period
from domain.periods import periods as periods_of
from domain.reminding import DEFAULT_STAGES, MORNING, Stage, parse_stage, stages_of
from messages import catalogue
from storage import periods
from storage.periods import PeriodRow

AHEAD = timedelta(days=45)
"""Periods are there this long before they begin, so that one who looks ahead sees the next deadline."""

DIGEST_MORNING, DIGEST_EVENING = "digest-am", "digest-pm"
"""Stages at which coordinators read how the period stands."""

FIRST_NIL = 2
"""Working days before the deadline from which on a nil report is taken where nobody is reminded before it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How periods are made: the operator's rule, calendar and way of rolling deadlines, and the stages of
    reminders. Who joins fewer than `newcomer_days` working days before the deadline owes nothing."""

    rule: Rule
    calendar: WorkingCalendar
    roll: Roll = "after"
    stages: tuple[Stage, ...] = tuple(map(parse_stage, DEFAULT_STAGES))
    newcomer_days: int = 5

    def by(self, rule: str | None) -> Plan:
        """The same by the words of another rule; None: as it is."""
        return replace(self, rule=parse(rule)) if rule else self

    def all_stages(
        self, start_at: datetime, due_at: datetime, cutoff_at: datetime
    ) -> list[tuple[str, datetime]]:
        """Reminders of a deadline, and a digest for coordinators in its morning and when it has passed.
        Before the period has begun (a week of leaves may bring that about) nobody owes anything yet."""
        named = stages_of(self.stages, due_at, cutoff_at, self.calendar)
        own = [(name, at) for name, at in named if at >= start_at]
        morning = Stage(0, MORNING).at(due_at, self.calendar)
        digests = [(DIGEST_MORNING, morning)] if morning < due_at else []
        return [*own, *digests, (DIGEST_EVENING, due_at)]

    def nil_from(self, due_at: datetime) -> datetime:
        """When nil reports begin: at the first reminder (DOMAIN §11.4)."""
        before = [one.at(due_at, self.calendar) for one in self.stages if one.days < 0]
        return min(before, default=Stage(-FIRST_NIL, MORNING).at(due_at, self.calendar))

    def newcomers_until(self, due_at: datetime) -> datetime:
        """Who joins later owes nothing for this deadline."""
        due_on = self.calendar.day_of(due_at)
        day = self.calendar.add_working_days(due_on, -self.newcomer_days)
        return self.calendar.at(day + timedelta(days=1), datetime.min.time())


def open_periods(connection: Connection, unit_id: int, plan: Plan, now: datetime) -> None:
    """Give a unit its periods from now on. Those it has stay; the first new one begins where they end."""
    begins = periods.last_end(connection, unit_id)
    taken = periods.codes(connection, unit_id)
    for period in _coming(plan, begins or now, now):
        if period.code not in taken:
            _add(connection, unit_id, plan, period, begins or period.start_at)
            begins = period.end_at


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether `extend_periods` has something to do: making a calendar only to find out would cost 0.1 s."""
    return periods.is_any_short(connection, now + AHEAD) or bool(periods.without_stages(connection, now))


def extend_periods(connection: Connection, plan: Plan, now: datetime) -> None:
    """The same for every unit that reports, each by the rule nearest above it; to be called now and then."""
    rules = periods.rules(connection)
    for unit_id in periods.units_that_report(connection):
        open_periods(connection, unit_id, plan.by(rule_of(rules, unit_id)), now)
    for row in periods.without_stages(connection, now):
        set_deadline(connection, row, plan, row.due_at, row.cutoff_at, now)


def rule_of(rules: Mapping[int, tuple[int | None, str | None]], unit_id: int | None) -> str | None:
    """The words of a unit's rule: its own, else that of the nearest unit above; None: the operator's."""
    seen: set[int] = set()
    while unit_id is not None and unit_id not in seen:
        seen.add(unit_id)
        unit_id, own = rules.get(unit_id, (None, None))
        if own:
            return own
    return None


def set_deadline(
    connection: Connection, row: PeriodRow, plan: Plan, due_at: datetime, cutoff_at: datetime, now: datetime
) -> None:
    """Give a period this deadline and the stages that go with it.

    A stage comes once for ever (DESIGN §4.5), and for another deadline once more, under its day: who was told
    of the former day is told of the real one. Nil reports that are taken already go on being taken.
    """
    nil_from = plan.nil_from(due_at)
    if row.nil_from_at is not None and row.nil_from_at <= now:
        nil_from = min(nil_from, row.nil_from_at)
    periods.change(
        connection,
        row.id,
        due_at=due_at,
        cutoff_at=cutoff_at,
        nil_from_at=nil_from,
        newcomers_until_at=plan.newcomers_until(due_at),
    )
    gone = periods.stages_come(connection, row.id)
    stages = []
    for name, at in plan.all_stages(row.start_at, due_at, cutoff_at):
        if name in gone and due_at != row.due_at and at > now:
            name = f"{name} {plan.calendar.day_of(due_at):%m-%d}"
        if name not in gone:
            stages.append((name, at))
    periods.replan(connection, row.id, stages)


def _coming(plan: Plan, begins: datetime, now: datetime) -> list[Period]:
    count = max(0, (now + AHEAD - begins).days) // 7 + 2  # no rule has periods shorter than a week
    found = periods_of(plan.rule, begins, count, plan.calendar, plan.roll)
    return list(takewhile(lambda period: period.start_at <= now + AHEAD, found))


def _add(connection: Connection, unit_id: int, plan: Plan, period: Period, start_at: datetime) -> None:
    periods.add(
        connection,
        unit_id,
        plan.all_stages(start_at, period.due_at, period.cutoff_at),
        programme=periods.REGULAR,
        code=period.code,
        name=catalogue("vi").render(period.name),
        start_at=start_at,
        end_at=period.end_at,
        due_at=period.due_at,
        cutoff_at=period.cutoff_at,
        briefing_at=period.briefing_at,
        nil_from_at=plan.nil_from(period.due_at),
        newcomers_until_at=plan.newcomers_until(period.due_at),
    )
