"""Groups of coordinators that are told of urgent reports, beside everybody's own message, never in its place.

Of what else is said there nothing is read.
"""

from __future__ import annotations

from sqlalchemy import Connection

from messages import Say, say
from office.post import Post, letter
from storage import alert_notices, audit, directory, groups, outbox, people
from storage.groups import AlertGroup, GroupPlace
from storage.outbox import ALERT, REPLY
from storage.people import Member

COORDINATOR = ("coordinator",)


def place_of(connection: Connection, unit_id: int) -> GroupPlace | None:
    """Where the unit's group is told of urgent reports; None where there is no group, or it is gone."""
    found = groups.of_unit(connection, unit_id)
    return found.place if found and not found.gone else None


def serve(post: Post, member: Member, unit_id: int, place: GroupPlace) -> Say:
    """A coordinator of the unit makes this group, or this topic of it, the unit's. Gives what to say there.

    A group that serves another unit is not taken from it; a group the unit had before is told that it ends.
    """
    connection, unit = post.connection, directory.find_unit(post.connection, unit_id)
    here = groups.at(connection, place.lane)
    if here and not here.gone and here.unit_id != unit_id:
        return say("group-taken", unit=directory.find_unit(connection, here.unit_id).name)
    before = place_of(connection, unit_id)
    if before and before.lane != place.lane:
        post.owe([letter(before, [say("group-left", unit=unit.name)], rank=REPLY)])
    groups.put(connection, unit_id, place, post.now)
    _note(post, "group-set", unit_id, member)
    return say("group-serves", unit=unit.name)


def stop(post: Post, member: Member, lane: str) -> Say:
    """A coordinator of the unit the group serves ends it. Gives what to say there."""
    here = groups.at(post.connection, lane)
    if here is None:
        return say("group-none")
    if here.unit_id not in people.units_of(post.connection, member.person_id, "coordinator"):
        return say("group-not-yours")
    groups.drop(post.connection, lane)
    _note(post, "group-ended", here.unit_id, member)
    return say("group-ended", unit=directory.find_unit(post.connection, here.unit_id).name)


def _note(post: Post, act: str, unit_id: int, member: Member) -> None:
    audit.note(post.connection, act, f"unit {unit_id}", now=post.now, actor=audit.person(member.person_id))


def lose(post: Post, group: AlertGroup) -> None:
    """Nothing reaches the group any more: what waits for it ends; the unit's coordinators are told, once."""
    lane = group.place.lane
    if not groups.mark_gone(post.connection, lane, post.now):
        return
    outbox.fail_lane(post.connection, lane, now=post.now, why="the group is gone")
    line = say("group-gone", unit=directory.find_unit(post.connection, group.unit_id).name)
    places = people.places_with(post.connection, group.unit_id, COORDINATOR, post.pushing)
    post.owe([letter(place, [line], rank=ALERT) for place in places])


def move(post: Post, lane: str, chat: str) -> None:
    """The group at `lane` has become the supergroup `chat`: it goes on there, and so does what waits."""
    to = f"{lane.rpartition(':')[0]}:{chat}"
    groups.move(post.connection, lane, to, chat)
    alert_notices.move_notices(post.connection, lane, to)
    outbox.move_lane(post.connection, lane, to, chat)
