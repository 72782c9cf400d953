"""A text as the words a reader of names looks at."""

from __future__ import annotations

import re
from bisect import bisect

from domain.lexicon import Lexicon, PhraseIndex, lexicon
from domain.text import marks_in, one_tone_place, plain

_WORD = re.compile(r"(?<!\w)[đĐ]/[cC](?!\w)|[^\W\d_]+(?:'[^\W\d_]+)*|(?<![\w.,/\-])(?:[2-9]|10)(?![\w.,/\-])")
_LONGEST_SHOUT = 5
_SHORT = 9
_POST_REACHES = 5
_TO_PHONE = re.compile(r"[ :.,(\-]{1,4}\x01")
_LONGEST_QUOTATION = 60
QUOTES = {' "': '"', " “": "”", " '": "'", " (": ")", " ‘": "’", " «": "»"}
_NUMBERED = re.compile(r" (?:\d|[IVX]+(?!\w))")
_SENTENCE_END = frozenset(".!?\n:;")


def _rows(flags: list[bool]) -> list[tuple[int, int]]:
    """Where rows of true flags start and end."""
    edges = [
        at for at in range(len(flags) + 1) if (at < len(flags) and flags[at]) != (at > 0 and flags[at - 1])
    ]
    return list(zip(edges[::2], edges[1::2], strict=True))


class Words:
    """The words of a text: where they stand, how they read, which are capitalised, which follow directly."""

    def __init__(self, text: str) -> None:
        """`text` is NFC and keeps its length in small letters; whether it carries marks (more than
        a single "5.000đ") decides the spelling of `low` and of the `lexicon`."""
        self.text = text
        found = list(_WORD.finditer(text))
        self.size = len(found)
        self.starts = [word.start() for word in found]
        self.ends = [word.end() for word in found]
        self.raw = [word[0] for word in found]
        self.lexicon: Lexicon = lexicon(marks_in(text) > len(found) / 8)
        low = one_tone_place(text.lower()) if self.lexicon.marked else plain(text.lower())
        self.low = [low[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        self.cap = self._capitals()
        self.post = -_POST_REACHES - 1
        gaps = [text[end:start] for end, start in zip(self.ends, self.starts[1:], strict=False)]
        self.joined = [False, *(gap == " " or self._joins(at, gap) for at, gap in enumerate(gaps))][
            : self.size
        ]

    def _joins(self, at: int, gap: str) -> bool:
        """Whether `gap` behind word `at` parts it from the next no more than a single space does."""
        return bool(gap) and (not gap.strip(" ") or (gap in (".", ". ", "/") and self._is_cut_title(at)))

    def _is_cut_title(self, at: int) -> bool:
        """Whether "c.", "a/" or "BS." before a name is a form of address and ends no sentence."""
        low = self.low[at]
        lex, name = self.lexicon, self.low[at + 1]
        if low not in lex.short_titles and (low not in lex.capital_titles or len(low) > 3):
            return False
        return name in lex.given if self.raw[at + 1][0].isupper() else name in lex.clear_given

    def gap(self, at: int) -> str:
        """What stands between word `at` and the one before."""
        return self.text[self.ends[at - 1] : self.starts[at]] if 0 < at < self.size else ""

    def quotation(self, at: int) -> int:
        """The word after the quotation that opens directly before word `at`; 0 if none opens there."""
        close = QUOTES.get(self.gap(at))
        if not close:
            return 0
        closed = self.text.find(close, self.ends[at], self.ends[at] + _LONGEST_QUOTATION)
        return 0 if closed < 0 else bisect(self.starts, closed)

    def sticks(self, at: int) -> bool:
        """Whether a letter or digit stands directly before word `at`."""
        return self.starts[at] > 0 and self.text[self.starts[at] - 1].isalnum()

    def _capitals(self) -> list[bool]:
        """Which words are capitalised on purpose; in a text that shouts or titles every word, none."""
        first = [word[0].isupper() for word in self.raw]
        loud = [len(word) > 1 and word.isupper() for word in self.raw]
        titled = len(first) > _SHORT and sum(first) > 0.8 * len(first)
        if titled or sum(loud) > 0.6 * len(loud) > 1:
            return [False] * len(first)
        for start, end in _rows(loud):
            if end - start > _LONGEST_SHOUT or self.low[start] not in self.lexicon.known:
                first[start:end] = [False] * (end - start)
        return first

    def after_post(self, at: int) -> bool:
        """Whether a post was read shortly before word `at`; the reader keeps where in `post`."""
        return at - self.post <= _POST_REACHES

    def meets_phone(self, end: int) -> bool:
        """Whether a hidden phone number follows the word before `end`."""
        return end > 0 and _TO_PHONE.match(self.text, self.ends[end - 1]) is not None

    def word(self, at: int) -> str:
        """The word at `at` if it follows directly on the one before, else nothing."""
        return self.low[at] if 0 <= at < self.size and (at == 0 or self.joined[at]) else ""

    def before(self, at: int) -> str:
        """The word directly before `at`, or nothing."""
        return self.low[at - 1] if at > 0 and self.joined[at] else ""

    def pair(self, at: int) -> str:
        """The words at `at` and directly after, as one phrase."""
        return f"{self.low[at]} {self.word(at + 1)}"

    def phrase(self, index: PhraseIndex, at: int) -> int:
        """How many words from `at` on make the longest phrase of `index`; 0 if none does."""
        if at >= self.size or self.low[at] not in index:
            return 0
        lengths, phrases = index[self.low[at]]
        for length in lengths:
            end = at + length
            if end <= self.size and tuple(self.low[at:end]) in phrases and all(self.joined[at + 1 : end]):
                return length
        return 0

    def is_half(self, end: int) -> bool:
        """Whether the capitals before word `end` open something longer: "Quốc hội", "Điều 109"."""
        after = self.word(end)
        if not after:
            return _NUMBERED.match(self.text, self.ends[end - 1]) is not None
        lex = self.lexicon
        return not self.cap[end] and after not in lex.after_names and not self.phrase(lex.posts, end)

    def run(self, at: int, longest: int = 6) -> int:
        """Where the run of capitalised words from `at` on ends."""
        end = at
        while end < self.size and end - at < longest and self.cap[end] and (end == at or self.joined[end]):
            end += 1
        return end

    def stops(self, at: int) -> bool:
        """Whether a sentence part ends before word `at`: the text's end or a sign other than a space."""
        return at >= self.size or not self.joined[at]

    def opens(self, at: int) -> bool:
        """Whether word `at` opens a sentence, where a capital says nothing."""
        if at == 0:
            return True
        between = self.gap(at)
        return not _SENTENCE_END.isdisjoint(between) or bool(between.strip(" ,\"'()-"))
