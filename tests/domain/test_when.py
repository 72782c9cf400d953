"""A day and an hour are understood as people type them, or not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.when import moment, read_moment
from messages import catalogue

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
THURSDAY = datetime(2026, 11, 19, 9, tzinfo=HANOI)
FIVE = time(17)


def read(text, now=THURSDAY, hour=FIVE):
    found = read_moment(text, now, HANOI, hour)
    return found and f"{found.astimezone(HANOI):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("25/11 17:00", "2026-11-25 17:00"),
        ("25/11", "2026-11-25 17:00"),
        ("thứ sáu 17h", "2026-11-20 17:00"),
        ("Thứ Sáu, 17h30", "2026-11-20 17:30"),
        ("T6 16h", "2026-11-20 16:00"),
        ("thu 6 16 gio", "2026-11-20 16:00"),
        ("17h thứ 2", "2026-11-23 17:00"),
        ("chủ nhật", "2026-11-22 17:00"),
        ("CN 9h", "2026-11-22 09:00"),
        ("thứ tư tuần sau 8h", "2026-11-25 08:00"),
        ("thứ tư tuần này 8h", "2026-11-18 08:00"),
        ("5 giờ chiều mai", "2026-11-20 17:00"),
        ("mai 5 giờ rưỡi chiều", "2026-11-20 17:30"),
        ("hôm nay 17:00", "2026-11-19 17:00"),
        ("ngày kia", "2026-11-21 17:00"),
        ("17h", "2026-11-19 17:00"),
        ("trước 17:00 ngày 25/11/2026", "2026-11-25 17:00"),
        ("25 tháng 11 lúc 9h", "2026-11-25 09:00"),
        ("ngày 2 tháng 12 năm 2026", "2026-12-02 17:00"),
        ("25-11-2026 17:00", "2026-11-25 17:00"),
        ("25.11.26 17h00", "2026-11-25 17:00"),
        ("2026-11-25 17:00", "2026-11-25 17:00"),
        ("2026-11-25T17:00", "2026-11-25 17:00"),
        ("2026-11-25", "2026-11-25 17:00"),
        ("２５/１１ １７:００", "2026-11-25 17:00"),
        ("friday 5pm", "2026-11-20 17:00"),
        ("Mon 17:00", "2026-11-23 17:00"),
        ("tomorrow at 9:30", "2026-11-20 09:30"),
        ("5/1 17h", "2027-01-05 17:00"),
        ("1/11", "2026-11-01 17:00"),
        ("0h 25/11", "2026-11-25 00:00"),
    ],
)
def test_what_people_type_is_understood(text, meant):
    assert read(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "", "không biết", "31/2", "25/13", "25h", "17:60", "25/11 17", "25/11 26/11", "25", "17",
        "sớm nhất có thể", "25/11 17:00 hoặc muộn hơn", "thứ tám", "25/11/3026", "9999-12-31", "29/2/2027",
        "0912345678", "25/11 chiều", "13/2026", "17:00 18:00", "-1/11", "１", "٢٥", "25/11/202",
    ],
)  # fmt: skip
def test_anything_else_is_not(text):
    assert read(text) is None


def test_a_weekday_whose_hour_has_passed_is_that_of_next_week():
    friday = datetime(2026, 11, 20, 18, tzinfo=HANOI)
    assert read("thứ sáu 17h", friday) == "2026-11-27 17:00"
    assert read("thứ sáu 19h", friday) == "2026-11-20 19:00"
    assert read("20/11 17h", friday) == "2026-11-20 17:00"


def test_the_leap_day_is_there_in_leap_years_only():
    assert read("29/2/2028") == "2028-02-29 17:00"
    assert read("29/2", datetime(2028, 1, 5, tzinfo=HANOI)) == "2028-02-29 17:00"


def test_the_day_is_that_of_the_zone_not_of_greenwich():
    half_past_midnight = datetime(2026, 11, 30, 17, 30, tzinfo=UTC)
    assert read("hôm nay 9h", half_past_midnight) == "2026-12-01 09:00"


def test_it_is_said_back_with_its_weekday():
    words = catalogue("vi").render(moment(datetime(2026, 11, 25, 10, tzinfo=UTC), HANOI))
    assert words == "17:00 thứ Tư 25/11/2026"


@given(st.dates(date(2025, 1, 1), date(2030, 12, 31)), st.integers(0, 23), st.integers(0, 59))
def test_every_day_and_hour_written_out_is_read_as_it_is(day, hour, minute):
    at = datetime.combine(day, time(hour, minute), HANOI)
    for form in ("%d/%m/%Y %H:%M", "%Y-%m-%d %H:%M", "%Hh%M %d-%m-%Y"):
        assert read(at.strftime(form)) == f"{at:%Y-%m-%d %H:%M}"


@given(st.text(max_size=40))
def test_whatever_is_typed_nothing_breaks(text):
    found = read_moment(text, THURSDAY, HANOI, FIVE)
    assert found is None or found.utcoffset() == timedelta(0)
