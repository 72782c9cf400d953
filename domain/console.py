"""Who has a desk in the browser, and the word that ties a browser to the chat of who sits at it."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection
from typing import Final

from domain.access import ALLOWED

AT_THE_DESK: Final = frozenset(role for role, _, _ in ALLOWED) - {"unit"}
"""Roles with something to see there (DOMAIN §11.5); a unit answers by the link of its referral."""

CONSONANTS: Final = "BCDGHKMNPRSTVX"
"""Letters of a word: no vowel, so that no name or word comes of them, and none mistaken for another."""

WORD_LENGTH: Final = 6


def has_desk(roles: Collection[str]) -> bool:
    """Whether somebody with these roles has a desk."""
    return not AT_THE_DESK.isdisjoint(roles)


def word_of(browser: str, key: str) -> str:
    """The word a browser shows. It follows from the browser's own random cookie, so that nothing has to be
    kept about whoever looks at the page; `key` is the installation's, without it no cookie for a wanted word
    can be searched for."""
    number = int.from_bytes(hmac.digest(key.encode(), f"word:{browser}".encode(), "sha256"), "big")
    letters = []
    for _ in range(WORD_LENGTH):
        number, at = divmod(number, len(CONSONANTS))
        letters.append(CONSONANTS[at])
    return "".join(letters)


def read_word(text: str) -> str | None:
    """The word in what somebody typed after /ban; None for anything else."""
    word = "".join(text.split()).upper()
    return word if len(word) == WORD_LENGTH and set(word) <= set(CONSONANTS) else None


def form_token(cookie: str, key: str) -> str:
    """What a form of this browser carries, so that no other site's page can send it."""
    return hmac.new(key.encode(), f"form:{cookie}".encode(), hashlib.sha256).hexdigest()
