"""`baonhanh periods list`: the periods of a unit, and how they stand."""

from __future__ import annotations

import json

from bot.commands.session import Session
from bot.commands.terms import unit_options
from bot.commands.units import unit_called
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh periods list --unit PM
  baonhanh periods list --unit PM --json
"""

MOST = 12


def options(parser: Parser) -> None:
    """A unit."""
    unit_options(parser)
    parser.add_argument("--json", action="store_true")


def act(session: Session) -> int:
    """One period a line, the earliest first: those begun lately and those to come."""
    from domain.terms import state_of
    from storage import obligations, periods

    now, tz = session.clock(), session.settings.calendar.tz
    with session.database() as database:
        unit = unit_called(session, database, session.args.unit)
        rows = database.read(lambda c: periods.all_of(c, unit.id, MOST))
        counts = database.read(lambda c: obligations.counts(c, [row.id for row in rows]))
    for row in rows:
        state = state_of(now, row.start_at, row.due_at, row.cutoff_at, row.locked_at)
        local = {
            "start": row.start_at.astimezone(tz),
            "end": row.end_at.astimezone(tz),
            "due": row.due_at.astimezone(tz),
            "cutoff": row.cutoff_at.astimezone(tz),
        }
        if session.args.json:
            told = {name: at.isoformat() for name, at in local.items()}
            session.say(
                json.dumps(
                    {"unit": unit.code, "code": row.code, "name": row.name, "programme": row.programme}
                    | {"state": state, **told, **counts[row.id]},
                    ensure_ascii=False,
                )
            )
            continue
        shown = {name: f"{at:%H:%M %d/%m/%Y}" for name, at in local.items()}
        session.say(
            say(
                "cli-term-request" if row.programme == periods.REQUEST else "cli-term",
                code=row.code,
                name=row.name,
                state=say(f"term-{state}"),
                **shown,
                **counts[row.id],
            )
        )
    return 0
