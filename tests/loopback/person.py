"""People of the other side: they say, tap, send, block, and look at their screen."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.loopback.checks import TEXT_MAX
from tests.loopback.group import Group
from tests.loopback.world import Chat, Message

if TYPE_CHECKING:
    from tests.loopback.telegram import TelegramServer

BLOCKED = "bot was blocked by the user"


class Person:
    """Somebody with Telegram on the phone. Acts happen at once; what comes back is on the `screen`."""

    def __init__(self, server: TelegramServer, user_id: int, first_name: str, **about: Any) -> None:
        self.server = server
        self.user = {"id": user_id, "is_bot": False, "first_name": first_name, **about}
        names = {name: value for name, value in about.items() if name != "language_code"}
        self.chat = Chat(user_id, "private", first_name=first_name, **names)
        self.toasts: list[str] = []
        self.alerts: list[str] = []
        self._since = 0

    @property
    def id(self) -> int:
        """The user id, which is the id of the private chat too."""
        return self.chat.id

    @property
    def screen(self) -> list[Message]:
        """The private chat as it now looks, oldest first; own messages too."""
        return self.chat.screen()

    @property
    def last(self) -> Message:
        """The newest message of the bot."""
        return next(message for message in self.chat.newest() if message.by_bot)

    async def say(self, text: str, chat: Chat | None = None, topic: int | None = None) -> Message:
        """Type a text, in a group too; like the apps, cut what is too long for one message. Gives the (last)
        message."""
        for start in range(0, max(len(text), 1), TEXT_MAX):
            message = self._put(text[start : start + TEXT_MAX], {}, chat, topic=topic)
        return message

    def was_told(self, text: str, buttons: dict[str, str]) -> None:
        """They wrote to the bot long ago, and this is what it answered; `buttons` are data and label."""
        self.server.chats.setdefault(self.chat.id, self.chat)
        rows = [[{"text": label, "callback_data": data}] for data, label in buttons.items()]
        told = self.chat.add(text, self.server.me, by_bot=True, rows=rows)
        self._since = told.tick

    async def start(self, code: str = "") -> Message:
        """Press START, or a deep link with `code`."""
        if self.chat.closed == BLOCKED:
            await self.unblock()
        return await self.say(f"/start {code}".strip())

    async def send_photo(
        self, content: bytes, caption: str = "", album: str = "", chat: Chat | None = None
    ) -> Message:
        """Send a picture; pictures with the same `album` arrive as one album."""
        more = {"media_group_id": str(13_000_000_000_000_000 + hash(album) % 10**9)} if album else {}
        return self._put(caption, {"photo": self.server.keep(content, "image/jpeg").photo(), **more}, chat)

    async def send_document(
        self, content: bytes, name: str = "a.pdf", type: str = "application/pdf", caption: str = ""
    ) -> Message:
        """Send a file."""
        return self._put(caption, {"document": self.server.keep(content, type, name).document()})

    async def sticker(self) -> Message:
        """Send a sticker."""
        file = self.server.keep(b"webp", "image/webp").json()
        about = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._put("", {"sticker": {**file, **about, "emoji": "👍"}})

    async def voice(self) -> Message:
        """Send a voice message."""
        file = self.server.keep(b"ogg", "audio/ogg").json()
        return self._put("", {"voice": {**file, "duration": 3, "mime_type": "audio/ogg"}})

    async def video(self, caption: str = "") -> Message:
        """Send a video."""
        file = self.server.keep(b"mp4", "video/mp4").json()
        return self._put(caption, {"video": {**file, "width": 640, "height": 480, "duration": 3}})

    async def contact(self, phone: str = "+84912345678", first_name: str = "Lan") -> Message:
        """Share somebody's contact."""
        return self._put("", {"contact": {"phone_number": phone, "first_name": first_name}})

    async def location(self, latitude: float = 21.0285, longitude: float = 105.8542) -> Message:
        """Share a place."""
        return self._put("", {"location": {"latitude": latitude, "longitude": longitude}})

    async def forward(self, text: str, written_by: str = "Nguyễn Văn A") -> Message:
        """Forward what somebody else wrote."""
        author = {"id": 777_001, "is_bot": False, "first_name": written_by}
        origin = {"type": "user", "date": int(time.time()) - 3600, "sender_user": author}
        return self._put(text, {}, about={"forward_origin": origin})

    async def edit(self, message: Message, text: str) -> None:
        """Change the words of an own message."""
        assert not message.by_bot, "people edit their own messages"
        message.chat.change(message, text, [])
        self._did("edited_message", message.json(), message.chat)

    async def tap(self, button: str, message: Message | None = None, within: float = 5.0) -> Message:
        """Press the button with this label (or data, or the only one containing it), waiting for it.

        Without `message` the newest message having it. Raises AssertionError, with the screen, if none has
        after `within` seconds: a message may reach one person later than another.
        """
        deadline = time.monotonic() + within
        while True:
            changed = self.chat.changed()
            for shown in self.chat.newest() if message is None else [message]:
                if found := _find(button, shown):
                    changed.cancel()
                    assert not shown.deleted, f"the message with {button!r} was deleted"
                    return self._press(shown, found)
            left = deadline - time.monotonic()
            if left <= 0 or not (await asyncio.wait([changed], timeout=left))[0]:
                changed.cancel()
                raise AssertionError(
                    f"no button {button!r} on the screen of {self.user['first_name']}:\n{self.show()}"
                )

    async def tap_stale(self, data: str, message: Message) -> None:
        """Press what an old rendering of `message` showed, or what a forger invents."""
        self._tapped(message, data)

    async def block(self) -> None:
        """Block the bot."""
        self._membership("member", "kicked")
        self.chat.closed = BLOCKED

    async def unblock(self) -> None:
        """Let the bot write again."""
        self.chat.closed = ""
        self._membership("kicked", "member")

    async def expects(self, wanted: str | Callable[[Message], bool], within: float = 5.0) -> Message:
        """The newest bot message that came or changed since this person's last act and contains `wanted`.

        Waits for it; raises AssertionError with the screen after `within` seconds.
        """
        deadline = time.monotonic() + within
        while True:
            changed = self.chat.changed()
            if found := self._answer(wanted):
                changed.cancel()
                return found
            left = deadline - time.monotonic()
            if left <= 0 or not (await asyncio.wait([changed], timeout=left))[0]:
                changed.cancel()
                raise AssertionError(f"{wanted!r} did not come within {within} s:\n{self.show()}")

    async def expects_nothing(self, within: float = 0.5) -> None:
        """Raises AssertionError if the bot does anything in this chat for so long."""
        changed = self.chat.changed()
        done, _ = await asyncio.wait([changed], timeout=within)
        changed.cancel()
        assert not done, f"something came:\n{self.show()}"

    def show(self) -> str:
        """The screen as text."""
        return "\n".join(map(repr, self.screen)) or "(empty)"

    def _answer(self, wanted: str | Callable[[Message], bool]) -> Message | None:
        fits = wanted if callable(wanted) else lambda message: wanted in message.text
        for message in self.chat.newest():
            if message.by_bot and message.tick > self._since and fits(message):
                return message
        return None

    def _put(
        self,
        text: str,
        media: dict[str, Any],
        chat: Chat | None = None,
        about: dict[str, Any] | None = None,
        topic: int | None = None,
    ) -> Message:
        chat = chat or self.chat
        self.server.chats.setdefault(chat.id, chat)
        message = chat.add(text, self.user, media=media, topic=topic)
        told = {**message.json(), **(about or {})}
        if not isinstance(chat, Group) or chat.hears(told):
            self._did("message", told, chat)
        return message

    def _press(self, message: Message, button: dict[str, Any]) -> Message:
        assert "callback_data" in button, f"{button['text']!r} opens something else: {button}"
        self._tapped(message, button["callback_data"])
        return message

    def _tapped(self, message: Message, data: str) -> None:
        tap_id = self.server.new_tap(self)
        tap = {"id": tap_id, "from": self.user, "message": message.json(), "data": data}
        self._did("callback_query", {**tap, "chat_instance": str(message.chat.id * 7)}, message.chat)

    def _membership(self, old: str, new: str) -> None:
        states: list[dict[str, Any]] = [{"user": self.server.me, "status": status} for status in (old, new)]
        for state in states:
            if state["status"] == "kicked":
                state["until_date"] = 0
        about = {"chat": self.chat.info, "from": self.user, "date": int(time.time())}
        self._did(
            "my_chat_member", {**about, "old_chat_member": states[0], "new_chat_member": states[1]}, self.chat
        )

    def _did(self, kind: str, content: dict[str, Any], chat: Chat) -> None:
        self._since = next(chat.ticks)
        self.server.updates.add(kind, content, chat.id)


def _find(wanted: str, message: Message) -> dict[str, Any] | None:
    """The button meant by a label, by data, or by a part of a label only one button has."""
    buttons = [button for row in message.rows for button in row]
    for button in buttons:
        if wanted in (button["text"], button.get("callback_data")):
            return button
    alike = [button for button in buttons if wanted in button["text"]]
    assert len(alike) < 2, f"{wanted!r} could be any of {[button['text'] for button in alike]}"
    return alike[0] if alike else None
