"""Quick polls: asked, answered, counted while they run, closed once, with a chart."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import httpx
from PIL import Image
from sqlalchemy import insert

from office import data_rights
from office.ids import button
from office.post import Post
from storage import people
from storage.tables import outbox, poll, poll_answer, unit
from tests.browser import Browser
from tests.house import House, MovableClock, house
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
NINE = datetime(2026, 11, 19, 9, tzinfo=HANOI).astimezone(UTC)
QUESTION = "Bà con thấy phí vệ sinh mới thế nào?"


@dataclass
class Ward:
    """A ward with a coordinator and her collaborators."""

    home: House
    server: TelegramServer
    clock: MovableClock
    boss: Person
    team: list[Person] = field(default_factory=list)

    async def tick(self, **by: float) -> None:
        """Let time pass, do what is due, let everything be sent."""
        await self.home.later(self.clock, **by)
        await self.home.quiet()

    async def ask(self, *, shared: bool = False, options: str = "Đồng tình\nBăn khoăn\nBức xúc") -> None:
        """Send a poll that closes at five."""
        await self.boss.say("/thamdo")
        await self.boss.expects("Hỏi Tổ câu gì")
        await self.boss.say(QUESTION)
        await self.boss.tap("Chọn một ý", await self.boss.expects("bằng cách nào"))
        await self.boss.expects("2–8 dòng")
        await self.boss.say(options)
        await self.boss.tap("Hôm nay 17:00", await self.boss.expects("Khép lúc nào"))
        shown = await self.boss.expects("cả Tổ cũng xem được")
        await self.boss.tap("Cho Tổ xem kết quả" if shared else "Không", shown)
        shown = await self.boss.expects(f"Gửi cho {len(self.team)} cộng tác viên?")
        assert "17:00 thứ Năm 19/11/2026" in shown.text
        await self.boss.tap("Gửi", shown)
        await self.boss.expects("Đã gửi thăm dò")
        await self.tick(seconds=1)

    def answers(self) -> dict[int, str]:
        """What everybody has answered, by person."""
        return {row.person_id: row.answer for row in self.home.rows(poll_answer)}


@contextlib.asynccontextmanager
async def ward(url: str, people: int = 1) -> AsyncIterator[Ward]:
    clock = MovableClock(NINE)
    async with TelegramServer() as server, house(url, server, clock) as home:
        made = Ward(home, server, clock, await home.member(server.person(1), "coordinator"))
        made.team = [await home.member(server.person(id)) for id in range(2, 2 + people)]
        yield made


def live(boss: Person) -> str:
    """The message with the running counts."""
    return next(one.text for one in boss.screen if one.by_bot and "📈" in one.text)


def result(person: Person) -> str:
    """The message with the result."""
    return next(one.text for one in person.chat.newest() if one.by_bot and "🏁" in one.text)


def pictures(person: Person) -> list[Image.Image]:
    """Pictures on somebody's screen."""
    files = [one.media["photo"][-1]["file_id"] for one in person.screen if "photo" in one.media]
    return [Image.open(io.BytesIO(person.server.files[id].content)) for id in files]


async def test_a_poll_takes_one_tap_and_an_answer_can_be_changed_until_it_closes(database_url):
    async with ward(database_url) as home:
        [lan] = home.team
        await home.ask()
        asked = await lan.expects(QUESTION)
        assert asked.labels == [["Đồng tình"], ["Băn khoăn"], ["Bức xúc"]]
        await lan.tap("Băn khoăn")
        shown = await lan.expects("Đã ghi: Băn khoăn. Sửa được đến 17:00")
        assert shown.labels == [["Đồng tình"], ["● Băn khoăn"], ["Bức xúc"]]
        await lan.tap("Bức xúc")
        await lan.expects("Đã ghi: Bức xúc")
        assert list(home.answers().values()) == ["2"]
        assert sum(QUESTION in one.text for one in lan.screen) == 1, "the message itself was changed"


async def test_a_coordinator_of_several_units_is_asked_whose_team_a_poll_is_for(database_url):
    async with ward(database_url, people=2) as home:
        other = home.home.database.write_now(
            lambda c: c.execute(
                insert(unit).values(code="HOAMAI", name="Phường Hoa Mai", type="xa").returning(unit.c.id)
            ).scalar_one()
        )
        await home.home.member(home.boss, "coordinator", other)
        mai = await home.home.member(home.server.person(20), unit_id=other)
        await home.boss.say("/thamdo")
        await home.boss.tap("Phường Hoa Mai", await home.boss.expects("Của đơn vị nào?"))
        await home.boss.expects("Hỏi Tổ câu gì")
        await home.boss.say(QUESTION)
        await home.boss.tap("Chọn một ý", await home.boss.expects("bằng cách nào"))
        await home.boss.expects("2–8 dòng")
        await home.boss.say("Có; Không")
        await home.boss.tap("Hôm nay 17:00", await home.boss.expects("Khép lúc nào"))
        await home.boss.tap("Không", await home.boss.expects("cả Tổ cũng xem được"))
        await home.boss.tap("Gửi", await home.boss.expects("Gửi cho 1 cộng tác viên?"))
        await home.boss.expects("Đã gửi thăm dò")
        await home.tick(seconds=1)
        await mai.expects(QUESTION)
        assert not any(QUESTION in one.text for lan in home.team for one in lan.screen)


async def test_counts_are_shown_while_it_runs_and_cells_below_three_are_hidden(database_url):
    async with ward(database_url, people=4) as home:
        await home.ask()
        assert "dưới 3 câu trả lời" in live(home.boss)
        for one in home.team[:2]:
            await one.tap("Đồng tình")
            await one.expects("Đã ghi")
        await home.tick(seconds=3)
        assert "Đồng tình: " not in live(home.boss)
        await home.team[2].tap("Đồng tình")
        await home.team[2].expects("Đã ghi")
        await home.team[3].tap("Bức xúc")
        await home.team[3].expects("Đã ghi")
        await home.tick(seconds=3)
        shown = live(home.boss)
        assert "Đồng tình: 3" in shown
        assert "Bức xúc: <3" in shown
        assert "ít nhất 3 câu trả lời" in shown
        assert " 4 " not in shown
        assert sum("📈" in one.text for one in home.boss.screen) == 1


async def test_counts_are_drawn_at_most_once_a_tick(database_url):
    async with ward(database_url) as home:
        await home.ask()
        await home.team[0].tap("Đồng tình")
        await home.team[0].expects("Đã ghi")
        await home.tick(seconds=3)
        before = len(home.home.rows(outbox))
        await home.tick(seconds=3)
        await home.tick(seconds=3)
        assert len(home.home.rows(outbox)) == before


async def test_at_its_hour_it_closes_once_with_final_counts_and_a_chart(database_url):
    async with ward(database_url, people=3) as home:
        await home.ask()
        for one in home.team:
            await one.tap("Băn khoăn")
            await one.expects("Đã ghi")
        await home.tick(hours=7, minutes=59)
        assert not pictures(home.boss)
        await home.tick(minutes=1)
        await home.tick(minutes=1)
        await home.boss.expects(lambda one: "photo" in one.media)
        assert "đã khép lúc 17:00" in result(home.boss)
        assert "Băn khoăn: 3" in result(home.boss)
        [picture] = pictures(home.boss)
        assert (picture.format, picture.width) == ("PNG", 1080)
        assert not pictures(home.team[0])
        assert not any("🏁" in one.text for one in home.team[0].screen)
        assert [row.closed_at is not None for row in home.home.rows(poll)] == [True]


async def test_the_team_sees_the_result_if_it_was_said_so_also_after_downtime(database_url):
    async with ward(database_url, people=3) as home:
        await home.ask(shared=True)
        for one in home.team:
            await one.tap("Bức xúc")
            await one.expects("Đã ghi")
        await home.tick(days=3)
        await home.tick(days=1)
        for one in (home.boss, *home.team):
            assert len(pictures(one)) == 1
            assert "Bức xúc: 3" in result(one)


async def test_with_fewer_than_three_answers_there_is_no_count_and_no_chart(database_url):
    async with ward(database_url, people=2) as home:
        await home.ask(shared=True)
        await home.team[0].tap("Bức xúc")
        await home.team[0].expects("Đã ghi")
        await home.tick(hours=9)
        assert "dưới 3 câu trả lời (<3)" in result(home.boss)
        assert "Bức xúc" not in result(home.boss)
        assert not pictures(home.boss)


async def test_a_late_answer_is_told_and_changes_nothing(database_url):
    async with ward(database_url) as home:
        await home.ask()
        await home.team[0].tap("Đồng tình")
        await home.team[0].expects("Đã ghi")
        home.clock.move(hours=8)
        await home.team[0].tap("Bức xúc")
        await home.team[0].expects("đã khép lúc 17:00")
        assert list(home.answers().values()) == ["0"]


async def test_whoever_is_not_asked_cannot_answer(database_url):
    async with ward(database_url) as home:
        await home.ask()
        [row] = home.home.rows(poll)
        for data in (button("vote", row.id * 16), button("vote", row.id * 16 + 9), button("vote", 16_000)):
            await home.boss.tap_stale(data, home.boss.last)
            await home.boss.expects("Nút này đã qua")
        await home.team[0].tap_stale(button("vote", row.id * 16 + 9), home.team[0].last)
        await home.team[0].expects("Nút này đã qua")
        assert home.answers() == {}


async def test_ones_own_answers_are_in_the_copy_of_ones_data(database_url):
    async with ward(database_url) as home:
        [lan] = home.team
        await home.ask()
        await lan.tap("Băn khoăn")
        await lan.expects("Đã ghi")
        await lan.say("/dulieu")
        await lan.tap("Xuất dữ liệu", await lan.expects("Dữ liệu"))
        shown = await lan.expects(lambda one: "document" in one.media)
        own = json.loads(home.server.files[shown.media["document"]["file_id"]].content)
        assert [(one["question"], one["answer"]) for one in own["poll_answers"]] == [(QUESTION, "Băn khoăn")]
        assert own["duty_shifts"] == []


async def test_erasing_oneself_takes_the_answers_along(database_url):
    async with ward(database_url, people=2) as home:
        await home.ask()
        for one in home.team:
            await one.tap("Băn khoăn")
            await one.expects("Đã ghi")
        lane = f"telegram:{home.server.token.partition(':')[0]}:{home.team[0].id}"

        def erase(connection) -> None:
            member = people.members_at(connection, [lane])[lane]
            data_rights.ask_erasure(Post(connection, home.clock.now), member)

        home.home.database.write_now(erase)
        await home.tick(hours=25)
        assert len(home.answers()) == 1


async def test_open_polls_are_answered_one_after_the_other_without_buttons(database_url):
    async with ward(database_url) as home:
        [lan] = home.team
        await home.ask()
        await home.ask(options="Có; Không")
        await lan.say("/thamdo")
        await lan.expects(QUESTION)
        await lan.say("băn khoăn")
        await lan.tap("Câu tiếp theo", await lan.expects("Còn 1 thăm dò"))
        await lan.expects(QUESTION)
        await lan.say("1")
        await lan.expects("Đã ghi: Có")
        await lan.say("/thamdo")
        await lan.expects("Sửa câu trả lời nào")
        assert len(home.home.rows(poll_answer)) == 2


async def test_any_whole_number_is_typed_and_shown_in_groups(database_url):
    async with ward(database_url, people=3) as home:
        await home.boss.say("/thamdo")
        await home.boss.expects("Hỏi Tổ câu gì")
        await home.boss.say("Tổ anh chị có bao nhiêu hộ chưa có nước sạch?")
        await home.boss.tap("Một con số", await home.boss.expects("bằng cách nào"))
        await home.boss.expects("Khép lúc nào")
        await home.boss.say("hôm qua")
        await home.boss.expects("Chưa rõ ngày giờ")
        await home.boss.say("7h")
        await home.boss.expects("Giờ này đã qua")
        await home.boss.say("thứ sáu 9h")
        await home.boss.tap("Không", await home.boss.expects("cả Tổ cũng xem được"))
        await home.boss.tap("Gửi", await home.boss.expects("09:00 thứ Sáu 20/11/2026"))
        await home.boss.expects("Đã gửi")
        await home.tick(seconds=1)
        for one, said in zip(home.team, ("12", "1.014", "17"), strict=True):
            await one.tap("Trả lời", await one.expects("nước sạch"))
            await one.expects("một số nguyên")
            await one.say("nhiều lắm, 5 với 6")
            await one.expects("Cần một số nguyên")
            await one.say(said)
            await one.expects(f"Đã ghi: {said.replace('.', '')}")
        await home.tick(days=2)
        assert "0–199: <3" in result(home.boss)
        assert "1014" not in result(home.boss)


async def test_collaborators_ask_nobody_and_a_coordinator_without_a_team_neither(database_url):
    async with ward(database_url, people=0) as home:
        await home.boss.say("/thamdo")
        await home.boss.expects("Chưa có cộng tác viên")
        lan = await home.home.member(home.server.person(5))
        await lan.say("/thamdo")
        await lan.expects("Không có thăm dò nào đang mở")


async def test_the_web_page_shows_the_chart(sqlite_url):
    async with ward(sqlite_url, people=3) as home:
        transport = httpx.ASGITransport(app=home.home.app.asgi)
        async with httpx.AsyncClient(transport=transport, base_url="http://baonhanh.test") as http:
            page = Browser(http)
            await page.say(f"/start {home.home.code('collaborator')}")
            await page.tap("Tôi đồng ý")
            await page.tap("Không cần nhắc")
            home.team.append(home.server.person(77))
            await home.ask(shared=True)
            home.team.pop()
            for one in home.team:
                await one.tap("Đồng tình")
                await one.expects("Đã ghi")
            await home.tick(hours=9)
            told = (await http.get("/chat/messages")).json()["messages"][-1]
            assert told["file"]["type"] == "image/png"
            picture = await http.get(told["file"]["url"])
            assert picture.headers["content-type"] == "image/png"
            assert Image.open(io.BytesIO(picture.content)).width == 1080


def test_the_chart_is_drawn_when_it_is_sent_and_matplotlib_is_not_loaded_before(tmp_path):
    import subprocess
    import sys

    code = "import bot.app, bot.charts, sys; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
