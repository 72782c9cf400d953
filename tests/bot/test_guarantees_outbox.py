"""What is owed is sent, in order, at the platform's pace, and not to those who left (DESIGN §4.3, §4.4)."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime

import bot.outbox
import storage.database
from storage.database import DatabaseUnusableError
from storage.outbox import BULK, Owed, enqueue
from storage.tables import address, outbox
from tests.bot.test_guarantees_inbox import file_report, until
from tests.house import House, house
from tests.loopback.faults import answer_lost, answers, call_lost
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer


async def test_a_chat_told_to_wait_is_left_alone_while_the_others_go_on(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan, minh = await home.member(server.person(1)), await home.member(server.person(2))
        server.faults.plan("sendMessage", answers(429, "Too Many Requests", retry_after=2), chat_id=lan.id)
        tried = len(server.calls)
        await lan.say("Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        await file_report(minh)
        await lan.expects("CHƯA GỬI", within=10)
        sends = [call for call in server.calls[tried:] if call.method == "sendMessage"]
        first, again = (call.at for call in sends if call.given.get("chat_id") == lan.id)
        assert again - first >= 2
        assert all(call.at < again for call in sends if call.given.get("chat_id") == minh.id)


async def test_order_is_kept_when_one_of_several_has_to_wait(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        server.faults.plan("sendMessage", answers(429, "Too Many Requests", retry_after=1), chat_id=lan.id)
        for words in ("/huy", "/cuatoi", "/baocao Rác ở chợ Hoa Sen chưa ai dọn"):
            await lan.say(words)
        await lan.expects("CHƯA GỬI")
        said = [message.text for message in lan.screen if message.by_bot][-3:]
        assert [text[:8] for text in said] == ["Không có", "Chưa có ", "CHƯA GỬI"]


async def test_what_has_piled_up_for_one_chat_waits_for_no_commit_of_others(database_url, monkeypatch):
    async with TelegramServer() as server, house(database_url, server, rate_per_chat=1_000) as home:
        lan = await home.member(server.person(1))
        await home.quiet()
        monkeypatch.setattr(storage.database, "RIDES_WITHIN", 3600.0)
        for number in range(30):
            owe(home, f"việc thứ {number}", lan)
        await lan.expects("việc thứ 29", within=15)
        said = [message.text for message in lan.screen if message.by_bot][-30:]
        assert said == [f"việc thứ {number}" for number in range(30)]


async def test_somebody_who_blocked_us_is_marked_and_not_tried_again(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        await lan.block()
        await until(lambda: _reachable(home, lan, False))
        calls = server.count("sendMessage")
        for number in range(3):
            owe(home, f"việc thứ {number}", lan)
        await until(lambda: _nothing_waits(home))
        assert server.count("sendMessage") <= calls + 1
        assert {row.state for row in home.rows(outbox) if "việc thứ" in row.body["text"]} == {"failed"}


async def test_a_403_marks_somebody_who_blocked_us_while_we_were_away(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        lan.chat.closed = "bot was blocked by the user"
        owe(home, "một việc", lan)
        await until(lambda: _reachable(home, lan, False))
        assert [row.state for row in home.rows(outbox) if row.body["text"] == "một việc"] == ["failed"]


async def test_who_writes_again_is_reachable_again(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        await lan.block()
        await until(lambda: _reachable(home, lan, False))
        await lan.unblock()
        await file_report(lan)
        assert await _reachable(home, lan, True)


async def test_an_urgent_alert_overtakes_five_hundred_bulk_messages(database_url):
    async with TelegramServer() as server, house(database_url, server, rate=50) as home:
        lan = await home.member(server.person(1))
        duty = await home.member(server.person(2), "duty")
        crowd = [server.person(1000 + number) for number in range(500)]
        for person in crowd:
            server.chats[person.id] = person.chat
        owe(home, "thông báo chung", *crowd)
        await until(lambda: _some_sent(server))
        await lan.say("KHẨN nước ngập vào trạm y tế thôn Đông")
        await lan.expects("CHƯA GỬI")
        await lan.tap("Bức xúc")
        await lan.tap("Gửi khẩn")
        await duty.expects("ngập vào trạm y tế")
        assert len([row for row in home.rows(outbox) if row.rank == BULK and row.state == "waiting"]) > 250


async def test_a_process_that_stops_keeps_no_broadcast_to_itself_and_doubles_none(database_url):
    async with TelegramServer() as server:
        async with house(database_url, server, rate=20) as home:
            crowd = [server.person(1000 + number) for number in range(200)]
            for person in crowd:
                server.chats[person.id] = person.chat
            owe(home, "thông báo chung", *crowd)
            await until(lambda: _some_sent(server))
            asked_to_stop = time.monotonic()
        assert time.monotonic() - asked_to_stop < 2, "it sends on"
        assert server.count("sendMessage") < 200
        async with house(database_url, server) as home:
            await until(lambda: _nothing_waits(home), 6)  # or it would be taken for dead first
        got = [sum("thông báo chung" in message.text for message in person.screen) for person in crowd]
        assert got == [1] * 200


async def test_a_process_stops_though_its_database_is_gone(sqlite_url, monkeypatch):
    async with TelegramServer() as server, house(sqlite_url, server, rate=1) as home:
        crowd = [server.person(1000 + number) for number in range(5)]
        for person in crowd:
            server.chats[person.id] = person.chat
        owe(home, "thông báo chung", *crowd)
        await until(lambda: _value(server.count("sendMessage") > 0))

        async def gone(_):
            raise DatabaseUnusableError("disk I/O error")

        monkeypatch.setattr(home.database, "write", gone)
        async with asyncio.timeout(3):
            await home.app.outbox.close()
        monkeypatch.undo()


async def test_an_answer_does_not_wait_behind_a_broadcast_to_the_same_chat(database_url):
    async with TelegramServer() as server, house(database_url, server, rate=30) as home:
        lan = await home.member(server.person(1))
        crowd = [server.person(1000 + number) for number in range(100)]
        for person in crowd:
            server.chats[person.id] = person.chat
        owe(home, "thông báo chung", *crowd, lan)
        await until(lambda: _some_sent(server))
        await lan.say("/huy")
        await lan.expects("Không có bản nháp", within=2)
        assert not any("thông báo chung" in message.text for message in lan.screen)
        await lan.expects("thông báo chung", within=10)


async def test_a_lost_answer_may_double_a_message_and_a_lost_call_does_not_lose_one(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        server.faults.plan("sendMessage", answer_lost(), chat_id=lan.id)
        server.faults.plan("sendMessage", call_lost(), chat_id=lan.id)
        await lan.say("/huy")
        await lan.expects("Không có bản nháp", within=10)
        await until(lambda: _nothing_waits(home), 10)
        said = [message for message in lan.screen if message.by_bot and "Không có bản nháp" in message.text]
        assert len(said) == 2


async def test_a_server_error_is_tried_again_and_a_refusal_is_not(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        server.faults.plan("sendMessage", answers(502, "Bad Gateway"), times=2, chat_id=lan.id)
        await lan.say("/huy")
        await lan.expects("Không có bản nháp", within=10)
        server.faults.plan("sendMessage", answers(400, "Bad Request: can't parse"), chat_id=lan.id)
        await lan.say("/huy")
        await until(lambda: _nothing_waits(home))
        assert [row.state for row in home.rows(outbox)][-1] == "failed"
        await file_report(lan)


async def test_an_error_nobody_foresaw_stops_the_sender_for_a_moment_only(sqlite_url, monkeypatch):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        look, failed = bot.outbox.store.is_any_free, []

        def failing(*given):
            if not failed:
                failed.append(True)
                raise ValueError("nobody foresaw this")
            return look(*given)

        monkeypatch.setattr(bot.outbox.store, "is_any_free", failing)
        await until(lambda: _value(bool(failed)))
        owe(home, "một việc", lan)
        await until(lambda: _nothing_waits(home))
        assert lan.last.text == "một việc"


async def test_a_message_nobody_can_change_any_more_is_said_anew(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        await lan.say("Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        await lan.expects("CHƯA GỬI")
        server.faults.plan(
            "editMessageText", answers(400, "Bad Request: message can't be edited"), times=None
        )
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")


def owe(home: House, words: str, *people: Person) -> None:
    """A broadcast of the office to these people."""
    bot = next(key[1] for key in home.app.channels if key[0] == "telegram")
    owed = [
        Owed(f"telegram:{bot}:{one.id}", "telegram", bot, str(one.id), BULK, {"text": words, "rows": []})
        for one in people
    ]
    home.database.write_now(lambda c: enqueue(c, owed, now=datetime.now(UTC)))
    home.app.outbox.look()


async def _reachable(home: House, person: Person, wanted: bool) -> bool:
    [row] = [row for row in home.rows(address) if row.chat == str(person.id)]
    return (row.unreachable_at is None) is wanted


async def _nothing_waits(home: House) -> bool:
    return all(row.state != "waiting" for row in home.rows(outbox))


async def _value(value: bool) -> bool:
    return value


async def _some_sent(server: TelegramServer) -> bool:
    return server.count("sendMessage") > 20
