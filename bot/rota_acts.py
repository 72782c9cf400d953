"""What conversations about the duty rota decided is carried out here, one method a command."""

from __future__ import annotations

from bot.answer import Answer
from bot.desk import Desk
from bot.seat import OpenTalk, Seat
from domain.rota import ChangeShift, OfferShift, PlanRota
from messages import say
from office import rota
from office.post import Post
from storage.people import Member


class RotaActs:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`desk` knows zone and hours, `post` is the transaction's out-tray."""
        self._desk = desk
        self._post = post

    def carry_out(self, seat: Seat, member: Member, talk: OpenTalk, command: object) -> Answer | None:
        """Do what the talk decided; None for a command that is not of this kind."""
        zone = self._desk.zone
        match command:
            case PlanRota():
                return self._plan(member, command)
            case ChangeShift(shift, person):
                return Answer([rota.change_shift(self._post, member, shift, person, zone)])
            case OfferShift(shift, person):
                return Answer([rota.offer(self._post, member, shift, person, zone)])
        return None

    def _plan(self, member: Member, wish: PlanRota) -> Answer:
        hours = self._desk.duty_hours(self._post.now)
        saved = rota.save_week(self._post, member, wish, self._desk.zone, hours)
        if saved is None:
            return Answer([say("e-perm")])
        return Answer([say("c-rota-saved", n=len(saved)) if saved else say("e-week-over")])
