"""A topic that is suddenly on many lips is told to the unit's coordinators, and not again until it is over.

Called as often as one likes, by any number of processes: a spike is a row. DOMAIN §1 row 12.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from domain.spikes import SpikeRule, usual
from domain.topics import DEFAULT_TOPICS, Topic
from messages import say
from office import mutes
from office.ids import button
from office.post import Post, letter
from office.reminding import Reminding
from storage import directory, people, reminders, spikes
from storage.outbox import REMINDER
from storage.spikes import Heard, SpikeRow

RESTRICTED = frozenset(one.code for one in DEFAULT_TOPICS if one.restricted)
"""Nothing is said about these to everybody who coordinates a unit."""

LISTED, LISTED_FOR = 10, timedelta(days=3)
"""Reports offered for one matter, and how old they may be: the news may have waited for the morning."""

_CODES = tuple(one.code for one in DEFAULT_TOPICS)


def is_any_due(connection: Connection, now: datetime, rule: SpikeRule, how: Reminding) -> bool:
    """Whether a spike has begun or is over: looked for at the hours of reminders, for it is no emergency."""
    if not how.manners(now).allow(now):
        return False
    return bool(_over(connection, now, rule) or _begun(connection, now, rule))


def tell(post: Post, rule: SpikeRule, how: Reminding) -> int:
    """End the spikes that are over and tell those that have begun; gives how many were told."""
    if not how.manners(post.now).allow(post.now) or not reminders.hold(post.connection):
        return 0
    for one in _over(post.connection, post.now, rule):
        spikes.end(post.connection, one.id, post.now)
    begun = _begun(post.connection, post.now, rule)
    for heard, before in begun:
        _tell(post, heard, before, rule)
    return len(begun)


def _tell(post: Post, heard: Heard, before: float, rule: SpikeRule) -> None:
    spikes.add(post.connection, heard.unit_id, heard.topic, before, post.now)
    line = say(
        "a-spike",
        topic=Topic(heard.topic).name,
        unit=directory.find_unit(post.connection, heard.unit_id).name,
        n=heard.count,
        hours=rule.hours,
        usual=round(before),
    )
    rows = [[(button("spike", number_of(heard.unit_id, heard.topic)), say("b-open-of-spike"))]]
    places = people.places_with(post.connection, heard.unit_id, ("coordinator",), post.pushing)
    post.owe([letter(place, [line], rows, rank=REMINDER) for place in places])


def number_of(unit_id: int, topic: str) -> int:
    """The number by which a button means the reports of a topic in a unit."""
    return unit_id * len(_CODES) + _CODES.index(topic)


def reports_of(connection: Connection, number: int, now: datetime) -> list[int]:
    """Ids of the reports that `number` means and that are in no matter yet, the newest."""
    unit_id, place = divmod(number, len(_CODES))
    return spikes.loose(connection, unit_id, _CODES[place], now - LISTED_FOR, LISTED)


def _over(connection: Connection, now: datetime, rule: SpikeRule) -> list[SpikeRow]:
    """Open spikes of which little is left."""
    since = now - rule.window
    return [
        one
        for one in spikes.open_spikes(connection)
        if rule.is_over(spikes.heard_between(connection, one.unit_id, one.topic, since, now), one.usual)
    ]


def _begun(connection: Connection, now: datetime, rule: SpikeRule) -> list[tuple[Heard, float]]:
    """Spikes to be told of, each with what the unit is used to; none of a muted topic, none that is open."""
    since = now - rule.window
    known = {(one.unit_id, one.topic) for one in spikes.open_spikes(connection)}
    found = []
    for one in spikes.heard_since(connection, since, rule.least, rule.voices):
        if one.topic in RESTRICTED or (one.unit_id, one.topic) in known:
            continue
        if mutes.covering_topic(connection, one.unit_id, one.unit_id, one.topic, now):
            continue
        first = spikes.first_at(connection, one.unit_id)
        if first is None or since - first < rule.known_for:
            continue
        earlier = spikes.heard_between(connection, one.unit_id, one.topic, since - rule.baseline, since)
        before = usual(earlier, since - first, rule.window, rule.baseline)
        if rule.is_spike(one.count, one.voices, before):
            found.append((one, before))
    return found
