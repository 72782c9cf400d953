"""Reports as a file for other programs (DESIGN §8): row by row, whatever their number; never the reporter.

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

from storage import audit, reports

FIELDS = (
    "code", "at", "period", "unit", "area", "topic", "tone", "level", "said", "forecast", "proposal",
    "channel", "status", "nil", "attachments",
)  # fmt: skip

Row = Mapping[str, Any]

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
    done = 0

    def counted() -> Iterable[Row]:
        nonlocal done
        for row in reports.all_reports(connection, period):
            yield {**row, "at": row["at"].isoformat().replace("+00:00", "Z")}
            done += 1
            progress(done)

    WRITERS[format](counted(), out)
    return done


def note_export(connection: Connection, *, format: str, period: str | None, rows: int, now: datetime) -> None:
    """Who had the reports written out is not forgotten (DOMAIN §7)."""
    audit.note(connection, "reports-exported", period, now=now, format=format, rows=rows)


def _jsonl(rows: Iterable[Row], out: IO[bytes]) -> None:
    for row in rows:
        out.write(json.dumps({field: row[field] for field in FIELDS}, ensure_ascii=False).encode() + b"\n")


def _csv(rows: Iterable[Row], out: IO[bytes]) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)  # Excel needs the mark
    writer = csv.writer(text)
    writer.writerow(FIELDS)
    for row in rows:
        writer.writerow([_harmless(row[field]) for field in FIELDS])
    text.detach()


def _xlsx(rows: Iterable[Row], out: IO[bytes]) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("reports")
    sheet.append(list(FIELDS))
    for row in rows:
        cells = []
        for field in FIELDS:
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


WRITERS: Mapping[str, Callable[[Iterable[Row], IO[bytes]], None]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "xlsx": _xlsx,
}
