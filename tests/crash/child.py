"""Lives of the real program, to be ended by kill -9: imported once, forked for every life.

    echo '{"settings": {…}, "log": "FILE", "silent": 4.0}' | python -m tests.crash.child

Each line of the input starts one life of `baonhanh run` and is answered with its process id; the end of the
input ends them all. The program knows nothing of this: where a life is to end at its n-th operation
(`"kill_at": n`, handed to the life as BAONHANH_CRASH_AT), the counting is wrapped around its database and its
Bot API client here.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import signal
import sys
import tempfile
import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg  # noqa: F401  what lives import late is imported here, once
import pytest
import sqlalchemy.dialects.postgresql.psycopg  # noqa: F401
import uvicorn.lifespan.off
import uvicorn.protocols.http.auto  # noqa: F401
from sqlalchemy import Engine, event

import bot.outbox
from bot.channels import zalo
from bot.channels.telegram import Api, TelegramChannel
from bot.running import run
from bot.settings import Settings
from storage.database import Database
from storage.migrate import upgrade
from tests import statements
from tests.house import house
from tests.loopback.telegram import TelegramServer

VARIABLE = "BAONHANH_CRASH_AT"
PATIENCE_S = 25.0
BEAT_SECONDS = 0.4
"""A dead process is missed sooner than in the product (3 s; 12 s of silence): the test would only wait."""


def main() -> None:
    """Start a life for every line, until the input ends."""
    signal.signal(
        signal.SIGCHLD, signal.SIG_IGN
    )  # the dead are not kept as zombies: the driver looks for them
    asyncio.run(_learn())
    assert threading.active_count() == 1, f"a fork has only this thread: {threading.enumerate()}"
    lives = []
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _live(json.loads(line))
        lives.append(pid)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()
    for pid in lives:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


async def _learn() -> None:
    """Do once, before there are lives, what each begins with and does: calendars are read and statements
    compiled here. It took four fifths of a short life."""
    statements.compile_once(pytest.MonkeyPatch())
    await zalo.Api("http://127.0.0.1", "1:x").close()  # the certificates of its client
    with tempfile.TemporaryDirectory(prefix="bn-crash-") as folder:
        url = f"sqlite:///{folder}/baonhanh.db"
        upgrade(url)
        async with TelegramServer() as server, house(url, server) as home:
            lan = await home.member(server.person(1))
            await lan.say("Rác ở chợ Hoa Sen chưa ai dọn.")
            await lan.tap("Gửi", await lan.expects("CHƯA GỬI", PATIENCE_S))
            await lan.tap("Băn khoăn", await lan.expects("Chọn xong là gửi", PATIENCE_S))
            await lan.expects("mã PA-", PATIENCE_S)
            await home.app.scheduler.tick()


def _live(given: dict[str, Any]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    log = os.open(given["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number, file in enumerate((nothing, log, log)):
        os.dup2(file, number)
    if given.get("kill_at"):
        os.environ[VARIABLE] = str(given["kill_at"])
    zalo.POLL_GAP = 0.05  # the server of the tests is as patient
    status = 1
    try:
        bot.outbox.BEAT_SECONDS, bot.outbox.SILENT = BEAT_SECONDS, timedelta(seconds=given["silent"])
        _count_operations()
        run(Settings.model_validate(given["settings"]), lambda: datetime.now(UTC))
        status = 0
    except BaseException:  # whatever it is, the life is over and its last words are kept
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(status)


def _count_operations() -> None:
    """End this life at the operation named in the environment: statements, both sides of every commit, both
    sides of every call to the Bot API, and before an update is acknowledged."""
    last = int(os.environ.get(VARIABLE, 0))
    if not last:
        return
    numbers = itertools.count(1)

    def step(*_: object) -> None:
        if next(numbers) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", step)
    event.listen(Engine, "commit", step)
    transact, post, webhook = Database._transact, Api._post, TelegramChannel._webhook

    def counted_transact(self: Database, works: list[Any]) -> list[Any]:
        results = transact(self, works)
        step()
        return results

    async def counted_post(self: Api, method: str, seconds: float, **body: Any) -> Any:
        step()
        told = await post(self, method, seconds, **body)
        step()
        return told

    async def counted_webhook(self: TelegramChannel, *given: Any) -> Any:
        answer = await webhook(self, *given)
        step()
        return answer

    call, zalo_webhook = zalo.Api.call, zalo.ZaloChannel._webhook

    async def counted_call(self: zalo.Api, method: str, **given: Any) -> Any:
        step()
        told = await call(self, method, **given)
        step()
        return told

    async def counted_zalo_webhook(self: zalo.ZaloChannel, *given: Any) -> Any:
        answer = await zalo_webhook(self, *given)
        step()
        return answer

    zalo.Api.call = counted_call  # type: ignore[method-assign]
    zalo.ZaloChannel._webhook = counted_zalo_webhook  # type: ignore[method-assign]
    Database._transact = counted_transact  # type: ignore[method-assign]
    Api._post = counted_post  # type: ignore[method-assign]
    TelegramChannel._webhook = counted_webhook  # type: ignore[method-assign]


if __name__ == "__main__":
    main()
