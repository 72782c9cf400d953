"""What a conversation about an alert may know, and what it decides."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_DONE = 500
"""Characters of what was done."""


@dataclass(frozen=True, slots=True)
class OpenAlert:
    """An alert this person may close."""

    id: int
    code: str


@dataclass(frozen=True, slots=True)
class Settle:
    """What was reported is done; `said` is what was done."""

    alert: int
    said: str
