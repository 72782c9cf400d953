"""The chat page on a bad line: what is typed is kept, sent in order and each exactly once."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from tests.e2e.phone import Phone, posted
from tests.e2e.served import Served

pytestmark = [pytest.mark.chromium, pytest.mark.xdist_group("chromium-chat")]

MESSAGES = "**/chat/messages"
KEPT = "Đã giữ trên máy này, sẽ tự gửi."


def test_what_is_typed_offline_is_kept_and_sent_exactly_once(unit: Served, phone: Phone) -> None:
    sent = posted(phone.page)
    phone.loses_the_net()
    phone.types("KHẨN: cây đổ chắn đường tổ 9, xe máy không qua được")
    phone.says("cây đổ chắn đường", "waiting")
    expect(phone.owns.filter(has_text=KEPT)).to_have_count(1)
    expect(phone.link).to_contain_text("Mất mạng")
    phone.finds_the_net()
    phone.says("cây đổ chắn đường", "sent")
    phone.tap("Bức xúc")
    phone.tap("Gửi khẩn")
    phone.hears("Đã ghi nhận khẩn")
    assert unit.filed("cây đổ") == 1
    assert len({post["id"] for post in sent if "cây đổ" in post.get("text", "")}) == 1


def test_messages_typed_offline_go_in_the_order_they_were_typed(phone: Phone) -> None:
    phone.loses_the_net()
    for command in ("/trogiup", "/cuatoi", "/dulieu"):
        phone.types(command)
    phone.says("/dulieu", "waiting")
    sent = posted(phone.page)
    phone.finds_the_net()
    phone.says("/dulieu", "sent")
    assert list(dict.fromkeys(post["text"] for post in sent)) == ["/trogiup", "/cuatoi", "/dulieu"]


def test_what_waits_survives_a_reload(phone: Phone) -> None:
    phone.page.route(
        MESSAGES, lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    phone.types("Nước ngập tổ 3 đến đầu gối, bà con kê đồ lên cao")
    phone.says("Nước ngập tổ 3", "waiting")
    phone.reload()
    phone.says("Nước ngập tổ 3", "waiting")
    phone.page.unroute(MESSAGES)
    phone.says("Nước ngập tổ 3", "sent")


def test_a_report_whose_answer_was_lost_is_not_filed_twice(unit: Served, phone: Phone) -> None:
    lost = []

    def lose_the_first_answer(route: Route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    phone.page.route(MESSAGES, lose_the_first_answer)
    phone.types("Giá rau ở chợ tổ 5 tăng gấp đôi, nhiều bà nội trợ kêu ca")
    phone.says("Giá rau", "sent")
    phone.tap("Bức xúc")
    phone.tap("Gửi")
    phone.hears("ĐÃ GỬI")
    assert lost == [200]
    assert unit.filed("Giá rau") == 1
    expect(phone.bots.filter(has_text="Giá rau")).to_have_count(1)


def test_a_busy_server_is_asked_again(phone: Phone) -> None:
    refusals = [503, 500, 502]

    def busy(route: Route) -> None:
        if route.request.method == "POST" and refusals:
            route.fulfill(status=refusals.pop(), body="<html>busy</html>", content_type="text/html")
        else:
            route.continue_()

    phone.page.route(MESSAGES, busy)
    phone.types("/trogiup")
    expect(phone.owns.filter(has_text=KEPT)).to_have_count(1)
    phone.view.get_by_role("button", name="Gửi ngay").click()
    phone.hears("/khongphatsinh", timeout=15_000)
    assert refusals == []


def test_a_login_page_of_a_strange_network_is_no_answer(phone: Phone) -> None:
    def portal(route: Route) -> None:
        if route.request.method == "POST":
            route.fulfill(status=200, body="<html>Đăng nhập wifi</html>", content_type="text/html")
        else:
            route.continue_()

    phone.page.route(MESSAGES, portal)
    phone.types("/cuatoi")
    phone.says("/cuatoi", "waiting")
    phone.page.unroute(MESSAGES)
    phone.says("/cuatoi", "sent")


def test_a_refused_message_says_why_and_keeps_its_words(phone: Phone) -> None:
    sent = posted(phone.page)
    phone.types("/trogiup")
    phone.hears("/khongphatsinh")
    used = sent[0]["id"]

    def with_a_used_id(route: Route) -> None:
        body = json.loads(route.request.post_data or "{}") | {"id": used}
        route.continue_(post_data=json.dumps(body))

    phone.page.route(MESSAGES, with_a_used_id)
    with phone.page.expect_response(MESSAGES) as response:
        phone.types("Bà con tổ 6 hỏi lịch tiêm chủng tháng này")
    assert response.value.status == 409
    phone.says("Bà con tổ 6 hỏi", "refused")
    expect(phone.owns.filter(has_text="Bà con tổ 6").get_by_role("paragraph").last).not_to_be_empty()
    phone.view.get_by_role("button", name="Sửa lại").click()
    expect(phone.text).to_have_value("Bà con tổ 6 hỏi lịch tiêm chủng tháng này")
    expect(phone.text).to_be_focused()


def test_the_end_of_a_session_asks_for_a_code_and_loses_nothing(unit: Served, phone: Phone) -> None:
    phone.types("/trogiup")
    phone.hears("/khongphatsinh")  # the page listens by now, and hears of the end with its next post
    phone.is_logged_out()
    phone.types("Đường tổ 8 sụt lún, xe tải vẫn chạy qua")
    expect(phone.view.get_by_role("heading", name="Nhập mã để vào")).to_be_visible()
    phone.says("Đường tổ 8 sụt lún", "held")
    code = phone.view.get_by_label("Mã mời")
    code.fill("123")
    code.press("Enter")
    expect(phone.view.get_by_text("Mã gồm 10 chữ cái, không có số.")).to_be_visible()
    code.fill(f"{unit.url}/join/{unit.code().lower()}")
    code.press("Enter")
    phone.tap("Tôi đồng ý")
    phone.tap("Không cần nhắc")
    phone.hears("Đã tham gia")
    phone.says("Đường tổ 8 sụt lún", "held")
    phone.owns.get_by_role("button", name="Gửi", exact=True).click()
    phone.says("Đường tổ 8 sụt lún", "sent")


def test_where_the_event_stream_is_swallowed_answers_still_come(
    unit: Served, context: Callable[..., BrowserContext]
) -> None:
    phone = Phone(context(), unit.url)
    phone.page.route("**/chat/stream?*", lambda route: route.abort())
    phone.joins(unit.code())
    phone.types("/trogiup")
    phone.hears("/khongphatsinh", timeout=8_000)


def test_a_page_seen_before_opens_without_a_network(
    unit: Served, context: Callable[..., BrowserContext]
) -> None:
    phone = Phone(context(service_workers="allow"), unit.url).joins(unit.code())
    phone.reload()
    phone.page.evaluate("navigator.serviceWorker.ready")
    phone.page.wait_for_function("caches.match('/chat')")
    phone.loses_the_net()
    phone.types("Lửa cháy ở bãi rác cuối tổ 1")
    phone.says("Lửa cháy", "waiting")
    phone.reload()
    phone.says("Lửa cháy", "waiting")
    phone.page.goto(unit.url + "/join/ABCDEFGHIJ")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Chưa có mạng")
    phone.finds_the_net()
    phone.open()
    phone.says("Lửa cháy", "sent")


def test_the_worker_keeps_no_message(unit: Served, context: Callable[..., BrowserContext]) -> None:
    phone = Phone(context(service_workers="allow"), unit.url).joins(unit.code())
    phone.reload()
    phone.types("Chuyện riêng của tổ 2 chỉ để thử")
    phone.hears("Chuyện riêng của tổ 2")
    kept = phone.page.evaluate("""async () => {
        const texts = [];
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
                texts.push(request.url, await (await cache.match(request)).text());
            }
        }
        return texts.join("\\n");
    }""")
    assert "/chat" in kept
    assert "Chuyện riêng" not in kept
    assert "/messages" not in [line.rsplit("/chat", 1)[-1] for line in kept.splitlines()]


def test_leaving_wipes_the_device(phone: Phone) -> None:
    phone.types("Bà con tổ 4 bàn chuyện trường học")
    phone.hears("Bà con tổ 4")
    phone.text.fill("còn dở")
    phone.view.get_by_label("Tùy chọn").click()
    phone.view.get_by_role("button", name="Rời khỏi máy này").click()
    phone.view.get_by_role("button", name="Rời đi").click()
    expect(phone.page.get_by_label("Mã mời")).to_be_visible()
    kept = phone.keeps()
    assert "tổ 4" not in kept
    assert "còn dở" not in kept


def test_a_tap_made_offline_shows_that_it_waits_and_then_counts(unit: Served, phone: Phone) -> None:
    phone.types("Vỉa hè tổ 6 bị lấn chiếm, người đi bộ phải xuống đường")
    expect(phone.button("Bức xúc")).to_be_visible()
    phone.loses_the_net()
    phone.tap("Bức xúc")
    phone.tap("Gửi")
    expect(phone.bots.last).to_contain_text(KEPT)
    phone.finds_the_net()
    phone.hears("ĐÃ GỬI")
    assert unit.filed("Vỉa hè tổ 6") == 1
