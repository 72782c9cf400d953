"""The desk in a real browser: on a phone and a wide screen, by keyboard, without scripts, live."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.phone import Chat
from tests.e2e.served import Served
from tests.e2e.test_accessible import FAINT, SMALL, UNNAMED
from web.console.menu import MENU

pytestmark = [pytest.mark.chromium, pytest.mark.xdist_group("chromium-console")]

READ = [one.path for one in MENU] + ["/ban/phien", "/ban/phan-anh/1", "/ban/phan-anh?said=rac", "/ban/vao"]
"""Every page that is read, as the sample's coordinator sees it."""


@pytest.fixture
def page(trial: Served, context: Callable[..., BrowserContext]) -> Page:
    """The sample's desk on a phone."""
    return context(base_url=trial.url).new_page()


def test_every_page_fits_a_phone_and_can_be_read_and_pressed(page: Page) -> None:
    for dark in ("light", "dark"):
        page.emulate_media(color_scheme=dark)  # type: ignore[arg-type]
        for path in READ:
            page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
            assert page.evaluate(UNNAMED) == [], path
            assert page.evaluate(SMALL) == [], path
            assert page.evaluate(FAINT) == [], (path, dark)
            assert page.locator("h1").count() == 1, path


def test_the_desk_is_used_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/ban")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.goto("/ban/phan-anh")
    page.keyboard.press("/")
    expect(page.locator("#said")).to_be_focused()
    page.keyboard.type("rac")
    page.keyboard.press("Enter")
    expect(page.locator(".reports > li")).not_to_have_count(0)
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate("document.activeElement.getAttribute('href') ?? document.activeElement.tagName")
        )
    assert {"BODY"} & seen or "/ban/phien" in seen, "no trap: the end of the page is reached"


def test_everything_is_read_without_scripts(trial: Served, context: Callable[..., BrowserContext]) -> None:
    page = context(base_url=trial.url, java_script_enabled=False).new_page()
    for path in READ:
        page.goto(path)
        expect(page.locator("h1")).to_be_visible()
    page.goto("/ban/phan-anh")
    page.locator(".filters summary").click()
    page.locator("select[name=topic]").select_option("MT")
    page.get_by_role("button", name="Lọc").click()
    expect(page.locator(".reports > li").first).to_be_visible()


def test_a_report_that_comes_is_told_without_a_reload(
    page: Page, trial: Served, context: Callable[..., BrowserContext]
) -> None:
    page.goto("/ban/phan-anh")
    expect(page.locator("#news")).to_be_hidden()
    phone = context(base_url=trial.url).new_page()
    phone.goto("/sample/collaborator")
    chat = Chat(phone).ready()
    chat.types("Đèn đường tổ 4 tắt cả tuần nay, bà con đi lại khó")
    chat.tap("Băn khoăn")
    chat.tap("Gửi")
    chat.hears("ĐÃ GỬI")
    expect(page.locator("#news")).to_have_text("1 phản ánh mới. Bấm để xem", timeout=15_000)
    page.locator("#news").click()
    expect(page.locator(".reports > li").first).to_contain_text("Đèn đường tổ 4")


def test_marked_words_are_those_to_erase(page: Page) -> None:
    page.goto("/ban/phan-anh/1")
    page.locator(".erase summary").click()
    page.evaluate("getSelection().selectAllChildren(document.getElementById('words'))")
    expect(page.locator("#piece")).not_to_have_value("")


def test_a_printed_page_has_no_menu(page: Page) -> None:
    page.goto("/ban/bieu-do")
    page.emulate_media(media="print")
    expect(page.locator(".menu")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
