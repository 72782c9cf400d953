"""The duty rota: planned, shown, handed over, exchanged; and urgent reports that follow it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from storage import people, shifts
from storage.tables import audit, outbox, shift, unit
from tests.bot.test_alerts import alerts_of, report
from tests.house import House, MovableClock, house
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SECOND = timedelta(seconds=1)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An hour of a day in November 2026, in the unit's zone. The 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=HANOI).astimezone(UTC)


@dataclass
class Ward:
    """A ward with Chị Hạnh who coordinates, and Bà Lan and Ông Minh on its duty list."""

    home: House
    server: TelegramServer
    clock: MovableClock
    boss: Person
    lan: Person
    minh: Person

    async def when(self, instant: datetime) -> None:
        """Go to this instant and do what is due."""
        self.clock.now = instant
        await self.home.tick()
        await self.home.quiet()

    def on_duty(self, who: int, start: datetime, end: datetime) -> int:
        """A shift of the person with this number; gives its id."""
        values = {"unit_id": self.home.unit_id, "person_id": who, "from_at": start, "to_at": end}
        return self.home.database.write_now(
            lambda c: c.execute(insert(shift).values(values).returning(shift.c.id)).scalar_one()
        )

    def shifts(self) -> list[tuple[int, datetime, datetime]]:
        """Who is on duty from when to when, in order."""
        rows = sorted(self.home.rows(shift), key=lambda row: row.from_at)
        return [(row.person_id, row.from_at, row.to_at) for row in rows]

    async def citizen_voice(self, id: int = 50) -> Person:
        """A collaborator who has joined."""
        return await self.home.member(self.server.person(id))


HANH, LAN, MINH = 1, 2, 3


@contextlib.asynccontextmanager
async def ward(url: str, start: datetime) -> AsyncIterator[Ward]:
    clock = MovableClock(start)
    async with TelegramServer() as server, house(url, server, clock) as home:
        boss = await home.member(server.person(1), "coordinator")
        lan = await home.member(server.person(2), "duty")
        minh = await home.member(server.person(3), "duty")
        named = {HANH: "Chị Hạnh", LAN: "Bà Lan", MINH: "Ông Minh"}

        def name(connection) -> None:
            for id, label in named.items():
                people.change_person(connection, id, label=label)

        home.database.write_now(name)
        yield Ward(home, server, clock, boss, lan, minh)


def begun(person: Person) -> int:
    """How often somebody was told that their duty has begun."""
    return sum("Bắt đầu ca trực" in one.text for one in person.screen if one.by_bot)


# -- planning ----------------------------------------------------------------------------------------------


async def plan_next_week(boss: Person) -> None:
    await boss.say("/truc")
    await boss.tap("Xếp lịch", await boss.expects("Chưa có lịch trực"))
    await boss.tap("Tuần sau", await boss.expects("tuần nào"))
    await boss.tap("Ngày/đêm", await boss.expects("Chia ca"))
    await boss.expects("theo thứ tự")
    await boss.say("1 2")
    await boss.expects("T2 23/11  07:30–17:00 Bà Lan · 17:00–07:30 Ông Minh")
    await boss.tap("Lưu lịch")
    await boss.expects("Đã lưu 14 ca")


async def test_a_coordinator_plans_a_week_and_everybody_on_it_is_told(database_url):
    async with ward(database_url, at(19, 9)) as home:
        await plan_next_week(home.boss)
        assert len(home.shifts()) == 14
        assert home.shifts()[:2] == [
            (LAN, at(23, 7, 30), at(23, 17)),
            (MINH, at(23, 17), at(24, 7, 30)),
        ]
        await home.lan.expects("07:30–17:00 T2 23/11")
        await home.minh.expects("17:00 T2 23/11 – 07:30 T3 24/11")
        assert "rota-planned" in [row.act for row in home.home.rows(audit)]


async def test_a_coordinator_of_several_units_is_asked_whose_rota_it_is(database_url):
    async with ward(database_url, at(19, 9)) as home:
        other = home.home.database.write_now(
            lambda c: c.execute(
                insert(unit).values(code="HOAMAI", name="Phường Hoa Mai", type="xa").returning(unit.c.id)
            ).scalar_one()
        )
        await home.home.member(home.boss, "coordinator", other)
        await home.home.member(home.minh, "duty", other)
        await home.boss.say("/truc")
        asked = await home.boss.expects("Của đơn vị nào?")
        assert asked.labels == [["Phường Hoa Sen"], ["Phường Hoa Mai"]]
        await home.boss.tap("Phường Hoa Mai")
        await home.boss.tap("Xếp lịch", await home.boss.expects("Chưa có lịch trực"))
        await home.boss.tap("Tuần sau", await home.boss.expects("tuần nào"))
        await home.boss.tap("Cả tuần một người", await home.boss.expects("Chia ca"))
        offered = await home.boss.expects("cả tuần")
        assert offered.labels == [["Ông Minh", "Chị Hạnh"], ["‹ Quay lại"]]
        await home.boss.tap("Ông Minh")
        await home.boss.tap("Lưu lịch", await home.boss.expects("chưa lưu"))
        await home.boss.expects("Đã lưu 1 ca")
        assert [(row.unit_id, row.person_id) for row in home.home.rows(shift)] == [(other, MINH)]
        await home.boss.say("/truc")
        await home.boss.tap("Phường Hoa Mai", await home.boss.expects("Của đơn vị nào?"))
        await home.boss.tap("Đổi một ca", await home.boss.expects("Lịch trực tuần"))
        await home.boss.tap("Ông Minh", await home.boss.expects("Ca nào?"))
        await home.boss.tap("Chị Hạnh", await home.boss.expects("Ai trực thay?"))
        await home.boss.expects("Chị Hạnh trực ca")
        await home.lan.say("/truc")
        await home.lan.expects("Chưa có lịch trực")  # one unit: not asked, and it is her own


async def test_planning_a_week_again_replaces_it_and_leaves_its_neighbours(database_url):
    async with ward(database_url, at(19, 9)) as home:
        home.on_duty(MINH, at(22, 17), at(23, 12))
        home.on_duty(MINH, at(25, 0), at(25, 12))
        home.on_duty(LAN, at(30, 0), at(30, 20))
        await home.boss.say("/truc")
        await home.boss.tap("Xếp lịch", await home.boss.expects("🛡"))
        await home.boss.tap("Tuần sau", await home.boss.expects("tuần nào"))
        await home.boss.tap("Cả tuần một người", await home.boss.expects("Chia ca"))
        await home.boss.tap("Bà Lan", await home.boss.expects("cả tuần"))
        await home.boss.tap("Lưu lịch", await home.boss.expects("sẽ được thay"))
        await home.boss.expects("Đã lưu 1 ca")
        assert home.shifts() == [
            (MINH, at(22, 17), at(23, 7, 30)),
            (LAN, at(23, 7, 30), at(30, 7, 30)),
            (LAN, at(30, 7, 30), at(30, 20)),
        ]


async def test_the_rota_is_read_with_who_is_on_duty_and_coordinators_are_warned_of_gaps(database_url):
    async with ward(database_url, at(23, 9)) as home:
        home.on_duty(LAN, at(23, 7, 30), at(23, 17))
        home.on_duty(MINH, at(24, 7, 30), at(30, 17))
        await home.minh.say("/truc")
        shown = await home.minh.expects("Đang trực: Bà Lan, đến 17:00 T2 23/11")
        assert "T2 23/11  07:30–17:00 Bà Lan" in shown.text
        assert "⚠️" not in shown.text
        assert "🗓 Xếp lịch" not in [label for row in shown.labels for label in row]
        await home.boss.say("/truc")
        shown = await home.boss.expects("còn 1 khoảng")
        assert "17:00 T2 23/11 – 07:30 T3 24/11" in shown.text
        await home.boss.tap("Tuần sau", shown)
        await home.boss.expects("Lịch trực tuần từ T2 30/11")


async def test_a_coordinator_gives_one_shift_to_somebody_else(database_url):
    async with ward(database_url, at(19, 9)) as home:
        home.on_duty(LAN, at(19, 17), at(20, 7, 30))
        await home.boss.say("/truc")
        await home.boss.tap("Đổi một ca", await home.boss.expects("chưa xếp ai trực"))
        await home.boss.tap("Bà Lan", await home.boss.expects("Ca nào"))
        await home.boss.tap("Ông Minh", await home.boss.expects("Ai trực thay"))
        await home.boss.expects("✅ Ông Minh trực ca 17:00 T5 19/11 – 07:30 T6 20/11")
        for officer in (home.lan, home.minh):
            await officer.expects("nay do Ông Minh trực")
        assert [who for who, *_ in home.shifts()] == [MINH]


async def test_collaborators_see_no_rota(database_url):
    async with ward(database_url, at(19, 9)) as home:
        voice = await home.citizen_voice()
        await voice.say("/truc")
        await voice.expects("dành cho điều phối viên")


# -- at the change -----------------------------------------------------------------------------------------


async def test_the_change_is_told_once_at_its_second_also_at_night(database_url):
    async with ward(database_url, at(23, 9)) as home:
        home.on_duty(LAN, at(23, 7, 30), at(23, 22))
        home.on_duty(MINH, at(23, 22), at(24, 7, 30))
        voice = await home.citizen_voice()
        await report(voice)
        await home.when(at(23, 22) - SECOND)
        assert (begun(home.lan), begun(home.minh)) == (1, 0)
        await home.when(at(23, 22))
        told = await home.minh.expects("Bắt đầu ca trực, đến 07:30 T3 24/11")
        assert "Việc khẩn đang mở: PA-1." in told.text
        assert any("Hết ca trực. Ông Minh trực tiếp" in one.text for one in home.lan.screen)
        await home.when(at(23, 22) - 5 * SECOND)
        await home.when(at(23, 22, 30))
        assert (begun(home.lan), begun(home.minh)) == (1, 1)


async def test_after_downtime_only_the_shift_that_is_running_is_told(database_url):
    async with ward(database_url, at(23, 9)) as home:
        home.on_duty(LAN, at(23, 17), at(24, 7, 30))
        home.on_duty(MINH, at(24, 7, 30), at(24, 17))
        await home.when(at(24, 12))
        assert (begun(home.lan), begun(home.minh)) == (0, 1)


async def test_who_goes_on_is_not_told_to_begin_again(database_url):
    async with ward(database_url, at(23, 9)) as home:
        home.on_duty(LAN, at(23, 8), at(23, 17))
        home.on_duty(LAN, at(23, 17), at(24, 7, 30))
        await home.when(at(23, 10))
        await home.when(at(23, 18))
        assert begun(home.lan) == 1


# -- exchanges ---------------------------------------------------------------------------------------------


async def ask_minh(home: Ward) -> None:
    await home.lan.say("/truc")
    await home.lan.tap("Xin đổi ca", await home.lan.expects("🛡"))
    await home.lan.tap("Bà Lan", await home.lan.expects("Ca nào"))
    await home.lan.tap("Ông Minh", await home.lan.expects("Nhờ ai"))
    await home.lan.expects("Đã hỏi Ông Minh")
    await home.minh.expects("Bà Lan nhờ nhận ca trực 07:30–17:00 T2 23/11")


async def test_a_shift_changes_hands_only_when_the_colleague_takes_it(database_url):
    async with ward(database_url, at(19, 9)) as home:
        home.on_duty(LAN, at(23, 7, 30), at(23, 17))
        await ask_minh(home)
        assert [who for who, *_ in home.shifts()] == [LAN]
        await home.minh.tap("✅ Nhận ca")
        await home.minh.expects("Đã nhận ca 07:30–17:00 T2 23/11")
        await home.lan.expects("nay do Ông Minh trực")
        await home.boss.expects("nay do Ông Minh trực")
        assert [who for who, *_ in home.shifts()] == [MINH]


async def test_a_colleague_may_say_no(database_url):
    async with ward(database_url, at(19, 9)) as home:
        home.on_duty(LAN, at(23, 7, 30), at(23, 17))
        await ask_minh(home)
        await home.minh.tap("Không nhận")
        await home.lan.expects("Ông Minh không nhận ca 07:30–17:00 T2 23/11")
        assert [who for who, *_ in home.shifts()] == [LAN]


async def test_nobody_takes_a_shift_they_were_not_asked_for(database_url):
    async with ward(database_url, at(19, 9)) as home:
        id = home.on_duty(LAN, at(23, 7, 30), at(23, 17))
        await ask_minh(home)
        voice = await home.citizen_voice()
        for stranger in (voice, home.boss):
            await stranger.tap_stale(f"x.take.{id}", stranger.last)
            await stranger.expects("Nút này đã qua")
        assert [who for who, *_ in home.shifts()] == [LAN]
        assert home.home.rows(shift)[0].wanted_by == MINH


async def test_a_request_to_swap_lapses_with_its_shift(database_url):
    async with ward(database_url, at(19, 9)) as home:
        home.on_duty(LAN, at(23, 7, 30), at(23, 17))
        await ask_minh(home)
        await home.when(at(23, 17))
        await home.minh.tap("✅ Nhận ca")
        await home.minh.expects("Ca này đã qua")


# -- urgent reports follow it --------------------------------------------------------------------------------


async def alarm(home: Ward, instant: datetime) -> tuple[int, int, int]:
    """How many alerts Lan, Minh and the coordinator have on their screens after a report at this instant."""
    voice = await home.citizen_voice()
    home.clock.now = instant
    await report(voice)
    await home.home.quiet()
    return len(alerts_of(home.lan)), len(alerts_of(home.minh)), len(alerts_of(home.boss))


async def test_an_alert_goes_to_whoever_is_on_shift_and_to_nobody_else(database_url):
    async with ward(database_url, at(23, 9)) as home:
        home.on_duty(LAN, at(23, 7, 30), at(23, 17))
        home.on_duty(MINH, at(23, 17), at(24, 7, 30))
        assert await alarm(home, at(23, 10)) == (1, 0, 0)


async def test_the_last_second_of_a_shift_is_still_its_own(database_url):
    async with ward(database_url, at(23, 9)) as home:
        home.on_duty(LAN, at(23, 7, 30), at(23, 17))
        home.on_duty(MINH, at(23, 17), at(24, 7, 30))
        assert await alarm(home, at(23, 17) - SECOND) == (1, 0, 0)


async def test_the_first_second_of_a_shift_is_its_own(database_url):
    async with ward(database_url, at(23, 9)) as home:
        home.on_duty(LAN, at(23, 7, 30), at(23, 17))
        home.on_duty(MINH, at(23, 17), at(24, 7, 30))
        assert await alarm(home, at(23, 17)) == (0, 1, 0)


async def test_in_a_gap_every_duty_officer_is_told(database_url):
    async with ward(database_url, at(23, 9)) as home:
        home.on_duty(LAN, at(23, 7, 30), at(23, 17))
        assert await alarm(home, at(23, 17)) == (1, 1, 0)


async def test_after_a_swap_the_alert_goes_to_who_took_the_shift(database_url):
    async with ward(database_url, at(19, 9)) as home:
        home.on_duty(LAN, at(23, 7, 30), at(23, 17))
        await ask_minh(home)
        await home.minh.tap("✅ Nhận ca")
        await home.minh.expects("Đã nhận ca")
        assert await alarm(home, at(23, 7, 30)) == (0, 1, 0)


async def test_if_nobody_on_shift_can_be_reached_every_duty_officer_is_told(database_url):
    async with ward(database_url, at(23, 9)) as home:
        home.on_duty(LAN, at(23, 7, 30), at(23, 17))
        await home.lan.block()
        assert await alarm(home, at(23, 10)) == (0, 1, 0)


async def test_a_coordinator_on_shift_is_told_before_the_duty_officers(database_url):
    async with ward(database_url, at(23, 9)) as home:
        home.on_duty(HANH, at(23, 7, 30), at(23, 17))
        assert await alarm(home, at(23, 10)) == (0, 0, 1)


async def test_who_serves_no_longer_is_on_no_shift(database_url):
    async with ward(database_url, at(23, 9)) as home:
        home.on_duty(LAN, at(23, 7, 30), at(23, 17))
        home.home.database.write_now(lambda c: people.end_memberships(c, LAN, at(23, 9)))
        assert home.home.database.read(lambda c: shifts.on_duty(c, home.home.unit_id, at(23, 10))) == []
        assert await alarm(home, at(23, 10)) == (0, 1, 0)


async def test_an_alert_nobody_on_shift_takes_climbs_to_everybody(database_url):
    async with ward(database_url, at(23, 9)) as home:
        home.on_duty(LAN, at(23, 7, 30), at(23, 17))
        assert await alarm(home, at(23, 10)) == (1, 0, 0)
        await home.when(at(23, 10, 10))
        assert (len(alerts_of(home.minh)), len(alerts_of(home.boss))) == (1, 1)
        assert not [row for row in home.home.rows(outbox) if row.state == "waiting"]
