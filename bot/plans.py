"""How this installation makes its periods, and when it reminds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache

from bot.settings import Settings
from domain.cadence import parse
from domain.calendar import WorkingCalendar
from domain.reminding import Manners, parse_stage
from office.desk_rules import DeskRules, UnitLinks
from office.periods import Plan
from office.reminding import Reminding


def plans_of(settings: Settings) -> Callable[[datetime], Plan]:
    """The operator's rule, calendar and stages for some years around an instant. Takes 0.1 s once a year."""
    calendar = calendars(settings)
    return lambda now: Plan(
        parse(settings.deadlines.rule),
        calendar(now),
        settings.deadlines.roll,
        tuple(map(parse_stage, settings.reminders.stages)),
        settings.reminders.newcomer_days,
    )


def plan_of(settings: Settings, now: datetime) -> Plan:
    """The same for one instant."""
    return plans_of(settings)(now)


def reminding_of(settings: Settings, pushing: frozenset[str]) -> Reminding:
    """How the operator wants people to be reminded; `pushing`: channels that reach a phone."""
    calendar = calendars(settings)
    quiet, silent = settings.calendar.quiet_hours, frozenset(settings.calendar.no_reminders_on)
    return Reminding(
        lambda now: Manners(calendar(now), quiet, silent),
        pushing,
        timedelta(minutes=settings.reminders.spread_minutes),
        settings.reminders.daily_cap,
        settings.calendar.zone,
    )


def desk_rules_of(settings: Settings, reminding: Reminding, key: str) -> DeskRules:
    """How matters are referred and answered; `key` is the installation's own, which signs addresses."""
    return DeskRules(
        reminding.manners,
        UnitLinks(key, settings.web.address),
        settings.privacy.min_reporters,
        timedelta(days=settings.matters.ask_again_days),
    )


def calendars(settings: Settings) -> Callable[[datetime], WorkingCalendar]:
    """The working calendar around an instant, made once a year: making one takes 0.1 s."""

    @cache
    def of(year: int) -> WorkingCalendar:
        return settings.calendar.around(datetime(year, 7, 1, tzinfo=settings.calendar.tz))

    return lambda now: of(now.year)
