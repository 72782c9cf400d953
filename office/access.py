"""The one door to what is kept: in which units a person may do what (DOMAIN §11.5).

Pages, chat and exports ask here and hand the answer to their queries, so that nothing is read first and
hidden afterwards. What somebody may not see does not exist for them: no sentence tells the two apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from domain.access import Act, Thing, sides
from office import sealing
from storage import directory, people


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who wants to see or do something: (unit id, role) of every place held now, on a local day.
    `held`: what was looked up for this one of the tree of units, by unit and whether with those below."""

    person_id: int
    seats: tuple[tuple[int, str], ...]
    on: date
    held: dict[tuple[int, bool], list[int]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def roles(self) -> frozenset[str]:
        """The roles held anywhere."""
        return frozenset(role for _, role in self.seats)


def viewer(connection: Connection, person_id: int, on: date) -> Viewer:
    """Who this person is now; somebody who has left holds nothing. `on`: the local day."""
    return Viewer(person_id, tuple(people.seats_of(connection, person_id)), on)


def units_for(connection: Connection, who: Viewer, thing: Thing, act: Act) -> frozenset[int]:
    """Ids of the units in which this person may do that: what a unit has followed is its own (ADR 0021), what
    is sealed has its own readers (ADR 0018)."""
    if thing == "sealed":
        return frozenset(sealing.read_by(connection, who.person_id, who.seats))
    found: set[int] = set()
    for unit_id, role in who.seats:
        allowed = sides(role, thing, act)
        if allowed:
            found.update(_held(connection, who, unit_id, lower="lower" in allowed))
    return frozenset(found)


def _held(connection: Connection, who: Viewer, unit_id: int, *, lower: bool) -> list[int]:
    if (unit_id, lower) not in who.held:
        who.held[unit_id, lower] = directory.held_by(connection, unit_id, who.on, lower=lower)
    return who.held[unit_id, lower]


def may(connection: Connection, who: Viewer, thing: Thing, act: Act, unit_id: int) -> bool:
    """Whether this person may do that with a thing of this unit."""
    return unit_id in units_for(connection, who, thing, act)
