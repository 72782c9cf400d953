"""A lost phone or a cleared browser: a further code for somebody who is known. DESIGN §5."""

from __future__ import annotations

from dataclasses import dataclass

from messages import say
from office.invites import NewInvite, invite
from office.post import Post, letter
from office.roster import invite_to
from storage import audit, directory, people, team
from storage.outbox import REPLY
from storage.team import Seat


class NobodyError(Exception):
    """Nobody is called so."""


class AmbiguousError(Exception):
    """Several are called so; `labels` tell them apart."""

    def __init__(self, labels: list[str]) -> None:
        """Keep the labels."""
        super().__init__(f"{len(labels)} people")
        self.labels = labels


@dataclass(frozen=True, slots=True)
class Comeback:
    """The invite, and whose it is."""

    invite: NewInvite
    role: str
    unit_code: str
    unit_name: str
    label: str


def invite_again(post: Post, who: str, *, contact: str | None) -> Comeback:
    """A code for the person `who` (label, CTV-17), or for the seat of that label nobody has taken yet.

    The person's other addresses are told, so that a stolen name does not go unnoticed. Raises NobodyError,
    AmbiguousError.
    """
    found = _people(post, who)
    seats = [seat for seat in team.seats(post.connection).values() if _is_meant(seat, who, found)]
    holders = {seat.person_id or f"seat {seat.id}" for seat in seats}
    if not seats:
        raise NobodyError(who)
    if len(holders) > 1:
        raise AmbiguousError([_name(seat) for seat in seats])
    seat = seats[0]
    unit = directory.find_unit(post.connection, seat.unit_id)
    made = (
        invite_to(post.connection, seat, post.now)
        if seat.person_id is None
        else _reentry(post, seat, contact)
    )
    audit.note(post.connection, "invited-again", _name(seat), now=post.now)
    return Comeback(made, seat.member.role, unit.code, unit.name, seat.member.label)


def _people(post: Post, who: str) -> list[int]:
    number = who.upper().removeprefix("CTV-")
    if number.isdigit():
        return [int(number)]
    return people.people_called(post.connection, who)


def _is_meant(seat: Seat, who: str, found: list[int]) -> bool:
    return seat.person_id in found or (seat.person_id is None and seat.member.label == who)


def _name(seat: Seat) -> str:
    return f"CTV-{seat.person_id}" if seat.person_id else seat.member.unit + "/" + seat.member.role


def _reentry(post: Post, seat: Seat, contact: str | None) -> NewInvite:
    assert seat.person_id is not None
    made = invite(
        post.connection,
        unit_id=seat.unit_id,
        role=seat.member.role,
        label=seat.member.label,
        person_id=seat.person_id,
        now=post.now,
    )
    notice = say("team-reentry", contact=contact or say("team-coordinator"))
    everywhere = people.ways_to(post.connection, [seat.person_id], post.pushing).get(seat.person_id, ())
    post.owe([letter(place, [notice], rank=REPLY) for place in everywhere])
    return made
