"""Becoming a member: an invite, a consent, an address. DOMAIN §7; DESIGN §8."""

from __future__ import annotations

from dataclasses import dataclass

from office import channels, invites
from office.post import Post
from storage import people, programmes


@dataclass(frozen=True, slots=True)
class Consent:
    """What was agreed to, provably: version and digest of the text as shown, and the channel."""

    version: str
    digest: str
    channel: str


def join(
    post: Post,
    *,
    invite_id: int,
    lane: str,
    channel: str,
    bot: str,
    chat: str,
    lang: str,
    consent: Consent,
    reminders: bool,
) -> int | None:
    """Use the invite up and make its holder a member.

    Gives the person's id; None when the invite was used or has expired meanwhile, and nothing is kept.
    """
    connection, now = post.connection, post.now
    invite = invites.use_invite(connection, invite_id, now)
    if invite is None:
        return None
    here = people.members_at(connection, [lane]).get(lane)
    # Whoever is a member here already stays the same person and gains a role.
    person_id = here.person_id if here else None
    if person_id is None:
        person_id = people.add_person(
            connection, unit_id=invite.unit_id, label=invite.label, lang=lang, reminders=reminders, now=now
        )
    if invite.membership_id is not None:
        people.fill_membership(connection, invite.membership_id, person_id)
    else:
        people.add_membership(
            connection, person_id=person_id, unit_id=invite.unit_id, role=invite.role, label=invite.label
        )
    if here is None:
        people.add_address(
            connection, person_id=person_id, lane=lane, channel=channel, bot=bot, chat=chat, now=now
        )
    for purpose, given in (("membership", True), ("reminders", reminders)):
        _record(post, person_id, purpose, given, consent)
    return person_id


def team_elsewhere(post: Post, invite_id: int, lane: str) -> tuple[str, str] | None:
    """(programme, unit) of a team in which whoever sits at `lane` serves already for the programme of this
    invite: one person has one team a programme (DOMAIN §1 row 42). None where nothing stands against it."""
    invite = invites.still_open(post.connection, invite_id, post.now)
    here = people.members_at(post.connection, [lane]).get(lane)
    if invite is None or here is None or invite.membership_id is None:
        return None
    return programmes.team_elsewhere(post.connection, here.person_id, invite.membership_id)


def join_again(
    post: Post, *, invite_id: int, lane: str, channel: str, bot: str, chat: str, consent: Consent | None
) -> int | None:
    """Use a code for a further address up; every other address of the person is told. `consent` where this
    channel asked for one.

    Gives the person's id; None when the code was used or has expired meanwhile, or the chat is a member's.
    """
    connection = post.connection
    if lane in people.members_at(connection, [lane]):
        return None
    invite = invites.use_invite(connection, invite_id, post.now)
    if invite is None or invite.person_id is None:
        return None
    people.add_address(
        connection, person_id=invite.person_id, lane=lane, channel=channel, bot=bot, chat=chat, now=post.now
    )
    if consent is not None:
        _record(post, invite.person_id, "membership", True, consent)
    channels.tell_joined(post, invite.person_id, lane, channel, bot)
    return invite.person_id


def _record(post: Post, person_id: int, purpose: str, given: bool, consent: Consent) -> None:
    people.record_consent(
        post.connection,
        person_id=person_id,
        purpose=purpose,
        given=given,
        version=consent.version,
        text_hash=consent.digest,
        channel=consent.channel,
        now=post.now,
    )
