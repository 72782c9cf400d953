"""`baonhanh remind --dry-run`: who would be reminded now, and why the others would not."""

from __future__ import annotations

import json
from datetime import datetime

from bot.commands.session import CommandError, Session
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh remind --dry-run
  baonhanh remind --dry-run --now 2026-11-18T08:00:00+07:00 --json
"""


def options(parser: Parser) -> None:
    """Only to look (the running process reminds by itself), at which instant."""
    parser.add_argument("--dry-run", action="store_true", required=True)
    parser.add_argument("--now", metavar="WHEN")
    parser.add_argument("--json", action="store_true")


def act(session: Session) -> int:
    """One person and period a line. What the ticks would write is written, read and taken back."""
    from bot.checking import pushing_of
    from bot.plans import reminding_of
    from office.outlook import prospects
    from office.post import Post

    settings, now = session.settings, _now(session)
    how, tz = reminding_of(settings, pushing_of(settings)), settings.calendar.tz
    with session.database() as database:
        found = database.rehearse(lambda c: prospects(Post(c, now, zone=how.zone, pushing=how.pushing), how))
    for one in found:
        at = one.at.astimezone(tz) if one.at else None
        if session.args.json:
            told = {
                "unit": one.unit,
                "period": one.period,
                "person": one.person,
                "send": at is not None,
                "stage": one.stage or None,
                "at": at.isoformat() if at else None,
                "channel": one.channel or None,
                "rings": one.rings,
                "text": one.text or None,
                "why": session.words.render(one.why) if one.why else None,
            }
            session.say(json.dumps(told, ensure_ascii=False))
        elif at is not None:
            kind = "cli-reminds" if one.rings else "cli-reminds-quietly"
            session.say(
                say(kind, unit=one.unit, period=one.period, who=one.person, stage=one.stage,
                    at=f"{at:%H:%M %d/%m/%Y}", channel=one.channel)
            )  # fmt: skip
        else:
            assert one.why is not None
            session.say(say("cli-no-reminder", unit=one.unit, period=one.period, who=one.person, why=one.why))
    if not session.args.json:
        sent = sum(one.at is not None for one in found)
        session.note(say("cli-reminders-found", sent=sent, others=len(found) - sent))
    return 0


def _now(session: Session) -> datetime:
    if session.args.now is None:
        return session.clock()
    try:
        at = datetime.fromisoformat(session.args.now)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise CommandError(say("cli-now", given=session.args.now))
    return at.astimezone(session.clock().tzinfo)
