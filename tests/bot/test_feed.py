"""A person's calendar of deadlines: private, without names, gone when the person goes. DESIGN §5."""

from __future__ import annotations

import re

import httpx

from tests.bot.test_reminders import at, ward
from tests.domain.test_feed import read, unescaped


async def address_of(person, renew: bool = False) -> str:
    """Ask the bot for the calendar; gives the path of its address."""
    await person.say("/lich")
    await person.expects("đường dẫn cũ hết dùng")
    await person.tap("Đổi đường dẫn" if renew else "📅 Lịch hạn báo cáo")
    shown = await person.expects("Mở đường dẫn này")
    found = re.search(r"http://\S+?(/lich/[\w-]+\.ics)", shown.text)
    assert found, shown.text
    return found[1]


def browser(home) -> httpx.AsyncClient:
    """Somebody without any cookie."""
    transport = httpx.ASGITransport(app=home.home.app.asgi)
    return httpx.AsyncClient(transport=transport, base_url="http://baonhanh.test")


async def test_the_deadlines_to_come_are_there_and_move_with_the_period(database_url):
    async with ward(database_url) as home, browser(home) as http:
        lan = await home.member(1)
        boss = await home.member(9, "coordinator")
        path = await address_of(lan)
        answer = await http.get(path)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
        lines = read(answer.content)
        assert ("DTSTART", "20261120T100000Z") in lines
        said = [unescaped(value) for name, value in lines if name == "SUMMARY"]
        assert said[0] == "Hạn báo cáo tháng 11/2026 – Phường Hoa Sen"
        assert "CTV" not in answer.text
        uids = [value for name, value in lines if name == "UID"]
        await boss.say("/ky")
        await boss.expects("Kỳ nào?")
        await boss.tap("tháng 11/2026")
        await boss.expects("Gửi chậm nhận đến")
        await boss.tap("📅 Đổi hạn")
        await boss.expects("Hạn mới của")
        await boss.say("23/11 16h")
        await boss.expects("Đúng chưa?")
        await boss.tap("✅ Đổi hạn")
        await boss.expects("Đã đổi hạn")
        lines = read((await http.get(path)).content)
        assert ("DTSTART", "20261123T090000Z") in lines
        assert [value for name, value in lines if name == "UID"] == uids
        assert (await http.head(path)).status_code == 200


async def test_every_other_address_leads_nowhere(database_url):
    async with ward(database_url) as home, browser(home) as http:
        lan, minh = await home.member(1), await home.member(2)
        mine, his = await address_of(lan), await address_of(minh)
        assert mine != his
        swapped = mine.replace("/1-", "/2-")
        other = f"{mine[:-5]}{'1' if mine[-5] == '0' else '0'}.ics"
        for path in (swapped, other, "/lich/.ics", "/lich/1-.ics", "/lich/x.ics", "/lich/1"):
            assert (await http.get(path)).status_code == 404, path
        assert (await http.post(mine)).status_code in (404, 405)


async def test_a_new_address_ends_the_former_one_and_leaving_ends_both(database_url):
    async with ward(database_url) as home, browser(home) as http:
        lan = await home.member(1)
        first = await address_of(lan)
        assert await address_of(lan) == first
        second = await address_of(lan, renew=True)
        assert (await http.get(first)).status_code == 404
        assert (await http.get(second)).status_code == 200
        await lan.say("/rutdongy")
        await lan.expects("Rút đồng ý")
        await lan.tap("Thôi tham gia")
        await lan.expects("Thôi tham gia Tổ cộng tác viên?")
        await lan.tap("Thôi tham gia")
        await lan.expects("Đã rút đồng ý và thôi tham gia")
        assert (await http.get(second)).status_code == 404


async def test_a_locked_period_is_no_deadline_any_more(database_url):
    async with ward(database_url) as home, browser(home) as http:
        lan = await home.member(1)
        boss = await home.member(9, "coordinator")
        await home.when(at(18, 9))
        path = await address_of(lan)
        assert "20261120T100000Z" in (await http.get(path)).text
        await boss.say("/ky")
        await boss.expects("Kỳ nào?")
        await boss.tap("tháng 11/2026")
        await boss.expects("Gửi chậm nhận đến")
        await boss.tap("🔒 Chốt kỳ")
        await boss.expects("Chốt tháng 11/2026?")
        await boss.tap("🔒 Chốt kỳ")
        await boss.expects("Đã chốt")
        assert "20261120T100000Z" not in (await http.get(path)).text


async def test_a_coordinator_has_the_deadlines_of_the_unit_too(database_url):
    async with ward(database_url) as home:
        boss = await home.member(9, "coordinator")
        path = await address_of(boss)
        async with browser(home) as http:
            assert b"BEGIN:VEVENT" in (await http.get(path)).content
