"""Whatever is reported, taken, answered, muted and closed when: no push twice, nothing urgent held, no clock
after the end. DOMAIN §11.4, ADR 19."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select

from domain.calendar import WorkingCalendar
from domain.mutes import Lift, Mute
from domain.reminding import Manners
from office import alerting, attention, mutes, reporting, still
from office.post import Post
from office.reminding import Reminding
from office.rules import Rules
from storage import people
from storage.database import Database
from storage.tables import alert, alert_notice, mute, outbox, report, unit

START = datetime(2026, 11, 19, 2, 0, tzinfo=UTC)
RULES = Rules()
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MANNERS = Manners(WorkingCalendar(), ((time(21), time(6, 30)), (time(11, 30), time(13, 30))))
HOW = Reminding(lambda _: MANNERS, frozenset({"telegram"}))
TOPICS = ("MT", "YT")

waits = st.sampled_from([1, 5, 15, 25, 60, 601, 900, 1801, 3600, 7201, 30_000])
deeds = st.tuples(
    waits,
    st.sampled_from(
        [
            "urgent",
            "urgent",
            "attention",
            "claim",
            "claim",
            "going",
            "done",
            "hand on",
            "mute",
            "lift",
            "wait",
        ]
    ),
    st.integers(0, 7),
)


@dataclass
class Ward:
    """Two duty officers, two coordinators and a collaborator, and all that was ever said to them."""

    database: Database
    now: datetime = START
    pushed: set[tuple[int, int | None, datetime, int]] = field(default_factory=set)
    ended: set[int] = field(default_factory=set)
    seen: int = 0
    told: int = 0

    def __post_init__(self) -> None:
        self.database.write_now(self._found)

    def _found(self, connection: Connection) -> None:
        row = insert(unit).values(code="PX", name="Phường Xa", type="xa", territorial=True)
        self.unit_id = int(connection.execute(row.returning(unit.c.id)).scalar_one())
        self.staff: list[int] = []
        for number, role in enumerate(("collaborator", "duty", "duty", "coordinator", "coordinator")):
            lane = f"telegram:1:{number}"
            id = people.add_person(
                connection, unit_id=self.unit_id, label=None, lang="vi", reminders=False, now=START
            )
            people.add_membership(connection, person_id=id, unit_id=self.unit_id, role=role, label=None)
            people.add_address(
                connection, person_id=id, lane=lane, channel="telegram", bot="1", chat=str(number), now=START
            )
            self.staff += [id] if number else []
        lanes = ["telegram:1:0", "telegram:1:3"]
        members = people.members_at(connection, lanes)
        self.reporter, self.coordinator = members[lanes[0]], members[lanes[1]]

    def act(self, work: Callable[[Post], object]) -> None:
        """One transaction, and what it may have said."""

        def inside(connection: Connection) -> None:
            post = Post(connection, self.now, pushing=HOW.pushing)
            work(post)
            post.owe()

        self.database.write_now(inside)
        self.database.read(self._look)

    def tick(self, processes: int) -> None:
        """Everything the scheduler does, by each of so many processes; what was due is sent."""
        for _ in range(processes):
            self.act(lambda post: alerting.step_alerts(post, RULES))
            self.act(lambda post: still.ask_due(post, RULES))
            self.act(lambda post: attention.tell_gathered(post, RULES, HOW))
            self.act(lambda post: mutes.end_due(post, HOW))
        sent = outbox.c.not_before_at.is_(None) | (outbox.c.not_before_at <= self.now)
        self.database.write_now(
            lambda c: c.execute(outbox.update().where(sent, outbox.c.state == "waiting").values(state="sent"))
        )

    def do(self, deed: str, which: int) -> None:
        """Something somebody does."""
        who = self.staff[which % len(self.staff)]
        ids = [one.id for one in self.rows(alert)]
        if deed in ("urgent", "attention"):
            self.act(lambda post: self._file(post, deed, TOPICS[which % 2]))
        elif deed == "mute":
            wish = Mute(
                self.unit_id, None, TOPICS[which % 2], self.now + timedelta(hours=1 + which), "biết rồi"
            )
            self.act(lambda post: mutes.mute(post, self.coordinator, wish, HANOI))
        elif deed == "lift":
            running = [one.id for one in self.rows(mute) if one.ended_at is None]
            if running:
                self.act(lambda post: mutes.lift(post, self.coordinator, Lift(running[0])))
        elif deed != "wait" and ids:
            self._answer(deed, ids[-1 - which % min(2, len(ids))], who)

    def _answer(self, deed: str, alert_id: int, who: int) -> None:
        owner = next(one.claimed_by for one in self.rows(alert) if one.id == alert_id) or who
        acts: dict[str, Callable[[Post], object]] = {
            "claim": lambda post: alerting.claim(post, alert_id, who, RULES),
            "going": lambda post: still.go_on(post, alert_id, owner, RULES),
            "done": lambda post: still.finish(post, alert_id, owner, "đã xong việc", RULES),
            "hand on": lambda post: still.hand_on(post, alert_id, owner, RULES),
        }
        self.act(acts[deed])

    def _file(self, post: Post, level: str, topic: str) -> None:
        reporting.file_report(
            post, self.reporter, RULES,
            said="Cháy ở chợ, lửa lan", topic=topic, tone="aggrieved", level=level, channel="telegram",
        )  # fmt: skip
        if level == "urgent":
            post.owe()
            self._is_told_now(post.connection)

    def _is_told_now(self, connection: Connection) -> None:
        """Both duty officers have the newest urgent report within seconds, muted or not."""
        last = select(alert.c.id).order_by(alert.c.id.desc()).limit(1).scalar_subquery()
        newest = (
            select(alert_notice.c.person_id, outbox.c.not_before_at)
            .join(outbox, outbox.c.id == alert_notice.c.outbox_id)
            .where(alert_notice.c.alert_id == last)
        )
        rows = connection.execute(newest).all()
        assert sorted(row.person_id for row in rows) == self.staff[:2]
        assert all(row.not_before_at is None or row.not_before_at <= self.now + RULES.gather for row in rows)

    def rows(self, table) -> list:
        """Every row of a table, in order."""
        return self.database.read(lambda c: c.execute(select(table).order_by(table.c.id)).all())

    # -- what must hold --------------------------------------------------------------------------------------

    def _look(self, connection: Connection) -> None:
        alerts = {one.id: one for one in connection.execute(select(alert))}
        for one in connection.execute(select(alert_notice).where(alert_notice.c.id > self.seen)):
            mine = alerts[one.alert_id]
            assert one.alert_id not in self.ended, "told of something that has ended"
            push = (one.alert_id, one.person_id, mine.opened_at, mine.stage)
            assert push not in self.pushed, "one stage was pushed twice"
            self.pushed.add(push)
            self.seen = one.id
            if mine.level == "attention":
                self._is_calm(connection, mine.report_id)
        for row in connection.execute(select(outbox).where(outbox.c.id > self.told)):
            self.told = row.id
            asked = [one for one in self.ended if f"⏱ PA-{alerts[one].report_id} " in row.body["text"]]
            assert not asked, "asked about something that has ended"
        for one in alerts.values():
            if one.closed_at is not None:
                assert one.next_at is None, "a clock runs after the end"
                assert one.still_at is None, "a clock runs after the end"
                self.ended.add(one.id)

    def _is_calm(self, connection: Connection, report_id: int) -> None:
        topic = connection.execute(select(report.c.topic).where(report.c.id == report_id)).scalar_one()
        assert MANNERS.allow(self.now), "told in quiet hours"
        assert mutes.covering_topic(connection, self.unit_id, self.unit_id, topic, self.now) is None

    def nobody_is_forgotten(self) -> None:
        """Every open urgent alert has a clock of its own: a step of the chain, or a question."""
        for one in self.rows(alert):
            if one.level == "urgent" and one.closed_at is None:
                assert (one.next_at is None) != (one.still_at is None)
                assert (one.still_at is None) == (one.claimed_by is None)


@example(
    deeds=[
        (1, "attention", 1),
        (901, "wait", 0),
        (900, "mute", 0),
        (1, "urgent", 0),
        (5, "claim", 0),
        (601, "done", 0),
        (7201, "wait", 0),
    ],
    processes=2,
)
@given(deeds=st.lists(deeds, min_size=4, max_size=24), processes=st.integers(1, 2))
@pytest.mark.timeout(180)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_push_twice_nothing_urgent_held_and_no_clock_after_the_end(new_sqlite, deeds, processes):
    database = Database(new_sqlite())
    try:
        ward = Ward(database)
        for seconds, deed, which in deeds:
            ward.now += timedelta(seconds=seconds)
            ward.tick(processes)
            ward.do(deed, which)
            ward.nobody_is_forgotten()
        for _ in range(6):
            ward.now += timedelta(hours=2)
            ward.tick(processes)
        ward.nobody_is_forgotten()
    finally:
        database.close()
