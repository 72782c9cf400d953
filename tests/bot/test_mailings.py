"""One message to many: who gets it, how its author sees it go, and what a reader says. DESIGN §4.3, §4.4."""

from __future__ import annotations

import asyncio
import contextlib
import io
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

from PIL import Image
from sqlalchemy import Connection

from office import data_rights
from office.post import Post
from storage import people
from storage.outbox import BULK
from storage.tables import mailing, mailing_copy, outbox
from tests.bot.test_guarantees_inbox import until
from tests.browser import browser
from tests.house import House, MovableClock, house
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer


@dataclass
class Team:
    """A ward with a coordinator and her team, all on Telegram."""

    home: House
    server: TelegramServer
    clock: MovableClock
    boss: Person
    people: list[Person]

    async def tick(self, seconds: float = 4) -> None:
        """Some seconds pass, and what is due is done and sent."""
        self.clock.move(seconds=seconds)
        await self.home.tick()
        await self.home.quiet()

    async def sees(self, wanted: str) -> str:
        """What the coordinator is shown at last, seconds later, that contains this."""
        for _ in range(50):
            await self.tick()
            found = [one.text for one in self.boss.chat.newest() if one.by_bot and wanted in one.text]
            if found:
                return found[0]
            await asyncio.sleep(0.1)
        raise AssertionError(f"{wanted!r} did not come:\n{self.boss.show()}")

    async def announce(self, said: str, *, to: str = "Tổ của đơn vị", seen: bool = True) -> None:
        """The coordinator writes to many."""
        await self.boss.say("/thongbao")
        await self.boss.expects("Nội dung thông báo")
        await self.boss.say(said)
        await self.boss.tap(to, await self.boss.expects("Gửi cho ai"))
        asked = await self.boss.expects("xác nhận đã đọc")
        await self.boss.tap("Cần xác nhận" if seen else "Không cần", asked)
        await self.boss.tap("✅ Gửi cho", await self.boss.expects("CHƯA GỬI"))
        await self.boss.expects("Đã bắt đầu gửi")


@contextlib.asynccontextmanager
async def team(url: str, size: int = 3, **telegram: float) -> AsyncIterator[Team]:
    """The ward on a database; where Telegram is slow, it was not while people joined."""
    clock = MovableClock()
    async with TelegramServer() as server:
        async with house(url, server, clock) as home:
            people = [await home.member(server.person(id)) for id in range(1, size + 1)]
            boss = await home.member(server.person(99), "coordinator")
            if not telegram:
                yield Team(home, server, clock, boss, people)
                return
        async with house(url, server, clock, **telegram) as home:
            yield Team(home, server, clock, boss, people)


def texts(person: Person) -> list[str]:
    """What the bot wrote to somebody."""
    return [one.text for one in person.screen if one.by_bot]


async def test_an_announcement_reaches_the_team_as_written_and_its_author_sees_who_has_read_it(database_url):
    async with team(database_url) as home:
        lan, minh, _ = home.people
        words = "Họp lúc 8 giờ tại nhà ông Trần Văn Bình, hỏi thêm 0912 345 678"
        await home.announce(words)
        for person in home.people:
            assert words in (await person.expects("📣 Thông báo của Phường Hoa Sen")).text
        await home.sees("Đã gửi xong: đến 3 / 3 người")
        await lan.tap("Đã nắm")
        await lan.expects("👁 Đã nắm lúc")
        await lan.tap_stale("x.seen.1", lan.last)
        await minh.say("đã nắm ạ")
        await minh.expects("👁 Đã nắm lúc")
        await minh.say("đã nắm")
        await minh.expects(lambda message: "CHƯA GỬI" not in message.text)
        await home.sees("Đã nắm: 2 / 3 người")
        await home.boss.tap("Chưa đọc")
        assert "CTV-3" in (await home.boss.expects("Chưa đọc: ")).text
        assert len(home.home.rows(mailing_copy)) == 3


async def test_the_preview_says_how_many_get_it_and_sends_nothing_before_it_is_confirmed(database_url):
    async with team(database_url) as home:
        await home.people[0].block()
        await home.boss.say("/thongbao Sáng mai lấy lời dân ở chợ")
        await home.boss.tap("Tổ của đơn vị (3)", await home.boss.expects("Gửi cho ai"))
        await home.boss.tap("Không cần", await home.boss.expects("xác nhận đã đọc"))
        shown = await home.boss.expects("CHƯA GỬI")
        assert "Người nhận: 3, trong đó 1 người không có kênh nhận tin" in shown.text
        await home.boss.tap("Đổi người nhận", shown)
        await home.boss.tap("Chọn từng người", await home.boss.expects("Gửi cho ai"))
        asked = await home.boss.expects("Những ai")
        await home.boss.tap("CTV-2", asked)
        await home.boss.tap("Xong", await home.boss.expects("Xong"))
        await home.boss.tap("✅ Gửi cho 1 người", await home.boss.expects("CHƯA GỬI"))
        await home.people[1].expects("Sáng mai lấy lời dân")
        await home.tick()
        assert not any("Sáng mai" in text for text in texts(home.people[0]) + texts(home.people[2]))


async def test_a_picture_goes_with_the_words_and_is_uploaded_once(database_url):
    async with team(database_url) as home:
        await home.boss.say("/thongbao")
        await home.boss.expects("Nội dung thông báo")
        await home.boss.send_photo(_picture(), "Bản đồ phân luồng")
        await home.boss.tap("Tổ của đơn vị", await home.boss.expects("Gửi cho ai"))
        await home.boss.tap("Cần xác nhận", await home.boss.expects("xác nhận đã đọc"))
        await home.boss.tap("✅ Gửi cho", await home.boss.expects("Kèm 1 tệp"))
        for _ in range(100):
            await home.tick()
            if all(any("Bản đồ" in text for text in texts(one)) for one in home.people):
                break
            await asyncio.sleep(0.05)
        sent = [call for call in home.server.calls if call.method == "sendPhoto"]
        assert len(sent) == 3
        assert sum(isinstance(call.given["photo"], str) for call in sent) == 2
        await home.people[0].tap("Đã nắm")
        assert "Bản đồ" in (await home.people[0].expects("Đã nắm lúc")).text


async def test_a_mailing_is_held_gone_on_with_and_called_off(database_url):
    async with team(database_url, size=8, rate=4, rate_per_chat=4) as home:
        await home.announce("Lịch tiếp xúc cử tri", seen=False)
        await home.boss.tap("Tạm dừng", await home.boss.expects("Đang gửi"))
        await home.boss.expects("Đang tạm dừng")
        await asyncio.sleep(0.6)
        got = sum("Lịch tiếp xúc" in text for one in home.people for text in texts(one))
        assert got < 8
        await asyncio.sleep(0.6)
        assert sum("Lịch tiếp xúc" in text for one in home.people for text in texts(one)) == got
        await home.boss.tap("Tiếp tục")
        await home.boss.expects("Đang gửi")
        await home.boss.tap("Hủy", await home.boss.expects("Đang gửi"))
        assert "không gửi" in (await home.boss.expects("Đã hủy")).text
        await asyncio.sleep(0.5)
        states = {row.state for row in home.home.rows(outbox) if row.rank == BULK}
        assert states <= {"sent", "dropped"}
        assert "dropped" in states


async def test_what_is_read_while_a_mailing_is_held_is_counted(database_url):
    async with team(database_url, size=8, rate=4, rate_per_chat=4) as home:
        await home.announce("Lịch tiếp xúc cử tri", seen=True)
        started = await home.boss.expects("Đang gửi")
        await until(lambda: _shows(home.people[0], "Lịch tiếp xúc"))
        await home.boss.tap("Tạm dừng", started)
        await home.boss.expects("Đang tạm dừng")
        reader = home.people[0]
        await reader.tap("Đã nắm")
        await reader.expects("Đã nắm lúc")
        await home.tick()
        await until(lambda: _shows(home.boss, "Đã nắm: 1 /"))


async def test_who_leaves_while_a_mailing_is_held_gets_nothing_more_and_no_trace_of_the_place_stays(
    database_url,
):
    async with team(database_url, size=8, rate=4, rate_per_chat=4) as home:
        await home.announce("Lịch tiếp xúc cử tri", seen=False)
        await home.boss.tap("Tạm dừng", await home.boss.expects("Đang gửi"))
        await home.boss.expects("Đang tạm dừng")
        await home.home.quiet()
        held = [row for row in home.home.rows(outbox) if row.state == "paused"][-1]

        def leave(connection: Connection) -> None:
            member = people.members_at(connection, [held.lane])[held.lane]
            data_rights.leave(Post(connection, home.clock.now), member)

        home.home.database.write_now(leave)
        assert not [row for row in home.home.rows(mailing_copy) if row.lane == held.lane]
        await home.boss.tap("Tiếp tục")
        await home.boss.expects("Đang gửi")
        for _ in range(6):
            await asyncio.sleep(0.4)
            await home.tick()
        gone = next(one for one in home.people if str(one.id) == held.chat)
        got = [any("Lịch tiếp xúc" in text for text in texts(one)) for one in home.people if one != gone]
        assert all(got)
        assert not any("Lịch tiếp xúc" in text for text in texts(gone))


async def test_ones_own_data_tells_of_messages_to_many(sqlite_url):
    async with team(sqlite_url, size=1) as home:
        await home.announce("Lịch tiếp xúc cử tri")
        await home.people[0].tap("Đã nắm", await home.people[0].expects("Lịch tiếp xúc"))
        await home.people[0].expects("Đã nắm lúc")
        own = home.home.database.write_now(lambda c: data_rights.export(c, 1, home.clock.now))
        [one] = own["messages_to_many"]
        assert (one["kind"], one["read_at"] is not None) == ("broadcast", True)


async def test_a_forged_button_steers_nobody_elses_mailing_and_reads_nothing_foreign(database_url):
    async with team(database_url) as home:
        await home.announce("Chỉ cho tổ", to="Tổ của đơn vị")
        await home.sees("Đã gửi xong: đến 3 / 3 người")
        lan, other = home.people[0], await home.home.member(home.server.person(98), "coordinator")
        for person in (lan, other):
            for verb in ("mpause", "mcalloff", "munread", "mmissed"):
                await person.tap_stale(f"x.{verb}.1", person.last)
                await person.expects("Nút này")
        await other.tap_stale("x.seen.1", other.last)
        await other.expects("Nút này")
        await home.tick()
        assert [row.state for row in home.home.rows(mailing)] == ["done"]


async def test_only_coordinators_write_to_many_and_only_they_are_told_how(database_url):
    async with team(database_url, size=1) as home:
        await home.boss.say("/trogiup")
        await home.boss.expects("/thongbao")
        await home.people[0].say("/trogiup")
        assert "/thongbao" not in (await home.people[0].expects("/trongtam")).text
        await home.people[0].say("/thongbao Có ai đi họp không")
        await home.people[0].expects("dành cho điều phối viên")


async def test_what_was_sent_can_be_looked_at_and_steered_by_words_alone(database_url):
    async with team(database_url) as home:
        await home.people[2].block()
        await home.announce("Nộp danh sách trước thứ sáu")
        await home.sees("Đã gửi xong: đến 2 / 3 người")
        await home.boss.say("/thongbao")
        await home.boss.say("Nộp danh sách")
        await home.boss.expects("Gửi cho ai")
        await home.boss.say("/huy")
        await home.boss.say("bỏ")
        await home.boss.say("/thongbao")
        await home.boss.tap("📊 Nộp danh sách", await home.boss.expects("thông báo đã gửi"))
        shown = await home.boss.expects("Đã gửi xong")
        await home.boss.say("chưa nhận được")
        assert "CTV-3" in (await home.boss.expects("hãy gọi điện: CTV")).text, shown


async def test_how_it_goes_is_told_below_that_it_has_begun_and_its_total_never_changes(sqlite_url):
    async with team(sqlite_url, size=6, rate=4, rate_per_chat=4) as home:
        await home.people[4].block()
        await home.people[5].block()
        for words in ("/thongbao Mời họp tổ dân phố", "tổ của đơn vị", "không cần", "gửi"):
            await home.boss.say(words)
            await home.boss.expects(lambda message: message.by_bot)
        totals = set()
        while "Đã gửi xong" not in (told := await home.sees("📣 Thông báo: “Mời họp")):
            totals |= set(re.findall(r"\d+ / (\d+)", told))
        assert "đến 4 / 6 người" in told and totals <= {"6"}
        own = [one.text for one in home.boss.screen if one.by_bot]
        begun = next(place for place, text in enumerate(own) if "Đã bắt đầu gửi" in text)
        assert "📣 Thông báo: “Mời họp" in own[begun + 1]


async def test_on_the_web_the_picture_is_shown_to_whoever_got_the_announcement_only(sqlite_url):
    async with house(sqlite_url) as home, browser(home) as boss, browser(home) as lan, browser(home) as minh:
        await boss.join(home.code("coordinator"))
        await lan.join(home.code("collaborator"))
        await minh.join(home.code("duty"))
        await boss.say("/thongbao")
        await boss.send(_picture(), caption="Bản đồ phân luồng")
        await boss.tap("Tổ của đơn vị (1)")
        await boss.tap("Cần xác nhận")
        await boss.tap("✅ Gửi cho 1")
        await home.tick()
        await home.quiet()
        await lan.read()
        [shown] = [one for one in lan.screen if "Bản đồ phân luồng" in one["text"]]
        assert shown["file"]["type"] == "image/jpeg"
        answer = await lan.http.get(shown["file"]["url"])
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/jpeg")
        assert (await minh.http.get(shown["file"]["url"])).status_code == 404
        await lan.tap("Đã nắm", shown)
        assert "👁 Đã nắm lúc" in shown["text"]
        assert not shown["rows"]


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "green").save(out, "JPEG")
    return out.getvalue()


async def _shows(person, words):
    return any(words in text for text in texts(person))
