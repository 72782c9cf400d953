"""Work given to somebody, with a day by which it is done: by a meeting's conclusion or out of a matter.

DOMAIN §1 row 9. Pure: calendar, hours and instants are handed in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from domain.reminding import MORNING, Manners
from messages import Text

OPEN: Final = "open"
DONE: Final = "done"

TOMORROW, TODAY, OVERDUE = 1, 2, 3
"""How far a task's reminders have come: the morning of the working day before, that of the day itself, and
every morning after, when only the coordinators are told."""

LONGEST: Final = 500
_DAY = timedelta(days=1)


def next_stage(due_on: date, now: datetime, manners: Manners) -> tuple[int, datetime]:
    """(how far a task due on a day has come at `now`, when it comes further)."""
    calendar = manners.calendar
    before = calendar.at(calendar.add_working_days(due_on, -1), MORNING)
    on_the_day = calendar.at(due_on, MORNING)
    if now < before:
        return 0, before
    if now < on_the_day:
        return TOMORROW, on_the_day
    late_from = manners.next_morning(calendar.at(due_on, MORNING))
    if now < late_from:
        return TODAY, late_from
    return OVERDUE, manners.next_morning(now)


def days_late(due_on: date, today: date) -> int:
    """How many days a task is overdue; 0: it is not."""
    return max(0, (today - due_on) // _DAY)


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """A task: its label, the lines that show it, and whether it is still to be done."""

    id: int
    label: Text
    lines: tuple[Text, ...]
    open: bool = True


@dataclass(frozen=True, slots=True)
class TasksFacts:
    """One's own tasks, and, for who coordinates a unit, all of its; `one`: what a talk was begun for."""

    own: tuple[TaskFacts, ...] = ()
    unit: tuple[TaskFacts, ...] = ()
    coordinates: bool = False
    one: TaskFacts | None = None


@dataclass(frozen=True, slots=True)
class FinishTask:
    """It is done, with this result."""

    task: int
    result: str


@dataclass(frozen=True, slots=True)
class GiveTask:
    """Give somebody of the team work out of a matter."""

    matter: int
    said: str
    owner: int
    due_on: date
