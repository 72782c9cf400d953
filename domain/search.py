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
    words = [word for text in texts for word in _words(_MASKED.sub(" ", text))]
    found = [unit_word(unit_id)]
    for word in words:
        found.append(fold(word))
        if has_marks(word):
            found.append(word)
    return " ".join(dict.fromkeys(word for word in found if word))


def unit_word(unit_id: int) -> str:
    """The word that stands for a unit."""
    return f"unit{unit_id}"


def read_search(text: str) -> Search | None:
    """What somebody typed; None where there is no word in it."""
    words = _words(text[:LONGEST])[:MOST_WORDS]
    plain = tuple(dict.fromkeys(word for word in map(fold, words) if word))
    return Search(plain, tuple(dict.fromkeys(filter(has_marks, words)))) if plain else None


def read_code(text: str) -> int | None:
    """The number of a report named by its code ("PA-1042"); None for anything else."""
    found = _CODE.fullmatch(text)
    return int(found[1]) if found else None


def _words(text: str) -> list[str]:
    return _WORD.findall(one_tone_place(nfc(text).lower()))
