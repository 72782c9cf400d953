"""Reminders of deadlines: to those who still owe, one a day at most, never in quiet hours. DOMAIN §10, §11.4.

Called as often as one likes, by any number of processes: rows decide. After hours or days without the machine
only the current stage is sent, earlier ones are recorded as superseded (DESIGN §4.5, §6).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from domain.reminding import Manners
from messages import say
from office.obligations import keep_lists
from office.post import Post, letter
from office.reminder_letters import bodies
from storage import meta, obligations, people, reminders
from storage.outbox import REMINDER

log = logging.getLogger(__name__)

SLOTS = 20
"""Moments over which one tick's messages are spread."""

CAPPED_ON = "reminders_capped_on"
"""The last local day on which the daily cap stopped reminders."""


@dataclass(frozen=True, slots=True)
class Reminding:
    """How this installation reminds: `manners` around an instant (slow the first time), channels that reach a
    phone, over how long a tick's messages are spread, and how many people a day at most."""

    manners: Callable[[datetime], Manners]
    pushing: frozenset[str]
    spread: timedelta = timedelta(minutes=15)
    daily_cap: int = 5000
    zone: str = "Asia/Ho_Chi_Minh"


def remind(post: Post, how: Reminding) -> int:
    """Remind whom it is time to remind; gives how many messages were made."""
    connection, now = post.connection, post.now
    if not reminders.is_any_due(connection, now) or not reminders.hold(connection):
        return 0
    manners = how.manners(now)
    if not manners.allow(now):
        return 0
    today = manners.calendar.day_of(now)
    keep_lists(post)
    reminders.pass_stages(connection, now)
    reminders.remind_as_asked(connection, now, today, how.pushing)
    left = max(0, how.daily_cap - reminders.sent_on(connection, today))
    if reminders.remind_at_stage(connection, now, today, how.pushing, left):
        _blow_fuse(post, how, today.isoformat())
    else:
        reminders.end_current(connection)
    return _write(post, how)


def is_capped(connection: Connection, how: Reminding, now: datetime) -> bool:
    """Whether the daily cap has stopped reminders today."""
    today = how.manners(now).calendar.day_of(now)
    return meta.get(connection, CAPPED_ON) == today.isoformat()


def chase(post: Post, how: Reminding, period_id: int) -> int:
    """One reminder more for those who still owe, because a coordinator asks; at most one a day and person
    altogether. Gives how many, people of the direct line not counted."""
    today = how.manners(post.now).calendar.day_of(post.now)
    stage = f"chase {today.isoformat()}"
    reminders.chase(post.connection, period_id, stage, post.now, today, how.pushing)
    _write(post, how)
    return reminders.chased(post.connection, period_id, stage, post.now)


def ask_later(post: Post, how: Reminding, person_id: int, when: str) -> datetime | None:
    """The person wants to be reminded this afternoon ("pm") or tomorrow morning ("am") of all that is still
    owed. Gives the instant, None when nothing is owed."""
    manners = how.manners(post.now)
    owed = [
        one.period_id
        for one in obligations.open_of(post.connection, person_id, post.now)
        if one.state == obligations.OWES
    ]
    if not owed:
        return None
    at = manners.later_today(post.now) if when == "pm" else manners.next_morning(post.now)
    stage = f"later {at:%m-%dT%H:%M}"
    reminders.ask_later(post.connection, owed, person_id, stage=stage, at=at)
    return at


def _write(post: Post, how: Reminding) -> int:
    """The messages of this tick's new reminders."""
    many = reminders.letters(post.connection)
    own = reminders.crowded(post.connection)
    texts = bodies(post.connection, [*many, *own.values()], post.now, how.zone)
    return reminders.post(
        post.connection,
        {one: texts[one] for one in many},
        {person: texts[one] for person, one in own.items()},
        post.now,
        how.spread,
        SLOTS,
    )


def _blow_fuse(post: Post, how: Reminding, today: str) -> None:
    """The daily cap is reached: nobody else is reminded today, and the operator hears of it once."""
    if meta.get(post.connection, CAPPED_ON) == today:
        return
    meta.put(post.connection, CAPPED_ON, today)
    log.error("the daily cap stops reminders", extra={"action": "reminders-capped", "cap": how.daily_cap})
    line = say("a-capped", n=how.daily_cap)
    roles = ("administrator", "coordinator")
    places = people.places_everywhere(post.connection, roles, post.pushing)
    post.owe([letter(place, [line], rank=REMINDER) for place in places])
