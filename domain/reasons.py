"""Reasons that somebody has to account for: the person concerned reads them, and they stay in the trail."""

from __future__ import annotations

LETTERS = 5
"""Fewer say nothing."""


def is_reason(words: str) -> bool:
    """Whether these words can be a reason."""
    return sum(letter.isalpha() for letter in words) >= LETTERS
