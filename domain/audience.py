"""To whom something is written: one message to many, a request to chosen people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

TEAM, TREE, ROLES, PEOPLE, PERIOD = KINDS = ("team", "tree", "roles", "people", "period")
"""The collaborators of the unit; those of all units below it as well; whoever holds a role in any of these;
people picked by hand; those on a period's list."""

AREA, TOPIC, MATTER = "area", "topic", "matter"
"""The collaborators of a unit below (`area_id`) and of all below that; those whose reports to the unit have a
`topic` and were made `since` an instant (ISO); those whose reports are in a matter."""

OF_REPORTERS = (TOPIC, MATTER)
"""Whoever belongs to these has reported something: nobody is shown their names (DESIGN §4.9)."""

ROLES_WRITTEN_TO = ("collaborator", "coordinator", "duty", "leader")


@dataclass(frozen=True, slots=True)
class Audience:
    """To whom, in words that stay true when people come and go; `unit_id` is the unit that writes."""

    kind: str
    unit_id: int
    roles: tuple[str, ...] = ()
    people: tuple[int, ...] = ()
    period_id: int | None = None
    area_id: int | None = None
    topic: str | None = None
    since: str | None = None
    matter_id: int | None = None

    def to_json(self) -> dict[str, Any]:
        """As JSON holds it."""
        return asdict(self) | {"roles": list(self.roles), "people": list(self.people)}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Audience:
        """What `to_json` gave."""
        return cls(**stored | {"roles": tuple(stored["roles"]), "people": tuple(stored["people"])})


@dataclass(frozen=True, slots=True)
class Count:
    """How many people, and how many of them nothing reaches."""

    people: int = 0
    unreachable: int = 0

    @property
    def reached(self) -> int:
        """How many will get it."""
        return self.people - self.unreachable

    def __add__(self, other: Count) -> Count:
        """Both together, for people who are in one of them only."""
        return Count(self.people + other.people, self.unreachable + other.unreachable)


@dataclass(frozen=True, slots=True)
class Group:
    """People alike: the roles they hold in the unit or below it, whether they are collaborators of the unit
    itself (`own`), and how many."""

    roles: frozenset[str]
    own: bool
    count: Count


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody who can be picked by hand: of the unit's own people."""

    person_id: int
    label: str
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Listed:
    """A period whose list can be written to, and how many are on it."""

    period_id: int
    name: str
    count: Count


@dataclass(frozen=True, slots=True)
class Crowd:
    """All whom a unit's coordinator may write to. Whoever writes is not among them."""

    unit_id: int
    groups: tuple[Group, ...] = ()
    team: tuple[Somebody, ...] = ()
    lists: tuple[Listed, ...] = ()

    def count(self, audience: Audience) -> Count:
        """How many people an audience is, and how many of them nothing reaches."""
        match audience.kind:
            case "people":
                picked = [one for one in self.team if one.person_id in audience.people]
                return Count(len(picked), sum(not one.reachable for one in picked))
            case "period":
                return _sum(one.count for one in self.lists if one.period_id == audience.period_id)
            case "team":
                return _sum(group.count for group in self.groups if group.own)
            case _:
                wanted = set(audience.roles) if audience.kind == ROLES else {"collaborator"}
                return _sum(group.count for group in self.groups if wanted & group.roles)


def _sum(counts: Iterable[Count]) -> Count:
    return sum(counts, Count())
