"""A topic that is suddenly on many lips is told to the unit's coordinators, once in such a stretch of time.

Called as often as one likes, by any number of processes: what was told stays noted. DOMAIN §1 row 12.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from domain.spikes import BASELINE, KNOWN_FOR, VOICES, SpikeRule, usual
from domain.topics import DEFAULT_TOPICS, Topic
from messages import say
from office.ids import button
from office.post import Post, letter
from office.reminding import Reminding
from storage import directory, meta, people, reminders, spikes
from storage.outbox import REMINDER
from storage.spikes import Heard

RESTRICTED = frozenset(one.code for one in DEFAULT_TOPICS if one.restricted)
"""Nothing is said about these to everybody who coordinates a unit."""

LISTED, LISTED_FOR = 10, timedelta(days=3)
"""Reports offered for one matter, and how old they may be: the news may have waited for the morning."""

_CODES = tuple(one.code for one in DEFAULT_TOPICS)


def is_any_due(connection: Connection, now: datetime, rule: SpikeRule, how: Reminding) -> bool:
    """Whether a spike is to be told now: at the hours of reminders, for it is no emergency."""
    return how.manners(now).allow(now) and bool(_due(connection, now, rule))


def tell(post: Post, rule: SpikeRule, how: Reminding) -> int:
    """Tell the spikes nobody was told of; gives how many."""
    if not how.manners(post.now).allow(post.now) or not reminders.hold(post.connection):
        return 0
    due = _due(post.connection, post.now, rule)
    for one, before in due:
        meta.put(post.connection, _key(one), post.now.isoformat())
        line = say(
            "a-spike",
            topic=Topic(one.topic).name,
            unit=directory.find_unit(post.connection, one.unit_id).name,
            n=one.count,
            hours=rule.hours,
            usual=round(before),
        )
        places = people.places_with(post.connection, one.unit_id, ("coordinator",), post.pushing)
        rows = [[(button("spike", number_of(one.unit_id, one.topic)), say("b-open-of-spike"))]]
        post.owe([letter(place, [line], rows, rank=REMINDER) for place in places])
    return len(due)


def number_of(unit_id: int, topic: str) -> int:
    """The number by which a button means the reports of a topic in a unit."""
    return unit_id * len(_CODES) + _CODES.index(topic)


def reports_of(connection: Connection, number: int, now: datetime) -> list[int]:
    """Ids of the reports that `number` means and that are in no matter yet, the newest."""
    unit_id, place = divmod(number, len(_CODES))
    return spikes.loose(connection, unit_id, _CODES[place], now - LISTED_FOR, LISTED)


def _due(connection: Connection, now: datetime, rule: SpikeRule) -> list[tuple[Heard, float]]:
    """Spikes to be told of, each with what the unit is used to."""
    since = now - rule.window
    found = []
    for one in spikes.heard_since(connection, since, rule.least, VOICES):
        if one.topic in RESTRICTED or _told_since(connection, one, since):
            continue
        first = spikes.first_at(connection, one.unit_id)
        if first is None or since - first < KNOWN_FOR:
            continue
        earlier = spikes.heard_between(connection, one.unit_id, one.topic, since - BASELINE, since)
        before = usual(earlier, since - first, rule.window)
        if rule.is_spike(one.count, one.voices, before):
            found.append((one, before))
    return found


def _told_since(connection: Connection, one: Heard, since: datetime) -> bool:
    told = meta.get(connection, _key(one))
    return told is not None and datetime.fromisoformat(told) > since


def _key(one: Heard) -> str:
    return f"spike {one.unit_id} {one.topic}"
