"""Who may do what with which kind of thing: the whole table (DOMAIN §11.5).

Whatever shows or changes something asks; `office/access.py` knows how the units of a person and of a thing
stand to each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

Role: TypeAlias = Literal[
    "collaborator", "coordinator", "duty", "leader", "administrator", "observer", "unit"
]
Thing: TypeAlias = Literal[
    "report", "matter", "referral", "count", "period", "person", "unit", "rota", "mailing", "meeting",
    "audit", "programme", "sealed",
]  # fmt: skip
Act: TypeAlias = Literal["read", "handle", "approve"]
Side: TypeAlias = Literal["own", "lower", "upper", "foreign"]
"""Where the thing's unit stands, seen from the unit in which the role is held."""

ROLES: Final[tuple[Role, ...]] = (
    "collaborator", "coordinator", "duty", "leader", "administrator", "observer", "unit",
)  # fmt: skip
THINGS: Final[tuple[Thing, ...]] = (
    "report", "matter", "referral", "count", "period", "person", "unit", "rota", "mailing", "meeting",
    "audit", "programme", "sealed",
)  # fmt: skip
ACTS: Final[tuple[Act, ...]] = ("read", "handle", "approve")
SIDES: Final[tuple[Side, ...]] = ("own", "lower", "upper", "foreign")

_OWN: Final = frozenset[Side]({"own"})
_LOWER: Final = frozenset[Side]({"lower"})
_TREE: Final = frozenset[Side]({"own", "lower"})

ALLOWED: Final[Mapping[tuple[str, Thing, Act], frozenset[Side]]] = MappingProxyType(
    {
        # Coordinators work with what their own unit hears; of the units below they see counts and periods.
        ("coordinator", "report", "read"): _OWN,
        ("coordinator", "report", "handle"): _OWN,
        ("coordinator", "matter", "read"): _OWN,
        ("coordinator", "matter", "handle"): _OWN,
        ("coordinator", "matter", "approve"): _OWN,
        ("coordinator", "referral", "read"): _OWN,
        ("coordinator", "referral", "handle"): _OWN,
        ("coordinator", "count", "read"): _TREE,
        ("coordinator", "period", "read"): _TREE,
        ("coordinator", "period", "handle"): _OWN,
        ("coordinator", "person", "read"): _OWN,
        ("coordinator", "person", "handle"): _OWN,
        ("coordinator", "unit", "read"): _TREE,
        ("coordinator", "rota", "read"): _OWN,
        ("coordinator", "rota", "handle"): _OWN,
        ("coordinator", "mailing", "read"): _OWN,
        ("coordinator", "mailing", "handle"): _TREE,
        ("coordinator", "meeting", "read"): _OWN,
        ("coordinator", "meeting", "handle"): _OWN,
        ("coordinator", "audit", "read"): _OWN,
        # What the other parties of a programme share is no row here: `office/sharing.py` gives it.
        ("coordinator", "programme", "read"): _OWN,
        # What the units below have sealed: of these coordinators the readers alone (`office/sealing.py`).
        ("coordinator", "sealed", "read"): _LOWER,
        ("coordinator", "sealed", "handle"): _LOWER,
        # Duty officers take what is urgent.
        ("duty", "report", "read"): _OWN,
        ("duty", "report", "handle"): _OWN,
        ("duty", "matter", "read"): _OWN,
        ("duty", "rota", "read"): _OWN,
        # Leaders read what coordinators have made of it, and approve.
        ("leader", "matter", "read"): _OWN,
        ("leader", "matter", "approve"): _OWN,
        ("leader", "referral", "read"): _OWN,
        ("leader", "count", "read"): _TREE,
        ("leader", "period", "read"): _TREE,
        ("leader", "meeting", "read"): _OWN,
        ("leader", "meeting", "approve"): _OWN,
        # Administrators keep accounts and units; no report text reaches them.
        ("administrator", "person", "read"): _TREE,
        ("administrator", "person", "handle"): _TREE,
        ("administrator", "unit", "read"): _TREE,
        ("administrator", "unit", "handle"): _TREE,
        ("administrator", "audit", "read"): _TREE,
        # Observers of the upper level see numbers only.
        ("observer", "count", "read"): _TREE,
        ("observer", "period", "read"): _TREE,
        # A unit that answers sees what was referred to it, and nothing else.
        ("unit", "referral", "read"): _OWN,
        ("unit", "referral", "handle"): _OWN,
    }
)
"""What is not here is not allowed. Of the matters marked sensitive only those named in them see anything."""


def allows(role: str, thing: Thing, act: Act, side: Side) -> bool:
    """Whether somebody with this role may do this act with a thing on that side of the tree."""
    return side in sides(role, thing, act)


def sides(role: str, thing: Thing, act: Act) -> frozenset[Side]:
    """On which sides of the tree somebody with this role may do this act with such a thing."""
    return ALLOWED.get((role, thing, act), frozenset())
