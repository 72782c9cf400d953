"""The chat page as a person sees it: what is said to it, tapped on it and read from it."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import BrowserContext, FrameLocator, Locator, Page, expect

from bot.channels.web import COOKIE

EVERYTHING_KEPT = """async (base) => {
  const opened = indexedDB.open(`baonhanh ${base}`);
  await new Promise((resolve) => (opened.onsuccess = resolve));
  const asked = opened.result.transaction("records").objectStore("records").getAll();
  await new Promise((resolve) => (asked.onsuccess = resolve));
  return JSON.stringify([asked.result, {...localStorage}, {...sessionStorage}]);
}"""


class Chat:
    """One chat page: a whole page, or a pane of the sample."""

    def __init__(self, view: Page | FrameLocator) -> None:
        """`view` is where the page's elements are found."""
        self.view = view
        self.text = view.locator("#text")
        self.log = view.get_by_role("log")
        self.bots = view.locator("article.bot")
        self.owns = view.locator("article.own")
        self.link = view.locator("#link")

    def ready(self) -> Chat:
        """Wait until the page's script runs."""
        expect(self.view.locator("#send")).to_be_enabled()
        return self

    def types(self, text: str) -> None:
        """Type a message and send it with Enter."""
        self.text.fill(text)
        self.text.press("Enter")

    def tap(self, label: str) -> None:
        """Press the newest button of a bot message with this label."""
        self.button(label).click()

    def button(self, label: str) -> Locator:
        """The newest button of a bot message with this label."""
        return self.bots.get_by_role("button", name=label, exact=True).last

    def hears(self, words: str | re.Pattern[str], timeout: float = 5_000) -> None:
        """Some bot message says `words`."""
        expect(self.bots.filter(has_text=words).last).to_be_visible(timeout=timeout)

    def says(self, words: str, fate: str) -> None:
        """An own message of these words has come to `fate`: sent, sending, waiting, held, refused."""
        own = self.owns.filter(has_text=words)
        expect(own).to_have_count(1)
        expect(own).to_have_class(f"own {fate}", timeout=10_000)  # a second try waits up to four seconds


class Phone(Chat):
    """A browser of one person on a chat page of its own."""

    def __init__(self, context: BrowserContext, url: str, base: str = "/chat") -> None:
        """`url` is the product's address."""
        self.context = context
        self.page = context.new_page()
        self.url = url
        self.base = base
        super().__init__(self.page)

    def open(self) -> Phone:
        """Open the chat."""
        self.page.goto(self.url + self.base)
        self.ready()
        return self

    def reload(self) -> None:
        """Load the page again."""
        self.page.reload()
        self.ready()

    def sits_down(self, cookie: str) -> Phone:
        """The phone of somebody who joined before."""
        self.context.add_cookies([{"name": COOKIE, "value": cookie, "url": self.url}])
        return self.open()

    def joins(self, code: str) -> Phone:
        """Come by invite link, agree, decline reminders."""
        self.page.goto(f"{self.url}/join/{code}")
        self.tap("Tôi đồng ý")
        self.tap("Không cần nhắc")
        self.hears("Đã tham gia")
        expect(self.page).to_have_url(f"{self.url}/chat")
        return self

    def loses_the_net(self) -> None:
        """From now on nothing gets through."""
        self.context.set_offline(True)

    def finds_the_net(self) -> None:
        """The line is back."""
        self.context.set_offline(False)

    def keeps(self) -> str:
        """Everything the page's own storage holds, as text."""
        return str(self.page.evaluate(EVERYTHING_KEPT, self.base))

    def is_logged_out(self) -> None:
        """The session ends elsewhere, e.g. it is revoked."""
        answer = self.page.request.post(f"{self.url}{self.base}/leave", headers={"Origin": self.url}, data={})
        assert answer.ok


def posted(page: Page) -> list[dict[str, Any]]:
    """Collects what the page posts to `/messages` from now on."""
    seen: list[dict[str, Any]] = []
    page.on(
        "request",
        lambda request: (
            seen.append(json.loads(request.post_data or "{}"))
            if request.method == "POST" and request.url.endswith("/messages")
            else None
        ),
    )
    return seen
