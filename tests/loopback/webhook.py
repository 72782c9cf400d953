"""Updates posted to the bot: in order within a chat, side by side across chats, again until a 200."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, Protocol

import aiohttp

from tests.loopback.checks import RefusedError
from tests.loopback.updates import Update

FIRST_WAIT_S, LONGEST_WAIT_S, ANSWER_WITHIN_S = 0.05, 2.0, 60.0
"""Waits are shorter than Telegram's, whose retries would make every test wait a minute."""


class Queue(Protocol):
    """What is still to be delivered. `twice`: every update is."""

    twice: bool

    def done(self, update_id: int) -> None:
        """This one was taken."""
        ...


class Webhook:
    """Delivers `updates` for `url` to `addresses` in turn; what an answer orders goes to `execute`."""

    def __init__(
        self,
        url: str,
        addresses: Sequence[str],
        secret: str,
        connections: int,
        updates: Queue,
        execute: Callable[[str, dict[str, Any]], Any],
        header: str = "X-Telegram-Bot-Api-Secret-Token",
    ) -> None:
        self.url, self.secret, self.connections = url, secret, connections
        self._addresses = itertools.cycle(addresses)
        self.updates, self.execute, self.header = updates, execute, header
        self.deliveries: list[tuple[int, int, float]] = []
        self.last_error: tuple[int, str] | None = None
        self._slots = asyncio.Semaphore(connections)
        self._lanes: dict[int, deque[Update]] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._client = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0), timeout=aiohttp.ClientTimeout(ANSWER_WITHIN_S)
        )

    def push(self, update: Update) -> None:
        """Queue one update behind those of its chat."""
        if update.lane in self._lanes:
            self._lanes[update.lane].append(update)
            return
        self._lanes[update.lane] = deque([update])
        task = asyncio.create_task(self._run(update.lane))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def close(self) -> None:
        """Deliver nothing any more."""
        for task in list(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        await self._client.close()

    def info(self) -> dict[str, Any]:
        """WebhookInfo."""
        told: dict[str, Any] = {"max_connections": self.connections}
        if self.last_error:
            told["last_error_date"], told["last_error_message"] = self.last_error
        return told

    async def _run(self, lane: int) -> None:
        queue = self._lanes[lane]
        while queue:
            await self._deliver(queue[0])
            if self.updates.twice:
                await self._deliver(queue[0])
            self.updates.done(queue.popleft().update_id)
        del self._lanes[lane]

    async def _deliver(self, update: Update) -> None:
        wait_s = FIRST_WAIT_S
        while not await self._post(update):
            await asyncio.sleep(wait_s)
            wait_s = min(wait_s * 2, LONGEST_WAIT_S)

    async def _post(self, update: Update) -> bool:
        """Deliver once; whether it was taken."""
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers[self.header] = self.secret
        async with self._slots:
            try:
                async with self._client.post(
                    next(self._addresses), data=update.body, headers=headers
                ) as answer:
                    body, status = await answer.read(), answer.status
            except (aiohttp.ClientError, TimeoutError, OSError) as lost:
                self._failed(update, 0, f"Connection failed: {type(lost).__name__}")
                return False
        if not 200 <= status < 300:
            self._failed(update, status, f"Wrong response from the webhook: {status}")
            return False
        self.deliveries.append((update.update_id, status, time.monotonic()))
        self._obey(body)
        return True

    def _failed(self, update: Update, status: int, why: str) -> None:
        self.deliveries.append((update.update_id, status, time.monotonic()))
        self.last_error = (int(time.time()), why)

    def _obey(self, body: bytes) -> None:
        """Do what an answer orders; like Telegram, tell nobody how it went."""
        try:
            order = json.loads(body)
        except ValueError:
            return
        if isinstance(order, dict) and "method" in order:
            try:
                self.execute(order.pop("method"), order)
            except RefusedError:
                return
