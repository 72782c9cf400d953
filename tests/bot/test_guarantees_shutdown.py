"""Leaving is quick and whole, whatever is going on."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from bot.inbox import Inbox
from bot.outbox import Outbox
from storage.database import Database


@pytest.mark.parametrize("loop", ["inbox", "outbox"])
async def test_a_loop_that_is_woken_and_stopped_at_once_stops(sqlite_url, loop):
    database = Database(sqlite_url)
    outbox = Outbox(database, {}, me="me", now=lambda: datetime.now(UTC))
    inbox = Inbox(database, None, None, outbox.take, now=lambda: datetime.now(UTC))
    work, look = {
        "inbox": (inbox._keep_clearing, inbox._look),
        "outbox": (outbox._keep_claiming, outbox._look),
    }[loop]
    task = asyncio.create_task(work())
    await asyncio.sleep(0.05)
    look.set()
    await asyncio.sleep(0)
    task.cancel()
    done, _ = await asyncio.wait([task], timeout=1)
    database.close()
    assert done, "it goes on for ever"
