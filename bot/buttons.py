"""Buttons that belong to no talk: under receipts, alerts, reminders and messages to many.

Their data are ids only, and anybody may forge them: each act looks whether this person may do it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from bot.alert_buttons import AlertButtons
from bot.desk import Desk
from bot.mailing_acts import nothing_to_say
from bot.mailing_buttons import MailingButtons
from bot.matter_buttons import MatterButtons
from bot.meeting_buttons import MeetingButtons
from bot.poll_acts import told_of
from bot.screen import plain
from bot.seat import Seat
from bot.talking import Talking
from handlers import ANSWER_POLL
from messages import Say, say
from office import on_behalf, polls, reminding, reporting, requests, rota
from office.ids import button, number_of
from office.post import Post
from storage import reports
from storage.people import Member


class Buttons:
    """The buttons of one transaction."""

    def __init__(self, talking: Talking, desk: Desk, post: Post) -> None:
        """`talking` says what is to be said, `post` is the transaction's out-tray."""
        self._talking = talking
        self._desk = desk
        self._post = post
        self._rules = desk.house.rules
        self.alerts = AlertButtons(talking, desk, post)
        self._verbs: Mapping[str, Callable[[Seat, int, str | None], bool]] = (
            {
                "undo": self._withdraw,
                "more": self._add_more,
                "take": self._answer_swap(rota.take),
                "decline": self._answer_swap(rota.decline),
                "poll": self._begin_poll,
                "vote": self._vote,
                "answer": self._answer,
                "nothing": self._nothing,
                "notmine": self._not_mine,
            }
            | self.alerts.verbs
            | MailingButtons(talking, post).verbs
            | MatterButtons(talking, desk, post).verbs
            | MeetingButtons(talking, desk, post).verbs
        )

    def press(self, seat: Seat, verb: str, value: str, message: str | None) -> bool:
        """Do what `x.<verb>.<value>` under `message` says. False when it says nothing to this person."""
        assert seat.member is not None
        if verb == "later" and value in ("am", "pm"):
            return self._remind_later(seat, value)
        act, id = self._verbs.get(verb), number_of(value)
        return act is not None and id is not None and act(seat, id, message)

    def _answer_swap(
        self, act: Callable[[Post, Member, int, ZoneInfo], Say | None]
    ) -> Callable[[Seat, int, str | None], bool]:
        def answer(seat: Seat, shift_id: int, message: str | None) -> bool:
            assert seat.member is not None
            told = act(self._post, seat.member, shift_id, self._desk.zone)
            if told is None:
                return False
            self._talking.reply(seat, plain([told], seat.words), onto=message)
            return True

        return answer

    def _begin_poll(self, seat: Seat, poll_id: int, _message: str | None) -> bool:
        assert seat.member is not None
        facts = polls.facts(self._post.connection, seat.member, self._post.now, self._desk.zone, poll_id)
        if any(one.id == poll_id for one in facts.running):
            self._talking.begin(seat, ANSWER_POLL, None, {"poll": poll_id})
            return True
        return self._tell_vote(seat, poll_id, 0)

    def _vote(self, seat: Seat, number: int, message: str | None) -> bool:
        """The tapped message shows the chosen button from then on."""
        return self._tell_vote(seat, *divmod(number, polls.PER_POLL), message=message)

    def _tell_vote(self, seat: Seat, poll_id: int, said: int, message: str | None = None) -> bool:
        assert seat.member is not None
        answered = polls.answer(self._post, seat.member, poll_id, said)
        if answered is None or answered[1] == "wrong":
            return False
        row, outcome = answered
        if outcome == "late":
            self._talking.tell(seat, [told_of(row, outcome, said, self._desk.zone)])
            return True
        lines = [*polls.asked_lines(row, self._desk.zone), told_of(row, outcome, said, self._desk.zone)]
        body = plain(lines, seat.words, polls.answer_rows(row))
        for line in body["rows"]:
            for one in line:
                one[2] = one[0] == button("vote", poll_id * polls.PER_POLL + said)
        self._talking.reply(seat, body, onto=message)
        return True

    def _add_more(self, seat: Seat, report_id: int, _message: str | None) -> bool:
        assert seat.member is not None
        if reporting.own_report(self._post, seat.member, report_id) is None:
            return False
        self._talking.begin(seat, "extra", None, {"report": report_id})
        return True

    def _answer(self, seat: Seat, request_id: int, _message: str | None) -> bool:
        """Begin to answer a request out of turn."""
        if not self._is_asked(seat, request_id):
            return False
        self._talking.begin(seat, "quick_report", None, {"request": request_id})
        return True

    def _nothing(self, seat: Seat, request_id: int, _message: str | None) -> bool:
        """There is nothing to say to a request."""
        if not self._is_asked(seat, request_id):
            return False
        assert seat.member is not None
        answer = nothing_to_say(self._post, self._rules, seat.member, request_id, seat.channel)
        self._talking.tell(seat, answer.lines)
        return True

    def _not_mine(self, seat: Seat, report_id: int, message: str | None) -> bool:
        """A report entered for somebody is not theirs."""
        assert seat.member is not None
        told = on_behalf.object_to(self._post, seat.member, report_id)
        if told is None:
            return False
        self._talking.reply(seat, plain([told], seat.words), onto=message)
        return True

    def _is_asked(self, seat: Seat, request_id: int) -> bool:
        assert seat.member is not None
        return requests.asked_of(self._post, seat.member.person_id, request_id) is not None

    def _withdraw(self, seat: Seat, report_id: int, message: str | None) -> bool:
        assert seat.member is not None
        code = reports.code_of(report_id)
        sentence = {
            "withdrawn": say("c-undone", code=code),
            "late": say("e-not-withdrawable", code=code),
            "gone": say("turn-passed"),
        }[reporting.withdraw_report(self._post, seat.member, self._rules, report_id=report_id)]
        onto = message if sentence.id == "c-undone" else None
        self._talking.reply(seat, plain([sentence], seat.words), onto=onto)
        return True

    def _remind_later(self, seat: Seat, when: str) -> bool:
        assert seat.member is not None
        at = reminding.ask_later(self._post, self._desk.reminding, seat.member.person_id, when)
        if at is None:
            self._talking.tell(seat, [say("c-nothing-owed")])
            return True
        local = at.astimezone(ZoneInfo(self._rules.zone))
        self._talking.tell(seat, [say("c-later", time=f"{local:%H:%M}", date=f"{local:%d/%m}")])
        return True
