"""The duty rota: shifts that follow each other, gaps between them, and the week as people read it.

Pure: instants, zone and hours are handed in. A shift is [from, to): at `to` the next has begun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from messages import Say, Text, say

DAYS_WATCHED = 7
"""A coordinator is warned of gaps in so many days."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Watch:
    """Somebody on duty from `start` to `end` (aware). `id` is 0 while it is only planned."""

    start: datetime
    end: datetime
    person_id: int
    label: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody of the duty list."""

    person_id: int
    label: str


@dataclass(frozen=True, slots=True)
class PlanRota:
    """Put these people of the unit on duty in the week of `monday`, one after the other."""

    unit: int
    monday: date
    pattern: str
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChangeShift:
    """Somebody else has this shift."""

    shift: int
    person: int


@dataclass(frozen=True, slots=True)
class OfferShift:
    """Ask a colleague to take over one's own shift."""

    shift: int
    person: int


@dataclass(frozen=True, slots=True)
class RotaFacts:
    """What a conversation about a unit's rota may know. `shifts` from the beginning of this week on; `hours`:
    when the day's watch begins and ends; `plans`: this person coordinates the unit."""

    unit_id: int
    unit: str
    zone: ZoneInfo
    hours: tuple[time, time]
    shifts: tuple[Watch, ...] = ()
    officers: tuple[Officer, ...] = ()
    plans: bool = False


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - day.weekday() * _DAY


def plan(
    monday: date, pattern: str, people: Sequence[Officer], zone: ZoneInfo, hours: tuple[time, time]
) -> list[Watch]:
    """The shifts of a week, the people taking turns in their order: each day one, day and night, or the whole
    week one. The week begins with Monday's watch and ends with the next Monday's."""
    begins, ends = hours

    def at(days: int, hour: time) -> datetime:
        return datetime.combine(monday + days * _DAY, hour, zone).astimezone(UTC)

    match pattern:
        case "week":
            borders = [at(0, begins), at(7, begins)]
        case "daynight":
            borders = [at(day, hour) for day in range(7) for hour in (begins, ends)] + [at(7, begins)]
        case _:
            borders = [at(day, begins) for day in range(8)]
    spans = pairwise(borders)
    return [
        Watch(start, end, people[turn % len(people)].person_id, people[turn % len(people)].label)
        for turn, (start, end) in enumerate(spans)
    ]


def still_ahead(planned: Sequence[Watch], now: datetime, *, covered: bool) -> list[Watch]:
    """What of a plan can still be: shifts that begin later; and, where nobody is on duty now (not `covered`),
    the rest of the one that would be running."""
    return [
        replace(one, start=max(one.start, now))
        for one in planned
        if one.start >= now or (one.end > now and not covered)
    ]


def on_duty(shifts: Sequence[Watch], instant: datetime) -> list[Watch]:
    """Those on duty at an instant."""
    return [one for one in shifts if one.start <= instant < one.end]


def gaps(shifts: Sequence[Watch], start: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    """The stretches between `start` and `end` in which nobody is on duty."""
    found, at = [], start
    for one in sorted(shifts, key=lambda one: one.start):
        if one.start > at and at < end:
            found.append((at, min(one.start, end)))
        at = max(at, one.end)
    if at < end:
        found.append((at, end))
    return found


def listed(parts: Sequence[Say]) -> Text:
    """Parts of a sentence one after the other, with "; " between."""
    if not parts:
        return ""
    return say("rota-and", first=parts[0], rest=listed(parts[1:])) if len(parts) > 1 else parts[0]


# -- in words --------------------------------------------------------------------------------------------


def week_lines(shifts: Sequence[Watch], monday: date, zone: ZoneInfo) -> list[Text]:
    """A week, one line a day on which a watch begins: "T2 23/11  07:30–17:00 Bà Lan · 17:00–07:30 Ông Minh";
    one that began the week before stands on Monday."""
    lines: list[Text] = []
    for day in (monday + number * _DAY for number in range(7)):
        begun = [one for one in shifts if _day(one.start, zone) == day]
        if day == monday:
            begun = [
                one for one in shifts if _day(one.start, zone) < day and one.end > _at(day, zone)
            ] + begun
        if begun:
            watches = " · ".join(f"{_span(one, day, zone)} {one.label}" for one in begun)
            lines.append(say("rota-day", day=day_name(day), watches=watches))
    return lines


def gap_line(missing: Sequence[tuple[datetime, datetime]], zone: ZoneInfo) -> Say:
    """The warning of gaps, the first three of them by their hours."""
    shown = [
        say("rota-gap", since=short_moment(a, zone), until=short_moment(b, zone)) for a, b in missing[:3]
    ]
    return say("rota-gaps", n=len(missing), gaps=listed(shown))


def short_moment(instant: datetime, zone: ZoneInfo) -> Say:
    """ "17:00 T4 25/11"."""
    local = instant.astimezone(zone)
    return say("rota-moment", time=f"{local:%H:%M}", day=day_name(local.date()))


def watch_line(one: Watch, zone: ZoneInfo) -> Say:
    """A shift from its first hour to its last: "07:30–17:00 T2 23/11"."""
    start, end = one.start.astimezone(zone), one.end.astimezone(zone)
    if start.date() == end.date():
        return say("rota-moment", time=f"{start:%H:%M}–{end:%H:%M}", day=day_name(start.date()))
    return say("rota-watch", since=short_moment(one.start, zone), until=short_moment(one.end, zone))


def day_name(day: date) -> Say:
    """ "T2 23/11"."""
    return say(f"rota-weekday-{day.weekday()}", date=f"{day:%d/%m}")


def _span(one: Watch, day: date, zone: ZoneInfo) -> str:
    start, end = one.start.astimezone(zone), one.end.astimezone(zone)
    since = f"{start:%H:%M}" if start.date() == day else "…"
    until = f"{end:%H:%M}" if end - start <= _DAY else f"{end:%H:%M %d/%m}"
    return f"{since}–{until}"


def _day(instant: datetime, zone: ZoneInfo) -> date:
    return instant.astimezone(zone).date()


def _at(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
