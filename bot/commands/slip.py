"""`baonhanh slip`: a referral on paper."""

from __future__ import annotations

import re
from pathlib import Path

from bot.commands.session import CommandError, Session
from bot.usage import Parser
from messages import say

EXAMPLES = """\
  baonhanh slip PC-7 --out Phieu-chuyen_PC-7.docx
  baonhanh slip PC-7 --profile nd30 --out phieu.docx
"""


def options(parser: Parser) -> None:
    """Which referral, in which layout, where to."""
    from office.layouts import LAYOUTS

    parser.add_argument("referral", metavar="PC-N")
    parser.add_argument("--profile", choices=sorted(LAYOUTS))
    parser.add_argument("--out", type=Path, metavar="FILE", required=True)


def act(session: Session) -> int:
    """Write the file, and note that it was written."""
    from bot.app import web_key
    from bot.plans import desk_rules_of, reminding_of
    from office.layouts import LAYOUTS
    from office.slip import slip
    from storage import audit, referrals

    args, settings = session.args, session.settings
    with session.database() as database:
        found = re.fullmatch(r"(?i)(?:PC-?)?(\d{1,12})", args.referral.strip())
        row = database.read(lambda c: referrals.find(c, int(found[1]))) if found else None
        if row is None:
            raise CommandError(say("cli-no-referral", referral=args.referral))
        rules = desk_rules_of(settings, reminding_of(settings, frozenset()), database.write_now(web_key))
        layout = LAYOUTS[args.profile or settings.style.layout]
        _, content = database.read(lambda c: slip(c, rules, row, layout, settings.privacy.contact or ""))
        database.write_now(lambda c: audit.note(c, "slip-made", row.code, now=session.clock()))
    args.out.write_bytes(content)
    if settings.web.public_url is None:
        session.note(say("cli-slip-local", web=settings.web.address))
    session.note(say("cli-slip-made", referral=row.code, file=str(args.out)))
    return 0
