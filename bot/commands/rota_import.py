"""`baonhanh rota import`: take a duty rota over from a table."""

from __future__ import annotations

from pathlib import Path

from bot.commands.lists import told_ignored, understood
from bot.commands.session import Session
from bot.commands.units import unit_called
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh rota import rota.csv --unit PM            (từ,đến,người trực)
  baonhanh rota import rota.csv --unit PM --apply
"""


def options(parser: Parser) -> None:
    """A file and a unit; without --apply it is only looked at."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--unit", metavar="CODE", required=True)
    parser.add_argument("--apply", action="store_true")


def act(session: Session) -> int:
    """Say what the table would do; do it if asked."""
    from domain.rota import short_moment, watch_line
    from domain.rota_list import read_rota
    from office import rota

    now, zone = session.clock(), session.settings.calendar.tz
    with session.database() as database:
        unit_id = unit_called(session, database, session.args.unit).id
        names = database.read(lambda c: rota.officers_called(c, unit_id))
        found = understood(session, session.args.file, lambda ls, tell: read_rota(ls, names, now, zone, tell))
        told_ignored(session, found.ignored)
        for one in found.shifts:
            session.say(say("rota-shift", since=watch_line(one, zone), who=one.label))
        since, until = found.shifts[0].start, max(one.end for one in found.shifts)
        n = len(found.shifts)
        session.say(say("rota-found", n=n, since=short_moment(since, zone), until=short_moment(until, zone)))
        if not session.args.apply:
            session.note(say("cli-dry-run"))
            return 0
        database.write_now(lambda c: rota.take_over(c, unit_id, found.shifts, now))
        session.note(say("cli-applied"))
    return 0
