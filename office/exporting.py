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


def export_reports(
    connection: Connection,
    format: str,
    out: IO[bytes],
    *,
    period: str | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> int:
    """Write every report (of one period) to `out` as "jsonl", "csv" or "xlsx"; gives how many.

    Raises KeyError for another format.
    """
    rows = ({**row, "at": _utc(row["at"])} for row in reports.all_reports(connection, period))
    return _write(FIELDS, rows, format, out, progress)


def export_obligations(
    connection: Connection,
    format: str,
    out: IO[bytes],
    *,
    period: str | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> int:
    """Write what everybody owed (for one period) and what became of it; gives how many rows.

    Raises KeyError for another format.
    """
    found = obligations.all_obligations(connection, period)
    rows = ({**row, "settled_at": _utc(row["settled_at"])} for row in found)
    return _write(OWED, rows, format, out, progress)


def _utc(instant: datetime | None) -> str | None:
    return instant.isoformat().replace("+00:00", "Z") if instant else None


def _write(
    fields: Fields, rows: Iterable[Row], format: str, out: IO[bytes], progress: Callable[[int], None]
) -> int:
    done = 0

    def counted() -> Iterable[Row]:
        nonlocal done
        for row in rows:
            yield row
            done += 1
            progress(done)

    WRITERS[format](fields, counted(), out)
    return done


def note_export(
    connection: Connection, what: str, *, format: str, period: str | None, rows: int, now: datetime
) -> None:
    """Who had reports or obligations written out is not forgotten (DOMAIN §7)."""
    audit.note(connection, f"{what}-exported", period, now=now, format=format, rows=rows)


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
