"""The desk in a real browser: on a phone and a wide screen, by keyboard, without scripts, live."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.desk_scene import deal
from tests.e2e.phone import Chat
from tests.e2e.served import Served
from tests.e2e.test_accessible import FAINT, SMALL, UNNAMED
from web.console.menu import MENU

pytestmark = [pytest.mark.chromium, pytest.mark.xdist_group("chromium-desk")]

READ = [one.path for one in MENU if one.thing != "sealed"] + [
    "/ban/phien",
    "/ban/phan-anh/1",
    "/ban/phan-anh?said=rac",
    "/ban/vao",
]
"""Every page that is read, as the sample's coordinator sees it."""
DEALT = ["/ban", "/ban/van-de", "/ban/van-de/1", "/ban/van-de/4", "/ban/phieu", "/ban/phan-anh/13"]
"""The same a morning later (`desk_scene`)."""
SMALL_BUT_TICKS = SMALL.replace('".command"', '".command, .picks input"')
"""What is ticked is pressed by its whole line."""


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


def test_pages_of_matters_fit_a_phone_with_everything_opened(page: Page, trial: Served) -> None:
    deal(trial, datetime.now(UTC))
    for dark in ("light", "dark"):
        page.emulate_media(color_scheme=dark)  # type: ignore[arg-type]
        for path in DEALT:
            page.goto(path)
            page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
            assert page.evaluate(UNNAMED) == [], path
            assert page.evaluate(SMALL_BUT_TICKS) == [], path
            assert page.evaluate(FAINT) == [], (path, dark)
            assert page.locator("h1").count() == 1, path


@pytest.mark.parametrize("scripts", [True, False])
def test_a_matter_is_put_to_a_unit_on_a_phone_and_masked_words_are_looked_at(
    trial: Served, context: Callable[..., BrowserContext], scripts: bool
) -> None:
    page = context(base_url=trial.url, java_script_enabled=scripts).new_page()
    page.goto("/ban/phan-anh/13")
    form = page.locator("form[action$='/chuyen']")
    page.locator("summary").filter(has_text="Chuyển đơn vị").click()
    form.locator("select").select_option(label="Điện lực khu vực")
    form.get_by_label("Khẩn:").check()
    form.locator("textarea").fill("Lịch tiếp dân chưa niêm yết, gọi bà Trần Thị Khoát 0987654321")
    form.get_by_role("button", name="Chuyển đơn vị").click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa ghi gì")
    expect(page.locator("textarea")).to_have_value("Lịch tiếp dân chưa niêm yết, gọi bà [tên] [SĐT]")
    page.get_by_role("button", name="Chuyển đơn vị").click()
    expect(page.get_by_role("status")).to_contain_text("Đã chuyển")
    page.goto("/ban/phieu")
    card = page.locator("article").filter(has_text="Điện lực khu vực").first
    card.get_by_role("button", name="Đôn đốc").click()
    expect(page.get_by_role("status")).to_contain_text("Đã ghi đôn đốc")
    card.locator("summary").click()
    expect(card.get_by_role("textbox")).to_have_value(re.compile("/phieu/"))
    expect(card.get_by_role("button", name="Sao chép")).to_be_visible(visible=scripts)
    if scripts:
        card.get_by_role("button", name="Sao chép").click()
        expect(card.get_by_role("button", name="Đã sao chép")).to_be_visible()


def test_a_printed_matter_is_its_story_without_forms(page: Page) -> None:
    page.goto("/ban/van-de/4")
    page.emulate_media(media="print")
    expect(page.locator(".deed").first).to_be_hidden()
    expect(page.locator(".timeline")).to_be_visible()


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
