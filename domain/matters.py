"""A matter: what several reports are about. Its life and what may be done at each step (DOMAIN §11.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import Final

NEW: Final = "new"
VERIFYING: Final = "verifying"
REFERRED: Final = "referred"
ANSWERED: Final = "answered"
FED_BACK: Final = "fed-back"
CLOSED: Final = "closed"
STATUSES: Final = (NEW, VERIFYING, REFERRED, ANSWERED, FED_BACK, CLOSED)
"""mới → đang xác minh → đã chuyển → đã trả lời → đã phản hồi CTV → kết thúc."""

OPEN: Final = STATUSES[:-1]

STEPS: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        (NEW, "verify"): VERIFYING,
        **dict.fromkeys(((one, "refer") for one in OPEN), REFERRED),
        (REFERRED, "answer"): ANSWERED,
        (ANSWERED, "answer"): ANSWERED,
        (ANSWERED, "send-back"): REFERRED,
        (REFERRED, "come-back"): VERIFYING,
        **dict.fromkeys(((one, "feed-back") for one in OPEN), FED_BACK),
        **dict.fromkeys(((one, "raise") for one in OPEN), NEW),
        **dict.fromkeys(((one, "close") for one in OPEN), CLOSED),
        (FED_BACK, "reopen"): VERIFYING,
        (CLOSED, "reopen"): VERIFYING,
    }
)
"""What an act makes of a matter; what is not here cannot be done. "come-back": no unit has it any more."""

UNCLEAR_REOPENS: Final = 2
"""So many "Chưa thỏa đáng" to one answer open a matter again (DOMAIN §11.3)."""

CODE: Final = "VD-"
LIKELY: Final = 0.5
"""From this likeness on a matter is suggested: more than the same topic in the same area."""

_TOPIC, _AREA, _WORDS = 0.3, 0.15, 0.55
_FADES = timedelta(days=45)
_COMMON: Final = frozenset({
    "anh", "ba", "bao", "bay", "bi", "ca", "cac", "cai", "chi", "cho", "co", "con", "cua", "da", "dan",
    "dang", "de", "den", "di", "do", "du", "duoc", "gi", "hay", "het", "hom", "it", "khi", "khong",
    "khu", "kien", "la", "lai", "lam", "len", "ma", "mot", "nay", "nen", "neu", "nghi", "nguoi",
    "nhieu", "nhung", "no", "o", "phan", "phuong", "qua", "ra", "rat", "roi", "sao", "se", "ta", "tai",
    "thay", "the", "theo", "thi", "thon", "to", "toi", "trong", "tu", "va", "van", "ve", "vi", "voi",
    "xa", "xin", "y",
})  # fmt: skip
"""Syllables, without marks, that say nothing about what a text is about."""


def code_of(matter_id: int) -> str:
    """What people call a matter: VD-12."""
    return f"{CODE}{matter_id}"


def after(status: str, act: str) -> str | None:
    """The status after an act; None where the act cannot be done now."""
    return STEPS.get((status, act))


@dataclass(frozen=True)
class Gist:
    """What likeness looks at: the folded text, topic, area, and how long ago it was heard last."""

    folded: str
    topic: str | None
    area_id: int
    ago: timedelta = timedelta()

    @cached_property
    def pairs(self) -> frozenset[str]:
        """What the text is about: its telling syllables, and neighbours among them."""
        words = ["".join(letter for letter in word if letter.isalnum()) for word in self.folded.split()]
        telling = [word for word in words if word and word not in _COMMON]
        return frozenset(telling) | {f"{a} {b}" for a, b in pairwise(telling)}


def likeness(one: Gist, other: Gist) -> float:
    """How much two texts seem to be about the same thing, 0 to 1: shared pairs of syllables first, then topic
    and area; what was heard long ago counts less. It is for suggesting only: people decide."""
    mine, theirs = one.pairs, other.pairs
    least = min(len(mine), len(theirs))
    shared = len(mine & theirs) / least if least else 0.0
    sure = min(1.0, least / 4)
    alike = _WORDS * min(1.0, shared * 1.6) * sure
    alike += _TOPIC * (one.topic == other.topic and one.topic not in (None, "KH"))
    alike += _AREA * (one.area_id == other.area_id)
    apart = abs(one.ago - other.ago)
    return alike * max(0.4, 1 - apart / _FADES * 0.5)
