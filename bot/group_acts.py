"""What a conversation about the group of a unit decided is carried out here."""

from __future__ import annotations

from bot.answer import Answer
from bot.desk import Desk
from bot.seat import OpenTalk, Seat
from domain.orders import ServeGroup
from messages import say
from office import groups
from office.post import Post, letter
from storage import people, units
from storage.outbox import REPLY
from storage.people import Member


class GroupActs:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`post` is the transaction's out-tray."""
        self._post = post

    def carry_out(self, seat: Seat, member: Member, talk: OpenTalk, command: object) -> Answer | None:
        """Do what the talk decided, for the group it was begun in; None for a command of another kind."""
        match command:
            case ServeGroup(code):
                return self._serve(seat, member, talk, code)
        return None

    def _serve(self, seat: Seat, member: Member, talk: OpenTalk, code: str) -> Answer:
        unit_id = units.find(self._post.connection, code)
        if unit_id not in people.units_of(self._post.connection, member.person_id, "coordinator"):
            return Answer([say("e-perm")])
        place = seat.in_group(talk.begun["group"])
        line = groups.serve(self._post, member, unit_id, place)
        self._post.owe([letter(place, [line], rank=REPLY)])
        return Answer([line])
