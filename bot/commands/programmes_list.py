"""`baonhanh programmes list`: the joint programmes there are."""

from __future__ import annotations

import json

from bot.commands.session import Session
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh programmes list
  baonhanh programmes list --json
"""


def options(parser: Parser) -> None:
    """How it is written."""
    parser.add_argument("--json", action="store_true")


def act(session: Session) -> int:
    """One programme a line, the newest first."""
    from office.programmes import known

    with session.database() as database:
        found = database.read(known)
    for one in found:
        if session.args.json:
            days = {"from": one.from_on.isoformat(), "to": one.to_on.isoformat() if one.to_on else None}
            parties = [{"unit": unit, "shares": shares} for unit, shares in one.parties]
            told = {"code": one.code, "name": one.name, **days, "owner": one.owner, "parties": parties}
            session.say(json.dumps(told, ensure_ascii=False))
            continue
        until = f"{one.to_on:%d/%m/%Y}" if one.to_on else "…"
        values = {"since": f"{one.from_on:%d/%m/%Y}", "until": until, "n": len(one.parties)}
        session.say(say("cli-programme", code=one.code, name=one.name, **values))
    return 0
