"""Campaigns: the theme of a year or a policy, and the words by which reports belong to it. DOMAIN §1 rows 8,
46."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from domain.text import fold

YEAR, POLICY = KINDS = ("year", "policy")

_APART = re.compile(r"[,;\n]+")
_SPACE = re.compile(r"\s+")


def words_of(written: str) -> tuple[str, ...]:
    """The words, phrases and #tags in a list with commas, folded, each once."""
    return tuple(_told_apart(written))


def tidy(written: str) -> str:
    """The same list as it is shown: in the spelling that was typed first."""
    return ", ".join(_told_apart(written).values())


def _told_apart(written: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in _APART.split(written):
        words = " ".join(one.split())
        if any(letter.isalnum() for letter in words):
            found.setdefault(fold(words), words)
    return found


def belongs(words: Iterable[str], folded: str) -> bool:
    """Whether a report (its folded text) has one of these words, whole."""
    words = tuple(words)
    return bool(words) and _pattern(words).search(_SPACE.sub(" ", folded)) is not None


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<![\w#]){re.escape(word)}(?!\w)" for word in words))
