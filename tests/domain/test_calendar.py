"""Working days and hours: the dates of DOMAIN §10 and §11.4, and what holds on every calendar."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import HO_CHI_MINH, HolidayMode, WorkingCalendar, vietnam
from tests.domain.calendars import ZONES, calendars, days, ways

VIETNAM = vietnam(range(2017, 2029))


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=HO_CHI_MINH)


@pytest.mark.parametrize(
    ("day", "rolled"),
    [("2026-11-24", "2026-11-25"), ("2027-02-05", "2027-02-11"), ("2026-12-20", "2026-12-21")],
)
def test_a_date_on_a_rest_day_rolls_to_the_next_working_day(day, rolled):
    assert VIETNAM.roll(date.fromisoformat(day)) == date.fromisoformat(rolled)


def test_a_date_may_roll_back_instead_and_a_working_day_stays():
    assert VIETNAM.roll(date(2026, 11, 24), "before") == date(2026, 11, 23)
    assert VIETNAM.roll(date(2027, 2, 7), "before") == date(2027, 2, 3)
    assert (
        VIETNAM.roll(date(2026, 11, 23)) == VIETNAM.roll(date(2026, 11, 23), "before") == date(2026, 11, 23)
    )


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-11-23T16:00", 4, "2026-11-25T10:30"),  # over Culture Day
        ("2026-11-20T16:00", 8, "2026-11-23T16:30"),  # over a weekend
        ("2027-02-03T15:00", 8, "2027-02-11T15:30"),  # over Tết
        ("2026-11-23T07:30", 4, "2026-11-23T11:30"),  # until the very minute of lunch
        ("2026-11-23T11:30", 1, "2026-11-23T14:30"),  # from lunch
        ("2026-11-21T09:00", 0, "2026-11-23T07:30"),  # no hours: the next opening
        ("2026-11-23T09:00", 0, "2026-11-23T09:00"),
        ("2026-08-21T16:00", 2, "2026-08-22T08:30"),  # into a Saturday that makes up for a day off
    ],
)
def test_working_hours_pass_only_while_the_office_is_open(start, hours, end):
    reached = VIETNAM.add_working_hours(local(start), timedelta(hours=hours))
    assert (reached, reached.tzinfo) == (local(end), UTC)


def test_working_hours_never_run_backwards():
    with pytest.raises(ValueError, match="forward"):
        VIETNAM.add_working_hours(local("2026-11-23T09:00"), timedelta(hours=-1))


def test_the_package_knows_the_swaps_of_the_government():
    assert VIETNAM.is_working_day(date(2026, 8, 22))
    assert not VIETNAM.is_working_day(date(2026, 8, 31))
    assert not VIETNAM.is_working_day(date(2026, 4, 27))  # the day after Giỗ Tổ on a Sunday


def test_the_days_are_those_the_package_gives_for_vietnam():
    years = range(2020, 2036)
    known = holidays.country_holidays("VN", years=years)
    calendar = vietnam(years)
    assert calendar.holidays == frozenset(known)
    assert calendar.makeup_days == {day for day in known.weekend_workdays if day.year in years}
    assert calendar.tet == set(known.get_named("Lunar New Year", lookup="exact"))


def test_the_operators_days_win_over_the_package():
    own = vietnam([2026], days_off=[date(2026, 8, 22), date(2026, 11, 23)], makeup_days=[date(2026, 11, 24)])
    assert not own.is_working_day(date(2026, 8, 22))
    assert not own.is_working_day(date(2026, 11, 23))
    assert own.is_working_day(date(2026, 11, 24))


def test_working_days_are_counted_both_ways():
    assert VIETNAM.add_working_days(date(2026, 11, 20), 2) == date(2026, 11, 25)
    assert VIETNAM.add_working_days(date(2026, 11, 30), -5) == date(2026, 11, 20)
    assert VIETNAM.add_working_days(date(2027, 6, 30), 5) == date(2027, 7, 7)
    assert VIETNAM.add_working_days(date(2026, 11, 22), 0) == date(2026, 11, 22)


def test_tet_mode_runs_from_eight_days_before_to_the_first_working_day():
    mode = HolidayMode(date(2027, 1, 29), date(2027, 2, 11), tet=True)
    assert {VIETNAM.holiday_mode(mode.first + timedelta(n)) for n in range(13)} == {mode}
    assert VIETNAM.holiday_mode(date(2027, 1, 28)) is VIETNAM.holiday_mode(date(2027, 2, 11)) is None


def test_the_operators_tet_wins_and_other_years_keep_theirs():
    own = vietnam([2026, 2027], tet=[date(2027, 2, 7)])
    assert own.holiday_mode(date(2027, 1, 29)) is None
    assert own.holiday_mode(date(2027, 1, 30)).first == date(2027, 1, 30)
    assert own.holiday_mode(date(2026, 2, 9)).resumes == date(2026, 2, 23)


def test_a_leave_of_three_days_is_holiday_mode_and_a_weekend_is_not():
    assert VIETNAM.holiday_mode(date(2027, 1, 2)) == HolidayMode(
        date(2027, 1, 1), date(2027, 1, 4), tet=False
    )
    assert VIETNAM.holiday_mode(date(2026, 11, 22)) is None
    assert VIETNAM.holiday_mode(date(2026, 11, 24)) is None


def test_a_deadline_leaves_the_tet_weeks_although_some_days_are_worked():
    assert VIETNAM.roll(date(2026, 2, 12)) == date(2026, 2, 12)
    assert VIETNAM.roll_deadline(date(2026, 2, 12)) == date(2026, 2, 23)
    assert VIETNAM.roll_deadline(date(2026, 2, 7)) == date(2026, 2, 23)
    assert VIETNAM.roll_deadline(date(2026, 2, 12), "before") == date(2026, 2, 6)
    assert VIETNAM.roll_deadline(date(2026, 11, 24)) == date(2026, 11, 25)


def test_hours_are_those_of_the_units_zone():
    berlin = WorkingCalendar(zone=ZoneInfo("Europe/Berlin"))
    assert berlin.at(date(2026, 7, 1), time(17)) == datetime(2026, 7, 1, 15, tzinfo=UTC)
    assert berlin.day_of(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)) == date(2026, 7, 1)
    assert VIETNAM.day_of(datetime(2026, 11, 30, 17, 30, tzinfo=UTC)) == date(2026, 12, 1)


def test_a_calendar_without_working_days_is_an_error_not_an_endless_loop():
    never = WorkingCalendar(days_off=frozenset(date(2020, 1, 1) + timedelta(n) for n in range(6000)))
    with pytest.raises(ValueError, match="no working day"):
        never.roll(date(2021, 1, 1))


@given(calendars, days, ways)
def test_rolling_ends_on_the_nearest_working_day_and_twice_is_once(calendar, day, way):
    rolled = calendar.roll(day, way)
    between = [day + timedelta(n) * (1 if way == "after" else -1) for n in range(abs((rolled - day).days))]
    assert calendar.is_working_day(rolled)
    assert not any(map(calendar.is_working_day, between))
    assert calendar.roll(rolled, way) == rolled


@given(calendars, days, days, ways)
def test_deadlines_keep_their_order_and_rest_in_tet(calendar, one, other, way):
    first, second = sorted([one, other])
    rolled = calendar.roll_deadline(first, way)
    assert rolled <= calendar.roll_deadline(second, way)
    assert calendar.is_working_day(rolled)
    mode = calendar.holiday_mode(rolled)
    assert mode is None or not mode.tet


@given(calendars, days, st.integers(1, 30))
def test_as_many_working_days_back_as_forward(calendar, day, number):
    start = calendar.roll(day)
    assert calendar.add_working_days(calendar.add_working_days(start, number), -number) == start


@given(
    calendars,
    st.builds(datetime.combine, days, st.times(), st.sampled_from(ZONES).map(ZoneInfo)),
    st.timedeltas(timedelta(), timedelta(hours=60)),
    st.timedeltas(timedelta(), timedelta(hours=60)),
)
def test_working_hours_add_up_whatever_the_calendar_and_the_zone(calendar, instant, one, other):
    together = calendar.add_working_hours(instant, one + other)
    assert together >= calendar.add_working_hours(instant, one) >= instant
    stepwise = calendar.add_working_hours(calendar.add_working_hours(instant, one), other)
    # hours that end with the day may also be said to end with the next opening
    assert stepwise in (together, calendar.add_working_hours(together, timedelta()))
