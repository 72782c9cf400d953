"""Ticks. APScheduler is only the clock: it calls acts that read what is due from the rows. DESIGN §6."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Connection

from office.post import Post
from storage.database import Database, DatabaseUnusableError
from storage.outbox import OutboxRow

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tick:
    """An act that may be called at any time, any number of times, by any number of processes."""

    name: str
    seconds: float
    act: Callable[[Post], object]
    is_due: Callable[[Connection, datetime], bool] | None = None
    """Asked first where ticks are frequent, so that a quiet process does not write."""


class Scheduler:
    """Calls acts, each in its own transaction."""

    def __init__(
        self,
        database: Database,
        ticks: Sequence[Tick],
        deliver: Callable[[list[OutboxRow]], None],
        *,
        me: str,
        pushing: Collection[str],
        now: Callable[[], datetime],
    ) -> None:
        """`deliver` takes what the acts owe to people, on the event loop, after the commit; `pushing`:
        channels that reach a phone."""
        self._database = database
        self._ticks = ticks
        self._deliver = deliver
        self._me = me
        self._pushing = pushing
        self._now = now
        self._clock = AsyncIOScheduler(job_defaults={"misfire_grace_time": None, "coalesce": True})

    def start(self) -> None:
        """Begin to tick; what became due while nobody ticked is due at once."""
        for tick in self._ticks:
            self._clock.add_job(
                self._call,
                "interval",
                seconds=tick.seconds,
                args=[tick],
                id=tick.name,
                next_run_time=datetime.now(UTC),
            )
        self._clock.start()

    def stop(self) -> None:
        """No more ticks."""
        if self._clock.running:
            self._clock.shutdown(wait=False)

    async def tick(self) -> None:
        """Do now all that is due."""
        for one in self._ticks:
            await self._call(one)

    async def _call(self, tick: Tick) -> None:
        try:
            if await self._is_due(tick):
                self._deliver(await self._database.write(lambda connection: self._run(connection, tick)))
        except DatabaseUnusableError as error:
            log.warning("tick put off: %s", error, extra={"action": "tick-put-off", "tick": tick.name})
        except asyncio.CancelledError:
            pass  # stopped meanwhile; APScheduler would call that a failed job
        except Exception:
            log.exception("a tick failed", extra={"action": "tick-failed", "tick": tick.name})

    async def _is_due(self, tick: Tick) -> bool:
        ask = tick.is_due
        return ask is None or await self._database.reading(lambda connection: ask(connection, self._now()))

    def _run(self, connection: Connection, tick: Tick) -> list[OutboxRow]:
        post = Post(connection, self._now(), self._me, pushing=self._pushing)
        tick.act(post)
        post.owe()
        return post.held
