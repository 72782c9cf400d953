"""A unit's day in figures, for who has only a phone. DOMAIN §1 row 14.

Coordinators also read who owes for the running period; leaders read figures only (row 24).
"""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from messages import Text, say
from office import access, standings
from office.access import Viewer
from office.post import Post
from office.reminding import Reminding
from storage import desk_lists, directory

NAMED = 10
"""People who owe, named in one message; the others: /chuabao."""


def lines(post: Post, how: Reminding, who: Viewer) -> list[Text]:
    """The day of each unit in which this person coordinates or leads."""
    meets = access.units_for(post.connection, who, "meeting", "read")
    handles = access.units_for(post.connection, who, "meeting", "handle")
    found: list[Text] = []
    for unit_id in sorted(meets):
        found += _unit(post, unit_id)
        if unit_id in handles:
            found += _owing(post, how, unit_id)
    return found


def _unit(post: Post, unit_id: int) -> list[Text]:
    local = post.now.astimezone(ZoneInfo(post.zone))
    morning = local.replace(hour=0, minute=0, second=0, microsecond=0)
    n = desk_lists.day_numbers(post.connection, unit_id, morning, post.now, morning + timedelta(days=1))
    unit = directory.find_unit(post.connection, unit_id).name
    return [
        say("day-head", unit=unit, on=f"{local:%d/%m/%Y}"),
        say("day-reports", new=n.new, urgent=n.urgent, loose=n.loose),
        say("day-matters", open=n.open, due=n.due, late=n.late),
    ]


def _owing(post: Post, how: Reminding, unit_id: int) -> list[Text]:
    found: list[Text] = []
    for one in standings.current(post.connection, unit_id, post.now, how):
        names = [each.label for each in one.owing]
        if names and not one.locked:
            more = max(0, len(names) - NAMED)
            shown = "; ".join(names[:NAMED])
            found.append(say("day-owing", period=one.title, n=len(names), names=shown, more=more))
    return found
