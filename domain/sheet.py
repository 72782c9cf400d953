"""Tables people send: headers in Vietnamese or English, cells as spreadsheets give them, faults line by line.

Nothing here opens a file; `bot/sheets.py` does and hands over lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TypeAlias

from domain.text import fold, nfc
from messages import Say, say

Cell: TypeAlias = str | int | float | datetime | date | None
Columns: TypeAlias = Mapping[str, Collection[str]]
"""Fields and the folded headers under which each may stand."""
Progress: TypeAlias = Callable[[int], None]
"""Told the number of every line read."""

HEADER_WITHIN = 20
LONGEST_TEXT = 200

_YES = frozenset({"co", "x", "1", "true", "yes", "y"})
_NO = frozenset({"khong", "k", "0", "-", "false", "no", "n"})
_EXCEL_BEGAN = date(1899, 12, 30)
_EXCEL_DAYS = (20_000, 80_000)
_DATE = re.compile(
    r"(?:ngay )?(?P<d1>\d{1,2})(?:[/.-]| thang )(?P<m1>\d{1,2})(?:[/.-]| nam )(?P<y1>(?:19|20)\d\d)"
    r"|(?P<y2>(?:19|20)\d\d)-(?P<m2>\d{1,2})-(?P<d2>\d{1,2})(?:[t ]00:00(?::00)?)?"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: its number there and its cells."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Faults:
    """All that is wrong with a file; while there is one fault, nothing of it is taken."""

    texts: tuple[Say, ...]


@dataclass(slots=True)
class Row:
    """A line under its header. Reading it collects what is wrong with it in `faults`."""

    line: int
    cells: dict[str, Cell]
    faults: list[Say] = field(default_factory=list)

    def fault(self, id: str, **args: object) -> None:
        """Note that something is wrong with this line."""
        self.faults.append(fault_in(self.line, say(id, **args)))

    def text(self, name: str, longest: int = LONGEST_TEXT) -> str:
        """The words of a cell, tidied; "" where it is empty."""
        text = as_text(self.cells.get(name))
        if len(text) > longest:
            self.fault("sheet-too-long", text=text[:20], longest=longest)
        return text

    def yes(self, name: str) -> bool | None:
        """Whether a cell says yes; None where it is empty or (a fault) says neither."""
        words = fold(self.text(name))
        if not words or words in _YES or words in _NO:
            return words in _YES if words else None
        self.fault("sheet-no-yes", text=self.text(name))
        return None

    def day(self, name: str) -> date | None:
        """The date in a cell; None where it is empty or (a fault) no date."""
        cell = self.cells.get(name)
        if not as_text(cell):
            return None
        day = as_day(cell)
        if day is None:
            self.fault("sheet-no-date", text=as_text(cell))
        return day

    def term(self, first: str, last: str) -> tuple[date | None, date | None]:
        """Two dates in order; the wrong order is a fault."""
        begins, ends = self.day(first), self.day(last)
        if begins and ends and ends < begins:
            self.fault("sheet-dates-crossed", first=f"{begins:%d/%m/%Y}", last=f"{ends:%d/%m/%Y}")
        return begins, ends


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows below a header, and the headers nobody understood."""

    rows: Iterator[Row]
    ignored: tuple[str, ...]


def under_header(
    lines: Iterable[Line], columns: Columns, needed: Collection[str], progress: Progress
) -> Sheet | Faults:
    """Find the header among the first lines and give the rows below it, empty ones left out.

    The header is the first line that names all of `needed`; titles above it are skipped.
    """
    lines = iter(lines)
    missing: list[str] = list(needed)
    for line in islice(lines, HEADER_WITHIN):
        fields = [_field(cell, columns) for cell in line.cells]
        absent = [name for name in needed if name not in fields]
        if not absent:
            ignored = (as_text(cell) for cell, name in zip(line.cells, fields, strict=True) if not name)
            return Sheet(_rows(lines, fields, progress), tuple(filter(None, ignored)))
        missing = min(missing, absent, key=len)
    return Faults(tuple(say("sheet-no-column", column=say(f"sheet-column-{name}")) for name in missing))


def fault_in(line: int, problem: Say) -> Say:
    """A fault with the number of its line before it."""
    return say("sheet-line", line=str(line), problem=problem)


def as_text(cell: Cell) -> str:
    """What a cell shows: NFC, single spaces, whole numbers without a decimal point."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(nfc(str(cell)).split())


def as_day(cell: Cell) -> date | None:
    """The date a cell means; None where it means none.

    Understood: dates, Excel's numbers for them, 30/11/2026, 2026-11-30, "ngày 30 tháng 11 năm 2026".
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float):
        return _EXCEL_BEGAN + timedelta(int(cell)) if _EXCEL_DAYS[0] <= cell < _EXCEL_DAYS[1] else None
    words = fold(as_text(cell))
    if found := _DATE.fullmatch(words):
        parts = {name[0]: int(part) for name, part in found.groupdict().items() if part}
        with suppress(ValueError):
            return date(parts["y"], parts["m"], parts["d"])
    return None


def _field(cell: Cell, columns: Columns) -> str | None:
    words = re.sub(r"\(.*?\)", " ", fold(as_text(cell)))
    header = " ".join(re.findall("[a-z0-9]+", words))
    return next((name for name, headers in columns.items() if header in headers), None)


def _rows(lines: Iterator[Line], fields: list[str | None], progress: Progress) -> Iterator[Row]:
    for line in lines:
        progress(line.number)
        cells: dict[str, Cell] = {}
        for name, cell in zip(fields, line.cells, strict=False):
            if name and as_text(cell):
                cells.setdefault(name, cell)
        if cells:
            yield Row(line.number, cells)
