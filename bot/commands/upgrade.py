"""`baonhanh upgrade`: bring the database to this release."""

from __future__ import annotations

from bot.commands.session import Session
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh upgrade
"""


def options(parser: Parser) -> None:
    """None."""


def act(session: Session) -> int:
    """Create or upgrade the tables, all or nothing."""
    from storage.migrate import is_current, upgrade

    url = session.settings.database.url
    current = session.has_database and is_current(url)
    upgrade(url)
    session.say(say("cli-upgrade-current" if current else "cli-upgrade-done", url=session.database_name))
    return 0
