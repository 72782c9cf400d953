"""A day and an hour: one of a few offered, or typed as people type them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialog.ear import Ear
from dialog.heard import Heard, Tapped, Typed
from dialog.labels import button_words, control
from dialog.moves import Keep, Move, Stray, Wrong
from dialog.prompt import Button, Prompt
from dialog.question import WAITING, Question, Stored, Waiting
from domain.calendar import WorkingCalendar
from domain.when import example_day, moment_label, read_moment
from messages import Say, Text, say

MOST_WORDS = 8
"""A day and an hour take no more words; what is longer may be a report."""


@dataclass(frozen=True, slots=True)
class Moment(Question[datetime]):
    """Asks for an instant (UTC), `offered` ones as buttons; `hour` counts where only a day is typed.

    `problem` says why an instant will not do.
    """

    asks: tuple[Text, ...]
    offered: tuple[datetime, ...]
    now: datetime
    zone: ZoneInfo
    hour: time
    problem: Callable[[datetime], Say | None]

    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """The question and the offered instants."""
        rows = tuple(
            (Button(_key(at), moment_label(at, self.zone), mark=str(number)),)
            for number, at in enumerate(self.offered, 1)
        )
        return Prompt(self.asks, rows)

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """A tap, its number or label, or a day and an hour in words."""
        if isinstance(heard, Tapped):
            return self._tapped(heard.key)
        if not isinstance(heard, Typed):
            return Stray()
        vocabulary = button_words(self.prompt({}, ear), ear)
        if key := vocabulary.exactly(heard.text):
            return self._tapped(key)
        if move := control(heard.text):
            return move
        at = read_moment(heard.text, self.now, self.zone, self.hour)
        if at is not None:
            return self._kept(at)
        if len(heard.text.split()) > MOST_WORDS:
            return Stray()
        return Wrong(say("e-moment", day=example_day(self.now.astimezone(self.zone).date())))

    def value(self, stored: Stored) -> datetime | Waiting:
        """The instant, while it will do."""
        at = datetime.fromisoformat(stored["at"]) if "at" in stored else None
        return WAITING if at is None or self.problem(at) is not None else at

    def _tapped(self, key: str) -> Move:
        at = next((at for at in self.offered if _key(at) == key), None)
        return Wrong(say("e-expired")) if at is None else self._kept(at)

    def _kept(self, at: datetime) -> Move:
        problem = self.problem(at)
        return Wrong(problem) if problem is not None else Keep({"at": at.astimezone(UTC).isoformat()})


def working_days_after(
    instant: datetime, numbers: tuple[int, ...], calendar: WorkingCalendar
) -> tuple[datetime, ...]:
    """The same hour so many working days later."""
    local = instant.astimezone(calendar.zone)
    return tuple(calendar.at(calendar.add_working_days(local.date(), n), local.time()) for n in numbers)


def later_than(instants: tuple[datetime, ...], bound: datetime) -> tuple[datetime, ...]:
    """Those of `instants` that come after `bound`."""
    return tuple(at for at in instants if at > bound + timedelta(minutes=1))


def _key(at: datetime) -> str:
    return f"at{int(at.timestamp())}"
