"""What staff enter for others: phone, meeting, paper, hotline. DOMAIN §1 rows 6, 11, 33, 34."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.commands import FileReport

PHONE, MEETING, PAPER, HOTLINE = WAYS = ("phone", "meeting", "paper", "hotline")
"""How it came: the channel of such a report."""


@dataclass(frozen=True, slots=True)
class Team:
    """A unit for which somebody may enter reports, and its collaborators: (id, label). `above`: the unit that
    reads what is sealed there."""

    unit_id: int
    unit: str
    people: tuple[tuple[int, str], ...] = ()
    above: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting at which statements are entered one after the other: how many of which topic so far."""

    unit_id: int
    topics: tuple[tuple[str, int], ...] = ()

    @property
    def total(self) -> int:
        """How many statements."""
        return sum(n for _, n in self.topics)


@dataclass(frozen=True, slots=True)
class FileOnBehalf:
    """Take this report of a collaborator of the unit; of nobody, where it is a citizen's or nobody's in
    particular. `said_at`: when it was said, where it was recorded."""

    said: FileReport
    way: str
    unit: int
    person: int | None = None
    said_at: datetime | None = None
