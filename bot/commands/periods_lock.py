"""`baonhanh periods lock`: freeze a period."""

from __future__ import annotations

from bot.commands.session import CommandError, Session
from bot.commands.terms import period_meant, period_options, plan_for, post_on
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh periods lock --unit PM --period 2026-11
"""


def options(parser: Parser) -> None:
    """A period."""
    period_options(parser)


def act(session: Session) -> int:
    """Lock it, and say where reports count from now on."""
    from office.decisions import lock
    from storage import periods

    plan = plan_for(session)
    with session.database() as database:
        row = period_meant(session, database)
        problem = database.write_now(lambda c: lock(post_on(session, c), plan, row, by=None))
        if problem is not None:
            raise CommandError(problem)
        after = database.read(lambda c: periods.running(c, row.unit_id, session.clock()))
    session.say(say("c-locked", period=row.name, next=after.name if after else "none"))
    return 0
