"""A report from a phone, on Telegram: one message and two taps."""

from __future__ import annotations

from tests.house import house
from tests.loopback.telegram import TelegramServer


async def test_a_report_takes_one_message_and_two_taps(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        await lan.say("Bà con kêu rác ở chợ Hoa Sen ba ngày chưa ai dọn, mùi hôi cả khu")
        await lan.expects("CHƯA GỬI")
        await lan.tap("Bức xúc")
        await lan.tap("Gửi")
        sent = await lan.expects("✅ ĐÃ GỬI")
        assert "PA-1" in sent.text
        [report] = home.reports()
        assert report["tone"] == "aggrieved"
        assert report["topic"] == "MT"
        assert "rác ở chợ Hoa Sen" in report["said"]
