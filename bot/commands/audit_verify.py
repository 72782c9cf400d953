"""`baonhanh audit verify`: whether the trail is as it was written."""

from __future__ import annotations

import re
from datetime import UTC, date
from typing import TYPE_CHECKING

from bot.commands.progress import progress
from bot.commands.session import CommandError, Session
from bot.usage import Parser
from messages import Say, say

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from domain.chain import Verdict

EXAMPLES = """\
  baonhanh audit verify
  baonhanh audit verify --head 5f0c2a9b71d4 --on 2026-11-25
"""

BROKEN = 1
"""Exit code of a trail that is not whole: an answer, not a command that could not be carried out."""

_HASH = re.compile(r"[0-9a-f]{8,64}")


def options(parser: Parser) -> None:
    """What somebody holds, and of which day."""
    parser.add_argument("--head", metavar="HASH")
    parser.add_argument("--on", type=date.fromisoformat, metavar="DATE")


def act(session: Session) -> int:
    """Walk along the trail; one line says how it is."""
    from office.auditing import length, verify

    head = _head_of(session)
    with session.database() as database:
        title = session.words.render(say("audit-walking"))
        with progress(title, database.read(length)) as tell:
            verdict = database.read(lambda c: verify(c, tell))
        problem = _misfit(verdict)
        if problem is None and head is not None:
            problem = database.read(lambda c: _not_held(c, head, session.args.on))
    if problem is not None:
        session.say(problem)
        return BROKEN
    session.say(say("audit-whole", n=verdict.rows, head=verdict.head))
    if head is not None:
        session.say(say("audit-held", head=head))
    return 0


def _head_of(session: Session) -> str | None:
    """The hash given, in small letters. Raises CommandError for what is none."""
    head: str | None = session.args.head
    if head is None:
        if session.args.on is not None:
            raise CommandError(say("audit-on-alone"))
        return None
    if not _HASH.fullmatch(head.lower()):
        raise CommandError(say("audit-no-hash", given=head))
    return head.lower()


def _misfit(verdict: Verdict) -> Say | None:
    if verdict.misfit is not None:
        at = f"{verdict.misfit.at.astimezone(UTC):%H:%M:%S %d/%m/%Y}"
        return say(f"audit-{verdict.misfit.why}", row=str(verdict.misfit.id), at=at, n=verdict.rows)
    if verdict.lost is not None:
        day = f"{verdict.lost.day:%d/%m/%Y}"
        return say("audit-lost", n=verdict.rows, day=day, hash=verdict.lost.hash)
    return None


def _not_held(connection: Connection, head: str, on: date | None) -> Say | None:
    """That the trail has not the hash somebody holds (as the last one of a day)."""
    from office.auditing import holds
    from storage import audit

    if on is None:
        return None if holds(connection, head) else say("audit-not-held", head=head)
    found = audit.head_on(connection, on)
    if found is not None and found.hash.startswith(head):
        return None
    stands = found.hash[: len(head)] if found else "–"
    return say("audit-not-held-on", head=head, day=f"{on:%d/%m/%Y}", stands=stands)
