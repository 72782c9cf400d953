"""Which topics a report is probably about, told from its words (DOMAIN §11.1). A guess, never an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeAlias

from domain.text import has_marks, nfc, one_tone_place, plain
from domain.topic_words import FAINT, PLAIN, SAFE_WITHOUT_MARKS, SURE, TOPICS, UNSAFE_WITHOUT_MARKS
from domain.topics import DEFAULT_TOPICS, Topic

_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"\[[^\[\]\n]{1,20}\]")
_LONGER = (0.0, 1.0, 1.5, 1.9, 2.2)
"""How much more a phrase of so many words tells than a word."""
_MOST = 3
_LEAST = 2.0
_SHARE = 0.3
"""A topic is offered from this score on, and a further one from this share of the first's."""

_Tells: TypeAlias = dict[str, float]
_Phrases: TypeAlias = dict[str, list[tuple[tuple[str, ...], _Tells]]]


def suggest_topics(text: str, topics: Iterable[Topic | str] = DEFAULT_TOPICS) -> list[str]:
    """Codes of `topics` that `text` is about, likeliest first, at most three; none where it does not tell."""
    offered = {topic if isinstance(topic, str) else topic.code for topic in topics}
    text = one_tone_place(_TOKEN.sub(" ", nfc(text)).lower())
    scores: _Tells = {}
    for tells in _told(_WORD.findall(text), _phrases(has_marks(text))):
        for code, weight in tells.items():
            scores[code] = scores.get(code, 0.0) + weight
    ranked = sorted((code for code in scores if code in offered), key=lambda code: -scores[code])
    if not ranked or scores[ranked[0]] < _LEAST:
        return []
    enough = max(_SHARE * scores[ranked[0]], FAINT)
    return [code for code in ranked[:_MOST] if scores[code] >= enough]


def _told(words: list[str], phrases: _Phrases) -> Iterator[_Tells]:
    """What the phrases in `words` tell: from left to right the longest, each phrase once."""
    seen: set[tuple[str, ...]] = set()
    at = 0
    while at < len(words):
        found = next(
            (
                found
                for found in phrases.get(words[at], ())
                if found[0] == tuple(words[at : at + len(found[0])])
            ),
            None,
        )
        if found and found[0] not in seen:
            seen.add(found[0])
            yield found[1]
        at += len(found[0]) if found else 1


@cache
def _phrases(marked: bool) -> _Phrases:
    """All phrases by their first word, longest first, in one spelling."""
    tells: dict[tuple[str, ...], _Tells] = {}
    for code, topic in TOPICS.items():
        for weight, group in ((SURE, topic.SURE), (PLAIN, topic.PLAIN), (FAINT, topic.FAINT)):
            for phrase in group.split(","):
                words = _spelled(phrase, marked)
                if words:
                    alone = not marked and len(words) == 1 and words[0] not in SAFE_WITHOUT_MARKS
                    score = FAINT if alone else weight * _LONGER[min(len(words), len(_LONGER) - 1)]
                    told = tells.setdefault(words, {})
                    told[code] = max(told.get(code, 0.0), score)
    index: _Phrases = {}
    for words in sorted(tells, key=len, reverse=True):
        index.setdefault(words[0], []).append((words, tells[words]))
    return index


def _spelled(phrase: str, marked: bool) -> tuple[str, ...]:
    words = _WORD.findall(phrase)
    if marked:
        return tuple(map(one_tone_place, words))
    bare = tuple(map(plain, words))
    return () if "~" in phrase or bare in UNSAFE_WITHOUT_MARKS else bare
