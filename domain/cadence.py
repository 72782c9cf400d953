"""Cadence rules: the words of a setting, and the days they name (DOMAIN §11.4).

    weekly [mon…sun] [HH:MM]             due that day (thu 16:00)
    monthly [last-working-day]           briefing on the last working day, due five working days before
    quarterly [5th-working-day-after]    due on the last working day, briefing the fifth working day after
    half-yearly · yearly                 as quarterly; each of the two ways may be written with each length
    monthly day N [HH:MM]                due on day N; in a month without such a day, on its last
    monthly calendar                     from the first to the last of the month, due on the last
    15-14 · 25-25                        from the 15th to the 14th · from the 25th at noon to the 25th at noon

A rule cuts time into numbered spans and says of each on which days it closes; `domain.periods` does the rest.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from domain.calendar import Roll, WorkingCalendar
from messages import Say, say

Length = Literal["week", "month", "quarter", "half", "year"]

DUE_HOUR = time(17)
WEEKLY_HOUR = time(16)
NOON = time(12)
WORKING_DAYS_TO_BRIEFING = 5
"""From the deadline of the members to the briefing."""
FIRST_WORKING_DAY_FOR_BRIEFING = 3
"""Late reports are taken until the second working day after the deadline."""
NAMED_AFTER_LAST_MONTH = 10
"""A month closed on one of its first days is called by the month before."""

_MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_LENGTHS: dict[str, Length] = {
    "monthly": "month",
    "quarterly": "quarter",
    "half-yearly": "half",
    "yearly": "year",
}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = timedelta(days=1)


class RuleError(ValueError):
    """Words that are no rule; `text` is the sentence for the person who wrote them."""

    def __init__(self, rule: str) -> None:
        super().__init__(f"no such rule: {rule!r}")
        self.text: Say = say("rule-unknown", rule=rule)


@dataclass(frozen=True, slots=True)
class Closing:
    """When one span closes: its deadline, the end of what belongs to it, the day of its briefing."""

    due_at: datetime
    end_at: datetime
    briefing_on: date


@dataclass(frozen=True, slots=True)
class Rule:
    """What all rules share: spans of one length, numbered without gaps."""

    length: Length
    hour: time = DUE_HOUR

    def number(self, day: date) -> int:
        """The number of the span in which `day` lies."""
        if self.length == "week":
            return (day.toordinal() - 1) // 7
        return (day.year * 12 + day.month - 1) // _MONTHS[self.length]

    def last_day(self, number: int) -> date:
        """The last day of a span."""
        if self.length == "week":
            return date.fromordinal(number * 7 + 7)
        year, month = divmod((number + 1) * _MONTHS[self.length] - 1, 12)
        return date(year, month + 1, monthrange(year, month + 1)[1])

    def name(self, number: int) -> tuple[int, int]:
        """Year and number within the year by which people call the period of a span."""
        last = self.last_day(number)
        if self.length == "week":
            return last.isocalendar()[:2]
        return last.year, (last.month - 1) // _MONTHS[self.length] + 1

    def close(self, number: int, calendar: WorkingCalendar, roll: Roll) -> Closing:
        """The closing of a span; never earlier than that of the span before."""
        raise NotImplementedError

    def _due(self, day: date, calendar: WorkingCalendar, briefing: date | None = None) -> Closing:
        """A closing in which everything up to the deadline belongs to the span."""
        due = calendar.at(day, self.hour)
        return Closing(due, due, briefing or calendar.add_working_days(day, WORKING_DAYS_TO_BRIEFING))


@dataclass(frozen=True, slots=True)
class Weekly(Rule):
    """Due on one day of the week, 0 for Monday."""

    weekday: int = 3

    def close(self, number: int, calendar: WorkingCalendar, roll: Roll) -> Closing:
        return self._due(calendar.roll_deadline(self._named_day(number), roll), calendar)

    def _named_day(self, number: int) -> date:
        return self.last_day(number) - _DAY * (6 - self.weekday)


@dataclass(frozen=True, slots=True)
class LastWorkingDay(Rule):
    """Briefing on the last working day of the span, due five working days before."""

    def close(self, number: int, calendar: WorkingCalendar, roll: Roll) -> Closing:
        briefing = calendar.roll(self.last_day(number), "before")
        day = calendar.add_working_days(briefing, -WORKING_DAYS_TO_BRIEFING)
        return self._due(calendar.roll_deadline(day, roll), calendar, briefing)


@dataclass(frozen=True, slots=True)
class WorkingDayAfter(Rule):
    """Due on the last working day of the span, briefing on the `nth` working day after it."""

    nth: int = WORKING_DAYS_TO_BRIEFING

    def close(self, number: int, calendar: WorkingCalendar, roll: Roll) -> Closing:
        day = calendar.roll_deadline(calendar.roll(self.last_day(number), "before"), roll)
        return self._due(day, calendar, calendar.add_working_days(day, self.nth))


@dataclass(frozen=True, slots=True)
class FixedDay(Rule):
    """Due on one day of the month, or on its last where it is shorter."""

    day: int = 31

    def close(self, number: int, calendar: WorkingCalendar, roll: Roll) -> Closing:
        return self._due(calendar.roll_deadline(self._named_day(number), roll), calendar)

    def name(self, number: int) -> tuple[int, int]:
        return Rule.name(self, number - (self.day <= NAMED_AFTER_LAST_MONTH))

    def _named_day(self, number: int) -> date:
        last = self.last_day(number)
        return last.replace(day=min(self.day, last.day))


@dataclass(frozen=True, slots=True)
class Window(FixedDay):
    """From day to day of the calendar, rest days or not; only the deadline rolls.

    Ends when the day ends, or (`noon`) at the very hour of the deadline.
    """

    noon: bool = False

    def close(self, number: int, calendar: WorkingCalendar, roll: Roll) -> Closing:
        day = self._named_day(number)
        closing = self._due(calendar.roll_deadline(day, roll), calendar)
        end = calendar.at(day, self.hour) if self.noon else calendar.at(day + _DAY, time())
        return Closing(closing.due_at, end, closing.briefing_on)

    def name(self, number: int) -> tuple[int, int]:
        return Rule.name(self, number)


def parse(rule: str) -> Rule:
    """Understand the words of a rule. Raises RuleError."""
    try:
        return _parse(rule.lower().split())
    except ValueError as unknown:
        raise RuleError(rule) from unknown


def _parse(words: list[str]) -> Rule:
    match words:
        case ["weekly"]:
            return Weekly("week", WEEKLY_HOUR)
        case ["weekly", day, *hour]:
            return Weekly("week", _hour(hour, WEEKLY_HOUR), _WEEKDAYS.index(day))
        case ["monthly", "day", day, *hour]:
            return FixedDay("month", _hour(hour, DUE_HOUR), _number(day, 1, 31))
        case ["monthly", "calendar"]:
            return Window("month", day=31)
        case ["monthly"]:
            return LastWorkingDay("month")
        case [length, "last-working-day"] if length in _LENGTHS:
            return LastWorkingDay(_LENGTHS[length])
        case [length, *after] if length in _LENGTHS:
            return WorkingDayAfter(_LENGTHS[length], nth=_nth(after))
        case [window]:
            return _window(window)
    raise ValueError("no such words")


def _window(words: str) -> Window:
    first, last = (_number(word, 1, 31) for word in words.split("-"))
    if first == last:
        return Window("month", NOON, last, noon=True)
    if first == last + 1:
        return Window("month", day=last)
    raise ValueError("a gap between windows")


def _nth(words: list[str]) -> int:
    if not words:
        return WORKING_DAYS_TO_BRIEFING
    (word,) = words
    found = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)-working-day-after", word)
    return _number(found[1] if found else "", FIRST_WORKING_DAY_FOR_BRIEFING, 20)


def _hour(words: list[str], default: time) -> time:
    if not words:
        return default
    (word,) = words
    hours, minutes = word.split(":")
    return time(_number(hours, 0, 23), _number(minutes, 0, 59))


def _number(word: str, least: int, most: int) -> int:
    if not re.fullmatch(r"[0-9]{1,2}", word) or not least <= int(word) <= most:
        raise ValueError(f"not a number from {least} to {most}: {word}")
    return int(word)
