"""`baonhanh units import`: take a list of units over."""

from __future__ import annotations

from pathlib import Path

from bot.commands.lists import told_ignored, understood
from bot.commands.progress import progress
from bot.commands.session import Session
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh units import units.csv            (code,name,type,parent,valid_from)
  baonhanh units import units.csv --apply
"""

SHOWN = 20


def options(parser: Parser) -> None:
    """A file; without --apply it is only looked at."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--apply", action="store_true")


def act(session: Session) -> int:
    """Say what the list would do; do it if asked."""
    from domain.unit_list import read_units
    from office.units import apply_units
    from storage import units

    now = session.clock()
    with session.database() as database:
        known = database.read(units.listed)
        plan = understood(session, session.args.file, lambda lines, tell: read_units(lines, known, tell))
        told_ignored(session, plan.ignored)
        for id, several in (("cli-unit-new", plan.added), ("cli-unit-changed", plan.changed)):
            session.say(*(say(id, code=unit.code, name=unit.name) for unit in several[:SHOWN]))
            if len(several) > SHOWN:
                session.say(say("cli-and-more", n=len(several) - SHOWN))
        session.say(
            say("cli-units-found", new=len(plan.added), changed=len(plan.changed), same=len(plan.same))
        )
        if not session.args.apply:
            session.note(say("cli-dry-run"))
            return 0
        total = len(plan.added) + len(plan.changed)
        with progress(session.words.render(say("cli-writing")), total) as tell:
            database.write_now(lambda c: apply_units(c, plan, now, tell))
        session.note(say("cli-applied"))
    return 0
