"""A visitor moves the clock of the sample and watches how a period goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from bot.clock import shifted_clock
from tests.e2e.phone import Chat
from tests.e2e.served import sample

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
    expect(time).to_contain_text("Giờ ở đơn vị mẫu: Thứ Tư 11/11/2026, 09:0")
    time.get_by_role("button", name="Việc kế tiếp của kỳ: Thứ Tư 18/11/2026, 08:00").click()
    expect(time).to_contain_text("Giờ ở đơn vị mẫu: Thứ Tư 18/11/2026, 08:0")
    left.hears("Báo cáo tháng 11/2026 hạn 17:00 20/11/2026")
    left.tap("Không phát sinh")
    left.hears("Xác nhận tháng 11/2026")
    left.tap("Không phát sinh")
    left.hears("Đã ghi nhận: tháng 11/2026 không phát sinh")
    time.get_by_role("button", name="Hạn báo cáo: Thứ Sáu 20/11/2026, 17:00").click()
    right.hears("Đã báo 2 · không phát sinh 1 · chậm 0 · chưa báo 1")
    right.hears("Chưa báo: Cộng tác viên tổ 9")


def test_the_clock_speaks_the_language_of_the_page(page: Page) -> None:
    page.locator(".languages [data-lang=en]").click()
    expect(page.locator(".time")).to_contain_text("Time in the sample unit: Wednesday 11/11/2026, 09:0")
