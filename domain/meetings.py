"""A unit's regular meeting: who may come, what is put before its chair, when people are reminded of it.

DOMAIN §1 rows 1, 2, 6, 9; §5.E. Pure: calendar, hours and instants are handed in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.audience import Audience, Crowd
from domain.commands import FileReport
from domain.listed import Listed
from domain.reminding import MORNING, Manners
from messages import Text

PLANNED: Final = "planned"
WAITING: Final = "waiting"
CONCLUDED: Final = "concluded"
CALLED_OFF: Final = "called-off"
"""States of a meeting: people are invited; its conclusions are before the chair; they are approved and told;
it does not take place."""

REPLIES: Final = ("yes", "no", "later")
"""✅ Dự họp, ❌ Vắng, 🕒 Chưa rõ."""

ROUNDS: Final = 100
"""A button's number is the meeting's times this, plus the round of what was put before the chair: a press
under an older message approves nothing."""

MOST_CONCLUSIONS: Final = 10
CONCLUSION: Final = 280
"""Conclusions of a meeting and characters of each: all of them are one message on every channel."""

SOON: Final = timedelta(hours=2)
_STEP = timedelta(minutes=15)


def reminder_moments(at: datetime, manners: Manners) -> tuple[datetime, ...]:
    """When people are reminded of a meeting at `at`: on the working day before in the morning, and two hours
    before; where those two hours fall into quiet ones, up to two hours earlier, else when they are over."""
    calendar = manners.calendar
    day_before = calendar.at(calendar.add_working_days(calendar.day_of(at), -1), MORNING)
    soon = at - SOON
    earlier = (soon - n * _STEP for n in range(int(SOON / _STEP) + 1))
    soon = next((one for one in earlier if manners.allow(one)), manners.next_allowed(soon))
    return tuple(one for one in (day_before, soon) if one < at)


def next_moment(at: datetime, now: datetime, manners: Manners) -> tuple[int, datetime | None]:
    """How many of a meeting's reminders have had their hour at `now`, and when the next one has."""
    moments = reminder_moments(at, manners)
    come = sum(one <= now for one in moments)
    return come, next((one for one in moments if one > now), None)


# -- what a conversation may know ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting. `lines` show it; `agenda`: its programme as built now, or as approved; `roll`: who comes;
    `conclusions`: what was noted so far; `puts`: what waits for the chair ("agenda", "conclusions", ""), put
    there in `round`; `mine`: what this person answered to the invitation (None: not invited); `at`: its hour,
    where this person may move it."""

    id: int
    lines: tuple[Text, ...]
    state: str = PLANNED
    agenda: tuple[Text, ...] = ()
    roll: tuple[Text, ...] = ()
    conclusions: tuple[Text, ...] = ()
    puts: str = ""
    round: int = 0
    mine: str | None = None
    handled: bool = False
    approved: bool = False
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MeetingsFacts:
    """All meetings a person has to do with, or `one`, the meeting a talk was begun for. `numbers`: the unit's
    day in figures, for those who may see it; `suggested`: (period, instant) of briefings that are not called
    yet; `crowd`: whom a coordinator may invite; `leaders`, `team`: (person, label)."""

    zone: ZoneInfo
    unit_id: int = 0
    numbers: tuple[Text, ...] = ()
    meetings: tuple[Listed[MeetingFacts], ...] = ()
    invited: tuple[Listed[MeetingFacts], ...] = ()
    one: MeetingFacts | None = None
    suggested: tuple[tuple[int, datetime], ...] = ()
    crowd: Crowd | None = None
    leaders: tuple[tuple[int, str], ...] = ()
    team: tuple[tuple[int, str], ...] = field(default=())


# -- what conversations decide -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """Invite an audience to a meeting."""

    at: datetime
    place: str
    audience: Audience
    period: int | None = None
    chair: int | None = None


@dataclass(frozen=True, slots=True)
class MoveMeeting:
    """A meeting takes place at another hour; those invited are told."""

    meeting: int
    at: datetime


@dataclass(frozen=True, slots=True)
class CallOff:
    """A meeting does not take place; those invited are told why."""

    meeting: int
    why: str


@dataclass(frozen=True, slots=True)
class Reply:
    """Whether somebody comes."""

    meeting: int
    said: str


@dataclass(frozen=True, slots=True)
class PutAgenda:
    """Put the agenda before the chair."""

    meeting: int


@dataclass(frozen=True, slots=True)
class AddStatement:
    """What somebody said at a meeting."""

    meeting: int
    report: FileReport


@dataclass(frozen=True, slots=True)
class Conclude:
    """A conclusion; with an owner and a day it becomes a task."""

    meeting: int
    said: str
    owner: int | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class DropConclusion:
    """Take a conclusion out again: its place in the list, from 0."""

    meeting: int
    place: int


@dataclass(frozen=True, slots=True)
class PutConclusions:
    """Put the conclusions before the chair."""

    meeting: int


@dataclass(frozen=True, slots=True)
class Approve:
    """The chair approves what was put there in this round."""

    meeting: int
    round: int


@dataclass(frozen=True, slots=True)
class WriteBack:
    """The chair approves nothing yet and writes to the coordinators."""

    meeting: int
    said: str
