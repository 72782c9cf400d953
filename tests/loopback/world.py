"""Chats and messages as the platform keeps them, and their look in the Bot API's JSON."""

from __future__ import annotations

import asyncio
import itertools
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.loopback.checks import utf16

COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w+)?")
MENTION = re.compile(r"(?<![\w/])@\w{5,32}")


@dataclass(slots=True, eq=False)
class Message:
    """One message as everybody in the chat sees it now."""

    chat: Chat
    message_id: int
    by_bot: bool
    sender: dict[str, Any]
    text: str
    tick: int
    topic: int | None = None
    rows: list[list[dict[str, Any]]] = field(default_factory=list)
    media: dict[str, Any] = field(default_factory=dict)
    date: int = field(default_factory=lambda: int(time.time()))
    edit_date: int = 0
    edits: int = 0
    deleted: bool = False

    @property
    def labels(self) -> list[list[str]]:
        """What is written on its buttons, row by row."""
        return [[button["text"] for button in row] for row in self.rows]

    def shows(self, words: str) -> bool:
        """Whether these words are in its text or on a button."""
        return words in self.text or any(words in button["text"] for row in self.rows for button in row)

    def json(self) -> dict[str, Any]:
        """As the Bot API shows it."""
        shown: dict[str, Any] = {"message_id": self.message_id, "from": self.sender, "chat": self.chat.info}
        shown["date"] = self.date
        if self.topic is not None:
            shown |= {"message_thread_id": self.topic, "is_topic_message": True}
        if self.edit_date:
            shown["edit_date"] = self.edit_date
        if self.text:
            kind = "caption" if self.media else "text"
            shown[kind] = self.text
            if entities := _entities(self.text):
                shown["entities" if kind == "text" else "caption_entities"] = entities
        shown.update(self.media)
        if self.rows:
            shown["reply_markup"] = {"inline_keyboard": self.rows}
        return shown

    def __repr__(self) -> str:
        who = "bot" if self.by_bot else "person"
        return "\n".join(
            [f"[{self.message_id}] {who}: {self.text}", *(" | ".join(row) for row in self.labels)]
        )


def _entities(text: str) -> list[dict[str, Any]]:
    return [
        {"type": kind, "offset": utf16(text[: found.start()]), "length": utf16(found.group())}
        for sign, kind, pattern in (("/", "bot_command", COMMAND), ("@", "mention", MENTION))
        if sign in text
        for found in pattern.finditer(text)
    ]


class Chat:
    """A chat, with every message ever in it; `closed` is why the bot cannot write there (words of a 403)."""

    ticks = itertools.count(1)

    def __init__(self, chat_id: int, kind: str, **about: Any) -> None:
        self.id = chat_id
        self.info: dict[str, Any] = {"id": chat_id, "type": kind, **about}
        self.messages: dict[int, Message] = {}
        self.closed = ""
        self.keyboard: list[list[str]] = []
        self._ids = itertools.count(1)
        self._watchers: list[asyncio.Future[None]] = []

    def add(self, text: str, sender: dict[str, Any], *, by_bot: bool = False, **more: Any) -> Message:
        """A new message at the bottom."""
        message = Message(self, next(self._ids), by_bot, sender, text, next(self.ticks), **more)
        self.messages[message.message_id] = message
        if by_bot:
            self.wake()
        return message

    def change(self, message: Message, text: str, rows: list[list[dict[str, Any]]]) -> None:
        """The same message with other words or buttons."""
        message.text, message.rows = text, rows
        message.edit_date, message.edits, message.tick = int(time.time()), message.edits + 1, next(self.ticks)
        if message.by_bot:
            self.wake()

    def screen(self) -> list[Message]:
        """What is to be seen, oldest first."""
        return [message for message in self.messages.values() if not message.deleted]

    def newest(self) -> Iterator[Message]:
        """What is to be seen, newest first."""
        return (message for message in reversed(self.messages.values()) if not message.deleted)

    def forget(self, all_but: int) -> None:
        """Drop old messages: a bench that runs long keeps its own costs even."""
        while len(self.messages) > all_but:
            del self.messages[next(iter(self.messages))]

    def wake(self) -> None:
        """Tell those who watch the chat that it changed."""
        watchers, self._watchers = self._watchers, []
        for watcher in watchers:
            if not watcher.done():
                watcher.set_result(None)

    def changed(self) -> asyncio.Future[None]:
        """Done as soon as the bot does something here."""
        watcher: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._watchers.append(watcher)
        return watcher


@dataclass(slots=True)
class StoredFile:
    """A file somebody sent."""

    file_id: str
    name: str
    type: str
    content: bytes

    def json(self) -> dict[str, Any]:
        """The fields all kinds of files share."""
        return {"file_id": self.file_id, "file_unique_id": f"U{self.file_id}", "file_size": len(self.content)}

    def document(self) -> dict[str, Any]:
        """As `message.document`."""
        return {**self.json(), "file_name": self.name, "mime_type": self.type}

    def photo(self) -> list[dict[str, Any]]:
        """As `message.photo`: a thumbnail and the whole, smallest first."""
        whole = {**self.json(), "width": 1280, "height": 960}
        return [{**whole, "width": 90, "height": 68, "file_size": min(1200, len(self.content))}, whole]
