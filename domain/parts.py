"""A long report is kept as parts of one report (DESIGN §8)."""

from __future__ import annotations

PART = 2_000


def in_parts(text: str, limit: int = PART) -> tuple[str, ...]:
    """`text` in pieces of at most `limit` characters, cut after a space where there is one late enough.

    Joined, the pieces are `text` again, to the letter.
    """
    parts = []
    while len(text) > limit:
        cut = max(text.rfind(" ", limit // 2, limit), text.rfind("\n", limit // 2, limit)) + 1 or limit
        parts.append(text[:cut])
        text = text[cut:]
    return (*parts, text)
