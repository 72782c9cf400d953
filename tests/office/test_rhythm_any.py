"""Whatever calendar, rule, zone, outage, clock and number of processes: reminders come in time and never nag.

DESIGN §4.5, §6; DOMAIN §10, §11.4. `tests/office/town.py` says what must hold.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.calendar import vietnam
from storage.database import Database
from storage.tables import obligation, period, period_stage, reminder
from tests.domain.calendars import calendars
from tests.office.town import Town, plan_for

QUIET = ((time(21), time(6, 30)), (time(11, 30), time(13, 30)))
HOUR = timedelta(hours=1)
RULES = [
    "weekly thu 16:00",
    "monthly last-working-day",
    "monthly day 31",
    "15-14",
    "25-25",
    "weekly sun 23:30",
]
WINDOW = timedelta(days=21)

hours = st.integers(0, int(WINDOW / HOUR))
outages = st.lists(st.tuples(hours, st.integers(1, 120)), max_size=3)
reports = st.lists(st.tuples(hours, st.integers(0, 2)), max_size=4)
jumps = st.dictionaries(hours, st.integers(1, 30), max_size=2)


def moments(start, end, step):
    """Every so often, from `start` to `end`."""
    return [start + step * n for n in range(int((end - start) / step) + 1)]


def is_down(now, begin, down):
    """Whether the machine is off at `now`; `down` are (hour, how many hours)."""
    return any(begin + HOUR * at <= now < begin + HOUR * (at + length) for at, length in down)


@given(
    calendar=calendars,
    rule=st.sampled_from(RULES),
    start=st.dates(date(2026, 1, 15), date(2027, 11, 1)),
    down=outages,
    filed=reports,
    back=jumps,
    processes=st.integers(1, 2),
)
@pytest.mark.timeout(180)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_makes_reminders_nag(new_sqlite, calendar, rule, start, down, filed, back, processes):
    begin = datetime.combine(start, time(3), UTC)
    database = Database(new_sqlite())
    try:
        town = Town(database, calendar, QUIET, plan_for(rule, calendar), begin)
        to_file = sorted((begin + HOUR * hour, who) for hour, who in filed)
        town.tick(begin)
        up = [now for now in moments(begin, begin + WINDOW, 4 * HOUR) if not is_down(now, begin, down)]
        for now in up:
            while to_file and to_file[0][0] <= now:
                town.report(to_file.pop(0)[1], now)
            town.tick(now, processes)
            if behind := back.get(int((now - begin) / HOUR)):
                town.tick(now - HOUR * behind, processes)
        town.check()
        nobody_who_could_be_reminded_was_forgotten(town, up)
    finally:
        database.close()


def nobody_who_could_be_reminded_was_forgotten(town, ticks):
    """Who owed to the end was reminded, if the machine ran at good hours of two days after the first stage:
    on one day another period may have been told of."""
    planned = [row for row in town.rows(period_stage) if not row.stage.startswith("digest")]
    for row in town.rows(period):
        stages = [one.at for one in planned if one.period_id == row.id]
        if not stages:
            continue
        good = [now for now in ticks if min(stages) <= now < row.cutoff_at and town.manners.allow(now)]
        owing = {
            one.person_id for one in town.rows(obligation) if one.period_id == row.id and one.state == "owes"
        }
        told = {one.person_id for one in town.said if row.id in one.periods}
        if len({town.calendar.day_of(now) for now in good}) >= 2:
            assert owing <= told, f"{row.code}: {owing - told} were never reminded"


@pytest.mark.rotates
def test_ninety_days_with_tet_outages_a_clock_that_jumps_back_and_two_processes(database_url):
    calendar = vietnam(range(2026, 2029))
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    start = datetime(2027, 1, 4, 0, 5, tzinfo=zone).astimezone(UTC)
    database = Database(database_url)
    town = Town(database, calendar, QUIET, plan_for("monthly last-working-day", calendar), start, count=4)
    town.tick(start)
    away = datetime(2027, 3, 19, 7, tzinfo=zone)
    for now in moments(start, start + timedelta(days=90), 3 * HOUR):
        local = now.astimezone(zone)
        if 1 <= local.hour < 4 or away <= local < away + timedelta(days=5):
            continue
        if local.hour == 15 and local.day == 6:
            town.report(0, now)
        town.tick(now, processes=2)
        if (local.month, local.day, local.hour) == (2, 17, 12):
            town.tick(now - timedelta(hours=2))
    town.check()
    tet = [one for one in town.said if date(2027, 1, 29) <= one.on < date(2027, 2, 11)]
    assert not tet, "reminded in the weeks of Tết"
    said = {(one.on.isoformat(), one.stages[0]) for one in town.reminded(3)}
    assert said == {
        ("2027-01-20", "d-2"), ("2027-01-22", "d"), ("2027-01-25", "d+1"),
        ("2027-02-17", "d-2"), ("2027-02-19", "d"), ("2027-02-22", "d+1"),
        ("2027-03-24", "d"), ("2027-03-25", "d+1"),
    }  # fmt: skip
    assert not town.reminded(0)
    superseded = {row.stage for row in town.rows(reminder) if row.state == "superseded"}
    assert superseded == {"d-2"}
    database.close()


def test_a_changed_rule_touches_only_periods_still_to_be_made(database_url):
    calendar = vietnam(range(2026, 2029))
    start = datetime(2026, 11, 2, 2, tzinfo=UTC)
    database = Database(database_url)
    town = Town(database, calendar, QUIET, plan_for("monthly last-working-day", calendar), start)
    town.tick(start)
    made = {row.code: (row.start_at, row.due_at) for row in town.rows(period)}
    town.plan = plan_for("weekly thu 16:00", calendar)
    for day in range(0, 120, 5):
        town.tick(start + timedelta(days=day))
    rows = sorted(town.rows(period), key=lambda row: row.start_at)
    assert {row.code: (row.start_at, row.due_at) for row in rows if row.code in made} == made
    assert any("W" in row.code for row in rows)
    assert all(one.end_at == then.start_at for one, then in pairwise(rows))
    town.check()
    database.close()
