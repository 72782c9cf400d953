"""`baonhanh export`: what is kept, as a file for other programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from bot.commands.progress import progress
from bot.commands.session import CommandError, Session
from bot.usage import Parser
from messages import say

if TYPE_CHECKING:
    from storage.database import Database

EXAMPLES = """\
  baonhanh export reports --format jsonl
  baonhanh export reports --format xlsx --period 2026-11 --out november.xlsx
  baonhanh export reports --format xlsx --sealed --out for-the-upper-unit.xlsx
  baonhanh export obligations --format csv --period 2026-11 --out obligations.csv
"""

KINDS = ("reports", "obligations")


def options(parser: Parser) -> None:
    """What, how, of which period, where to."""
    parser.add_argument("what", choices=KINDS, metavar="|".join(KINDS))
    parser.add_argument("--format", choices=("jsonl", "csv", "xlsx"), default="jsonl")
    parser.add_argument("--period", metavar="CODE")
    parser.add_argument("--sealed", action="store_true")
    parser.add_argument("--out", type=Path, metavar="FILE")


def act(session: Session) -> int:
    """Write the file, and note that it was written."""
    from office.exporting import export, note_export

    args, now = session.args, session.clock()
    if args.format == "xlsx" and args.out is None and sys.stdout.isatty():
        raise CommandError(say("cli-export-binary"))
    with session.database() as database:
        _require_period(session, database)
        with _output(args.out) as out, progress(session.words.render(say("cli-exporting"))) as tell:
            rows = database.read(
                lambda c: export(
                    c, args.what, args.format, out, period=args.period, sealed=args.sealed, progress=tell
                )
            )
        database.write_now(
            lambda c: note_export(
                c, args.what, format=args.format, period=args.period, sealed=args.sealed, rows=rows, now=now
            )
        )
    if args.out is not None:
        session.note(say(f"cli-exported-{args.what}", n=rows, file=str(args.out)))
    return 0


def _require_period(session: Session, database: Database) -> None:
    """A mistyped period is an error, not an empty file."""
    from storage import periods

    wanted = session.args.period
    known = database.read(periods.all_codes)
    if wanted is not None and wanted not in known:
        raise CommandError(say("cli-no-period", period=wanted, known=", ".join(known[-6:]) or "–"))


@contextmanager
def _output(file: Path | None) -> Iterator[IO[bytes]]:
    """A private file that is there only when whole, or standard output."""
    if file is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part = file.with_name(f".{file.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            yield out
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
