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
from bot.commands.terms import anybody_meant
from bot.usage import Parser
from messages import say

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from office.exporting import Exporter
    from storage.database import Database

EXAMPLES = """\
  baonhanh export reports --format jsonl --as CTV-3
  baonhanh export reports --format xlsx --period 2026-11 --out november.xlsx --as "Bà Lan"
  baonhanh export reports --format xlsx --sealed --out sealed.xlsx --operator --reason "Cho cấp trên"
  baonhanh export obligations --format csv --operator --reason "Lưu trữ cuối năm"
"""

KINDS = ("reports", "obligations")

AS = "BAONHANH_AS"
"""The variable that names who exports where `--as` does not."""

UNSAID = "không nêu"
"""The reason of an export that names nobody (ADR 17): the line of DESIGN §8 goes on working."""


def options(parser: Parser) -> None:
    """What, how, of which period, where to; who exports and why."""
    parser.add_argument("what", choices=KINDS, metavar="|".join(KINDS))
    parser.add_argument("--format", choices=("jsonl", "csv", "xlsx"), default="jsonl")
    parser.add_argument("--period", metavar="CODE")
    parser.add_argument("--sealed", action="store_true")
    parser.add_argument("--out", type=Path, metavar="FILE")
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--as", dest="exporter", metavar="PERSON", help=parser.sentence("cli-option-exporter"))
    who.add_argument("--operator", action="store_true", help=parser.sentence("cli-option-operator"))
    parser.add_argument("--reason", dest="why", metavar="TEXT")


def act(session: Session) -> int:
    """Note who exports, then write the file."""
    from office.exporting import export, note_export

    args, now = session.args, session.clock()
    if args.format == "xlsx" and args.out is None and sys.stdout.isatty():
        raise CommandError(say("cli-export-binary"))
    with session.database() as database:
        _require_period(session, database)
        by = database.read(lambda c: _exporter(session, c))
        with _output(args.out) as out, progress(session.words.render(say("cli-exporting"))) as tell:
            database.write_now(
                lambda c: note_export(
                    c, by, args.what, format=args.format, period=args.period, sealed=args.sealed, now=now
                )
            )
            rows = database.read(
                lambda c: export(
                    c,
                    args.what,
                    args.format,
                    out,
                    period=args.period,
                    units=by.units,
                    sealed=args.sealed,
                    progress=tell,
                )
            )
    if args.out is not None:
        session.note(say(f"cli-exported-{args.what}", n=rows, file=str(args.out)))
    return 0


def _exporter(session: Session, connection: Connection) -> Exporter:
    """Who exports: a person, or whoever may run commands here, for a reason. Raises CommandError,
    NotAllowedError."""
    from domain.reasons import is_reason
    from office.exporting import Exporter, exporter

    args = session.args
    if args.why is not None and not is_reason(args.why):
        raise CommandError(say("e-reason"))
    who = args.exporter or ("" if args.operator else session.environ.get(AS, ""))
    if who:
        return exporter(connection, anybody_meant(connection, who), args.what, session.today, args.why)
    if args.operator and args.why is None:
        raise CommandError(say("export-reason"))
    if args.why is None:
        session.note(say("export-unnamed"))
    return Exporter(reason=args.why or UNSAID)


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
