"""Buttons under messages about matters and referrals. Data can be forged: each act looks who presses."""

from __future__ import annotations

from collections.abc import Callable

from bot.desk import Desk
from bot.screen import plain
from bot.seat import Seat
from bot.talking import Talking
from messages import say
from office import access, answers, referrals
from office.post import Post
from storage.referrals import ReferralRow


class MatterButtons:
    """The buttons of one transaction."""

    def __init__(self, talking: Talking, desk: Desk, post: Post) -> None:
        """`talking` says what is to be said, `desk` knows the settings, `post` is the out-tray."""
        self._talking = talking
        self._rules = desk.desk_rules
        self._post = post
        self.verbs: dict[str, Callable[[Seat, int, str | None], bool]] = {
            "matter": self._begin("matters", "matter"),
            "handle": self._begin("handle", "hand"),
            "spike": self._begin("spike", "spike"),
            "judge": self._begin("judge", "answer"),
            "referral": self._begin("referral", "referral"),
            "tell": self._begin("answer_inquiry", "inquiry"),
            "clear": lambda seat, number, message: self._judge(seat, number, message, clear=True),
            "unclear": lambda seat, number, message: self._judge(seat, number, message, clear=False),
            "chase": self._chase,
            "grant": lambda seat, id, message: self._decide_time(seat, id, message, grant=True),
            "deny": lambda seat, id, message: self._decide_time(seat, id, message, grant=False),
            "reassign": self._reassign,
        }

    def _begin(self, flow: str, about: str) -> Callable[[Seat, int, str | None], bool]:
        def begin(seat: Seat, id: int, message: str | None) -> bool:
            self._talking.leave_menus(seat, flow)
            self._talking.begin(seat, flow, None, {"about": {about: id}})
            return True

        return begin

    def _judge(self, seat: Seat, number: int, message: str | None, *, clear: bool) -> bool:
        assert seat.member is not None
        outcome = answers.judge(self._post, seat.member.person_id, number, clear=clear)
        if outcome == "gone":
            return False
        self._talking.reply(seat, plain([say(_SAID[outcome])], seat.words), onto=None)
        if outcome != "clear":
            self._talking.begin(seat, "unclear", None, {"about": {"unclear": number // answers.ROUNDS}})
        return True

    def _chase(self, seat: Seat, id: int, message: str | None) -> bool:
        found = self._referral(seat, id)
        if found is None or not referrals.chase(self._post, self._rules, *found):
            return False
        line = say("c-unit-chased", code=found[1].code)
        self._talking.tell(seat, [line, *referrals.hand_over(self._post, self._rules, found[1])])
        return True

    def _decide_time(self, seat: Seat, id: int, message: str | None, *, grant: bool) -> bool:
        found = self._referral(seat, id)
        if found is None or not referrals.decide_more_time(self._post, self._rules, *found, grant=grant):
            return False
        line = say("c-granted" if grant else "c-denied", code=found[1].code)
        lines = [line, *referrals.hand_over(self._post, self._rules, found[1])]
        self._talking.reply(seat, plain(lines, seat.words), onto=message)
        return True

    def _reassign(self, seat: Seat, id: int, message: str | None) -> bool:
        found = self._referral(seat, id)
        if found is None:
            return False
        self._talking.begin(seat, "matters", None, {"about": {"matter": found[1].matter_id}})
        return True

    def _referral(self, seat: Seat, id: int) -> tuple[access.Viewer, ReferralRow] | None:
        assert seat.member is not None
        who = access.viewer(self._post.connection, seat.member.person_id, self._post.today)
        found = referrals.in_hand(self._post.connection, who, id, hold=True)
        return (who, found.referral) if found else None


_SAID = {"clear": "c-clear", "unclear": "c-unclear", "reopened": "c-reopened-by-reporters"}
