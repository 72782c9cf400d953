"""Until when a unit answers, when it is reminded, and which answers say nothing. Vectors: DOMAIN §11.4."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkingCalendar, vietnam
from domain.referrals import Reply, due_of, is_vague, next_stage, overdue_days, problems, stages

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
CALENDAR = vietnam(range(2026, 2028))


def at(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("23/11/2026 16:00", "25/11/2026 10:30"),  # over the holiday of 24/11
        ("20/11/2026 16:00", "23/11/2026 10:30"),  # over a weekend
        ("19/11/2026 09:00", "19/11/2026 15:00"),  # over lunch
        ("19/11/2026 12:00", "20/11/2026 08:00"),  # from lunch on
        ("21/11/2026 03:00", "23/11/2026 13:30"),  # from a Saturday night: a whole morning, to the minute
        ("03/02/2027 15:00", "11/02/2027 09:30"),  # over Tết
        ("22/08/2026 08:00", "22/08/2026 14:00"),  # a Saturday worked instead of a Monday
    ],
)
def test_an_urgent_referral_is_due_after_four_working_hours(since, until):
    due = due_of("urgent", at(since), CALENDAR)
    if until.endswith("13:30"):  # 11:30 and 13:30 are the same working instant
        assert due in (at(until), at(until.replace("13:30", "11:30")))
    else:
        assert due == at(until)


@pytest.mark.parametrize(
    ("kind", "since", "until"),
    [
        ("normal", "19/11/2026 09:00", "27/11/2026 17:00"),
        ("normal", "20/11/2026 18:00", "30/11/2026 17:00"),
        ("complex", "19/11/2026 09:00", "04/12/2026 17:00"),
        ("normal", "01/02/2027 09:00", "15/02/2027 17:00"),
    ],
)
def test_others_are_due_after_so_many_working_days(kind, since, until):
    assert due_of(kind, at(since), CALENDAR) == at(until)


def test_another_kind_has_no_due_date():
    with pytest.raises(KeyError):
        due_of("someday", at("19/11/2026 09:00"), CALENDAR)


INSTANTS = st.integers(0, 730_000).map(lambda minutes: at("05/01/2026 00:00") + timedelta(minutes=minutes))


@given(INSTANTS, st.sampled_from(["urgent", "normal", "complex"]))
def test_stages_come_in_order_and_none_after_the_due_date(made, kind):
    due = due_of(kind, made, CALENDAR)
    half, most, last = stages(made, due, CALENDAR)
    assert made <= half <= most <= last == due
    whole = CALENDAR.working_time(made, due)
    assert abs(CALENDAR.working_time(made, half) - whole * 0.5) < timedelta(seconds=1)
    assert abs(CALENDAR.working_time(made, most) - whole * 0.8) < timedelta(seconds=1)


@given(INSTANTS, st.sampled_from(["urgent", "normal"]), st.floats(0, 30))
def test_after_any_pause_the_next_stage_lies_ahead_and_those_passed_are_counted(made, kind, days):
    due = due_of(kind, made, CALENDAR)
    now = made + timedelta(days=days)
    passed, following = next_stage(made, due, now, CALENDAR)
    assert following is not None and following > now
    assert passed == sum(one <= now for one in stages(made, due, CALENDAR))
    if passed == 3:
        assert CALENDAR.is_working_day(following.astimezone(ZONE).date())


@given(INSTANTS, st.floats(0, 60))
def test_working_time_and_adding_working_hours_agree(since, hours):
    duration = timedelta(hours=hours)
    until = CALENDAR.add_working_hours(since, duration)
    assert abs(CALENDAR.working_time(since, until) - duration) < timedelta(milliseconds=1)
    assert CALENDAR.working_time(until, since) == timedelta()


def test_a_calendar_edited_meanwhile_counts_from_then_on():
    since = at("19/11/2026 16:30")
    edited = WorkingCalendar(holidays=CALENDAR.holidays, days_off=frozenset({date(2026, 11, 20)}))
    assert due_of("urgent", since, CALENDAR) == at("20/11/2026 11:00")
    assert due_of("urgent", since, edited) == at("23/11/2026 11:00")


def test_days_late_are_working_days():
    due = at("20/11/2026 17:00")
    assert overdue_days(due, at("20/11/2026 23:00"), CALENDAR) == 0
    assert overdue_days(due, at("22/11/2026 09:00"), CALENDAR) == 0
    assert overdue_days(due, at("23/11/2026 08:00"), CALENDAR) == 1
    assert overdue_days(due, at("25/11/2026 08:00"), CALENDAR) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ok",
        "Đã tiếp thu",
        "Đã tiếp thu ý kiến của bà con",
        "Xin ghi nhận, sẽ nghiên cứu xem xét theo quy định trong thời gian tới.",
        "Đơn vị đã tiếp nhận phản ánh và sẽ chỉ đạo xử lý sớm",
        "da tiep thu y kien, xin cam on cac y kien cua nhan dan",
    ],
)
def test_answers_that_only_note_it_say_nothing(text):
    assert is_vague(text)


@pytest.mark.parametrize(
    "text",
    [
        "Đã kiểm tra ngày 20/11: xe gom hỏng, đã điều xe dự phòng",
        "Không có việc thu phí ngoài quy định; đã niêm yết mức thu tại nhà văn hóa",
        "Đã lát lại 40 m vỉa hè, xong ngày 18/11",
    ],
)
def test_answers_with_a_finding_say_something(text):
    assert not is_vague(text)


TODAY = date(2026, 11, 19)
GOOD = "Đã kiểm tra, xe gom hỏng ba ngày liền"


def test_only_the_finding_is_required_and_a_plan_where_there_was_something_in_it():
    assert problems(Reply("", GOOD, "", "unfounded"), TODAY) == ()
    assert problems(Reply("", GOOD, "", "founded"), TODAY) == ("planned",)
    assert problems(Reply("", "Đã tiếp thu", "", "nonsense", date(2026, 11, 18)), TODAY) == (
        "verdict",
        "found",
        "done-by",
    )
    assert problems(Reply("", GOOD, "Sửa xe", "partly", TODAY), TODAY) == ()


def test_a_due_hour_is_the_end_of_the_working_day():
    assert due_of("normal", at("19/11/2026 09:00"), CALENDAR).astimezone(ZONE).time() == time(17)
