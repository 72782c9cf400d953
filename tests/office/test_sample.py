"""The sample unit is ready to be tried, and its words are nobody's."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.config import load
from bot.plans import plan_of
from domain.masking import Masker
from office.obligations import keep_lists
from office.post import Post
from office.sample import HEARD, ahead, keep_ahead, next_stops, plant_sample
from storage import focus, obligations, people, periods, reports, sessions
from storage.database import make_engine
from storage.tables import report, unit

NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)


@pytest.fixture
def connection(database_url):
    engine = make_engine(database_url)
    with engine.begin() as connection:
        plant_sample(connection, plan_of(load(None, {}), NOW), NOW)
        yield connection
    engine.dispose()


def test_somebody_sits_in_each_pane(connection):
    lanes = ["web:sample:collaborator", "web:sample:duty"]
    members = people.members_at(connection, lanes)
    assert {lane: people.roles_of(connection, member.person_id) for lane, member in members.items()} == {
        lanes[0]: {"collaborator"},
        lanes[1]: {"duty", "coordinator"},
    }
    assert all(sessions.find_session(connection, lane, NOW) for lane in lanes)


def test_reports_of_the_last_weeks_lie_in_their_periods(connection):
    rows = connection.execute(select(report)).all()
    assert len(rows) == len(HEARD)
    assert all(row.period_id and row.filed_at < NOW for row in rows)
    assert len({row.period_id for row in rows}) > 1


def test_the_collaborator_finds_own_reports(connection):
    (me,) = people.members_at(connection, ["web:sample:collaborator"]).values()
    assert len(reports.reports_of(connection, me.person_id)) == 4


@pytest.mark.parametrize("day", ["2026-11-02", "2026-11-21", "2026-11-24", "2026-12-20"])
def test_on_any_day_some_have_reported_and_the_collaborator_owes(database_url, day):
    now = datetime.fromisoformat(f"{day}T09:00:00+07:00")
    engine = make_engine(database_url)
    with engine.begin() as connection:
        plant_sample(connection, plan_of(load(None, {}), now), now)
        keep_lists(Post(connection, now, "me"))
        unit_id = connection.scalar(select(unit.c.id).where(unit.c.code == "PM"))
        running = periods.running(connection, unit_id, now)
        states = {one.label: one.state for one in obligations.list_of(connection, running.id)}
    engine.dispose()
    assert states == {
        "Cộng tác viên mẫu": "owes",
        "Cộng tác viên tổ 4": "reported",
        "Cộng tác viên tổ 7": "reported",
        "Cộng tác viên tổ 9": "owes",
    }


def test_the_period_has_a_focus_and_the_clock_somewhere_to_go(connection):
    unit_id = connection.scalar(select(unit.c.id).where(unit.c.code == "PM"))
    running = periods.running(connection, unit_id, NOW)
    assert [point.topic for point in focus.of_periods(connection, [running.id])] == ["MT", "YT"]
    stops = next_stops(connection, NOW)
    assert NOW < stops["stage"] < stops["due"] == running.due_at


def test_the_clock_goes_on_from_where_it_was_moved(connection):
    assert ahead(connection) == timedelta()
    keep_ahead(connection, timedelta(days=3))
    assert ahead(connection) == timedelta(days=3)


def test_there_is_a_period_now_and_a_body_to_refer_to(connection):
    types = dict(connection.execute(select(unit.c.type, unit.c.id)).all())
    assert set(types) == {"province", "commune", "body"}
    assert periods.running(connection, types["commune"], NOW)


def test_planting_again_changes_nothing(connection):
    plant_sample(connection, plan_of(load(None, {}), NOW), NOW)
    assert connection.scalar(select(func.count()).select_from(report)) == len(HEARD)


@pytest.mark.parametrize("heard", HEARD, ids=lambda heard: heard.topic)
def test_what_was_heard_names_nobody(heard):
    assert Masker().mask(heard.said).places == 0
