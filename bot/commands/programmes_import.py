"""`baonhanh programmes import`: take a list of joint programmes over."""

from __future__ import annotations

from pathlib import Path

from bot.commands.lists import told_ignored, understood
from bot.commands.session import Session
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh programmes import programmes.csv            (programme,name,from,to,party,shares)
  baonhanh programmes import programmes.csv --apply
"""


def options(parser: Parser) -> None:
    """A file; without --apply it is only looked at."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--apply", action="store_true")


def act(session: Session) -> int:
    """Say what the list would do; do it if asked."""
    from domain.programmes import read_programmes
    from office.programmes import apply_programmes, known
    from office.units import names_on

    now = session.clock()
    with session.database() as database:
        names = database.read(lambda c: names_on(c, session.today))
        before = database.read(known)
        plan = understood(
            session, session.args.file, lambda lines, tell: read_programmes(lines, names, before, tell)
        )
        told_ignored(session, plan.ignored)
        for id, several in (("cli-programme-new", plan.added), ("cli-programme-changed", plan.changed)):
            session.say(*(say(id, code=one.code, name=one.name, n=len(one.parties)) for one in several))
        counts = {"new": len(plan.added), "changed": len(plan.changed), "same": len(plan.same)}
        session.say(say("cli-programmes-found", **counts))
        if not session.args.apply:
            session.note(say("cli-dry-run"))
            return 0
        database.write_now(lambda c: apply_programmes(c, plan, now))
        session.note(say("cli-applied"))
    return 0
