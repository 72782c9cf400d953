"""What tests of people with several addresses share: the same person on Telegram and in a browser."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime

from storage import people
from storage.outbox import Owed, enqueue
from storage.tables import address, outbox, web_session
from tests.browser import Browser, browser
from tests.house import House
from tests.loopback.person import Person


def lane_of(home: House, person: Person) -> str:
    """The chat of somebody on Telegram."""
    return next(row.lane for row in home.rows(address) if row.chat == str(person.id))


def person_id(home: House, person: Person) -> int:
    """Who that is."""
    return next(row.person_id for row in home.rows(address) if row.chat == str(person.id))


def sit_at(home: House, page: Browser, who: int) -> str:
    """Let a browser that has a session be an address of `who`; gives its lane."""
    lane = str(home.rows(web_session)[-1].lane)
    channel, bot, chat = lane.split(":", 2)
    home.database.write_now(
        lambda c: people.add_address(
            c, person_id=who, lane=lane, channel=channel, bot=bot, chat=chat, now=home.app.now()
        )
    )
    return lane


@contextlib.asynccontextmanager
async def page_of(home: House, who: int) -> AsyncIterator[tuple[Browser, str]]:
    """A further address of `who`: a browser, and its lane."""
    async with browser(home) as page:
        await page.say("ABCDEFGHJK")  # without a code, be it a wrong one, there is no chat at all
        yield page, sit_at(home, page, who)


def owe(home: House, lane: str, rank: int, *texts: str, edits: int | None = None) -> list[int]:
    """Messages of the office to one address; gives their outbox ids."""
    channel, bot, chat = lane.split(":", 2)
    owed = [Owed(lane, channel, bot, chat, rank, {"text": text, "rows": []}, edits) for text in texts]
    now = datetime.now(UTC)
    return home.database.write_now(lambda c: enqueue(c, owed, now=now))[0]


def message(home: House, id: int):
    """A message as its row stands now."""
    return next(row for row in home.rows(outbox) if row.id == id)
