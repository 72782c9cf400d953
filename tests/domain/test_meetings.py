"""When people are reminded of a meeting, and how far a task has come."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import vietnam
from domain.meetings import next_moment, reminder_moments
from domain.reminding import Manners
from domain.tasks import OVERDUE, TODAY, TOMORROW, next_stage

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MANNERS = Manners(vietnam(range(2026, 2028)), ((time(21), time(6, 30)), (time(11, 30), time(13, 30))))


def at(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("meets", "reminded"),
    [
        ("30/11/2026 10:00", ["27/11/2026 08:00", "30/11/2026 08:00"]),
        ("30/11/2026 14:00", ["27/11/2026 08:00", "30/11/2026 11:15"]),  # 12:00 is at rest
        ("30/11/2026 08:00", ["27/11/2026 08:00", "30/11/2026 06:30"]),  # 06:00 is night
        ("25/11/2026 09:00", ["23/11/2026 08:00", "25/11/2026 07:00"]),  # over the holiday of 24/11
        ("28/11/2026 09:00", ["27/11/2026 08:00"]),  # a Saturday: nobody is reminded on it
    ],
)
def test_the_working_day_before_and_two_hours_before_at_good_hours(meets, reminded):
    assert reminder_moments(at(meets), MANNERS) == tuple(map(at, reminded))


def test_what_is_past_when_a_meeting_is_called_is_not_made_up_for():
    assert next_moment(at("30/11/2026 10:00"), at("28/11/2026 09:00"), MANNERS) == (1, at("30/11/2026 08:00"))
    assert next_moment(at("30/11/2026 10:00"), at("30/11/2026 09:00"), MANNERS) == (2, None)


@pytest.mark.parametrize(
    ("now", "stage", "then"),
    [
        ("20/11/2026 10:00", 0, "23/11/2026 08:00"),
        ("23/11/2026 08:00", TOMORROW, "25/11/2026 08:00"),  # 24/11 is a holiday
        ("25/11/2026 08:00", TODAY, "26/11/2026 08:00"),
        ("27/11/2026 09:00", OVERDUE, "30/11/2026 08:00"),  # over the weekend
    ],
)
def test_a_task_comes_from_the_day_before_to_overdue(now, stage, then):
    assert next_stage(date(2026, 11, 25), at(now), MANNERS) == (stage, at(then))
