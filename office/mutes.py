"""Mutes of a unit: made and lifted by its coordinators, told of once when they end. ADR 19.

They hold back what is not urgent; urgent reports are told all the same, with a line that says so.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.mutes import Lift, Mute, MuteFacts, MutesFacts, Scope, is_fit
from domain.topics import DEFAULT_TOPICS, Topic
from domain.when import moment
from messages import Say, Text, say
from office.coordinators import coordinates
from office.post import Post, letter
from office.reminding import Reminding
from storage import audit, directory, mutes, people, reports
from storage.mutes import MuteRow
from storage.outbox import REMINDER
from storage.people import Member
from storage.reports import ReportRow

SHOWN = 20
"""Codes named when a mute ends."""

_TOPICS = frozenset(one.code for one in DEFAULT_TOPICS)


def facts(connection: Connection, member: Member, now: datetime, zone: ZoneInfo) -> MutesFacts:
    """The units this person coordinates, with their areas, and the mutes that hold there."""
    mine = people.units_of(connection, member.person_id, "coordinator")
    names = directory.names_of(connection, mine)
    today = now.astimezone(zone).date()
    makers = dict.fromkeys(maker for id in mine for maker in directory.above(connection, id))
    running = mutes.running(connection, makers, now)
    held = mutes.held(connection, [one.id for one in running])
    return MutesFacts(
        zone,
        tuple(Scope(id, names[id], _areas(connection, id, today)) for id in mine),
        tuple(
            MuteFacts(
                one.id, directory.find_unit(connection, one.unit_id).name, one.topic, _area(connection, one),
                one.until_at, one.owner, one.reason, len(held.get(one.id, ())), one.unit_id in mine,
            )
            for one in running
        ),
    )  # fmt: skip


def _areas(connection: Connection, unit_id: int, on: date) -> tuple[tuple[int, str], ...]:
    below = directory.below(connection, unit_id, on)
    names = directory.names_of(connection, below)
    return tuple((id, names[id]) for id in sorted(below, key=lambda id: (id != unit_id, names[id])))


def _area(connection: Connection, row: MuteRow) -> str:
    return "" if row.area_id is None else directory.find_unit(connection, row.area_id).name


def covering(connection: Connection, report: ReportRow, now: datetime) -> MuteRow | None:
    """The mute that holds what is about the topic and area of a report, if one runs."""
    return covering_topic(connection, report.unit_id, report.area_id, report.topic, now)


def covering_topic(
    connection: Connection, unit_id: int, area_id: int, topic: str | None, now: datetime
) -> MuteRow | None:
    """The mute of a unit or one above it that holds what that unit hears of a topic in an area; of several
    the one that runs longest."""
    running = mutes.about(connection, topic, now)
    if not running:
        return None
    units, areas = directory.above(connection, unit_id), directory.above(connection, area_id)
    holding = (one for one in running if one.unit_id in units and one.area_id in (None, *areas))
    return next(holding, None)


def beside_urgent(row: MuteRow, zone: ZoneInfo) -> Say:
    """The line of an urgent alert whose topic or area is muted."""
    return say("a-muted", who=row.owner, reason=row.reason, until=moment(row.until_at, zone))


def mute(post: Post, member: Member, wish: Mute, zone: ZoneInfo) -> Say:
    """A coordinator mutes a topic, an area or both. Gives what to answer."""
    connection = post.connection
    is_known = wish.topic is None or wish.topic in _TOPICS
    is_below = wish.area is None or wish.area in directory.below(connection, wish.unit, post.today)
    if not (coordinates(connection, member.person_id, wish.unit) and is_known and is_below):
        return say("e-perm")
    if not is_fit(wish.until_at, post.now):
        return say("e-mute-passed")
    id = mutes.add(
        connection,
        unit_id=wish.unit,
        area_id=wish.area,
        person_id=member.person_id,
        topic=wish.topic,
        reason=wish.reason,
        now=post.now,
        until_at=wish.until_at,
    )
    _note(post, "mute-made", id, member, until=wish.until_at.isoformat(), topic=wish.topic, area=wish.area)
    return say("c-muted", until=moment(wish.until_at, zone))


def lift(post: Post, member: Member, wish: Lift) -> list[Text]:
    """A coordinator of the unit ends one of its mutes; its owner is told. Gives what to answer."""
    row = mutes.find(post.connection, wish.mute)
    if row is None or not coordinates(post.connection, member.person_id, row.unit_id):
        return [say("e-perm")]
    if not mutes.end(post.connection, row.id, post.now, member.person_id):
        return [say("c-mute-over")]
    _note(post, "mute-lifted", row.id, member)
    lines = _ended(post.connection, row, "mute-lifted")
    if row.person_id != member.person_id:
        for place in people.places_of(post.connection, [row.person_id], post.pushing):
            post.owe([letter(place, lines, rank=REMINDER)])
    return lines


def end_due(post: Post, how: Reminding) -> int:
    """Tell the owner of every mute whose end has come how many reports it held, once for ever, at the next
    hour at which people may be told. Gives how many ended."""
    due = mutes.due(post.connection, post.now)
    for row in due:
        mutes.end(post.connection, row.id, post.now)
        audit.note(post.connection, "mute-ended", f"mute {row.id}", now=post.now, actor="clock")
        at = how.manners(post.now).next_allowed(post.now)
        wait = at if at > post.now else None
        for place in people.places_of(post.connection, [row.person_id], post.pushing):
            lines = _ended(post.connection, row, "mute-ended")
            post.owe([letter(place, lines, rank=REMINDER, not_before_at=wait)])
    return len(due)


def _ended(connection: Connection, row: MuteRow, sentence: str) -> list[Text]:
    """What is said at the end: of what, how many were held, their codes."""
    held = mutes.held(connection, [row.id]).get(row.id, [])
    codes = ", ".join(map(reports.code_of, held[:SHOWN])) + ("…" if len(held) > SHOWN else "")
    what = say("mute-what", topic=topic_of(row.topic), area=_area(connection, row) or say("mute-everywhere"))
    counted = [say("mute-held", n=len(held), codes=codes)]
    return [say(sentence, what=what), *counted]


def topic_of(code: str | None) -> Say:
    """A topic in words; None is all of them."""
    return say("mute-all-topics") if code is None else Topic(code).name


def _note(post: Post, act: str, id: int, member: Member, **detail: object) -> None:
    actor = audit.person(member.person_id)
    audit.note(post.connection, act, f"mute {id}", now=post.now, actor=actor, **detail)
