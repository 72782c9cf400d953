"""`baonhanh periods extend`: take one person's report after the cut-off."""

from __future__ import annotations

from datetime import time

from bot.commands.session import CommandError, Session
from bot.commands.terms import instant_of, period_meant, period_options, person_meant, post_on
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh periods extend --unit PM --period 2026-11 --person CTV-17 --until "27/11 10h"
"""


def options(parser: Parser) -> None:
    """A period, a person, until when."""
    period_options(parser)
    parser.add_argument("--person", required=True, metavar="LABEL")
    parser.add_argument("--until", required=True, metavar="WHEN")


def act(session: Session) -> int:
    """Grant it; the person is told by the running process."""
    from bot.plans import reminding_of
    from domain.when import moment
    from office.decisions import take_late
    from storage import people

    tz = session.settings.calendar.tz
    manners = reminding_of(session.settings, frozenset()).manners(session.clock())
    with session.database() as database:
        row = period_meant(session, database)
        who = database.read(lambda c: person_meant(c, session.args.person, row.unit_id))
        until = instant_of(session, session.args.until, time(17))
        problem = database.write_now(
            lambda c: take_late(post_on(session, c), manners, row, who, until, by=None)
        )
        label = database.read(lambda c: people.label_of(c, who))
    if problem is not None:
        raise CommandError(problem)
    session.say(say("c-extended", period=row.name, who=label, until=moment(until, tz)))
    return 0
