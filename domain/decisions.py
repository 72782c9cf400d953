"""What a coordinator decides about a period, and what stands against it. DOMAIN §11.4.

The commands stand beside those of `domain/commands.py`, whose rules hold here too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.when import moment
from messages import Say, say


@dataclass(frozen=True, slots=True)
class MoveDeadline:
    """Give a period another deadline; without a cut-off it is the one that goes with the deadline."""

    period: int
    due_at: datetime
    cutoff_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TakeLate:
    """Take one person's report until then, although the period takes no other any more."""

    period: int
    person: int
    until_at: datetime


@dataclass(frozen=True, slots=True)
class LockPeriod:
    """Freeze a period: nothing is taken for it any more."""

    period: int


@dataclass(frozen=True, slots=True)
class OpenPeriod:
    """Begin a period now, where none runs."""

    name: str
    due_at: datetime


def deadline_problem(due_at: datetime, start_at: datetime, now: datetime, zone: ZoneInfo) -> Say | None:
    """Why a period that starts at `start_at` cannot be due then."""
    if due_at <= now:
        return say("e-past")
    return say("e-before-start", start=moment(start_at, zone)) if due_at <= start_at else None


def cutoff_problem(cutoff_at: datetime, due_at: datetime, zone: ZoneInfo) -> Say | None:
    """Why reports cannot be taken until then."""
    return say("e-cutoff-early", due=moment(due_at, zone)) if cutoff_at < due_at else None


def until_problem(
    until_at: datetime, cutoff_at: datetime, now: datetime, zone: ZoneInfo, *, locked: bool
) -> Say | None:
    """Why one person's report cannot be taken until then: the hour has passed, or it is taken anyway."""
    if until_at <= now:
        return say("e-past")
    return None if locked or until_at > cutoff_at else say("e-still-taken", cutoff=moment(cutoff_at, zone))
