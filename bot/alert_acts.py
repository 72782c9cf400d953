"""What conversations about alerts and mutes decided is carried out here, one method a command."""

from __future__ import annotations

from bot.answer import Answer
from bot.desk import Desk
from bot.seat import OpenTalk, Seat
from domain.alerts import Settle
from domain.mutes import Lift, Mute
from office import mutes, still
from office.post import Post
from storage.people import Member


class AlertActs:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`desk` knows rules and zone, `post` is the transaction's out-tray."""
        self._desk = desk
        self._post = post

    def carry_out(self, seat: Seat, member: Member, talk: OpenTalk, command: object) -> Answer | None:
        """Do what the talk decided; None for a command that is not of this kind."""
        match command:
            case Settle(alert, said):
                rules = self._desk.house.rules
                return Answer([still.finish(self._post, alert, member.person_id, said, rules)])
            case Mute():
                return Answer([mutes.mute(self._post, member, command, self._desk.zone)])
            case Lift():
                return Answer(mutes.lift(self._post, member, command))
        return None
