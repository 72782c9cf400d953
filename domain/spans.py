"""Places in a text, and reading only where a rule can fit.

Rules read a *shadow* of the text: the same length, one plain form for look-alike digits, letters and dashes,
and a control character where something is already decided. They are anchored and bounded, so a long text
costs no more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Span(NamedTuple):
    """A place in a text and the token that takes it."""

    start: int
    end: int
    token: str


NAME, PHONE, PAPER, ACCOUNT, PLATE = "[tên]", "[SĐT]", "[số giấy tờ]", "[số TK]", "[biển số]"
ADDRESS, PARCEL, LINK, EMAIL, BIRTH = "[địa chỉ]", "[thửa đất]", "[liên kết]", "[email]", "[năm sinh]"
TOKENS = (NAME, PHONE, PAPER, ACCOUNT, PLATE, ADDRESS, PARCEL, LINK, EMAIL, BIRTH)

_LOOKALIKES = (
    {0xFF01 + at: 0x21 + at for at in range(94)}
    | {0x1D7CE + at: 0x30 + at % 10 for at in range(50)}
    | {ord(dash): "-" for dash in "‐‑‒–—−﹣"}
    | {ord(space): " " for space in "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t"}
    | {ord(quote): "'" for quote in "’‘ʼ`´"}
    | {0x130: "I"}  # the one capital whose small letter is two characters
    | dict(zip(map(ord, "АВЕКМНОРСТХаеорсух"), "ABEKMHOPCTXaeopcyx", strict=True))
)


def shadow_of(text: str) -> str:
    """`text` with look-alike digits, letters, dashes and spaces in their plain form, same length."""
    return text.translate(_LOOKALIKES)


_DIGIT_ROW = re.compile(r"\d+")
LONG_ROW = re.compile(r"\d[ .\-]{0,3}\d[ .\-]{0,3}[\dx*]")
_BEFORE, _AFTER = 60, 30


def windows(text: str, row: re.Pattern[str] = _DIGIT_ROW) -> list[tuple[int, int]]:
    """Stretches of `text` near a `row` of digits; what is far from any need not be read."""
    found: list[tuple[int, int]] = []
    for match in row.finditer(text):
        start, end = max(0, match.start() - _BEFORE), min(len(text), match.end() + _AFTER)
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def near_digits(rule: re.Pattern[str], text: str, where: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Where in these windows `rule` fits."""
    for start, end in where:
        yield from rule.finditer(text, start, end)


def at_digits(rule: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where `rule`, which begins with a digit, fits."""
    end = 0
    for row in _DIGIT_ROW.finditer(text):
        found = rule.match(text, row.start()) if row.start() >= end else None
        if found:
            end = found.end()
            yield found
