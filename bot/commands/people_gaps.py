"""`baonhanh people gaps`: areas and units without anybody, and terms that end."""

from __future__ import annotations

import json

from bot.commands.session import Session
from bot.commands.units import unit_called
from bot.usage import Parser

EXAMPLES = """\
  baonhanh people gaps
  baonhanh people gaps --unit PM --json
"""


def options(parser: Parser) -> None:
    """A unit and what is below it, else everything."""
    parser.add_argument("--unit", metavar="CODE")
    parser.add_argument("--json", action="store_true")


def act(session: Session) -> int:
    """Say what is missing."""
    from domain.gaps import gap_lines
    from office.gaps import in_units
    from storage import directory

    with session.database() as database:
        if session.args.unit:
            unit = unit_called(session, database, session.args.unit)
            units = database.read(lambda c: directory.below(c, unit.id, session.today))
        else:
            units = [one.id for one in database.read(directory.all_units)]
        found = database.read(lambda c: in_units(c, units, units, session.today))
    if not session.args.json:
        session.say(*gap_lines(found))
        return 0
    told: dict[str, object] = {
        "uncovered": found.uncovered, "uncoordinated": found.uncoordinated, "unwatched": found.unwatched,
    }  # fmt: skip
    for name, terms in (("ending", found.ending), ("ended", found.ended)):
        told[name] = [
            {"label": one.label, "role": one.role, "unit": one.unit, "to": one.to_on.isoformat()}
            for one in terms
        ]
    session.say(json.dumps(told, ensure_ascii=False))
    return 0
