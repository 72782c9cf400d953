"""The pages without a mouse, without good eyes, in the sun, on a small or old phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.phone import Chat, Phone
from tests.e2e.served import Served

pytestmark = [pytest.mark.chromium, pytest.mark.xdist_group("chromium-chat")]

UNNAMED = """() => [...document.querySelectorAll("button, a[href], input, textarea, summary, img, iframe")]
  .filter((one) => one.checkVisibility())
  .filter((one) => !(one.ariaLabel || one.title || one.hasAttribute("alt")
    || one.labels?.length || one.textContent.trim()))
  .map((one) => one.outerHTML)"""

SMALL = """() => [...document.querySelectorAll("button, input, textarea, summary, .wide, .languages a")]
  .filter((one) => one.checkVisibility() && !one.matches(".command"))
  .filter((one) => one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 44)
  .map((one) => one.outerHTML)"""

FAINT = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => {
    const part = (v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ground = (one) => {
    for (; one; one = one.parentElement) {
      const found = rgba(getComputedStyle(one).backgroundColor);
      if (found[3] === 255) return found;
    }
    return rgba(getComputedStyle(document.body).backgroundColor);
  };
  const contrast = (one) => {
    const both = [rgba(getComputedStyle(one).color), ground(one)].map(light);
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  };
  const speaks = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.body.querySelectorAll("*")]
    .filter((one) => speaks(one) && one.checkVisibility() && !one.matches(".unseen, noscript, script"))
    .map((one) => [contrast(one), parseFloat(getComputedStyle(one).fontSize), one.outerHTML])
    .filter(([ratio, size]) => ratio < 4.5 || size < 15.9);
}"""


def test_a_report_can_be_filed_and_claimed_with_the_keyboard_alone(
    panes: tuple[Chat, Chat], trial: Served
) -> None:
    left, right = panes
    keyboard = left.text.page.keyboard
    left.text.focus()
    keyboard.type("Cầu tổ 3 gãy lan can")
    keyboard.press("Shift+Enter")
    keyboard.type("trẻ con đi học rất nguy hiểm")
    keyboard.press("Enter")
    expect(left.text).to_be_focused()
    for label in ("Bức xúc", "Khẩn"):
        left.button(label).focus()
        keyboard.press("Space")
        expect(left.button(label)).to_have_attribute("aria-pressed", "true")
        expect(left.button(label)).to_be_focused()
    for _ in range(3):
        keyboard.press("Tab")
    expect(left.button("Gửi khẩn")).to_be_focused()
    keyboard.press("Enter")
    left.hears("Đã ghi nhận khẩn")
    right.hears("Cầu tổ 3 gãy lan can")
    assert trial.filed("Cầu tổ 3 gãy lan can\ntrẻ con") == 1


def test_the_keyboard_stays_where_the_buttons_were_when_they_vanish(phone: Phone) -> None:
    phone.types("Xe rác tổ 2 bỏ chuyến hai hôm liền")
    phone.tap("Băn khoăn")
    phone.button("Gửi").focus()
    phone.page.keyboard.press("Enter")
    phone.hears("ĐÃ GỬI")
    expect(phone.bots.filter(has_text="ĐÃ GỬI")).to_be_focused()


def test_enter_that_ends_a_syllable_of_an_input_method_sends_nothing(phone: Phone) -> None:
    phone.text.fill("Đườn")
    phone.text.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    expect(phone.owns).to_have_count(0)
    expect(phone.text).to_have_value("Đườn")


def test_what_is_chosen_is_said_not_only_coloured(phone: Phone) -> None:
    phone.types("Loa phường tổ 5 nói quá sớm, người già mất ngủ")
    expect(phone.button("Bức xúc")).to_have_attribute("aria-pressed", "false")
    before = phone.button("Gửi").bounding_box()
    phone.tap("Bức xúc")
    expect(phone.button("Bức xúc")).to_have_attribute("aria-pressed", "true")
    marker = "one => getComputedStyle(one, '::before').content"
    assert phone.button("Bức xúc").evaluate(marker) == '"●"'
    assert phone.button("Băn khoăn").evaluate(marker) == "none"
    assert phone.button("Gửi").get_attribute("aria-pressed") is None
    assert (before or {}).get("x") == (phone.button("Gửi").bounding_box() or {}).get("x")


def test_what_the_bot_says_is_read_aloud_but_not_its_buttons(phone: Phone) -> None:
    expect(phone.log).to_have_attribute("aria-live", "polite")
    phone.types("/dulieu")
    phone.hears("Dữ liệu của tôi")
    assert phone.bots.last.locator(".rows").get_attribute("aria-live") == "off"
    assert phone.owns.last.get_attribute("aria-live") == "off"


def pages(phone: Phone, code: str) -> list[tuple[str, Any]]:
    """Every kind of page in every state worth a look, as (name, how to get there)."""

    def with_a_card() -> None:
        phone.open()
        phone.types("KHẨN: điện thoại 0912345678 báo cháy ở chợ tổ 7")
        phone.tap("Bức xúc")
        expect(phone.button("Bức xúc")).to_have_attribute("aria-pressed", "true")

    def with_options() -> None:
        phone.open()
        phone.view.get_by_label("Tùy chọn").click()

    def offline() -> None:
        phone.open()
        phone.hears("Đã tham gia")
        phone.loses_the_net()
        phone.types("Không mạng")
        expect(phone.link).to_contain_text("Mất mạng")
        phone.finds_the_net()

    def locked() -> None:
        phone.open()
        phone.is_logged_out()
        phone.types("Hết phiên")
        expect(phone.view.get_by_label("Mã mời")).to_be_visible()

    def goto(path: str) -> Callable[[], Any]:
        return lambda: phone.page.goto(phone.url + path)

    return [
        ("card", with_a_card),
        ("options", with_options),
        ("offline", offline),
        ("locked", locked),
        ("first", goto("/")),
        ("away", goto("/away")),
        ("missing", goto("/sample/nobody")),
    ]


@pytest.mark.rotates
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_has_a_name_a_contrast_and_room_for_a_thumb(
    unit: Served, context: Callable[..., BrowserContext], scheme: str
) -> None:
    viewport = {"width": 320, "height": 640}
    phone = Phone(context(color_scheme=scheme, viewport=viewport, reduced_motion="reduce"), unit.url)
    phone.joins(unit.code())
    for name, go in pages(phone, unit.code()):
        go()
        assert_usable(phone.page, name)


@pytest.mark.rotates
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_sample_page_is_as_usable(
    trial: Served, context: Callable[..., BrowserContext], scheme: str, width: int
) -> None:
    page = context(color_scheme=scheme, viewport={"width": width, "height": 720}).new_page()
    page.goto(trial.url)
    Chat(page.frame_locator("iframe").first).ready()
    assert_usable(page, "sample")


def assert_usable(page: Page, name: str) -> None:
    """Names, sizes, contrasts, one heading, one main place, a language, nothing wider than the screen."""
    assert page.evaluate(UNNAMED) == [], name
    assert page.evaluate(SMALL) == [], name
    assert page.evaluate(FAINT) == [], name
    assert page.locator("h1:visible").count() == 1, name
    assert page.get_by_role("main").count() == 1, name
    assert page.locator("html").get_attribute("lang") == "vi", name
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def test_nothing_moves_for_those_who_want_it_still(
    unit: Served, context: Callable[..., BrowserContext]
) -> None:
    phone = Phone(context(reduced_motion="reduce"), unit.url).joins(unit.code())
    assert phone.page.evaluate("document.getAnimations().length") == 0
    assert phone.bots.last.evaluate("one => getComputedStyle(one).animationName") == "none"


def test_signs_are_drawn_so_that_no_font_is_needed(phone: Phone) -> None:
    phone.types("Bà con tổ 1 bàn chuyện hội làng")
    expect(phone.button("Gửi").locator("svg")).to_have_count(1)
    assert not set("✅✍☑📂❓🙂😟😠⚪🟡🔴✏✖") & set(phone.page.locator("body").inner_text())


def test_on_paper_the_talk_stands_alone(phone: Phone) -> None:
    phone.types("/trogiup")
    phone.hears("/khongphatsinh")
    phone.page.emulate_media(media="print")
    expect(phone.text).to_be_hidden()
    expect(phone.bots.filter(has_text="/khongphatsinh")).to_be_visible()
    assert phone.log.evaluate("one => one.scrollHeight <= one.clientHeight")
