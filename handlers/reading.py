"""What a text says about itself before anything is asked: urgency, tags, topic, whether it is for us."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from domain.guards import is_complaint, opens_urgent, says_nothing_happened
from domain.suggestion import suggest_topics
from domain.text import fold
from handlers.options import LEVELS, SEALING, TONES

SHORT = 10
"""Characters; fewer are asked about (DESIGN §8)."""

_TAG = re.compile(r"#[^\W_]+")
_TAGS = {
    word: (field, option.key)
    for field, options in (("tone", TONES), ("level", LEVELS), ("sealed", SEALING))
    for option in options
    for word in option.also
    if word.startswith("#")
}


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` is what was said without the tags and the word that made it urgent.

    `topics` are likeliest first; `tone` and `level` are those said by tags, as is `sealed`.
    """

    text: str
    topics: tuple[str, ...]
    tone: str | None
    level: str | None
    complaint: bool
    nothing: bool
    sealed: bool = False

    @property
    def short(self) -> bool:
        """Too short to go on unasked: under 10 characters, or a single word when urgent (DESIGN §8)."""
        if self.nothing:
            return False
        return len(self.text.split()) < 2 if self.level == "urgent" else len(self.text) < SHORT


@lru_cache(maxsize=512)
def read(said: str, topics: tuple[str, ...], urgent: bool = False) -> Reading:
    """Read a report's words; `topics` are the codes in use, `urgent`: it was begun by /khan.

    Cached, for every turn of a talk asks again.
    """
    rest, tags = _untagged(said, topics)
    shouted, rest = opens_urgent(rest)
    rest, more = _untagged(rest, topics)
    found = tags | more
    text = rest or said
    likely = suggest_topics(text, topics)
    if topic := found.get("topic"):
        likely = [topic, *(code for code in likely if code != topic)]
    return Reading(
        text,
        tuple(likely[:3]),
        found.get("tone"),
        "urgent" if shouted or urgent else found.get("level"),
        is_complaint(text),
        says_nothing_happened(text),
        found.get("sealed") == "sealed",
    )


def _untagged(text: str, topics: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """`text` without the tags we know at its beginning and its end ("#MT #bx …"), and what they say."""
    known = _TAGS | {f"#{code.lower()}": ("topic", code) for code in topics}
    words, found = text.strip(), {}
    while (tag := _TAG.match(words)) and fold(tag[0]) in known:
        field, value = known[fold(tag[0])]
        found[field] = value
        words = words[tag.end() :].lstrip()
    while (last := words.rsplit(maxsplit=1)) and _TAG.fullmatch(last[-1]) and fold(last[-1]) in known:
        field, value = known[fold(last[-1])]
        found.setdefault(field, value)
        words = last[0] if len(last) == 2 else ""
    return words, found
