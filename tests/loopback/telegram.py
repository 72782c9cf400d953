"""A strict, fast Bot API server on loopback, with people to talk to the bot.

In a test:

    async with TelegramServer() as server:
        bot = Bot(server.token, base_url=server.base_url, base_file_url=server.base_file_url)
        lan = server.person(1001, first_name="Lan")
        await lan.start("ABCDEFGHIJ")
        card = await lan.expects("CHƯA GỬI")
        await lan.tap("Gửi")

In a process of its own: `python -m tests.loopback.telegram --port 8081 --token 1:AAA`, with people moved by
`POST /control/people/1001/say {"text": "xin chào"}` and looked at by `GET /control/people/1001/screen`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import inspect
import itertools
import json
import re
import time
from collections import Counter
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tests.loopback.checks import RefusedError, bad
from tests.loopback.faults import Fault, Faults
from tests.loopback.group import Group
from tests.loopback.machine import Machine
from tests.loopback.methods import METHODS, Parameters
from tests.loopback.pace import Limits
from tests.loopback.person import Person
from tests.loopback.updates import Updates
from tests.loopback.webhook import Webhook
from tests.loopback.wire import HANG_UP, Reply, Request, Upload, host_of
from tests.loopback.world import Chat, StoredFile

TOKEN = "7000000001:AAHloopback-token-for-tests_0123456789"
encode = json.JSONEncoder(separators=(",", ":")).encode
TAP_LIVES_S = 60.0
WEBHOOK_PORTS = {None, 80, 88, 443, 8443}
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@dataclass(slots=True)
class Called:
    """One call of a method: what, when (monotonic seconds), with what, and whether it was done."""

    method: str
    at: float
    given: dict[str, Any]
    by: str = "request"
    ok: bool = False


class TelegramServer(Machine):
    """One bot's Telegram. `limits=None` switches the pace limits off, as the bench does.

    `proxies` (http://127.0.0.1:PORT) take turns in getting the updates for any https webhook, path kept.
    """

    def __init__(
        self, token: str = TOKEN, port: int = 0, limits: Limits | None = None, username: str = "bao_nhanh_bot"
    ) -> None:
        super().__init__(port)
        self.token, self.limits = token, limits
        bot_id = int(token.split(":")[0])
        self.me = {"id": bot_id, "is_bot": True, "first_name": "Báo Nhanh", "username": username}
        self.updates, self.faults = Updates(), Faults()
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.calls: list[Called] = []
        self.webhook: Webhook | None = None
        self.proxies: list[str] = []
        self._taps: dict[str, tuple[Person, float]] = {}
        self._tap_ids = itertools.count(4_000_000_000_000_000_001)
        self._file_ids = itertools.count(1)

    # the machine

    async def __aenter__(self) -> TelegramServer:
        await self.up()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.set_webhook("", "", 40, False)
        await self.down()

    @property
    def base_url(self) -> str:
        """As python-telegram-bot wants it: the token follows."""
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        """Where files are fetched; the token follows."""
        return f"http://127.0.0.1:{self.port}/file/bot"

    def count(self, method: str = "", by: str = "request") -> int:
        """How often a method was called (all if none is named): by "request" or in a "webhook" answer."""
        return sum(called.by == by and method in ("", called.method) for called in self.calls)

    def counts(self) -> Counter[str]:
        """Requests by method."""
        return Counter(called.method for called in self.calls if called.by == "request")

    # the world

    def person(self, user_id: int, first_name: str = "Lan", **about: Any) -> Person:
        """Somebody with this user id; the same one if asked again."""
        if user_id not in self.people:
            about.setdefault("language_code", "vi")
            self.people[user_id] = Person(self, user_id, first_name, **about)
        return self.people[user_id]

    def group(self, chat_id: int, title: str = "Tổ dân phố 5", *, forum: bool = False) -> Group:
        """A group with this id; the same one if asked again."""
        chat = self.chats.setdefault(chat_id, Group(self, chat_id, title, forum=forum))
        assert isinstance(chat, Group)
        return chat

    def keep(self, content: bytes, type: str, name: str = "file.bin") -> StoredFile:
        """Store a file under a new id."""
        file = StoredFile(f"BQACAgUAAxk{next(self._file_ids):08d}", name, type, content)
        self.files[file.file_id] = file
        return file

    def file(self, sent: Upload | str) -> StoredFile:
        """The file of an upload or of a known id."""
        return self.files[sent] if isinstance(sent, str) else self.keep(sent.content, sent.type, sent.name)

    def new_tap(self, person: Person) -> str:
        """The id of a callback query, to be answered once and soon."""
        tap_id = str(next(self._tap_ids))
        self._taps[tap_id] = (person, time.monotonic())
        return tap_id

    def answer_tap(self, tap_id: str, toast: str, *, alert: bool) -> None:
        """Stop the spinner of a button; raises 400 if it was answered, is too old or never was."""
        person, at = self._taps.pop(tap_id, (None, 0.0))
        if person is None or time.monotonic() - at > TAP_LIVES_S:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if toast:
            (person.alerts if alert else person.toasts).append(toast)

    def spinning(self, person: Person) -> int:
        """How many taps of this person nobody answered yet."""
        return sum(who is person for who, _ in self._taps.values())

    def pass_one(self, chat: Chat) -> None:
        """Count a message against the limits."""
        if self.limits:
            self.limits.pass_one(chat.id)

    async def set_webhook(self, url: str, secret: str, connections: int, drop: bool) -> None:
        """Post updates to `url` from now on; none: keep them for polling."""
        addresses = self._behind_proxies(url) if url else []
        if secret and not re.fullmatch("[A-Za-z0-9_-]{1,256}", secret):
            raise bad("secret token contains unallowed characters")
        if not 1 <= connections <= 100:
            raise bad("max_connections must be between 1 and 100")
        if self.webhook:
            await self.webhook.close()
        if drop:
            self.updates.pending.clear()
        self.webhook = None
        if url:
            self.webhook = Webhook(url, addresses, secret, connections, self.updates, self._ordered)
        self.updates.pusher = self.webhook
        if self.webhook:
            self.updates.interrupt("Conflict: terminated by setWebhook request")
            for update in list(self.updates.pending.values()):
                self.webhook.push(update)

    def _behind_proxies(self, url: str) -> list[str]:
        """Where a webhook really listens: an https one behind `self.proxies`, which end TLS."""
        parts = urlsplit(url)
        if parts.scheme == "http" and host_of(url) in LOOPBACK:
            return [url]
        if parts.scheme != "https":
            raise bad("bad webhook: an HTTPS URL must be provided for webhook")
        if parts.port not in WEBHOOK_PORTS:
            raise bad("bad webhook: webhook can be set up only on ports 80, 88, 443 or 8443")
        if not self.proxies:
            raise bad("bad webhook: failed to resolve host: no proxy was given to this server")
        return [f"{proxy}{parts.path}" for proxy in self.proxies]

    # calls

    def handle(self, request: Request) -> Reply | Awaitable[Reply | None] | None:
        """Answer one HTTP request; None hangs up."""
        if request.path.startswith("/bot"):
            token, _, name = request.path[4:].partition("/")
            return self._call(token, name, request)
        if request.path.startswith("/file/bot"):
            return self._download(request.path[9:])
        if request.path.startswith("/control/people/"):
            return self._control(request)
        return _refuse(RefusedError(404, "Not Found"))

    def _call(self, token: str, name: str, request: Request) -> Reply | Awaitable[Reply | None] | None:
        if token != self.token:
            known = re.fullmatch(r"\d+:[\w-]{10,}", token)
            return _refuse(RefusedError(401, "Unauthorized") if known else RefusedError(404, "Not Found"))
        try:
            given = Parameters(request.fields())
        except ValueError as broken:
            return _refuse(bad(f"can't parse the request: {broken}"))
        called = Called(
            METHODS[name.lower()].name if name.lower() in METHODS else name, time.monotonic(), given
        )
        self.calls.append(called)
        fault = self.faults.take(name.lower(), _chat_id(given)) if self.faults.planned else None
        if fault and not fault.does:
            return HANG_UP if fault.cut else fault.reply
        outcome = self._do(name, given, called)
        if inspect.isawaitable(outcome):
            return self._finish(outcome, called, fault)
        return self._spoil(outcome, fault)

    def _do(self, name: str, given: Parameters, called: Called) -> Reply | Awaitable[Any]:
        try:
            result = self._run(name, given)
        except RefusedError as no:
            return _refuse(no)
        if inspect.isawaitable(result):
            return result
        called.ok = True
        return _granted(result)

    def _run(self, name: str, given: Parameters) -> Any:
        method = METHODS.get(name.lower())
        if method is None:
            raise RefusedError(404, f"Not Found: method {name} not found")
        method.check(given)
        return method.do(self, given)

    async def _finish(self, outcome: Awaitable[Any], called: Called, fault: Fault | None) -> Reply | None:
        try:
            result = await outcome
        except RefusedError as no:
            return _refuse(no)
        called.ok = True
        return self._spoil(_granted(result), fault)

    def _spoil(self, reply: Reply, fault: Fault | None) -> Reply | None:
        reply.wait_s = self.faults.delay_s + (fault.wait_s if fault else 0.0)
        return HANG_UP if fault and fault.cut else reply

    def _ordered(self, name: str, fields: dict[str, Any]) -> None:
        """What the answer of a webhook orders."""
        called = Called(name, time.monotonic(), fields, by="webhook")
        self.calls.append(called)
        self._run(name, Parameters(fields))
        called.ok = True

    def _download(self, path: str) -> Reply:
        token, _, name = path.partition("/")
        file = self.files.get(name.removeprefix("documents/"))
        fault = self.faults.take("file", None)
        if token != self.token or file is None:
            return _refuse(RefusedError(404, "Not Found"))
        if fault and fault.reply:
            return fault.reply
        return Reply(200, file.content, "application/octet-stream", self.faults.delay_s)

    async def _control(self, request: Request) -> Reply:
        """Move a person from another process."""
        user_id, _, act = request.path.removeprefix("/control/people/").partition("/")
        person = self.person(int(user_id))
        if act != "screen":
            await getattr(person, act)(**request.fields())
        shown = [
            {"text": message.text, "bot": message.by_bot, "rows": message.labels} for message in person.screen
        ]
        return Reply(200, json.dumps(shown, ensure_ascii=False).encode())


def _chat_id(given: Parameters) -> int | None:
    chat_id = str(given.get("chat_id", ""))
    return int(chat_id) if re.fullmatch(r"-?\d+", chat_id) else None


def _granted(result: Any) -> Reply:
    body = result if isinstance(result, bytes) else encode(result).encode()
    return Reply(200, b'{"ok":true,"result":' + body + b"}")


def _refuse(no: RefusedError) -> Reply:
    return Reply(no.code, no.body())


async def _serve(server: TelegramServer) -> None:
    async with server:
        await asyncio.Event().wait()


def main() -> None:
    """Run the server until interrupted."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--no-limits", action="store_true", help="any number of messages a second")
    given = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        limits = None if given.no_limits else Limits()
        asyncio.run(_serve(TelegramServer(given.token, given.port, limits)))


if __name__ == "__main__":
    main()
