"""Buttons under alerts and under the question whether somebody still works on one; and their words, typed."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.desk import Desk
from bot.screen import plain
from bot.seat import Seat
from bot.talking import Talking
from dialog.labels import spoken
from handlers import ALERT_DONE
from messages import Text, say
from office import alerting, still
from office.ids import button
from office.post import Post
from office.rules import Rules
from storage import alert_notices, alerts
from storage.reports import code_of

LONGEST = 60
"""Characters of a message that may be one of these words."""

_NUMBER = r"(?: (?:pa )?(\d{1,15}))?"
_WORDS = {
    "claim": re.compile(rf"(?:ok )?(?:toi )?(?:nhan(?: xu ly)?|claim|take){_NUMBER}"),
    "going": re.compile(rf"(?:toi )?(?:van )?(?:dang xu ly|still on it){_NUMBER}"),
    "done": re.compile(rf"(?:toi )?(?:da xong|da xu ly xong|xu ly xong|xong viec|done){_NUMBER}"),
    "handon": re.compile(rf"(?:toi )?(?:nhuong(?: nguoi khac)?|hand it on){_NUMBER}"),
}
"""How it is typed, as `spoken` spells it: "nhận PA-12", "đang xử lý", "đã xong 12", "nhường người khác"."""


class AlertButtons:
    """The buttons of one transaction. Their data can be forged: each act looks who presses."""

    def __init__(self, talking: Talking, desk: Desk, post: Post) -> None:
        """`talking` says what is to be said, `post` is the transaction's out-tray."""
        self._talking = talking
        self._rules = desk.house.rules
        self._post = post
        self.verbs: dict[str, Callable[[Seat, int, str | None], bool]] = {
            "claim": self._claim,
            "going": self._answer(still.go_on),
            "done": self._done,
            "handon": self._answer(still.hand_on),
        }

    def _claim(self, seat: Seat, alert_id: int, _message: str | None) -> bool:
        """Take an alert over."""
        assert seat.member is not None
        outcome = alerting.claim(self._post, alert_id, seat.member.person_id, self._rules)
        if outcome != "won":
            self._talking.tell(seat, [say(f"turn-claim-{outcome}")])
        elif (report_id := alerting.report_of(self._post.connection, alert_id)) is not None:
            rows = [[(button("handle", report_id), say("b-handle"))]]
            self._talking.tell(seat, [say("c-next", code=code_of(report_id))], rows)
        return True

    def _answer(
        self, act: Callable[[Post, int, int, Rules], list[Text] | None]
    ) -> Callable[[Seat, int, str | None], bool]:
        """One of the answers to "still on it?"; the question becomes what is said to it."""

        def answer(seat: Seat, alert_id: int, message: str | None) -> bool:
            assert seat.member is not None
            lines = act(self._post, alert_id, seat.member.person_id, self._rules)
            if lines is None:
                self._talking.tell(seat, [say("turn-claim-gone")])
            else:
                self._talking.reply(seat, plain(lines, seat.words), onto=message)
            return True

        return answer

    def _done(self, seat: Seat, alert_id: int, _message: str | None) -> bool:
        """Ask what was done."""
        self._talking.begin(seat, ALERT_DONE, None, {"alert": alert_id})
        return True

    # -- typed -----------------------------------------------------------------------------------------------

    def hear(self, seat: Seat, text: str) -> bool:
        """Whether these words are about an alert, whatever else is open: nobody types them twice in vain.
        Without a number they mean the newest: of those nobody has taken, or of one's own."""
        if seat.member is None or len(text) > LONGEST:
            return False
        said = spoken(text)
        for verb, words in _WORDS.items():
            if found := words.fullmatch(said):
                number = int(found[1]) if found[1] else None
                meant = self._means(seat, verb, number)
                if meant is not None:
                    return self.verbs[verb](seat, meant, None)
                return self._tell_none(seat, number)
        return False

    def _means(self, seat: Seat, verb: str, number: int | None) -> int | None:
        """The alert that is meant; in the midst of a talk only one that is waiting for these words."""
        assert seat.member is not None
        connection, me = self._post.connection, seat.member.person_id
        if verb == "claim":
            waiting = alert_notices.unclaimed_told(connection, me)
            known = waiting
        else:
            mine = alerts.claimed_by(connection, me)
            waiting, known = [one.id for one in mine if one.asked or number], [one.id for one in mine]
        meant = alerting.alert_of(connection, number) if number else next(iter(known), None)
        return None if seat.current is not None and meant not in waiting else meant

    def _tell_none(self, seat: Seat, number: int | None) -> bool:
        if number is None or seat.current is not None:
            return False
        self._talking.tell(seat, [say("turn-claim-gone")])
        return True
