"""What a conversation about the reporter of a report decided is carried out here."""

from __future__ import annotations

from bot.answer import Answer
from bot.desk import Desk
from bot.seat import OpenTalk, Seat
from domain.unveiling import Unveil
from office.post import Post
from office.unveiling import unveil
from storage.people import Member


class ReporterActs:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`post` is the transaction's out-tray."""
        self._post = post

    def carry_out(self, seat: Seat, member: Member, talk: OpenTalk, command: object) -> Answer | None:
        """Do what the talk decided; None for a command of another kind."""
        match command:
            case Unveil(report, reason):
                return Answer([unveil(self._post, member.person_id, report, reason)])
        return None
