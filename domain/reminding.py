"""When people are reminded of a deadline, and when they are left in peace. DOMAIN §10, §11.4.

Pure: calendar, hours and instants are handed in. A stage is named by working days from the deadline ("d-2",
"d", "d+1"); its instant is fixed when its period is made: a changed setting touches later periods only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.calendar import Hours, WorkingCalendar

DEFAULT_STAGES = ("-2 08:00", "0 08:00", "+1 08:00")
MORNING, AFTERNOON, EVENING = time(8), time(14), time(19, 30)
"""Hours a person may ask for; reminders nobody asked for go in the morning only (DOMAIN §10)."""

_STAGE = re.compile(r"([+-]?\d{1,2})\s+(\d{1,2}):(\d{2})")
_DAY = timedelta(days=1)
_YEAR = 366


@dataclass(frozen=True, slots=True)
class Stage:
    """So many working days after the deadline's day (before it if negative), at this local hour."""

    days: int
    hour: time

    @property
    def name(self) -> str:
        """ "d-2", "d", "d+1": what is stored."""
        return f"d{self.days:+d}" if self.days else "d"

    def at(self, due_at: datetime, calendar: WorkingCalendar) -> datetime:
        """Its instant (UTC) for a deadline."""
        return calendar.at(calendar.add_working_days(calendar.day_of(due_at), self.days), self.hour)


def parse_stage(words: str) -> Stage:
    """Understand "-2 08:00". Raises ValueError."""
    found = _STAGE.fullmatch(words.strip())
    if not found:
        raise ValueError(f"no such stage: {words!r}")
    return Stage(int(found[1]), time(int(found[2]), int(found[3])))


def stages_of(
    stages: Iterable[Stage], due_at: datetime, cutoff_at: datetime, calendar: WorkingCalendar
) -> list[tuple[str, datetime]]:
    """(name, instant) of the stages of one period, in order; none once nothing is taken any more."""
    found = {stage.name: stage.at(due_at, calendar) for stage in stages}
    return sorted(
        ((name, at) for name, at in found.items() if at < cutoff_at), key=lambda one: (one[1], one[0])
    )


@dataclass(frozen=True, slots=True)
class Manners:
    """Days and hours in which nobody is reminded: `quiet` stretches of every day (one that ends before it
    starts goes over midnight), days off, Tết weeks and long leaves, and the operator's `silent_days`."""

    calendar: WorkingCalendar
    quiet: Hours = ()
    silent_days: frozenset[date] = frozenset()

    def allow(self, instant: datetime) -> bool:
        """May reminders go out at `instant` (aware)?"""
        return self.allow_day(self.calendar.day_of(instant)) and not self.is_quiet(instant)

    def is_quiet(self, instant: datetime) -> bool:
        """Is `instant` (aware) within the quiet hours of its day?"""
        local = instant.astimezone(self.calendar.zone)
        return any(_within(local.time(), *span) for span in self.quiet)

    def allow_work(self, instant: datetime) -> bool:
        """May units be written to about their work at `instant`? Also on the working days of the Tết weeks,
        in which working hours count and only periodic reminders rest (DOMAIN §10)."""
        return self.calendar.is_working_day(self.calendar.day_of(instant)) and not self.is_quiet(instant)

    def allow_day(self, day: date) -> bool:
        """May reminders go out on `day` at all?"""
        resting = not self.calendar.is_working_day(day) or self.calendar.holiday_mode(day) is not None
        return not resting and day not in self.silent_days

    def next_allowed(self, instant: datetime) -> datetime:
        """The first moment (UTC instant) from `instant` on at which people may be reminded."""
        if self.allow(instant):
            return instant
        day, hours = self.calendar.day_of(instant), sorted({time(), *(end for _, end in self.quiet)})
        for _ in range(_YEAR):
            for at in (self.calendar.at(day, hour) for hour in hours):
                if at > instant and self.allow(at):
                    return at
            day += _DAY
        return self.next_morning(instant)  # no hour of any day is allowed: the operator's settings leave none

    def next_morning(self, instant: datetime) -> datetime:
        """08:00 (UTC instant) of the first day after that of `instant` on which people may be reminded."""
        day = self.calendar.day_of(instant) + _DAY
        while not self.allow_day(day):
            day += _DAY
        return self.calendar.at(day, MORNING)

    def later_today(self, instant: datetime) -> datetime:
        """What "this afternoon" means at `instant`: 14:00, past that 19:30, past that the next morning."""
        day = self.calendar.day_of(instant)
        for hour in (AFTERNOON, EVENING):
            at = self.calendar.at(day, hour)
            if at > instant + timedelta(minutes=30) and self.allow(at):
                return at
        return self.next_morning(instant)


def _within(moment: time, start: time, end: time) -> bool:
    return start <= moment < end if start <= end else moment >= start or moment < end
