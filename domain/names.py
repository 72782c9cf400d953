"""Finding people's names in Vietnamese as it is typed: with and without capitals, with and without marks.

A reader goes through the words once. At each it asks, in this order: does a known office or place begin here
(skip it), does a person (mask the name, keep "ông", "bác sĩ", "trưởng thôn")? What a word does not tell by
itself, the word after it may: people speak, build, sell and live somewhere; "bà hoa mắt" and "bà hoa nói" differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.lexicon import lexicon
from domain.spans import NAME, PHONE, Span
from domain.text import plain
from domain.words import Words

HIDDEN_OTHER = "\x00"
HIDDEN = {PHONE: "\x01", NAME: "\x02"}
"""What stands in a text where something was already decided."""

_INITIALS = re.compile(r"(?<![\w.])(?:[A-ZĐ]\.[ ]?){1,3}[A-ZĐ](?:\.|(?!\w))")
_JOINED_NAME = re.compile(r"(?<!\w)[A-ZĐ][^\W\d_A-Z]+(?:[._\-]?[A-ZĐ][^\W\d_A-Z]*){2,4}(?![\w])")
_PART = re.compile(r"[A-ZĐ][^\W\d_A-Z]*")
_TO_PHONE = re.compile(r"[ :.,(\-]{1,4}\x01")
_FROM_PHONE = re.compile(r"\x01[ :,\-]{0,3}(?:\(|gặp |gap )?[ ]?\Z")
_AND = (", ", " và ", " va ", " & ", "/", " / ", " - ", ",")


def find_names(text: str) -> list[Span]:
    """Names of citizens in `text`, in which tokens and what must stay are hidden (see `HIDDEN`)."""
    words = Words(text)
    spans = [Span(words.starts[start], words.ends[end - 1], NAME) for start, end in _Reader(words).read()]
    spans += [Span(*found.span(), NAME) for found in _joined_names(words)]
    apart: list[Span] = []
    for span in sorted(spans):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return apart


def _joined_names(words: Words) -> Iterator[re.Match[str]]:
    """NguyenVanAn, Tran-Thi-Hoa."""
    for found in _JOINED_NAME.finditer(words.text):
        if plain(_PART.findall(found[0])[0].lower()) in lexicon(False).sure_surnames:
            yield found


class _Reader:
    """Reads the words of one text once, from left to right."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.lex = words.lexicon
        self.last_post = -9

    def read(self) -> Iterator[tuple[int, int]]:
        """Names as (first word, word after the last)."""
        at, words = 0, self.words
        while at < len(words):
            if not words.cap[at] and words.low[at] not in self.lex.openers and "'" not in words.low[at]:
                at += 1
                continue
            end = self._office(at)
            name = None if end else self._person(at)
            if name:
                yield name
                at = name[1]
                for more in self._listed(at):
                    yield more
                    at = more[1]
            else:
                at = end or self._place(at) or at + 1

    # --- what is no person -----------------------------------------------------------------------------------

    def _office(self, at: int) -> int:
        """Where a known office and the name of its holder end."""
        words = self.words
        length = words.phrase(self.lex.leaders, at)
        if not length:
            return 0
        name = at + length
        if name < len(words) and words.joined[name] and words.cap[name]:
            return words.run(name)
        return 0

    def _place(self, at: int) -> int:
        """Where a place that begins at `at` ends, with the places listed after it."""
        end = self._known_place(at) or self._headed_place(at) or self._where_surname_stands(at)
        while end and end < len(self.words) and self._lists_more(end):
            end = self.words.run(end)
        return end

    def _known_place(self, at: int) -> int:
        words, lex = self.words, self.lex
        length = words.phrase(lex.places, at) or words.phrase(lex.famous, at)
        if not length or (words.low[at] in lex.titles and not words.cap[at]):
            return 0
        return at + length

    def _headed_place(self, at: int) -> int:
        words, lex = self.words, self.lex
        if words.low[at] not in lex.heads or words.before(at) == "gia" or not words.word(at + 1) or at + 1 >= len(words):
            return 0
        name = at + 1
        if words.low[name] in lex.titles | lex.capital_titles:
            return self._place_of_title(at, name)
        if words.cap[name]:
            if at - self.last_post <= 5 and self._is_full_name(name) and self._is_surely_surname(name):
                return 0
            return self._cut_before_surname(name)
        if words.low[name] in lex.surnames and words.word(name + 1) in lex.known:
            end = name + 1
            while end < len(words) and end - name < 4 and words.word(end) in lex.known | lex.middle:
                end += 1
            return end
        return 0

    def _place_of_title(self, at: int, name: int) -> int:
        """ "cầu Ông Lãnh", "chợ bà Hoa"; not "chợ bà Hoa bán"."""
        words, lex = self.words, self.lex
        if words.cap[name]:
            return words.run(name)
        if words.low[at] not in lex.bridges or not words.word(name + 1):
            return 0
        end = max(words.run(name + 1), name + 2)
        return 0 if words.word(end) in lex.strong_followers - {"bị", "bi", "ở", "o", "là"} else end

    def _cut_before_surname(self, name: int) -> int:
        """The end of a place's name, before a full name that follows it directly."""
        words, lex = self.words, self.lex
        end = words.run(name)
        for cut in range(name + 1, end - 2):
            if words.low[cut] in lex.sure_surnames and words.low[cut - 1] not in lex.heads:
                return cut
        return end

    def _where_surname_stands(self, at: int) -> int:
        """ "ngập ở Nguyễn Văn Quá": a street."""
        words, lex = self.words, self.lex
        if words.low[at] not in lex.whereabouts or at + 1 >= len(words) or not words.joined[at + 1]:
            return 0
        end = words.run(at + 1)
        return end if end - at > 2 and words.low[at + 1] in lex.surnames else 0

    def _lists_more(self, at: int) -> bool:
        """Whether a further street follows: "đường Lê Lợi, Trần Phú"."""
        words, lex = self.words, self.lex
        gap = words.text[words.ends[at - 1] : words.starts[at]]
        if gap not in (", ", " - ", "-", " – ", "/") or not words.cap[at]:
            return False
        return (
            words.low[at] in lex.surnames and 2 <= words.run(at) - at <= 4 and not self._acts(words.run(at))
        )

    # --- who is a person -------------------------------------------------------------------------------------

    def _person(self, at: int) -> tuple[int, int] | None:
        return (
            self._of_the_highlands(at)
            or self._after_post(at)
            or self._after_title(at)
            or self._full_name(at)
            or self._nickname(at)
            or self._introduced(at)
            or self._beside_phone(at)
        )

    def _acts(self, at: int) -> bool:
        """Whether word `at` tells what a person does."""
        return self.words.word(at) in self.lex.followers

    def _acts_surely(self, at: int) -> bool:
        return self.words.word(at) in self.lex.strong_followers

    def _of_the_highlands(self, at: int) -> tuple[int, int] | None:
        """Y Bhăm Êban, H'Hen Niê, K'Brêu, Giàng A Páo, Rmah Hlới."""
        words, lex = self.words, self.lex
        low, head = words.low[at], words.low[at].split("'")
        end = words.run(at)
        if (
            len(head) > 1
            and head[0] in ("h", "k")
            and head[1] not in ("mông", "mong", "re", "ho", "bang", "leo")
        ):
            return at, max(end, at + 1)
        if (
            low in ("y", "h", "k")
            and words.cap[at]
            and end - at > 1
            and words.low[at + 1] not in _NOT_AFTER_Y
        ):
            return at, end
        if low in lex.hill and words.word(at + 1) in ("a", "thị", "seo", "thi", "văn") and words.word(at + 2):
            if words.cap[at] and end - at > 2:
                return at, end
            small = words.low[at + 1] == "a" and not words.cap[at] and words.low[at + 2] in lex.given
            return (at, at + 3) if small else None
        if words.cap[at] and end - at > 1 and any(word in lex.minority for word in words.low[at:end]):
            return at, end
        return None

    def _after_post(self, at: int) -> tuple[int, int] | None:
        words, lex = self.words, self.lex
        length = words.phrase(lex.posts, at)
        if not length:
            return None
        self.last_post = at
        name = at + length
        if name >= len(words) or not words.joined[name]:
            return None
        loose = " ".join(words.low[at:name]) not in lex.posts_of_places
        if words.cap[name]:
            return self._capitalised(name, loose)
        if words.low[name] in lex.given - lex.doubtful and words.pair(name) not in lex.compounds:
            end = self._small_end(name)
            return (name, end) if self._acts(end) or words.stops(end) else None
        return None

    def _capitalised(self, name: int, loose: bool) -> tuple[int, int] | None:
        """A capitalised name where a place, a body or a name may stand."""
        words, lex = self.words, self.lex
        low, end = words.low[name], words.run(name)
        if low in lex.no_starts or words.pair(name) in lex.compounds or words.phrase(lex.places, name) > 1:
            return None
        if self._is_full_name(name) or (loose and low in lex.known | lex.ordinals | lex.minority):
            return name, end
        single = end - name == 1 and low in lex.given
        return (name, end) if single and (self._acts(end) or words.stops(end)) else None

    def _is_full_name(self, at: int) -> bool:
        """Whether a surname and two more capitalised words stand at `at`, and nobody known to all."""
        words, lex = self.words, self.lex
        length = words.run(at) - at
        if words.low[at] not in lex.surnames or words.phrase(lex.famous, at) >= max(length, 2):
            return False
        if words.phrase(lex.places, at) > 1 or not words.cap[at]:
            return False
        if words.low[at] in lex.sure_surnames:
            return length > 2
        rest = words.low[at + 1 : at + length]
        return length > 2 and (
            rest[0] in lex.middle or all(word in lex.known or len(word) == 1 for word in rest)
        )

    def _is_surely_surname(self, at: int) -> bool:
        return self.words.low[at] in self.lex.sure_surnames or self.words.word(at + 1) in self.lex.middle

    def _after_title(self, at: int) -> tuple[int, int] | None:
        words, lex = self.words, self.lex
        name = self._title_end(at)
        if not name or name >= len(words) or not words.joined[name]:
            return None
        title = words.low[name - 1]
        group = (words.before(at), words.low[at]) in lex.groups or (words.low[at], title) in lex.groups
        if words.cap[name]:
            return self._titled_capital(at, name, title, group)
        if group or (title not in lex.small_titles and name - at == 1):
            return None
        return self._titled_small(at, name, title)

    def _title_end(self, at: int) -> int:
        words, lex = self.words, self.lex
        if (words.low[at], words.word(at + 1)) in lex.two_word_titles:
            return at + 2
        return at + 1 if words.low[at] in lex.titles or words.low[at] in lex.capital_titles else 0

    def _titled_capital(self, at: int, name: int, title: str, group: bool) -> tuple[int, int] | None:
        words, lex = self.words, self.lex
        low, end = words.low[name], words.run(name)
        if group:
            return (name, end) if self._is_full_name(name) else None
        if words.cap[at] and words.phrase(lex.places, at) > 1:
            return None
        if words.pair(name) in lex.compounds or words.phrase(lex.posts, name):
            return None
        sure = lex.marked and title in lex.titles and name - at == 1
        if low in lex.no_starts and not (sure and low in lex.known):
            return None
        if words.before(at) in lex.plural and words.phrase(lex.places, name) > 1:
            return None
        known = low in lex.known or low in lex.ordinals or low in lex.minority or len(low) == 1
        return (name, end) if sure or known else None

    def _titled_small(self, at: int, name: int, title: str) -> tuple[int, int] | None:
        """A name in small letters after a form of address: the hard part."""
        words, lex = self.words, self.lex
        low, after = words.low[name], words.word(name + 1)
        if self._small_full_name(name):
            return name, self._small_end(name + 1)
        if low in lex.ordinals:
            return self._ordinal(name, title)
        if words.pair(name) in lex.compounds:
            return None
        if f"{title} {low}" in lex.compounds:
            return (name, name + 1) if self._speaks(name + 1) else None
        if words.before(at) in lex.plural:
            return None
        if low in lex.given:
            return self._given_small(name)
        strange = (
            lex.marked and low not in lex.not_names and low not in lex.heads and low not in lex.no_starts
        )
        unknown = (
            strange
            and words.phrase(lex.posts, name) == 0
            and (after in lex.strong_followers or title == "thằng")
        )
        return (name, name + 1) if unknown else None

    def _given_small(self, name: int) -> tuple[int, int] | None:
        words, lex = self.words, self.lex
        end = self._small_end(name)
        if words.phrase(lex.posts, name):
            return None
        surely = self._acts_surely(end) or (end - name > 1)
        if words.low[name] in lex.doubtful:
            return (name, end) if surely else None
        if lex.marked or surely or words.stops(end) or words.low[name] not in lex.not_names:
            return name, end
        return None

    def _speaks(self, at: int) -> bool:
        return self.words.word(at) in self.lex.speech

    def _small_full_name(self, name: int) -> bool:
        """Surname and given name in small letters: "lê hùng", "nguyễn văn hùng"."""
        words, lex = self.words, self.lex
        after = words.word(name + 1)
        if words.low[name] not in lex.written_surnames or not after:
            return False
        if after in lex.middle and words.word(name + 2):
            return words.word(name + 2) in lex.given or words.word(name + 2) not in lex.not_names
        return (
            after in lex.given
            and words.pair(name + 1) not in lex.compounds
            and (after not in lex.doubtful or self._acts_surely(name + 2))
        )

    def _small_end(self, name: int) -> int:
        """Where a name in small letters ends: further given names that begin no everyday word."""
        words, lex = self.words, self.lex
        end = name + 1
        if words.word(name) in lex.middle or words.low[name] in lex.middle:
            end = min(name + 2, len(words))
        while end < len(words) and end - name < 3:
            low = words.word(end)
            if low not in lex.given or low in lex.doubtful or words.pair(end) in lex.compounds:
                break
            end += 1
        return end

    def _ordinal(self, name: int, title: str) -> tuple[int, int] | None:
        """ "ông tư nói", "bà ba Cà phê", "chú Tám Lành"."""
        words, lex = self.words, self.lex
        after = words.word(name + 1)
        if (
            after in lex.after_count
            or title in ("em", "con", "cháu", "chau")
            or f"{title} {words.low[name]}" in lex.compounds
        ):
            return None
        if words.pair(name) in lex.compounds or (not lex.marked and not self._acts(name + 1)):
            return None
        if name + 1 < len(words) and words.joined[name + 1] and words.cap[name + 1]:
            return name, words.run(name + 1)
        nick = after in lex.given and after not in lex.followers and words.pair(name + 1) not in lex.compounds
        return name, name + 1 + nick

    def _full_name(self, at: int) -> tuple[int, int] | None:
        words, lex = self.words, self.lex
        if words.low[at] not in lex.surnames:
            return None
        if words.cap[at] and words.run(at) - at > 1:
            return self._capital_full_name(at)
        return self._small_surname(at)

    def _capital_full_name(self, at: int) -> tuple[int, int] | None:
        words, lex = self.words, self.lex
        end = words.run(at)
        if words.phrase(lex.places, at) > 1:
            return None
        if self._is_full_name(at):
            famous = words.phrase(lex.famous, at)
            return None if famous and words.low[at + famous] in lex.surnames else (at, end)
        plain_pair = end - at == 2 and words.low[at + 1] in lex.known and not words.phrase(lex.famous, at)
        person = words.word(end) in lex.strong_followers or words.before(at) in lex.introductions
        return (at, end) if plain_pair and person and words.before(at) not in lex.whereabouts else None

    def _small_surname(self, at: int) -> tuple[int, int] | None:
        """ "nguyễn văn a", "tran thi hoa", "nguyễn hoàng nam" without a form of address."""
        words, lex = self.words, self.lex
        if words.phrase(lex.famous, at) or words.before(at) in lex.heads:
            return None
        second, third = words.word(at + 1), words.word(at + 2)
        if words.pair(at) in lex.compounds:
            return None
        if second in lex.middle and third:
            sure = words.low[at] in lex.sure_surnames or words.low[at] in _PLAIN_SURE
            if (
                len(third) > 1
                and third in lex.not_names
                and (third not in lex.given or not sure or not lex.marked)
            ):
                return None
            if sure or (third in lex.given and third not in lex.doubtful):
                return at, max(self._small_end(at + 2), words.run(at + 2))
            return None
        sure = words.low[at] in lex.sure_surnames and (lex.marked or words.low[at] == "nguyen")
        if not sure or second not in lex.given:
            return None
        if words.pair(at + 1) in lex.compounds:
            return None
        if third in lex.given and words.pair(at + 2) not in lex.compounds and not words.cap[at]:
            return at, self._small_end(at + 2)
        return (at, at + 2) if self._acts_surely(at + 2) and second not in lex.doubtful else None

    def _nickname(self, at: int) -> tuple[int, int] | None:
        """ "Tư Lành", "Sáu Thẹo" without a form of address."""
        words, lex = self.words, self.lex
        end = words.run(at)
        if not words.cap[at] or words.low[at] not in lex.ordinals or end - at < 2:
            return None
        if (
            words.phrase(lex.places, at) > 1
            or words.low[at + 1] in lex.no_starts
            or words.before(at) in lex.heads
        ):
            return None
        if words.opens(at) and not self._acts(end):
            return None
        return at, end

    def _introduced(self, at: int) -> tuple[int, int] | None:
        """ "hỏi Tuấn thì", "của Hùng"; at the start of a sentence "Tuấn nói"."""
        words, lex = self.words, self.lex
        if not words.cap[at] or words.low[at] not in lex.given or words.low[at] in lex.no_starts:
            return None
        end = words.run(at)
        if words.opens(at):
            return (at, end) if end - at < 3 and self._speaks(end) else None
        if words.low[at] in _COUNTRIES or words.phrase(lex.places, at) or words.phrase(lex.posts, at):
            return None
        if words.before(at) in lex.introductions and words.pair(at) not in lex.compounds:
            named = words.before(at) in _NAMED or end - at == 1
            return (at, end) if named or (end - at < 4 and self._acts_surely(end)) else None
        return (at, end) if end - at < 3 and self._speaks(end) and words.before(at) not in lex.heads else None

    def _beside_phone(self, at: int) -> tuple[int, int] | None:
        """ "Lan: 0912…", "0912… (Hùng)"."""
        words, lex = self.words, self.lex
        if not words.cap[at] or words.low[at] not in lex.known or words.low[at] in lex.no_starts:
            return None
        end = words.run(at)
        before = words.text[max(0, words.starts[at] - 12) : words.starts[at]]
        beside = _TO_PHONE.match(words.text, words.ends[end - 1]) or (
            _FROM_PHONE.search(before) and words.stops(end)
        )
        return (at, end) if end - at < 5 and beside and not words.phrase(lex.places, at) else None

    def _listed(self, at: int) -> Iterator[tuple[int, int]]:
        """Names listed after a name: "ông Hùng và Dũng", "chị Lan, Hồng"."""
        words, lex = self.words, self.lex
        while 0 < at < len(words):
            start = at if not words.joined[at] else at + 1
            if start >= len(words) or words.text[words.ends[at - 1] : words.starts[start]] not in _AND:
                return
            end = words.run(start)
            if not words.cap[start] or words.low[start] not in lex.known or words.phrase(lex.places, start):
                return
            if words.low[start] in lex.no_starts or words.pair(start) in lex.compounds:
                return
            if not (end - start == 1 or self._is_full_name(start) or start > at):
                return
            yield start, end
            at = end


_NOT_AFTER_Y = frozenset(
    ("tế", "te", "học", "hoc", "dược", "duoc", "bác", "khoa", "jút", "jut", "tý", "ty", "yên", "nghĩa")
)
_NAMED = frozenset(("tên", "ten"))
_PLAIN_SURE = frozenset(("nguyen", "tran", "pham", "huynh", "le", "dinh", "trinh"))
_COUNTRIES = frozenset(
    (
        "mỹ",
        "my",
        "nhật",
        "nhat",
        "nga",
        "đức",
        "duc",
        "anh",
        "pháp",
        "thái",
        "thai",
        "trung",
        "ý",
        "hàn",
        "lào",
        "huế",
        "hue",
        "vinh",
        "đảng",
        "dang",
        "bắc",
        "bac",
        "nam",
        "đông",
        "dong",
        "việt",
        "viet",
    )
)
