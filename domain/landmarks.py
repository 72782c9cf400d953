"""What is no citizen though it is written like one: offices known to all, streets, places, bodies."""

from __future__ import annotations

from domain.full_names import is_full_name, is_surely_surname
from domain.lexicon import BELIEF, HEAD, LEADER, SPOT, THING, WHEREABOUT, WORK
from domain.words import Words

_STREET_GAPS = (", ", " - ", "-", " – ", "/", " và ", " va ")


def known(words: Words, at: int, kind: int) -> int:
    """Where something everybody knows ends if it begins at `at`, else 0; `kind` is what may begin there."""
    return (
        (kind & LEADER and _leader(words, at))
        or (kind & BELIEF and _belief(words, at))
        or (kind & WORK and _work(words, at))
        or (kind & THING and _thing(words, at))
    )


def _leader(words: Words, at: int) -> int:
    """ "Tổng Bí thư Tô Lâm", "ca sĩ Mỹ Tâm": those whom everybody knows by office or fame."""
    name = at + words.phrase(words.lexicon.leaders, at)
    if name == at or name >= words.size or not words.joined[name] or not words.cap[name]:
        return 0
    return words.run(name)


def _belief(words: Words, at: int) -> int:
    """ "ông Táo", "sữa Ông Thọ", "Bà Chúa Xứ Núi Sam": in whatever case; but "cô Tiên" is a neighbour."""
    lex = words.lexicon
    whole, head = words.phrase(lex.beliefs, at), words.phrase(lex.deity_heads, at)
    address_only = words.opens(at) or not words.cap[at]
    if whole == 2 and address_only and words.cap[at + 1] and words.pair(at) not in lex.fathers:
        whole = 0 if words.low[at + 1] in lex.known else 2
    return max(at + whole if whole else 0, words.run(at + head) if head and words.word(at + head) else 0)


def _work(words: Words, at: int) -> int:
    """ "phim Đất Phương Nam", "bài hát “Cô gái mở đường”", "câu lạc bộ Hoàng Anh Gia Lai"."""
    title = at + words.phrase(words.lexicon.works, at)
    if title == at or title >= words.size:
        return 0
    if not words.joined[title]:
        return words.quotation(title)
    end = words.run(title)
    return end if end - title > 1 and words.word(end) not in words.lexicon.speech else 0


def _thing(words: Words, at: int) -> int:
    """ "bánh xèo Bà Dưỡng", "bãi tắm Ông Đụng": a capitalised form of address names the thing up to two words
    before it; "gạo mua Bà Hoa" and "gạo ông Hùng" speak of somebody."""
    lex = words.lexicon
    for name in range(at + 1, at + 4):
        low = words.word(name)
        if not low or (not words.cap[name] and low in lex.between_people):
            return 0
        if words.cap[name] and (low in lex.titles or low in lex.capital_titles):
            end = words.run(name)
            return end if end - name > 1 else 0
    return 0


def place(words: Words, at: int, kind: int) -> int:
    """Where a place that begins at `at` ends, with the streets listed after it, else 0."""
    end = (
        (kind & SPOT and _spot(words, at))
        or (kind & HEAD and _headed(words, at))
        or (kind & WHEREABOUT and _whereabouts(words, at))
    )
    while end:
        more = _listed(words, end)
        if not more:
            return end
        end = more
    return 0


def _spot(words: Words, at: int) -> int:
    lex = words.lexicon
    length = words.phrase(lex.places, at) or words.phrase(lex.famous, at)
    if not length or (words.low[at] in lex.titles and not words.cap[at]):
        return 0
    end = at + length
    return max(end, _headed(words, end - 1))  # "công ty Ba Huân"


def _headed(words: Words, at: int) -> int:
    """ "thôn Đông Hạ", "đường nguyễn văn linh"; not the "đình" of "gia đình chị Thảo".

    Shortly after a post "xã Nguyễn Văn Bình" is who holds it.
    """
    lex = words.lexicon
    name = at + (words.phrase(lex.crossings, at) or 1)
    head = name - at > 1 or words.low[at] in lex.heads
    if not head or words.before(at) == "gia" or not words.word(name):
        return 0
    named = 0 if words.cap[name] or words.after_post(at) else words.phrase(lex.famous, name)
    named = named or (0 if words.cap[name] else words.phrase(lex.places, name))
    if named > 1:
        return name + named
    if words.low[name] in lex.titles or words.low[name] in lex.capital_titles:
        return _named_after_person(words, at, name)
    if words.cap[name]:
        if words.after_post(at) and _holds_post(words, name):
            return 0
        return _before_surname(words, name)
    if words.after_post(at) and words.word(name + 1) in lex.middle and not words.phrase(lex.famous, name):
        return 0
    sure = name - at > 1 or words.low[at] in lex.small_heads
    if sure and words.low[name] in lex.surnames and words.word(name + 1) in lex.known:
        end = name + 1
        while (
            end - name < 4
            and words.word(end)
            and (words.low[end] in lex.known or words.low[end] in lex.middle)
        ):
            end += 1
        return end
    return 0


def _holds_post(words: Words, name: int) -> bool:
    """Whether "xã Lâm Quốc Khải" behind a post is who holds it, not a commune such as "Lương Hòa Lạc"."""
    lex, rest = words.lexicon, words.low[name + 1 : words.run(name)]
    if not is_full_name(words, name):
        return False
    return is_surely_surname(words, name) or (
        lex.clear_given.issuperset(rest) and lex.place_syllables.isdisjoint(rest)
    )


def _named_after_person(words: Words, at: int, name: int) -> int:
    """ "cầu Ông Lãnh", "chợ bà Hoa"; not "chợ bà Hoa bán"."""
    lex = words.lexicon
    if words.cap[name]:
        return words.run(name)
    if words.low[at] not in lex.bridges or not words.word(name + 1):
        return 0
    end = max(words.run(name + 1), name + 2)
    return 0 if words.word(end) in lex.doings else end


def _before_surname(words: Words, name: int) -> int:
    """The end of a place's name, before a full name that follows it directly."""
    lex, end = words.lexicon, words.run(name)
    for cut in range(name + 1, end - 2):
        if words.low[cut] in lex.sure_surnames and words.low[cut - 1] not in lex.heads:
            return cut
    return end


def _whereabouts(words: Words, at: int) -> int:
    """ "ngập ở Nguyễn Văn Quá": a street."""
    lex = words.lexicon
    if words.low[at] not in lex.whereabouts or not words.word(at + 1):
        return 0
    end = words.run(at + 1)
    return end if end - at > 2 and words.low[at + 1] in lex.surnames else 0


def _listed(words: Words, at: int) -> int:
    """Where a street listed at `at` ends ("đường Lê Lợi, Trần Phú"), else 0."""
    lex = words.lexicon
    start = at + (words.word(at) in lex.conjunctions)
    if start >= words.size or not words.cap[start]:
        return 0
    end = words.run(start)
    street = (
        words.low[start] in lex.surnames and 2 <= end - start <= 4 and words.word(end) not in lex.followers
    )
    return end if street and words.text[words.ends[at - 1] : words.starts[start]] in _STREET_GAPS else 0
