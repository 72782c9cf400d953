"""What a period is to listen for: set, told, shown on the card, linked to reports. DOMAIN §1 rows 5, 38."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from storage.tables import focus, mailing, report
from tests.bot.test_guarantees_inbox import file_report
from tests.bot.test_mailings import team, texts
from tests.bot.test_reminders import at, ward
from tests.loopback.person import Person
from tests.loopback.world import Message


def marked(label: str) -> Callable[[Message], bool]:
    """A message one of whose marked buttons has this in its label."""
    return lambda message: any(
        one["text"].startswith("● ") and label in one["text"] for row in message.rows for one in row
    )


async def set_focus(boss: Person, period: str, *topics: tuple[str, str], save: str) -> None:
    """A coordinator says what a period is to listen for."""
    await boss.say("/trongtam")
    await boss.tap(period, await boss.expects("Trọng tâm kỳ"))
    await boss.expects("Những lĩnh vực nào")
    await boss.say(", ".join(topic for topic, _ in topics))
    await boss.tap("Xong", await boss.expects(marked("")))
    for _, words in topics:
        await boss.expects("nghe về việc gì")
        await boss.say(words)
    await boss.tap(save, await boss.expects("CHƯA LƯU"))
    await boss.expects("Đã lưu trọng tâm")


async def test_the_focus_is_told_to_the_team_shown_on_the_card_and_linked_to_reports(database_url):
    async with team(database_url, size=2) as home:
        lan, minh = home.people
        await minh.say("Chợ đầu mối dồn rác ba ngày nay")
        await minh.tap("Băn khoăn", await minh.expects("CHƯA GỬI"))
        await minh.tap("✅ Gửi", await minh.expects(marked("😟")))
        await minh.expects("ĐÃ GỬI")
        await set_focus(
            home.boss, "Đặt kỳ này", ("môi trường", "rác ở chợ sau lễ"), ("thuế", "thuế đất"), save="gửi Tổ"
        )
        for one in home.people:
            shown = await one.expects("Mời lắng nghe")
            assert "rác ở chợ sau lễ" in shown.text
        await lan.tap("Đã nắm")
        await lan.expects("👁 Đã nắm lúc")
        await home.sees("Đã nắm: 1 / 2 người")
        await lan.say("Bà con nhắc chuyện này suốt cả tuần")
        card = await lan.expects("CHƯA GỬI")
        assert "🎯 Trọng tâm: rác ở chợ sau lễ; thuế đất" in card.text
        assert [button["text"] for button in card.rows[0]][:2] == ["Môi trường", "Thuế–phí"]
        await lan.tap("Thuế", card)
        await lan.tap("Băn khoăn", await lan.expects(marked("Thuế")))
        await lan.tap("✅ Gửi", await lan.expects(marked("😟")))
        await lan.expects("ĐÃ GỬI")
        points = {row.id: row.topic for row in home.home.rows(focus)}
        assert [points.get(row.focus_id) for row in home.home.rows(report)] == ["MT", "TH"]
        await set_focus(home.boss, "Đặt kỳ này", ("y tế", "tiêm chủng"), save="💾 Lưu")
        assert [row.focus_id for row in home.home.rows(report)] == [None, None]
        assert len(home.home.rows(mailing)) == 1


async def test_anybody_may_look_at_the_focus_and_only_coordinators_change_it(database_url):
    async with team(database_url, size=1) as home:
        lan = home.people[0]
        await lan.say("/trongtam")
        await lan.expects("Chưa đặt trọng tâm")
        await set_focus(home.boss, "Đặt kỳ này", ("y tế", "tiêm chủng"), save="💾 Lưu")
        await lan.say("/trongtam")
        shown = await lan.expects("Y tế: tiêm chủng")
        assert shown.rows == []
        assert not any("Mời lắng nghe" in text for text in texts(lan))


async def test_a_focus_prepared_before_is_told_when_its_period_opens_and_never_at_night(database_url):
    async with ward(database_url) as home:
        lan, boss = await home.member(1), await home.member(9, "coordinator")
        await set_focus(boss, "Đặt kỳ tới", ("y tế", "dịch cúm"), save="💾 Lưu")
        await set_focus(boss, "Đặt kỳ tới", ("y tế", "tiêm chủng cho trẻ"), save="💾 Lưu")
        await home.when(at(20, 16))
        assert not any("Mời lắng nghe" in text for text in texts(lan))
        # The period opens on Friday evening; the machine wakes on Sunday, and on Monday before dawn.
        await home.when(at(22, 9))
        await home.when(at(23, 5))
        assert not any("Mời lắng nghe" in text for text in texts(lan))
        minh = await home.member(2)
        await home.when(at(23, 7))
        for one in (lan, minh):
            assert [text for text in texts(one) if "Mời lắng nghe" in text and "tiêm chủng" in text]
            assert not any("dịch cúm" in text for text in texts(one))
        assert any("🎯 Trọng tâm tháng 12/2026" in text for text in texts(boss))


async def test_a_focus_of_a_period_that_is_over_is_told_to_nobody(sqlite_url):
    async with ward(sqlite_url) as home:
        lan, boss = await home.member(1), await home.member(9, "coordinator")
        await set_focus(boss, "Đặt kỳ tới", ("y tế", "dịch cúm"), save="💾 Lưu")
        await home.when(at(9, 9) + timedelta(days=57))
        assert not any("Mời lắng nghe" in text for text in texts(lan))
        assert [row.state for row in home.home.rows(mailing)] == ["cancelled"]
        await file_report(lan)
