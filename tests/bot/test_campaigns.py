"""Campaigns: opened, ended, and what came before, during and after. DOMAIN §1 rows 8, 46."""

from __future__ import annotations

from storage.tables import campaign, report_campaign
from tests.bot.test_mailings import Team, team
from tests.loopback.person import Person


async def report(person: Person, said: str) -> None:
    """One report."""
    await person.say(said)
    card = await person.expects("CHƯA GỬI")
    await person.tap("Băn khoăn", card)
    await person.tap("✅ Gửi", card)
    await person.expects("ĐÃ GỬI")


async def open_campaign(boss: Person, start: str, end: str, words: str) -> None:
    """A coordinator opens a campaign."""
    await boss.say("/dot")
    await boss.tap("Đợt mới", await boss.expects("đợt"))
    await boss.expects("Tên đợt")
    await boss.say("Sắp xếp đơn vị hành chính")
    await boss.tap("Chính sách", await boss.expects("Loại nào"))
    await boss.expects("Bắt đầu ngày nào")
    await boss.say(start)
    await boss.expects("Kết thúc ngày nào")
    await boss.say(end)
    await boss.expects("Từ khóa nào")
    await boss.say(words)
    await boss.tap("💾 Lưu", await boss.expects("CHƯA LƯU"))
    await boss.expects("Đã mở đợt")


async def counts(home: Team) -> str:
    """What the coordinator reads of the newest campaign."""
    await home.boss.say("/dot")
    await home.boss.tap("🏷 Sắp xếp", await home.boss.expects("Đợt nào"))
    shown = await home.boss.expects("Phản ánh: trước đợt")
    await home.boss.say("đóng")
    return shown.text


async def test_reports_are_linked_by_their_words_before_during_and_after(database_url):
    async with team(database_url, size=1) as home:
        lan = home.people[0]
        await report(lan, "Bà con hỏi chuyện sáp nhập phường từ tuần trước")
        await report(lan, "Rác ở chợ ba ngày chưa ai dọn")
        await open_campaign(home.boss, "20/11", "25/11", "sáp nhập, #sapnhap")
        assert "trước đợt 1 · trong đợt 0 · sau đợt 0" in await counts(home)
        home.clock.move(days=2)
        await report(lan, "Nhiều nhà lo giấy tờ phải làm lại #SapNhap")
        await report(lan, "Giá rau ngoài chợ tăng mạnh tuần này")
        assert "trước đợt 1 · trong đợt 1 · sau đợt 0" in await counts(home)
        home.clock.move(days=7)
        await report(lan, "Vẫn còn người hỏi về việc SAP NHAP phường")
        await lan.tap("Thu hồi")
        await lan.expects("Đã thu hồi")
        await report(lan, "Xong việc sáp nhập rồi mà biển hiệu chưa đổi")
        assert "trước đợt 1 · trong đợt 1 · sau đợt 1" in await counts(home)
        home.clock.move(days=120)
        await report(lan, "Lâu lắm mới có người nhắc lại chuyện sáp nhập")
        assert len(home.home.rows(report_campaign)) == 4


async def test_a_campaign_is_ended_by_its_own_coordinator_only(database_url):
    async with team(database_url, size=1) as home:
        await open_campaign(home.boss, "hôm nay", "chưa định", "sáp nhập")
        await home.people[0].say("/dot")
        await home.people[0].expects("dành cho điều phối viên")
        await home.boss.say("/dot")
        await home.boss.tap("🏷 Sắp xếp", await home.boss.expects("Đợt nào"))
        await home.boss.tap("Kết thúc hôm nay", await home.boss.expects("chưa định"))
        await home.boss.expects("kết thúc hết hôm nay")
        [row] = home.home.rows(campaign)
        assert f"{row.to_on:%d/%m/%Y}" == "19/11/2026"
        await home.boss.say("/dot")
        await home.boss.tap("🏷 Sắp xếp", await home.boss.expects("Đợt nào"))
        shown = await home.boss.expects("Từ 19/11/2026 đến 19/11/2026")
        assert not shown.shows("Kết thúc hôm nay")
