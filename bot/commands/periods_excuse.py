"""`baonhanh periods excuse`: somebody owes nothing for a period."""

from __future__ import annotations

from bot.commands.session import CommandError, Session
from bot.commands.terms import period_meant, period_options, person_meant, post_on
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh periods excuse --unit PM --period 2026-11 --person "Tổ 5 – Lan" --reason "nghỉ phép"
  baonhanh periods excuse --unit PM --period 2026-11 --person CTV-17 --reason "nghỉ phép"
"""

REASON = 200


def options(parser: Parser) -> None:
    """A period, a person, a reason."""
    period_options(parser)
    parser.add_argument("--person", required=True, metavar="LABEL")
    parser.add_argument("--reason", required=True)


def act(session: Session) -> int:
    """Excuse the person."""
    from office.decisions import excuse

    with session.database() as database:
        row = period_meant(session, database)
        who = database.read(lambda c: person_meant(c, session.args.person, row.unit_id))
        reason = session.args.reason[:REASON]
        problem = database.write_now(lambda c: excuse(post_on(session, c), row, who, reason, by=None))
    if problem is not None:
        raise CommandError(problem)
    session.say(say("c-excused"))
    return 0
