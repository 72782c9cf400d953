"""What conversations about the person's own channels decided is carried out here, one method a command."""

from __future__ import annotations

from bot.answer import Answer
from bot.desk import Desk
from bot.seat import OpenTalk, Seat
from domain.channels import AddChannel, PreferChannel, RemoveChannel, name_of
from messages import say
from office import channels
from office.post import Post
from storage import people
from storage.people import Member


class ChannelActs:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`desk` knows the ways in, `post` is the transaction's out-tray."""
        self._desk = desk
        self._post = post

    def carry_out(self, seat: Seat, member: Member, talk: OpenTalk, command: object) -> Answer | None:
        """Do what the talk decided; None for a command that is not of this kind."""
        match command:
            case AddChannel():
                return self._add(seat, member)
            case PreferChannel(address):
                return self._prefer(member, address)
            case RemoveChannel(address):
                return self._remove(seat, member, address)
        return None

    def _add(self, seat: Seat, member: Member) -> Answer:
        roles = people.roles_of(self._post.connection, member.person_id)
        if not roles:
            return Answer([say("turn-passed")])
        made = channels.add(self._post, member, min(roles))
        minutes = int(channels.VALID_FOR.total_seconds() // 60)
        head = say("c-channel-code", code=made.code, minutes=minutes)
        return Answer([head, *self._desk.entrances.lines(made.code, (seat.channel, seat.bot))])

    def _prefer(self, member: Member, address_id: int) -> Answer:
        used = channels.prefer(self._post, member, address_id)
        chosen = next((one for one in channels.own(self._post, member) if one.id == address_id), None)
        if used is None or chosen is None:
            return Answer([say("turn-passed")])
        if chosen.used:
            return Answer([say("c-channel-preferred", channel=chosen.name)])
        other = name_of(used.channel, used.bot)
        return Answer([say("c-channel-silent", channel=chosen.name, other=other)])

    def _remove(self, seat: Seat, member: Member, address_id: int) -> Answer:
        gone = channels.remove(self._post, member, address_id)
        if gone is None:
            return Answer([say("e-channel-last")])
        if gone.lane == seat.lane:
            return Answer([say("c-channel-gone")], left=True)
        return Answer([say("c-channel-removed", channel=name_of(gone.channel, gone.bot))])
