"""A visitor moves the clock of the sample and watches how a period goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from bot.clock import shifted_clock
from tests.e2e.phone import Chat
from tests.e2e.served import sample

pytestmark = [pytest.mark.chromium, pytest.mark.xdist_group("chromium-chat")]

MORNING = datetime.fromisoformat("2026-11-11T09:00:00+07:00")


@pytest.fixture
def page(sqlite_url: str, tmp_path: Path, context: Callable[..., BrowserContext]) -> Iterator[Page]:
    """The page of a sample unit in which it is a Wednesday of November."""
    with sample(sqlite_url, tmp_path / "sample", shifted_clock(MORNING)) as served:
        page = context(viewport={"width": 1280, "height": 800}).new_page()
        page.goto(served.url)
        yield page


def test_reminders_come_as_the_clock_is_moved_and_end_with_the_report(page: Page) -> None:
    panes = [Chat(page.frame_locator(f"iframe[src$={pane}]")) for pane in ("collaborator", "duty")]
    left, right = (pane.ready() for pane in panes)
    time = page.locator(".time")
    expect(time).to_contain_text(re.compile(r"Giờ ở đơn vị mẫu: 09:0\d thứ Tư 11/11/2026"))
    time.get_by_role("button", name="Việc kế tiếp của kỳ: 08:00 thứ Tư 18/11/2026").click()
    expect(time).to_contain_text(re.compile(r"Giờ ở đơn vị mẫu: 08:0\d thứ Tư 18/11/2026"))
    left.hears("Báo cáo tháng 11/2026 hạn 17:00 20/11/2026")
    left.tap("Không phát sinh")
    left.hears("Xác nhận tháng 11/2026")
    left.tap("Không phát sinh")
    left.hears("Đã ghi nhận: tháng 11/2026 không phát sinh")
    time.get_by_role("button", name="Hạn báo cáo: 17:00 thứ Sáu 20/11/2026").click()
    right.hears("Đã báo 2 · không phát sinh 1 · chậm 0 · chưa báo 1")
    right.hears("Chưa báo: Cộng tác viên tổ 9")


def test_own_messages_carry_the_time_of_the_sample(page: Page) -> None:
    chat = Chat(page.frame_locator("iframe[src$=collaborator]")).ready()
    chat.types("Loa phường tổ 5 nói quá sớm, người già mất ngủ")
    chat.hears("CHƯA GỬI")
    expect(chat.owns.last.locator("time")).to_have_attribute("datetime", re.compile("^2026-11-11T09:0"))


def test_the_clock_speaks_the_language_of_the_page(page: Page) -> None:
    page.locator(".languages [data-lang=en]").click()
    expect(page.locator(".time")).to_contain_text(
        re.compile(r"Time in the sample unit: 09:0\d on Wednesday, 11/11/2026")
    )


def test_another_site_cannot_move_the_clock_and_nonsense_does_not(page: Page) -> None:
    def post(origin: str, to: str) -> int:
        headers = {"Origin": origin, "Content-Type": "application/json"}
        return page.request.post(f"{page.url}sample/clock", headers=headers, data=to).status

    own = page.url.rstrip("/")
    assert post("https://elsewhere.example", '{"to": "due"}') == 403
    assert [post(own, body) for body in ("", "[]", "{}", "x" * 500)] == [400] * 4
    assert post(own, '{"to": "yesterday"}') == 200
    expect(page.locator(".time")).to_contain_text("thứ Tư 11/11/2026")
