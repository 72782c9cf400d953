"""The pages and webhooks of a test house, really listening."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import uvicorn

from tests.house import House


@contextlib.asynccontextmanager
async def serving(home: House, door: socket.socket) -> AsyncIterator[None]:
    """The pages and webhooks of the house, really listening."""
    server = uvicorn.Server(
        uvicorn.Config(home.app.asgi, log_config=None, lifespan="off", timeout_graceful_shutdown=1)
    )
    server.capture_signals = contextlib.nullcontext  # type: ignore[method-assign]  # those are pytest's
    task = asyncio.create_task(server.serve(sockets=[door]))
    try:
        yield
    finally:
        server.should_exit = True
        await task


def listener() -> socket.socket:
    """A port of its own, open already."""
    door = socket.socket()
    door.bind(("127.0.0.1", 0))
    door.listen()
    return door
