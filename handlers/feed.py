"""/lich: the address of one's own calendar of deadlines, or another one."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from domain.commands import RenewFeed, ShowFeed, Tell
from domain.facts import Facts
from messages import say


async def feed(facts: Facts) -> ShowFeed | RenewFeed | Tell:
    """Show it, or replace it where somebody else may have it."""
    options = (
        Option("show", say("b-feed"), ("xem", "lich", "co", "ok")),
        Option("renew", say("b-feed-renew"), ("doi", "moi")),
        Option("close", say("b-close-list"), ("dong", "thoi")),
    )
    match await ask("what", Choice((say("p-feed"),), options)):
        case "show":
            return ShowFeed()
        case "renew":
            return RenewFeed()
    return Tell((say("c-closed"),))
