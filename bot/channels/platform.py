"""What the channels of messaging platforms have in common: listening by polls or by a webhook, and health."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.base import Caps, Health, Inbound, Receipt, Sink
from storage.database import DatabaseUnusableError
from web.asking import body_within

log = logging.getLogger(__name__)

MAX_BODY = 1 << 20
CHECK_SECONDS = 30
"""How often a webhook is looked after."""

POLL_SECONDS = 30
FRESH_CALL_SECONDS = 45
"""How long a poll waits at the platform, and how long for its answer at most."""


class ApiError(Exception):
    """A platform said no: its code, its sentence, how long to wait and where a group has moved to, if it said
    so."""

    def __init__(
        self, code: int, description: str, retry_after: float | None = None, moved_to: int | None = None
    ) -> None:
        """As in the platform's answer."""
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.moved_to = moved_to


def why(error: Exception) -> str:
    """What went wrong with a call, for the operator."""
    if isinstance(error, ApiError):
        return str(error)
    return "no answer in time" if isinstance(error, TimeoutError) else f"network: {error}"


def bot_of(token: str) -> str:
    """The bot's number, which stands before the colon of its token; what has no colon is no name to be shown
    anywhere, so it gets another."""
    number, colon, _ = token.partition(":")
    return number if colon else hashlib.sha256(token.encode()).hexdigest()[:12]


class Platform(ABC):
    """One bot of a platform."""

    name: str
    caps: Caps
    secret_header: str
    """Where the platform puts the webhook's secret."""

    def __init__(self, token: str, mode: str, webhook_url: str | None, webhook_secret: str | None) -> None:
        """Raises ValueError for a webhook without an address or a secret."""
        if mode == "webhook" and not (webhook_url and webhook_secret):
            raise ValueError(f"webhook mode needs {self.name}.webhook_url and {self.name}.webhook_secret")
        self.bot = bot_of(token)
        self.health = Health()
        self._mode = mode
        self._webhook_url = webhook_url
        self._webhook_secret = webhook_secret or ""

    async def receive(self, sink: Sink) -> None:
        """Poll, or keep the webhook set, until cancelled; a blocked network is waited out."""
        wait = 1.0
        while True:
            try:
                await self._introduce()
                self._well()
                wait = 1.0
                await (self._poll(sink) if self._mode == "polling" else self._keep_webhook())
            except (ApiError, OSError, TimeoutError) as error:
                self._unwell(why(error))
                await asyncio.sleep(wait)
                wait = min(wait * 2, 30.0)

    def routes(self, sink: Sink) -> list[BaseRoute]:
        """The webhook, in webhook mode."""
        if self._mode != "webhook":
            return []

        async def webhook(request: Request) -> Response:
            return await self._webhook(request, sink)

        return [Route(f"/{self.name}/{self.bot}", webhook, methods=["POST"])]

    async def _webhook(self, request: Request, sink: Sink) -> Response:
        secret = request.headers.get(self.secret_header, "")
        if not hmac.compare_digest(secret.encode(), self._webhook_secret.encode()):
            return Response(status_code=403)
        body = await body_within(request, MAX_BODY)
        if body is None:
            return Response(status_code=413)
        try:
            raw = json.loads(body)
        except ValueError:
            return Response(status_code=400)
        inbounds = self.parse(raw)
        try:
            receipts = await sink(inbounds)
        except DatabaseUnusableError:
            return Response(status_code=503)
        return JSONResponse(self._acknowledgement(inbounds, receipts))

    def _acknowledgement(self, inbounds: Sequence[Inbound], receipts: Sequence[Receipt]) -> dict[str, Any]:
        """What a webhook is answered."""
        return {}

    @abstractmethod
    def parse(self, raw: dict[str, Any]) -> list[Inbound]:
        """As `Channel.parse`."""

    @abstractmethod
    async def _introduce(self) -> None:
        """Ask who we are, and set the webhook where there is to be one. Raises ApiError, OSError."""

    @abstractmethod
    async def _webhook_url_there(self) -> str:
        """The webhook's address as the platform has it."""

    @abstractmethod
    async def _poll(self, sink: Sink) -> None:
        """Poll until there is trouble."""

    async def _keep_webhook(self) -> None:
        while True:
            await asyncio.sleep(CHECK_SECONDS)
            there = await self._webhook_url_there()
            self._well()
            if there != self._webhook_url:
                return

    def _well(self) -> None:
        now = datetime.now(UTC)
        if not self.health.ok:
            log.info("%s is reachable", self.name, extra={"action": "channel-up", "channel": self.name})
            self.health.since = now
        self.health.ok, self.health.why, self.health.last_contact_at = True, "", now

    def _unwell(self, reason: str) -> None:
        if self.health.ok or self.health.why != reason:
            log.warning("%s: %s", self.name, reason, extra={"action": "channel-down", "channel": self.name})
        self.health.ok, self.health.why = False, reason
