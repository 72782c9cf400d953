"""The real product on a real port of this machine, in a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uvicorn
from itsdangerous import Signer
from sqlalchemy import Connection

from bot.app import WEB_KEY, App
from bot.channels.web import YEAR
from bot.clock import Clock, MovableClock, system_clock
from bot.settings import Settings
from office import invites
from storage import meta, people, sessions
from storage.database import Database
from storage.reports import all_reports
from tests.house import found_unit, plant, settings_for


@dataclass
class Served:
    """A running installation: its address and what tests ask of it."""

    url: str
    database: Database
    unit_id: int
    folder: Path

    def code(self, role: str = "collaborator") -> str:
        """A fresh invite code."""
        now = datetime.now(UTC)
        return self.database.write_now(
            lambda c: invites.invite(c, unit_id=self.unit_id, role=role, now=now)
        ).code

    def cookie(self) -> str:
        """What the browser of a collaborator who joined before keeps."""
        lane, now = f"web:main:{secrets.token_hex(8)}", datetime.now(UTC)

        def work(connection: Connection) -> str:
            id = people.add_person(
                connection, unit_id=self.unit_id, label="", lang="vi", reminders=False, now=now
            )
            people.add_membership(
                connection, person_id=id, unit_id=self.unit_id, role="collaborator", label=None
            )
            chat = lane.rpartition(":")[2]
            people.add_address(
                connection, person_id=id, lane=lane, channel="web", bot="main", chat=chat, now=now
            )
            sessions.open_session(
                connection, lane=lane, seat="chat", lang="vi", now=now, expires_at=now + YEAR
            )
            return meta.get(connection, WEB_KEY) or ""

        return Signer(self.database.write_now(work), salt="web-session").sign(lane).decode()

    def reports(self) -> list[dict[str, Any]]:
        """Every report, as the export gives them."""
        return self.database.read(lambda c: list(all_reports(c)))

    def filed(self, words: str) -> int:
        """How many reports say these words."""
        return sum(words in report["said"] for report in self.reports())


@contextlib.contextmanager
def office(url: str, folder: Path) -> Iterator[Served]:
    """A real unit that people enter with a code, on the migrated database `url`."""
    database = Database(url)
    try:
        unit_id = database.write_now(found_unit)
        settings = settings_for(url, folder, None)
        with _serving(App(settings, database, system_clock)) as address:
            yield Served(address, database, unit_id, folder)
    finally:
        database.close()


@contextlib.contextmanager
def sample(url: str, folder: Path, now: Clock = system_clock) -> Iterator[Served]:
    """The sample unit with its two panes, as the first `make run` shows it at the instant of `now`."""
    database = Database(url)
    try:
        settings = settings_for(url, folder, None)
        clock = MovableClock(now)
        plant(database, settings, clock())
        with _serving(App(_without_phone(settings), database, clock, sample=True)) as address:
            yield Served(address, database, 0, folder)
    finally:
        database.close()


def _without_phone(settings: Settings) -> Settings:
    """The sample unit has a duty phone of its own."""
    return settings.model_copy(update={"alerts": settings.alerts.model_copy(update={"phone": None})})


@contextlib.contextmanager
def _serving(app: App) -> Iterator[str]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        config = uvicorn.Config(
            app.asgi, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=lambda: asyncio.run(_serve(app, server, listener)), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)
    assert not thread.is_alive(), "the product did not stop"


async def _serve(app: App, server: uvicorn.Server, listener: socket.socket) -> None:
    async with app.running():
        await server.serve(sockets=[listener])
