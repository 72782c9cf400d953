"""Ticks. APScheduler is only the clock: it calls acts that read what is due from the rows. DESIGN §6."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Connection

from office.post import Post
from storage.database import Database, DatabaseUnusableError
from storage.outbox import OutboxRow

log = logging.getLogger(__name__)
logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)  # a full second is no news


@dataclass(frozen=True, slots=True)
class Tick:
    """An act that may be called at any time, any number of times, by any number of processes."""

    name: str
    seconds: int
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
        self._rounds = itertools.count()
        self._clock = AsyncIOScheduler(job_defaults={"misfire_grace_time": None, "coalesce": True})

    def start(self) -> None:
        """Begin to tick; what became due while nobody ticked is due at once."""
        self._clock.add_job(self._round, "interval", seconds=1, next_run_time=datetime.now(UTC))
        self._clock.start()

    def stop(self) -> None:
        """No more ticks."""
        if self._clock.running:
            self._clock.shutdown(wait=False)

    async def tick(self) -> None:
        """Do now all that is due."""
        await self._go_through(self._ticks)

    async def _round(self) -> None:
        """A second's ticks."""
        number = next(self._rounds)
        with contextlib.suppress(asyncio.CancelledError):  # APScheduler would call a stop a failed job
            await self._go_through(one for one in self._ticks if number % one.seconds == 0)

    async def _go_through(self, ticks: Iterable[Tick]) -> None:
        """Call those that are due. One reading asks as far as the next of them, so that a quiet second costs
        one, however many ticks it has."""
        left = iter(ticks)
        try:
            while tick := await self._database.reading(lambda connection: self._next_due(connection, left)):
                await self._call(tick)
        except DatabaseUnusableError as error:
            log.warning("ticks put off: %s", error, extra={"action": "tick-put-off"})

    def _next_due(self, connection: Connection, left: Iterator[Tick]) -> Tick | None:
        now = self._now()
        for tick in left:
            try:
                if tick.is_due is None or tick.is_due(connection, now):
                    return tick
            except Exception:
                log.exception("a tick was not asked", extra={"action": "tick-failed", "tick": tick.name})
                return tick  # after a failure this reading may be good for nothing; the act sees for itself
        return None

    async def _call(self, tick: Tick) -> None:
        try:
            self._deliver(await self._database.write(lambda connection: self._run(connection, tick)))
        except DatabaseUnusableError as error:
            log.warning("tick put off: %s", error, extra={"action": "tick-put-off", "tick": tick.name})
        except Exception:
            log.exception("a tick failed", extra={"action": "tick-failed", "tick": tick.name})

    def _run(self, connection: Connection, tick: Tick) -> list[OutboxRow]:
        post = Post(connection, self._now(), self._me, pushing=self._pushing)
        tick.act(post)
        post.owe()
        return post.held
