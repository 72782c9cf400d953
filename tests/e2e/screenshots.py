"""`make screenshots`: the pictures of the README, made from the running sample unit."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from storage.migrate import upgrade
from tests.e2e.conftest import ARGS, ON_A_PHONE, find_chromium
from tests.e2e.phone import Chat
from tests.e2e.served import Served, sample

IMAGES = Path(__file__).parents[2] / "docs" / "images"
COLOURS = 128
SAID = "Trạm y tế hết vắc-xin, bà con đi về hai lần, gọi chị Lan 0912345678 không ai nghe máy"


def main() -> int:
    """Write `docs/images/*.png`. Gives the exit code."""
    chromium = find_chromium()
    if chromium is None:
        print("Chromium is needed for the pictures", file=sys.stderr)  # noqa: T201
        return 2
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        url = f"sqlite:///{folder}/sample.db"
        upgrade(url)
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGS)
        with sample(url, Path(folder)) as trial:
            two_phones(browser, trial)
            one_phone(browser, trial)
            browser.close()
    return 0


def two_phones(browser: Browser, trial: Served) -> None:
    """The sample page: a report being written on the left, the alert of an earlier one on the right."""
    options = ON_A_PHONE | {"viewport": {"width": 1280, "height": 960}}
    page = browser.new_page(**options, reduced_motion="reduce")
    page.goto(trial.url)
    left, right = (Chat(page.frame_locator(f"iframe[src$={pane}]")) for pane in ("collaborator", "duty"))
    left.ready().types("KHẨN: cây đổ chắn đường tổ 9, xe cứu thương không vào được")
    left.tap("Băn khoăn")
    left.tap("Gửi khẩn")
    left.hears("Đã ghi nhận khẩn")
    right.hears("cây đổ chắn đường")
    left.types(SAID)
    left.tap("Bức xúc")
    expect(left.button("Bức xúc")).to_have_attribute("aria-pressed", "true")
    keep(page, "chat")
    page.close()


def one_phone(browser: Browser, trial: Served) -> None:
    """The same report on a phone."""
    options = ON_A_PHONE | {"viewport": {"width": 390, "height": 800}}
    page = browser.new_page(**options, device_scale_factor=2, reduced_motion="reduce")
    page.goto(f"{trial.url}/sample/collaborator")
    chat = Chat(page).ready()
    expect(chat.button("Bức xúc")).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(300)
    keep(page, "phone")
    page.close()


def keep(page: Page, name: str) -> None:
    """Save what is seen, with few colours: pages are flat, and a repository keeps pictures for ever."""
    file = IMAGES / f"{name}.png"
    page.mouse.move(0, 0)
    page.screenshot(path=file)
    with Image.open(file) as picture:
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(file, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
