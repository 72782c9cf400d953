"""A period as its coordinator sees it: its dates, how it stands, whom it still takes reports from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from domain.calendar import HO_CHI_MINH, WorkingCalendar
from domain.standings import Standing, standing_lines
from domain.when import moment
from messages import Say, Text, say

State = Literal["coming", "running", "late", "closed", "locked"]
"""Not begun; before its deadline; after it but before the cut-off; after that; frozen."""


@dataclass(frozen=True, slots=True)
class Term:
    """A period with its instants. `late_for`: (label, until when) of those whose report is taken although the
    period takes no other any more; `following`: the name of the period after it."""

    standing: Standing
    state: State
    start_at: datetime
    end_at: datetime
    due_at: datetime
    cutoff_at: datetime
    briefing_at: datetime | None = None
    locked_at: datetime | None = None
    late_for: tuple[tuple[str, datetime], ...] = ()
    following: str = ""

    @property
    def id(self) -> int:
        """The period's number."""
        return self.standing.period_id

    @property
    def name(self) -> str:
        """The period's name."""
        return self.standing.name

    @property
    def owes(self) -> int:
        """How many still owe a report."""
        return len(self.standing.owing)


@dataclass(frozen=True, slots=True)
class TermBook:
    """The periods a coordinator decides about, and the working calendar of the unit."""

    terms: tuple[Term, ...]
    calendar: WorkingCalendar

    def running_at(self, now: datetime) -> Term | None:
        """The period that `now` falls into."""
        return next((one for one in self.terms if one.start_at <= now < one.end_at), None)


def state_of(
    now: datetime, start_at: datetime, due_at: datetime, cutoff_at: datetime, locked_at: datetime | None
) -> State:
    """How far a period has come at `now`."""
    if locked_at is not None:
        return "locked"
    if start_at > now:
        return "coming"
    if due_at > now:
        return "running"
    return "late" if cutoff_at > now else "closed"


def term_label(term: Term) -> Say:
    """A period in a list to choose from."""
    return say("term-label", period=term.name, state=say(f"term-{term.state}"))


def term_lines(term: Term, zone: ZoneInfo = HO_CHI_MINH) -> list[Text]:
    """A period's dates and, once it has begun, how it stands."""
    lines: list[Text] = [
        say("term-head", period=term.name, state=say(f"term-{term.state}")),
        say("term-span", start=moment(term.start_at, zone), end=moment(term.end_at, zone)),
        say("term-due", due=moment(term.due_at, zone)),
        say("term-cutoff", cutoff=moment(term.cutoff_at, zone)),
    ]
    if term.briefing_at is not None:
        lines.append(say("term-briefing", briefing=moment(term.briefing_at, zone)))
    if term.locked_at is not None:
        lines.append(say("term-locked-at", at=moment(term.locked_at, zone)))
    if term.state != "coming":
        lines += standing_lines(term.standing)[1:]
    return lines + [say("term-late-for", who=who, until=moment(until, zone)) for who, until in term.late_for]
