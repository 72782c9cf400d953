"""What conversations about meetings decided is carried out here, one method a command."""

from __future__ import annotations

from bot.answer import Answer
from bot.desk import Desk
from bot.seat import OpenTalk, Seat
from domain import meetings as orders
from domain.when import moment
from messages import Say, Text, say
from office import access, meetings, minutes
from office.access import Viewer
from office.ids import button
from office.post import Post
from storage import meetings as rows
from storage import people
from storage.meetings import MeetingRow
from storage.people import Member, Place

PASSED = say("turn-passed")
REFUSED = say("e-meeting-not-now")

_OF_COORDINATORS = (
    orders.CallOff, orders.MoveMeeting, orders.PutAgenda, orders.AddStatement, orders.Conclude,
    orders.DropConclusion, orders.PutConclusions,
)  # fmt: skip


class MeetingActs:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`desk` knows the settings, `post` is the transaction's out-tray."""
        self._desk = desk
        self._post = post

    def carry_out(self, seat: Seat, member: Member, talk: OpenTalk, command: object) -> Answer | None:
        """Do what the talk decided; None for a command that is not of this kind."""
        who = access.viewer(self._post.connection, member.person_id, self._post.today)
        match command:
            case orders.NewMeeting():
                return self._call(seat, who, command)
            case orders.Reply(id, said):
                return Answer([replied(self._post, self._desk, member.person_id, id, said) or PASSED])
            case orders.Approve(id, round):
                return Answer([approved(self._post, self._desk, who, id, round) or PASSED])
            case orders.WriteBack(id, said):
                row = minutes.to_approve(self._post.connection, who, id)
                done = row is not None and minutes.write_back(self._post, who, row, said)
                return Answer([say("c-commented") if done else REFUSED])
        if not isinstance(command, _OF_COORDINATORS):
            return None
        row = meetings.in_hand(self._post.connection, who, command.meeting, hold=True)
        return Answer([PASSED]) if row is None else self._handle(seat, member, who, row, command)

    def _call(self, seat: Seat, who: Viewer, wish: orders.NewMeeting) -> Answer:
        rules = self._desk.desk_rules
        row = meetings.call(self._post, self._desk.reminding, rules, who, wish, self._place(seat))
        if row is None:
            return Answer([REFUSED])
        return Answer([say("c-meeting-called", at=moment(row.at, self._desk.zone))], self._rows(row))

    def _handle(self, seat: Seat, member: Member, who: Viewer, row: MeetingRow, command: object) -> Answer:
        post, rules = self._post, self._desk.desk_rules
        match command:
            case orders.CallOff(_, why):
                return self._told(meetings.call_off(post, who, row, why), say("c-meeting-off"))
            case orders.MoveMeeting(_, at):
                done = meetings.move(post, rules, who, row, at)
                return self._told(done, say("c-meeting-moved", at=moment(at, self._desk.zone)))
            case orders.PutAgenda():
                chair = "c-agenda-put" if row.chair_id is not None else "c-agenda-stands"
                return self._told(minutes.put_agenda(post, rules, row), say(chair))
            case orders.AddStatement():
                return self._statement(member, row, command)
            case orders.Conclude():
                return self._concluded(row, command)
            case orders.DropConclusion(_, place):
                return self._told(minutes.drop(post, row, place), say("c-conclusion-dropped"))
        done = minutes.put_conclusions(post, self._desk.reminding, rules, who, row, self._place(seat))
        return self._told(done, say("c-conclusions-put" if row.chair_id else "c-conclusions-sent"))

    def _told(self, done: bool, told: Say) -> Answer:
        return Answer([told if done else REFUSED])

    def _statement(self, member: Member, row: MeetingRow, wish: orders.AddStatement) -> Answer:
        if row.state == orders.CONCLUDED:
            return Answer([REFUSED])
        period = self._desk.period(self._post.connection, row.unit_id, self._post.now)
        rules = self._desk.house.rules
        filed = minutes.state_heard(
            self._post, member, rules, row, wish.report, period.id if period else None
        )
        number = sum(rows.statements(self._post.connection, row.id).values())
        return Answer([say("c-statement", code=filed.code, n=number)], self._rows(row, "statement"))

    def _concluded(self, row: MeetingRow, wish: orders.Conclude) -> Answer:
        if not minutes.conclude(self._post, row, wish):
            return Answer([REFUSED])
        return Answer([say("c-conclusion", n=len(row.conclusions) + 1)], self._rows(row, "conclude"))

    @staticmethod
    def _rows(row: MeetingRow, *again: str) -> list[list[tuple[str, Text]]]:
        """[the same once more] and [open the meeting]."""
        first: list[tuple[str, Text]] = [(button(f"m{one}", row.id), say(f"b-next-{one}")) for one in again]
        return [[*first, (button("meeting", row.id), say("b-open-meeting"))]]

    def _place(self, seat: Seat) -> Place | None:
        """Where the author sits now: there the progress is shown."""
        return next(iter(people.places_at(self._post.connection, [seat.lane])), None)


def replied(post: Post, desk: Desk, person_id: int, id: int, said: str) -> Say | None:
    """Keep an answer to an invitation; gives what the person is told, None for who is not invited."""
    row = meetings.reply(post, person_id, id, said)
    if row is None:
        return None
    return say(f"c-come-{said}", at=moment(row.at, desk.zone), place=row.place)


def approved(post: Post, desk: Desk, who: Viewer, id: int, round: int) -> Say | None:
    """The chair approves; gives what is said, None for who may not."""
    row = minutes.to_approve(post.connection, who, id)
    if row is None:
        return None
    return say(f"c-approved-{minutes.approve(post, desk.reminding, desk.desk_rules, who, row, round)}")
