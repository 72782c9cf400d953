"""Groups of the other side: who adds the bot and throws it out, topics, and what the bot gets to hear there.

The bot's privacy mode is on, as @BotFather leaves it (core.telegram.org/bots/features#privacy-mode): it hears
commands, mentions and service messages; an administrator hears everything.
"""

from __future__ import annotations

import asyncio
import itertools
import re
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.loopback.checks import RefusedError, bad
from tests.loopback.world import COMMAND, Chat, Message

if TYPE_CHECKING:
    from tests.loopback.person import Person
    from tests.loopback.telegram import TelegramServer

SUPER = -1_000_000_000_000
"""Ids of supergroups lie below; those of plain groups between this and zero."""


class Group(Chat):
    """A group, with its topics if it is a forum. The bot is no member before `add_bot`."""

    supers = itertools.count(1)

    def __init__(self, server: TelegramServer, chat_id: int, title: str, *, forum: bool = False) -> None:
        """Plain or super, as the id says; only a supergroup can be a `forum`."""
        kind = "supergroup" if chat_id < SUPER else "group"
        assert kind == "supergroup" or not forum
        super().__init__(chat_id, kind, title=title, **({"is_forum": True} if forum else {}))
        self.server = server
        self.closed = f"bot is not a member of the {kind} chat"
        self.topics: dict[int, str] = {}
        self.moved_to: int | None = None
        self.bot_is_admin = False

    # what people do

    async def add_bot(self, by: Person) -> None:
        """Somebody takes the bot in."""
        self.closed = ""
        self._membership(by, "left", "member")
        self._serve(by, {"new_chat_members": [self.server.me]})

    async def remove_bot(self, by: Person) -> None:
        """Somebody throws the bot out; `kicked` from supergroups, `left` for plain groups."""
        self._serve(by, {"left_chat_member": self.server.me})
        self.closed = f"bot was kicked from the {self.info['type']} chat"
        self._membership(by, "member", "kicked" if self.info["type"] == "supergroup" else "left")

    async def delete(self) -> None:
        """The owner deletes the group; nobody tells a bot."""
        self.closed = "the group chat was deleted"

    async def upgrade(self, by: Person, *, told: bool = True) -> Group:
        """The group becomes a supergroup, under a new id and without its message ids; unless `told`, the bot
        does not get the service messages."""
        assert self.info["type"] == "group"
        new = self.server.group(SUPER - next(self.supers), self.info["title"])
        new.closed, self.moved_to = "", new.id
        if told:
            new._membership(by, "left", "member")
            self._serve(by, {"migrate_to_chat_id": new.id})
            new._serve(by, {"migrate_from_chat_id": self.id})
        return new

    async def open_topic(self, by: Person, name: str) -> int:
        """A new topic; gives its message_thread_id."""
        icon = {"name": name, "icon_color": 7322096}
        topic = self.add("", by.user, media={"forum_topic_created": icon})
        topic.topic = topic.message_id
        self.topics[topic.message_id] = "open"
        self._did("message", topic.json())
        return topic.message_id

    async def close_topic(self, topic: int) -> None:
        """Only administrators write there from now on."""
        self.topics[topic] = "closed"

    async def delete_topic(self, topic: int) -> None:
        """The topic and all its messages are gone."""
        del self.topics[topic]
        for message in self.messages.values():
            message.deleted |= message.topic == topic

    # what is to be seen

    @property
    def bot_messages(self) -> list[Message]:
        """What the bot has said that is still to be seen, oldest first."""
        return [message for message in self.screen() if message.by_bot]

    async def expects(self, wanted: str | Callable[[Message], bool], within: float = 5.0) -> Message:
        """The newest message of the bot with `wanted`, waited for. Raises AssertionError with the screen."""
        fits = wanted if callable(wanted) else lambda message: wanted in message.text
        deadline = time.monotonic() + within
        while True:
            changed = self.changed()
            found = next((message for message in self.newest() if message.by_bot and fits(message)), None)
            left = deadline - time.monotonic()
            if found or left <= 0 or not (await asyncio.wait([changed], timeout=left))[0]:
                changed.cancel()
                shown = "\n".join(map(repr, self.screen()))
                assert found, f"{wanted!r} did not come within {within} s:\n{shown}"
                return found

    # what the bot is let do and hear

    def refuse(self, topic: int | None) -> None:
        """Raise what a call about this group (and topic) is answered if the bot may not write there."""
        if self.moved_to is not None:
            why = "Bad Request: group chat was upgraded to a supergroup chat"
            raise RefusedError(400, why, migrate_to_chat_id=self.moved_to)
        if topic is None:
            return
        if topic not in self.topics:
            raise bad("message thread not found")
        if self.topics[topic] == "closed" and not self.bot_is_admin:
            raise bad("TOPIC_CLOSED")

    def hears(self, message: dict[str, Any]) -> bool:
        """Whether the bot gets this message of a person."""
        if self.closed or self.moved_to is not None:
            return False
        words = message.get("text", message.get("caption", ""))
        own = f"@{self.server.me['username']}".lower()
        command = COMMAND.match(words)
        addressed = command is not None and command[0].lower().partition("@")[2] in ("", own[1:])
        mentioned = re.search(rf"{own}\b", words.lower()) is not None
        return self.bot_is_admin or addressed or mentioned

    def _serve(self, by: Person, about: dict[str, Any]) -> None:
        self._did("message", self.add("", by.user, media=about).json())

    def _membership(self, by: Person, old: str, new: str) -> None:
        def state(status: str) -> dict[str, Any]:
            more = {"until_date": 0} if status == "kicked" else {}
            return {"user": self.server.me, "status": status, **more}

        about = {"chat": self.info, "from": by.user, "date": int(time.time())}
        changed = {"old_chat_member": state(old), "new_chat_member": state(new)}
        self._did("my_chat_member", {**about, **changed})

    def _did(self, kind: str, content: dict[str, Any]) -> None:
        self.server.updates.add(kind, content, self.id)
