"""Finding people's names in Vietnamese as it is typed: with and without capitals, with and without marks.

A reader goes through the words once. At each it asks, in this order: does something everybody knows begin here
(skip it), does a person (mask the name, keep "ông", "bác sĩ", "trưởng thôn")? What a word does not tell by
itself, the word after it may: people speak, build, sell and live somewhere; "bà hoa mắt" is not "bà hoa nói".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain import landmarks
from domain.full_names import Found, full_name, highland_name, is_full_name, strange_full_name
from domain.lexicon import ALONE, HIGHLAND, KNOWN, PLACE, POST, SURNAME, TITLE, lexicon
from domain.spans import NAME, PHONE, Span
from domain.text import plain
from domain.titled import after_post, after_title, with_nick
from domain.words import Words

HIDDEN_OTHER = "\x00"
HIDDEN = {PHONE: "\x01", NAME: "\x02"}
"""What stands in a text where something was already decided."""

_INITIALS = re.compile(
    r"(?<![\w.])[A-ZĐ](?:\.[ ]?[A-ZĐ]){2,3}(?![^\W_])"
    r"|(?<![\w.])[A-ZĐ][a-z]{0,2}\.[ ]?[A-ZĐ]\.[ ]?[A-ZĐ][^\W\d_A-Z]+"
)
_WITH_INITIALS = re.compile(r"(?<!\w)([A-ZĐ][^\W\d_]{1,6})(?:[ ][A-ZĐ]\.){1,3}(?:[ ][A-ZĐ](?![^\W_]))?")
_JOINED_NAME = re.compile(r"(?<!\w)[A-ZĐ][^\W\d_A-Z]+(?:[._\-]?[A-ZĐ][^\W\d_A-Z]*){2,4}(?![\w])")
_PART = re.compile(r"[A-ZĐ][^\W\d_A-Z]*")
_FROM_PHONE = re.compile(r"\x01[ :,\-]{0,3}(?:\(|gặp |gap )?[ ]?\Z")
_AND = (", ", " và ", " va ", " & ", "/", " / ", " - ", ",", " với ", " voi ")


def find_names(text: str) -> list[Span]:
    """Names of citizens in `text`, in which tokens and what must stay are hidden (see `HIDDEN`)."""
    words = Words(text)
    spans = [Span(words.starts[start], words.ends[end - 1], NAME) for start, end in _Reader(words).read()]
    spans += [Span(*found.span(), NAME) for found in _JOINED_NAME.finditer(text) if _is_joined_name(found[0])]
    spans += [Span(*found.span(), NAME) for found in _INITIALS.finditer(text)]
    spans += [Span(*found.span(), NAME) for found in _WITH_INITIALS.finditer(text) if _is_surname(found[1])]
    apart: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return apart


def _is_joined_name(word: str) -> bool:
    """NguyenVanAn, Tran-Thi-Hoa."""
    return not word.isupper() and _is_surname(_PART.findall(word)[0])


def _is_surname(word: str) -> bool:
    return plain(word.lower()) in lexicon(False).sure_surnames


class _Reader:
    """Reads the words of one text once, from left to right."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.lex = words.lexicon

    def read(self) -> Iterator[tuple[int, int]]:
        """Names as (first word, word after the last)."""
        at, words, kinds = 0, self.words, self.lex.kinds
        while at < words.size:
            kind = kinds.get(words.low[at], 0)
            if not kind and not words.cap[at] and "'" not in words.low[at]:
                at += 1
                continue
            end = landmarks.known(words, at, kind) if kind & KNOWN else 0
            name = None if end else self._person(at, kind)
            if name:
                yield name
                at = name[1]
                for more in self._listed(at):
                    yield more
                    at = more[1]
            else:
                at = end or (kind & PLACE and landmarks.place(words, at, kind)) or at + 1

    def _person(self, at: int, kind: int) -> Found:
        words = self.words
        name: Found = None
        if kind & HIGHLAND or words.cap[at] or "'" in words.low[at]:
            name = highland_name(words, at)
        if not name and kind & POST:
            post, name = after_post(words, at)
            words.post = at if post else words.post
        if not name and kind & TITLE:
            name = after_title(words, at)
        if not name and kind & SURNAME:
            name = full_name(words, at)
        if name:
            return name
        if words.cap[at]:
            return self._capital(at)
        return self._small(at) if kind & ALONE else None

    def _capital(self, at: int) -> Found:
        return (
            strange_full_name(self.words, at)
            or self._nickname(at)
            or self._with_trade(at)
            or self._introduced(at)
            or self._beside_phone(at)
        )

    def _small(self, at: int) -> Found:
        """Names nothing announces: "hùng nói", "hỏi tuấn thì", "lan: 0912…", "tư ếch bảo"."""
        words, lex, low = self.words, self.lex, self.words.low[at]
        opens = words.stops(at) or words.before(at) in lex.openings
        if low in lex.ordinals and opens and words.word(at + 2) in lex.speech:
            strange = words.low[at + 1] not in lex.after_count and words.low[at + 1] not in lex.not_names
            return (at, at + 2) if strange and words.word(at + 1) else None
        if low not in lex.sure_given or words.pair(at) in lex.compounds:
            return None
        if opens and (words.word(at + 1) in lex.speech or words.meets_phone(at + 1)):
            return at, at + 1
        if opens and words.word(at + 1) in lex.nicks:
            return at, at + 2
        if opens and words.word(at + 1) not in ("", lex.to_sell) and words.phrase(lex.trades, at + 1):
            return at, at + 1
        asked = words.before(at) in lex.introductions and words.word(at + 1) in lex.conjunctions_after
        return (at, at + 1) if asked else None

    def _nickname(self, at: int) -> Found:
        """ "Tư Lành", "Sáu Thẹo" without a form of address; "Hùng sẹo"."""
        words, lex, end = self.words, self.lex, self.words.run(at)
        if end - at == 1 and words.low[at] in lex.given and words.word(end) in lex.nicks:
            return at, end + 1
        if (
            words.low[at] not in (lex.ordinals if lex.marked else lex.sure_plain_ordinals - {"tu"})
            or end - at < 2
            or words.before(at) in lex.heads
        ):
            return None
        if words.phrase(lex.places, at) > 1 or words.low[at + 1] in lex.no_starts:
            return None
        return None if words.opens(at) and words.word(end) not in lex.followers else (at, end)

    def _with_trade(self, at: int) -> Found:
        """ "Thắng cò đất", "Hùng tổ trưởng": a name that opens a part of a sentence, its trade behind."""
        words, lex, end = self.words, self.lex, self.words.run(at)
        if (
            not words.stops(at)
            or end - at > 3
            or not self._is_plain_given(at)
            or words.phrase(lex.places, at)
        ):
            return None
        trade = words.word(end) and words.word(end) != lex.to_sell and words.phrase(lex.trades, end)
        post = end - at == 1 and words.word(end) and words.phrase(lex.posts, end)
        return (at, end) if trade or post else None

    def _is_plain_given(self, at: int) -> bool:
        """Whether a given name stands at `at` that is hardly another word there."""
        words, lex, low = self.words, self.lex, self.words.low[at]
        return low in lex.clear_given and words.pair(at) not in lex.compounds

    def _introduced(self, at: int) -> Found:
        """ "hỏi Tuấn thì", "của Hùng", "tên Lan"; "Tuấn nói" anywhere."""
        words, lex, end = self.words, self.lex, self.words.run(at)
        low, before = words.low[at], words.before(at)
        if low not in lex.known or low in lex.no_starts or words.pair(at) in lex.compounds:
            return None
        if words.phrase(lex.posts, at) or words.phrase(lex.places, at) >= end - at > 0:
            return None
        if before not in lex.named and end - at == 1 and words.is_half(end):
            return None
        if before in lex.named:
            return with_nick(words, (at, end))
        if low not in lex.given or low in lex.countries or before in lex.heads:
            return None
        speaks = end - at < 3 and words.word(end) in lex.speech
        if words.opens(at) or before not in lex.introductions:
            return (at, end) if speaks and (lex.marked or low in lex.sure_given) else None
        acts = end - at < 4 and words.word(end) in lex.strong_followers
        alone = end - at == 1 and (lex.marked or words.stops(end) or low in lex.sure_given)
        return (at, end) if alone or acts else None

    def _beside_phone(self, at: int) -> Found:
        """ "Lan: 0912…", "0912… (Hùng)"."""
        words, lex, end = self.words, self.lex, self.words.run(at)
        if words.low[at] not in lex.known or words.low[at] in lex.no_starts or words.phrase(lex.places, at):
            return None
        before = words.text[max(0, words.starts[at] - 12) : words.starts[at]]
        clear = words.stops(end) or (words.low[at] in lex.clear_given and not words.is_half(end))
        beside = words.meets_phone(end) or (clear and _FROM_PHONE.search(before))
        return (at, end) if end - at < 5 and beside else None

    def _listed(self, at: int) -> Iterator[tuple[int, int]]:
        """Names listed after a name: "ông Hùng và Dũng", "chị Lan, Hồng"."""
        words, lex = self.words, self.lex
        while 0 < at < words.size:
            start = at if not words.joined[at] else at + 1
            if start >= words.size or words.text[words.ends[at - 1] : words.starts[start]] not in _AND:
                return
            end = words.run(start)
            if (
                not words.cap[start]
                and lex.marked
                and words.low[start] in lex.sure_given
                and words.word(start + 1) in lex.followers
            ):
                yield start, start + 1
                return
            if not words.cap[start] or words.low[start] not in lex.known or words.phrase(lex.places, start):
                return
            if words.low[start] in lex.no_starts or words.pair(start) in lex.compounds:
                return
            if not (end - start == 1 or is_full_name(words, start) or start > at):
                return
            yield start, end
            at = end
