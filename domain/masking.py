"""Hiding who a citizen is, before anything is stored (DOMAIN §8, DESIGN §4.6).

Numbers are safe by rule, names are not: `domain.identifiers` knows what a number looks like, `domain.names`
reads forms of address, surnames and what people do after a name. What slips through is caught by the preview.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from domain.identifiers import RULES
from domain.names import HIDDEN, HIDDEN_OTHER, find_names
from domain.phrases import Phrases
from domain.spans import TOKENS, Span, shadow_of
from domain.text import nfc

_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|(?<=\\w)[\u200c\u200d]+(?=\\w)"
)
_TOKEN = re.compile("|".join(map(re.escape, TOKENS)))
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without identifiers, how many places in it are masked, and by which tokens (in order)."""

    text: str
    places: int
    kinds: tuple[str, ...]


class Masker:
    """Replaces what identifies a citizen by tokens such as [tên] and [SĐT]."""

    def __init__(self, allow: Iterable[str] = (), places: Iterable[str] = ()) -> None:
        """`allow` and `places` are the operator's own words and numbers, never masked, also without marks."""
        self._own = Phrases([*allow, *places])

    def mask(self, text: str) -> Masked:
        """`text` (NFC, nothing invisible) with tokens for identifiers; masking twice changes nothing."""
        text = nfc(_INVISIBLE.sub("", text))
        for _ in range(_ROUNDS):
            spans = self._find(text)
            if not spans:
                break
            text = _replace(text, spans)
        kinds = _TOKEN.findall(text)
        return Masked(text, len(kinds), tuple(dict.fromkeys(kinds)))

    def _find(self, text: str) -> list[Span]:
        shadow = shadow_of(text)
        hidden = _hide(shadow, [Span(start, end, "") for start, end in self._own.find(shadow)])
        spans: list[Span] = []
        for rule in RULES:
            found = _apart(rule(hidden))
            if found:
                hidden = _hide(hidden, found)
                spans += [span for span in found if span.token]
        return sorted(spans + find_names(hidden))


def _apart(spans: Iterable[Span]) -> list[Span]:
    """`spans` without those that overlap an earlier, longer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _hide(shadow: str, spans: list[Span]) -> str:
    """`shadow` with one character of what stood there in place of `spans`, which must not overlap."""
    parts, at = [], 0
    for start, end, token in sorted(spans):
        sign = HIDDEN.get(token or shadow[start:end], HIDDEN_OTHER)
        parts += [shadow[at:start], sign * (end - start)]
        at = end
    return "".join([*parts, shadow[at:]])


def _replace(text: str, spans: list[Span]) -> str:
    parts, at = [], 0
    for start, end, token in spans:
        parts += [text[at:start], token]
        at = end
    return "".join([*parts, text[at:]])
