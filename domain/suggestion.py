"""Which topics a report is probably about (DOMAIN §11.1): words and phrases, the longest first.

Marks are honoured: rác is not rạc, thuế not thuê. Only a text written wholly without marks is read without
them, and then single short words, which collide, count little.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from domain.text import fold, has_marks, nfc, one_tone_place
from domain.topic_words import TOPIC_WORDS
from domain.topics import DEFAULT_TOPICS, Topic

MOST = 3
_WEAK = 0.4
_UNMARKED_WORD = 0.5
"""A single word without marks may be several; phrases stay clear."""

_ENOUGH = 0.5
"""Less than this is a wild guess, and none is made."""

_LONGEST = 6
_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"#([a-z]{2})\b")

Phrases = dict[tuple[str, ...], list[tuple[str, float]]]


def suggest_topics(text: str, topics: Iterable[Topic | str] = DEFAULT_TOPICS) -> list[str]:
    """Codes of `topics` that `text` is about, likeliest first, at most three; [] rather than a wild guess."""
    offered = {topic if isinstance(topic, str) else topic.code for topic in topics}
    lowered = one_tone_place(nfc(text).lower())
    scores = _scores(lowered)
    for tag in _TAG.findall(fold(lowered)):
        scores[tag.upper()] += 100
    likely = [code for code, score in scores.items() if code in offered and score >= _ENOUGH]
    return sorted(likely, key=lambda code: -scores[code])[:MOST]


def _scores(text: str) -> dict[str, float]:
    marked = has_marks(text)
    phrases = _phrases(marked)
    words = _WORD.findall(text if marked else fold(text))
    scores: dict[str, float] = defaultdict(float)
    at = 0
    while at < len(words):
        length, found = _longest_at(words, at, phrases)
        for code, weight in found:
            # What is said first is usually what the report is about.
            scores[code] += weight * (1.15 if at < 12 else 1.0)
        at += length
    return scores


def _longest_at(words: list[str], at: int, phrases: Phrases) -> tuple[int, list[tuple[str, float]]]:
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        found = phrases.get(tuple(words[at : at + length]))
        if found is not None:
            return length, found
    return 1, []


@cache
def _phrases(marked: bool) -> Phrases:
    table: Phrases = defaultdict(list)
    for code, listed in TOPIC_WORDS.items():
        for phrase in " ".join(listed.split()).split(", "):
            weak = phrase.endswith("?")
            spelled = one_tone_place(nfc(phrase.rstrip("?")))
            words = tuple(_WORD.findall(spelled if marked else fold(spelled)))
            weight = float(len(words)) ** 1.3 * (_WEAK if weak else 1.0)
            if not marked and len(words) == 1 and len(words[0]) < 5:
                weight *= _UNMARKED_WORD
            table[words].append((code, weight))
    return dict(table)
