"""A rota as a table: who is on duty from when to when. All faults at once; with one, nothing is taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from domain.rota import Watch
from domain.sheet import Cell, Columns, Faults, Line, Progress, Row, as_text, under_header
from domain.text import fold
from domain.when import read_moment
from messages import Say, say

HEADER = ("từ", "đến", "người trực")
COLUMNS: Columns = {
    "since": ("tu", "bat dau", "from", "start"),
    "until": ("den", "ket thuc", "to", "until", "end"),
    "officer": ("nguoi truc", "can bo truc", "ho ten", "ho va ten", "who", "officer", "name"),
}


@dataclass(frozen=True, slots=True)
class RotaList:
    """The shifts of a file, the earliest first, and headers nobody understood."""

    shifts: tuple[Watch, ...]
    ignored: tuple[str, ...]


def read_rota(
    lines: Iterable[Line],
    officers: Mapping[str, int | None],
    now: datetime,
    zone: ZoneInfo,
    progress: Progress = lambda done: None,
) -> RotaList | Faults:
    """The shifts of a table. `officers`: folded labels and "ctv-17" of the duty list; None where a label is
    that of several."""
    sheet = under_header(lines, COLUMNS, tuple(COLUMNS), progress)
    if isinstance(sheet, Faults):
        return sheet
    shifts: list[Watch] = []
    faults: list[Say] = []
    for row in sheet.rows:
        start, end, who = (
            _moment(row, "since", now, zone),
            _moment(row, "until", now, zone),
            row.text("officer"),
        )
        person_id = officers.get(fold(who))
        if not who:
            row.fault("sheet-no-cell", column=say("sheet-column-officer"))
        elif person_id is None:
            row.fault("rota-several-called" if fold(who) in officers else "rota-nobody-called", who=who)
        if start and end and end <= start:
            row.fault("rota-crossed", since=as_text(row.cells["since"]), until=as_text(row.cells["until"]))
        faults += row.faults
        if start and end and person_id:
            shifts.append(Watch(start, end, person_id, who))
    if not faults and not shifts:
        faults = [say("sheet-empty")]
    ordered = tuple(sorted(shifts, key=lambda one: (one.start, one.end)))
    return Faults(tuple(faults)) if faults else RotaList(ordered, sheet.ignored)


def _moment(row: Row, name: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Day and hour of a cell: "23/11/2026 07:30", or a spreadsheet's own."""
    cell: Cell = row.cells.get(name)
    if isinstance(cell, datetime):
        cell = f"{cell:%d/%m/%Y %H:%M}"
    words = as_text(cell)
    found = read_moment(words, now, zone, time()) if words else None
    if not words:
        row.fault("sheet-no-cell", column=say(f"sheet-column-{name}"))
    elif found is None:
        row.fault("rota-no-moment", text=words)
    return found
