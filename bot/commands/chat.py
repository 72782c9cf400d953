"""`baonhanh chat`: talk as one person in the terminal."""

from __future__ import annotations

from pathlib import Path

from bot.commands.session import Session
from bot.usage import Parser

EXAMPLES = """\
  baonhanh chat --as CTV-17
  baonhanh chat --as KTMNPRSTUV --save talk.yaml
"""


def options(parser: Parser) -> None:
    """As whom, and where to keep what is said."""
    parser.add_argument("--as", dest="as", required=True, metavar="PERSON|CODE")
    parser.add_argument("--save", type=Path, metavar="FILE")


def act(session: Session) -> int:
    """Talk until input ends."""
    from bot.chat import play

    with session.database():
        pass  # there is one, and it is of this release
    play(session.settings, getattr(session.args, "as"), session.args.save, clock=session.clock)
    return 0
