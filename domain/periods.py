"""Reporting periods: what a cadence rule means in dates (DOMAIN §11.4).

A period begins where the one before ended and ends at its deadline (a window of the calendar: with its last
day). Deadlines on rest days and in the Tết weeks roll; where two roll to the same instant there is one longer
period. Late reports are taken until the second working day after, then comes the draft, then the briefing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count as integers
from itertools import islice, pairwise

from domain.cadence import Closing, Length, Rule
from domain.calendar import Roll, WorkingCalendar
from messages import Say, say

CUTOFF_HOUR = time(17)
BRIEFING_HOUR = time(8)
WORKING_DAYS_FOR_LATE_REPORTS = 2
WORKING_DAYS_FOR_THE_DRAFT = 2

_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Period:
    """One period of a rule; instants are UTC, `draft_on` is a local date.

    Reports made from `start_at` until just before `end_at` are its content. `code` is unique within a rule
    and sorts by time; `length`, `year` and `number` (of the week, month, … in the year) make its name.
    """

    code: str
    length: Length
    year: int
    number: int
    start_at: datetime
    end_at: datetime
    due_at: datetime
    cutoff_at: datetime
    draft_on: date
    briefing_at: datetime

    @property
    def name(self) -> Say:
        """What people call it: "tháng 11/2026"."""
        return say(f"period-{self.length}", year=str(self.year), number=self.number)


def periods(
    rule: Rule, from_: date | datetime, count: int, calendar: WorkingCalendar, roll: Roll = "after"
) -> list[Period]:
    """`count` periods from the one that runs at `from_` (an aware instant, or the start of a local day)."""
    instant = from_ if isinstance(from_, datetime) else calendar.at(from_, time())
    return list(islice(_running_since(rule, instant, calendar, roll), count))


def period_at(rule: Rule, instant: datetime, calendar: WorkingCalendar, roll: Roll = "after") -> Period:
    """The period that runs at `instant` (aware)."""
    return next(_running_since(rule, instant, calendar, roll))


def cutoff_after(day: date, calendar: WorkingCalendar) -> datetime:
    """Until when (UTC) late reports are taken for a deadline on this local day."""
    return calendar.at(calendar.add_working_days(day, WORKING_DAYS_FOR_LATE_REPORTS), CUTOFF_HOUR)


def _running_since(rule: Rule, instant: datetime, calendar: WorkingCalendar, roll: Roll) -> Iterator[Period]:
    def close(number: int) -> Closing:
        return rule.close(number, calendar, roll)

    number = rule.number(calendar.day_of(instant))
    while close(number).end_at <= instant:
        number += 1
    while close(number - 1).end_at > instant:
        number -= 1
    start_at = close(number - 1).end_at
    for (this, closing), (_, following) in pairwise((n, close(n)) for n in integers(number)):
        if closing.end_at < following.end_at:
            yield _period(rule, this, start_at, closing, calendar)
            start_at = closing.end_at


def _period(
    rule: Rule, number: int, start_at: datetime, closing: Closing, calendar: WorkingCalendar
) -> Period:
    last_day = max(calendar.day_of(closing.due_at), calendar.day_of(closing.end_at - _INSTANT))
    cutoff_at = cutoff_after(last_day, calendar)
    after_cutoff = calendar.add_working_days(calendar.day_of(cutoff_at), 1)
    briefing_on = max(closing.briefing_on, after_cutoff)
    draft_on = max(calendar.add_working_days(briefing_on, -WORKING_DAYS_FOR_THE_DRAFT), after_cutoff)
    year, index = rule.name(number)
    return Period(
        code=_code(rule.length, year, index),
        length=rule.length,
        year=year,
        number=index,
        start_at=start_at,
        end_at=closing.end_at,
        due_at=closing.due_at,
        cutoff_at=cutoff_at,
        draft_on=draft_on,
        briefing_at=calendar.at(briefing_on, BRIEFING_HOUR),
    )


def _code(length: Length, year: int, number: int) -> str:
    if length == "year":
        return str(year)
    if length == "month":
        return f"{year}-{number:02}"
    return f"{year}-W{number:02}" if length == "week" else f"{year}-{length[0].upper()}{number}"
