"""What the tests of conversations on Telegram share: a house, somebody who has joined, a report filed."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

from tests.house import House, MovableClock, house
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer
from tests.loopback.world import Message

SAID = "Bà con kêu rác ở chợ Hoa Sen ba ngày chưa ai dọn, mùi hôi cả khu"


@contextlib.asynccontextmanager
async def ward(url: str) -> AsyncIterator[tuple[TelegramServer, House, MovableClock]]:
    """A running installation with Telegram, whose clock stands still."""
    clock = MovableClock()
    async with TelegramServer() as server, house(url, server, clock) as home:
        yield server, home, clock


async def quiet(home: House) -> None:
    """Wait until everything heard is answered and everything owed is sent."""
    await home.quiet(held_back=True)


async def card(person: Person, said: str = SAID) -> Message:
    """Write something; gives the card."""
    await person.say(said)
    return await person.expects("CHƯA GỬI")


async def filed(person: Person, said: str = SAID, send: str = "✅ Gửi") -> Message:
    """File a report with two taps; gives the receipt."""
    await card(person, said)
    await person.tap("Bức xúc")
    await person.tap(send)
    return await person.expects(lambda shown: "ĐÃ GỬI" in shown.text or "ghi nhận khẩn" in shown.text)
