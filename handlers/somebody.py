"""One of the people who still owe a report."""

from __future__ import annotations

from collections.abc import Sequence

from dialog.choice import Choice, Option
from domain.standings import Owing
from messages import Text, say

MOST = 20
"""People offered as buttons; the others' labels can be typed."""


def somebody(asks: Text, owing: Sequence[Owing]) -> Choice:
    """Asks which of them; gives "n" and the number of the person."""
    options = tuple(Option(f"n{one.person_id}", one.label) for one in owing)
    more = len(owing) - MOST
    lines = (asks, say("p-type-label", n=more)) if more > 0 else (asks,)
    return Choice(lines, options, shown=MOST)


def number_of(key: str) -> int:
    """The person chosen."""
    return int(key[1:])
