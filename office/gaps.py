"""Gaps of the roster, on demand and once a month to whoever coordinates (DOMAIN §1 row 51).

Told in the first week of a month, at the hours of reminders; called as often as one likes, by any number of
processes: what was told stays noted.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection

from domain.gaps import AHEAD, Gaps, gap_lines, gaps_in, heading
from messages import Text
from office import access
from office.access import Viewer
from office.post import Post, letter
from office.reminding import Reminding
from storage import directory, gaps, meta, people, reminders
from storage.outbox import REMINDER

FIRST_WEEK = 7
"""Days of a month in which its gaps are told; whoever comes later asks."""


def facts(post: Post, who: Viewer) -> tuple[Text, ...]:
    """The gaps in all this person coordinates or administers, in words."""
    lines: list[Text] = []
    for unit_id in dict.fromkeys(unit for unit, _ in who.seats):
        held = replace(who, seats=tuple(seat for seat in who.seats if seat[0] == unit_id))
        if found := _units(post.connection, held):
            name = directory.find_unit(post.connection, unit_id).name
            lines += [heading(name), *gap_lines(_found(post.connection, held, found))]
    return tuple(lines)


def in_units(connection: Connection, units: Collection[int], people_in: Collection[int], on: date) -> Gaps:
    """The gaps of these units; terms of those who serve in `people_in`."""
    return gaps_in(
        gaps.staffed(connection, units, on), gaps.terms_until(connection, people_in, on + AHEAD), on
    )


def is_any_due(connection: Connection, now: datetime, how: Reminding) -> bool:
    """Whether this month's gaps are to be told to somebody now."""
    return bool(_due(connection, now, how))


def tell(post: Post, how: Reminding) -> int:
    """Tell the coordinators of every unit its gaps, once a month; gives how many units."""
    due = _due(post.connection, post.now, how)
    if not due or not reminders.hold(post.connection):
        return 0
    told = 0
    today = how.manners(post.now).calendar.day_of(post.now)
    for unit_id in due:
        meta.put(post.connection, _key(unit_id), _month(today))
        who = Viewer(0, ((unit_id, "coordinator"),), today)
        found = _found(post.connection, who, _units(post.connection, who))
        if not found:
            continue
        lines = [heading(directory.find_unit(post.connection, unit_id).name), *gap_lines(found)]
        places = people.places_with(post.connection, unit_id, ("coordinator",), post.pushing)
        post.owe([letter(place, lines, rank=REMINDER) for place in places])
        told += 1
    return told


def _units(connection: Connection, who: Viewer) -> frozenset[int]:
    return access.units_for(connection, who, "unit", "read")


def _found(connection: Connection, who: Viewer, units: Collection[int]) -> Gaps:
    return in_units(connection, units, access.units_for(connection, who, "person", "read"), who.on)


def _due(connection: Connection, now: datetime, how: Reminding) -> list[int]:
    """Units whose coordinators have not been told this month."""
    manners = how.manners(now)
    today = manners.calendar.day_of(now)
    if today.day > FIRST_WEEK or not manners.allow(now):
        return []
    return [id for id in gaps.coordinated(connection) if meta.get(connection, _key(id)) != _month(today)]


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _key(unit_id: int) -> str:
    return f"gaps {unit_id}"
