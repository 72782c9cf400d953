"""Reports that need attention, and several urgent ones of a moment: gathered, and nothing late. ADR 19."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from datetime import timedelta

from sqlalchemy import Connection, event

from office import reporting
from office.post import Post
from storage import people
from storage.tables import alert, alert_notice
from tests.bot.test_alerts import FIRE, Scene, alerts_of, report
from tests.bot.test_rota import at
from tests.house import MovableClock
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer


@contextlib.asynccontextmanager
async def morning(url: str, hour: int = 9, minute: int = 0) -> AsyncIterator[Scene]:
    """The ward on a Thursday in November."""
    async with TelegramServer() as server:
        ward = Scene(url, server, MovableClock(at(19, hour, minute)))
        await ward.start()
        try:
            yield ward
        finally:
            await ward.stop()


async def worry(lan: Person, said: str = "Bà con than phiền rác ở chợ Hoa Sen chưa ai dọn") -> None:
    """A report that needs attention."""
    await lan.say(said)
    await lan.expects("CHƯA GỬI")
    await lan.tap("Bức xúc")
    await lan.tap("Cần lưu ý")
    await lan.tap("✅ Gửi")
    await lan.expects("ĐÃ GỬI")


def calm(person: Person) -> list[str]:
    """What somebody was told of reports that need attention, oldest first."""
    return [one.text for one in person.screen if one.by_bot and "🟡 Cần lưu ý" in one.text]


async def test_several_come_in_one_message_to_the_coordinators_after_a_while(database_url):
    async with morning(database_url) as ward:
        lan, hoa, minh = (
            await ward.person(1),
            await ward.person(2, "duty"),
            await ward.person(4, "coordinator"),
        )
        await worry(lan)
        await ward.later(minutes=10)
        await worry(lan, "Đường vào trường bị ngập, học sinh đi lại khó")
        assert not calm(minh)
        await ward.later(minutes=5)
        [told] = calm(minh)
        assert "2 phản ánh" in told
        assert "PA-1 · " in told
        assert "rác ở chợ Hoa Sen" in told
        assert "PA-2 · " in told
        assert "Đường vào trường bị ngập" in told
        assert (await minh.expects("🟡 Cần lưu ý")).labels == [["🙋 Nhận PA-1", "🙋 Nhận PA-2"]]
        assert "CTV-1" not in told
        await ward.later(minutes=300)
        assert len(calm(minh)) == 1, "told once"
        assert not calm(hoa)
        assert not calm(lan)


async def test_at_night_they_wait_for_the_morning_and_restarts_neither_lose_nor_repeat_them(database_url):
    async with morning(database_url, 21, 30) as ward:
        lan, minh = await ward.person(1), await ward.person(4, "coordinator")
        await worry(lan)
        await ward.later(minutes=30)
        assert not calm(minh)
        await ward.restart()
        ward.clock.now = at(20, 6, 29)
        await ward.later(minutes=0)
        assert not calm(minh)
        await ward.later(minutes=1)
        await ward.restart()
        await ward.later(minutes=1)
        assert len(calm(minh)) == 1


async def test_one_of_several_is_taken_and_the_message_shows_it(database_url):
    async with morning(database_url) as ward:
        lan = await ward.person(1)
        minh, an = await ward.person(4, "coordinator"), await ward.person(5, "coordinator")
        await worry(lan)
        await worry(lan, "Đường vào trường bị ngập, học sinh đi lại khó")
        await ward.later(minutes=15)
        await minh.tap("🙋 Nhận PA-2")
        for one in (minh, an):
            shown = await one.expects("CTV-2 nhận xử lý lúc 09:15")
            assert "PA-1" in shown.text
            assert shown.labels == [["🙋 Nhận PA-1"]]
        await lan.expects("PA-2: cán bộ trực nhận xử lý lúc 09:15")
        await an.say("nhận PA-1")
        await minh.expects("CTV-3 nhận xử lý lúc 09:15")
        await ward.later(minutes=600)
        assert not any("vẫn đang xử lý" in one.text for one in minh.screen), "that is asked of urgent ones"


async def test_what_was_taken_back_meanwhile_is_not_told(database_url):
    async with morning(database_url) as ward:
        lan, minh = await ward.person(1), await ward.person(4, "coordinator")
        await worry(lan)
        await lan.tap("Thu hồi")
        await lan.expects("Đã thu hồi PA-1")
        await ward.later(minutes=20)
        assert not calm(minh)
        assert ward.home.rows(alert)[0].closed_at is not None


async def test_without_coordinators_whoever_is_on_duty_is_told_and_without_anybody_it_waits(database_url):
    async with morning(database_url) as ward:
        lan = await ward.person(1)
        await worry(lan)
        await ward.later(minutes=20)
        hoa = await ward.person(2, "duty")
        await ward.later(minutes=15)
        assert len(calm(hoa)) == 1


# -- several urgent ones -------------------------------------------------------------------------------------


async def test_the_first_urgent_one_comes_at_once_and_those_of_the_same_moment_in_one_message(database_url):
    async with morning(database_url) as ward:
        lan, hoa = await ward.person(1), await ward.person(2, "duty")
        await report(lan)
        await hoa.expects("🔴 KHẨN PA-1")
        ward.clock.move(seconds=5)
        await report(lan, "KHẨN nổ bình ga ở quán đầu chợ Hoa Sen")
        await report(lan, "KHẨN đánh nhau trước cổng chợ Hoa Sen")
        assert len(alerts_of(hoa)) == 1
        await ward.home.later(ward.clock, seconds=15)
        shown = await hoa.expects("🔴 KHẨN: 2 tin")
        assert "PA-2" in shown.text
        assert "nổ bình ga" in shown.text
        assert "đánh nhau" in shown.text
        assert shown.labels == [["🙋 Nhận PA-2", "🙋 Nhận PA-3"]]
        await hoa.tap("🙋 Nhận PA-3")
        shown = await hoa.expects("CTV-2 nhận xử lý lúc 09:00")
        assert shown.labels == [["🙋 Nhận PA-2"]]
        await lan.expects("PA-3: cán bộ trực nhận xử lý")


async def test_an_alert_taken_by_somebody_else_before_the_gathered_message_goes_out_says_so_there(
    database_url,
):
    async with morning(database_url) as ward:
        lan, hoa, ngoc = await ward.person(1), await ward.person(2, "duty"), await ward.person(3, "duty")
        await report(lan)
        await hoa.expects("🔴 KHẨN PA-1")
        await report(lan, "KHẨN nổ bình ga ở quán đầu chợ Hoa Sen")
        await report(lan, "KHẨN đánh nhau trước cổng chợ Hoa Sen")
        await ngoc.say("nhận PA-2")
        await lan.expects("PA-2: cán bộ trực nhận xử lý")
        await ward.home.later(ward.clock, seconds=20)
        shown = await hoa.expects("🔴 KHẨN: 2 tin")
        assert "CTV-3 nhận xử lý" in shown.text
        assert shown.labels == [["🙋 Nhận PA-3"]]


def file_at_once(ward: Scene, many: int) -> None:
    """So many urgent reports of person 1, in one transaction."""

    def work(connection: Connection) -> None:
        [me] = people.members_at(connection, [f"telegram:{ward.server.token.partition(':')[0]}:1"]).values()
        post = Post(connection, ward.clock.now, pushing=frozenset({"telegram"}))
        for _ in range(many):
            reporting.file_report(
                post, me, ward.home.app.turns.desk.house.rules,
                said=FIRE, topic="TT", tone="aggrieved", level="urgent", channel="telegram",
            )  # fmt: skip
        post.owe()

    ward.home.database.write_now(work)


async def test_urgent_ones_filed_in_one_transaction_are_gathered_too_and_all_are_told(database_url):
    async with morning(database_url) as ward:
        _, hoa = await ward.person(1), await ward.person(2, "duty")

        file_at_once(ward, 3)
        await ward.home.later(ward.clock, seconds=1)
        await hoa.expects("🔴 KHẨN PA-1")
        await ward.home.quiet()
        assert len(alerts_of(hoa)) == 1
        await ward.home.later(ward.clock, seconds=20)
        await hoa.expects("🔴 KHẨN: 2 tin")
        assert len(ward.home.rows(alert_notice)) == 3


async def test_of_a_flood_of_urgent_ones_every_one_is_told_with_its_button(database_url):
    async with morning(database_url) as ward:
        _, hoa = await ward.person(1), await ward.person(2, "duty")
        await ward.home.quiet()
        file_at_once(ward, 150)
        await ward.home.later(ward.clock, seconds=1)
        await ward.home.later(ward.clock, seconds=20)
        await ward.home.quiet()
        offered = [label for one in hoa.screen for line in one.labels for label in line if "hận" in label]
        assert offered == ["🙋 Tôi nhận xử lý", *(f"🙋 Nhận PA-{n}" for n in range(2, 151))]
        assert all("✂" not in one.text and len(one.text) < 3_000 for one in hoa.screen)
        await hoa.say("nhận PA-77")
        await hoa.expects("CTV-2 nhận xử lý lúc 09:00")


async def test_the_last_of_a_flood_asks_no_more_of_the_database_than_the_first(sqlite_url):
    async with morning(sqlite_url) as ward:
        await ward.person(1)
        await ward.person(2, "duty")
        await ward.home.quiet()
        asked: list[str] = []
        event.listen(ward.home.database.engine, "before_cursor_execute", lambda *what: asked.append(what[2]))
        cost = []
        for many in (30, 240):
            asked.clear()
            file_at_once(ward, many)
            cost.append(len(asked) / many)
        assert cost[1] < cost[0] * 1.2


async def test_ten_seconds_later_than_the_moment_it_comes_at_once_again(database_url):
    async with morning(database_url) as ward:
        lan, hoa = await ward.person(1), await ward.person(2, "duty")
        await report(lan)
        await hoa.expects("🔴 KHẨN PA-1")
        ward.clock.now += timedelta(seconds=30)
        await report(lan, "KHẨN nổ bình ga ở quán đầu chợ Hoa Sen")
        await hoa.expects("🔴 KHẨN PA-2")
