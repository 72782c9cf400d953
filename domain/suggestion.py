"""Which topics a report is probably about."""

from __future__ import annotations

from collections.abc import Iterable

from domain.topics import DEFAULT_TOPICS, Topic


def suggest_topics(text: str, topics: Iterable[Topic | str] = DEFAULT_TOPICS) -> list[str]:
    """Codes of `topics` that `text` is about, likeliest first, at most three."""
    return []
