"""`baonhanh rota export`: the duty rota from this week on, as a table that `rota import` understands."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from bot.commands.session import Session
from bot.commands.units import unit_called
from bot.usage import Parser

EXAMPLES = """\
  baonhanh rota export rota.csv --unit PM
"""


def options(parser: Parser) -> None:
    """A file and a unit."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--unit", metavar="CODE", required=True)


def act(session: Session) -> int:
    """Write the file."""
    from domain.rota_list import HEADER
    from office import rota

    zone = session.settings.calendar.tz
    with session.database() as database:
        unit_id = unit_called(session, database, session.args.unit).id
        shifts = database.read(lambda c: rota.planned(c, unit_id, session.clock(), zone))
    table = io.StringIO(newline="")
    lines = csv.writer(table)
    lines.writerow(HEADER)
    for one in shifts:
        hours = (f"{at.astimezone(zone):%d/%m/%Y %H:%M}" for at in (one.start, one.end))
        lines.writerow([*hours, one.label])
    session.args.file.write_bytes(table.getvalue().encode("utf-8-sig"))
    return 0
