"""`baonhanh people import`: take the list of a decision over."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.invites import Tickets
from bot.commands.lists import told_ignored, understood
from bot.commands.progress import progress
from bot.commands.session import CommandError, Session
from bot.commands.units import unit_called
from bot.usage import Parser
from messages import say

if TYPE_CHECKING:
    from domain.roster import Changes
    from storage.database import Database

EXAMPLES = """\
  baonhanh people import decision-12.xlsx
  baonhanh people import decision-12.xlsx --apply
  baonhanh people import decision-12.csv --unit PM --apply --json > codes.jsonl
"""


def options(parser: Parser) -> None:
    """A file; without --apply it is only looked at."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--unit", metavar="CODE")
    parser.add_argument("--apply", action="store_true")
    parser.add_argument("--json", action="store_true")


def act(session: Session) -> int:
    """Say who joins, stays and leaves; if asked, do it and give every new one an invite."""
    from domain.roster import read_people
    from domain.sheet import Faults
    from office.post import Post
    from office.roster import apply_roster, changes_by
    from office.units import names_on
    from storage import programmes, team

    args, now = session.args, session.clock()
    with session.database() as database:
        if args.unit is not None:
            args.unit = unit_called(session, database, args.unit).code
        names = database.read(lambda c: names_on(c, session.today))
        known = database.read(programmes.ids)
        serving = [seat.member for seat in database.read(team.seats).values() if seat.member.programme]
        roster = understood(
            session,
            args.file,
            lambda lines, tell: read_people(lines, names, args.unit, tell, programmes=known, serving=serving),
        )
        told_ignored(session, roster.ignored)
        changes = database.read(lambda c: changes_by(c, roster))
        if isinstance(changes, Faults):
            raise CommandError(*changes.texts)
        _tell(session, changes)
        if not args.apply:
            session.note(say("cli-dry-run"))
            return 0
        with progress(session.words.render(say("cli-writing")), len(changes.joins)) as tell:
            done = database.write_now(lambda c: apply_roster(Post(c, now), roster, tell))
        if isinstance(done, Faults):  # another list was taken over a moment ago
            raise CommandError(*done.texts)
        session.note(say("cli-applied"))
        _invite(session, database, {member.team for member in roster.members})
    return 0


def _tell(session: Session, changes: Changes) -> None:
    for member in changes.joins:
        session.note(say("cli-joins", label=member.label, role=say(f"role-{member.role}"), unit=member.unit))
    for _, member in changes.leaves:
        session.note(say("cli-leaves", label=member.label, role=say(f"role-{member.role}"), unit=member.unit))
    counts = {"joins": len(changes.joins), "stays": len(changes.stays), "leaves": len(changes.leaves)}
    session.note(say("cli-people-found", **counts))


def _invite(session: Session, database: Database, teams: set[tuple[str, str]]) -> None:
    """A code for everybody in these teams who has none.

    Each in a transaction of its own: making a code takes long, and a running process waits meanwhile.
    """
    from office.roster import invite_to, seats_to_invite
    from storage import directory, people

    now = session.clock()
    waiting = database.read(lambda c: seats_to_invite(c, now))
    seats = [seat for seat in waiting if seat.member.team in teams]
    if not seats:
        return
    names = {unit.id: unit.name for unit in database.read(directory.all_units)}
    tickets = Tickets(session, database.read(people.by_bot))
    with progress(session.words.render(say("cli-inviting")), len(seats)) as tell:
        for done, seat in enumerate(seats, 1):
            made = database.write_now(partial(invite_to, seat=seat, now=now))
            ticket = tickets.ticket(
                made,
                role=seat.member.role,
                unit=seat.member.unit,
                unit_name=names[seat.unit_id],
                label=seat.member.label,
            )
            if session.args.json:
                tickets.show_json(ticket)
            else:
                tickets.show(ticket, scan=False)
            tell(done)
