"""A browser without a screen: posts as the chat page does, and reads what is shown.

async with house(url) as home, browser(home) as lan:
    await lan.say(f"/start {code}")
    await lan.tap("Tôi đồng ý")
    assert "Nhắc tôi" in lan.labels
"""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.house import House


@dataclass
class Browser:
    """One browser at one chat. `shown` is every message received, edits applied; `news` what came last."""

    http: httpx.AsyncClient
    base: str = "/chat"
    shown: dict[int, dict[str, Any]] = field(default_factory=dict)
    news: list[dict[str, Any]] = field(default_factory=list)
    last: int = 0

    @property
    def screen(self) -> list[dict[str, Any]]:
        """The messages as they now look, oldest first."""
        return list(self.shown.values())

    @property
    def text(self) -> str:
        """What was said in answer to the last act."""
        return "\n".join(message["text"] for message in self.news)

    @property
    def labels(self) -> list[str]:
        """Buttons of what was said in answer to the last act."""
        return [button["label"] for one in self.news for row in one["rows"] for button in row]

    async def post(self, id: str | None = None, **body: Any) -> httpx.Response:
        """Post to /messages as it stands; nothing is read."""
        return await self.http.post(f"{self.base}/messages", json={"id": id or str(uuid.uuid4()), **body})

    async def say(self, text: str) -> dict[str, Any]:
        """Type; gives the answer to the post."""
        return await self._done(await self.post(text=text))

    async def tap(self, label: str, message: dict[str, Any] | None = None) -> dict[str, Any]:
        """Press the newest button called so (or containing it)."""
        for one in [message] if message else reversed(self.shown.values()):
            buttons = [button for row in one["rows"] for button in row]
            for button in sorted(buttons, key=lambda button: button["label"] != label):
                if label in button["label"]:
                    return await self._done(await self.post(tap=button["data"], message=one["n"]))
        raise AssertionError(f"no button {label!r} on the screen:\n{self.show()}")

    async def send(
        self, content: bytes, name: str = "a.jpg", caption: str = "", **more: str
    ) -> httpx.Response:
        """Send a file, then read what is shown."""
        form = {"id": str(uuid.uuid4()), "caption": caption, **more}
        answer = await self.http.post(f"{self.base}/files", data=form, files={"file": (name, content)})
        await self.read()
        return answer

    async def _done(self, answer: httpx.Response) -> dict[str, Any]:
        assert answer.status_code == 200, answer.text
        await self.read()
        told: dict[str, Any] = answer.json()
        return told

    async def read(self) -> None:
        """Fetch what is new."""
        answer = await self.http.get(f"{self.base}/messages", params={"after": self.last})
        assert answer.status_code == 200, answer.text
        told = answer.json()
        self.news, self.last = told["messages"], told["last"]
        for message in self.news:
            changed = self.shown.get(message["edits"] or 0)
            if changed is not None:
                changed |= {"text": message["text"], "rows": message["rows"]}
            else:
                self.shown[message["n"]] = message

    def show(self) -> str:
        """The screen as text."""
        return "\n".join(
            f"[{one['n']}] {one['text']} {[[b['label'] for b in row] for row in one['rows']]}"
            for one in self.screen
        )

    async def join(self, code: str) -> Browser:
        """Become a member with this invite."""
        await self.say(f"/start {code}")
        await self.tap("Tôi đồng ý")
        await self.tap("Không cần nhắc")
        assert "Kênh Báo Nhanh" in self.text, self.show()
        return self


@contextlib.asynccontextmanager
async def browser(home: House, base: str = "/chat") -> AsyncIterator[Browser]:
    """A browser nobody has used yet."""
    transport = httpx.ASGITransport(app=home.app.asgi)
    async with httpx.AsyncClient(transport=transport, base_url="http://baonhanh.test") as http:
        yield Browser(http, base)
