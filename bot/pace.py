"""Not faster than a platform allows, and what is urgent first."""

from __future__ import annotations

import asyncio
import heapq
import itertools


class Pace:
    """A token bucket that serves lower ranks first: an alert overtakes every waiting broadcast."""

    def __init__(self, per_second: float) -> None:
        """`per_second` sends over all chats; 0 means no limit."""
        self._rate = per_second
        # A tenth of a second's worth may go at once: enough for a burst, never twice the limit.
        self._most = max(1.0, per_second / 10)
        self._tokens = self._most
        self._filled_at = 0.0
        self._queue: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = itertools.count()
        self._pump: asyncio.Task[None] | None = None

    async def turn(self, rank: int) -> None:
        """Wait until one more may be sent."""
        if not self._rate:
            return
        self._fill()
        if self._tokens >= 1 and not self._queue:
            self._tokens -= 1
            return
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._queue, (rank, next(self._order), waiting))
        if self._pump is None or self._pump.done():
            self._pump = asyncio.create_task(self._serve())
        await waiting

    def _fill(self) -> None:
        now = asyncio.get_running_loop().time()
        self._tokens = min(self._most, self._tokens + (now - self._filled_at) * self._rate)
        self._filled_at = now

    async def _serve(self) -> None:
        while self._queue:
            self._fill()
            if self._tokens < 1:
                await asyncio.sleep((1 - self._tokens) / self._rate)
                continue
            _, _, waiting = heapq.heappop(self._queue)
            if not waiting.done():
                self._tokens -= 1
                waiting.set_result(None)


class ChatPace:
    """One chat's share: short bursts, then `per_second`. Telegram asks for about one a second a chat."""

    BURST = 4
    """A card, its two redraws and an alert; longer runs are what platforms punish."""

    def __init__(self, per_second: float, burst: int = BURST) -> None:
        """0 means no limit."""
        self._gap = 1 / per_second if per_second else 0.0
        self._burst = burst
        self._free_at: dict[str, float] = {}

    @classmethod
    def of_minute(cls, most: float) -> ChatPace:
        """Never more than `most` in any minute: a quarter of them may go at once, the others fill the minute
        evenly, so that an alert never waits long. 0 means no limit."""
        burst = max(1, int(most / 4))
        return cls((most - burst) / 60, burst)

    async def turn(self, lane: str) -> None:
        """Wait until this chat may get one more."""
        if not self._gap:
            return
        now = asyncio.get_running_loop().time()
        start = max(self._free_at.get(lane, 0.0), now - self._gap * (self._burst - 1))
        self._free_at[lane] = start + self._gap
        if len(self._free_at) > 10_000:
            self._free_at = {one: at for one, at in self._free_at.items() if at > now}
        if start > now:
            await asyncio.sleep(start - now)
