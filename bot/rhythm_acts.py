"""What conversations about deadlines decided is carried out here, one method a command."""

from __future__ import annotations

from bot.answer import Answer
from bot.desk import Desk
from bot.receipts import urgent_line
from bot.seat import OpenTalk, Seat
from domain import rhythm
from domain.commands import FileReport
from messages import Text, say
from office import decisions, reminding, reporting
from office.post import Post
from office.terms import own_period
from storage import periods
from storage.people import Member

FALLBACK_TOPIC = "KH"
SNIPPET = 60


class RhythmActs:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`desk` knows the settings, `post` is the transaction's out-tray."""
        self._desk = desk
        self._post = post

    def carry_out(self, seat: Seat, member: Member, talk: OpenTalk, command: object) -> Answer | None:
        """Do what the talk decided; None for a command that is not of this kind."""
        match command:
            case rhythm.FilePeriodic():
                return self._file(seat, member, command)
            case rhythm.Chase(period):
                return self._chase(member, period)
            case rhythm.Excuse():
                return self._excuse(member, command)
        return None

    # -- collaborators -------------------------------------------------------------------------------

    def _file(self, seat: Seat, member: Member, periodic: rhythm.FilePeriodic) -> Answer:
        connection, rules = self._post.connection, self._desk.house.rules
        period = periods.called(connection, member.unit_id, periodic.period)
        if period is None:
            return Answer([say("e-no-period")])
        locked = self._desk.locked(self._post, member, period)
        if locked and not periodic.found:
            return Answer([locked])
        if not periodic.found:
            reporting.file_nil(self._post, member, rules, period_id=period.id, channel=seat.channel)
            return Answer([say("c-nil", period=period.name)])
        lines = [line for one in periodic.found for line in self._file_one(seat, member, one)]
        head = locked or say("c-periodic", period=period.name, n=len(periodic.found))
        return Answer([head, *lines], filed=True)

    def _file_one(self, seat: Seat, member: Member, one: FileReport) -> list[Text]:
        rules = self._desk.house.rules
        running = self._desk.period(self._post.connection, member.unit_id, self._post.now)
        filed = reporting.file_report(
            self._post,
            member,
            rules,
            said=one.said,
            topic=one.topic or FALLBACK_TOPIC,
            tone=one.tone,
            level=one.level,
            channel=seat.channel,
            period_id=running.id if running else None,
            among=self._desk.campaigns(self._post.connection, member.unit_id, self._post.now),
            sealed=one.sealed,
        )
        lines: list[Text] = [
            say("c-periodic-one", code=filed.code, said=" ".join(one.said.split())[:SNIPPET])
        ]
        if filed.alerted is not None:
            lines.append(urgent_line(self._post.connection, member.unit_id, filed, rules, sealed=one.sealed))
        if one.sealed:
            lines.append(say("c-sealed"))
        return lines

    # -- coordinators --------------------------------------------------------------------------------

    def _chase(self, member: Member, period_id: int) -> Answer:
        if own_period(self._post.connection, member.person_id, period_id) is None:
            return Answer([say("e-perm")])
        return Answer([say("c-chased", n=reminding.chase(self._post, self._desk.reminding, period_id))])

    def _excuse(self, member: Member, wish: rhythm.Excuse) -> Answer:
        row = own_period(self._post.connection, member.person_id, wish.period)
        if row is None:
            return Answer([say("e-perm")])
        problem = decisions.excuse(self._post, row, wish.person, wish.reason, by=member.person_id)
        return Answer([problem or say("c-excused")])
