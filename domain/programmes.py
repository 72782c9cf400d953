"""Programmes several bodies run together: who is a party, until when, what each lets the others see.

A party shares nothing of its own ("own"), its figures ("counts"), or its figures and its matters ("matters");
never a report, never a reporter (DOMAIN §1 rows 41, 45). It is looked at again every year.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.sheet import Faults, Line, Progress, Row, fault_in, under_header
from domain.text import fold
from domain.unit_names import UnitNames
from messages import Say, Text, say

OWN: Final = "own"
COUNTS: Final = "counts"
MATTERS: Final = "matters"
SHARES: Final = (OWN, COUNTS, MATTERS)
"""What a party lets the others see, each more than the one before."""

COLUMNS: Mapping[str, Collection[str]] = {
    "programme": {"ma", "chuong trinh", "ma chuong trinh", "programme", "code"},
    "name": {"ten", "ten chuong trinh", "name"},
    "from": {"tu", "tu ngay", "from", "start"},
    "to": {"den", "den ngay", "den het ngay", "to", "end"},
    "content": {"noi dung", "content"},
    "owner": {"chu tri", "don vi chu tri", "owner", "lead"},
    "party": {"ben", "don vi", "ma don vi", "ben tham gia", "party", "party unit", "party unit code", "unit"},
    "shares": {"chia se", "muc chia se", "dung chung", "shares", "sharing"},
}
WORDS: Mapping[str, Collection[str]] = {
    OWN: {"own", "rieng", "khong", "khong chia se"},
    COUNTS: {"counts", "so lieu", "tong hop", "so lieu tong hop"},
    MATTERS: {"matters", "van de", "so lieu va van de"},
}
LONGEST_CODE: Final = 24
LONGEST_CONTENT: Final = 2000


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme as a list has it: `owner` and parties (unit, shares) by the codes of their units,
    parties in the order of the codes."""

    code: str
    name: str
    from_on: date
    to_on: date | None
    content: str
    owner: str
    parties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProgrammePlan:
    """What applying a list would do."""

    added: tuple[Programme, ...]
    changed: tuple[Programme, ...]
    same: tuple[Programme, ...]
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """A programme of one's unit: who and until when (`lines`), the figures and the matters of the others."""

    id: int
    name: str
    lines: tuple[Text, ...]
    figures: tuple[Text, ...]
    matters: tuple[Text, ...]


def is_running(from_on: date, to_on: date | None, on: date) -> bool:
    """Whether a programme runs on that day; its last day counts."""
    return from_on <= on and (to_on is None or on <= to_on)


def review_on(from_on: date, to_on: date | None, on: date) -> date:
    """When it is looked at next: a year after its beginning and so on, at its end at the latest."""
    years = max(1, on.year - from_on.year)
    found = _years_after(from_on, years)
    if found < on:
        found = _years_after(from_on, years + 1)
    return found if to_on is None else min(found, to_on)


def read_programmes(
    lines: Iterable[Line],
    names: UnitNames,
    known: Iterable[Programme] = (),
    progress: Progress = lambda line: None,
) -> ProgrammePlan | Faults:
    """Understand a list of programmes, a line a party, or say everything that is wrong with it.

    Name, days, content and lead stand in the first line of a programme; the lead is the first party where
    none is named. A programme that is listed has the parties of the list; others are not touched.
    """
    sheet = under_header(lines, COLUMNS, ["programme", "party", "shares"], progress)
    if isinstance(sheet, Faults):
        return sheet
    found: dict[str, Programme] = {}
    faults: list[Say] = []
    for row in sheet.rows:
        one = _programme(row, names, found.get(row.text("programme")))
        if not row.faults:
            found[one.code] = one
        faults += row.faults
    if not found and not faults:
        faults.append(say("sheet-empty"))
    if faults:
        return Faults(tuple(faults))
    found = {code: replace(one, parties=tuple(sorted(one.parties))) for code, one in found.items()}
    before = {one.code: one for one in known}
    return ProgrammePlan(
        tuple(one for one in found.values() if one.code not in before),
        tuple(one for one in found.values() if one.code in before and before[one.code] != one),
        tuple(one for one in found.values() if before.get(one.code) == one),
        sheet.ignored,
    )


def _programme(row: Row, names: UnitNames, begun: Programme | None) -> Programme:
    """A programme with the party of this line, after those of the lines before."""
    for name in ("programme", "party", "shares", *(() if begun else ("name", "from"))):
        if name not in row.cells:
            row.fault("sheet-no-cell", column=say(f"sheet-column-{name}"))
    code, party = row.text("programme"), _unit(row, "party", names)
    if code and not re.fullmatch(rf"[A-Za-z0-9._-]{{1,{LONGEST_CODE}}}", code):
        row.fault("programmes-bad-code", code=code)
    parties = (*(begun.parties if begun else ()), (party, _shares(row)))
    if begun:
        if party in dict(begun.parties):
            row.fault("programmes-party-twice", unit=party, programme=code)
        return Programme(code, begun.name, begun.from_on, begun.to_on, begun.content, begun.owner, parties)
    begins, ends = row.term("from", "to")
    owner = _unit(row, "owner", names) or party
    content = row.text("content", LONGEST_CONTENT)
    return Programme(code, row.text("name"), begins or date.min, ends, content, owner, parties)


def _unit(row: Row, column: str, names: UnitNames) -> str:
    words = row.text(column)
    found = names.find(words) if words else ()
    if words and len(found) != 1:
        row.faults.append(fault_in(row.line, names.why_none(words)))
    return found[0].code if len(found) == 1 else ""


def _shares(row: Row) -> str:
    words = row.text("shares")
    found = next((shares for shares, known in WORDS.items() if fold(words) in known), "")
    if words and not found:
        row.fault("programmes-shares-unknown", shares=words)
    return found


def _years_after(day: date, years: int) -> date:
    """The same day so many years later; 28/2 for 29/2."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
