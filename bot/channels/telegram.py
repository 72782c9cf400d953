"""Telegram: long polling or webhook in, plain Bot API calls out. The only file that knows Telegram.

python-telegram-bot gives the typed updates, names and limits; requests go over one aiohttp session, because
its own httpx requests cost three times the processor (DESIGN §10).
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, Literal

import aiohttp
from telegram import CallbackQuery, ChatMember, MaybeInaccessibleMessage, Message, Update
from telegram.constants import ChatType, FloodLimit, MessageLimit, UpdateType

from bot.channels.base import (
    Caps,
    DeliveryError,
    Group,
    Inbound,
    MediaRef,
    Outbound,
    OutFile,
    Receipt,
    Sent,
    Sink,
)
from bot.channels.platform import FRESH_CALL_SECONDS, POLL_SECONDS, ApiError, Platform, why
from bot.menu import COMMON
from domain.text import fit
from messages import catalogue, say
from storage.database import DatabaseUnusableError

log = logging.getLogger(__name__)

NAME = "telegram"
KINDS = [
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.MY_CHAT_MEMBER,
]
GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
GONE = (
    "chat not found", "user is deactivated", "not enough rights to send", "have no rights to send",
    "chat_write_forbidden", "message thread not found", "topic_closed", "topic_deleted",
)  # fmt: skip
"""Of a 400: nothing can be written there. Matched loosely: the Bot API changes its texts."""


class Api:
    """The Bot API over one session. A token is part of every address: addresses are never logged."""

    def __init__(self, base_url: str, token: str, proxy: str | None = None) -> None:
        """`base_url` ends in /bot, as python-telegram-bot wants it."""
        self._calls = f"{base_url}{token}/"
        self._files = f"{base_url.removesuffix('/bot')}/file/bot{token}/"
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=200, keepalive_timeout=60),
                timeout=aiohttp.ClientTimeout(total=20, connect=10),
            )
        return self._session

    async def call(self, method: str, *, seconds: float = 20, **params: Any) -> Any:
        """Call a method; gives its `result`. Raises ApiError, OSError or TimeoutError."""
        return await self._post(method, seconds, data=_dump(params), headers=_JSON)

    async def upload(self, method: str, field: str, name: str, content: bytes, **params: Any) -> Any:
        """Call a method that carries a file."""
        form = aiohttp.FormData({key: _field(value) for key, value in params.items()})
        form.add_field(field, content, filename=name)
        return await self._post(method, 60, data=form)

    async def _post(self, method: str, seconds: float, **body: Any) -> Any:
        try:
            async with self._open().post(
                self._calls + method, proxy=self._proxy, timeout=_limits(seconds), **body
            ) as answer:
                told, status = json.loads(await answer.read()), answer.status
        except (aiohttp.ClientError, ValueError) as error:
            # The text of these errors holds the address, and so the token.
            raise OSError(type(error).__name__) from None
        if not isinstance(told, dict) or not told.get("ok"):
            told = told if isinstance(told, dict) else {}
            more = told.get("parameters") or {}
            raise ApiError(
                int(told.get("error_code", status)),
                str(told.get("description", "")),
                more.get("retry_after"),
                more.get("migrate_to_chat_id"),
            )
        return told["result"]

    async def download(self, path: str, most: int) -> bytes:
        """A file's bytes, at most `most`. Raises OSError."""
        try:
            async with self._open().get(self._files + path, proxy=self._proxy) as answer:
                if answer.status != 200:
                    raise OSError(f"file answered {answer.status}")
                data = await answer.content.read(most + 1)
                while len(data) <= most and (more := await answer.content.read(most + 1 - len(data))):
                    data += more
                return data
        except aiohttp.ClientError as error:
            raise OSError(type(error).__name__) from None

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()


_JSON = {"Content-Type": "application/json"}


@cache
def _limits(seconds: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=seconds, connect=10)


_COMMAND = re.compile(r"/\w{1,32}(?:@(\w+))?(?=\s|$)")


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _field(value: object) -> str:
    return _dump(value).decode() if isinstance(value, dict) else str(value)


class TelegramChannel(Platform):
    """One bot."""

    name = NAME
    secret_header = "X-Telegram-Bot-Api-Secret-Token"

    def __init__(
        self,
        *,
        token: str,
        base_url: str,
        now: Callable[[], datetime],
        mode: str = "polling",
        webhook_url: str | None = None,
        webhook_secret: str | None = None,
        rate: float = 30,
        rate_per_chat: float = 1,
        rate_per_group: float = FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP,
        proxy: str | None = None,
        max_file: int = 10 << 20,
        read: Callable[[str], bytes] | None = None,
    ) -> None:
        """Settings as in config.yaml `telegram:`. In webhook mode a URL and a secret are mandatory. `read`
        gives a kept file's bytes by its name; raises FileNotFoundError."""
        super().__init__(token, mode, webhook_url, webhook_secret)
        self.caps = Caps(
            buttons=True,
            edit=True,
            files=True,
            push=True,
            max_text=MessageLimit.MAX_TEXT_LENGTH,
            abroad=True,
            per_second=rate,
            per_chat=rate_per_chat,
            per_group_minute=rate_per_group,
        )
        self.username: str | None = None
        self._api = Api(base_url, token, proxy)
        self._now = now
        self._max_file = max_file
        self._kept = read
        self._uploads: dict[str, asyncio.Lock] = {}
        self._file_ids: dict[str, str] = {}
        self._flashes: set[asyncio.Task[None]] = set()

    # -- in ------------------------------------------------------------------------------------------

    def parse(self, raw: dict[str, Any]) -> list[Inbound]:
        """What an update says to the bot. Anything odd is logged by its id and left out."""
        try:
            update = Update.de_json(_lean(raw), None)
            return self._read(update, str(raw["update_id"]))
        except Exception:
            log.exception(
                "an update could not be read",
                extra={
                    "action": "unparseable",
                    "update": raw.get("update_id") if isinstance(raw, dict) else None,
                },
            )
            return []

    def _read(self, update: Update, key: str) -> list[Inbound]:
        if update.callback_query is not None:
            return self._tap(update.callback_query, key)
        if update.effective_chat is not None and update.effective_chat.type in GROUPS:
            return self._in_group(update, key)
        if update.my_chat_member is not None and update.my_chat_member.chat.type == ChatType.PRIVATE:
            gone = update.my_chat_member.new_chat_member.status == ChatMember.BANNED
            chat = str(update.my_chat_member.chat.id)
            return [self._inbound(key, chat, "blocked" if gone else "unblocked")]
        message = update.message or update.edited_message
        if message is None or message.chat.type != ChatType.PRIVATE:
            return []
        if update.edited_message is not None:
            text = message.text or message.caption or ""
            return [self._said(key, message, "edited", text)] if text else []
        return self._message(message, key)

    def _in_group(self, update: Update, key: str) -> list[Inbound]:
        """What concerns the bot in a group: words said to it, that it was put out, that the group has moved.
        Nothing else that is said there is looked at."""
        changed, message = update.my_chat_member, update.message
        if changed is not None:
            out = changed.new_chat_member.status in (ChatMember.LEFT, ChatMember.BANNED)
            return [self._inbound(key, str(changed.chat.id), "gone")] if out else []
        if message is None:
            return []
        if message.migrate_to_chat_id is not None:
            return [self._moved(key, message.chat.id, message.migrate_to_chat_id)]
        if message.migrate_from_chat_id is not None:
            return [self._moved(key, message.migrate_from_chat_id, message.chat.id)]
        words = message.text or message.caption or ""
        if message.from_user is None or not self._is_addressed(words):
            return []
        who = str(message.from_user.id)
        return [self._inbound(key, who, "text", text=words, at=message.date, group=self._group(message))]

    def _moved(self, key: str, before: int, now: int) -> Inbound:
        return self._inbound(key, str(before), "moved", group=Group(str(now)))

    def _is_addressed(self, words: str) -> bool:
        own = (self.username or "").lower()
        command = _COMMAND.match(words)
        if command is not None:
            return not own or command[1] is None or command[1].lower() == own
        return bool(own) and re.search(rf"@{own}(?!\w)", words.lower()) is not None

    def _group(self, message: MaybeInaccessibleMessage) -> Group:
        """Where in a group a message stands. Replies too have a thread: only a topic's is one to write to."""
        in_topic = isinstance(message, Message) and message.is_topic_message
        topic = message.message_thread_id if isinstance(message, Message) and in_topic else None
        return Group(str(message.chat.id), topic, f"https://t.me/{self.username or ''}")

    def _message(self, message: Message, key: str) -> list[Inbound]:
        caption = message.caption or ""
        media = self._media(message)
        if media is not None:
            return [self._said(key, message, "media", caption, media)]
        if message.text is not None:
            return [self._said(key, message, "text", message.text)]
        unusable = [self._said(key, message, "unsupported", _unusable(message))]
        if caption:
            unusable.append(self._said(f"{key}:caption", message, "text", caption))
        return unusable

    def _media(self, message: Message) -> MediaRef | None:
        if message.photo:
            return MediaRef("photo", {"file_id": message.photo[-1].file_id}, message.media_group_id)
        paper = message.document
        if paper is None or paper.mime_type not in ("application/pdf", "image/jpeg", "image/png"):
            return None
        is_pdf = paper.mime_type == "application/pdf"
        return MediaRef("pdf" if is_pdf else "photo", {"file_id": paper.file_id}, message.media_group_id)

    def _said(
        self, key: str, message: Message, kind: Any, text: str, media: MediaRef | None = None
    ) -> Inbound:
        return self._inbound(
            key, str(message.chat.id), kind, text=text, message=str(message.message_id), media=media,
            at=message.date,
        )  # fmt: skip

    def _tap(self, query: CallbackQuery, key: str) -> list[Inbound]:
        if query.message is None or query.message.chat.type not in (ChatType.PRIVATE, *GROUPS):
            return []
        group = self._group(query.message) if query.message.chat.type in GROUPS else None
        chat, message = str(query.from_user.id), str(query.message.message_id)
        return [
            self._inbound(
                key, chat, "tap", tap=query.data or "", message=message, flash=query.id, group=group
            )
        ]

    def _inbound(self, key: str, chat: str, kind: Any, *, at: datetime | None = None, **rest: Any) -> Inbound:
        return Inbound(NAME, self.bot, key, chat, kind, at or self._now(), **rest)

    async def _introduce(self) -> None:
        me = await self._api.call("getMe")
        self.username = me.get("username")
        self.health.facts["username"] = self.username
        if self._mode == "webhook":
            await self._api.call(
                "setWebhook",
                url=self._webhook_url,
                secret_token=self._webhook_secret,
                allowed_updates=KINDS,
                max_connections=40,
            )
        self._later(self._set_commands())

    async def _set_commands(self) -> None:
        with contextlib.suppress(ApiError, OSError, TimeoutError):
            await self._api.call(
                "setMyCommands", commands=_described(COMMON), scope={"type": "all_private_chats"}
            )

    async def _poll(self, sink: Sink) -> None:
        offset: int | None = None
        while True:
            updates = await self._ask(offset)
            if not updates:
                continue
            inbounds = [one for update in updates for one in self.parse(update)]
            try:
                receipts = await sink(inbounds)
            except DatabaseUnusableError:
                # Not acknowledged: Telegram keeps them and gives them again.
                await asyncio.sleep(1)
                continue
            offset = int(updates[-1]["update_id"]) + 1
            for one, receipt in zip(inbounds, receipts, strict=True):
                if one.flash:
                    self._later(self.flash(one.flash, receipt.flash))

    async def _ask(self, offset: int | None) -> list[dict[str, Any]]:
        # After trouble the first poll is answered at once, so that health says soon that it is over.
        wait = POLL_SECONDS if self.health.ok else 0
        params: dict[str, Any] = {"timeout": wait, "limit": 100, "allowed_updates": KINDS}
        if offset is not None:
            params["offset"] = offset
        try:
            updates: list[dict[str, Any]] = await self._api.call(
                "getUpdates", seconds=FRESH_CALL_SECONDS, **params
            )
        except ApiError as error:
            if error.code != 409:
                raise
            self._unwell("409: another process polls with this token, or a webhook is set")
            if "webhook" in error.description.lower():
                await self._api.call("deleteWebhook")
            else:
                await asyncio.sleep(3)
            return []
        self._well()
        return updates

    async def _webhook_url_there(self) -> str:
        return str((await self._api.call("getWebhookInfo")).get("url"))

    def _acknowledgement(self, inbounds: Sequence[Inbound], receipts: Sequence[Receipt]) -> dict[str, Any]:
        taps = [(one.flash, to.flash) for one, to in zip(inbounds, receipts, strict=True) if one.flash]
        # Acknowledging the tap in this answer saves a request (DESIGN §10).
        return {"method": "answerCallbackQuery"} | _flash(*taps[0]) if taps else {}

    # -- out -----------------------------------------------------------------------------------------

    async def send(self, message: Outbound) -> Sent:
        """Send or edit. Raises DeliveryError."""
        try:
            told = await self._send(message)
        except (ApiError, OSError, TimeoutError) as error:
            raise _delivery_error(error) from None
        return Sent(str(told["message_id"]))

    async def _send(self, message: Outbound) -> dict[str, Any]:
        if message.menu is not None:
            await self._offer(int(message.chat), message.menu)
        params: dict[str, Any] = {"chat_id": int(message.chat), "text": message.text}
        if message.topic is not None and message.edits is None:
            params["message_thread_id"] = message.topic
        if message.rows or message.edits:
            params["reply_markup"] = {"inline_keyboard": _keyboard(message)}
        file = message.file
        if message.edits is not None:
            return await self._edit(params, message.edits, is_caption=file is not None and not file.apart)
        if message.document is not None:
            return await self._upload(
                "sendDocument", "document", message.document_name, message.document,
                chat_id=message.chat, caption=message.text,
            )  # fmt: skip
        if message.picture is not None:
            return await self._upload(
                "sendPhoto", "photo", "chart.png", message.picture,
                chat_id=message.chat, caption=fit(message.text, MessageLimit.CAPTION_LENGTH),
            )  # fmt: skip
        if file is None:
            return await self._call("sendMessage", **params)
        if file.apart:
            await self._send_file(file, {"chat_id": params["chat_id"]})
            return await self._call("sendMessage", **params)
        return await self._send_file(file, {"caption": params.pop("text"), **params})

    async def _offer(self, chat: int, menu: tuple[str, ...]) -> None:
        """Show this chat a menu of its own, or none. One that Telegram does not take keeps no message back;
        one that it cannot take now is tried again, with the message."""
        scope = {"type": "chat", "chat_id": chat}
        try:
            if menu:
                await self._api.call("setMyCommands", commands=_described(menu), scope=scope)
            else:
                await self._api.call("deleteMyCommands", scope=scope)
        except ApiError as error:
            if error.code == 429:
                raise
            log.warning("a menu was not taken: %s", error, extra={"action": "menu"})

    async def _call(self, method: str, **params: Any) -> dict[str, Any]:
        told: dict[str, Any] = await self._api.call(method, **params)
        return told

    async def _upload(self, *what: Any, **params: Any) -> dict[str, Any]:
        told: dict[str, Any] = await self._api.upload(*what, **params)
        return told

    async def _send_file(self, file: OutFile, params: dict[str, Any]) -> dict[str, Any]:
        """A kept file: uploaded the first time in this process, then named by what Telegram calls it."""
        kind = "photo" if file.media_type.startswith("image/") else "document"
        method = f"send{kind.capitalize()}"
        async with self._uploads.setdefault(file.name, asyncio.Lock()):
            if file.name not in self._file_ids:
                told = await self._upload(method, kind, file.shown, await self._content(file), **params)
                given = told[kind][-1] if kind == "photo" else told[kind]
                self._file_ids[file.name] = given["file_id"]
                return told
        return await self._call(method, **{kind: self._file_ids[file.name]}, **params)

    async def _content(self, file: OutFile) -> bytes:
        if self._kept is None:
            raise DeliveryError("misconfigured", "no files here")
        try:
            return await asyncio.to_thread(self._kept, file.name)
        except FileNotFoundError:
            raise DeliveryError("refused", "the file is gone") from None

    async def _edit(self, params: dict[str, Any], message_id: str, *, is_caption: bool) -> dict[str, Any]:
        if is_caption:
            params["caption"] = params.pop("text")
        method = "editMessageCaption" if is_caption else "editMessageText"
        try:
            await self._api.call(method, **params, message_id=int(message_id))
        except ApiError as error:
            if "message is not modified" not in error.description:
                raise
        return {"message_id": message_id}

    async def flash(self, token: str, alert: str) -> None:
        """Stop the little clock on a tapped button, with words to be read if there are any; too late or lost
        is no harm."""
        with contextlib.suppress(ApiError, OSError, TimeoutError):
            await self._api.call("answerCallbackQuery", **_flash(token, alert))

    async def fetch(self, media: MediaRef) -> bytes:
        """The bytes of a picture or paper. Raises DeliveryError."""
        try:
            told = await self._api.call("getFile", file_id=media.source["file_id"])
            if int(told.get("file_size") or 0) > self._max_file:
                raise DeliveryError("refused", "file too large")
            data = await self._api.download(told["file_path"], self._max_file)
        except (ApiError, OSError, TimeoutError) as error:
            raise _delivery_error(error) from None
        if len(data) > self._max_file:
            raise DeliveryError("refused", "file too large")
        return data

    async def close(self) -> None:
        """Let go of connections."""
        for task in self._flashes:
            task.cancel()
        await self._api.close()

    # -- beside --------------------------------------------------------------------------------------

    def _later(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._flashes.add(task)
        task.add_done_callback(self._flashes.discard)


def _lean(raw: dict[str, Any]) -> dict[str, Any]:
    """A tap in private with no more than the number of the message it was under, as Telegram gives one that
    is too old to be shown (date 0): the rest is what we wrote, and half of the reading."""
    match raw:
        case {"callback_query": {"message": {"chat": {"type": "private"} as chat, "message_id": at}} as tap}:
            return raw | {"callback_query": tap | {"message": {"chat": chat, "message_id": at, "date": 0}}}
    return raw


def _described(commands: Sequence[str]) -> list[dict[str, str]]:
    words = catalogue("vi")
    return [{"command": one, "description": words.render(say(f"command-{one}"))} for one in commands]


def _keyboard(message: Outbound) -> list[list[dict[str, str]]]:
    return [
        [{"text": f"● {one.label}" if one.chosen else one.label, "callback_data": one.data} for one in row]
        for row in message.rows
    ]


def _flash(token: str, alert: str) -> dict[str, Any]:
    """What answers a tap: nothing to be seen, or words to be read."""
    words = {"text": alert, "show_alert": True} if alert else {}
    return {"callback_query_id": token, **words}


def _unusable(message: Message) -> str:
    """Which sentence answers a message we cannot keep."""
    if message.voice or message.audio or message.video_note:
        return "voice"
    if message.sticker:
        return "sticker"
    if message.video or message.animation:
        return "video"
    if message.contact:
        return "contact"
    if message.location or message.venue:
        return "location"
    return "file" if message.document else "kind"


OF_PERSON = ("peer_id_invalid", "user not found", "have no rights", "chat_restricted")
"""What a refusal says when it is not the message that is refused. The Bot API documents no list; these are
sentences its server is known to give."""


def _delivery_error(error: Exception) -> DeliveryError:
    """Which of the four it is. Texts as the Bot API gives them; matched loosely, they change."""
    if not isinstance(error, ApiError):
        return DeliveryError("try_later", why(error))
    if error.moved_to is not None:
        return DeliveryError("moved", "the group is a supergroup now", to=str(error.moved_to))
    if error.code == 429:
        return DeliveryError("try_later", "429", error.retry_after or 1)
    if error.code == 403:
        return DeliveryError("unreachable", error.description)
    if error.code in (401, 404):
        return DeliveryError("misconfigured", error.description, 30)
    if error.code >= 500:
        return DeliveryError("try_later", str(error.code))
    text = error.description.lower()
    if any(sign in text for sign in GONE):
        return DeliveryError("unreachable", error.description)
    about: Literal["message", "person"] = "person" if any(one in text for one in OF_PERSON) else "message"
    return DeliveryError("refused", error.description, about=about)
