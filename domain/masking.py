"""Hiding who a citizen is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from domain.text import nfc


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without identifiers, how many places were masked, and with which tokens."""

    text: str
    places: int
    kinds: tuple[str, ...]


class Masker:
    """Replaces what identifies a citizen by tokens (DOMAIN §8)."""

    def __init__(self, allow: Iterable[str] = (), places: Iterable[str] = ()) -> None:
        """`allow` and `places` are the operator's own words, never masked."""

    def mask(self, text: str) -> Masked:
        """`text` (NFC) with tokens in place of identifiers. Masking twice changes nothing."""
        return Masked(nfc(text), 0, ())
