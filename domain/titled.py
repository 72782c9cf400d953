"""Names behind a form of address or a post: "ông Hùng", "bà ba Cà phê", "trưởng thôn Lực", "anh tuấn nói"."""

from __future__ import annotations

from domain.full_names import Found, is_full_name, is_small_full_name, small_end
from domain.words import QUOTES, Words

_CHILDREN = frozenset(("em", "con", "cháu", "chau", "bé", "be", "trẻ"))


def after_post(words: Words, at: int) -> tuple[int, Found]:
    """How many words the post at `at` has (0: none), and the name behind it."""
    lex = words.lexicon
    length = words.phrase(lex.posts, at)
    name = at + length
    if not length or not words.word(name):
        return length, None
    if words.cap[name]:
        loose = " ".join(words.low[at:name]) not in lex.posts_of_places
        return length, _where_places_stand(words, name, loose)
    return length, _small_after_post(words, name)


def _small_after_post(words: Words, name: int) -> Found:
    """ "cô giáo hạnh dạy thêm", "linh mục trần quốc bảo"."""
    lex, low = words.lexicon, words.low[name]
    if is_small_full_name(words, name) and (lex.marked or words.word(name + 1) in lex.middle):
        return name, small_end(words, name + 1)
    if (
        low not in lex.given
        or low in lex.sexes
        or low in lex.small_heads
        or words.pair(name) in lex.compounds
    ):
        return None
    end = small_end(words, name)
    after = words.word(end)
    if after in lex.speech or words.meets_phone(end):
        return name, end
    known_act = lex.marked and low in lex.clear_given and after in lex.acts
    if (low in lex.not_names and not known_act) or (not lex.marked and low in lex.doubtful):
        return None
    stops = lex.marked and low not in lex.doubtful and words.stops(end)
    acts = after in (lex.acts if low in lex.doubtful else lex.followers)
    return (name, end) if acts or stops else None


def _where_places_stand(words: Words, name: int, loose: bool) -> Found:
    """A capitalised name where a place or a body may stand as well."""
    lex, low, end = words.lexicon, words.low[name], words.run(name)
    if low in lex.no_starts or words.pair(name) in lex.compounds or words.phrase(lex.places, name) > 1:
        return None
    if is_full_name(words, name) or (
        loose and (low in lex.known or low in lex.ordinals or low in lex.minority)
    ):
        return name, end
    single = end - name == 1 and low in lex.given and low not in lex.countries and low not in lex.subjects
    return (name, end) if single else None


def after_title(words: Words, at: int) -> Found:
    """The name behind the form of address at `at`."""
    lex, name = words.lexicon, _title_end(words, at)
    if (words.before(at), words.low[at]) in lex.split_words:
        return None
    if not name or name >= words.size:
        return None
    if not words.joined[name]:
        return _quoted(words, name)
    title = words.low[name - 1]
    group = (words.before(at), words.low[at]) in lex.groups or (words.low[at], title) in lex.groups
    if words.cap[name]:
        found = _capital(words, at, name, group)
    elif group or not _may_be_small(words, at, name):
        found = None
    else:
        found = _small(words, at, name)
    return with_nick(words, found)


def _may_be_small(words: Words, at: int, name: int) -> bool:
    """Whether a name in small letters may follow: without marks, two words before it mean too many things."""
    lex = words.lexicon
    if name - at == 1:
        return words.low[at] in lex.small_titles
    return lex.marked or words.low[name - 1] in lex.named or is_small_full_name(words, name)


def _title_end(words: Words, at: int) -> int:
    lex, low = words.lexicon, words.low[at]
    if (low, words.word(at + 1)) in lex.two_word_titles:
        return at + 2
    if low in lex.to_call:
        return _called_end(words, at)
    if low in lex.short_titles:
        initial = words.cap[at] and len(low) == 1 and words.gap(at + 1) == " "
        return at + 1 if not initial or _is_short_title(words, at) else 0
    if low in lex.regional_titles and words.run(at) - at > 2:
        return 0  # "Bá Trung Trượng": a surname
    if low in lex.titles or low in lex.capital_titles:
        return at + 1
    return at + 1 if low in lex.murky_titles and words.word(at + 1) and not words.cap[at + 1] else 0


def _called_end(words: Words, at: int) -> int:
    """Where "gọi nó là", "kêu bà ấy là" ends, else 0."""
    lex = words.lexicon
    for end in range(at + 1, at + 4):
        if words.word(end) == lex.to_be:
            return end + 1
        if words.word(end) not in lex.persons:
            return 0
    return 0


def _is_short_title(words: Words, at: int) -> bool:
    """Whether a capital opens a part of a sentence as "E Phương kế toán", "A Thút bảo"; not "A Lưới"."""
    lex, name = words.lexicon, at + 1
    if not words.stops(at) or name >= words.size or not words.cap[name] or words.phrase(lex.places, at):
        return False
    end = words.run(name)
    return not words.is_half(end) and (words.low[name] in lex.given or words.word(end) in lex.acts)


def _quoted(words: Words, name: int) -> Found:
    """ông "Hùng sẹo": the quotation is the name."""
    close = QUOTES.get(words.gap(name))
    lex = words.lexicon
    if not close or not (words.cap[name] or (lex.marked and words.low[name] in lex.given)):
        return None
    for end in range(name + 1, min(name + 5, words.size + 1)):
        after = words.text[words.ends[end - 1] :][:1]
        if after == close:
            return name, end
        if after != " ":
            return None
    return None


def _capital(words: Words, at: int, name: int, group: bool) -> Found:
    lex, low, end = words.lexicon, words.low[name], words.run(name)
    if group:
        return (name, end) if is_full_name(words, name) else None
    if words.cap[at] and words.phrase(lex.places, at) > 1:
        return None
    if words.pair(name) in lex.compounds or words.phrase(lex.posts, name):
        return None
    if words.low[name - 1] in lex.loose_titles and not _is_sure_behind_loose(words, name):
        return None
    sure = (
        lex.marked
        and words.low[at] in lex.titles
        and name - at == 1
        and words.low[at] not in lex.short_titles
    )
    if low in lex.no_starts and not (sure and (low in lex.known or low in lex.ordinals)):
        return None
    if words.before(at) in lex.plural and words.phrase(lex.places, name) > 1:
        return None
    if words.low[at] == "thang" and (low in lex.ordinals or low in ("gieng", "chap")):
        return None
    sure = sure or words.low[at] in lex.clear_short_titles
    if words.low[name - 1] == lex.to_be and not _introduces_speaker(words, at, name):
        return None
    if words.low[at] in lex.elders and words.phrase(lex.famous, name) == end - name > 2:
        return None  # "mộ cụ Phan Bội Châu"
    known = low in lex.known or low in lex.ordinals or low in lex.minority or len(low) == 1
    return (name, end) if sure or known or _is_called(words, at, name) else None


def _introduces_speaker(words: Words, at: int, name: int) -> bool:
    """ "tôi là Duy", "con là Nguyễn Thị Tiên"; also "tên là", "gọi là"; not "tôi là Dân tộc", "em là Út"."""
    lex, end = words.lexicon, words.run(name)
    if words.low[at] not in lex.speakers or is_full_name(words, name):
        return True
    sure = words.low[name] in lex.clear_given and (
        lex.known.issuperset(words.low[name + 1 : end]) if end - name > 1 else not words.is_half(end)
    )
    return sure and not words.phrase(lex.places, name)


def _is_called(words: Words, at: int, name: int) -> bool:
    """Whether "tên", "gọi là" or "biệt danh" before `name` tells of a person: "có bà tên là Ngọt"."""
    lex = words.lexicon
    if words.low[name - 1] not in lex.naming or words.low[at] in lex.speakers:
        return False
    return not lex.persons.isdisjoint(words.low[max(0, at - 4) : name]) or words.after_post(at)


def _is_sure_behind_loose(words: Words, name: int) -> bool:
    """Without marks, "chu Hung noi"; not "co Viet Nam", "bo Tai nguyen", "tay Au"."""
    lex, low = words.lexicon, words.low[name]
    if words.phrase(lex.places, name) > 1 or low in lex.countries:
        return False
    if is_full_name(words, name):
        return True
    return low in lex.ordinals or (low in lex.known and not words.is_half(words.run(name)))


def _small(words: Words, at: int, name: int) -> Found:
    """A name in small letters: the hard part."""
    lex, low, title = words.lexicon, words.low[name], words.low[name - 1]
    if words.before(at) in lex.plural:
        return None
    if title == lex.to_be and words.low[at] in lex.speakers:
        return (name, small_end(words, name + 1)) if is_small_full_name(words, name) else None
    unclear = title in lex.murky_titles or title in lex.vague_titles
    if unclear and (words.before(name - 1) in lex.titles or words.before(name - 1) in lex.murky_titles):
        return None
    if title in lex.murky_titles and not _is_told(words, name):
        return None
    if title in lex.acting_titles or (name - at > 1 and title not in lex.naming):
        return _acting(words, name)
    if title in lex.named:
        return _said_to_be(words, name)
    if f"{title} {low}" in lex.compounds:
        clear = low in lex.clear_given and title not in lex.short_titles
        acts = words.word(name + 1) in (lex.deeds if clear else lex.speech)
        return (name, name + 1) if lex.marked and acts else None
    if is_small_full_name(words, name) and words.pair(name) not in lex.compounds:
        return name, small_end(words, name + 1)
    if low in lex.ordinals:
        return _ordinal(words, name, title)
    if low in lex.digits:
        return _numbered(words, name, title)
    if words.pair(name) in lex.compounds and not _is_told(words, name):
        return None
    if low in lex.given:
        return _given(words, name, title)
    return (name, name + 1) if title not in lex.short_titles and _is_strange(words, name, title) else None


def _acting(words: Words, name: int) -> Found:
    """ "con hạnh bán cà phê", "gv thu hường dạy thêm"; not "con kênh cạn"."""
    lex, end = words.lexicon, small_end(words, name)
    if is_small_full_name(words, name):
        return name, small_end(words, name + 1)
    clear = words.low[name] in lex.clear_given and words.pair(name) not in lex.compounds
    return (name, end) if clear and (words.word(end) in lex.acts or end - name > 1) else None


def _is_told(words: Words, name: int) -> bool:
    """Whether a trade, a post or a phone number tells which neighbour: "huong tap hoa", "thanh cong an"."""
    lex, end = words.lexicon, small_end(words, name)
    if not words.word(end):
        return words.meets_phone(end)
    posts = words.low[name - 1] not in lex.murky_titles and words.phrase(lex.posts, end) > 1
    return posts or words.phrase(lex.trades, end) > 1


def _is_strange(words: Words, name: int, title: str) -> bool:
    """Whether the word is in no list and what follows is done by people: "ông tèo nói"."""
    lex, low = words.lexicon, words.low[name]
    if not lex.marked or low in lex.not_names or low in lex.heads or low in lex.no_starts:
        return False
    if words.phrase(lex.posts, name):
        return False
    return words.word(name + 1) in lex.after_strangers or title in ("thằng", "tên")


def _given(words: Words, name: int, title: str) -> Found:
    lex, end = words.lexicon, small_end(words, name)
    if words.phrase(lex.posts, name):
        return None
    after = words.word(end)
    told = _is_told(words, name)
    surely = told or after in lex.strong_followers or end - name > 1 or after in lex.nicks
    if words.low[name] in lex.adverbs and end - name == 1:
        return None
    if title in lex.vague_titles and not (surely or after in lex.acts):
        return None
    if (
        not lex.marked
        and words.stops(end)
        and title in lex.sure_plain_titles
        and words.low[name] not in lex.heads
    ):
        return name, end
    if not lex.marked and words.low[name] in lex.doubtful:
        return (name, end) if told or after in lex.plain_doings else None
    if title in lex.short_titles and words.gap(name)[0] == "." and words.low[name] in lex.clear_given:
        return name, end
    if words.low[name] in lex.doubtful or title in lex.short_titles:
        return (name, end) if surely or words.phrase(lex.posts, end) else None
    surely = surely or bool(after and words.phrase(lex.nearby, end))
    if lex.marked or surely or words.stops(end) or words.low[name] not in lex.not_names:
        return name, end
    return None


def _said_to_be(words: Words, name: int) -> Found:
    """ "tên lực", "tên là tèo"."""
    lex, low, end = words.lexicon, words.low[name], small_end(words, name)
    if is_small_full_name(words, name):
        return name, small_end(words, name + 1)
    if words.pair(name) in lex.compounds or low in lex.after_named:
        return None
    introduced = words.before(name - 1) in lex.persons or words.before(name - 1) in lex.speakers
    sure = low in lex.given and (introduced or low not in lex.not_names or words.word(end) in lex.followers)
    return (name, end) if sure or _is_strange(words, name, "tên") else None


def _ordinal(words: Words, name: int, title: str) -> Found:
    """ "ông tư nói", "bà ba Cà phê", "chú Tám Lành"."""
    lex, after = words.lexicon, words.word(name + 1)
    if after in lex.after_count or title in _CHILDREN or title in lex.short_titles:
        return None
    if f"{title} {words.low[name]}" in lex.compounds:
        return None
    if words.pair(name) in lex.compounds and not _is_told(words, name):
        return None
    if after and words.cap[name + 1]:
        return name, words.run(name + 1)
    if not lex.marked and after not in lex.followers and not words.phrase(lex.trades, name + 1):
        sure = title in lex.sure_plain_titles and words.low[name] in lex.sure_plain_ordinals
        return (name, name + 1) if sure and words.before(name - 1) not in lex.pipes else None
    nick = after in lex.given and after not in lex.followers and words.pair(name + 1) not in lex.compounds
    return name, name + 1 + nick


def _numbered(words: Words, name: int, title: str) -> Found:
    """ "bà 6 Lượm", "anh 3 thợ hồ"; not "cháu 3 tuổi"."""
    lex, after = words.lexicon, words.word(name + 1)
    if not after or title in _CHILDREN or after in lex.after_count or after in lex.no_starts:
        return None
    if words.cap[name + 1]:
        return (name, words.run(name + 1)) if after in lex.known else None
    return (name, name + 1) if after in lex.doings or words.phrase(lex.trades, name + 1) else None


def with_nick(words: Words, found: Found) -> Found:
    """ "Hùng sẹo": a single name takes the nickname behind it along."""
    if found and found[1] - found[0] == 1 and words.word(found[1]) in words.lexicon.nicks:
        return found[0], found[1] + 1
    return found
