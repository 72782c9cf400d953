"""A unit and its people whose clock is moved by a test: ticks, reports, outages, several processes.

It calls the acts of the office as the scheduler does, each in a transaction of its own, and notes every
reminder at the tick that made it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, insert, select

from domain.cadence import parse
from domain.calendar import Hours, WorkingCalendar
from domain.reminding import Manners, Stage
from office import digests, periods, reminding, reporting
from office.obligations import keep_lists
from office.periods import Plan
from office.post import Post
from office.reminding import Reminding
from office.rules import Rules
from storage import obligations, people, reminders
from storage.database import Database
from storage.outbox import REMINDER
from storage.tables import obligation, outbox, period, reminder, unit

RULES = Rules()


@dataclass(frozen=True, slots=True)
class Said:
    """A reminder: when, on which local day, to whom, about which periods, owed or not at that moment."""

    at: datetime
    on: date
    person_id: int
    periods: tuple[int, ...]
    still_owed: tuple[bool, ...]
    stages: tuple[str, ...]


@dataclass
class Town:
    """One ward with `count` collaborators and a coordinator on `database`."""

    database: Database
    calendar: WorkingCalendar
    quiet: Hours
    plan: Plan
    start: datetime
    count: int = 3
    said: list[Said] = field(default_factory=list)
    members: list[people.Member] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.manners = Manners(self.calendar, self.quiet)
        zone = str(self.calendar.zone)
        self.how = Reminding(lambda now: self.manners, frozenset({"telegram"}), timedelta(0), 10_000, zone)
        self.database.write_now(self._found)

    def _found(self, connection: Connection) -> None:
        row = insert(unit).values(code="PX", name="Phường Xa", type="commune", territorial=True)
        self.unit_id = int(connection.execute(row.returning(unit.c.id)).scalar_one())
        for number in range(self.count + 1):
            self._settle(connection, number, "collaborator" if number < self.count else "coordinator")
        lanes = [f"telegram:1:{number}" for number in range(self.count)]
        self.members = [people.members_at(connection, lanes)[lane] for lane in lanes]
        periods.open_periods(connection, self.unit_id, self.plan, self.start)

    def _settle(self, connection: Connection, number: int, role: str) -> None:
        lane = f"telegram:1:{number}"
        joined = self.start - timedelta(days=60)
        id = people.add_person(
            connection, unit_id=self.unit_id, label=f"CTV {number}", lang="vi", reminders=True, now=joined
        )
        people.add_membership(connection, person_id=id, unit_id=self.unit_id, role=role, label=None)
        people.add_address(
            connection, person_id=id, lane=lane, channel="telegram", bot="1", chat=str(number), now=joined
        )

    # -- what happens --------------------------------------------------------------------------------

    def tick(self, now: datetime, processes: int = 1) -> None:
        """Everything the scheduler does at `now`, by each of so many processes."""
        acts = {
            periods.is_any_due: self._extend,
            obligations.is_any_due: keep_lists,
            reminders.is_any_due: lambda post: reminding.remind(post, self.how),
            digests.is_any_due: lambda post: digests.tell_digests(post, self.how, 2),
        }
        for _ in range(processes):
            left = iter(acts)
            while due := self.database.read(lambda c, left=left: _next_due(c, left, now)):
                self._act(acts[due], now)

    def _extend(self, post: Post) -> None:
        periods.extend_periods(post.connection, self.plan, post.now)

    def _act(self, act, now: datetime) -> None:
        def work(connection: Connection) -> None:
            post = Post(connection, now, zone=self.how.zone)
            act(post)
            post.owe()
            self._note(connection, now)

        self.database.write_now(work)

    def _note(self, connection: Connection, now: datetime) -> None:
        known = {(one.person_id, one.at) for one in self.said}
        rows = connection.execute(
            select(
                reminder.c.person_id, reminder.c.period_id, reminder.c.stage, reminder.c.sent_on, outbox.c.id
            )
            .join(outbox, outbox.c.id == reminder.c.outbox_id)
            .where(outbox.c.rank == REMINDER, outbox.c.created_at == now, reminder.c.state == "queued")
            .order_by(reminder.c.person_id, reminder.c.period_id)
        ).all()
        owed = {
            (row.person_id, row.period_id): row.state == "owes"
            for row in connection.execute(select(obligation))
        }
        together = defaultdict(list)
        for row in rows:
            together[row.person_id].append(row)
        self.said += [
            Said(
                now,
                mine[0].sent_on,
                person_id,
                tuple(row.period_id for row in mine),
                tuple(owed[person_id, row.period_id] for row in mine),
                tuple(row.stage for row in mine),
            )
            for person_id, mine in together.items()
            if (person_id, now) not in known
        ]

    def report(self, number: int, now: datetime) -> None:
        """Collaborator `number` files a report."""

        def work(connection: Connection) -> None:
            post = Post(connection, now, zone=self.how.zone)
            reporting.file_report(
                post, self.members[number], RULES,
                said="Rác ở chợ chưa ai dọn", topic="MT", tone="uneasy", level="normal", channel="telegram",
            )  # fmt: skip
            post.owe()

        self.database.write_now(work)

    def rows(self, table) -> list:
        """Every row of a table."""
        return self.database.read(lambda c: c.execute(select(table)).all())

    # -- what must hold ------------------------------------------------------------------------------

    def check(self) -> None:
        """The rules of DESIGN §4.5, §6 and DOMAIN §10, §11.4, on all that was said so far."""
        for one in self.said:
            assert self.manners.allow(one.at), f"reminded at {one.at}, which is no hour for it"
            assert all(one.still_owed), "reminded of what was not owed any more"
        a_day = [(one.person_id, one.on) for one in self.said]
        assert len(a_day) == len(set(a_day)), "reminded twice on one day"
        stages = [
            (one.person_id, id, stage)
            for one in self.said
            for id, stage in zip(one.periods, one.stages, strict=True)
        ]
        assert len(stages) == len(set(stages)), "a stage was said twice"
        codes = [(row.unit_id, row.code) for row in self.rows(period)]
        assert len(codes) == len(set(codes))
        owed = [(row.period_id, row.person_id) for row in self.rows(obligation)]
        assert len(owed) == len(set(owed))

    def reminded(self, number: int) -> list[Said]:
        """What collaborator `number` was told."""
        return [one for one in self.said if one.person_id == self.members[number].person_id]


def _next_due(connection: Connection, left: Iterator, now: datetime):
    """The first of those left that is due; one reading asks as far as that, as the scheduler's does."""
    return next((is_due for is_due in left if is_due(connection, now)), None)


def plan_for(rule: str, calendar: WorkingCalendar, stages: Iterable[Stage] | None = None) -> Plan:
    """A plan by these words."""
    own = Plan(parse(rule), calendar)
    return own if stages is None else Plan(parse(rule), calendar, stages=tuple(stages))
