"""Finding an operator's own phrases in a text, whatever their case and whether or not marks were typed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from domain.text import nfc, one_tone_place, plain

_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\+?\d(?:[ .\-()]{0,2}\d)+")
_LONGEST = 10


class Phrases:
    """A set of phrases; a phrase of a number also matches it with other separators."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Takes the phrases as the operator wrote them."""
        self._phrases: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        self._numbers: set[str] = set()
        self._first: dict[str, int] = {}
        for phrase in phrases:
            self._add(one_tone_place(nfc(phrase).lower()))

    def _add(self, phrase: str) -> None:
        words = tuple(_WORD.findall(phrase))[:_LONGEST]
        if not words:
            return
        key = tuple(map(plain, words))
        self._phrases.setdefault(key, set()).add(words)
        self._first[key[0]] = max(self._first.get(key[0], 0), len(key))
        digits = "".join(filter(str.isdigit, phrase))
        if len(digits) > 5 and not any(word.isalpha() for word in words):
            self._numbers.add(digits)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where NFC `text` holds a phrase: longest first, from left to right, not overlapping."""
        if not self._phrases:
            return []
        lower = text.lower()
        found = self._find_words(one_tone_place(lower)) if len(lower) == len(text) else []
        if self._numbers:
            found += [run.span() for run in _DIGITS.finditer(text) if self._is_own(run[0])]
        return found

    def _is_own(self, number: str) -> bool:
        return "".join(filter(str.isdigit, number)) in self._numbers

    def _find_words(self, text: str) -> list[tuple[int, int]]:
        words = list(_WORD.finditer(text))
        plains = [plain(word[0]) for word in words]
        found, at = [], 0
        while at < len(words):
            length = self._longest(
                [word[0] for word in words[at : at + _LONGEST]], plains[at : at + _LONGEST]
            )
            if length:
                found.append((words[at].start(), words[at + length - 1].end()))
            at += length or 1
        return found

    def _longest(self, written: list[str], plains: list[str]) -> int:
        for length in range(min(self._first.get(plains[0], 0), len(plains)), 0, -1):
            phrases = self._phrases.get(tuple(plains[:length]), ())
            if any(_same(written[:length], phrase) for phrase in phrases):
                return length
        return 0


def _same(written: list[str], phrase: tuple[str, ...]) -> bool:
    """Each word as the operator wrote it, or without marks."""
    return all(word in (own, plain(own)) for word, own in zip(written, phrase, strict=True))
