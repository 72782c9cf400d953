"""A report from the phone's browser, as far as the duty officer's."""

from __future__ import annotations

import io
import json
import re
import time
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, expect

from tests.e2e.phone import Chat, Phone, posted
from tests.e2e.served import Served

pytestmark = [pytest.mark.chromium, pytest.mark.xdist_group("chromium-chat")]

SAID = "Trạm y tế hết vắc-xin, bà con đi về hai lần, gọi 0912345678 không ai nghe"
MASKED = "gọi [SĐT] không ai nghe"


def test_a_report_takes_one_message_and_two_taps(trial: Served, panes: tuple[Chat, Chat]) -> None:
    left, _ = panes
    left.types("Đèn đường tổ 4 hỏng cả tuần, bà con đi tập tối rất ngại")
    left.tap("Băn khoăn")
    left.tap("Gửi")
    left.hears("Trong 10 phút còn sửa hoặc thu hồi được")
    assert [(one["tone"], one["level"]) for one in trial.reports() if "Đèn đường tổ 4" in one["said"]] == [
        ("uneasy", "normal")
    ]


def test_an_urgent_report_reaches_the_duty_officer_who_takes_it(panes: tuple[Chat, Chat]) -> None:
    left, right = panes
    left.types(SAID)
    left.tap("Bức xúc")
    left.tap("Khẩn")
    left.tap("Gửi khẩn")
    right.hears(MASKED)
    right.tap("Tôi nhận xử lý")
    left.hears("cán bộ trực nhận xử lý lúc")
    expect(right.bots.get_by_role("button", name="Tôi nhận xử lý")).to_have_count(0)


def test_an_alert_takes_less_than_a_second(panes: tuple[Chat, Chat]) -> None:
    assert any(seconds_to_the_alert(*panes, place=place) < 1 for place in ("tổ 1", "tổ 2", "tổ 3"))


def seconds_to_the_alert(left: Chat, right: Chat, place: str) -> float:
    """From pressing Gửi to the words on the other screen."""
    left.types(f"KHẨN: cháy chợ ở {place}, khói đen cả khu")
    left.tap("Bức xúc")
    left.button("Gửi khẩn").hover()
    began = time.monotonic()
    left.tap("Gửi khẩn")
    right.hears(f"cháy chợ ở {place}")
    return time.monotonic() - began


def test_taps_faster_than_the_line_file_the_report_once(unit: Served, phone: Phone) -> None:
    phone.page.route("**/chat/messages", lambda route: (phone.page.wait_for_timeout(300), route.continue_()))
    phone.types("Chợ tổ 7 mất điện từ sáng, tiểu thương than phiền nhiều")
    expect(phone.button("Đồng tình")).to_be_visible()
    phone.page.evaluate("""() => {
        const press = (name) => document.querySelector(`.bot button[aria-label="${name}"]`).click();
        press("Bức xúc"); press("Gửi"); press("Gửi");
    }""")
    phone.hears("ĐÃ GỬI")
    assert unit.filed("Chợ tổ 7") == 1


def test_what_the_server_masked_stays_neither_on_the_screen_nor_on_the_device(phone: Phone) -> None:
    phone.types(SAID)
    phone.says(MASKED, "sent")
    assert "0912345678" not in phone.page.content()
    kept = phone.keeps()
    assert "0912345678" not in kept
    assert "[SĐT]" in kept


def test_a_reload_keeps_the_talk_in_order(phone: Phone) -> None:
    phone.types("Đường vào tổ 4 ngập sau mưa, xe máy không qua được")
    phone.tap("Băn khoăn")
    phone.tap("Gửi")
    phone.hears("ĐÃ GỬI")
    phone.types("/trogiup")
    phone.hears("/khongphatsinh")
    expect(phone.log).not_to_contain_text("Đang gửi…")
    before = phone.log.inner_text()
    phone.reload()
    phone.hears("/khongphatsinh")
    assert phone.log.inner_text() == before


def test_a_draft_survives_a_reload(phone: Phone) -> None:
    phone.text.fill("Bà con tổ 9 đang bàn về")
    phone.reload()
    expect(phone.text).to_have_value("Bà con tổ 9 đang bàn về")


def test_the_quick_row_says_its_command_by_its_label(phone: Phone) -> None:
    sent = posted(phone.page)
    phone.view.get_by_role("navigation").get_by_role("button", name="Không phát sinh").click()
    phone.hears("không có vấn đề mới phát sinh?")
    phone.says("Không phát sinh", "sent")
    assert [post["text"] for post in sent] == ["/khongphatsinh"]


def test_ones_own_channels_are_among_the_options(phone: Phone) -> None:
    phone.view.get_by_label("Tùy chọn").click()
    phone.view.get_by_role("button", name="Kênh của tôi").click()
    phone.hears("Trang web · nối lúc")


def test_a_command_in_a_sentence_can_be_pressed(phone: Phone) -> None:
    phone.types("/trogiup")
    phone.bots.get_by_role("button", name="/dulieu").click()
    phone.hears("Dữ liệu của tôi")


def test_a_command_of_two_letters_can_be_pressed_too(panes: tuple[Chat, Chat]) -> None:
    _, right = panes
    right.types("/trogiup")
    right.bots.get_by_role("button", name="/ky", exact=True).click()
    right.hears("Kỳ nào")


def test_ones_own_data_come_as_a_file(phone: Phone) -> None:
    phone.types("/dulieu")
    phone.tap("Xuất dữ liệu")
    with phone.page.expect_download() as download:
        phone.view.get_by_role("link", name=re.compile("^Tải tệp")).click()
    assert "Phường Hoa Sen" in download.value.path().read_text(encoding="utf-8")


def test_a_picture_is_sent_small_and_without_its_name_or_place(unit: Served, phone: Phone) -> None:
    exif = Image.Exif()
    exif[0x010E] = "nhà ông Nguyễn Văn An"
    picture = io.BytesIO()
    Image.new("RGB", (3200, 2400), "#597").save(picture, "JPEG", exif=exif)
    file = {"name": "IMG_0912345678.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()}
    with phone.page.expect_request("**/chat/files") as request:
        phone.page.set_input_files("#files", [file])
        expect(phone.view.get_by_role("button", name="Bỏ Ảnh")).to_be_visible()
        phone.types("Rác dồn ở cuối chợ, bà con phàn nàn nhiều")
    body = request.value.post_data_buffer or b""
    assert b"0912345678" not in body
    assert "Nguyễn".encode() not in body
    phone.says("Rác dồn ở cuối chợ", "sent")
    phone.tap("Bức xúc")
    phone.tap("Gửi")
    phone.hears("ĐÃ GỬI")
    assert [one["attachments"] for one in unit.reports()] == [1]


def test_a_file_that_is_neither_picture_nor_pdf_is_refused_in_words(phone: Phone) -> None:
    file = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"not a picture"}
    phone.page.set_input_files("#files", [file])
    expect(phone.view.get_by_role("alert").filter(has_text="Chỉ nhận ảnh")).to_be_visible()


def test_both_panes_change_their_language_with_the_page(
    trial: Served, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(trial.url)
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Try Báo Nhanh")
    left = Chat(page.frame_locator("iframe").first).ready()
    expect(left.text).to_have_attribute("placeholder", "What are people saying?")
    left.types("/trogiup")
    left.hears("Type what")
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_page_asked_for_in_english_is_answered_in_english(
    trial: Served, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport={"width": 1280, "height": 800}).new_page()
    for address, hint, help in (
        ("/", "Dư luận", "Gõ nội dung"),
        ("/?lang=en", "What are people", "Type what"),
    ):
        page.goto(trial.url + address)
        left = Chat(page.frame_locator("iframe").first).ready()
        expect(left.text).to_have_attribute("placeholder", re.compile(hint))
        left.types("/trogiup")
        left.hears(help)


def test_a_pane_of_the_sample_changes_its_language_alone(
    trial: Served, context: Callable[..., BrowserContext]
) -> None:
    page = context().new_page()
    page.goto(f"{trial.url}/sample/collaborator")
    chat = Chat(page).ready()
    page.get_by_label("Tùy chọn").click()
    page.get_by_role("button", name="English").click()
    expect(chat.text).to_have_attribute("placeholder", re.compile("What are people"))
    chat.ready().types("/trogiup")
    chat.hears("Type what")


def test_the_language_of_the_chat_is_the_persons(phone: Phone) -> None:
    phone.view.get_by_label("Tùy chọn").click()
    phone.view.get_by_role("button", name="English").click()
    expect(phone.view.get_by_role("button", name="Send", exact=True).first).to_be_enabled()
    assert phone.page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("path", ["/", "/sample/collaborator", "/sample/duty"])
def test_every_page_of_the_sample_says_that_it_is_one(
    trial: Served, context: Callable[..., BrowserContext], path: str
) -> None:
    page = context().new_page()
    page.goto(trial.url + path)
    expect(page.get_by_text("Đơn vị mẫu, mọi số liệu đều giả.").first).to_be_visible()


def test_on_a_phone_the_sample_shows_one_pane_and_counts_what_comes_in_the_other(
    trial: Served, context: Callable[..., BrowserContext]
) -> None:
    page = context().new_page()
    page.goto(trial.url)
    left = Chat(page.frame_locator("iframe").first).ready()
    right = Chat(page.frame_locator("iframe").last)
    expect(page.locator("iframe").last).to_be_hidden()
    left.types("KHẨN: cây đổ chắn đường tổ 9, xe cứu thương không vào được")
    left.tap("Bức xúc")
    left.tap("Gửi khẩn")
    tab = page.get_by_role("button", name="Máy điều phối viên trực")
    expect(tab).to_contain_text("1 tin mới")
    tab.click()
    expect(tab).not_to_contain_text("tin mới")
    right.hears("cây đổ chắn đường")


def test_on_a_phone_the_chat_of_the_sample_is_seen_at_once_and_how_to_try_it_on_demand(
    trial: Served, context: Callable[..., BrowserContext]
) -> None:
    page = context().new_page()
    page.goto(trial.url)
    Chat(page.frame_locator("iframe").first).ready()
    seen = page.locator("iframe").first.bounding_box()
    assert seen is not None and seen["height"] > 600  # of 844
    step = page.get_by_text("Ở máy cộng tác viên, gõ")
    expect(step).to_be_hidden()
    page.get_by_text("Thử thế nào").click()
    expect(step).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(step).to_be_visible()


def test_a_second_window_of_the_same_person_shows_the_same_and_sends_nothing_twice(
    unit: Served, phone: Phone
) -> None:
    other = Chat(phone.context.new_page())
    other.view.goto(unit.url + "/chat")  # type: ignore[union-attr]
    other.ready()
    phone.types("Nước máy tổ 2 có mùi lạ từ hôm qua, nhiều hộ hỏi")
    other.hears("Nước máy tổ 2")
    other.tap("Băn khoăn")
    phone.tap("Gửi")
    other.hears("ĐÃ GỬI")
    assert unit.filed("Nước máy tổ 2") == 1


def test_a_finger_that_is_down_while_the_card_is_redrawn_still_counts(phone: Phone) -> None:
    phone.types("Chó thả rông ở tổ 5, trẻ nhỏ sợ không dám ra ngõ")
    phone.button("Gửi").hover()
    phone.page.mouse.down()
    phone.button("Bức xúc").evaluate("one => one.click()")
    expect(phone.button("Bức xúc")).to_have_attribute("aria-pressed", "true")
    phone.page.mouse.up()
    phone.hears("ĐÃ GỬI")


def test_the_page_can_be_installed(unit: Served, context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    page.goto(unit.url)
    address = page.locator("link[rel=manifest]").get_attribute("href")
    manifest = json.loads(page.request.get(f"{unit.url}{address}").text())
    assert (manifest["display"], manifest["start_url"]) == ("standalone", "/chat")
    folder = f"{unit.url}{address}".rsplit("/", 1)[0]
    for icon in manifest["icons"]:
        assert page.request.get(f"{folder}/{icon['src']}").ok
