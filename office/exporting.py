"""Files for other programs (DESIGN §8): row by row, whatever their number. Reports never with the reporter;
obligations with the label, for coordinators.

Texts are masked already. What a spreadsheet would take for a formula is kept a text.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import IO, Any

from sqlalchemy import Connection

from domain.access import Thing
from messages import Say, say
from office import access
from storage import audit, obligations, reports, units

FIELDS = (
    "code", "at", "period", "unit", "area", "topic", "tone", "level", "said", "forecast", "proposal",
    "channel", "status", "nil", "attachments",
)  # fmt: skip

OWED = ("unit", "period", "person", "state", "on_time", "reason")
"""How each person stands, not when they reported: beside the reports' `at` that would tell whose is which."""

Row = Mapping[str, Any]
Fields = tuple[str, ...]

_FORMULA = re.compile(r"\s*[=+\-@\t\r]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Exporter:
    """Who has something written out, and why; `units`: those whose rows this person may have (None: all)."""

    actor: str = audit.TERMINAL
    reason: str | None = None
    units: frozenset[int] | None = None


class NotAllowedError(Exception):
    """This person may not have that. `sentence` says so."""

    def __init__(self, sentence: Say) -> None:
        """Keep the sentence."""
        super().__init__(sentence.id)
        self.sentence = sentence


def exporter(
    connection: Connection, person_id: int, what: str, on: date, reason: str | None = None
) -> Exporter:
    """A person as the one who exports on that local day, limited to the units in which `office.access` lets
    the places held by the roles that `what` is for read such things.

    Raises NotAllowedError: reports are for coordinators only, an administrator has no text of them
    (DOMAIN §11.5); raises KeyError for another kind.
    """
    kind, who = KINDS[what], access.viewer(connection, person_id, on)
    held = replace(who, seats=tuple(seat for seat in who.seats if seat[1] in kind.roles))
    units = access.units_for(connection, held, kind.thing, "read")
    if not units:
        raise NotAllowedError(say(f"export-not-{what}", who=f"CTV-{person_id}"))
    return Exporter(f"CTV-{person_id}", reason, units)


def export(
    connection: Connection,
    what: str,
    format: str,
    out: IO[bytes],
    *,
    period: str | None = None,
    units: Collection[int] | None = None,
    sealed: bool = False,
    progress: Callable[[int], None] = lambda done: None,
) -> int:
    """Write all "reports" or "obligations" (of one period, of these units) to `out` as "jsonl", "csv" or
    "xlsx"; gives how many rows. What only the unit above sees (sealed reports, people of the direct line) is
    left out unless `sealed`.

    Raises KeyError for another kind or format.
    """
    kind = KINDS[what]
    done = 0

    def counted() -> Iterable[Row]:
        nonlocal done
        for row in kind.read(connection, period, units, sealed):
            yield {**row, kind.instant: _utc(row[kind.instant])} if kind.instant else row
            done += 1
            progress(done)

    WRITERS[format](kind.fields, counted(), out)
    return done


def _utc(instant: datetime | None) -> str | None:
    return instant.isoformat().replace("+00:00", "Z") if instant else None


def note_export(
    connection: Connection,
    by: Exporter,
    what: str,
    *,
    format: str,
    period: str | None,
    sealed: bool,
    now: datetime,
) -> None:
    """Who has reports or obligations written out is not forgotten (DOMAIN §7).

    To be called before the first row leaves: whoever stops half way has had rows too.
    """
    rows = KINDS[what].count(connection, period, by.units, sealed)
    detail: dict[str, Any] = {"format": format, "rows": rows, "sealed": sealed}
    if by.reason:
        detail["reason"] = by.reason
    if by.units is not None:
        detail["units"] = [code for code, id in sorted(units.ids(connection).items()) if id in by.units]
    audit.note(connection, f"{what}-exported", period, now=now, actor=by.actor, **detail)


def _jsonl(fields: Fields, rows: Iterable[Row], out: IO[bytes]) -> None:
    for row in rows:
        out.write(json.dumps({field: row[field] for field in fields}, ensure_ascii=False).encode() + b"\n")


def _csv(fields: Fields, rows: Iterable[Row], out: IO[bytes]) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)  # Excel needs the mark
    writer = csv.writer(text)
    writer.writerow(fields)
    for row in rows:
        writer.writerow([_harmless(row[field]) for field in fields])
    text.detach()


def _xlsx(fields: Fields, rows: Iterable[Row], out: IO[bytes]) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("baonhanh")
    sheet.append(list(fields))
    for row in rows:
        cells = []
        for field in fields:
            value = row[field]
            cell = WriteOnlyCell(sheet, _CONTROL.sub(" ", value) if isinstance(value, str) else value)
            if isinstance(value, str):
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    book.save(out)


def _harmless(value: object) -> object:
    """A text that a spreadsheet would run as a formula gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


WRITERS: Mapping[str, Callable[[Fields, Iterable[Row], IO[bytes]], None]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "xlsx": _xlsx,
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What can be written out: its fields, the one that is an instant (None: none), where the rows come from
    and how many there are, by (connection, period, units, sealed), the roles that may have them, and what
    reading them is."""

    fields: Fields
    instant: str | None
    read: Callable[[Connection, str | None, Collection[int] | None, bool], Iterable[Row]]
    count: Callable[[Connection, str | None, Collection[int] | None, bool], int]
    roles: frozenset[str]
    thing: Thing


KINDS: Mapping[str, Kind] = {
    "reports": Kind(
        FIELDS, "at", reports.all_reports, reports.count_all, frozenset({"coordinator"}), "report"
    ),
    "obligations": Kind(
        OWED,
        None,
        obligations.all_obligations,
        obligations.count_all,
        frozenset({"coordinator", "administrator"}),
        "person",
    ),
}
