"""A server on loopback that can go down and come up again on the same port."""

from __future__ import annotations

import asyncio
import functools
from abc import ABC, abstractmethod
from collections.abc import Awaitable

from tests.loopback.wire import Line, Reply, Request


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
        if self._listener:
            self._listener.close()
            self._listener = None
        for line in list(self._lines):
            line.transport.abort()
        await asyncio.sleep(0)

    @abstractmethod
    def handle(self, request: Request) -> Reply | Awaitable[Reply | None] | None:
        """Answer one HTTP request; None hangs up."""
