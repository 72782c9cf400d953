"""`baonhanh periods change`: another deadline for a period."""

from __future__ import annotations

from datetime import time

from bot.commands.session import CommandError, Session
from bot.commands.terms import instant_of, period_meant, period_options, plan_for, post_on
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh periods change --unit PM --period 2026-11 --due "2026-11-25 17:00"
  baonhanh periods change --unit PM --period 2026-11 --due "25/11 17:00" --cutoff "27/11 9h"
"""


def options(parser: Parser) -> None:
    """A period, its new deadline, and its cut-off if it is not the one that goes with it."""
    period_options(parser)
    parser.add_argument("--due", required=True, metavar="WHEN")
    parser.add_argument("--cutoff", metavar="WHEN")


def act(session: Session) -> int:
    """Move it, and say what goes with it."""
    from domain.when import moment
    from office.decisions import move_deadline
    from storage import periods

    plan, tz = plan_for(session), session.settings.calendar.tz
    with session.database() as database:
        row = period_meant(session, database)
        due = instant_of(session, session.args.due, row.due_at.astimezone(tz).time())
        cutoff = instant_of(session, session.args.cutoff, time(17)) if session.args.cutoff else None
        problem = database.write_now(
            lambda c: move_deadline(post_on(session, c), plan, row, due, cutoff, by=None)
        )
        if problem is not None:
            raise CommandError(problem)
        moved = database.read(lambda c: periods.find(c, row.id)) or row
    if not plan.calendar.is_working_day(plan.calendar.day_of(due)):
        session.note(say("p-day-off", date=f"{due.astimezone(tz):%d/%m/%Y}"))
    due_said, cutoff_said = moment(moved.due_at, tz), moment(moved.cutoff_at, tz)
    session.say(say("c-moved", period=row.name, due=due_said, cutoff=cutoff_said))
    return 0
