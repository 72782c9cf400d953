"""Buttons are ids that anybody can forge: they open nothing that is not the presser's own (DESIGN §3)."""

from __future__ import annotations

import pytest

from office.ids import base36
from storage.tables import alert, inbox, report, talk
from tests.bot.test_guarantees_inbox import file_report
from tests.house import House, house
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer

GARBAGE = [
    "",
    "x",
    "t",
    "t.",
    "t.1",
    "t.1.card",
    "t.1.card.0",
    "t.1.card.0.",
    "t.1.card.x.send",
    "t.zz zz.card.0.send",
    "t.1.nothing.0.send",
    "t.1.card.0.tone:nothing",
    "t.1.card.0.topic:KHÔNG",
    "t.1.card.99999999999999999999.send",
    "t.zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz.card.0.send",
    "t.-1.card.0.send",
    "x.claim",
    "x.claim.",
    "x.claim.-1",
    "x.claim.zzzzzzzzzzzzzzzzzzzzzzzzz",
    "x.undo.zzzzzzzzzzzzzzzzzzzzzzzzz",
    "x.more.zzzzzzzzzzzzzzzzzzzzzzzzz",
    "x.undo.1.2.3",
    "x.nothing.1",
    "x.cmd",
    "x.cmd.",
    "x.cmd.nothing",
    "x.cmd.start",
    "x.cmd./start",
    "'; DROP TABLE report; --",
    "🙂" * 16,
    "a" * 64,
    "a" * 65,
    "t." + "9" * 4000 + ".card.0.send",
    "x.claim." + "9" * 4000,
    "\x00",
    "t.1.card.0.\x00",
    "\ud83d",
    "none",
    "null",
    "{}",
    "t.1.card.0.send\n",
]


async def a_card(person: Person):
    await person.say("Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
    return await person.expects("CHƯA GỬI")


async def test_no_forged_button_does_anything_or_stops_anybody(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        card = await a_card(lan)
        for data in GARBAGE:
            await lan.tap_stale(data, card)
        await lan.say("/cuatoi")
        await lan.expects("Chưa có phản ánh", within=10)
        assert home.reports() == []
        assert {row.state for row in home.rows(inbox)} == {"done"}
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")


async def test_a_stranger_may_press_anything_in_vain(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        stranger = server.person(1)
        message = await stranger.say("xin chào")
        await stranger.expects("chưa có trong danh sách")
        for data in [*GARBAGE, "x.cmd.dulieu", "x.cmd.xoadulieu", "x.claim.1", "x.undo.1", "x.more.1"]:
            await stranger.tap_stale(data, message)
        await stranger.say("/start ABCDEFGHIJ")
        await stranger.expects("Mã mời không đúng", within=10)
        assert {row.state for row in home.rows(inbox)} == {"done"}


@pytest.mark.parametrize("key", ["send", "tone:aggrieved", "drop"])
async def test_the_buttons_of_somebody_elses_card_do_nothing(database_url, key):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan, minh = await home.member(server.person(1)), await home.member(server.person(2))
        card = await a_card(lan)
        await lan.tap("Bức xúc")
        data = _button(card, "Gửi").rpartition(".")[0] + f".{key}"
        own = await minh.say("/cuatoi")
        await minh.expects("Chưa có phản ánh")
        await minh.tap_stale(data, own)
        await minh.expects("Nút này đã qua")
        assert home.reports() == []
        assert len(home.rows(talk)) == 1
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")


async def test_the_undo_and_more_buttons_of_somebody_elses_report_do_nothing(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan, minh = await home.member(server.person(1)), await home.member(server.person(2))
        await file_report(lan)
        message = await minh.say("/cuatoi")
        await minh.expects("Chưa có phản ánh")
        for verb in ("undo", "more"):
            await minh.tap_stale(f"x.{verb}.1", message)
            await minh.expects("Nút này đã qua")
        [row] = home.rows(report)
        assert row.status == "sent"


async def test_an_alert_is_claimed_only_by_those_it_is_for(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan, minh = await home.member(server.person(1)), await home.member(server.person(2))
        duty = await home.member(server.person(3), "duty")
        await urgent_report(lan)
        await duty.expects("ngập")
        message = await minh.say("/cuatoi")
        await minh.expects("Chưa có phản ánh")
        await minh.tap_stale(f"x.claim.{_alert_id(home)}", message)
        await minh.expects("không thuộc phần việc")
        await minh.say("nhận PA-1")
        await minh.expects("không thuộc phần việc")
        [row] = home.rows(alert)
        assert row.claimed_by is None
        await duty.tap("Tôi nhận xử lý")
        await lan.expects("cán bộ trực nhận xử lý")


async def test_a_card_of_a_closed_talk_answers_that_it_has_passed(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        card = await a_card(lan)
        send = _button(card, "Gửi")
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")
        await lan.tap_stale(send, card)
        await lan.expects("đã qua")
        assert len(home.reports()) == 1


async def test_a_doubled_tap_files_once(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        card = await a_card(lan)
        tone, send = _button(card, "Bức xúc"), _button(card, "Gửi")
        for data in (tone, tone, send, send):
            await lan.tap_stale(data, card)
        await lan.expects("đã qua")
        assert len(home.reports()) == 1


async def urgent_report(person: Person) -> None:
    await person.say("KHẨN nước ngập vào trạm y tế thôn Đông")
    await person.expects("CHƯA GỬI")
    await person.tap("Bức xúc")
    await person.tap("Gửi khẩn")
    await person.expects("đang báo")


def _button(message, label: str) -> str:
    [data] = [one["callback_data"] for row in message.rows for one in row if label in one["text"]]
    return data


def _alert_id(home: House) -> str:
    return base36(home.rows(alert)[0].id)
