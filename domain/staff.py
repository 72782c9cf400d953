"""What a coordinator's conversation may know: how the periods of the unit stand, and who is in its team."""

from __future__ import annotations

from dataclasses import dataclass

from domain.standings import Standing
from domain.terms import TermBook


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the team: a number for the office, the label of the list, the role."""

    person_id: int
    label: str
    role: str


@dataclass(frozen=True, slots=True)
class StaffFacts:
    """Handed to flows of coordinators only. `periods`: those that still take reports, the earliest deadline
    first, and the last closed one. `silent`: (area, for how many periods in a row). `terms`: for /ky only."""

    roles: frozenset[str]
    unit_id: int
    periods: tuple[Standing, ...] = ()
    team: tuple[Colleague, ...] = ()
    silent: tuple[tuple[str, int], ...] = ()
    silent_periods: int = 2
    terms: TermBook | None = None
