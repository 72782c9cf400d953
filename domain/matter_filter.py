"""Which matters a list shows: what was chosen, read from an address and written back into one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Final
from urllib.parse import urlencode

from domain.matters import STATUSES
from domain.scales import LEVELS
from domain.topics import DEFAULT_TOPICS

EVERY: Final = "all"
"""Closed ones as well; without a status chosen a list shows what is open."""
_ONE_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "status": (*STATUSES, EVERY),
    "topic": tuple(one.code for one in DEFAULT_TOPICS),
    "level": LEVELS,
    "overdue": ("yes",),
    "mine": ("yes",),
}


@dataclass(frozen=True, slots=True)
class MatterFilter:
    """What was chosen; "" and 0: anything. `overdue`: a unit is late with its answer; `mine`: the viewer has
    done something about it."""

    status: str = ""
    topic: str = ""
    level: str = ""
    overdue: str = ""
    mine: str = ""
    unit: int = 0

    @property
    def is_any(self) -> bool:
        """Whether nothing was chosen."""
        return self == MatterFilter()

    @property
    def query(self) -> str:
        """The same as the end of an address; "" where nothing was chosen."""
        return urlencode({name: value for name, value in asdict(self).items() if value})


def read_filter(asked: Mapping[str, str]) -> MatterFilter:
    """What an address asks for; what it cannot mean is left out."""
    values = {name: value for name, value in asked.items() if value in _ONE_OF.get(name, ())}
    unit = asked.get("unit", "")
    number = int(unit) if unit.isascii() and unit.isdigit() and len(unit) < 16 else 0
    return MatterFilter(**values, unit=number)
