"""Zalo: polling or webhook in, plain calls of the Zalo Bot API out. The only file that knows Zalo.

Its documents and what others measured differ in places; where they do, both are taken (docs/adr/0015).
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from typing import Any, Literal

import httpx

from bot.channels.base import Caps, DeliveryError, Inbound, MediaRef, Outbound, Sent, Sink
from bot.channels.platform import FRESH_CALL_SECONDS, POLL_SECONDS, ApiError, Platform, why
from bot.download import Download, FetchError, authorities
from storage.database import DatabaseUnusableError

log = logging.getLogger(__name__)

NAME = "zalo"
MAX_TEXT = 2000
"""UTF-16 units of one message (sendMessage; its offsets count so)."""

POLL_GAP = 1.0
"""Seconds between two polls: more often, and the platform answers with an error."""

SPENT_WAIT = 3600
"""Seconds until an answer is tried again that the platform would not take any more this month."""

IDLE = 408
"""What a poll is answered when nobody wrote: no error."""

REMEMBERED = 1000
"""Updates taken lately. A poll may bring the same one again and again; the inbox would know it too, but at
the price of a commit."""


class Api:
    """The Zalo Bot API. A token is part of every address: addresses are never logged."""

    def __init__(self, base_url: str, token: str, proxy: str | None = None) -> None:
        """`base_url` is what stands before /bot<TOKEN>/<method>."""
        self._calls = f"{base_url.removesuffix('/bot')}/bot{token}/"
        self._client = httpx.AsyncClient(
            verify=authorities(), proxy=proxy, timeout=httpx.Timeout(20, connect=10),
            follow_redirects=False, trust_env=False,
        )  # fmt: skip

    async def call(self, method: str, *, seconds: float = 20, **params: Any) -> Any:
        """Call a method; gives its `result`. Raises ApiError, OSError or TimeoutError."""
        limits = httpx.Timeout(seconds, connect=10)
        try:
            answer = await self._client.post(self._calls + method, json=params, timeout=limits)
            told = answer.json()
        except httpx.TimeoutException:
            raise TimeoutError from None
        except (httpx.HTTPError, ValueError) as error:
            # The text of these errors holds the address, and so the token.
            raise OSError(type(error).__name__) from None
        if method == "getUpdates" and answer.status_code == 200 and _stands_alone(told):
            return told
        if not isinstance(told, dict) or told.get("ok") is not True or answer.status_code != 200:
            told = told if isinstance(told, dict) else {}
            code = str(told.get("error_code", answer.status_code))
            raise ApiError(int(code) if code.isdigit() else 500, str(told.get("description", "")))
        return told.get("result")

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()


@asynccontextmanager
async def _alone(name: str) -> AsyncIterator[None]:
    """Where there is one process there is one poller."""
    yield


class ZaloChannel(Platform):
    """One bot."""

    name = NAME
    secret_header = "X-Bot-Api-Secret-Token"

    def __init__(
        self,
        *,
        token: str,
        base_url: str,
        now: Callable[[], datetime],
        mode: str = "polling",
        webhook_url: str | None = None,
        webhook_secret: str | None = None,
        rate: float = 20,
        rate_per_chat: float = 1,
        monthly: int = 0,
        proxy: str | None = None,
        photo_hosts: tuple[str, ...] = (),
        max_file: int = 10 << 20,
        alone: Callable[[str], AbstractAsyncContextManager[None]] = _alone,
    ) -> None:
        """Settings as in config.yaml `zalo:`. In webhook mode a URL and a secret are mandatory. `alone` waits
        until no other process polls under a name: the platform wants one poller a token."""
        super().__init__(token, mode, webhook_url, webhook_secret)
        self.caps = Caps(
            buttons=False,
            edit=False,
            files=False,
            push=True,
            max_text=MAX_TEXT,
            per_second=rate,
            per_chat=rate_per_chat,
            per_month=monthly,
        )
        self._api = Api(base_url, token, proxy)
        self._download = Download(photo_hosts, max_file, proxy=proxy)
        self._now = now
        self._alone = alone
        self._taken: dict[str, None] = {}

    # -- in ------------------------------------------------------------------------------------------

    def parse(self, raw: dict[str, Any]) -> list[Inbound]:
        """What an event says, or several in a list, bare or within {"ok", "result"}; private chats only.
        Anything odd is logged and left out."""
        told = raw.get("result") if isinstance(raw, dict) and "result" in raw else raw
        found = []
        for event in told if isinstance(told, list) else [told]:
            try:
                found += self._read(event)
            except Exception:
                log.exception("an update could not be read", extra={"action": "unparseable"})
        return found

    def _read(self, event: Mapping[str, Any] | None) -> list[Inbound]:
        message = (event or {}).get("message")
        if not message or message["chat"].get("chat_type", "PRIVATE") != "PRIVATE":
            return []
        chat = str(message["chat"]["id"])
        key = str(message.get("message_id") or _digest(message))
        at = _instant(message.get("date")) or self._now()
        photo = message.get("photo_url") or message.get("photo")
        if photo:
            media = MediaRef("photo", {"url": str(photo)})
            return [
                self._inbound(key, chat, at, "media", text=str(message.get("caption") or ""), media=media)
            ]
        if message.get("text"):
            return [self._inbound(key, chat, at, "text", text=str(message["text"]))]
        kind = str((event or {}).get("event_name", "")).removeprefix("message.").partition(".")[0]
        unusable = kind if kind in ("sticker", "voice") else "unseen"
        return [self._inbound(key, chat, at, "unsupported", text=unusable)]

    def _inbound(self, key: str, chat: str, at: datetime, kind: Any, **rest: Any) -> Inbound:
        return Inbound(NAME, self.bot, key, chat, kind, at, message=key, **rest)

    async def _introduce(self) -> None:
        me = await self._api.call("getMe")
        self.health.facts["name"] = me.get("account_name") or me.get("name")
        if self._mode == "webhook":
            await self._api.call("setWebhook", url=self._webhook_url, secret_token=self._webhook_secret)

    async def _webhook_url_there(self) -> str:
        return str((await self._api.call("getWebhookInfo") or {}).get("url"))

    async def _poll(self, sink: Sink) -> None:
        async with self._alone(f"{NAME}:{self.bot}"):
            while True:
                for one in await self._ask():
                    if one.update_key not in self._taken:
                        await self._hand_over(one, sink)
                await asyncio.sleep(POLL_GAP)

    async def _hand_over(self, one: Inbound, sink: Sink) -> None:
        """The platform may never give it again: hold it until it is stored."""
        while True:
            try:
                await sink([one])
            except DatabaseUnusableError:
                await asyncio.sleep(1)
                continue
            except Exception:
                log.exception("an update could not be taken", extra={"action": "not-taken"})
            self._taken[one.update_key] = None
            if len(self._taken) > REMEMBERED:
                del self._taken[next(iter(self._taken))]
            return

    async def _ask(self) -> list[Inbound]:
        # After trouble the first poll is answered at once, so that health says soon that it is over.
        wait = POLL_SECONDS if self.health.ok else 1
        try:
            told = await self._api.call("getUpdates", seconds=FRESH_CALL_SECONDS, timeout=str(wait))
        except ApiError as error:
            if error.code == IDLE:
                self._well()
                return []
            if error.code == 400 and "webhook" in error.description.lower():
                await self._api.call("deleteWebhook")
                return []
            raise
        self._well()
        return self.parse({"result": told}) if told else []

    # -- out -----------------------------------------------------------------------------------------

    async def send(self, message: Outbound) -> Sent:
        """Send words, or the picture that lies at `link` with words below. Raises DeliveryError."""
        try:
            if message.link:
                told = await self._api.call(
                    "sendPhoto", chat_id=message.chat, photo=message.link, caption=message.text
                )
            else:
                told = await self._api.call("sendMessage", chat_id=message.chat, text=message.text)
        except (ApiError, OSError, TimeoutError) as error:
            raise _delivery_error(error) from None
        return Sent(str(told["message_id"]) if isinstance(told, dict) and "message_id" in told else None)

    async def fetch(self, media: MediaRef) -> bytes:
        """The bytes of a picture, from the hosts it may lie at. Raises DeliveryError."""
        try:
            return await self._download.get(media.source["url"])
        except FetchError as error:
            raise DeliveryError("refused" if error.final else "try_later", error.why) from None

    async def close(self) -> None:
        """Let go of connections."""
        await self._api.close()
        await self._download.close()


def _stands_alone(told: object) -> bool:
    """Whether this is an event without {"ok", "result"} around it."""
    message = told.get("message") if isinstance(told, dict) else None
    return isinstance(message, dict) and "chat" in message


def _digest(message: Mapping[str, Any]) -> str:
    """What tells a message without a number from others."""
    return hashlib.sha256(json.dumps(message, sort_keys=True).encode()).hexdigest()[:32]


def _instant(milliseconds: object) -> datetime | None:
    if not isinstance(milliseconds, int | float):
        return None
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def _delivery_error(error: Exception) -> DeliveryError:
    """Which kind it is. The texts are nowhere promised: matched loosely."""
    if not isinstance(error, ApiError):
        return DeliveryError("try_later", why(error))
    text = error.description.lower()
    if "quota" in text:
        return DeliveryError("spent", error.description, SPENT_WAIT)
    if error.code == 429:
        return DeliveryError("try_later", "429", 5)
    if error.code == 403:
        return DeliveryError("unreachable", error.description)
    if error.code in (401, 404):
        return DeliveryError("misconfigured", error.description, 30)
    if error.code >= 500 or error.code == IDLE:
        return DeliveryError("try_later", str(error.code))
    about: Literal["message", "person"] = "person" if "chat" in text or "user" in text else "message"
    return DeliveryError("refused", error.description, about=about)
