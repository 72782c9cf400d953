"""A person's own channels: told, added by a one-time code, preferred, removed. DESIGN §5."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from domain.channels import OwnChannel, name_of
from domain.when import written
from messages import say
from office.invites import NewInvite, invite
from office.post import Post, letter
from storage import invites, mailings, outbox, people, talks
from storage.outbox import REPLY
from storage.people import Address, Member, Place

VALID_FOR = timedelta(minutes=15)
"""How long a code for a further channel can be used: it is typed on the other device at once. NIST SP 800-63B
§5.1.3.2 gives what goes from one device to another ten minutes; a slow line gets five more."""


def own(post: Post, member: Member) -> tuple[OwnChannel, ...]:
    """The person's addresses, in the order they came."""
    used = _used(post, member)
    return tuple(
        OwnChannel(
            one.id,
            one.channel,
            one.bot,
            written(one.joined_at, ZoneInfo(post.zone)),
            live=one.unreachable_at is None,
            here=one.lane == member.lane,
            wanted=one.preferred,
            used=used is not None and one.lane == used.lane,
        )
        for one in people.addresses_of(post.connection, member.person_id)
    )


def _used(post: Post, member: Member) -> Place | None:
    return next(iter(people.places_of(post.connection, [member.person_id], post.pushing)), None)


def add(post: Post, member: Member, role: str) -> NewInvite:
    """A code that makes the chat it is typed in an address of this person; once, and soon. `role`: one that
    the person holds."""
    return invite(
        post.connection,
        unit_id=member.unit_id,
        role=role,
        now=post.now,
        label=member.label,
        person_id=member.person_id,
        valid_for=VALID_FOR,
    )


def prefer(post: Post, member: Member, address_id: int) -> Place | None:
    """Write to this address unasked from now on. Gives where it is really written to: an address that does
    not ring is passed over while another does. None for an address that is not this person's."""
    known = {one.id for one in people.addresses_of(post.connection, member.person_id)}
    if address_id not in known:
        return None
    people.prefer(post.connection, member.person_id, address_id)
    return _used(post, member)


def tell_joined(post: Post, person_id: int, lane: str, channel: str, bot: str) -> None:
    """Every other address of the person hears at once that one more was joined."""
    line = say("c-channel-joined", channel=name_of(channel, bot))
    rows = [[("x.cmd.kenh", say("b-channels"))]]
    ways = people.ways_to(post.connection, [person_id], post.pushing).get(person_id, ())
    post.owe([letter(place, [line], rows, rank=REPLY) for place in ways if place.lane != lane])


def remove(post: Post, member: Member, address_id: int) -> Address | None:
    """The address is the person's no more: whoever is there is told, and is a stranger. What waits for it
    goes to another one; codes made meanwhile open nothing. None for the last one, and for one that is not
    this person's (any more)."""
    connection = post.connection
    known = people.addresses_of(connection, member.person_id, hold=True)
    gone = next((one for one in known if one.id == address_id), None)
    if gone is None or len(known) == 1:
        return None
    places = people.places_at(connection, [gone.lane])
    outbox.readdress(connection, gone.lane, "removed", post.now, pushing=post.pushing)
    people.forget_address(connection, gone.lane)
    talks.end_talks_at(connection, [gone.lane])
    mailings.forget_places(connection, [gone.lane])
    invites.close_of_person(connection, member.person_id, post.now)
    if gone.lane != member.lane:
        post.owe([letter(place, [say("c-channel-gone")], rank=REPLY) for place in places])
    return gone
