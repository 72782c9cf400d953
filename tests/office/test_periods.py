"""Every unit that reports has its periods, without gap or overlap, some way ahead."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import insert, select

from domain.cadence import parse
from domain.calendar import WorkingCalendar, vietnam
from office.periods import Plan, extend_periods, open_periods
from storage import people
from storage.database import make_engine
from storage.tables import period, period_stage, unit

NOW = datetime(2026, 11, 10, 1, tzinfo=UTC)
MONTHLY = Plan(parse("monthly last-working-day"), vietnam(range(2025, 2029)))
WEEKLY = Plan(parse("weekly thu 16:00"), MONTHLY.calendar)


@pytest.fixture
def connection(database_url):
    engine = make_engine(database_url)
    with engine.begin() as connection:
        for id, code in ((1, "PM"), (2, "PH")):
            connection.execute(insert(unit).values(id=id, code=code, name=f"Phường {code}", type="commune"))
        yield connection
    engine.dispose()


def kept(connection, unit_id=1):
    return connection.execute(
        select(period).where(period.c.unit_id == unit_id).order_by(period.c.start_at)
    ).all()


def test_a_unit_gets_the_period_that_runs_and_the_next(connection):
    open_periods(connection, 1, MONTHLY, NOW)
    running, following, *_ = kept(connection)
    assert (running.code, running.name) == ("2026-11", "tháng 11/2026")
    assert running.start_at <= NOW < running.end_at
    assert running.due_at == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert running.briefing_at.date() == date(2026, 11, 30)
    assert following.code == "2026-12"
    assert following.start_at == running.end_at


def test_periods_are_opened_once_however_often_it_is_asked(connection):
    for days in range(60):
        open_periods(connection, 1, MONTHLY, NOW + timedelta(days=days))
    rows = kept(connection)
    assert [row.code for row in rows] == ["2026-11", "2026-12", "2027-01", "2027-02", "2027-03"]
    assert all(first.end_at == then.start_at for first, then in pairwise(rows))


def test_after_a_long_pause_no_month_is_missing(connection):
    open_periods(connection, 1, MONTHLY, NOW)
    open_periods(connection, 1, MONTHLY, NOW + timedelta(days=200))
    rows = kept(connection)
    assert [row.code for row in rows[:3]] == ["2026-11", "2026-12", "2027-01"]
    assert rows[-1].end_at > NOW + timedelta(days=200)
    assert all(first.end_at == then.start_at for first, then in pairwise(rows))


def test_a_new_rule_goes_on_where_the_old_one_ended(connection):
    open_periods(connection, 1, MONTHLY, NOW)
    open_periods(connection, 1, WEEKLY, NOW + timedelta(days=60))
    rows = kept(connection)
    assert [row.code for row in rows[:4]] == ["2026-11", "2026-12", "2027-01", "2027-W04"]
    assert all(first.end_at == then.start_at for first, then in pairwise(rows))


def test_units_without_collaborators_get_none(connection):
    anna = people.add_person(connection, unit_id=2, label="A", lang="vi", reminders=False, now=NOW)
    people.add_membership(connection, person_id=anna, unit_id=2, role="collaborator", label="A")
    extend_periods(connection, MONTHLY, NOW)
    assert kept(connection, 1) == []
    assert kept(connection, 2)


def test_nobody_is_reminded_of_a_week_that_has_not_begun(connection):
    off = frozenset({date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 18)})
    calendar = WorkingCalendar(days_off=off, zone=MONTHLY.calendar.zone)
    open_periods(connection, 1, replace(WEEKLY, calendar=calendar), NOW)
    row = next(row for row in kept(connection) if row.code == "2026-W47")
    assert (row.start_at, row.due_at) == (
        datetime(2026, 11, 12, 9, tzinfo=UTC),
        datetime(2026, 11, 19, 9, tzinfo=UTC),
    )
    stages = connection.execute(
        select(period_stage.c.stage).where(period_stage.c.period_id == row.id)
    ).scalars()
    assert set(stages) == {"d", "d+1", "digest-am", "digest-pm"}
