"""Vietnamese text: one spelling for comparing, one for searching.

Phones send NFD, people leave marks out, and neither SQLite nor PostgreSQL folds đ (DESIGN §7), so we do.
"""

from __future__ import annotations

import re
import unicodedata

_BASES = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_MARKED = [unicodedata.normalize("NFC", base + tone) for base in _BASES for tone in _TONES]
_PLAIN = str.maketrans(
    {letter: unicodedata.normalize("NFD", letter)[0] for letter in _MARKED} | {"đ": "d", "Đ": "D"}
)
_TONE_MOVED = {
    first + unicodedata.normalize("NFC", second + tone): unicodedata.normalize("NFC", first + tone) + second
    for first, second in ("oa", "oe", "uy")
    for tone in _TONES[1:]
}
_TONE_ON_SECOND = re.compile("|".join(_TONE_MOVED))
_MARKS = re.compile("[\u0300-\u036f]+")
_ANY_MARK = re.compile(f"[{''.join(sorted({*_MARKED} - {*'aeiouyAEIOUY'}))}đĐ]")


def nfc(text: str) -> str:
    """`text` with every letter and its marks in one code point: the only spelling we store."""
    return unicodedata.normalize("NFC", text)


def plain(text: str) -> str:
    """NFC `text` without Vietnamese marks, letter for letter: same length, same case."""
    return text.translate(_PLAIN)


def fold(text: str) -> str:
    """`text` for searching and comparing: NFC, lower case, đ as d, no marks."""
    folded = plain(nfc(text).lower())
    if folded.isascii():
        return folded
    return _MARKS.sub("", unicodedata.normalize("NFD", folded))


def has_marks(text: str) -> bool:
    """Whether NFC `text` carries any Vietnamese mark; if not, its writer leaves them out."""
    return _ANY_MARK.search(text) is not None


def marks_in(text: str) -> int:
    """How many letters of NFC `text` carry marks."""
    return len(_ANY_MARK.findall(text))


def one_tone_place(text: str) -> str:
    """Lower-case NFC `text` with "hoà, thuý, loè" spelled "hòa, thúy, lòe", same length."""
    return _TONE_ON_SECOND.sub(lambda found: _TONE_MOVED[found[0]], text)


def utf16_length(text: str) -> int:
    """The length of `text` as Telegram counts it, where an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def word_set(text: str) -> frozenset[str]:
    """The words of `text`: how word lists are written in this package."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """The phrases of `text`, parted by commas."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())
