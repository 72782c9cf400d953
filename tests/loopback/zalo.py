"""A strict Zalo Bot API server on loopback, with people to talk to the bot.

    async with ZaloServer() as server:
        lan = server.person(1)
        await lan.say("ABCDEFGHIJ")
        card = await lan.expects("CHƯA GỬI")
        await lan.tap("Bức xúc")

What is known of the platform differs from source to source; `delivers` and `envelope` choose between the
readings: an update may be gone with the poll that brought it ("once") or come back on every poll ("again"),
and an event may stand alone ("bare") or within {"ok", "result"} ("whole").
"""

from __future__ import annotations

import asyncio
import inspect
import itertools
import json
import re
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from tests.loopback.checks import RefusedError, utf16
from tests.loopback.faults import Fault, Faults
from tests.loopback.machine import Machine
from tests.loopback.person import BLOCKED, Person
from tests.loopback.telegram import Called
from tests.loopback.updates import Update
from tests.loopback.webhook import Webhook
from tests.loopback.wire import HANG_UP, Reply, Request
from tests.loopback.world import Chat, Message

TOKEN = "145923224145476:zalo-token-for-tests_0123456789"
TEXT_MAX = 2000
HEADER = "X-Bot-Api-Secret-Token"
IDLE = RefusedError(408, "Request timeout")
KNOWN = {
    "getMe": set(),
    "getUpdates": {"timeout"},
    "setWebhook": {"url", "secret_token"},
    "deleteWebhook": set(),
    "getWebhookInfo": set(),
    "sendMessage": {"chat_id", "text"},
    "sendPhoto": {"chat_id", "photo", "caption"},
}
"""Methods used here and what each takes; anything else is refused."""


def bad(description: str) -> RefusedError:
    """A 400."""
    return RefusedError(400, description)


class ZaloPerson(Person):
    """Somebody with Zalo on the phone: no buttons, so whoever taps types what stands before the label."""

    server: ZaloServer  # type: ignore[assignment]

    def __init__(self, server: ZaloServer, number: int) -> None:
        super().__init__(server, number, "Lan")  # type: ignore[arg-type]
        self.chat_id = f"e4ea2cd5189df{number:07x}"

    async def say(self, text: str, chat: Chat | None = None) -> Message:
        """Type a text."""
        return self._event("text", text, {"text": text})

    async def start(self, code: str = "") -> Message:
        """There are no deep links: the code is typed."""
        return await self.say(code or "/start")

    async def send_photo(self, content: bytes, caption: str = "", album: str = "") -> Message:
        """Send a picture; albums come as single pictures."""
        where = self.server.keep(content)
        more = {"caption": caption} if caption else {}
        key = next(self.server.photo_keys)
        return self._event("image", caption, {key: where, **more})

    async def sticker(self) -> Message:
        """Send a sticker."""
        return self._event("sticker", "", {"sticker": "0e078a2fb66a5f34067b"})

    async def voice(self) -> Message:
        """Send a voice message."""
        return self._event("voice", "", {"voice_url": self.server.keep(b"aac")})

    async def unsupported(self) -> Message:
        """Send what the platform tells no bot of: a file, a video, a link alone."""
        return self._event("unsupported", "", {})

    async def tap(self, button: str, message: Message | None = None) -> Message:
        """Type the number or letter that stands before this label in the newest message, else the label."""
        shown = (message or self.last).text
        label = re.escape(button.removeprefix("✅ "))
        mark = re.search(rf"(?:^|· )(\w{{1,2}})\. (?:● )?[^·\n]*{label}", shown, re.MULTILINE)
        return await self.say(mark[1] if mark else _words(button))

    def was_told(self, text: str, buttons: dict[str, str]) -> None:
        """They wrote to the bot long ago."""
        self.server.known.add(self.chat_id)

    async def block(self) -> None:
        """Block the bot; nobody tells it."""
        self.chat.closed = BLOCKED

    async def unblock(self) -> None:
        """Let the bot write again."""
        self.chat.closed = ""

    def key_of(self, message: Message) -> str:
        """What the platform calls an own message."""
        return f"{self.id:x}f6366b3f{message.message_id:08x}"

    def _event(self, kind: str, shown: str, content: dict[str, Any]) -> Message:
        message = self.chat.add(shown, self.user)
        self._since = next(self.chat.ticks)
        told = {
            "from": {"id": self.chat_id, "display_name": "Lan", "is_bot": False},
            "chat": {"id": self.chat_id, "chat_type": "PRIVATE"},
            "message_id": self.key_of(message),
            "date": int(time.time() * 1000),
            **content,
        }
        self.server.happened({"event_name": f"message.{kind}.received", "message": told}, self)
        return message


def _words(label: str) -> str:
    """A label as a person types it: without the sign before it."""
    return re.sub(r"^[^\w]+", "", label)


class ZaloServer(Machine):
    """One bot's Zalo. `gap_s` is how soon a poll may follow another; `monthly` what the bot may send."""

    def __init__(
        self,
        token: str = TOKEN,
        port: int = 0,
        *,
        delivers: str = "once",
        envelope: str = "whole",
        gap_s: float = 1.0,
        monthly: int | None = None,
    ) -> None:
        super().__init__(port)
        self.token, self.delivers, self.envelope = token, delivers, envelope
        self.gap_s, self.monthly = gap_s, monthly
        self.faults = Faults()
        self.people: dict[int, ZaloPerson] = {}
        self.known: set[str] = set()
        self.calls: list[Called] = []
        self.proxies: list[str] = []
        self.webhook: Webhook | None = None
        self.twice = False
        self.pending: deque[Update] = deque()
        self.given: deque[Update] = deque(maxlen=1000)
        self.photo_keys = itertools.cycle(["photo_url", "photo"])
        self._ids = itertools.count(1)
        self._photos: dict[str, bytes] = {}
        self._polled_at = self._asked_at = self._brought_at = 0.0
        self._poll: asyncio.Future[None] | None = None

    # the machine

    async def __aenter__(self) -> ZaloServer:
        await self.up()
        return self

    async def __aexit__(self, *exc: object) -> None:
        if self.webhook:
            await self.webhook.close()
        await self.down()

    @property
    def base_url(self) -> str:
        """What stands before /bot<TOKEN>."""
        return f"http://127.0.0.1:{self.port}"

    # the world

    def person(self, number: int, *_: object) -> ZaloPerson:
        """Somebody; the same one if asked again."""
        if number not in self.people:
            self.people[number] = ZaloPerson(self, number)
        return self.people[number]

    def keep(self, content: bytes) -> str:
        """Where a picture can be fetched."""
        name = f"{next(self._ids)}.jpg"
        self._photos[name] = content
        return f"{self.base_url}/photo/{name}"

    def happened(self, event: dict[str, Any], who: ZaloPerson) -> None:
        """Somebody did something."""
        self.known.add(event["message"]["chat"]["id"])
        body = {"ok": True, "result": event} if self.envelope == "whole" else event
        update = Update(next(self._ids), who.id, json.dumps(body, ensure_ascii=False).encode())
        self.pending.append(update)
        if self.webhook:
            self.webhook.push(update)
        elif self._poll and not self._poll.done():
            self._poll.set_result(None)

    def done(self, update_id: int) -> None:
        """The webhook took this one."""
        self.pending = deque(one for one in self.pending if one.update_id != update_id)

    @property
    def is_quiet(self) -> bool:
        """Whether the bot has got everything: after a poll that brought something it has come again."""
        return not self.pending and (self.webhook is not None or self._asked_at > self._brought_at)

    def sent(self, person: ZaloPerson | None = None) -> list[Called]:
        """The messages that went out, to this person if one is named."""
        return [
            call
            for call in self.calls
            if call.ok
            and call.method in ("sendMessage", "sendPhoto")
            and (person is None or call.given["chat_id"] == person.chat_id)
        ]

    # calls

    def handle(self, request: Request) -> Reply | Awaitable[Reply | None] | None:
        """Answer one HTTP request; None hangs up."""
        if request.path.startswith("/photo/"):
            return self._photo(request.path.removeprefix("/photo/"))
        match = re.fullmatch(r"/bot([^/]+)/(\w+)", request.path)
        if not match or match[1] != self.token:
            return _refuse(RefusedError(401, "Unauthorized") if match else RefusedError(404, "Not Found"))
        try:
            given = request.fields()
        except ValueError:
            return _refuse(bad("Invalid body"))
        called = Called(match[2], time.monotonic(), given)
        self.calls.append(called)
        fault = self.faults.take(match[2].lower(), None)
        if fault and not fault.does:
            return HANG_UP if fault.cut else fault.reply
        try:
            result = self._do(called)
        except RefusedError as no:
            return _refuse(no)
        if inspect.isawaitable(result):
            return self._finish(result, called, fault)
        called.ok = True
        return self._spoil(_granted(result), fault)

    async def _finish(self, outcome: Awaitable[Any], called: Called, fault: Fault | None) -> Reply | None:
        try:
            result = await outcome
        except RefusedError as no:
            return _refuse(no)
        called.ok = True
        return self._spoil(result if isinstance(result, Reply) else _granted(result), fault)

    def _spoil(self, reply: Reply, fault: Fault | None) -> Reply | None:
        reply.wait_s = self.faults.delay_s + (fault.wait_s if fault else 0.0)
        return HANG_UP if fault and fault.cut else reply

    def _do(self, called: Called) -> Any:
        if called.method not in KNOWN:
            raise RefusedError(404, "Method not found")
        if unknown := set(called.given) - KNOWN[called.method]:
            raise bad(f"Unknown parameter {sorted(unknown)[0]}")
        do: Callable[..., Any] = getattr(self, f"_{called.method}")
        return do(**called.given)

    def _getMe(self) -> dict[str, Any]:
        bot = self.token.partition(":")[0]
        return {"id": bot, "account_name": "bot.BaoNhanh", "account_type": "BASIC", "can_join_groups": False}

    async def _getUpdates(self, timeout: str = "30") -> Reply:  # noqa: ASYNC109  its parameter
        self._asked_at = time.monotonic()
        if not isinstance(timeout, str) or not timeout.isdigit():
            raise bad("timeout must be a string of digits")
        if self.webhook:
            raise bad("getUpdates cannot be used while a webhook is set")
        if self._poll and not self._poll.done():
            raise RefusedError(409, "Another poll with this token is waiting")
        if time.monotonic() - self._polled_at < self.gap_s:
            raise RefusedError(429, "Too many requests")
        if not self.pending and not (self.delivers == "again" and self.given):
            self._poll = asyncio.get_running_loop().create_future()
            try:
                await asyncio.wait([self._poll], timeout=int(timeout))
            finally:  # also where the line was cut
                self._poll = None
        self._polled_at = time.monotonic()
        return Reply(200, self._next())

    def _next(self) -> bytes:
        """The oldest update nobody has got; else, where they come back, one that was given before."""
        if self.pending:
            update = self.pending.popleft()
            self._brought_at = time.monotonic()
            self.given.append(update)
        elif self.delivers == "again" and self.given:
            update = self.given[-1]  # the newest first, then the others, and round again
            self.given.rotate()
        else:
            raise IDLE
        return update.body

    async def _setWebhook(self, url: str, secret_token: str) -> dict[str, Any]:
        if not url.startswith("https://") or not self.proxies:
            raise bad("url must be a public HTTPS address")
        if not 8 <= len(secret_token) <= 256:
            raise bad("secret_token must have 8 to 256 characters")
        if self.webhook:
            await self.webhook.close()
        places = [f"{proxy}{urlsplit(url).path}" for proxy in self.proxies]
        self.webhook = Webhook(url, places, secret_token, 10, self, lambda *_: None, HEADER)
        for update in list(self.pending):
            self.webhook.push(update)
        return self._getWebhookInfo()

    async def _deleteWebhook(self) -> dict[str, Any]:
        if self.webhook:
            await self.webhook.close()
            self.webhook = None
        return self._getWebhookInfo()

    def _getWebhookInfo(self) -> dict[str, Any]:
        return {"url": self.webhook.url if self.webhook else "", "updated_at": int(time.time() * 1000)}

    def _sendMessage(self, chat_id: str, text: str) -> dict[str, Any]:
        return self._put(chat_id, text)

    def _sendPhoto(self, chat_id: str, photo: str, caption: str = "") -> dict[str, Any]:
        if not photo.startswith("https://"):
            raise bad("photo must be a public address")
        return self._put(chat_id, caption or photo)

    def _put(self, chat_id: str, text: str) -> dict[str, Any]:
        if not isinstance(chat_id, str) or chat_id not in self.known:
            raise bad("chat_id is not a user who has written to the bot")
        if not isinstance(text, str) or not 1 <= utf16(text) <= TEXT_MAX or not text.strip():
            raise bad("text must have 1 to 2000 characters")
        if self.monthly is not None and len(self.sent()) >= self.monthly:
            raise RefusedError(429, "Monthly message quota exceeded")
        person = next((one for one in self.people.values() if one.chat_id == chat_id), None)
        if person is not None and person.chat.closed == BLOCKED:
            raise RefusedError(403, "The user has blocked the bot")
        number = next(self._ids)
        if person is not None:
            person.chat.add(text, {"id": 0}, by_bot=True)
        return {"message_id": f"82599fa32f56d{number:07x}", "date": int(time.time() * 1000)}

    def _photo(self, name: str) -> Reply:
        fault = self.faults.take("photo", None)
        if fault and fault.reply:
            return fault.reply
        content = self._photos.get(name)
        return Reply(404, b"") if content is None else Reply(200, content, "image/jpeg")


def _granted(result: Any) -> Reply:
    return Reply(200, json.dumps({"ok": True, "result": result}).encode())


def _refuse(no: RefusedError) -> Reply:
    """Errors come with a 200: HTTP alone says nothing."""
    return Reply(200, no.body())
