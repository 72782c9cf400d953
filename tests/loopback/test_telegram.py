"""The contract of the loopback server, seen through the real python-telegram-bot."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from tests.loopback.faults import answer_lost, answers, babbles, call_lost
from tests.loopback.pace import Limits
from tests.loopback.telegram import TelegramServer

BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("✅ Gửi", callback_data="t.1.card.0.send")]])


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


@pytest.fixture
async def bot(server: TelegramServer) -> AsyncIterator[Bot]:
    async with Bot(server.token, base_url=server.base_url, base_file_url=server.base_file_url) as bot:
        yield bot


async def refused(call: Awaitable[Any], words: str, error: type[TelegramError] = BadRequest) -> None:
    with pytest.raises(error, match=f"(?i){words}"):
        await call


async def test_what_a_person_says_comes_until_it_is_confirmed(server: TelegramServer, bot: Bot) -> None:
    await server.person(1001).say("xin chào")
    (update,) = await bot.get_updates(timeout=1)
    assert update.message and update.message.text == "xin chào"
    assert await bot.get_updates() == (update,)
    assert await bot.get_updates(offset=update.update_id + 1) == ()
    server.updates.redeliver()
    assert await bot.get_updates(offset=update.update_id + 1) == (update,)


async def test_a_waiting_poll_answers_as_soon_as_something_is_said(server: TelegramServer, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.1)
    await server.person(1001).start("ABCDEFGHIJ")
    (update,) = await asyncio.wait_for(poll, 2)
    assert update.message and update.message.entities[0].type == "bot_command"


async def test_a_second_poller_gets_the_first_one_a_conflict(server: TelegramServer, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.1)
    async with Bot(server.token, base_url=server.base_url) as other:
        assert await other.get_updates(timeout=1) == ()
    await refused(first, "terminated by other getUpdates", Conflict)
    await bot.set_webhook("http://127.0.0.1:1/hook")
    await refused(bot.get_updates(), "webhook is active", Conflict)


async def test_a_tap_carries_the_button_and_wants_one_answer(server: TelegramServer, bot: Bot) -> None:
    lan = server.person(1001)
    await lan.start()
    sent = await bot.send_message(1001, "CHƯA GỬI", reply_markup=BUTTONS)
    await lan.expects("CHƯA GỬI")
    await lan.tap("Gửi")
    query = (await bot.get_updates())[-1].callback_query
    assert query and query.data == "t.1.card.0.send"
    await bot.answer_callback_query(query.id, "Đã gửi")
    assert lan.toasts == ["Đã gửi"]
    await refused(bot.answer_callback_query(query.id), "too old")
    await bot.edit_message_text("✅ ĐÃ GỬI", 1001, sent.message_id)
    assert (await lan.expects("ĐÃ GỬI")).rows == []
    with pytest.raises(AssertionError, match="no button"):
        await lan.tap("Gửi", within=0.1)


async def test_going_down_leaves_nobody_waiting(server: TelegramServer) -> None:
    async def ask() -> None:
        with contextlib.suppress(OSError):
            reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
            writer.write(b"GET / HTTP/1.1\r\n\r\n")
            await reader.read()
            writer.close()

    for turns in range(12):
        asking = asyncio.create_task(ask())
        for _ in range(turns):
            await asyncio.sleep(0)
        await server.down()
        assert (await asyncio.wait([asking], timeout=1))[0], f"who came {turns} turns before still waits"
        await server.up()


async def test_what_telegram_refuses_is_refused(server: TelegramServer, bot: Bot) -> None:
    lan = server.person(1001)
    own = await lan.say("của tôi")
    sent = await bot.send_message(1001, "a")
    await refused(bot.send_message(1, "a"), "chat not found")
    await refused(bot.send_message(1001, "  "), "text is empty")
    await refused(bot.send_message(1001, "😀" * 2049), "too long")
    await refused(bot.edit_message_text("a", 1001, sent.message_id), "not modified")
    await refused(bot.edit_message_text("b", 1001, own.message_id), "can't be edited")
    await refused(bot.edit_message_text("b", 1001, 999), "to edit not found")
    await refused(bot.send_message(1001, "a", api_kwargs={"parse_mod": "HTML"}), "no parameter parse_mod")
    await refused(bot.send_message(1001, "<b>a", parse_mode="HTML"), "can't parse entities")
    for button in (
        InlineKeyboardButton("a", callback_data="x" * 65),
        InlineKeyboardButton("a", url="http://localhost/"),
    ):
        markup = InlineKeyboardMarkup([[button]])
        await refused(bot.send_message(1001, "a", reply_markup=markup), "BUTTON_DATA_INVALID|Wrong HTTP URL")
    await refused(bot.set_my_commands([BotCommand("Hủy", "x")]), "BOT_COMMAND_INVALID")


async def test_a_wrong_token_is_no_bot(server: TelegramServer) -> None:
    async with (
        aiohttp.ClientSession() as client,
        client.get(f"{server.base_url}1:AAAAAAAAAAAAAAA/getMe") as answer,
    ):
        assert answer.status == 401
    with pytest.raises(InvalidToken):
        await Bot("1:AAAAAAAAAAAAAAA", base_url=server.base_url).initialize()


async def test_who_blocked_the_bot_hears_nothing(server: TelegramServer, bot: Bot) -> None:
    lan = server.person(1001)
    await lan.start()
    await lan.block()
    change = (await bot.get_updates())[-1].my_chat_member
    assert change and change.new_chat_member.status == "kicked"
    await refused(bot.send_message(1001, "a"), "blocked", Forbidden)
    await lan.start()
    assert await bot.send_message(1001, "a")


async def test_files_go_both_ways(server: TelegramServer, bot: Bot) -> None:
    lan = server.person(1001)
    await lan.send_photo(b"\xff\xd8picture", "ngập", album="a")
    message = (await bot.get_updates())[-1].message
    assert message and message.caption == "ngập" and message.media_group_id
    file = await bot.get_file(message.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == b"\xff\xd8picture"
    sent = await bot.send_document(1001, b"a;b\r\n", filename="của tôi.csv", caption="đây")
    assert sent.document and sent.document.file_name == "của tôi.csv"
    assert server.files[sent.document.file_id].content == b"a;b\r\n"
    assert (await lan.expects("đây")).media


async def test_too_many_messages_are_told_to_wait(server: TelegramServer, bot: Bot) -> None:
    server.limits = Limits(burst=2)
    await server.person(1001).start()
    await bot.send_message(1001, "1")
    await bot.send_message(1001, "2")
    with pytest.raises(RetryAfter) as told:
        await bot.send_message(1001, "3")
    assert told.value.retry_after


async def test_a_group_is_let_twenty_messages_in_any_minute(
    server: TelegramServer, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr("tests.loopback.pace.time.monotonic", lambda: now)
    server.limits = Limits()
    group = server.group(-1001)
    await group.add_bot(server.person(1001))
    for number in range(20):
        await bot.send_message(-1001, str(number))
    with pytest.raises(RetryAfter) as told:
        await bot.send_message(-1001, "20")
    assert told.value.retry_after in (60, timedelta(seconds=60))
    now += 60
    await bot.send_message(-1001, "20")


async def test_a_bot_with_privacy_hears_commands_and_mentions_in_a_group(
    server: TelegramServer, bot: Bot
) -> None:
    lan, group = server.person(1001), server.group(-1001)
    await lan.say("/nhom", group)
    await group.add_bot(lan)
    for words in ("xin chào", "/nhom@bao_nhanh_bot", "/nhom@khac_bot", "/nhom", "hỏi @bao_nhanh_bot nhé"):
        await lan.say(words, group)
    updates = await bot.get_updates()
    assert updates[0].my_chat_member and updates[1].message and updates[1].message.new_chat_members
    heard = [update.message for update in updates[2:] if update.message]
    assert [one.text for one in heard] == ["/nhom@bao_nhanh_bot", "/nhom", "hỏi @bao_nhanh_bot nhé"]
    assert [[entity.type for entity in one.entities] for one in heard] == [
        ["bot_command"],
        ["bot_command"],
        ["mention"],
    ]
    group.bot_is_admin = True
    await lan.say("xin chào", group)
    assert (await bot.get_updates())[-1].message.text == "xin chào"


async def test_a_group_that_became_a_supergroup_says_where_it_is(server: TelegramServer, bot: Bot) -> None:
    lan, group = server.person(1001), server.group(-1001)
    await group.add_bot(lan)
    sent = await bot.send_message(-1001, "một")
    new = await group.upgrade(lan)
    told = [update.message for update in await bot.get_updates() if update.message]
    assert (told[-2].chat.id, told[-2].migrate_to_chat_id) == (-1001, new.id)
    assert (told[-1].chat.id, told[-1].migrate_from_chat_id) == (new.id, -1001)
    for call in (bot.send_message(-1001, "hai"), bot.edit_message_text("hai", -1001, sent.message_id)):
        with pytest.raises(ChatMigrated) as moved:
            await call
        assert moved.value.new_chat_id == new.id
    await refused(bot.edit_message_text("hai", new.id, sent.message_id), "message to edit not found")
    await bot.send_message(new.id, "hai")


async def test_who_is_thrown_out_of_a_group_is_told_and_refused(server: TelegramServer, bot: Bot) -> None:
    lan, group = server.person(1001), server.group(-1_000_000_000_001)
    await refused(bot.send_message(group.id, "một"), "not a member of the supergroup", Forbidden)
    await group.add_bot(lan)
    await group.remove_bot(lan)
    changed = (await bot.get_updates())[-1].my_chat_member
    assert changed and changed.new_chat_member.status == "kicked"
    await refused(bot.send_message(group.id, "một"), "kicked from the supergroup", Forbidden)
    await group.add_bot(lan)
    await bot.send_message(group.id, "một")
    await group.delete()
    await refused(bot.send_message(group.id, "một"), "group chat was deleted", Forbidden)


async def test_topics_are_written_to_by_their_number_until_they_are_closed(
    server: TelegramServer, bot: Bot
) -> None:
    lan, group = server.person(1001), server.group(-1_000_000_000_001, forum=True)
    await group.add_bot(lan)
    topic = await group.open_topic(lan, "Việc khẩn")
    await lan.say("/nhom", group, topic)
    message = (await bot.get_updates())[-1].message
    assert message and message.is_topic_message and message.message_thread_id == topic
    sent = await bot.send_message(group.id, "một", message_thread_id=topic)
    assert sent.message_thread_id == topic
    await group.close_topic(topic)
    await refused(bot.send_message(group.id, "hai", message_thread_id=topic), "TOPIC_CLOSED")
    await refused(bot.edit_message_text("hai", group.id, sent.message_id), "TOPIC_CLOSED")
    await bot.send_message(group.id, "chung")
    await group.delete_topic(topic)
    await refused(bot.send_message(group.id, "hai", message_thread_id=topic), "message thread not found")
    await refused(bot.edit_message_text("hai", group.id, sent.message_id), "message to edit not found")


async def test_a_tap_may_be_answered_by_an_alert(server: TelegramServer, bot: Bot) -> None:
    lan, group = server.person(1001), server.group(-1001)
    await group.add_bot(lan)
    await bot.send_message(-1001, "KHẨN", reply_markup=BUTTONS)
    await lan.tap("Gửi", await group.expects("KHẨN"))
    query = (await bot.get_updates())[-1].callback_query
    assert query and query.message and query.message.chat.id == -1001
    await refused(bot.answer_callback_query(query.id, "x" * 201, show_alert=True), "too_long")
    await bot.answer_callback_query(query.id, "Không được", show_alert=True)
    assert (lan.alerts, lan.toasts) == (["Không được"], [])


async def test_faults_happen_once_as_planned(server: TelegramServer, bot: Bot) -> None:
    lan = server.person(1001)
    await lan.start()
    plan = server.faults.plan
    for fault, arrives in [(answers(500), 0), (babbles(), 0), (call_lost(), 0), (answer_lost(), 1)]:
        plan("sendMessage", fault, chat_id=1001)
        before = len(lan.screen)
        with pytest.raises(NetworkError):
            await bot.send_message(1001, "a")
        assert len(lan.screen) - before == arrives
    plan("sendMessage", answers(429, "Too Many Requests: retry after 7", retry_after=7))
    await refused(bot.send_message(1001, "a"), "Retry in 7", RetryAfter)
    await server.down()
    await refused(bot.get_me(), "ConnectError", NetworkError)
    await server.up()
    assert (await bot.get_me()).username == "bao_nhanh_bot"
    assert server.count("sendMessage") == 5


async def test_a_broken_update_spoils_the_batch_for_who_trusts_it(server: TelegramServer, bot: Bot) -> None:
    await server.person(1001).say("trước")
    server.updates.inject({"message": {"message_id": "nothing else"}})
    with pytest.raises(KeyError):
        await bot.get_updates()


async def test_a_webhook_gets_updates_in_order_until_it_says_200_and_may_order_a_call(
    server: TelegramServer, bot: Bot
) -> None:
    got: list[Update] = []
    secrets: set[str | None] = set()
    answers_to_give = [500, 200, 200]

    async def hook(request: web.Request) -> web.Response:
        secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        status = answers_to_give.pop(0)
        if status != 200:
            return web.Response(status=status)
        got.append(Update.de_json(await request.json(), bot))
        return web.json_response({"method": "sendMessage", "chat_id": 1001, "text": f"{len(got)}"})

    app = web.Application()
    app.router.add_post("/hook", hook)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    server.proxies = [f"http://127.0.0.1:{port}"]
    await refused(bot.set_webhook("http://bot.example/hook"), "HTTPS")
    await bot.set_webhook("https://bot.example/hook", secret_token="bi-mat")
    lan = server.person(1001)
    await lan.say("một")
    await lan.say("hai")
    await lan.expects("2")
    assert [update.message and update.message.text for update in got] == ["một", "hai"]
    assert secrets == {"bi-mat"}
    assert (await bot.get_webhook_info()).last_error_message == "Wrong response from the webhook: 500"
    assert server.count("sendMessage", by="webhook") == 2 and server.count("sendMessage") == 0
    await bot.delete_webhook()
    await runner.cleanup()


async def test_menus_are_kept_by_scope_and_language(server: TelegramServer, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("baocao", "Báo cáo")], language_code="vi")
    assert server.commands["default", "vi"] == [{"command": "baocao", "description": "Báo cáo"}]
    assert (await bot.get_my_commands(language_code="vi"))[0].command == "baocao"
