"""The page of a unit on a phone: read, accepted and answered with a thumb, on a bad line, without scripts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from bot.plans import desk_rules_of, reminding_of
from storage import meta
from tests.bot.test_web_channel import PDF, photo
from tests.e2e.served import Served
from tests.e2e.test_accessible import assert_usable
from tests.house import settings_for
from tests.referred import SAID, Referred, refer

pytestmark = [pytest.mark.chromium, pytest.mark.xdist_group("chromium-desk")]

PHONE = {"width": 360, "height": 740}
FOUND = "Kiểm tra ngày 20/11 tại kênh Nước Đen: lục bình phủ khoảng 200 mét, chưa được vớt trong quý III."
PLANNED = "Thuê hai ghe vớt trong tuần tới, sau đó vớt mỗi tháng một lần."


@pytest.fixture
def asked(unit: Served, tmp_path: Path) -> Referred:
    """A referral put to a unit."""
    settings = settings_for(f"sqlite:///{tmp_path}/none.db", tmp_path, None)
    key = unit.database.read(lambda c: meta.get(c, "web_key")) or ""
    rules = desk_rules_of(settings, reminding_of(settings, frozenset()), key)
    return refer(unit.database, rules, unit.unit_id, datetime.now(UTC))


def opened(context: BrowserContext, unit: Served, asked: Referred) -> Page:
    """The link opened on a phone."""
    page = context.new_page()
    page.goto(unit.url + asked.path)
    return page


def fill(page: Page) -> None:
    """Type an answer."""
    page.get_by_label("Có cơ sở", exact=True).check()
    page.get_by_label("Đã kiểm tra gì").fill("Đi dọc kênh cùng tổ trưởng")
    page.get_by_label("Kết quả").fill(FOUND)
    page.get_by_label("Sẽ làm gì").fill(PLANNED)


@pytest.mark.rotates
@pytest.mark.parametrize("scripts", [True, False])
def test_a_unit_accepts_attaches_and_answers(
    unit: Served, asked: Referred, context: Callable[..., BrowserContext], scripts: bool
) -> None:
    page = opened(context(viewport=PHONE, java_script_enabled=scripts), unit, asked)
    expect(page.get_by_text(SAID.partition("\n")[0])).to_be_visible()
    page.get_by_role("button", name="Tiếp nhận").click()
    expect(page.get_by_text("Đã tiếp nhận, chờ trả lời")).to_be_visible()
    fill(page)
    pictures = [
        {"name": "lan-ban.jpg", "mimeType": "image/jpeg", "buffer": photo()},
        {"name": "to-trinh.pdf", "mimeType": "application/pdf", "buffer": PDF},
    ]
    page.get_by_label("Ảnh, PDF kèm theo").set_input_files(pictures)
    page.get_by_role("button", name="Đính kèm tệp đã chọn").click()
    expect(page.get_by_role("button", name="Bỏ Ảnh 1")).to_be_visible()
    page.get_by_role("button", name="Bỏ Tệp PDF 2").click()
    expect(page.get_by_label("Kết quả")).to_have_value(FOUND)
    page.get_by_role("button", name="Gửi trả lời").click()
    expect(page.get_by_text("Đã trả lời, chờ điều phối viên xem")).to_be_visible()
    expect(page.get_by_text(FOUND)).to_be_visible()
    page.reload()
    assert [one.found for one in asked.answers()] == [FOUND]
    assert len(asked.files()) == 1


def test_what_is_typed_outlives_a_line_that_breaks(
    unit: Served, asked: Referred, context: Callable[..., BrowserContext]
) -> None:
    phone = context(viewport=PHONE)
    page = opened(phone, unit, asked)
    fill(page)
    phone.set_offline(True)
    page.get_by_role("button", name="Gửi trả lời").click()
    page.wait_for_url("chrome-error://**")
    phone.set_offline(False)
    page = opened(phone, unit, asked)
    expect(page.get_by_label("Kết quả")).to_have_value(FOUND)
    expect(page.get_by_label("Có cơ sở", exact=True)).to_be_checked()
    page.get_by_role("button", name="Gửi trả lời").click()
    expect(page.get_by_text("Đã trả lời, chờ điều phối viên xem")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


def test_what_was_masked_is_shown_and_sent_by_pressing_once_more(
    unit: Served, asked: Referred, context: Callable[..., BrowserContext]
) -> None:
    page = opened(context(viewport=PHONE), unit, asked)
    fill(page)
    page.get_by_label("Kết quả").fill(f"{FOUND} Gọi ông Trần Văn Khoát 0987654321.")
    page.get_by_role("button", name="Gửi trả lời").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Kết quả")).to_have_value(f"{FOUND} Gọi ông [tên] [SĐT].")
    assert "0987654321" not in page.evaluate("JSON.stringify({...localStorage})")
    page.get_by_role("button", name="Gửi trả lời").click()
    expect(page.get_by_text("Đã trả lời, chờ điều phối viên xem")).to_be_visible()


@pytest.mark.rotates
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_state_of_the_page_has_names_contrast_and_room_for_a_thumb(
    unit: Served, asked: Referred, context: Callable[..., BrowserContext], scheme: str, width: int
) -> None:
    page = opened(
        context(viewport={"width": width, "height": 720}, color_scheme=scheme, reduced_motion="reduce"),
        unit,
        asked,
    )
    for summary in page.locator("summary").all():
        summary.click()
    assert_usable(page, "sent")
    page.get_by_role("button", name="Gửi trả lời").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert_usable(page, "wrong")
    fill(page)
    page.get_by_label("Ảnh, PDF kèm theo").set_input_files(
        [{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo()}]
    )
    page.get_by_role("button", name="Đính kèm tệp đã chọn").click()
    assert_usable(page, "attached")
    page.get_by_role("button", name="Gửi trả lời").click()
    expect(page.get_by_text("Đã trả lời, chờ điều phối viên xem")).to_be_visible()
    assert_usable(page, "answered")
    page.goto(f"{unit.url}/phieu/abc")
    assert_usable(page, "gone")


def test_on_paper_the_forms_are_gone(
    unit: Served, asked: Referred, context: Callable[..., BrowserContext]
) -> None:
    page = opened(context(viewport=PHONE), unit, asked)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Gửi trả lời")).to_be_hidden()
    expect(page.get_by_text(SAID.partition("\n")[0])).to_be_visible()
