"""`baonhanh units rules`: the unit's own regulations (quy chế), shown or published."""

from __future__ import annotations

from pathlib import Path

from bot.commands.session import CommandError, Session
from bot.commands.terms import post_on, unit_options
from bot.commands.units import unit_called
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh units rules --unit PM
  baonhanh units rules --unit PM quy-che.txt
"""


def options(parser: Parser) -> None:
    """A unit; a text file to publish, else what is in force is shown."""
    unit_options(parser)
    parser.add_argument("file", type=Path, metavar="FILE", nargs="?")


def act(session: Session) -> int:
    """Publish the next version, or print the one in force."""
    from domain.regulations import LONGEST
    from office.regulations import in_force, publish

    file, zone = session.args.file, session.settings.calendar.zone
    with session.database() as database:
        unit = unit_called(session, database, session.args.unit)
        if file is None:
            found = database.read(lambda c: in_force(c, unit.id, zone))
            if found is None:
                raise CommandError(say("cli-no-regulations", unit=unit.code))
            session.say(found.head(1), found.said)
            return 0
        try:
            said = file.read_text(encoding="utf-8-sig").strip()
        except UnicodeDecodeError:
            raise CommandError(say("cli-not-utf8", file=str(file))) from None
        if not said or len(said) > LONGEST:
            raise CommandError(say("cli-regulations-length", most=str(LONGEST), given=str(len(said))))
        version = database.write_now(lambda c: publish(post_on(session, c), unit.id, said))
    session.say(say("cli-published", unit=unit.code, version=str(version)))
    return 0
