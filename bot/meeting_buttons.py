"""Buttons under messages about meetings and tasks. Data can be forged: each act looks who presses."""

from __future__ import annotations

from collections.abc import Callable

from bot.desk import Desk
from bot.meeting_acts import approved, replied
from bot.screen import plain
from bot.seat import Seat
from bot.talking import Talking
from domain.meetings import REPLIES, ROUNDS
from handlers import MEETINGS, TASKS
from messages import Say
from office import access
from office.post import Post


class MeetingButtons:
    """The buttons of one transaction."""

    def __init__(self, talking: Talking, desk: Desk, post: Post) -> None:
        """`talking` says what is to be said, `desk` knows the settings, `post` is the out-tray."""
        self._talking = talking
        self._desk = desk
        self._post = post
        self.verbs: dict[str, Callable[[Seat, int, str | None], bool]] = {
            "meeting": self._begin(MEETINGS, "meeting"),
            "mstatement": self._begin("statement", "meeting"),
            "mconclude": self._begin("conclusion", "meeting"),
            "comment": self._begin("comment", "meeting"),
            "taskdone": self._begin(TASKS, "task"),
            "approve": self._approve,
            **{f"come-{said}": self._reply(said) for said in REPLIES},
        }

    def _begin(self, flow: str, about: str) -> Callable[[Seat, int, str | None], bool]:
        def begin(seat: Seat, id: int, message: str | None) -> bool:
            self._talking.leave_menus(seat, flow)
            self._talking.begin(seat, flow, None, {"about": {about: id}})
            return True

        return begin

    def _reply(self, said: str) -> Callable[[Seat, int, str | None], bool]:
        def reply(seat: Seat, id: int, message: str | None) -> bool:
            assert seat.member is not None
            return self._say(seat, replied(self._post, self._desk, seat.member.person_id, id, said))

        return reply

    def _approve(self, seat: Seat, number: int, message: str | None) -> bool:
        assert seat.member is not None
        who = access.viewer(self._post.connection, seat.member.person_id, self._post.today)
        return self._say(seat, approved(self._post, self._desk, who, *divmod(number, ROUNDS)))

    def _say(self, seat: Seat, line: Say | None) -> bool:
        """Told below the message, whose buttons stay: one may think again."""
        if line is not None:
            self._talking.reply(seat, plain([line], seat.words))
        return line is not None
