"""What time it is. Every program entry takes a clock, so a month can be watched in minutes. DESIGN §6."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Gives the present instant, aware."""


def system_clock() -> datetime:
    """The machine's own time."""
    return datetime.now(UTC)


def shifted_clock(start: datetime, speed: float = 1.0) -> Clock:
    """A clock that reads `start` now and runs `speed` times as fast. Raises ValueError for a naive start."""
    if start.tzinfo is None:
        raise ValueError("the clock needs an instant with its zone, e.g. 2026-11-30T07:59:00+07:00")
    began = time.monotonic()

    def now() -> datetime:
        return start + timedelta(seconds=(time.monotonic() - began) * speed)

    return now


class MovableClock:
    """A clock that may be moved on: `ahead` is how far it is before the one it follows."""

    def __init__(self, base: Clock, ahead: timedelta = timedelta()) -> None:
        """Follow `base`."""
        self._base = base
        self.ahead = ahead

    def __call__(self) -> datetime:
        """The instant it shows."""
        return self._base() + self.ahead

    def move_to(self, instant: datetime) -> None:
        """Show `instant` now. Never back: what has been written would lie in the future."""
        self.ahead = max(self.ahead, instant - self._base())
