"""`make screenshots`: the pictures of the README and of docs/console.md, made from the sample unit."""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from storage.migrate import upgrade
from tests.e2e.conftest import ARGS, ON_A_PHONE, find_chromium
from tests.e2e.desk_scene import Scene, Sealed, deal, seal
from tests.e2e.phone import Chat
from tests.e2e.served import Served, sample
from web.console.menu import MENU

IMAGES = Path(__file__).parents[2] / "docs" / "images"
COLOURS = 128
MORNING = datetime(2026, 12, 9, 2, 30, tzinfo=UTC)
"""A Wednesday, half past nine there: the pictures of the desk are the same whenever they are made."""
DEVICES: dict[str, Any] = {"phone": {"width": 390, "height": 844}, "wide": {"width": 1280, "height": 860}}
OPENED = {"matter": "Duyệt", "report": "Lập vấn đề"}
"""What is tapped before the picture is taken."""
WHOLE = {"matter", "referrals", "report", "unit"}
"""Pages shown from top to bottom."""
SAID = "Trạm y tế hết vắc-xin, bà con đi về hai lần, gọi chị Lan 0912345678 không ai nghe máy"


def main() -> int:
    """Write `docs/images/*.png` and `docs/images/console/*.png`. Gives the exit code."""
    chromium = find_chromium()
    if chromium is None:
        print("Chromium is needed for the pictures", file=sys.stderr)  # noqa: T201
        return 2
    (IMAGES / "console").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        url = f"sqlite:///{folder}/sample.db"
        upgrade(url)
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGS)
        with sample(url, Path(folder)) as trial:
            two_phones(browser, trial)
            one_phone(browser, trial)
        url = f"sqlite:///{folder}/desk.db"
        upgrade(url)
        with sample(url, Path(folder) / "desk", lambda: MORNING) as trial:
            desk(browser, trial)
        browser.close()
    return 0


def desk(browser: Browser, trial: Served) -> None:
    """Every page of the desk and the unit's own, on a phone and on a wide screen."""
    scene = deal(trial, MORNING)
    for device, viewport in DEVICES.items():
        options = ON_A_PHONE | {"viewport": viewport}
        page = browser.new_page(base_url=trial.url, **options, reduced_motion="reduce")
        for name, path in pages_of(scene).items():
            page.goto(path)
            if name in OPENED:
                page.locator("summary").filter(has_text=OPENED[name]).first.click()
            keep(page, f"console/{name}-{device}", whole=name in WHOLE)
        page.close()
    sealed = seal(trial, MORNING)
    for device, viewport in DEVICES.items():
        context = browser.new_context(base_url=trial.url, **ON_A_PHONE | {"viewport": viewport})
        context.add_cookies([{"name": "ban", "value": sealed.cookie, "url": trial.url}])
        page = context.new_page()
        for name, path in sealed_pages(sealed).items():
            page.goto(path)
            keep(page, f"console/{name}-{device}")
        context.close()


def pages_of(scene: Scene) -> dict[str, str]:
    """Name and path of every page that is read."""
    menu = {one.name: one.path for one in MENU if one.thing != "sealed"}  # nobody of the sample reads that
    return menu | {
        "matter": f"/ban/van-de/{scene.matter}",
        "report": f"/ban/phan-anh/{scene.loose}",
        "sessions": "/ban/phien",
        "entrance": "/ban/vao",
        "unit": scene.path,
    }


def sealed_pages(sealed: Sealed) -> dict[str, str]:
    """Name and path of what only readers above see."""
    return {
        "sealed": "/ban/kin",
        "sealed-report": f"/ban/kin/{sealed.report}",
        "direct-line": "/ban/kin/nguoi",
    }


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


def keep(page: Page, name: str, *, whole: bool = False) -> None:
    """Save what is seen, with few colours: pages are flat, and a repository keeps pictures for ever. `whole`:
    also what is further down."""
    file = IMAGES / f"{name}.png"
    page.mouse.move(0, 0)
    page.screenshot(path=file, full_page=whole)
    with Image.open(file) as picture:
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(file, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
