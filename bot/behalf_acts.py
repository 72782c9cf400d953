"""What staff entered for others is carried out here."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.answer import Answer
from bot.desk import Desk
from bot.receipts import editable_line, receipt_rows, shown, urgent_line
from bot.seat import OpenTalk, Seat
from domain.on_behalf import MEETING, FileOnBehalf
from messages import Text, say
from office import on_behalf
from office.post import Post
from office.reporting import Filed
from storage import people
from storage.people import Member

FLOW = "on_behalf"


class BehalfActs:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`desk` knows the settings, `post` is the transaction's out-tray."""
        self._desk = desk
        self._post = post

    def carry_out(self, seat: Seat, member: Member, talk: OpenTalk, command: object) -> Answer | None:
        """Do what the talk decided; None for a command that is not of this kind."""
        match command:
            case FileOnBehalf():
                return self._file(member, talk, command)
        return None

    def _file(self, member: Member, talk: OpenTalk, wish: FileOnBehalf) -> Answer:
        connection, now = self._post.connection, self._post.now
        period = self._desk.period(connection, wish.unit, now)
        filed = on_behalf.file(
            self._post,
            member,
            self._desk.house.rules,
            wish,
            period_id=period.id if period else None,
            among=self._desk.campaigns(connection, wish.unit, now),
        )
        if filed is None:
            return Answer([say("e-perm")])
        answer = Answer(self._receipt(wish, filed), receipt_rows(filed.id), filed=True)
        if wish.way == MEETING:
            before = talk.begun.get("meeting", {}).get("reports", [])
            answer.then = FLOW, {"meeting": {"unit": wish.unit, "reports": [*before, filed.id]}}
        return answer

    def _receipt(self, wish: FileOnBehalf, filed: Filed) -> list[Text]:
        rules = self._desk.house.rules
        local = self._post.now.astimezone(ZoneInfo(rules.zone))
        lines: list[Text] = [say("c-behalf", time=f"{local:%H:%M}", code=filed.code), shown(wish.said.said)]
        if wish.person is not None:
            lines.append(say("behalf-whose", who=people.label_of(self._post.connection, wish.person)))
        if filed.alerted is not None:
            lines.append(urgent_line(self._post.connection, wish.unit, filed, rules, sealed=wish.said.sealed))
        if wish.said.sealed:
            lines.append(say("c-sealed"))
        return [*lines, editable_line(rules)]
