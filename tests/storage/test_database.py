"""The writing thread: what can wait goes with the next commit, or alone, and is never lost."""

from __future__ import annotations

import asyncio
import contextlib
import threading

import pytest
from sqlalchemy import insert, select, text

import storage.database
from storage.database import Database, upserting
from storage.tables import meta


@pytest.fixture
def database(database_url):
    opened = Database(database_url)
    yield opened
    opened.close()


def keep(name):
    return lambda connection: connection.execute(insert(meta).values(key=name, value=name)) and None


def kept(database):
    return set(database.read(lambda connection: connection.execute(select(meta.c.key)).scalars().all()))


async def test_what_can_wait_goes_with_the_next_commit(database, monkeypatch):
    monkeypatch.setattr(storage.database, "RIDES_WITHIN", 60)
    waiting = [asyncio.create_task(database.ride(keep(name))) for name in "ab"]
    await asyncio.sleep(0.05)
    assert not kept(database) & {"a", "b"}
    commits = database.commits
    await database.write(keep("c"))
    await asyncio.gather(*waiting)
    assert database.commits == commits + 1
    assert kept(database) >= {"a", "b", "c"}


async def test_it_goes_alone_when_nobody_else_commits(database, monkeypatch):
    monkeypatch.setattr(storage.database, "RIDES_WITHIN", 0.05)
    await database.ride(keep("a"))
    assert "a" in kept(database)


async def test_closing_leaves_nothing_behind(database_url, monkeypatch):
    monkeypatch.setattr(storage.database, "RIDES_WITHIN", 60)
    database = Database(database_url)
    waiting = asyncio.create_task(database.ride(keep("a")))
    await asyncio.sleep(0.01)
    await asyncio.to_thread(database.close)
    await waiting
    again = Database(database_url)
    assert "a" in kept(again)
    again.close()


async def test_one_that_fails_takes_nobody_along(database):
    def fails(connection):
        keep("b")(connection)
        raise KeyError("no")

    riding = asyncio.create_task(database.ride(fails))
    await asyncio.sleep(0.01)
    await database.write(keep("a"))
    with pytest.raises(KeyError):
        await riding
    assert "a" in kept(database)
    assert "b" not in kept(database)


def test_two_processes_that_wait_for_each_other_both_finish(postgres_url):
    both_begun = threading.Barrier(2)
    add = upserting(lambda insert: insert(meta).on_conflict_do_nothing())

    def keeping(*names):
        def work(connection):
            for name in names:
                connection.execute(add(connection), {"key": name, "value": name})
                with contextlib.suppress(threading.BrokenBarrierError):
                    both_begun.wait(5)
                both_begun.abort()

        return work

    one, other = Database(postgres_url), Database(postgres_url)
    waiting = [one.submit(keeping("a", "b")), other.submit(keeping("b", "a"))]
    assert [done.exception(10) for done in waiting] == [None, None]
    assert {"a", "b"} <= kept(one)
    one.close()
    other.close()


def test_a_statement_is_not_compiled_for_what_it_seldom_does(postgres_url):
    database = Database(postgres_url)
    assert database.read(lambda c: c.execute(text("SHOW jit")).scalar()) == "off"
    assert database.submit(lambda c: c.execute(text("SHOW jit")).scalar()).result(10) == "off"
    database.close()
