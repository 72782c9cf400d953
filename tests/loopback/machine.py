"""A server on loopback that can go down and come up again on the same port."""

from __future__ import annotations

import asyncio
import functools
from abc import ABC, abstractmethod
from collections.abc import Awaitable

from tests.loopback.wire import Line, Reply, Request

READY_AFTER = 4
"""Turns of the event loop in which whatever was accepted becomes a line."""


class Machine(ABC):
    """Answers HTTP by `handle`."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._lines: set[Line] = set()
        self._listener: asyncio.Server | None = None

    async def up(self) -> None:
        """Listen (again, on the same port)."""
        loop = asyncio.get_running_loop()
        self._listener = await loop.create_server(
            functools.partial(Line, self.handle, self._lines), "127.0.0.1", self.port
        )
        self.port = self._listener.sockets[0].getsockname()[1]

    async def down(self) -> None:
        """Cut every line and refuse new ones; what happened and what people do is kept."""
        listener, self._listener = self._listener, None
        if listener:
            loop = asyncio.get_running_loop()
            for listening in listener.sockets:
                loop.remove_reader(listening)
            # A line accepted just now is neither served nor cut if the listener closes before it is ready.
            for _ in range(READY_AFTER):
                await asyncio.sleep(0)
            listener.close()
        for line in list(self._lines):
            line.transport.abort()
        await asyncio.sleep(0)

    @abstractmethod
    def handle(self, request: Request) -> Reply | Awaitable[Reply | None] | None:
        """Answer one HTTP request; None hangs up."""
