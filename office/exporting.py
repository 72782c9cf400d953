"""Files for other programs (DESIGN §8): row by row, whatever their number. Reports never with the reporter;
obligations with the label, for coordinators.

Texts are masked already. What a spreadsheet would take for a formula is kept a text.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import IO, Any

from sqlalchemy import Connection

from storage import audit, obligations, reports

FIELDS = (
    "code", "at", "period", "unit", "area", "topic", "tone", "level", "said", "forecast", "proposal",
    "channel", "status", "nil", "attachments",
)  # fmt: skip

OWED = ("unit", "period", "person", "state", "settled_at", "on_time", "reason")

Row = Mapping[str, Any]
Fields = tuple[str, ...]

_FORMULA = re.compile(r"\s*[=+\-@\t\r]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def export(
    connection: Connection,
    what: str,
    format: str,
    out: IO[bytes],
    *,
    period: str | None = None,
    sealed: bool = False,
    progress: Callable[[int], None] = lambda done: None,
) -> int:
    """Write all "reports" or "obligations" (of one period) to `out` as "jsonl", "csv" or "xlsx"; gives how
    many rows. What only the unit above sees (sealed reports, people of the direct line) is left out unless
    `sealed`.

    Raises KeyError for another kind or format.
    """
    fields, instant, read = KINDS[what]
    done = 0

    def counted() -> Iterable[Row]:
        nonlocal done
        for row in read(connection, period, sealed=sealed):
            yield {**row, instant: _utc(row[instant])}
            done += 1
            progress(done)

    WRITERS[format](fields, counted(), out)
    return done


def _utc(instant: datetime | None) -> str | None:
    return instant.isoformat().replace("+00:00", "Z") if instant else None


def note_export(
    connection: Connection,
    what: str,
    *,
    format: str,
    period: str | None,
    sealed: bool,
    rows: int,
    now: datetime,
) -> None:
    """Who had reports or obligations written out is not forgotten (DOMAIN §7)."""
    audit.note(connection, f"{what}-exported", period, now=now, format=format, sealed=sealed, rows=rows)


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

KINDS: Mapping[str, tuple[Fields, str, Callable[..., Iterable[Row]]]] = {
    "reports": (FIELDS, "at", reports.all_reports),
    "obligations": (OWED, "settled_at", obligations.all_obligations),
}
"""(fields, the one that is an instant, where the rows come from) of what can be written out."""
