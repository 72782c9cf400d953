"""What conversations of coordinators about messages to many decide. Beside `domain/commands.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from domain.audience import Audience


@dataclass(frozen=True, slots=True)
class Announce:
    """Send these words of staff, unmasked, and perhaps one file to an audience."""

    said: str
    audience: Audience
    acknowledged: bool
    attachment: int | None = None


@dataclass(frozen=True, slots=True)
class Steer:
    """Do `act` ("pause", "go-on", "call-off", "missed", "unread") to one's own message to many."""

    mailing: int
    act: str


@dataclass(frozen=True, slots=True)
class SetFocus:
    """A period is to listen for these topics, each with a line of words; `push`: tell the team at once."""

    period: int
    points: tuple[tuple[str, str], ...]
    push: bool = False


@dataclass(frozen=True, slots=True)
class AskOutOfTurn:
    """Ask an audience for an answer until a deadline (UTC) of its own."""

    said: str
    audience: Audience
    due_at: datetime


@dataclass(frozen=True, slots=True)
class AnswerNothing:
    """There is nothing to say to a request."""

    request: int


@dataclass(frozen=True, slots=True)
class NewCampaign:
    """Reports with one of these words belong to a campaign; without `to_on` its end is open."""

    title: str
    kind: str
    words: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True, slots=True)
class EndCampaign:
    """A campaign ends today."""

    campaign: int


@dataclass(frozen=True, slots=True)
class ServeGroup:
    """The group in which the talk was begun is told of the urgent reports of the unit with this code."""

    code: str
