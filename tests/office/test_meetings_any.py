"""Whatever calendar, outage, kill and number of processes: meetings and tasks are reminded of once, in time.

DOMAIN §1 rows 1, 9; §10; DESIGN §4.5. A kill is a transaction that is rolled back.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select

from domain.calendar import WorkingCalendar
from domain.meetings import next_moment, reminder_moments
from domain.reminding import Manners
from office import access, meetings, tasks
from office.desk_rules import DeskRules, UnitLinks
from office.post import Post
from storage import meetings as meeting_rows
from storage import people
from storage import tasks as task_rows
from storage.database import Database
from storage.tables import mailing, mailing_copy, outbox, unit
from tests.domain.calendars import calendars

QUIET = ((time(21), time(6, 30)), (time(11, 30), time(13, 30)))
HOUR = timedelta(hours=1)
WINDOW = 10 * 24
EVERY = 2
"""Hours from one tick to the next."""

hours = st.integers(0, WINDOW)
outages = st.lists(st.tuples(hours, st.integers(1, 80)), max_size=3)


class KilledError(Exception):
    """The process dies before it commits."""


@dataclass
class Ward:
    """A coordinator and two collaborators; what was said to whom at which tick."""

    database: Database
    rules: DeskRules
    begin: datetime
    said: list[tuple[datetime, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.database.write_now(self._found)

    def _found(self, connection: Connection) -> None:
        added = insert(unit).values(code="PX", name="Phường Xa", type="commune", territorial=True)
        self.unit_id = int(connection.execute(added.returning(unit.c.id)).scalar_one())
        self.people = {
            name: self._settle(connection, name, role)
            for name, role in (("hoa", "coordinator"), ("lan", "collaborator"), ("minh", "collaborator"))
        }

    def _settle(self, connection: Connection, name: str, role: str) -> int:
        id = people.add_person(
            connection, unit_id=self.unit_id, label=name, lang="vi", reminders=True, now=self.begin
        )
        people.add_membership(connection, person_id=id, unit_id=self.unit_id, role=role, label=None)
        people.add_address(
            connection, person_id=id, lane=f"telegram:1:{name}", channel="telegram", bot="1", chat=name,
            now=self.begin,
        )  # fmt: skip
        return id

    def meet(self, at: datetime, stage: int, next_at: datetime | None) -> None:
        """A meeting to which both collaborators are invited; Minh does not come."""

        def work(connection: Connection) -> None:
            invited = connection.execute(
                insert(mailing)
                .values(unit_id=self.unit_id, kind="meeting", body={}, audience={}, state="done", total=2,
                        acknowledged=False, made_at=self.begin)
                .returning(mailing.c.id)
            ).scalar_one()  # fmt: skip
            for name in ("lan", "minh"):
                copy = {"mailing_id": invited, "person_id": self.people[name], "state": "sent"}
                connection.execute(insert(mailing_copy).values(copy))
            id = meeting_rows.add(
                connection, unit_id=self.unit_id, at=at, place="Hội trường", state="planned",
                made_at=self.begin, agenda_state="none", round=0, conclusions=[], mailing_id=invited,
                stage=stage, next_at=next_at,
            )  # fmt: skip
            meeting_rows.reply(connection, id, self.people["minh"], "no", self.begin)

        self.database.write_now(work)

    def tick(self, now: datetime, act: Callable[[Post, DeskRules], int], *, killed: bool = False) -> None:
        """One tick of one process; as the scheduler does, it looks first."""
        rows = meeting_rows if act is meetings.remind else task_rows
        if not self.database.read(lambda c: rows.is_any_due(c, now)):
            return

        def work(connection: Connection) -> None:
            seen = connection.execute(select(outbox.c.id).order_by(outbox.c.id.desc()).limit(1)).scalar() or 0
            act(Post(connection, now, pushing=frozenset({"telegram"})), self.rules)
            if killed:
                raise KilledError
            made = connection.execute(
                select(outbox.c.chat, outbox.c.body).where(outbox.c.id > seen).order_by(outbox.c.id)
            )
            self.said += [(now, row.chat, row.body["text"]) for row in made]

        with contextlib.suppress(KilledError):
            self.database.write_now(work)


def up(begin: datetime, down: list[tuple[int, int]]) -> list[datetime]:
    """Every hour of the window at which the machine runs."""
    off = {hour + more for hour, length in down for more in range(length)}
    return [begin + HOUR * n for n in range(0, WINDOW, EVERY) if n not in off]


@given(
    calendar=calendars,
    start=st.dates(date(2026, 1, 15), date(2027, 11, 1)),
    ahead=st.integers(1, WINDOW),
    down=outages,
    kills=st.sets(hours, max_size=6),
)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_meeting_is_reminded_of_once_a_stage_at_good_hours_and_never_to_who_refused(
    new_sqlite, calendar, start, ahead, down, kills
):
    begin, manners = datetime.combine(start, time(3), UTC), Manners(calendar, QUIET)
    at = begin + HOUR * ahead
    database = Database(new_sqlite())
    try:
        ward = Ward(database, DeskRules(lambda now: manners, UnitLinks("key", "")), begin)
        ward.meet(at, *next_moment(at, begin, manners))
        ticks = up(begin, down)
        for now in ticks:
            ward.tick(now, meetings.remind, killed=(now - begin) // HOUR in kills)
            ward.tick(now, meetings.remind)
        told = [now for now, chat, _ in ward.said if chat == "lan"]
        assert all(chat == "lan" for _, chat, _ in ward.said)
        assert all(manners.allow(now) and now < at for now in told)
        moments = [one for one in reminder_moments(at, manners) if one > begin]
        assert len(told) <= len(moments)
        good = [now for now in ticks if manners.allow(now) and now < at]
        for moment, end in zip(moments, [*moments[1:], at][: len(moments)], strict=True):
            if any(moment <= now < end for now in good):
                assert sum(moment <= now < end for now in told) == 1
    finally:
        database.close()


@given(
    calendar=calendars,
    start=st.dates(date(2026, 1, 15), date(2027, 11, 1)),
    days=st.integers(1, 5),
    down=outages,
    kills=st.sets(hours, max_size=6),
    done=st.one_of(st.none(), hours),
)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_task_is_reminded_of_before_and_on_its_day_then_told_once_a_day_until_it_is_done(
    new_sqlite, calendar, start, days, down, kills, done
):
    begin, manners = datetime.combine(start, time(3), UTC), Manners(calendar, QUIET)
    database = Database(new_sqlite())
    try:
        ward = Ward(database, DeskRules(lambda now: manners, UnitLinks("key", "")), begin)
        owner, hoa = ward.people["lan"], ward.people["hoa"]

        def give(connection: Connection) -> tasks.TaskRow:
            return tasks.give(
                Post(connection, begin), ward.rules, unit_id=ward.unit_id, said="Rà soát", owner_id=owner,
                due_on=start + timedelta(days=days), by=hoa,
            )  # fmt: skip

        row = database.write_now(give)
        finished = None
        for now in up(begin, down):
            if done is not None and finished is None and now >= begin + HOUR * done:
                finished = now
                database.write_now(
                    lambda c, now=now: tasks.finish(
                        Post(c, now), access.viewer(c, owner, now.date()), row, "Đã xong việc"
                    )
                )
            ward.tick(now, tasks.remind, killed=(now - begin) // HOUR in kills)
            ward.tick(now, tasks.remind)
        day = {now: calendar.day_of(now) for now, _, _ in ward.said}
        to_owner = [(now, text) for now, chat, text in ward.said if chat == "lan"]
        to_hoa = [now for now, chat, text in ward.said if chat == "hoa" and "quá hạn" in text]
        assert all(manners.allow(now) for now in day)
        assert all(finished is None or now < finished for now, _ in to_owner)
        assert all(finished is None or now < finished for now in to_hoa)
        assert len(to_owner) == len({"Hôm nay" in text for _, text in to_owner}), "each stage once"
        assert all((day[now] == row.due_on) == ("Hôm nay" in text) for now, text in to_owner)
        assert all(day[now] <= row.due_on for now, _ in to_owner)
        assert all(day[now] > row.due_on for now in to_hoa)
        assert len(to_hoa) == len({day[now] for now in to_hoa}), "once a day at most"
    finally:
        database.close()


@pytest.mark.parametrize(
    ("ticks", "told"),
    [
        (["24 08:00", "25 08:00"], ["24 08:00", "25 08:00"]),
        (["25 07:00", "25 08:00"], ["25 08:00"]),
        (["24 08:00", "26 07:00", "26 08:00"], ["24 08:00"]),
    ],
)
def test_after_an_outage_nothing_is_said_on_another_day_than_its_own(new_sqlite, ticks, told):
    def at(words: str) -> datetime:
        day, hour = words.split()
        return calendar.at(date(2026, 2, int(day)), time.fromisoformat(hour))

    calendar = WorkingCalendar()
    manners, database = Manners(calendar, QUIET), Database(new_sqlite())
    try:
        ward = Ward(database, DeskRules(lambda now: manners, UnitLinks("key", "")), at("20 09:00"))
        database.write_now(
            lambda c: tasks.give(
                Post(c, ward.begin), ward.rules, unit_id=ward.unit_id, said="Rà soát",
                owner_id=ward.people["lan"], due_on=date(2026, 2, 25), by=None,
            )
        )  # fmt: skip
        for now in map(at, ticks):
            ward.tick(now, tasks.remind)
        assert [now for now, chat, _ in ward.said if chat == "lan"] == [at(one) for one in told]
    finally:
        database.close()
