"""How much longer a text of eight times the length takes: a pattern that looks back too often shows."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import inf

SHORT, LONG = 1_000, 8_000
MOST = 24
"""Eight times the length takes eight times as long, or three times that on a busy machine; a pattern that
tries every pair of characters would take sixty-four times as long."""


def growth(read: Callable[[str], object], piece: str) -> float:
    """By how much reading grows from the short text of `piece` to the long one: the least of five tries,
    or the first that is less than MOST."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece)) + "!"
        start = time.thread_time()
        read(text)
        return time.thread_time() - start

    short = min(seconds(SHORT) for _ in range(5))
    grown = inf
    for _ in range(5):
        grown = min(grown, seconds(LONG) / short)
        if grown < MOST:
            break
    return grown
