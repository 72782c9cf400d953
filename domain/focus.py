"""What a period is to listen for, in words."""

from __future__ import annotations

from collections.abc import Sequence

from domain.topics import Topic
from messages import Text, say

Points = Sequence[tuple[str | None, str]]

ON_CARD = 110
"""Characters of the focus above a report card."""


def point_lines(points: Points) -> list[Text]:
    """A line each; no number: those belong to answers."""
    return [
        say("focus-point", topic=Topic(topic).label, said=said) if topic else say("focus-words", said=said)
        for topic, said in points
    ]


def card_line(points: Points) -> Text:
    """All of it in one line."""
    words = "; ".join(said for _, said in points)
    return say("p-focus-now", focus=words if len(words) <= ON_CARD else words[: ON_CARD - 1].rstrip() + "…")
