"""The terminal: typed lines in, numbered messages out; for authors and golden talks. DESIGN §5."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

from starlette.routing import BaseRoute

from bot.channels.base import Caps, DeliveryError, Health, Inbound, MediaRef, Outbound, Sent, Sink
from messages import catalogue, say

NAME = "terminal"
CHAT = "me"


class TerminalChannel:
    """One terminal, told from others by `bot`. `write` shows a message; choices are numbered."""

    name = NAME
    caps = Caps(buttons=False, edit=False, files=True, push=False, max_text=16_000)

    def __init__(self, bot: str, write: Callable[[str], object], *, now: Callable[[], datetime]) -> None:
        self.bot = bot
        self.health = Health(ok=True, why="")
        self._write = write
        self._now = now

    def parse(self, raw: dict[str, Any]) -> list[Inbound]:
        """A typed line: {"key", "text"}."""
        key = raw["key"]
        return [Inbound(NAME, self.bot, key, CHAT, "text", self._now(), text=raw["text"], message=key)]

    async def receive(self, sink: Sink) -> None:
        """Lines are handed over by whoever reads them: nothing to listen for."""
        await asyncio.Event().wait()

    def routes(self, sink: Sink) -> list[BaseRoute]:
        """None."""
        return []

    async def send(self, message: Outbound) -> Sent:
        """Show it; what is on the screen stays there, so a change is a new message."""
        self._write(message.text)
        if message.document is not None:
            self._write(message.document.decode())
        if message.file is not None:
            self._write(f"📎 {message.file.shown}")
        if message.picture is not None:
            self._write(catalogue("vi").render(say("chat-picture")))
        return Sent(None)

    async def fetch(self, media: MediaRef) -> bytes:
        """No files come this way."""
        raise DeliveryError("refused", "a terminal has no files")

    async def close(self) -> None:
        """Nothing is held."""
