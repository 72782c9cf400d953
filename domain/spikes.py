"""When a topic is suddenly on many lips in one unit. DOMAIN §1 row 12, §9 (a.spike).

A spike needs reports of several people: one who writes five times is one voice. It is measured against what
the unit was used to, so a busy ward is not told every day and a quiet one is told in time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

VOICES = 3
"""Fewer people than these make no spike; cells below three are shown to nobody anyway (DOMAIN §8)."""

BASELINE = timedelta(days=28)
"""What a unit is used to: whole weeks, so that each weekday counts alike."""

KNOWN_FOR = timedelta(days=7)
"""A unit that reports for a shorter time is used to nothing yet."""


@dataclass(frozen=True, slots=True)
class SpikeRule:
    """At least `least` reports within `hours`, and `times` as many as usual."""

    hours: int = 24
    least: int = 5
    times: int = 3

    @property
    def window(self) -> timedelta:
        """The stretch of time that is looked at."""
        return timedelta(hours=self.hours)

    def is_spike(self, count: int, voices: int, usual: float) -> bool:
        """Whether so many reports of so many people are far more than `usual` (reports in such a window)."""
        return count >= self.least and voices >= VOICES and count >= self.times * usual


def usual(earlier: int, known_for: timedelta, window: timedelta) -> float:
    """Reports in one window, from those of the baseline before it; `known_for`: since the unit's first."""
    return earlier * (window / max(window, min(known_for, BASELINE)))
