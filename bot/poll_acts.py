"""What conversations about quick polls decided is carried out here, one method a command."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.answer import Answer
from bot.desk import Desk
from bot.seat import OpenTalk, Seat
from domain.polls import AnswerPoll, MakePoll, answer_in_words
from domain.when import moment
from messages import Say, say
from office import polls
from office.post import Post
from storage.people import Member
from storage.polls import PollRow


class PollActs:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`desk` knows the zone, `post` is the transaction's out-tray."""
        self._desk = desk
        self._post = post

    def carry_out(self, seat: Seat, member: Member, talk: OpenTalk, command: object) -> Answer | None:
        """Do what the talk decided; None for a command that is not of this kind."""
        match command:
            case MakePoll():
                sent = polls.make(self._post, member, command, self._desk.zone)
                return Answer([say("e-perm") if sent is None else say("c-poll-sent", n=sent)])
            case AnswerPoll():
                return self._answer(member, command)
        return None

    def _answer(self, member: Member, given: AnswerPoll) -> Answer:
        answered = polls.answer(self._post, member, given.poll, given.answer)
        if answered is None or answered[1] == "wrong":
            return Answer([say("turn-passed")])
        row, outcome = answered
        told = [told_of(row, outcome, given.answer, self._desk.zone)]
        left = polls.facts(self._post.connection, member, self._post.now, self._desk.zone, None).running
        if more := sum(one.mine is None for one in left):
            return Answer([*told, say("c-poll-more", n=more)], [[("x.cmd.thamdo", say("b-poll-next"))]])
        return Answer([*told])


def told_of(row: PollRow, outcome: str, said: int, zone: ZoneInfo) -> Say:
    """What a person is told of an answer."""
    until = moment(row.closes_at, zone)
    if outcome == "late":
        return say("e-poll-closed", at=until)
    return say("c-poll-kept", answer=answer_in_words(row.kind, row.options, said), at=until)
