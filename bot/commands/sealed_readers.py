"""`baonhanh sealed readers`: which coordinators of a unit read what the units below seal for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.session import CommandError, Session
from bot.commands.terms import person_meant, unit_options
from bot.commands.units import unit_called
from bot.usage import Parser
from messages import say

if TYPE_CHECKING:
    from sqlalchemy import Connection

EXAMPLES = """\
  baonhanh sealed readers --unit TINH
  baonhanh sealed readers --unit TINH --person "Chị Hạnh" CTV-17
  baonhanh sealed readers --unit TINH --everybody
"""


def options(parser: Parser) -> None:
    """A unit; the people to name, or all its coordinators again; without either it is only looked at."""
    unit_options(parser)
    chosen = parser.add_mutually_exclusive_group()
    help = parser.sentence
    chosen.add_argument("--person", nargs="+", metavar="LABEL", help=help("cli-option-person"))
    chosen.add_argument("--everybody", action="store_true", help=help("cli-option-everybody"))


def act(session: Session) -> int:
    """Name them, then show who reads."""
    from office import sealing

    args, now = session.args, session.clock()
    with session.database() as database:
        unit = unit_called(session, database, args.unit)
        if args.person or args.everybody:
            chosen = database.read(lambda c: [_coordinator(c, who, unit.id) for who in args.person or ()])
            database.write_now(lambda c: sealing.name_readers(c, unit.id, chosen, now))
        labels, is_named = database.read(lambda c: sealing.readers_at(c, unit.id))
    for label in labels:
        session.say(label)
    session.note(say("cli-sealed-named" if is_named else "cli-sealed-everybody", n=len(labels)))
    return 0


def _coordinator(connection: Connection, who: str, unit_id: int) -> int:
    from storage import people

    found = person_meant(connection, who, unit_id)
    if found not in people.people_with(connection, unit_id, ("coordinator",)):
        raise CommandError(say("cli-sealed-no-coordinator", who=who))
    return found
