"""`baonhanh people second-reset`: somebody has lost authenticator and recovery codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.session import CommandError, Session
from bot.commands.terms import anybody_meant, post_on
from bot.usage import Parser
from messages import say

if TYPE_CHECKING:
    from sqlalchemy import Connection

EXAMPLES = """\
  baonhanh people second-reset "Bà Lan" --as CTV-3 --reason "Mất điện thoại, đã gặp trực tiếp"
  baonhanh people second-reset CTV-17 --operator --reason "Người quản trị duy nhất mất điện thoại"
"""


def options(parser: Parser) -> None:
    """Whose; who does it, and why."""
    parser.add_argument("person", metavar="PERSON")
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--as", dest="by", metavar="PERSON", help=parser.sentence("cli-option-resetter"))
    who.add_argument("--operator", action="store_true", help=parser.sentence("cli-option-as-operator"))
    parser.add_argument(
        "--reason", metavar="TEXT", required=True, help=parser.sentence("cli-option-why-reset")
    )


def act(session: Session) -> int:
    """Set it back; the trail keeps who did and why."""
    from domain.reasons import is_reason
    from office.signing_in import reset_second

    args = session.args
    if not is_reason(args.reason):
        raise CommandError(say("e-reason"))
    with session.database() as database:
        person, by = database.read(lambda c: _meant(session, c))
        database.write_now(lambda c: reset_second(post_on(session, c), person, by, reason=args.reason))
    session.say(say("cli-second-reset", who=args.person))
    return 0


def _meant(session: Session, connection: Connection) -> tuple[int, int | None]:
    """Whose authenticator, and the administrator who resets it (None: the operator). Raises CommandError for
    nobody, for who has none, and for who may not."""
    from office import access
    from office.signing_in import may_reset
    from storage import console

    args = session.args
    person = anybody_meant(connection, args.person)
    by = anybody_meant(connection, args.by) if args.by else None
    if by is not None and not may_reset(connection, access.viewer(connection, by, session.today), person):
        raise CommandError(say("cli-second-not-yours", by=args.by, who=args.person))
    if console.second_of(connection, person) is None:
        raise CommandError(say("cli-second-none", who=args.person))
    return person, by
