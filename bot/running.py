"""`baonhanh run`: open the database, take the port, serve until told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import socket
import sys

import uvicorn

from bot.app import App, only_process, web_key
from bot.clock import Clock, MovableClock
from bot.plans import desk_rules_of, plan_of, reminding_of
from bot.settings import Settings
from messages import Say, say
from storage import directory
from storage.database import Database
from storage.migrate import is_current, upgrade


class CannotRunError(Exception):
    """Why the process cannot start; `sentence` is for the terminal."""

    def __init__(self, sentence: Say) -> None:
        """One line."""
        super().__init__(sentence.id)
        self.sentence = sentence


def is_sample(settings: Settings) -> bool:
    """The sample unit answers until there is a real unit or a token (DESIGN §8)."""
    if settings.telegram.token or settings.zalo.token:
        return False
    if not settings.database.url.startswith("sqlite"):
        return False
    if not is_current(settings.database.url):
        return True
    database = Database(settings.database.url, checkpoints=False)
    try:
        return not database.read(directory.all_units)
    finally:
        database.close()


SWITCH_SECONDS = 0.0005
"""How soon the writing thread lets the event loop in. At Python's 5 ms every send of a busy loop, which gives
the interpreter away for its system call, waits that long to get it back."""

GARBAGE_AFTER = 20_000
"""Objects made before cycles are looked for. A batch of turns makes tens of thousands, hardly any in cycles;
at Python's 700 the search takes a sixteenth of a busy process's time."""


def run(settings: Settings, clock: Clock) -> None:
    """Serve until a signal. Raises CannotRunError before anything has begun, DatabaseUnusableError."""
    sys.setswitchinterval(SWITCH_SECONDS)
    sample = is_sample(settings)
    url = settings.sample_url if sample else settings.database.url
    with contextlib.ExitStack() as stack:
        if url.startswith("sqlite"):
            try:
                stack.enter_context(only_process(settings.data.folder))
            except BlockingIOError:
                raise CannotRunError(say("run-running", folder=str(settings.data.folder))) from None
        host = "127.0.0.1" if sample else settings.web.host
        listener = stack.enter_context(_listen(host, settings.web.port))
        upgrade(url)
        database = Database(url)
        stack.callback(database.close)
        if sample:
            clock = _plant(database, settings, clock)
        app = App(settings, database, clock, sample=sample)
        gc.freeze()  # what was loaded stays; looking through it again and again costs every turn
        gc.set_threshold(GARBAGE_AFTER)
        gc.enable()
        address = settings.web.public_url or f"http://{host}:{listener.getsockname()[1]}"
        asyncio.run(_serve(app, listener, address))


def _plant(database: Database, settings: Settings, clock: Clock) -> MovableClock:
    """See to the sample unit; gives its clock, which goes on from where a visitor moved it."""
    from office.sample import ahead, plant_sample

    moved = MovableClock(clock, database.read(ahead))
    plan = plan_of(settings, moved())
    rules = desk_rules_of(settings, reminding_of(settings, frozenset()), database.write_now(web_key))
    database.write_now(lambda connection: plant_sample(connection, plan, rules, moved()))
    return moved


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise CannotRunError(say("run-port", host=host, port=str(port), why=error.strerror or "")) from None
    listener.listen(1024)
    return listener


class _Server(uvicorn.Server):
    """A server that lets open streams end as soon as it is told to stop, not after waiting for them."""

    def __init__(self, config: uvicorn.Config, app: App) -> None:
        super().__init__(config)
        self._app = app

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams of open pages, then close the connections."""
        await self._app.end_streams()
        await super().shutdown(sockets)


async def _serve(app: App, listener: socket.socket, address: str) -> None:
    config = uvicorn.Config(
        app.asgi,
        log_config=None,
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=3,
        server_header=False,
    )
    server = _Server(config, app)
    async with app.running():
        print(address, flush=True)  # noqa: T201  the one thing a person at the terminal waits for
        await server.serve(sockets=[listener])
