"""Care for the calendar: leaves are told of once, rotas with gaps and years not confirmed are warned of.

Called as often as one likes, by any number of processes: what was told stays noted. DOMAIN §10.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import Connection

from domain.calendar import HolidayMode
from domain.leaves import YEAR_ASKED, coming_leave, first_gap, leave_name, rota_asked_on, told_on
from domain.reminding import MORNING, Manners
from domain.when import written
from messages import say
from office.post import Post, letter
from office.reminding import SLOTS, Reminding
from storage import leaves, meta, people, periods, reminders
from storage.outbox import REMINDER

log = logging.getLogger(__name__)

YEAR = "year_asked_on"
"""The last local day on which the administrators were asked to confirm next year."""


@dataclass(frozen=True, slots=True)
class Care:
    """How the calendar is cared for: how people are reminded, and the years whose days off are confirmed."""

    how: Reminding
    confirmed_years: Collection[int]


def is_any_due(connection: Connection, now: datetime, care: Care) -> bool:
    """Whether something is to be told."""
    return bool(_due(connection, now, care))


def tell(post: Post, care: Care) -> None:
    """Tell all that is due, once for ever."""
    if not reminders.hold(post.connection):
        return
    for key, value, act in _due(post.connection, post.now, care):
        meta.put(post.connection, key, value)
        act(post)


def _due(connection: Connection, now: datetime, care: Care) -> list[tuple[str, str, Callable[[Post], None]]]:
    """(key, value, act) of what is to be told: the value noted under the key says that it was."""
    manners = care.how.manners(now)
    calendar = manners.calendar
    today = calendar.day_of(now)
    if not manners.allow(now) or now < calendar.at(today, MORNING):
        return []
    wanted: list[tuple[str, str, Callable[[Post], None]]] = []
    leave = coming_leave(calendar, today)
    if leave is not None:
        begins = leave.first.isoformat()
        if today == told_on(leave, manners):
            wanted.append((f"leave_told {begins}", begins, lambda post: _tell_leave(post, care, leave)))
        if today >= rota_asked_on(leave, calendar):
            wanted.append((f"rota_asked {begins}", begins, lambda post: _ask_rota(post, manners, leave)))
    if today.month >= YEAR_ASKED and today.year + 1 not in care.confirmed_years:
        wanted.append((YEAR, today.isoformat(), lambda post: _ask_year(post, today.year + 1)))
    return [one for one in wanted if meta.get(connection, one[0]) != one[1]]


def _tell_leave(post: Post, care: Care, leave: HolidayMode) -> None:
    """Collaborators who want reminders read that there are none until work resumes."""
    line = say("r-tet", leave=leave_name(leave), date=f"{leave.resumes:%d/%m/%Y}")
    post.owe(
        [
            letter(
                place,
                [line],
                rank=REMINDER,
                not_before_at=post.now + care.how.spread * (place.person_id % SLOTS) / SLOTS,
            )
            for place in people.places_reminded(post.connection, post.pushing)
        ]
    )


def _ask_rota(post: Post, manners: Manners, leave: HolidayMode) -> None:
    """Coordinators whose unit has hours of the leave without anybody on duty are warned."""
    calendar = manners.calendar
    begins, ends = calendar.at(leave.first, time()), calendar.at(leave.resumes, time())
    shifts = leaves.shifts_within(post.connection, begins, ends)
    for unit_id in periods.units_that_report(post.connection):
        gap = first_gap(leave, shifts.get(unit_id, ()), calendar)
        if gap is None:
            continue
        line = say("a-rota-gap", leave=leave_name(leave), gap=written(gap, calendar.zone))
        places = people.places_with(post.connection, unit_id, ("coordinator",), post.pushing)
        post.owe([letter(place, [line], rank=REMINDER) for place in places])


def _ask_year(post: Post, year: int) -> None:
    """Administrators are asked to compare next year's days off with the Ministry's list."""
    log.warning("next year's days off are not confirmed", extra={"action": "year-unconfirmed", "year": year})
    places = people.places_everywhere(post.connection, ("administrator",), post.pushing)
    post.owe([letter(place, [say("a-year", year=str(year))], rank=REMINDER) for place in places])
