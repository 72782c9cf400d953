"""Ticks are asked together and called one by one; none of them is in another's way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from bot.scheduler import Scheduler, Tick
from storage.database import Database


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


def scheduler(database: Database, *ticks: Tick) -> Scheduler:
    return Scheduler(
        database, ticks, lambda rows: None, me="tests", pushing=(), now=lambda: datetime.now(UTC)
    )


async def test_a_tick_that_fails_stops_no_other(database):
    called = []

    def asks_wrongly(connection, now):
        return connection.scalar(text("SELECT nothing"))

    def acts_wrongly(post):
        raise RuntimeError("a mistake")

    await scheduler(
        database,
        Tick("asks wrongly", 1, lambda post: called.append("asks wrongly"), asks_wrongly),
        Tick("acts wrongly", 1, acts_wrongly),
        Tick("not due", 1, lambda post: called.append("not due"), lambda connection, now: False),
        Tick("due", 1, lambda post: called.append("due"), lambda connection, now: True),
    ).tick()
    assert called == ["asks wrongly", "due"]


async def test_where_nothing_is_due_all_ticks_take_one_reading_and_no_commit(database, monkeypatch):
    readings = []
    reading = database.reading
    monkeypatch.setattr(database, "reading", lambda work: readings.append(work) or reading(work))
    quiet = [Tick(str(number), 1, lambda post: None, lambda connection, now: False) for number in range(9)]
    await scheduler(database, *quiet).tick()
    assert (len(readings), database.commits) == (1, 0)
