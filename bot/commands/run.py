"""`baonhanh run`: serve."""

from __future__ import annotations

import gc
from datetime import datetime

from bot.commands.session import CommandError, Session
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh run
  BAONHANH_TELEGRAM_TOKEN_FILE=/run/secrets/token baonhanh run
  baonhanh run --clock 2026-11-30T07:59:00+07:00 --speed 60
"""


def options(parser: Parser) -> None:
    """A clock of one's own."""
    parser.add_argument("--clock", metavar="INSTANT")
    parser.add_argument("--speed", type=float, default=None, metavar="N")


def act(session: Session) -> int:
    """Serve until told to stop."""
    gc.disable()  # what is loaded stays, there is nothing to find in it; on again when that is done

    from bot import logs, running

    logs.set_up(session.settings)
    _set_clock(session)
    zalo = session.settings.zalo
    if zalo.token and zalo.mode == "polling":
        session.note(say("zalo-polling"))
    running.run(session.settings, session.clock)
    return 0


def _set_clock(session: Session) -> None:
    """The clock that was asked for, else the machine's, if that can be believed."""
    from bot.clock import shifted_clock
    from bot.troubles import clock_trouble
    from storage.migrate import is_current

    asked = session.args.clock
    if asked is None and session.args.speed is None:
        if session.has_database and is_current(session.settings.database.url):
            with session.database() as database:
                trouble = clock_trouble(database, session.clock())
        else:
            trouble = clock_trouble(None, session.clock())
        if trouble:
            raise CommandError(trouble)
        return
    try:
        start = datetime.fromisoformat(asked) if asked else session.clock()
        session.clock = shifted_clock(start, 1.0 if session.args.speed is None else session.args.speed)
    except ValueError:
        raise CommandError(say("cli-clock", given=asked)) from None
