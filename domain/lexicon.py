"""The word lists of names and places in the two spellings people use: with marks and without."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from domain import known_words as known
from domain import name_words as names
from domain import people_words as peoples
from domain import place_words as places
from domain import trade_words as trades
from domain.text import one_tone_place, plain

PhraseIndex: TypeAlias = dict[str, tuple[tuple[int, ...], frozenset[tuple[str, ...]]]]
"""Phrases by their first word: which lengths there are, longest first, and the phrases."""


LEADER, BELIEF, WORK, THING, POST, TITLE, SURNAME, HIGHLAND, SPOT, HEAD, WHEREABOUT, ALONE = (
    1 << bit for bit in range(12)
)
KNOWN, PLACE = LEADER | BELIEF | WORK | THING, SPOT | HEAD | WHEREABOUT
"""What may begin at a word; plain numbers, for they are asked for every word."""


class Lexicon:
    """Every list in one spelling: with the tone in one place, or without any marks."""

    def __init__(self, marked: bool) -> None:
        """`marked` chooses the spelling with marks."""
        self.marked = marked
        self.surnames = self._set(names.SURNAMES)
        self.sure_surnames = self._set(names.SURNAMES - names.COMMON_SURNAMES)
        self.written_surnames = self._set(names.SURNAMES - names.NEVER_WRITTEN_SMALL)
        self.hill = self._set(peoples.HILL_SURNAMES)
        self.minority = self._set(peoples.MINORITY_NAMES if marked else peoples.MINORITY_NAMES_WITHOUT_MARKS)
        self.given = self._set(names.GIVEN_NAMES)
        self.not_names = self._set(names.NOT_NAMES)
        self.doubtful = self._set(names.DOUBTFUL_NAMES) | (self.given & self.not_names)
        self.known = self.given | self.surnames
        self.ordinals = self._set(names.ORDINALS)
        self.after_count = self._set(names.AFTER_COUNT) - (frozenset() if marked else self._set(names.SPEECH))
        self.short_titles = self._set(names.SHORT_TITLES) - (frozenset() if marked else {"o", "b", "e"})
        self.titles = self.short_titles | self._set(
            names.TITLES | names.HIGHLAND_TITLES if marked else names.TITLES_WITHOUT_MARKS
        )
        self.clear_short_titles = (
            frozenset(("mr", "mrs", "ms", "ô")) if marked else frozenset(("mr", "mrs", "ms"))
        )
        self.digits = names.DIGITS
        self.capital_titles = self._set(
            names.CAPITAL_TITLES
            if marked
            else names.CAPITAL_TITLES - names.REGIONAL_TITLES | names.CLEAR_BEFORE_CAPITALS
        )
        self.acting_titles = self._set(names.SMALL_CAPITAL_TITLES) if marked else frozenset()
        small = names.TITLES if marked else names.SMALL_TITLES_WITHOUT_MARKS
        self.murky_titles = frozenset() if marked else self._set(names.MURKY_WITHOUT_MARKS)
        self.small_titles = self._set(small | {"tên"}) | self.short_titles | self.murky_titles
        self.small_titles |= self.acting_titles
        stations = {(one, two) for one in names.ELDERS for two in names.STATIONS}
        self.two_word_titles = self._pairs(names.TWO_WORD_TITLES | (stations if marked else set()))
        self.to_call = self._set(("gọi", "kêu"))
        self.regional_titles = self._set(names.REGIONAL_TITLES)
        self.speakers = self._set(names.SPEAKERS)
        self.listening = self._set(names.LISTENING)
        self.elders = self._set(("cụ", "ngài", "tướng", "vua"))
        self.persons = self._set(names.PERSONS)
        self.groups = self._pairs(names.GROUPS)
        self.split_words = self._pairs(names.SPLIT_WORDS | (set() if marked else names.SPLIT_WITHOUT_MARKS))
        self.followers = self._set(
            names.FOLLOWERS | names.FOLLOWERS_WITH_MARKS if marked else names.FOLLOWERS
        )
        self.strong_followers = self._set(names.STRONG_FOLLOWERS)
        self.doings = self.strong_followers - self._set(names.NEIGHBOURHOOD)
        self.acts = self.followers - self._set(names.NEIGHBOURHOOD) - self._set(names.BEINGS)
        self.deeds = self.acts - self._set(names.AUXILIARIES)
        self.after_strangers = self.strong_followers - self._set(("là", "con", "hàng"))
        self.after_names = self.followers | self._set(names.AFTER_NAMES)
        self.loose_titles = frozenset() if marked else self._loose_titles()
        self.acts_of_people = self._set(names.ACTS_OF_PEOPLE)
        self.homes = self._set(names.HOMES)
        self.subjects = self._set(names.SUBJECTS)
        self.before_thi = self._set(names.BEFORE_THI)
        self.after_van = self._set(names.AFTER_VAN)
        self.sexes = self._set(("nam", "nữ"))
        self.plain_doings = self.strong_followers - {"la", "bi", "con"}
        self.trades = _by_first(self._set(trades.TRADES))
        self.nearby = _by_first(self._set(trades.NEARBY))
        self.compounds = self._set(names.COMPOUNDS) | (frozenset() if marked else names.PAIRS_WITHOUT_MARKS)
        self.introductions = self._set(names.INTRODUCTIONS) - (frozenset() if marked else {"mang", "tay"})
        self.between_people = self.introductions | self._set(places.WHEREABOUTS | known.BETWEEN_PEOPLE)
        self.named = self._set(names.NAMED)
        self.to_sell = "bán" if marked else "ban"
        self.clear_given = self.given - self._set(names.DOUBTFUL_NAMES) - self._set(places.NO_NAME_STARTS)
        self.to_be = "là" if marked else "la"
        self.naming = self.named | self._set(("là", "gọi", "danh", "tục"))
        self.after_named = self._set(names.AFTER_NAMED)
        self.nicks = self._set(names.NICKS if marked else ("sẹo", "trọc", "mập"))
        self.countries = self._set(names.COUNTRIES)
        self.sure_plain_titles = frozenset(("ong", "chu", "bac", "di", "thim"))
        self.sure_plain_ordinals = frozenset(("hai", "tu", "bay", "tam", "chin", "muoi", "ut"))
        self.vague_titles = frozenset() if marked else self._set(names.VAGUE_WITHOUT_MARKS)
        self.adverbs = frozenset() if marked else names.ADVERBS_WITHOUT_MARKS
        self.pipes = frozenset(("duong", "nuoc", "doan", "mieng"))
        self.speech = self._set(names.SPEECH if marked else names.SPEECH_WITHOUT_MARKS)
        self.posts = _by_first(self._set(names.POSTS))
        self.posts_of_places = self._set(names.POSTS_OF_PLACES)
        self.leaders = _by_first(self._set(known.LEADERS))
        self.beliefs = _by_first(self._beliefs())
        self.fathers = self._set(known.FATHERS)
        self.deity_heads = _by_first(
            self._set(known.DEITY_HEADS | (known.SHORT_DEITY_HEADS if marked else set()))
        )
        self.works = _by_first(self._set(known.WORKS if marked else known.WORKS_WITHOUT_MARKS))
        self.things = self._set(known.THINGS if marked else known.THINGS_WITHOUT_MARKS)
        self.heads = self._set(places.PLACE_HEADS)
        self.crossings = _by_first(self._set(places.CROSSINGS))
        self.bridges = self._set(places.BRIDGES)
        self.whereabouts = self._set(places.WHEREABOUTS)
        self.places = _by_first(self._set(places.PLACES))
        self.famous = _by_first(self._set(places.FAMOUS))
        self.place_syllables = self._set(places.PLACE_SYLLABLES)
        self.small_heads = self.heads if marked else self._set(places.SURE_HEADS)
        self.no_starts = self._set(places.NO_NAME_STARTS)
        if not marked:
            self.no_starts -= (self.given | self.ordinals) - self._set(places.BODIES)
        self.sure_given = self.given - self.doubtful - self.heads - self.followers
        self.openings = self._set(("thì", "mà", "nhưng", "rồi"))
        self.conjunctions_after = self._set(("thì", "mà", "nó"))
        self.conjunctions = self._set(("và", "với"))
        self.hill_middle = self._set(peoples.HILL_MIDDLES)
        self.middle = self._set(("văn", "thị"))
        self.kinds = self._kinds()
        self.plural = self._set(("các", "mấy", "những", "nhiều", "bọn", "đám", "tụi"))

    def _loose_titles(self) -> frozenset[str]:
        """Without marks "co Viet Nam", "ma Nha nuoc": forms of address that are rather other words."""
        return (self.capital_titles | self._set(names.TITLES)) - self._set(names.CLEAR_WITHOUT_MARKS)

    def _beliefs(self) -> frozenset[str]:
        """Without marks "ba hoa" and "co tien" are rather neighbours than "bà hỏa" and "cô tiên"."""
        phrases = self._set(known.BELIEFS | known.BRANDS)
        fathers = self._set(known.FATHERS)
        if self.marked:
            return phrases | fathers
        return fathers | {one for one in phrases if one.count(" ") > 1 or one.split()[-1] not in self.known}

    def _kinds(self) -> dict[str, int]:
        """What each word may begin, so that a reader asks no more than it must."""
        first_of_titles = {first for first, _ in self.two_word_titles}
        lists: tuple[tuple[int, Iterable[str]], ...] = (
            (LEADER, self.leaders),
            (BELIEF, {*self.beliefs, *self.deity_heads}),
            (WORK, self.works),
            (THING, self.things),
            (POST, self.posts),
            (TITLE, self.titles | self.capital_titles | self.murky_titles | first_of_titles | self.to_call),
            (SURNAME, self.surnames),
            (HIGHLAND, self.hill | self.minority | {"y", "h", "k", "ka"}),
            (SPOT, {*self.places, *self.famous}),
            (HEAD, {*self.heads, *self.crossings}),
            (WHEREABOUT, self.whereabouts),
            (ALONE, self.sure_given | self.ordinals if self.marked else frozenset()),
        )
        kinds: dict[str, int] = {}
        for kind, words in lists:
            for word in words:
                kinds[word] = kinds.get(word, 0) | kind
        return kinds

    def _set(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(one_tone_place(word) if self.marked else plain(word) for word in words)

    def _pairs(self, pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        return frozenset((one, two) for one, two in (map(self._spell, pair) for pair in pairs))

    def _spell(self, word: str) -> str:
        return one_tone_place(word) if self.marked else plain(word)


def _by_first(phrases: Iterable[str]) -> PhraseIndex:
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], set()).add(words)
    return {
        first: (tuple(sorted({len(words) for words in same}, reverse=True)), frozenset(same))
        for first, same in found.items()
    }


@cache
def lexicon(marked: bool) -> Lexicon:
    """The lists in one spelling, made once."""
    return Lexicon(marked)
