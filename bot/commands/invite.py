"""`baonhanh invite`: codes with which people join, or come back from another device."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.invites import Ticket, Tickets
from bot.commands.progress import progress
from bot.commands.session import CommandError, Session
from bot.commands.units import unit_called
from bot.usage import Parser
from messages import say

if TYPE_CHECKING:
    from storage.database import Database

EXAMPLES = """\
  baonhanh invite --role collaborator --unit PM
  baonhanh invite --role collaborator --unit PM --count 30 --json
  baonhanh invite --role duty --unit PM --name "Trực ban" --png truc.png
  baonhanh invite --again CTV-17
"""

ROLES = ("collaborator", "coordinator", "duty", "leader", "administrator", "observer", "unit")
MOST = 1000


def options(parser: Parser) -> None:
    """For which role in which unit, or again for whom; how many; how shown."""
    parser.add_argument("--role", choices=ROLES, metavar="ROLE")
    parser.add_argument("--unit", metavar="CODE")
    parser.add_argument("--name", metavar="LABEL")
    parser.add_argument("--count", type=int, default=1, metavar="N")
    parser.add_argument("--again", metavar="PERSON")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--png", type=Path, metavar="FILE")


def act(session: Session) -> int:
    """Make the invites and show them; a code is shown once, here."""
    args = session.args
    if args.again is None and not (args.role and args.unit):
        raise CommandError(say("cli-invite-needs"))
    if not 1 <= args.count <= MOST:
        raise CommandError(say("cli-count", given=str(args.count)))
    from storage import people

    with session.database() as database:
        tickets = Tickets(session, database.read(people.by_bot))
        if args.again is not None:
            _show(session, tickets, _again(session, database, tickets))
            return 0
        unit = unit_called(session, database, args.unit)
        made = 0
        with progress(session.words.render(say("cli-inviting")), args.count) as tell:
            for made in range(1, args.count + 1):
                _show(session, tickets, _new(session, database, tickets, unit.id, unit.code, unit.name))
                tell(made)
    return 0


def _new(
    session: Session, database: Database, tickets: Tickets, unit_id: int, code: str, name: str
) -> Ticket:
    from office.invites import invite

    role, label, now = session.args.role, session.args.name, session.clock()
    made = database.write_now(lambda c: invite(c, unit_id=unit_id, role=role, label=label, now=now))
    return tickets.ticket(made, role=role, unit=code, unit_name=name, label=label)


def _again(session: Session, database: Database, tickets: Tickets) -> Ticket:
    from office.comeback import AmbiguousError, NobodyError, invite_again
    from office.post import Post

    who, now = session.args.again, session.clock()
    contact = session.settings.privacy.contact
    try:
        back = database.write_now(lambda c: invite_again(Post(c, now), who, contact=contact))
    except NobodyError:
        raise CommandError(say("chat-nobody", who=who)) from None
    except AmbiguousError as error:
        labels = ", ".join(error.labels)
        raise CommandError(say("chat-several", n=len(error.labels), who=who, labels=labels)) from None
    return tickets.ticket(
        back.invite, role=back.role, unit=back.unit_code, unit_name=back.unit_name, label=back.label
    )


def _show(session: Session, tickets: Tickets, ticket: Ticket) -> None:
    args = session.args
    if args.json:
        tickets.show_json(ticket)
    else:
        tickets.show(ticket, scan=args.count == 1 and args.png is None)
    if args.png is not None:
        file = args.png if args.count == 1 else args.png.with_stem(f"{args.png.stem}-{ticket.code}")
        tickets.draw(ticket, file)
