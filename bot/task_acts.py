"""What conversations about tasks decided is carried out here."""

from __future__ import annotations

from bot.answer import Answer
from bot.desk import Desk
from bot.seat import OpenTalk, Seat
from domain.tasks import FinishTask
from messages import say
from office import access, tasks
from office.post import Post
from storage.people import Member


class TaskActs:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`post` is the transaction's out-tray."""
        self._post = post

    def carry_out(self, seat: Seat, member: Member, talk: OpenTalk, command: object) -> Answer | None:
        """Do what the talk decided; None for a command that is not of this kind."""
        match command:
            case FinishTask(id, result):
                who = access.viewer(self._post.connection, member.person_id, self._post.today)
                row = tasks.in_hand(self._post.connection, who, id)
                done = row is not None and tasks.finish(self._post, who, row, result)
                return Answer([say("c-task-done", code=tasks.code_of(id)) if done else say("turn-passed")])
        return None
