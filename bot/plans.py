"""How this installation makes its periods."""

from __future__ import annotations

from datetime import datetime

from bot.settings import Settings
from domain.cadence import parse
from office.periods import Plan


def plan_of(settings: Settings, now: datetime) -> Plan:
    """The operator's rule and calendar for some years around `now`. Takes 0.1 s the first time."""
    return Plan(parse(settings.deadlines.rule), settings.calendar.around(now), settings.deadlines.roll)
