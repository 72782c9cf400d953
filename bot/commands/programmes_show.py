"""`baonhanh programmes show`: one joint programme."""

from __future__ import annotations

from bot.commands.session import CommandError, Session
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh programmes show CT-2022
"""


def options(parser: Parser) -> None:
    """Its code."""
    parser.add_argument("code", metavar="CODE")


def act(session: Session) -> int:
    """Its days, its parties and what each shares, the next review."""
    from office.post import Post
    from office.programmes import lines_of
    from storage import programmes

    now, zone = session.clock(), session.settings.calendar.zone
    with session.database() as database:
        rows = {row.code.casefold(): row for row in database.read(programmes.listed)}
        row = rows.get(session.args.code.casefold())
        if row is None:
            known = ", ".join(one.code for one in rows.values()) or "–"
            raise CommandError(say("cli-no-programme", code=session.args.code, known=known))
        session.say(*database.read(lambda c: tuple(lines_of(Post(c, now, zone=zone), row))))
    return 0
