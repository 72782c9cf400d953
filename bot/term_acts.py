"""What coordinators decided about periods is carried out here, one method a command."""

from __future__ import annotations

from bot.answer import Answer
from bot.desk import Desk
from bot.seat import OpenTalk, Seat
from domain import decisions
from domain.when import moment
from messages import say
from office import decisions as office
from office.coordinators import unit_of
from office.post import Post
from office.terms import own_period
from storage import people, periods
from storage.people import Member
from storage.periods import PeriodRow


class TermActs:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`desk` knows the settings, `post` is the transaction's out-tray."""
        self._desk = desk
        self._post = post

    def carry_out(self, seat: Seat, member: Member, talk: OpenTalk, command: object) -> Answer | None:
        """Do what the talk decided; None for a command that is not of this kind."""
        if isinstance(command, decisions.OpenPeriod):
            return self._open(member, command)
        if not isinstance(command, decisions.MoveDeadline | decisions.TakeLate | decisions.LockPeriod):
            return None
        row = own_period(self._post.connection, member.person_id, command.period)
        if row is None:
            return Answer([say("e-perm")])
        match command:
            case decisions.MoveDeadline():
                answer = self._move(member, row, command)
            case decisions.TakeLate():
                answer = self._take_late(member, row, command)
            case decisions.LockPeriod():
                answer = self._lock(member, row)
        self._desk.forget()
        return answer

    def _move(self, member: Member, row: PeriodRow, wish: decisions.MoveDeadline) -> Answer:
        plan = self._desk.plan(self._post.now)
        problem = office.move_deadline(
            self._post, plan, row, wish.due_at, wish.cutoff_at, by=member.person_id
        )
        if problem is not None:
            return Answer([problem])
        moved = periods.find(self._post.connection, row.id) or row
        due, cutoff = (moment(at, plan.calendar.zone) for at in (moved.due_at, moved.cutoff_at))
        return Answer([say("c-moved", period=row.name, due=due, cutoff=cutoff)])

    def _take_late(self, member: Member, row: PeriodRow, wish: decisions.TakeLate) -> Answer:
        manners = self._desk.reminding.manners(self._post.now)
        problem = office.take_late(self._post, manners, row, wish.person, wish.until_at, by=member.person_id)
        if problem is not None:
            return Answer([problem])
        until = moment(wish.until_at, manners.calendar.zone)
        who = people.label_of(self._post.connection, wish.person)
        return Answer([say("c-extended", period=row.name, who=who, until=until)])

    def _lock(self, member: Member, row: PeriodRow) -> Answer:
        problem = office.lock(self._post, self._desk.plan(self._post.now), row, by=member.person_id)
        if problem is not None:
            return Answer([problem])
        after = periods.running(self._post.connection, row.unit_id, self._post.now)
        return Answer([say("c-locked", period=row.name, next=after.name if after else "none")])

    def _open(self, member: Member, wish: decisions.OpenPeriod) -> Answer:
        unit_id = unit_of(self._post.connection, member.person_id, member.unit_id)
        if unit_id is None:
            return Answer([say("e-perm")])
        plan = self._desk.plan(self._post.now)
        problem = office.open_period(self._post, plan, unit_id, wish.name, wish.due_at, by=member.person_id)
        self._desk.forget()
        if problem is not None:
            return Answer([problem])
        return Answer([say("c-opened", period=wish.name, due=moment(wish.due_at, plan.calendar.zone))])
