"""What the commands about periods have in common: a period by its code, a person by the label, an hour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import TYPE_CHECKING

from bot.commands.session import CommandError, Session
from bot.commands.units import unit_called
from bot.usage import Parser
from messages import say

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from office.periods import Plan
    from office.post import Post
    from storage.database import Database
    from storage.periods import PeriodRow


LONGEST_NUMBER = 18
"""Digits of the largest number a database takes as an id."""


def unit_options(parser: Parser) -> None:
    """Which unit."""
    parser.add_argument("--unit", required=True, metavar="CODE")


def period_options(parser: Parser) -> None:
    """Which period of which unit."""
    unit_options(parser)
    parser.add_argument("--period", required=True, metavar="CODE")


def period_meant(session: Session, database: Database) -> PeriodRow:
    """The regular period that --unit and --period name. Raises CommandError with those there are."""
    from storage import periods

    unit = unit_called(session, database, session.args.unit)
    row = database.read(lambda c: periods.called(c, unit.id, session.args.period))
    if row is None:
        known = sorted(database.read(lambda c: periods.codes(c, unit.id)))
        raise CommandError(
            say("cli-no-period", period=session.args.period, known=", ".join(known[-6:]) or "–")
        )
    return row


def person_meant(connection: Connection, who: str, unit_id: int) -> int:
    """The member of a unit called `who` (label, CTV-17). Raises CommandError for none or several."""
    from storage import people

    team = {one.person_id for one in people.team_of(connection, unit_id, direct_line=True)}
    return _one_called(connection, who, lambda id: id in team)


def anybody_meant(connection: Connection, who: str) -> int:
    """The member of any unit called `who`. Raises CommandError for none or several."""
    from storage import people

    return _one_called(connection, who, lambda id: people.is_here(connection, id))


def _one_called(connection: Connection, who: str, is_meant: Callable[[int], bool]) -> int:
    from storage import people

    found = [id for id in people.people_called(connection, who) if is_meant(id)]
    number = who.upper().removeprefix("CTV-")
    if not found and number.isdecimal() and len(number) <= LONGEST_NUMBER and is_meant(int(number)):
        found = [int(number)]
    if len(found) > 1:
        labels = ", ".join(f"CTV-{id}" for id in found)
        raise CommandError(say("chat-several", n=len(found), who=who, labels=labels))
    if not found:
        raise CommandError(say("chat-nobody", who=who))
    return found[0]


def instant_of(session: Session, words: str, hour: time) -> datetime:
    """The instant that `words` say in the operator's zone. Raises CommandError."""
    from domain.when import read_moment

    at = read_moment(words, session.clock(), session.settings.calendar.tz, hour)
    if at is None:
        raise CommandError(say("cli-moment", given=words))
    return at


def plan_for(session: Session) -> Plan:
    """How this installation makes its periods."""
    from bot.plans import plan_of

    return plan_of(session.settings, session.clock())


def post_on(session: Session, connection: Connection) -> Post:
    """An out-tray whose messages the running process sends."""
    from bot.checking import pushing_of
    from office.post import Post

    settings = session.settings
    return Post(connection, session.clock(), zone=settings.calendar.zone, pushing=pushing_of(settings))
