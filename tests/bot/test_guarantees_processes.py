"""Several processes on one PostgreSQL take the messages of one chat one after the other (DESIGN §4.1, §7)."""

from __future__ import annotations

import asyncio
import itertools
import time
from typing import Any

from tests.bot.test_guarantees_inbox import SECRET, WEBHOOK, asked
from tests.house import House, house
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer

ROUNDS = 12


class Hand:
    """Posts updates of one person to whichever process it likes, as a network without order would."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._numbers = itertools.count(1)

    def message(self, text: str) -> dict[str, Any]:
        """A typed message."""
        number = next(self._numbers)
        about = {"message_id": 10_000 + number, "date": int(time.time())}
        chat = {"chat": self._person.chat.info, "from": self._person.user}
        return {"update_id": number, "message": about | chat | {"text": text}}

    def tap(self, label: str) -> dict[str, Any]:
        """The button with this label on the newest message of the bot."""
        card, number = self._person.last, next(self._numbers)
        [data] = [one["callback_data"] for row in card.rows for one in row if label in one["text"]]
        tap = {"id": str(number), "from": self._person.user, "chat_instance": "1", "data": data}
        return {"update_id": number, "callback_query": tap | {"message": card.json()}}

    async def post(self, home: House, update: dict[str, Any]) -> None:
        """Deliver until it is taken."""
        bot = self._person.server.token.partition(":")[0]
        async with asked(home) as client:
            answer = await client.post(
                f"/telegram/{bot}", json=update, headers={"X-Telegram-Bot-Api-Secret-Token": SECRET}
            )
        assert answer.status_code == 200


async def test_the_taps_of_one_chat_that_reach_two_processes_at_once_file_one_report_each(postgres_url):
    async with TelegramServer() as server:
        async with house(postgres_url, server) as home:
            lan = await home.member(server.person(1))
        async with (
            house(postgres_url, server, **WEBHOOK) as one,
            house(postgres_url, server, **WEBHOOK) as other,
        ):
            hand = Hand(lan)
            for number in range(ROUNDS):
                said = f"Rác ở chợ Hoa Sen chưa ai dọn, việc thứ {number}."
                await hand.post((one, other)[number % 2], hand.message(said))
                await _shows(lan, said, "CHƯA GỬI")
                tone, send = hand.tap("Bức xúc"), hand.tap("✅ Gửi")
                await asyncio.gather(
                    hand.post(one, tone), hand.post(other, send), hand.post(other, tone), hand.post(one, send)
                )
                await _shows(lan, said, "mã PA-")
            assert [report["tone"] for report in one.reports()] == ["aggrieved"] * ROUNDS


async def _shows(person: Person, *words: str) -> None:
    """Wait until some message of the bot has all these words."""
    async with asyncio.timeout(10):
        while not any(m.by_bot and all(word in m.text for word in words) for m in person.screen):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
