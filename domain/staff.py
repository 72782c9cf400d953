"""What a coordinator's conversation may know: how the periods of the unit stand, and who is in its team."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.audience import Crowd
from domain.standings import Standing
from domain.terms import TermBook
from messages import Text


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the team: a number for the office, the label of the list, the role."""

    person_id: int
    label: str
    role: str


@dataclass(frozen=True, slots=True)
class MailingFacts:
    """One of the person's own messages to many: its title, how it goes, what may be done about it."""

    id: int
    title: str
    lines: tuple[Text, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FocusFacts:
    """A period of the unit that runs or is `ahead`, and what it is to listen for: (topic or None, words)."""

    period_id: int
    name: str
    ahead: bool = False
    points: tuple[tuple[str | None, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CampaignFacts:
    """A campaign of the unit, and how many of its reports were made before, during and after it."""

    id: int
    title: str
    kind: str
    words: str
    from_on: date
    to_on: date | None
    before: int = 0
    during: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class StaffFacts:
    """Handed to flows of coordinators only. `periods`: those that still take reports, the earliest deadline
    first, and the last closed one. `silent`: (area, for how many periods in a row). `terms`: for /ky only.
    Flows that write to many are told of the `crowd` to choose from and of the person's own `mailings`, newest
    first. `focus`: the running period and the next one. `zone`: where hours typed are meant."""

    roles: frozenset[str]
    unit_id: int
    periods: tuple[Standing, ...] = ()
    team: tuple[Colleague, ...] = ()
    silent: tuple[tuple[str, int], ...] = ()
    silent_periods: int = 2
    terms: TermBook | None = None
    crowd: Crowd | None = None
    mailings: tuple[MailingFacts, ...] = ()
    focus: tuple[FocusFacts, ...] = ()
    zone: str = "Asia/Ho_Chi_Minh"
    campaigns: tuple[CampaignFacts, ...] = ()
