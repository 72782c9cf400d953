"""Gaps of a roster: areas and units without anybody, terms that end (DOMAIN §1 row 51)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.unit_list import TERRITORIAL
from messages import Say, Text, say

AHEAD: Final = timedelta(days=60)
"""A term that ends within this time is told of: a decision takes its weeks."""
NAMES_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Staffed:
    """A unit valid today, and how many people of each role are at work in it."""

    id: int
    code: str
    name: str
    type: str
    parent_id: int | None
    collaborators: int
    coordinators: int
    officers: int


@dataclass(frozen=True, slots=True)
class Ending:
    """Somebody whose term ends, or has ended while no decision says who goes on."""

    label: str
    role: str
    unit: str
    to_on: date


@dataclass(frozen=True, slots=True)
class Gaps:
    """Names of units without a collaborator, a coordinator, a duty officer; terms, the earliest end first."""

    uncovered: tuple[str, ...] = ()
    uncoordinated: tuple[str, ...] = ()
    unwatched: tuple[str, ...] = ()
    ending: tuple[Ending, ...] = ()
    ended: tuple[Ending, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return any((self.uncovered, self.uncoordinated, self.unwatched, self.ending, self.ended))


def gaps_in(units: Sequence[Staffed], terms: Iterable[Ending], on: date) -> Gaps:
    """The gaps of these units. Only places need people of their own; a village does where others of its
    commune have some, else the commune's team works for all of them."""
    places = [one for one in units if one.type in TERRITORIAL]
    offices = [one for one in places if one.type in ("province", "commune")]
    terms = sorted(terms, key=lambda one: (one.to_on, one.label))
    return Gaps(
        _uncovered(places),
        tuple(one.name for one in offices if not one.coordinators),
        tuple(one.name for one in offices if not one.officers),
        tuple(one for one in terms if on <= one.to_on <= on + AHEAD),
        tuple(one for one in terms if one.to_on < on),
    )


def _uncovered(places: Sequence[Staffed]) -> tuple[str, ...]:
    """Places in which and below which no collaborator is at work, the highest of each branch only."""
    above = {one.id: one.parent_id for one in places}
    covered: set[int] = set()
    for one in places:
        at: int | None = one.id if one.collaborators else None
        while at is not None and at not in covered:
            covered.add(at)
            at = above.get(at)
    by_village = {one.parent_id for one in places if one.type == "village" and one.collaborators}
    bare = {one.id for one in places if one.id not in covered}
    return tuple(
        one.name
        for one in places
        if one.id in bare
        and one.parent_id not in bare
        and (one.type != "village" or one.parent_id in by_village)
    )


def gap_lines(gaps: Gaps) -> list[Text]:
    """Gaps in words."""
    if not gaps:
        return [say("gaps-none")]
    found: list[Text] = [
        say(f"gaps-{kind}", n=len(names), names=_joined(names))
        for kind, names in (
            ("uncovered", gaps.uncovered),
            ("uncoordinated", gaps.uncoordinated),
            ("unwatched", gaps.unwatched),
        )
        if names
    ]
    for kind, terms in (("ending", gaps.ending), ("ended", gaps.ended)):
        if terms:
            names = [f"{one.label} ({one.to_on:%d/%m/%Y})" for one in terms]
            found.append(say(f"gaps-{kind}", n=len(terms), names=_joined(names)))
    return found


def heading(unit: str) -> Say:
    """Whose gaps these are."""
    return say("gaps-head", unit=unit)


def _joined(names: Sequence[str]) -> str:
    more = " …" if len(names) > NAMES_SHOWN else ""
    return "; ".join(names[:NAMES_SHOWN]) + more
