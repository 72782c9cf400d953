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


_ENDS = ("\n\n", "\n", ". ", "! ", "? ", "… ", "; ", ", ", " ")
"""Where a text may be parted, best first: paragraph, line, sentence, clause, word."""

CUT = "\n[…]\n"


def parts(text: str, most: int, pieces: int) -> list[str]:
    """`text` as messages of at most `most` UTF-16 units each (a platform's limit), parted where people pause;
    at most so many `pieces`, what does not fit there loses its middle."""
    text = fit(text, most * pieces)
    found: list[str] = []
    while utf16_length(text) > most and len(found) + 1 < pieces:
        # No piece so short that the rest would not fit into those that are left.
        least = utf16_length(text) - most * (pieces - len(found) - 1)
        at = _pause(text, least, most)
        found.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*found, text]


def _pause(text: str, least: int, most: int) -> int:
    """Where to part `text`, its first piece having from `least` to `most` UTF-16 units."""
    first, last = len(_head(text, max(least, most // 2))), len(_head(text, most))
    for end in _ENDS:
        at = text.rfind(end, first, last)
        if at >= 0:
            return at + len(end)
    return last


def _head(text: str, units: int) -> str:
    """The beginning of `text`, at most so many UTF-16 units of it."""
    return text.encode("utf-16-le", "ignore")[: 2 * units].decode("utf-16-le", "ignore")


def fit(text: str, most: int) -> str:
    """`text` within `most` UTF-16 units, as Telegram counts; what is too long loses its middle, for its head
    says what it is and its end what to do."""
    if 2 * len(text) <= most:  # no letter takes more than two units: hardly any message is measured
        return text
    units = text.encode("utf-16-le", "ignore")
    if len(units) <= 2 * most:
        return text
    kept = most - len(CUT)
    head, tail = units[: 2 * (kept * 2 // 3)], units[-2 * (kept // 3) :]
    return head.decode("utf-16-le", "ignore") + CUT + tail.decode("utf-16-le", "ignore")


def word_set(text: str) -> frozenset[str]:
    """The words of `text`: how word lists are written in this package."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """The phrases of `text`, parted by commas."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())
