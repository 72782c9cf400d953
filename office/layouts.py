"""How documents look on paper: numbers of DOMAIN §4, one table a profile.

`dang`: documents of the Party, 399-QĐ/TW and 05-HD/VPTW, known at second hand; `nd30`: state bodies, Decree
30/2020 Annex I. Sources differ in details: a clerk checks before the first document is signed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

FONT: Final = "Times New Roman"
A4: Final = (210, 297)
"""Width and height in millimetres."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Margins in millimetres (top, bottom, left, right); letters in points; `first_line` in centimetres.

    `line`: exact points, or None for single lines; `after`: points below a paragraph. `motto`: a second line
    below the name of the state; `star`: "*" below the issuing body; `date_below`: place and date stand below
    the head instead of beside the number; `dashes`: "-----" below the abstract instead of a rule."""

    name: Literal["dang", "nd30"]
    margins: tuple[float, float, float, float]
    head: int
    left_head: int
    motto: int | None
    number: int
    date: int
    title: int
    abstract: int
    body: int
    first_line: float
    line: int | None
    after: int
    star: bool
    date_below: bool
    dashes: bool
    recipients: tuple[int, int]
    recipients_underlined: bool
    page_number: int


LAYOUTS: Final[Mapping[str, Layout]] = MappingProxyType(
    {
        "dang": Layout(
            name="dang", margins=(20, 20, 30, 15), head=14, left_head=13, motto=None, number=14, date=14,
            title=14, abstract=14, body=14, first_line=1, line=18, after=6, star=True, date_below=True,
            dashes=True, recipients=(12, 12), recipients_underlined=True, page_number=14,
        ),
        "nd30": Layout(
            name="nd30", margins=(20, 20, 30, 15), head=13, left_head=13, motto=14, number=13, date=13,
            title=14, abstract=14, body=14, first_line=1.27, line=None, after=6, star=False, date_below=False,
            dashes=False, recipients=(12, 11), recipients_underlined=False, page_number=13,
        ),
    }
)  # fmt: skip
