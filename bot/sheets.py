"""Opens the lists people send: Excel (.xlsx) or text (.csv), whatever program wrote them."""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Iterator
from pathlib import Path

from domain.sheet import Cell, Line
from messages import Say, say

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_SAMPLE = 20


class SheetError(Exception):
    """A file that cannot be read as a table; `text` is the sentence for the person."""

    def __init__(self, text: Say) -> None:
        super().__init__(text.id)
        self.text = text


def read_sheet(path: Path) -> list[Line]:
    """The lines of the first sheet of `path`, numbered as the person sees them; empty ones left out.

    Goes by the content, not the file's name. Text may be UTF-8, UTF-16 or CP1258, cut by commas, semicolons
    or tabs. Raises SheetError (no table, an old .xls, a password) or OSError (cannot be opened).
    """
    data = path.read_bytes()
    if data.startswith(_OLD_EXCEL):
        raise SheetError(say("sheet-old-excel"))
    try:
        rows = _excel(data) if data.startswith(_ZIP) else _text(data)
        return [
            Line(number, cells) for number, cells in rows if any(cell not in (None, "") for cell in cells)
        ]
    except Exception as broken:  # readers of foreign files raise what they like
        raise SheetError(say("sheet-broken")) from broken


def _excel(data: bytes) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    import openpyxl  # heavy: only imports of lists pay for it

    with warnings.catch_warnings(action="ignore"):  # about decorations it does not know
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # some programs write wrong ones
        yield from enumerate(sheet.iter_rows(values_only=True), 1)


def _text(data: bytes) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    text = _decode(data)
    if "\0" in text:
        raise ValueError("not a text")
    delimiter = max(",;\t", key=lambda sign: _cuts(text, sign))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    last = 0
    for cells in reader:
        yield last + 1, tuple(cells)
        last = reader.line_num


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1258")


def _cuts(text: str, delimiter: str) -> int:
    """Into how many cells a sign cuts the first lines."""
    sample = text.splitlines()[:_SAMPLE]
    return sum(len(cells) - 1 for cells in csv.reader(sample, delimiter=delimiter))
