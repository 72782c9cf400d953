"""Names that show by themselves: a surname with what belongs to it, names of the highlands."""

from __future__ import annotations

import re

from domain.text import word_set
from domain.words import Words

_HOME_REACHES = 6
_OPENING = re.compile(r"[ ]*[.,;:!?\n\"“(\-][ \n\"“(]*")
_HOME_GAP = re.compile(r"[ \d/,()]*")

Found = tuple[int, int] | None
"""A name as (its first word, the word after its last)."""

_NOT_AFTER_Y = word_set(
    """
    tế te học hoc dược duoc bác khoa jút jut tý ty yên nghĩa tá sĩ si kiến kien
    """
)
_PEOPLES = word_set(
    """
    mông mong re ho bang leo rê
    """
)
_PLAIN_SURE = word_set("nguyen tran pham huynh le ng")
"""Without marks these surnames are hardly another word before "van" or "thi"."""
_PLAIN_OPENING = word_set("huynh tran pham hoang bui vo le phan dang ngo ly vu trinh dinh")
"""And these where they open a part of a sentence and somebody acts in it."""
_PLAIN_CLEAR = word_set("huynh pham tran")
"""And these with any given name behind."""
_PLAIN_AFTER_MIDDLE = word_set(
    """
    con chua co bi de khong ko la dang phai duoc dc thay nhu cu cho ra vao moi hay chi cung rat qua tu o
    da se deu bao khi nen thi van luon lam di truoc sau dung
    """
)


def is_full_name(words: Words, at: int) -> bool:
    """Whether a surname and two more capitalised words stand at `at`, and nobody known to all."""
    lex = words.lexicon
    length = words.run(at) - at
    if length < 3 or words.low[at] not in lex.surnames:
        return False
    if words.phrase(lex.famous, at) >= length or words.phrase(lex.places, at) > 1:
        return False
    rest = words.low[at + 1 : at + length]
    return is_surely_surname(words, at) or all(word in lex.known or len(word) == 1 for word in rest)


def is_surely_surname(words: Words, at: int) -> bool:
    """Whether the surname at `at` is no other word: by itself, or by the "văn" or "thị" after it."""
    return words.low[at] in words.lexicon.sure_surnames or words.word(at + 1) in words.lexicon.middle


def full_name(words: Words, at: int) -> Found:
    """A name that begins with the surname at `at`, in any case, with or without marks."""
    lex = words.lexicon
    if words.low[at] not in lex.surnames:
        return None
    if not lex.marked and words.low[at] in lex.small_heads and words.word(at + 1) not in lex.middle:
        return None
    if words.cap[at] and words.run(at) - at > 1:
        return _capitalised(words, at)
    return _small(words, at)


def _capitalised(words: Words, at: int) -> Found:
    lex, end = words.lexicon, words.run(at)
    if words.phrase(lex.places, at) > 1:
        return None
    namesake = words.phrase(lex.famous, at)
    if namesake == end - at and _may_be_somebody(words, at) and _acts_like_somebody(words, end):
        return at, end
    if is_full_name(words, at):
        famous = words.phrase(lex.famous, at)
        return None if famous and words.low[at + famous] in lex.surnames else (at, end)
    if end - at != 2 or words.low[at + 1] not in lex.known or words.phrase(lex.famous, at):
        return None
    introduced = words.before(at) in lex.introductions and not words.is_half(end)
    person = words.word(end) in lex.strong_followers or introduced
    return (at, end) if person and words.before(at) not in lex.whereabouts else None


def _small(words: Words, at: int) -> Found:
    """ "nguyễn văn a", "tran thi hoa", "nguyễn hoàng nam"."""
    lex = words.lexicon
    namesake = words.phrase(lex.famous, at)
    if namesake or words.pair(at) in lex.compounds:
        somebody = namesake > 1 and _may_be_somebody(words, at) and _acts_like_somebody(words, at + namesake)
        return (at, at + namesake) if somebody else None
    if (words.before(at), words.low[at]) in lex.split_words:
        return None
    if words.before(at) in lex.small_heads and not words.after_post(at):
        return None
    return _with_middle(words, at) if words.word(at + 1) in lex.middle else _without_middle(words, at)


def _with_middle(words: Words, at: int) -> Found:
    lex, third = words.lexicon, words.word(at + 2)
    sure = words.low[at] in (lex.sure_surnames if lex.marked else _PLAIN_SURE)
    if not (lex.marked or sure) and (words.pair(at + 1) in lex.compounds or not _may_begin(words, at)):
        return None
    given = third in lex.given and (sure or third not in lex.doubtful or _starts_a_part(words, at))
    stop = third in lex.not_names and not given if lex.marked else third in _PLAIN_AFTER_MIDDLE
    strange = lex.marked and words.low[at + 1] == "thị" and words.stops(at) and third not in lex.not_names
    strange = strange and words.low[at] in lex.written_surnames and words.pair(at + 1) not in lex.compounds
    if not third or (stop and len(third) > 1) or not (sure or given or strange):
        return None
    return at, max(small_end(words, at + 2), words.run(at + 2))


def _may_begin(words: Words, at: int) -> bool:
    """Without marks, whether "thao van ban" is no "soạn thảo văn bản": a part of a sentence or a person begins here."""
    lex, before = words.lexicon, words.before(at)
    if not before or before in lex.titles or before in lex.capital_titles or before in lex.introductions:
        return True
    return words.after_post(at) or words.word(at + 3) in lex.doings


def _starts_a_part(words: Words, at: int) -> bool:
    """Without marks, "do van thanh lan chiem": a part of a sentence begins here and somebody acts in it."""
    lex = words.lexicon
    third, fourth = words.word(at + 2), words.word(at + 3)
    acts = fourth in lex.followers and third not in lex.after_van and words.low[at] in lex.written_surnames
    return not lex.marked and words.stops(at) and acts


def _without_middle(words: Words, at: int) -> Found:
    lex, second, third = words.lexicon, words.word(at + 1), words.word(at + 2)
    sure = words.low[at] in lex.sure_surnames and (lex.marked or words.low[at] == "nguyen")
    clear = third in (lex.given if words.low[at] in _PLAIN_CLEAR else lex.sure_given)
    opens = words.stops(at) and clear and not words.phrase(lex.places, at)
    written = lex.marked or (words.low[at] in _PLAIN_OPENING and words.word(at + 3) in lex.acts)
    sure = sure or (opens and written and words.low[at] in lex.written_surnames)
    if not sure or second not in lex.given or words.pair(at + 1) in lex.compounds:
        return None
    if third in lex.given and words.pair(at + 2) not in lex.compounds and not words.cap[at]:
        return at, small_end(words, at + 2)
    if third in lex.strong_followers and second not in lex.doubtful:
        return at, at + 2
    strange = lex.marked and third and third not in lex.not_names and third not in lex.followers
    return (at, at + 3) if strange and words.word(at + 3) in lex.strong_followers else None


def _may_be_somebody(words: Words, at: int) -> bool:
    """Whether nothing before `at` makes it a street: a part of a sentence begins here, or somebody is heard."""
    return (
        at == 0
        or words.before(at) in words.lexicon.listening
        or _OPENING.fullmatch(words.gap(at)) is not None
    )


def _acts_like_somebody(words: Words, end: int) -> bool:
    """Whether a name that streets bear as well is a neighbour's: "Lê Văn Lương ở tổ 5 nói", "Nguyễn Trãi kể";
    not "Nguyễn Văn Linh ngập", "Le Loi noi dai"."""
    lex, home = words.lexicon, False
    for at in range(end, min(end + _HOME_REACHES, words.size)):
        if not _HOME_GAP.fullmatch(words.gap(at)):
            return False
        if words.low[at] in lex.acts_of_people and (home or (lex.marked and at == end)):
            return True
        home = home or words.low[at] in lex.homes
        if words.cap[at] or (at > end + 1 and not home):
            return False
    return False


def is_small_full_name(words: Words, at: int) -> bool:
    """Whether, after a form of address, a surname and a given name in small letters stand at `at`."""
    lex, after, third = words.lexicon, words.word(at + 1), words.word(at + 2)
    if words.low[at] not in lex.written_surnames or not after or words.phrase(lex.places, at) > 1:
        return False
    headed = not lex.marked and words.low[at] in lex.small_heads and words.before(at) not in lex.naming
    if headed and after not in lex.middle:
        return False
    if after in lex.middle and third:
        return third in lex.given or third not in lex.not_names
    if after not in lex.given or words.pair(at + 1) in lex.compounds:
        return False
    if third in lex.given and words.pair(at + 2) not in lex.compounds:
        return True
    return after not in lex.doubtful or third in lex.strong_followers


def small_end(words: Words, at: int) -> int:
    """Where a name in small letters that begins at `at` ends: at no given name, or at an everyday word."""
    lex = words.lexicon
    end = at + 2 if words.low[at] in lex.middle and words.word(at + 1) else at + 1
    while end < words.size and end - at < 3:
        low = words.word(end)
        if low not in lex.given or low in lex.doubtful or words.pair(end) in lex.compounds:
            break
        end += 1
    return end


def highland_name(words: Words, at: int) -> Found:
    """Y Bhăm Êban, H'Hen Niê, K'Brêu, Giàng A Páo, Rmah Hlới."""
    lex, low, end = words.lexicon, words.low[at], words.run(at)
    head, _, tail = low.partition("'")
    if tail and head in ("h", "k") and tail not in _PEOPLES:
        return at, max(end, at + 1)
    if low in ("y", "h", "k") and not words.sticks(at):
        strange = (
            words.cap[at + 1 : at + 2] == [True]
            and words.word(at + 1)
            and words.low[at + 1] not in _NOT_AFTER_Y
        )
        if strange and (words.cap[at] or low != "k"):
            return at, words.run(at + 1)
    if low == "ka" and lex.marked and words.cap[at] and end - at == 2 and not words.phrase(lex.places, at):
        return at, end
    if low in lex.hill and words.word(at + 1) in lex.hill_middle and words.word(at + 2):
        if words.cap[at] and end - at > 2:
            return at, end
        small = words.low[at + 1] in ("a", "seo") and not words.cap[at]
        small = small and (words.low[at + 2] in lex.given or (lex.marked and low in lex.sure_surnames))
        return (at, at + 3) if small else None
    if not words.cap[at] and lex.marked and _is_small_highland(words, at):
        return at, at + 2 + (low == "y")
    if words.cap[at] and end - at > 1 and not lex.minority.isdisjoint(words.low[at:end]):
        return at, end
    return None


def _is_small_highland(words: Words, at: int) -> bool:
    """ "y bhăm êban", "siu blong"."""
    lex = words.lexicon
    if words.low[at] == "y":
        return bool(words.word(at + 1)) and words.word(at + 2) in lex.minority
    after = words.word(at + 1)
    return words.low[at] in lex.minority and bool(after) and after not in lex.followers | lex.not_names


def strange_full_name(words: Words, at: int) -> Found:
    """ "Bá Thị Nhị": a surname in no list, told by the "Thị" or "Văn" behind it; not "Siêu Thị Xanh"."""
    lex, end = words.lexicon, words.run(at)
    if end - at < 3 or words.low[at + 1] not in lex.middle or words.low[at] in lex.no_starts:
        return None
    known = words.low[at] in lex.surnames or words.low[at] in lex.before_thi
    return None if known or words.before(at) in lex.heads else (at, end)
