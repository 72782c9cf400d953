"""Leaves to come: when they are told of, and which of their hours nobody is on duty. DOMAIN §10."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from domain.calendar import HolidayMode, WorkingCalendar
from domain.reminding import Manners
from messages import Text, say

AHEAD = 30
"""Days within which a leave to come is looked for."""
ROTA_BEFORE = timedelta(days=3)
"""So long before a leave its rota has to be there."""
YEAR_ASKED = 12
"""From this month on next year's days off have to be confirmed."""

_DAY = timedelta(days=1)


def coming_leave(calendar: WorkingCalendar, today: date) -> HolidayMode | None:
    """The next Tết weeks or long leave that begin after `today`, if they begin soon."""
    for number in range(1, AHEAD + 1):
        leave = calendar.holiday_mode(today + number * _DAY)
        if leave is not None and leave.first > today:
            return leave
    return None


def told_on(leave: HolidayMode, manners: Manners) -> date:
    """The last day before a leave on which people may be written to."""
    day = leave.first - _DAY
    while not manners.allow_day(day):
        day -= _DAY
    return day


def rota_asked_on(leave: HolidayMode, calendar: WorkingCalendar) -> date:
    """From which day on a rota with gaps is warned of."""
    return calendar.roll(leave.first - ROTA_BEFORE, "before")


def first_gap(
    leave: HolidayMode, shifts: Sequence[tuple[datetime, datetime]], calendar: WorkingCalendar
) -> datetime | None:
    """First instant of a leave that none of `shifts` (from, to) covers; None: somebody is there always."""
    at, end = calendar.at(leave.first, time()), calendar.at(leave.resumes, time())
    for begins, ends in sorted(shifts):
        if begins > at:
            break
        at = max(at, ends)
    return at if at < end else None


def leave_name(leave: HolidayMode) -> Text:
    """What a leave is called: Tết, or its first and last day."""
    if leave.tet:
        return say("leave-tet")
    return f"{leave.first:%d/%m}–{leave.resumes - _DAY:%d/%m/%Y}"
