"""Periods: the dates of DOMAIN §11.4, the seeds' own meetings, and what holds for every rule and calendar."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cadence import FixedDay, RuleError, Window, parse
from domain.calendar import HO_CHI_MINH, WorkingCalendar, vietnam
from domain.periods import period_at, periods
from messages import LANGUAGES, catalogue
from tests.domain.calendars import calendars, days, ways

VIETNAM = vietnam(range(2016, 2031))
RULES = [
    "weekly",
    "weekly mon 09:00",
    "weekly sun 23:59",
    "monthly",
    "monthly day 1 00:30",
    "monthly day 5",
    "monthly day 31",
    "monthly calendar",
    "monthly 3rd-working-day-after",
    "quarterly",
    "quarterly last-working-day",
    "half-yearly",
    "yearly",
    "15-14",
    "25-25",
    "31-30",
]
rules = st.sampled_from(RULES).map(parse)


def local(instant, zone=HO_CHI_MINH):
    return instant.astimezone(zone).strftime("%d/%m/%Y %H:%M")


def listed(rule, first, number=1, roll="after"):
    return periods(parse(rule), date.fromisoformat(first), number, VIETNAM, roll)


def test_months_until_may_2027_fall_on_the_dates_of_the_domain():
    found = [
        (f"{local(p.due_at)[:5]}", f"{p.draft_on:%d/%m}", f"{local(p.briefing_at)[:5]}")
        for p in listed("monthly last-working-day", "2026-11-01", 7)
    ]
    assert found == [
        ("20/11", "26/11", "30/11"),
        ("24/12", "29/12", "31/12"),
        ("22/01", "27/01", "29/01"),
        ("19/02", "24/02", "26/02"),
        ("24/03", "29/03", "31/03"),
        ("22/04", "27/04", "29/04"),
        ("24/05", "27/05", "31/05"),
    ]


def test_november_2026_from_its_start_to_its_briefing():
    (november,) = listed("monthly last-working-day", "2026-11-01")
    assert (november.code, november.year, november.number) == ("2026-11", 2026, 11)
    assert local(november.start_at) == "23/10/2026 17:00"
    assert local(november.end_at) == local(november.due_at) == "20/11/2026 17:00"
    assert local(november.cutoff_at) == "25/11/2026 17:00"
    assert november.draft_on == date(2026, 11, 26)
    assert local(november.briefing_at)[:10] == "30/11/2026"


@pytest.mark.parametrize(
    ("first", "due", "briefing"),
    [
        ("2026-10-01", "31/12/2026", "08/01/2027"),
        ("2027-01-01", "31/03/2027", "07/04/2027"),
        ("2027-04-01", "30/06/2027", "07/07/2027"),
    ],
)
def test_quarters_end_on_their_last_working_day_and_meet_on_the_fifth_after(first, due, briefing):
    (quarter,) = listed("quarterly 5th-working-day-after", first)
    assert (local(quarter.due_at)[:10], local(quarter.briefing_at)[:10]) == (due, briefing)


def test_the_meetings_of_the_seeds_fall_on_their_own_days():
    (district,) = listed("monthly last-working-day", "2021-11-01")
    (province,) = listed("quarterly 5th-working-day-after", "2017-04-01")
    assert local(district.briefing_at)[:10] == "30/11/2021"
    assert local(province.briefing_at)[:10] == "07/07/2017"


def test_thursdays_are_due_at_four():
    assert [local(p.due_at) for p in listed("weekly", "2026-11-23", 2)] == [
        "26/11/2026 16:00",
        "03/12/2026 16:00",
    ]


def test_a_deadline_on_a_holiday_rolls_and_the_one_after_does_not():
    assert [local(p.due_at) for p in listed("weekly tue", "2026-11-23", 2)] == [
        "25/11/2026 16:00",
        "01/12/2026 16:00",
    ]
    (before,) = listed("weekly tue", "2026-11-23", roll="before")
    assert local(before.due_at) == "23/11/2026 16:00"


def test_weeks_in_tet_become_one_period_that_ends_when_work_resumes():
    january, tet, later = listed("weekly", "2026-02-01", 3)
    assert [local(p.due_at) for p in (january, tet, later)] == [
        "05/02/2026 16:00",
        "23/02/2026 16:00",
        "26/02/2026 16:00",
    ]
    assert (january.end_at, tet.end_at) == (tet.start_at, later.start_at)


def test_a_month_due_in_tet_is_due_after_it_and_still_before_its_briefing():
    (february,) = listed("monthly", "2026-02-01")
    assert local(february.due_at) == "23/02/2026 17:00"
    assert local(february.cutoff_at) == "25/02/2026 17:00"
    assert (february.draft_on, local(february.briefing_at)[:10]) == (date(2026, 2, 26), "27/02/2026")


def test_a_briefing_waits_for_late_reports_where_tet_pushes_the_deadline_too_far():
    late_tet = WorkingCalendar(
        tet=frozenset({date(2027, 2, 20)}), days_off=frozenset(date(2027, 2, n) for n in (22, 23, 24))
    )
    (february,) = periods(parse("monthly"), date(2027, 2, 10), 1, late_tet)
    assert [local(at)[:10] for at in (february.due_at, february.cutoff_at)] == ["25/02/2027", "01/03/2027"]
    assert (february.draft_on, local(february.briefing_at)[:10]) == (date(2027, 3, 2), "02/03/2027")


def test_late_reports_are_taken_after_the_window_even_if_its_deadline_rolled_back():
    (february,) = listed("15-14", "2026-02-01", roll="before")
    assert [local(at)[:10] for at in (february.due_at, february.end_at, february.cutoff_at)] == [
        "06/02/2026",
        "15/02/2026",
        "24/02/2026",
    ]


def test_the_31st_means_the_last_day_and_comes_back_after_february():
    ends = [local(p.end_at)[:10] for p in listed("monthly day 31", "2023-01-04", 5)]
    assert ends == ["31/01/2023", "28/02/2023", "31/03/2023", "04/05/2023", "31/05/2023"]


def test_from_the_15th_to_the_14th_whatever_the_weekday():
    november, december = listed("15-14", "2026-10-15", 2)
    assert (local(november.start_at), local(november.end_at)) == ("15/10/2026 00:00", "15/11/2026 00:00")
    assert local(november.due_at) == "16/11/2026 17:00"  # the 14th is a Saturday
    assert (local(december.due_at), december.code) == ("14/12/2026 17:00", "2026-12")


def test_from_the_25th_at_noon_to_the_25th_at_noon():
    (december,) = listed("25-25", "2026-11-26")
    assert (local(december.start_at), local(december.end_at)) == ("25/11/2026 12:00", "25/12/2026 12:00")
    assert december.due_at == december.end_at


def test_half_past_midnight_on_the_1st_is_the_1st():
    night = datetime(2026, 12, 1, 0, 30, tzinfo=HO_CHI_MINH)
    assert period_at(parse("monthly calendar"), night, VIETNAM).code == "2026-12"
    assert period_at(parse("monthly calendar"), night - timedelta(hours=1), VIETNAM).code == "2026-11"


def test_the_instant_of_the_deadline_belongs_to_the_next_period():
    due = datetime(2026, 11, 20, 17, 0, tzinfo=HO_CHI_MINH)
    assert period_at(parse("monthly"), due - timedelta(seconds=1), VIETNAM).code == "2026-11"
    assert period_at(parse("monthly"), due, VIETNAM).code == "2026-12"


@pytest.mark.parametrize(
    ("rule", "code", "vietnamese", "english"),
    [
        ("weekly", "2026-W47", "tuần 47/2026", "week 47/2026"),
        ("monthly", "2026-11", "tháng 11/2026", "November 2026"),
        ("monthly day 5", "2026-10", "tháng 10/2026", "October 2026"),
        ("quarterly", "2026-Q4", "quý IV/2026", "quarter 4 of 2026"),
        ("half-yearly", "2026-H2", "6 tháng cuối năm 2026", "second half of 2026"),
        ("yearly", "2026", "năm 2026", "the year 2026"),
    ],
)
def test_a_period_has_a_code_and_a_name_people_use(rule, code, vietnamese, english):
    (period,) = listed(rule, "2026-11-03" if rule == "monthly day 5" else "2026-11-18")
    assert period.code == code
    assert [catalogue(lang).render(period.name) for lang in LANGUAGES] == [vietnamese, english]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "daily",
        "weekly thursday",
        "weekly thu 24:00",
        "weekly thu 16h",
        "weekly thu 16:00 sharp",
        "monthly day 0",
        "monthly day 32",
        "monthly day x",
        "quarterly calendar",
        "quarterly 2nd-working-day-after",
        "quarterly fifth-working-day-after",
        "15-20",
        "0-0",
        "1-31-1",
        "15—14",
        "monthly day ٥",
    ],
)
def test_words_that_are_no_rule_are_refused_in_one_sentence(words):
    with pytest.raises(RuleError) as refused:
        parse(words)
    for lang in LANGUAGES:
        assert f"“{words}”" in catalogue(lang).render(refused.value.text)


def test_rules_are_read_whatever_the_case_and_the_spaces():
    assert parse("  Monthly   LAST-working-day ") == parse("monthly")
    assert parse("weekly thu 16:00") == parse("weekly")
    assert parse("quarterly 5th-working-day-after") == parse("quarterly")


@given(rules, calendars, days, ways)
def test_periods_follow_each_other_without_gap_or_overlap(rule, calendar, day, roll):
    listed = periods(rule, day, 8, calendar, roll)
    assert listed[0].start_at <= calendar.at(day, time()) < listed[0].end_at
    assert all(one.start_at < one.end_at == next.start_at for one, next in pairwise(listed))
    assert all(
        one.due_at <= next.due_at and one.cutoff_at <= next.cutoff_at for one, next in pairwise(listed)
    )
    assert len({period.code for period in listed}) == len(listed)
    assert sorted(listed, key=lambda period: period.code) == listed


@given(rules, calendars, days, ways)
def test_a_period_passes_through_its_stages_in_order_on_working_days(rule, calendar, day, roll):
    for period in periods(rule, day, 3, calendar, roll):
        stages = [calendar.day_of(at) for at in (period.due_at, period.cutoff_at)] + [period.draft_on]
        stages.append(calendar.day_of(period.briefing_at))
        assert all(map(calendar.is_working_day, stages))
        assert stages[0] < stages[1] < stages[2] <= stages[3]
        assert max(period.end_at, period.due_at) < period.cutoff_at < period.briefing_at
        assert isinstance(rule, Window) or period.due_at == period.end_at


@given(rules, calendars, days, st.integers(0, 200), ways)
def test_a_period_is_the_same_from_wherever_one_looks(rule, calendar, day, later, roll):
    from_here = {period.code: period for period in periods(rule, day, 60, calendar, roll)}
    seen_later = periods(rule, day + timedelta(later), 5, calendar, roll)
    assert all(from_here[period.code] == period for period in seen_later)
    for period in seen_later:
        for instant in (period.start_at, period.end_at - timedelta(microseconds=1)):
            assert period_at(rule, instant, calendar, roll) == period


@given(st.integers(1, 31), st.sampled_from(["Asia/Ho_Chi_Minh", "Europe/Berlin"]))
def test_a_fixed_day_never_drifts(day, zone):
    every_day_worked = WorkingCalendar(
        makeup_days=frozenset(date(2026, 1, 1) + timedelta(n) for n in range(900)), zone=ZoneInfo(zone)
    )
    listed = periods(FixedDay("month", day=day), date(2026, 2, 1), 24, every_day_worked)
    ends = [period.end_at.astimezone(every_day_worked.zone) for period in listed]
    last_of = [(end.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1) for end in ends]
    assert [end.day for end in ends] == [min(day, last.day) for last in last_of]
    assert {(end.hour, end.minute) for end in ends} == {(17, 0)}
