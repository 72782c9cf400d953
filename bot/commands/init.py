"""`baonhanh init`: the first unit of an installation."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from bot.commands.invites import Tickets
from bot.commands.session import CommandError, Session
from bot.usage import Parser
from messages import say

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from office.invites import NewInvite
    from office.periods import Plan

EXAMPLES = """\
  baonhanh init --unit PM --name "Phường Mẫu" --duty-phone "0203 123 456"
  baonhanh init --unit PM --name "Phường Mẫu" --duty-phone 0912345678 --sample
"""


def options(parser: Parser) -> None:
    """What the unit is called and whom to call at night."""
    parser.add_argument("--unit", required=True, metavar="CODE")
    parser.add_argument("--name", required=True, metavar="NAME", help=parser.sentence("cli-option-unit-name"))
    parser.add_argument("--duty-phone", required=True, metavar="NUMBER")
    parser.add_argument("--sample", action="store_true")


def act(session: Session) -> int:
    """Make the unit, its periods and its administrator's invite; all or nothing."""
    from bot.plans import plan_of
    from office.units import UnitExistsError
    from storage.database import Database
    from storage.migrate import upgrade

    args, now = session.args, session.clock()
    _check(args.unit, args.name, args.duty_phone)
    plan = plan_of(session.settings, now)
    upgrade(session.settings.database.url)
    database = Database(session.settings.database.url, checkpoints=False)
    try:
        made = database.write_now(lambda c: _found(c, session, plan, now))
    except UnitExistsError:
        raise CommandError(say("cli-unit-exists", code=args.unit)) from None
    finally:
        database.close()
    session.say(say("cli-init-done", code=args.unit, name=args.name))
    tickets = Tickets(session)
    ticket = tickets.ticket(made, role="administrator", unit=args.unit, unit_name=args.name, label=None)
    tickets.show(ticket, scan=False)
    session.note(say("cli-init-next", code=args.unit))
    return 0


def _check(code: str, name: str, phone: str) -> None:
    wrong = []
    if not re.fullmatch(r"[A-Za-z0-9._-]{1,40}", code):
        wrong.append(say("units-bad-code", code=code))
    if not 2 <= len(name.strip()) <= 200:
        wrong.append(say("cli-bad-name"))
    if not re.fullmatch(r"[0-9 +().-]{3,40}", phone) or sum(map(str.isdigit, phone)) < 3:
        wrong.append(say("cli-bad-phone", phone=phone))
    if wrong:
        raise CommandError(*wrong)


def _found(connection: Connection, session: Session, plan: Plan, now: datetime) -> NewInvite:
    from office.sample import furnish
    from office.units import found_unit, invite_administrator

    args = session.args
    name, phone = args.name.strip(), args.duty_phone.strip()
    id = found_unit(connection, code=args.unit, name=name, duty_phone=phone, plan=plan, now=now)
    if args.sample:
        furnish(connection, id, plan, now)
    return invite_administrator(connection, id, now)
