"""What arrives takes effect once, whoever sends what, whatever fails meanwhile (DESIGN §4.1, §4.8)."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from bot.channels.base import Outbound
from bot.turn import Sitting
from domain.masking import Masker
from storage.tables import inbox
from tests.house import House, house
from tests.loopback.faults import answers, call_lost
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer

SECRET = "a-secret-for-the-webhook"
WEBHOOK = {"mode": "webhook", "webhook_url": "https://bot.example.vn/telegram/x", "webhook_secret": SECRET}


async def file_report(person: Person, said: str = "Rác ở chợ Hoa Sen ba ngày chưa ai dọn") -> None:
    await person.say(said)
    await person.expects("CHƯA GỬI")
    await person.tap("Bức xúc")
    await person.tap("✅ Gửi")
    await person.expects("ĐÃ GỬI")


def asked(home: House) -> httpx.AsyncClient:
    """Asks the pages of this house."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(home.app.asgi), base_url="http://127.0.0.1")


async def health(home: House) -> dict:
    async with asked(home) as client:
        return (await client.get("/healthz")).json()


async def until(true, within: float = 20.0) -> None:
    end = time.monotonic() + within
    while not await true():
        assert time.monotonic() < end, "did not come true"
        await asyncio.sleep(0.05)


async def test_every_update_delivered_twice_takes_effect_once(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        server.updates.twice = True
        lan = await home.member(server.person(1))
        await file_report(lan)
        server.updates.redeliver(10)
        await file_report(lan, "Đèn đường thôn Đông hỏng cả tuần nay")
        await lan.expects_nothing(0.3)
        assert len(home.reports()) == 2


async def test_one_poisonous_chat_is_parked_told_and_delays_nobody(database_url, monkeypatch):
    hear = Sitting.hear

    def poisoned(self, row):
        if "độc" in row.body.get("text", ""):
            raise RuntimeError("poison")
        hear(self, row)

    monkeypatch.setattr(Sitting, "hear", poisoned)
    async with TelegramServer() as server, house(database_url, server) as home:
        lan, minh = await home.member(server.person(1)), await home.member(server.person(2))
        await lan.say("một tin độc cho máy")
        start = time.monotonic()
        await file_report(minh)
        assert time.monotonic() - start < 2
        await lan.expects("Chưa xử lý được tin vừa rồi", within=10)
        assert (await health(home))["inbox_parked"] == 1
        await file_report(lan, "Tin này thì máy hiểu được ngay")
        assert len(home.reports()) == 2
        [kept] = [row for row in home.rows(inbox) if row.state == "parked"]
        assert kept.failures == 3 and "độc" in kept.body["text"]


async def test_a_sticker_storm_of_one_chat_does_not_slow_the_others(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        stormer, *others = [await home.member(server.person(number)) for number in range(1, 7)]
        waits: list[float] = []

        async def storm() -> None:
            for _ in range(50):
                await asyncio.gather(*(stormer.sticker() for _ in range(100)))
                await asyncio.sleep(0.1)

        async def timed(act, wanted: str, person: Person) -> None:
            start = time.monotonic()
            await act
            await person.expects(wanted, within=20)
            waits.append(time.monotonic() - start)

        async def keep_reporting(person: Person) -> None:
            while not storming.done():
                await timed(person.say("Đường thôn Đông ngập nước đã ba ngày"), "CHƯA GỬI", person)
                await person.tap("Bức xúc")
                await timed(person.tap("✅ Gửi"), "ĐÃ GỬI", person)

        storming = asyncio.create_task(storm())
        await asyncio.gather(*map(keep_reporting, others))
        assert len(waits) >= 20
        # Behind five thousand stickers it would be minutes, on a busy machine too.
        assert sorted(waits)[int(len(waits) * 0.95)] <= 5, sorted(waits)
        await until(lambda: _all_confirmed(server), 20)
        said = [message for message in stormer.screen if message.by_bot and "Nhãn dán" in message.text]
        assert 1 <= len(said) <= 5


async def _all_confirmed(server: TelegramServer) -> bool:
    return not server.updates.pending


async def test_an_update_nobody_can_read_does_not_stop_its_batch(database_url):
    broken = (
        {"message": {"chat": "?"}},
        {"callback_query": 7},
        {"message": {"message_id": 1, "date": "x", "chat": {"id": 1, "type": "private"}, "text": ["a"]}},
        {"surprise": {}},
    )
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        for raw in broken:
            server.updates.inject(raw)
        await lan.say("Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        for raw in broken:
            server.updates.inject(raw)
        await lan.expects("CHƯA GỬI")
        await until(lambda: _all_confirmed(server))


@pytest.mark.parametrize("odd", ["Rác ở chợ\x00 ba ngày chưa dọn", "Rác ở chợ \ud83d ba ngày chưa dọn"])
async def test_characters_no_database_takes_do_not_stop_anybody(database_url, odd):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan, minh = await home.member(server.person(1)), await home.member(server.person(2))
        await lan.say(odd)
        await file_report(minh)
        await lan.expects("CHƯA GỬI")


async def test_words_the_door_stumbles_over_do_not_stop_their_batch(database_url, monkeypatch):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan, minh = await home.member(server.person(1)), await home.member(server.person(2))
        mask = Masker.mask

        def stumbling(self, text):
            if "vấp" in text:
                raise RuntimeError("stumbled")
            return mask(self, text)

        monkeypatch.setattr(Masker, "mask", stumbling)
        await lan.say("tin làm máy vấp ngã")
        await file_report(minh)
        await lan.expects("Loại tin này không ghi được")


async def test_what_a_broken_database_did_not_take_comes_again_and_is_taken_once(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        broken = []

        def full(connection, cursor, statement, *rest):
            if "INSERT INTO talk" in statement and len(broken) < 2:
                broken.append(statement)
                raise OperationalError(statement, {}, RuntimeError("database or disk is full"))

        event.listen(home.database.engine, "before_cursor_execute", full)
        await lan.say("Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        await until(lambda: _true(broken))
        assert server.updates.pending, "acknowledged though it is not in the database"
        await lan.expects("CHƯA GỬI", within=8)
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")
        assert len(home.reports()) == 1
        assert len([message for message in lan.screen if "ba ngày" in message.text and message.by_bot]) == 1


async def _true(value: object) -> bool:
    return bool(value)


async def test_two_pollers_are_reported_and_heal(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        await until(lambda: _awaited(server))
        server.faults.plan("getUpdates", answers(409, "Conflict: terminated by other getUpdates request"))
        server.updates.interrupt("Conflict: terminated by other getUpdates request")
        await until(lambda: _reason(home, "409"))
        await until(lambda: _well(home), 20)
        await file_report(lan)


async def test_messages_that_go_out_do_not_hide_that_none_come_in(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        await lan.say("/huy")
        await lan.expects("Không có bản nháp")
        channel = next(one for key, one in home.app.channels.items() if key[0] == "telegram")
        channel.health.last_contact_at = datetime.now(UTC) - timedelta(seconds=100)
        assert await _reason(home, "no word from its platform")
        await channel.send(Outbound(0, "", str(lan.id), "một tin"))
        assert await _reason(home, "no word from its platform")


async def _awaited(server: TelegramServer) -> bool:
    return server.updates.is_awaited


async def _reason(home: House, words: str) -> bool:
    return any(words in reason for reason in (await health(home))["reasons"])


async def _well(home: House) -> bool:
    return (await health(home))["ok"]


async def test_a_webhook_left_behind_does_not_stop_polling(sqlite_url):
    async with TelegramServer() as server:
        server.proxies = ["http://127.0.0.1:9"]
        await server.set_webhook("https://old.example.vn/x", "", 40, False)
        async with house(sqlite_url, server) as home:
            await home.member(server.person(1))


@pytest.mark.parametrize("fault", [call_lost(), answers(401, "Unauthorized"), answers(502, "Bad Gateway")])
async def test_telegram_that_is_not_there_at_the_start_is_awaited_while_the_web_goes_on(sqlite_url, fault):
    async with TelegramServer() as server:
        server.faults.plan("getMe", fault, times=2)
        async with house(sqlite_url, server) as home:
            async with asked(home) as client:
                assert (await client.get("/readyz")).status_code == 200
                assert (await client.get("/chat")).status_code < 400
                answer = await client.get("/healthz")
                assert answer.status_code == 503 and "telegram" in answer.text
            await until(lambda: _well(home))
            await home.member(server.person(1))


async def test_a_telegram_that_goes_away_and_comes_back_loses_nothing(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        await server.down()
        await until(lambda: _reason(home, "telegram"))
        await lan.say("Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        await server.up()
        await lan.expects("CHƯA GỬI", within=10)


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x"])
async def test_a_webhook_without_the_secret_is_refused_and_leaves_no_row(sqlite_url, secret):
    async with TelegramServer() as server, house(sqlite_url, server, **WEBHOOK) as home:
        headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
        async with asked(home) as client:
            bot = server.token.partition(":")[0]
            answer = await client.post(f"/telegram/{bot}", json=an_update("xin chào"), headers=headers)
        assert answer.status_code == 403
        assert home.rows(inbox) == []


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"{" + b" " * (1 << 20) + b"}", 413), (b"not json", 400), (b"[1, 2]", 200), (b"{}", 200)],
    ids=["oversized", "broken", "no object", "no update"],
)
async def test_a_webhook_takes_no_body_that_is_no_update(sqlite_url, body, status):
    async with TelegramServer() as server, house(sqlite_url, server, **WEBHOOK) as home:
        async with asked(home) as client:
            answer = await client.post(
                f"/telegram/{home_bot(server)}",
                content=body,
                headers={"X-Telegram-Bot-Api-Secret-Token": SECRET},
            )
        assert answer.status_code == status
        assert home.rows(inbox) == []


async def test_a_webhook_says_taken_only_after_the_row_is_there(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server, **WEBHOOK) as home:
        async with asked(home) as client:
            answer = await client.post(
                f"/telegram/{home_bot(server)}",
                json=an_update("xin chào"),
                headers={"X-Telegram-Bot-Api-Secret-Token": SECRET},
            )
        assert answer.status_code == 200
        assert len(home.rows(inbox)) == 1


def home_bot(server: TelegramServer) -> str:
    return server.token.partition(":")[0]


def an_update(text: str) -> dict:
    who = {"id": 1, "is_bot": False, "first_name": "Lan"}
    chat = {"id": 1, "type": "private", "first_name": "Lan"}
    return {
        "update_id": 1,
        "message": {"message_id": 1, "date": int(time.time()), "chat": chat, "from": who, "text": text},
    }
