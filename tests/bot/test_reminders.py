"""Deadlines: who is reminded, when, how often, and when no more. DOMAIN §10, §11.4; DESIGN §4.5, §6."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import delete

from bot.plans import plan_of
from office.periods import open_periods
from storage.tables import obligation, period
from tests.bot.test_guarantees_inbox import file_report
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
        person = self.server.person(id)
        await person.start(self.home.code(role))
        await person.expects("Để tham gia Tổ CTV")
        await person.tap("Tôi đồng ý")
        await person.expects("Nhắc qua tin nhắn")
        await person.tap("Nhắc tôi" if reminders else "Không cần nhắc")
        await person.expects("Kênh Báo Nhanh")
        return person

    async def when(self, instant: datetime, *, step: timedelta = timedelta(0)) -> None:
        """Go to this instant and do what is due; with a `step`, as a machine that ticks all the way."""
        while step and self.clock.now + step < instant:
            self.clock.now += step
            await self.home.app.scheduler.tick()
        self.clock.now = instant
        await self.home.app.scheduler.tick()
        # Messages are spread over some minutes: let those pass.
        for _ in range(4):
            self.clock.now += timedelta(minutes=5)
            await self.home.app.scheduler.tick()
            self.home.app.outbox.look()
            await self.home.quiet()

    def states(self) -> dict[int, str]:
        """What everybody's obligation is in, by person."""
        return {row.person_id: row.state for row in self.home.rows(obligation)}


@contextlib.asynccontextmanager
async def ward(url: str, start: datetime = NINTH) -> AsyncIterator[Ward]:
    """The ward on a database, its clock standing at `start`."""
    clock = MovableClock(start)
    async with TelegramServer() as server, house(url, server, clock) as home:
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
