"""Leaves are told of once, gaps in their rota and unconfirmed years are warned of. DOMAIN §10."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert

from bot.settings import CalendarSettings
from domain.leaves import coming_leave, first_gap, rota_asked_on, told_on
from domain.reminding import Manners
from storage.tables import shift
from tests.bot.test_reminders import ward

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def on(year: int, month: int, day: int, hour: int = 9) -> datetime:
    """An hour of a day in the unit's zone."""
    return datetime(year, month, day, hour, tzinfo=HANOI).astimezone(UTC)


CALENDAR = CalendarSettings().around(on(2027, 1, 1))
TET = coming_leave(CALENDAR, date(2027, 1, 10))


def count(person, words: str) -> int:
    """How many messages of the bot say so."""
    return sum(words in one.text for one in person.screen if one.by_bot)


def test_tet_begins_eight_days_before_the_lunar_year():
    assert TET is not None
    assert (TET.first, TET.resumes, TET.tet) == (date(2027, 1, 29), date(2027, 2, 11), True)
    assert told_on(TET, Manners(CALENDAR)) == date(2027, 1, 28)
    assert rota_asked_on(TET, CALENDAR) == date(2027, 1, 26)


@pytest.mark.parametrize(
    ("shifts", "gap"),
    [
        ([], on(2027, 1, 29, 0)),
        ([(28, 0, 42, 1)], None),
        ([(29, 0, 35, 12), (35, 12, 42, 0)], None),
        ([(29, 0, 35, 12), (35, 13, 42, 0)], on(2027, 2, 4, 12)),
        ([(35, 13, 42, 0), (29, 0, 35, 14)], None),
        ([(29, 0, 40, 23)], on(2027, 2, 9, 23)),
    ],
)
def test_a_gap_is_the_first_hour_without_anybody(shifts, gap):
    new_year = on(2027, 1, 1, 0)
    spans = [
        (new_year + timedelta(days=a - 1, hours=b), new_year + timedelta(days=c - 1, hours=d))
        for a, b, c, d in shifts
    ]
    assert TET is not None
    assert first_gap(TET, spans, CALENDAR) == gap


async def test_who_wants_reminders_reads_once_that_there_are_none_over_tet(database_url):
    async with ward(database_url, start=on(2027, 1, 20)) as home:
        lan, minh = await home.member(1), await home.member(2, reminders=False)
        boss = await home.member(9, "coordinator")
        words = "Trong dịp nghỉ Tết, chế độ trực"
        await home.when(on(2027, 1, 27))
        assert count(lan, words) == 0
        await home.when(on(2027, 1, 28, 7))
        assert count(lan, words) == 0
        await home.when(on(2027, 1, 28, 8))
        assert "không nhắc báo cáo định kỳ đến 11/02/2027" in lan.last.text
        for hour in (9, 14):
            await home.when(on(2027, 1, 28, hour))
        await home.when(on(2027, 2, 1))
        assert count(lan, words) == 1
        assert count(minh, words) == count(boss, words) == 0


async def test_coordinators_are_warned_three_days_before_when_nobody_is_on_duty(database_url):
    async with ward(database_url, start=on(2027, 1, 20)) as home:
        await home.member(1)
        boss = await home.member(9, "coordinator")
        await home.when(on(2027, 1, 25))
        assert count(boss, "chưa đủ người trực") == 0
        await home.when(on(2027, 1, 26))
        assert "còn trống từ 00:00 29/01/2027" in boss.last.text
        await home.when(on(2027, 1, 27))
        assert count(boss, "chưa đủ người trực") == 1


async def test_nobody_is_warned_of_a_leave_whose_rota_is_full(database_url):
    async with ward(database_url, start=on(2027, 1, 20)) as home:
        await home.member(1)
        boss = await home.member(9, "coordinator")
        home.home.database.write_now(
            lambda c: c.execute(
                insert(shift).values(
                    unit_id=home.home.unit_id, person_id=1, from_at=on(2027, 1, 28), to_at=on(2027, 2, 11)
                )
            )
        )
        await home.when(on(2027, 1, 26))
        await home.when(on(2027, 1, 28))
        assert count(boss, "chưa đủ người trực") == 0


async def test_administrators_hear_once_a_day_from_december_on_that_next_year_is_not_confirmed(database_url):
    async with ward(database_url, start=on(2026, 11, 27)) as home:
        chief, lan = await home.member(8, "administrator"), await home.member(1)
        await home.when(on(2026, 11, 30))
        assert count(chief, "Lịch nghỉ năm 2027") == 0
        for hour in (8, 10, 15):
            await home.when(on(2026, 12, 1, hour))
        assert count(chief, "Lịch nghỉ năm 2027") == 1
        await home.when(on(2026, 12, 2))
        assert count(chief, "Lịch nghỉ năm 2027") == 2
        assert count(lan, "Lịch nghỉ") == 0
