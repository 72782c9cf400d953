"""A real Chromium against the real product. A page that breaks its own rules fails its test."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, sync_playwright

from tests.e2e.phone import Chat, Phone
from tests.e2e.served import Served, office, sample

NOT_FOR_PAGES = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",  # two pages of its own beside every window
    "MediaRouter", "OptimizationHints", "PaintHolding", "HttpsUpgrades",
)  # fmt: skip
"""What Chromium does for who sits before it. It replaces Playwright's list, which has the last four."""

ARGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    f"--disable-features={','.join(NOT_FOR_PAGES)}",
]  # fmt: skip
ON_A_PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "locale": "vi-VN",
    "timezone_id": "Asia/Ho_Chi_Minh",
}
NOT_OURS = re.compile("Failed to load resource: |Service Worker registration blocked by Playwright")
"""What Chromium says of a line that is cut or a request that is refused, as these tests make them."""


def find_chromium() -> str | None:
    """Where a Chromium is; the one without windows does the same with a third less work."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium. Its absence is a failure where tests must not be skipped silently."""
    chromium = find_chromium()
    if chromium is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium under CI", pytrace=False)
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes phones' browsers; nothing in them may break the page's rules (CSP) or throw."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not NOT_OURS.match(message.text):
            wrong.append(message.text)

    def make(**options: Any) -> BrowserContext:
        made = browser.new_context(**{"service_workers": "block"} | ON_A_PHONE | options)
        made.set_default_timeout(15_000)
        made.on("console", heard)
        made.on("weberror", lambda error: wrong.append(str(error.error)))
        contexts.append(made)
        return made

    yield make
    for made in contexts:
        made.close()
    assert wrong == []


@pytest.fixture
def unit(sqlite_url: str, tmp_path: Path) -> Iterator[Served]:
    """A real unit."""
    with office(sqlite_url, tmp_path / "office") as served:
        yield served


@pytest.fixture
def trial(sqlite_url: str, tmp_path: Path) -> Iterator[Served]:
    """The sample unit."""
    with sample(sqlite_url, tmp_path / "sample") as served:
        yield served


@pytest.fixture
def phone(unit: Served, context: Callable[..., BrowserContext]) -> Phone:
    """The phone of a collaborator."""
    return Phone(context(), unit.url).sits_down(unit.cookie())


@pytest.fixture
def panes(trial: Served, context: Callable[..., BrowserContext]) -> tuple[Chat, Chat]:
    """The sample page's two panes: collaborator, duty officer."""
    page = context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(trial.url)
    left, right = (Chat(page.frame_locator(f"iframe[src$={pane}]")) for pane in ("collaborator", "duty"))
    return left.ready(), right.ready()
