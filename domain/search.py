"""Finding reports by their words: what of a text can be found, and what a search looks for. DESIGN §7.

Vietnamese is folded by us, because no database's folding knows đ: every syllable can be found without its
marks, and those with marks also as they stand, so that what is spelled exactly as searched comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from domain.text import fold, has_marks, nfc, one_tone_place

MOST_WORDS = 12
"""Words of a search; more say nothing that these do not."""

LONGEST = 200

_WORD = re.compile(r"[^\W_]+")
_MASKED = re.compile(r"\[[^\[\]]{1,20}\]")
_CODE = re.compile(r"\s*pa\s*-?\s*(\d{1,12})\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: words without marks, all of which a report has; and those that were typed with
    marks, which what comes first has too."""

    plain: tuple[str, ...]
    marked: tuple[str, ...]


def findable(unit_id: int, texts: Iterable[str]) -> str:
    """The words by which a report can be found, each once, parted by single spaces; its unit is the first of
    them, so that a search looks among that unit's reports only. What the masker put in is not findable."""
    said = _spelled(_MASKED.sub(" ", " ".join(texts)))
    return " ".join(dict.fromkeys([unit_word(unit_id), *_plain(said), *_marked(said)]))


def unit_word(unit_id: int) -> str:
    """The word that stands for a unit."""
    return f"unit{unit_id}"


def read_search(text: str) -> Search | None:
    """What somebody typed; None where there is no word in it."""
    said = _spelled(text[:LONGEST])
    plain = tuple(dict.fromkeys(_plain(said)))[:MOST_WORDS]
    return Search(plain, tuple(dict.fromkeys(_marked(said)))[:MOST_WORDS]) if plain else None


def read_code(text: str) -> int | None:
    """The number of a report named by its code ("PA-1042"); None for anything else."""
    found = _CODE.fullmatch(text)
    return int(found[1]) if found else None


def _spelled(text: str) -> str:
    """A text in the one spelling in which words are compared."""
    return one_tone_place(nfc(text).lower())


def _plain(said: str) -> list[str]:
    return _WORD.findall(fold(said))


def _marked(said: str) -> list[str]:
    return [word for word in _WORD.findall(said) if has_marks(word)]
