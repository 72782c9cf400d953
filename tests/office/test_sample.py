"""The sample unit is ready to be tried, and its words are nobody's."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.config import load
from bot.plans import desk_rules_of, plan_of, reminding_of
from domain.masking import Masker
from office import answers, referrals
from office.obligations import keep_lists
from office.post import Post
from office.sample import HEARD, ahead, keep_ahead, next_stops, plant_sample, unit_page
from storage import focus, obligations, people, periods, reports, sessions
from storage.database import make_engine
from storage.tables import (
    answer,
    feedback,
    matter,
    matter_event,
    matter_report,
    outbox,
    referral,
    report,
    unit,
)

NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)
SETTINGS = load(None, {})
RULES = desk_rules_of(SETTINGS, reminding_of(SETTINGS, frozenset()), "k" * 32)


@pytest.fixture
def connection(database_url):
    engine = make_engine(database_url)
    with engine.begin() as connection:
        plant_sample(connection, plan_of(SETTINGS, NOW), RULES, NOW)
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
        plant_sample(connection, plan_of(SETTINGS, now), RULES, now)
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


DAYS = [
    "2026-11-02T00:01", "2026-11-21T23:00", "2026-11-24T07:10", "2026-11-26T12:00", "2027-01-01T09:00",
    "2027-02-08T09:00", "2027-02-15T07:00", "2027-05-03T16:00",
]  # fmt: skip
"""The first minute of a month, a weekend, holidays, the Tết leave and the morning after it."""


@pytest.mark.parametrize("day", DAYS)
def test_on_any_day_the_desk_is_in_the_middle_of_its_work(sqlite_url, day):
    now = datetime.fromisoformat(f"{day}:00+07:00")
    engine = make_engine(sqlite_url)
    with engine.begin() as connection:
        plant_sample(connection, plan_of(SETTINGS, now), RULES, now)
        found = {row.topic: row for row in connection.execute(select(matter))}
        put = {row.matter_id: row for row in connection.execute(select(referral))}
        given = {row.referral_id: row for row in connection.execute(select(answer))}
        inside = select(matter_report.c.matter_id, report.c.filed_at).join_from(matter_report, report)
        filed = connection.execute(inside).all()
        events = connection.execute(select(matter_event).order_by(matter_event.c.id)).all()
        judged = connection.execute(select(feedback.c.said)).scalars().all()
        page = unit_page(connection, RULES)
    engine.dispose()
    assert {topic: row.status for topic, row in found.items()} == {
        "GD": "closed", "HT": "referred", "TP": "verifying", "MT": "answered", "AN": "referred",
    }  # fmt: skip
    late, done, fresh, waits = (put[found[topic].id] for topic in ("HT", "GD", "AN", "MT"))
    assert late.due_at < now < fresh.due_at and (late.state, fresh.state) == ("accepted", "sent")
    assert (given[waits.id].state, given[done.id].state, judged) == ("waiting", "approved", ["clear"])
    assert sorted(row.matter_id for row in filed).count(found["MT"].id) == 2
    assert all(row.filed_at <= found_at for row, found_at in _opened(filed, found))
    assert all(row.at <= now for row in events)
    for one in found.values():
        told = [row.at for row in events if row.matter_id == one.id]
        assert told == sorted(told)
    assert page and page == RULES.links.path(fresh.id, 1)


def _opened(filed, found):
    """Each matter's first report, and when the matter was opened."""
    return [(next(row for row in filed if row.matter_id == one.id), one.opened_at) for one in found.values()]


def test_what_was_told_at_the_desk_rings_nobody_when_the_sample_begins(sqlite_url):
    now = datetime.fromisoformat("2026-11-26T09:00:00+07:00")
    engine = make_engine(sqlite_url)
    with engine.begin() as connection:
        plant_sample(connection, plan_of(SETTINGS, now), RULES, now)
        post = Post(connection, now, "me")
        referrals.remind(post, RULES)
        answers.ask_again(post, RULES)
        post.owe()
        owed = connection.execute(select(outbox)).all()
    engine.dispose()
    assert owed == []


def test_what_the_desk_says_names_nobody(connection):
    words = [
        *connection.execute(select(matter.c.said)).scalars(),
        *connection.execute(select(referral.c.said)).scalars(),
        *connection.execute(select(matter_event.c.said)).scalars(),
        *(
            part
            for row in connection.execute(select(answer.c.checked, answer.c.found, answer.c.planned))
            for part in row
        ),
    ]
    assert len(words) > 20
    assert [one for one in words if one and Masker().mask(one).places] == []


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
    plant_sample(connection, plan_of(SETTINGS, NOW), RULES, NOW)
    assert connection.scalar(select(func.count()).select_from(report)) == len(HEARD)


@pytest.mark.parametrize("heard", HEARD, ids=lambda heard: heard.topic)
def test_what_was_heard_names_nobody(heard):
    assert Masker().mask(heard.said).places == 0
