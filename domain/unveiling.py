"""Who made a report: told to a coordinator of its unit for a reason, never without the reporter knowing.
DESIGN §4.9."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CODE = re.compile(r"(?:PA)?[\s-]*([1-9][0-9]{0,17})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unveil:
    """Tell who made this report, for this reason."""

    report: int
    reason: str


def report_number(words: str) -> str | None:
    """The number in "PA-12", "pa 12" or "12"; None for anything else."""
    found = _CODE.fullmatch(words.strip())
    return found[1] if found else None
