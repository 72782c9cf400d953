"""Deadlines: who is reminded, when, how often, and when no more. DOMAIN §10, §11.4; DESIGN §4.5, §6."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, insert
from sqlalchemy.exc import IntegrityError

from bot.plans import plan_of
from office.periods import open_periods
from storage import audit, focus
from storage.outbox import REMINDER
from storage.tables import obligation, outbox, period, reminder
from tests.bot.test_guarantees_inbox import file_report, health
from tests.house import House, MovableClock, house, settings_for
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """An hour of a day in November 2026, in the unit's zone."""
    return datetime(2026, month, day, hour, minute, tzinfo=HANOI).astimezone(UTC)


NINTH = at(9, 9)


@dataclass
class Ward:
    """A ward whose period is due on Friday, 20 November, at 17:00; reminded on the 18th, 20th and 23rd."""

    home: House
    server: TelegramServer
    clock: MovableClock

    async def member(self, id: int, role: str = "collaborator", *, reminders: bool = True) -> Person:
        """Somebody who has joined and wants to be reminded."""
        return await self.home.member(self.server.person(id), role, reminders=reminders)

    async def when(self, instant: datetime, *, step: timedelta = timedelta(0)) -> None:
        """Go to this instant and do what is due; with a `step`, as a machine that ticks all the way."""
        while step and self.clock.now + step < instant:
            self.clock.now += step
            await self.home.tick()
        self.clock.now = instant
        await self.home.tick()
        # Messages are spread over some minutes: let those pass.
        for _ in range(4):
            self.clock.now += timedelta(minutes=5)
            await self.home.tick()
            await self.home.quiet()

    def states(self) -> dict[int, str]:
        """What everybody's obligation is in, by person."""
        return {row.person_id: row.state for row in self.home.rows(obligation)}


@contextlib.asynccontextmanager
async def ward(url: str, start: datetime = NINTH, cap: int = 5000) -> AsyncIterator[Ward]:
    """The ward on a database, its clock standing at `start`."""
    clock = MovableClock(start)
    async with TelegramServer() as server, house(url, server, clock, reminders={"daily_cap": cap}) as home:
        plan = plan_of(settings_for(url, home.folder, None), start)

        def lay_out(connection) -> None:
            connection.execute(delete(period))
            open_periods(connection, home.unit_id, plan, datetime(2026, 10, 26, tzinfo=UTC))

        home.database.write_now(lay_out)
        yield Ward(home, server, clock)


def told(person: Person) -> list[str]:
    """Which reminders are on somebody's screen, in order: "before", "today", "late"."""
    marks = {"hạn 17:00 20/11/2026": "before", "Hôm nay là hạn": "today", "Đã quá hạn": "late"}
    texts = [one.text for one in person.screen if one.by_bot]
    return [name for text in texts for mark, name in marks.items() if mark in text]


async def test_who_owes_is_reminded_before_on_the_day_and_once_after(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await home.when(at(18, 7, 30))
        assert told(lan) == []
        await home.when(at(18, 8))
        assert told(lan) == ["before"]
        await home.when(at(20, 8))
        assert told(lan) == ["before", "today"]
        await home.when(at(23, 8))
        await home.when(at(24, 8))
        await home.when(at(25, 8))
        assert told(lan) == ["before", "today", "late"]


async def test_a_report_stops_reminders_and_counts_by_itself(database_url):
    async with ward(database_url) as home:
        lan, minh = await home.member(1), await home.member(2)
        await home.when(at(17, 9))
        await file_report(lan)
        await home.when(at(18, 8))
        assert told(lan) == []
        assert told(minh) == ["before"]
        assert sorted(home.states().values()) == ["owes", "reported"]


async def test_nobody_is_reminded_in_quiet_hours_or_on_days_off(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        # The machine was away from before the first stage until Saturday night.
        for day, hour in ((21, 23), (22, 9), (23, 6)):
            await home.when(at(day, hour))
            assert told(lan) == []
        await home.when(at(23, 6, 31))
        assert told(lan) == ["before"] or told(lan) == ["late"]


async def test_after_days_without_the_machine_one_message_comes_and_the_rest_is_superseded(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await home.when(at(10, 9))
        await home.when(at(23, 9))
        assert told(lan) == ["late"]
        assert {row.stage: row.state for row in home.home.rows(reminder)} == {
            "d-2": "superseded", "d": "superseded", "d+1": "queued",
        }  # fmt: skip


async def test_a_report_made_while_the_reminder_waits_its_turn_stops_it(database_url):
    async with ward(database_url) as home:
        people = [await home.member(id) for id in range(1, 5)]
        await home.when(at(17, 9))
        home.clock.now = at(18, 8)
        await home.home.tick()
        late = [
            row for row in home.home.rows(outbox) if row.rank == REMINDER and row.not_before_at > at(18, 8)
        ]
        lan = next(one for one in people if str(one.id) == late[-1].chat)
        await file_report(lan)
        await home.when(at(18, 9))
        assert told(lan) == []
        assert [row.state for row in home.home.rows(outbox) if row.id == late[-1].id] == ["dropped"]
        assert sum(len(told(one)) for one in people) == 3


async def test_the_clock_may_jump_back_and_the_machine_restart_and_nothing_is_said_twice(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await home.when(at(18, 9))
        await home.when(at(18, 7))
        await home.when(at(18, 9, 30))
        assert told(lan) == ["before"]


async def test_nobody_without_a_wish_for_reminders_and_nobody_who_blocked_us_is_reminded(database_url):
    async with ward(database_url) as home:
        lan, minh = await home.member(1, reminders=False), await home.member(2)
        await minh.block()
        await home.home.quiet()
        await home.when(at(18, 9))
        assert told(lan) == told(minh) == []
        assert home.home.rows(reminder) == []


async def test_the_daily_cap_is_a_fuse_that_is_heard(database_url):
    async with ward(database_url, cap=2) as home:
        people = [await home.member(id) for id in range(1, 5)]
        boss = await home.member(9, "coordinator")
        await home.when(at(18, 9))
        assert sum(len(told(one)) for one in people) == 2
        assert "reminders.daily_cap" in boss.screen[-1].text
        assert "reminders: stopped for today by the cap of 2" in (await health(home.home))["reasons"]
        await home.when(at(19, 9))
        assert sum(len(told(one)) for one in people) == 4
        await home.when(at(20, 6))
        assert (await health(home.home))["reasons"] == []


async def test_one_may_ask_to_be_reminded_later_today_or_tomorrow(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await home.when(at(18, 8))
        await lan.tap("Chiều nay")
        await lan.expects("Sẽ nhắc lại lúc 14:00 18/11")
        await home.when(at(18, 13, 55))
        assert told(lan) == ["before"] * 2
        await lan.tap("Sáng mai")
        await lan.expects("Sẽ nhắc lại lúc 08:00 19/11")
        await file_report(lan)
        await home.when(at(19, 9))
        assert told(lan) == ["before"] * 2


async def test_a_nil_settles_and_a_report_after_it_counts_as_timely_as_the_nil(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await home.when(at(18, 9))
        await lan.tap("Không phát sinh")
        await lan.tap("Không phát sinh", await lan.expects("Xác nhận tháng 11/2026"))
        await lan.expects("Đã ghi nhận")
        assert [one.state for one in home.home.rows(obligation)] == ["nil"]
        await home.when(at(19, 9))
        await file_report(lan)
        [row] = home.home.rows(obligation)
        assert (row.state, row.settled_at < at(19, 0)) == ("reported", True)


async def test_a_late_report_settles_the_closed_period_and_the_running_one(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await home.when(at(23, 9))
        await file_report(lan)
        assert [row.state for row in home.home.rows(obligation)] == ["late", "reported"]
        [report] = home.home.reports()
        assert report["period"] == "2026-12"


async def test_a_report_taken_back_is_owed_again(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await home.when(at(17, 9))
        await file_report(lan)
        await lan.tap("Thu hồi")
        await lan.expects("Đã thu hồi")
        assert [row.state for row in home.home.rows(obligation)] == ["owes"]
        await home.when(at(18, 9))
        assert told(lan) == ["before"]


async def test_who_joins_close_to_the_deadline_owes_nothing_and_who_leaves_neither(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await home.when(at(16, 9))
        minh = await home.member(2)
        await home.when(at(17, 9))
        await lan.say("/rutdongy")
        await lan.tap("Thôi tham gia", await lan.expects("Rút đồng ý với việc nào"))
        await lan.tap("Thôi tham gia", await lan.expects("Thôi tham gia Tổ"))
        await home.when(at(18, 9))
        assert told(minh) == []
        rows = {row.person_id: (row.state, row.reason) for row in home.home.rows(obligation)}
        assert sorted(rows.values()) == [("excused", "left"), ("excused", "new")]


async def test_coordinators_read_how_the_period_stands_on_its_morning_and_evening(database_url):
    async with ward(database_url) as home:
        lan, minh = await home.member(1), await home.member(2, reminders=False)
        boss = await home.member(9, "coordinator")
        await home.when(at(17, 9))
        await file_report(lan)
        await home.when(at(20, 8))
        morning = boss.screen[-1].text
        assert "Đã báo 1 · không phát sinh 0 · chậm 0 · chưa báo 1 · miễn 0 (danh sách 2 người)" in morning
        assert "Không nhận nhắc: CTV-" in morning
        await home.when(at(20, 17, 1))
        await home.when(at(20, 18))
        assert sum("📊" in one.text for one in boss.screen) == 2
        assert not any("📊" in one.text for one in (*lan.screen, *minh.screen))


async def test_a_coordinator_sees_who_owes_chases_and_excuses(database_url):
    async with ward(database_url) as home:
        lan, minh = await home.member(1), await home.member(2)
        boss = await home.member(9, "coordinator")
        await home.when(at(17, 9))
        await boss.say("/chuabao")
        shown = await boss.expects("chưa báo 2")
        await boss.tap("Đôn đốc", shown)
        await boss.expects("Đã nhắc 2 người")
        await home.when(at(17, 11))
        assert told(lan) == told(minh) == ["before"]
        await boss.say("/chuabao")
        await boss.tap("Đôn đốc", await boss.expects("chưa báo 2"))
        await boss.expects("Không nhắc thêm ai")
        await boss.say("/chuabao")
        await boss.tap("Miễn một người", await boss.expects("chưa báo 2"))
        await boss.tap("CTV-1", await boss.expects("cho ai"))
        await boss.expects("Lý do miễn")
        await boss.say("Nghỉ ốm dài ngày")
        await boss.expects("Đã miễn")
        await home.when(at(18, 9))
        assert sorted(home.states().values()) == ["excused", "owes"]
        assert len(told(lan)) + len(told(minh)) == 3


async def test_a_collaborator_is_told_nothing_of_the_others(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await lan.say("/chuabao")
        await lan.expects("dành cho điều phối viên")


async def test_everybody_sees_the_own_record(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await home.when(at(17, 9))
        await file_report(lan)
        await lan.say("/cuatoi")
        assert "tháng 11/2026: đúng hạn (" in (await lan.expects("chỉ bản thân")).text


async def test_the_periodic_report_asks_point_by_point_and_files_all_in_one_act(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await home.when(at(18, 8))
        november = home.home.rows(period)[0].id
        points = [("MT", "rác ở chợ sau lễ"), ("TH", "thuế đất phi nông nghiệp")]
        home.home.database.write_now(lambda c: focus.replace_all(c, november, points))
        await lan.tap("Báo cáo kỳ")
        await lan.tap("Có ý kiến", await lan.expects("Trọng tâm 1/2: rác ở chợ sau lễ"))
        await lan.expects("Dư luận đang nói gì")
        await lan.say("Rác ở chợ dồn đống từ sau lễ, mùi bay vào nhà dân")
        await lan.tap("Bức xúc", await lan.expects("Thái độ chung"))
        await lan.tap("Không có", await lan.expects("Trọng tâm 2/2"))
        await home.home.tick()
        await lan.tap("Không có", await lan.expects("Việc khác"))
        await lan.tap("✅ Gửi", await lan.expects("1 ý kiến. Gửi?"))
        await lan.expects("Đã gửi báo cáo tháng 11/2026")
        [one] = home.home.reports()
        assert (one["topic"], one["tone"], one["period"]) == ("MT", "aggrieved", "2026-11")
        assert list(home.states().values()) == ["reported"]


async def test_a_periodic_report_without_opinions_is_a_nil(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await home.when(at(18, 8))
        await lan.tap("Báo cáo kỳ")
        await lan.say("không có")
        await lan.tap("✅ Gửi", await lan.expects("không phát sinh. Gửi?"))
        await lan.expects("không phát sinh. Cảm ơn")
        assert list(home.states().values()) == ["nil"]


async def test_a_reminder_offers_to_go_on_with_a_draft_and_leaves_it_alone(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await home.when(at(18, 7))
        await lan.say("Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        card = await lan.expects("CHƯA GỬI")
        await home.when(at(18, 8))
        await lan.tap("Tiếp tục bản nháp")
        await lan.expects("Rác ở chợ Hoa Sen")
        await lan.tap("Bức xúc", card)
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")
        assert list(home.states().values()) == ["reported"]


async def test_who_reported_before_the_list_was_made_has_reported_and_nobody_else(database_url):
    async with ward(database_url) as home:
        lan, minh = await home.member(1), await home.member(2)
        home.home.database.write_now(lambda c: c.execute(delete(obligation)))
        await file_report(lan)
        await home.when(at(10, 9))
        assert home.states() == {1: "reported", 2: "owes"}
        await home.when(at(18, 9))
        assert (told(lan), told(minh)) == ([], ["before"])


async def test_the_same_stage_cannot_be_written_twice(database_url):
    async with ward(database_url) as home:
        await home.member(1)
        await home.when(at(18, 9))
        [row] = home.home.rows(reminder)
        again = {name: value for name, value in row._mapping.items() if name != "id"}
        with pytest.raises(IntegrityError):
            home.home.database.write_now(lambda c: c.execute(insert(reminder).values(**again)))


async def test_the_morning_digest_carries_the_audits_head_of_the_day_before_and_only_once(database_url):
    async with ward(database_url) as home:
        await home.member(1)
        boss = await home.member(9, "coordinator")
        note = lambda c, now: audit.note(c, "thử", None, now=now)  # noqa: E731
        home.home.database.write_now(lambda c: note(c, at(19, 9)))
        held = home.home.database.read(audit.last_head)
        home.home.database.write_now(lambda c: note(c, at(20, 7, 30)))
        await home.when(at(20, 8))
        line = f"Đầu sổ kiểm tra 19/11/2026: {held.hash[:12]}"
        assert boss.screen[-1].text.splitlines()[-1] == line
        await home.when(at(20, 18))
        assert "📊" in boss.screen[-1].text
        assert sum("Đầu sổ" in one.text for one in boss.screen) == 1


async def test_a_digest_says_nothing_of_a_trail_in_which_nothing_was_written(database_url):
    async with ward(database_url) as home:
        await home.member(1)
        boss = await home.member(9, "coordinator")
        await home.when(at(20, 8))
        assert "📊" in boss.screen[-1].text and "Đầu sổ" not in boss.screen[-1].text
