"""`baonhanh periods preview`: what a rule means in dates."""

from __future__ import annotations

import json
from datetime import date, datetime

from bot.commands.session import CommandError, Session
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh periods preview --rule "monthly last-working-day" --from 2026-11-01 --count 3
  baonhanh periods preview --rule "weekly thu 16:00" --count 5 --json
"""

A_YEAR_HAS = {"week": 52, "month": 12, "quarter": 4, "half": 2, "year": 1}


def options(parser: Parser) -> None:
    """A rule (else the operator's), a day to begin with (else today), how many."""
    parser.add_argument("--rule")
    parser.add_argument("--from", dest="from", type=date.fromisoformat, metavar="DATE")
    parser.add_argument("--count", type=int, default=6, metavar="N")
    parser.add_argument("--json", action="store_true")


def act(session: Session) -> int:
    """One period a line: name, start, end, deadline, cut-off, briefing; local time."""
    from domain.cadence import parse
    from domain.periods import periods

    calendar = session.settings.calendar
    start = getattr(session.args, "from") or session.clock().astimezone(calendar.tz).date()
    if session.args.count < 1:
        raise CommandError(say("cli-count", given=str(session.args.count)))
    rule = parse(session.args.rule or session.settings.deadlines.rule)
    ahead = session.args.count // A_YEAR_HAS[rule.length] + 2
    years = calendar.around(datetime(start.year, 1, 1, tzinfo=calendar.tz), ahead)
    roll = session.settings.deadlines.roll
    for period in periods(rule, start, session.args.count, years, roll):
        instants = {
            "start": period.start_at,
            "end": period.end_at,
            "due": period.due_at,
            "cutoff": period.cutoff_at,
            "briefing": period.briefing_at,
        }
        local = {name: at.astimezone(calendar.tz) for name, at in instants.items()}
        if session.args.json:
            session.say(json.dumps({name: at.isoformat() for name, at in local.items()}))
        else:
            shown = {name: f"{at:%H:%M %d/%m/%Y}" for name, at in local.items()}
            session.say(say("cli-period", name=period.name, **shown))
    return 0
