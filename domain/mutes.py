"""Not to be told of a topic or area for a while: with owner, reason and end, and never of anything urgent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

MOST = timedelta(days=7)
"""A mute that nobody remembers would hide what comes after its reason is gone."""

LONGEST_REASON = 200

SPANS = {"d3": timedelta(days=3), "d7": MOST}


@dataclass(frozen=True, slots=True)
class Scope:
    """A unit somebody coordinates, and the areas of it to choose from: its own, then those below."""

    unit_id: int
    unit: str
    areas: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MuteFacts:
    """A mute that runs: `topic` None is all of them, `area` empty is everywhere. `held`: how many reports it
    has held back. `own`: whether this person may lift it."""

    id: int
    unit: str
    topic: str | None
    area: str
    until_at: datetime
    owner: str
    reason: str
    held: int
    own: bool


@dataclass(frozen=True, slots=True)
class MutesFacts:
    """What a coordinator's conversation about mutes may know."""

    zone: ZoneInfo
    scopes: tuple[Scope, ...] = ()
    running: tuple[MuteFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class Mute:
    """Hold back what is not urgent, of one topic (None: all), in one area (None: everywhere)."""

    unit: int
    area: int | None
    topic: str | None
    until_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Lift:
    """End a mute before its hour."""

    mute: int


def end_of(span: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The end of an offered span from `now` on: "today" is the last minute of the day."""
    if span == "today":
        return datetime.combine(now.astimezone(zone).date(), time(23, 59), zone)
    return now + SPANS[span]


def is_fit(until_at: datetime, now: datetime) -> bool:
    """Whether a mute may end then: ahead, and within a week."""
    return now < until_at <= now + MOST
