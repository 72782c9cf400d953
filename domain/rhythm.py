"""What conversations about deadlines decide. Beside `domain/commands.py`, whose rules hold here too."""

from __future__ import annotations

from dataclasses import dataclass

from domain.commands import FileReport


@dataclass(frozen=True, slots=True)
class FilePeriodic:
    """The periodic report: opinions found, each a report of its own, filed in one act. None found: nil."""

    period: str
    found: tuple[FileReport, ...] = ()


@dataclass(frozen=True, slots=True)
class Chase:
    """Remind those who still owe for this period once more."""

    period: int


@dataclass(frozen=True, slots=True)
class Excuse:
    """Somebody owes nothing for this period, for a reason."""

    period: int
    person: int
    reason: str
