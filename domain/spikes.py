"""When a topic is suddenly on many lips in one unit. DOMAIN §1 row 12, §9 (a.spike).

A spike needs reports of several people: one who writes five times is one voice. It is measured against what
the unit was used to, so a busy ward is not told every day and a quiet one is told in time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class SpikeRule:
    """At least `least` reports of `voices` people within `hours`, and `times` as many as usual.

    `voices`: cells below three are shown to nobody anyway (DOMAIN §8). `weeks`: what a unit is used to, whole
    weeks, so that each weekday counts alike; one that reports for fewer than `known_days` is used to nothing
    yet. A spike is over when fewer than `over_percent` of what makes one are left: it stays one while it
    wavers about the mark.
    """

    hours: int = 24
    least: int = 5
    times: int = 3
    voices: int = 3
    weeks: int = 4
    known_days: int = 7
    over_percent: int = 50

    @property
    def window(self) -> timedelta:
        """The stretch of time that is looked at."""
        return timedelta(hours=self.hours)

    @property
    def known_for(self) -> timedelta:
        """For how long a unit must have reported before that."""
        return timedelta(days=self.known_days)

    @property
    def baseline(self) -> timedelta:
        """The stretch of time before it that tells what is usual."""
        return timedelta(weeks=self.weeks)

    def is_over(self, count: int, usual: float) -> bool:
        """Whether a spike that began when so many were `usual` has passed."""
        return count * 100 < self.over_percent * max(self.least, self.times * usual)

    def is_spike(self, count: int, voices: int, usual: float) -> bool:
        """Whether so many reports of so many people are far more than `usual` (reports in such a window)."""
        return count >= self.least and voices >= self.voices and count >= self.times * usual


def usual(
    earlier: int, known_for: timedelta, window: timedelta, baseline: timedelta = timedelta(weeks=4)
) -> float:
    """Reports in one window, from those of the baseline before it; `known_for`: since the unit's first."""
    return earlier * (window / max(window, min(known_for, baseline)))
