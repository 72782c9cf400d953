"""A team by decision: who joins, who stays, who leaves. DOMAIN §1, rows 4 and 51."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from domain.roster import Changes, Roster, compare
from domain.sheet import Faults
from messages import say
from office.invites import NewInvite, invite
from office.post import Post, letter
from storage import audit, invites, people, programmes, talks, team, units
from storage.outbox import REPLY
from storage.team import Seat


def changes_by(connection: Connection, roster: Roster) -> Changes | Faults:
    """What taking `roster` over would do now."""
    return compare({id: seat.member for id, seat in team.seats(connection).items()}, roster)


def apply_roster(
    post: Post, roster: Roster, progress: Callable[[int], None] = lambda done: None
) -> Changes | Faults:
    """Take a list over. Those who leave are told and can be written to no more; faults change nothing."""
    changes = changes_by(post.connection, roster)
    if isinstance(changes, Faults):
        return changes
    ids, seats = units.ids(post.connection), team.seats(post.connection)
    works: dict[str | None, int | None] = {None: None} | programmes.ids(post.connection)
    for done, member in enumerate(changes.joins, 1):
        team.add_seat(post.connection, ids[member.unit], member, works[member.programme])
        progress(done)
    for id, member in changes.stays:
        team.renew_seat(post.connection, id, member, works[member.programme])
    decision = roster.members[0].decision_number or ""
    for id, _ in changes.leaves:
        _leave(post, seats[id], decision)
    audit.note(
        post.connection,
        "people-imported",
        decision,
        now=post.now,
        joins=len(changes.joins),
        stays=len(changes.stays),
        leaves=len(changes.leaves),
    )
    return changes


def seats_to_invite(connection: Connection, now: datetime) -> list[Seat]:
    """Seats whose holder has neither come nor an invite to come with."""
    seats = team.seats(connection)
    return [seats[id] for id in team.uninvited(connection, now)]


def invite_to(connection: Connection, seat: Seat, now: datetime) -> NewInvite:
    """An invite for the one person a seat waits for."""
    return invite(
        connection,
        unit_id=seat.unit_id,
        role=seat.member.role,
        label=seat.member.label,
        membership_id=seat.id,
        now=now,
    )


def _leave(post: Post, seat: Seat, decision: str) -> None:
    """End a seat; whoever holds no other is thanked, and forgotten as a place to write to."""
    connection, now = post.connection, post.now
    team.end_seat(connection, seat.id, now)
    invites.close_of_membership(connection, seat.id, now)
    if seat.person_id is None or people.roles_of(connection, seat.person_id):
        return
    farewell = say("team-left", decision=decision)
    places = people.places_of(connection, [seat.person_id], post.pushing)
    letters = [letter(place, [farewell], rank=REPLY) for place in places]
    for one in letters:
        one.body["menu"] = []
    post.owe(letters)
    people.change_person(connection, seat.person_id, left_at=now, reminders=False)
    invites.close_of_person(connection, seat.person_id, now)
    talks.end_talks_at(connection, people.forget_addresses(connection, seat.person_id))
