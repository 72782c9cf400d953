"""How much longer a text of eight times the length takes: a pattern that looks back too often shows."""

from __future__ import annotations

import time
from collections.abc import Callable

SHORT, LONG = 1_000, 8_000
MOST = 24
"""Eight times the length takes eight times as long, or three times that on a busy machine; a pattern that
tries every pair of characters would take sixty-four times as long."""


def growth(read: Callable[[str], object], piece: str) -> float:
    """By how much reading grows from the short text of `piece` to the long one."""

    def cost(length: int) -> float:
        text = piece * (length // len(piece)) + "!"
        return min(_seconds(read, text) for _ in range(5))

    return cost(LONG) / cost(SHORT)


def _seconds(read: Callable[[str], object], text: str) -> float:
    start = time.thread_time()
    read(text)
    return time.thread_time() - start
