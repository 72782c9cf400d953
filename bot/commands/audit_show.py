"""`baonhanh audit show`: what was done by whom, the newest last."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from bot.commands.session import CommandError, Session
from bot.commands.terms import instant_of
from bot.usage import Parser
from messages import say

if TYPE_CHECKING:
    from domain.chain import Entry

EXAMPLES = """\
  baonhanh audit show
  baonhanh audit show --since 2026-11-01 --limit 1000 --json
"""

MOST = 100_000


def options(parser: Parser) -> None:
    """Since when, how many, how."""
    parser.add_argument("--since", metavar="DATE")
    parser.add_argument("--limit", type=int, default=50, metavar="N")
    parser.add_argument("--json", action="store_true")


def act(session: Session) -> int:
    """One row a line. With --json the very fields that are hashed, and the hash."""
    from storage import audit

    limit, tz = session.args.limit, session.settings.calendar.tz
    if not 1 <= limit <= MOST:
        raise CommandError(say("audit-limit", given=str(limit), most=str(MOST)))
    since = instant_of(session, session.args.since, time()) if session.args.since else None
    with session.database() as database:
        rows = database.read(lambda c: audit.newest(c, limit, since))
    for row in rows:
        if session.args.json:
            session.say(_as_json(row))
            continue
        detail = json.dumps(row.detail, ensure_ascii=False) if row.detail else ""
        at = f"{row.at.astimezone(tz):%H:%M:%S %d/%m/%Y}"
        said = (str(row.id), at, row.actor, row.act, row.object or "–", detail)
        session.say(" · ".join(filter(None, said)))
    if not rows:
        session.note(say("audit-empty"))
    return 0


def _as_json(row: Entry) -> str:
    at: datetime = row.at.astimezone(UTC)
    shown = {
        "id": row.id,
        "at": at.isoformat(timespec="microseconds").replace("+00:00", "Z"),
        "actor": row.actor,
        "act": row.act,
        "object": row.object,
        "detail": row.detail,
        "previous": row.previous,
        "hash": row.hash,
    }
    return json.dumps(shown, ensure_ascii=False)
