"""`baonhanh check`: everything that would go wrong, told before it does."""

from __future__ import annotations

from bot.commands.session import Session
from bot.usage import Parser
from messages import Say, say

EXAMPLES = """\
  baonhanh check
  baonhanh check --config /etc/baonhanh.yaml
"""


def options(parser: Parser) -> None:
    """None."""


def act(session: Session) -> int:
    """Look at settings, database, clock, channels and the alert chain; 2 where something must be mended."""
    from bot.checking import look
    from bot.config import ConfigError

    try:
        found = look(session.settings, session.clock())
    except ConfigError as error:
        _tell(session, "cli-problem", error.problems)
        return 2
    _tell(session, "cli-problem", found.problems)
    _tell(session, "cli-warning", found.warnings)
    if not found.problems:
        session.say(say("cli-check-fine"))
    return 2 if found.problems else 0


def _tell(session: Session, kind: str, sentences: list[Say] | tuple[Say, ...]) -> None:
    session.note(*(say(kind, what=sentence) for sentence in sentences))
