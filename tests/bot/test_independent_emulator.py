"""A report on a Bot API emulator that somebody else wrote: one message and two taps, polling and webhook."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import time
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import pytest
from aiohttp import web
from lo_bot_api_emulator import LoBotApiEmulator

from tests.house import House, house
from tests.serving import listener, serving

TOKEN = "7000000007:AAHanother-token-for-the-emulator_0123"
SECRET = "a-secret-for-the-emulator"


class Emulator(LoBotApiEmulator):
    """With the name of the bot, which Telegram always tells, and an ear for what the bot did.

    `proxy` ends the TLS of the webhook's address, as something in front of the product would.
    """

    def __init__(self) -> None:
        super().__init__(allow_insecure_loopback_webhooks=True)
        self.proxy = ""
        self.heard: list[tuple[str, dict[str, Any], Any]] = []
        self.something = asyncio.Event()

    def validate(self, method: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        """As the original, noted."""
        if method == "setWebhook":
            fields["url"] = fields["url"].replace("https://bot.example.vn", self.proxy)
        told = super().validate(method, fields, uploads)
        if method == "getMe":
            told["username"] = "bao_nhanh_bot"
        self.heard.append((method, fields, told))
        self.something.set()
        return told


class Phone:
    """Somebody who talks to the bot through the emulator."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator, self._ids = emulator, itertools.count(501)
        self._chat = {"id": 41, "type": "private", "first_name": "Lan"}
        self._me = {"id": 41, "is_bot": False, "first_name": "Lan", "language_code": "vi"}
        self._read = 0
        self.acts = 0

    async def say(self, text: str) -> None:
        """Send a message."""
        about = {
            "message_id": next(self._ids),
            "date": int(time.time()),
            "chat": self._chat,
            "from": self._me,
        }
        await self._do({"message": {**about, "text": text}})

    async def tap(self, label: str, shown: tuple[int, list[list[dict[str, str]]]]) -> None:
        """Press a button."""
        number, rows = shown
        [data] = [one["callback_data"] for row in rows for one in row if label in one["text"]]
        message = {"message_id": number, "date": int(time.time()), "chat": self._chat, "text": "card"}
        tap = {
            "id": str(next(self._ids)),
            "from": self._me,
            "chat_instance": "9",
            "data": data,
            "message": message,
        }
        await self._do({"callback_query": tap})

    async def _do(self, update: dict[str, Any]) -> None:
        self.acts += 1
        self._read = len(self._emulator.heard)
        await self._emulator.enqueue_update(update, token=TOKEN)

    async def sees(self, words: str) -> tuple[int, list[list[dict[str, str]]]]:
        """Wait for a message with these words since the last act; gives its number and buttons."""
        async with asyncio.timeout(5):
            while True:
                self._emulator.something.clear()
                for method, fields, told in self._emulator.heard[self._read :]:
                    if method in ("sendMessage", "editMessageText") and words in fields["text"]:
                        return told["message_id"], _rows(fields.get("reply_markup"))
                await self._emulator.something.wait()


def _rows(markup: Any) -> list[list[dict[str, str]]]:
    markup = json.loads(markup) if isinstance(markup, str) else markup or {}
    rows: list[list[dict[str, str]]] = markup.get("inline_keyboard", [])
    return rows


@contextlib.asynccontextmanager
async def answering(emulator: Emulator) -> AsyncIterator[SimpleNamespace]:
    """The emulator on a port of its own, as `house` takes a Telegram server."""
    runner = web.AppRunner(emulator.app(), access_log=None, shutdown_timeout=0)
    await runner.setup()
    door = listener()
    await web.SockSite(runner, door).start()
    port = door.getsockname()[1]
    try:
        yield SimpleNamespace(token=TOKEN, base_url=f"http://127.0.0.1:{port}/bot")
    finally:
        await runner.cleanup()


async def report_with_two_taps(phone: Phone, home: House) -> None:
    await phone.say(f"/start {await asyncio.to_thread(home.code, 'collaborator')}")
    await phone.tap("Tôi đồng ý", await phone.sees("Để tham gia"))
    await phone.tap("Không cần nhắc", await phone.sees("Nhắc qua tin nhắn"))
    await phone.sees("Kênh Báo Nhanh")
    before = phone.acts
    await phone.say("Rác ở chợ Hoa Sen ba ngày chưa ai dọn, mùi hôi cả khu")
    card = await phone.sees("CHƯA GỬI")
    await phone.tap("Bức xúc", card)
    await phone.tap("✅ Gửi", card)
    await phone.sees("ĐÃ GỬI")
    assert phone.acts - before == 3
    [report] = home.reports()
    assert (report["tone"], report["code"]) == ("aggrieved", "PA-1")


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_a_report_takes_one_message_and_two_taps(database_url, mode):
    emulator, door = Emulator(), listener()
    emulator.proxy = f"http://127.0.0.1:{door.getsockname()[1]}"
    more = {}
    if mode == "webhook":
        bot = TOKEN.partition(":")[0]
        more = {
            "mode": mode,
            "webhook_url": f"https://bot.example.vn/telegram/{bot}",
            "webhook_secret": SECRET,
        }
    async with (
        answering(emulator) as telegram,
        house(database_url, telegram, **more) as home,
        serving(home, door),
    ):
        await report_with_two_taps(Phone(emulator), home)
        refused = [one for one in emulator.requests if one["status"] != 200]
        assert not refused
