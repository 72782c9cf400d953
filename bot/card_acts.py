"""What conversations about cards of official information decided is carried out here."""

from __future__ import annotations

from bot.answer import Answer
from bot.desk import Desk
from bot.seat import OpenTalk, Seat
from domain.cards import SendCard, SendCardOf
from messages import say
from office import access, cards, matters
from office.post import Post
from storage import people
from storage.people import Member


class CardActs:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`desk` knows how people are written to, `post` is the transaction's out-tray."""
        self._how = desk.reminding
        self._post = post

    def carry_out(self, seat: Seat, member: Member, talk: OpenTalk, command: object) -> Answer | None:
        """Do what the talk decided; None for a command that is not of this kind."""
        who = access.viewer(self._post.connection, member.person_id, self._post.today)
        author = next(iter(people.places_at(self._post.connection, [seat.lane])), None)
        match command:
            case SendCard(card, audience):
                done = cards.send(self._post, self._how, who, card, audience, author)
            case SendCardOf(card, matter):
                row = matters.in_hand(self._post.connection, who, matter)
                done = row is not None and cards.send_of(self._post, self._how, who, row, card, author)
            case _:
                return None
        return Answer([say("c-announced") if done else say("turn-passed")])
