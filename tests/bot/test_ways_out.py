"""Words people type where buttons are shown: each leads on, back or out, and none becomes a report."""

from __future__ import annotations

import re
from datetime import time

import pytest

from domain.when import read_moment
from storage import focus
from storage.tables import period
from tests.bot.test_guarantees_inbox import file_report
from tests.bot.test_reminders import HANOI, at, ward


async def test_words_that_match_nothing_in_a_coordinators_menu_do_not_become_a_report(database_url):
    async with ward(database_url) as home:
        boss = await home.member(9, "coordinator")
        for command in ("/ky", "/chuabao", "/truc", "/thamdo", "/yeucau"):
            await boss.say(command)
            await boss.expects(lambda message: "CHƯA GỬI" not in message.text)
        await boss.say("/ky")
        await boss.expects("Kỳ nào?")
        await boss.say("chị Hoa tổ trưởng tổ dân phố số chín")
        await boss.expects("Chưa khớp")
        assert not any("CHƯA GỬI" in message.text for message in boss.screen if message.by_bot)


async def test_leaving_twice_asks_twice(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await lan.say("Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        await lan.expects("CHƯA GỬI")
        for _ in range(2):
            await lan.say("/huy")
            await lan.expects("Bỏ bản nháp này?")
        await lan.say("giữ")
        await lan.expects("CHƯA GỬI")


async def test_leave_is_never_the_beginning_of_something_else(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await file_report(lan)
        await lan.say("/cuatoi")
        await lan.expects("PA-1")
        await lan.say("1")
        await lan.expects(lambda message: "➕ Bổ sung" in str(message.rows))
        await lan.say("bỏ")
        await lan.expects("Đã bỏ")
        await lan.say("bỏ")
        await lan.expects("Không có bản nháp nào")
        await lan.say("quay lại")
        await lan.expects("Không có bản nháp nào")


async def test_nothing_at_all_is_an_answer_to_a_point_of_the_focus(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await home.when(at(18, 8))
        home.home.database.write_now(
            lambda c: focus.replace_all(c, _period(home), [("MT", "rác ở chợ"), ("YT", "thuốc ở trạm")])
        )
        await lan.say("/baocaoky")
        await lan.expects("rác ở chợ")
        await lan.say("không có gì")
        await lan.expects("thuốc ở trạm")
        await lan.say("chưa có gì ạ")
        await lan.expects("iệc khác")


def _period(home) -> int:
    """The period that runs."""
    return next(row.id for row in home.home.rows(period) if row.start_at <= home.clock.now < row.end_at)


async def test_the_words_of_a_point_can_be_kept_as_they_are(database_url):
    async with ward(database_url) as home:
        boss = await home.member(9, "coordinator")
        home.home.database.write_now(lambda c: focus.replace_all(c, _period(home), [("MT", "rác ở chợ")]))
        await boss.say("/trongtam")
        await boss.expects("rác ở chợ")
        await boss.say("1")
        await boss.expects("Chọn")
        await boss.say("môi trường, xong")
        await boss.expects("Đang ghi: rác ở chợ")
        await boss.say("giữ nguyên")
        await boss.expects("rác ở chợ")
        await boss.say("lưu")
        await boss.expects("Đã lưu")
        assert [one.said for one in home.home.rows(focus.focus)] == ["rác ở chợ"]


async def test_a_shift_nobody_else_can_take_is_no_dead_end(database_url):
    async with ward(database_url) as home:
        boss = await home.member(9, "coordinator")
        await boss.say("/truc")
        await boss.expects("Chưa có lịch trực")
        for words in ("xếp lịch", "tuần sau", "cả tuần", "1", "lưu"):
            await boss.say(words)
            await boss.expects(lambda message: True)
        await boss.say("/truc")
        await boss.expects("🗓 Lịch trực tuần")
        await boss.say("đổi một ca")
        await boss.expects(lambda message: bool(message.rows))
        await boss.say("1")
        await boss.expects("Chưa có cán bộ trực nào khác")


async def test_the_buttons_of_a_reminder_can_be_typed(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1, reminders=True)
        await home.when(at(18, 8))
        await lan.say("chiều nay ạ")
        await lan.expects("Sẽ nhắc lại lúc 14:00 18/11")
        await lan.say("Sáng mai")
        await lan.expects("Sẽ nhắc lại lúc 08:00 19/11")
        await lan.say("báo cáo kỳ")
        await lan.expects("ý kiến")
        await lan.say("/huy")
        await lan.expects("Đã bỏ")
        await lan.say("Sáng mai thôn Đông họp, bà con lo nước lên")
        await lan.expects("CHƯA GỬI")


async def test_who_says_early_that_nothing_is_new_is_not_reminded_and_may_still_report(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1, reminders=True)
        await lan.say("không có gì mới")
        await lan.expects("Còn sớm, sẽ hỏi lại 18/11/2026. Báo ngay cũng được.")
        await lan.tap("Không phát sinh")
        await lan.expects("tháng 11/2026 không phát sinh")
        await home.when(at(18, 8))
        assert list(home.states().values()) == ["nil"]
        assert not any("hạn 17:00" in message.text for message in lan.screen)
        await file_report(lan)
        assert list(home.states().values()) == ["reported"]


async def test_every_step_but_the_first_has_a_button_back(database_url):
    ways = {
        "/truc": ["xếp lịch", "tuần sau", "mỗi ngày một người"],
        "/trongtam": ["đặt kỳ này", "môi trường, xong"],
        "/thongbao": ["Mời họp tổ dân phố", "theo vai trò", "cộng tác viên, xong"],
        "/thamdo": ["Nên họp tối nào?", "chọn một ý", "thứ bảy; chủ nhật", "mai 17:00"],
    }
    async with ward(database_url) as home:
        await home.member(1)
        boss = await home.member(9, "coordinator")
        for command, answers in ways.items():
            await boss.say(command)
            first = await boss.expects(lambda message: message.by_bot)
            assert "‹ Quay lại" not in str(first.rows)
            for answer in answers:
                await boss.say(answer)
                asked = await boss.expects(lambda message: message.by_bot)
                assert str(asked.rows).count("‹ Quay lại") == 1, asked.text
            last = asked.text
            await boss.tap("‹ Quay lại")
            await boss.expects(lambda message, last=last: message.by_bot and message.text != last)
            await boss.say("/huy")
            await boss.expects(lambda message: message.by_bot)
            await boss.say("bỏ")
            await boss.expects(lambda message: message.by_bot)


@pytest.mark.parametrize("yes", ["vâng ạ", "ok", "đồng ý", "lưu", "xong"])
async def test_every_word_that_agrees_does_what_a_review_asks(sqlite_url, yes):
    reviews = {
        "/truc": (["xếp lịch", "tuần sau", "cả tuần", "1"], "Đã lưu"),
        "/thamdo": (["Nên họp tối nào?", "chọn một ý", "thứ bảy; chủ nhật", "mai 17:00", "không"], "Đã gửi"),
        "/thongbao": (["Mời họp tổ dân phố", "tổ của đơn vị", "không cần"], "Đã bắt đầu gửi"),
        "/dot": (["mới", "Nước sạch", "chính sách", "hôm nay", "chưa định", "nước sạch"], "Đã mở đợt"),
        "/ky": (["1", "đổi hạn", "1"], "Đã đổi hạn"),
    }
    async with ward(sqlite_url) as home:
        await home.member(1)
        boss = await home.member(9, "coordinator")
        for command, (answers, done) in reviews.items():
            for words in (command, *answers):
                await boss.say(words)
                await boss.expects(lambda message: message.by_bot and bool(message.rows or message.text))
            await boss.say(yes)
            await boss.expects(done)


async def test_days_in_examples_lie_ahead(sqlite_url):
    asked = {
        "/thamdo": ["Nên họp tối nào?", "chọn một ý", "thứ bảy; chủ nhật"],
        "/yeucau": ["Giá thuốc ở trạm thế nào?", "tổ của đơn vị"],
        "/dot": ["mới", "Nước sạch", "chính sách"],
        "/ky": ["1", "đổi hạn"],
    }
    async with ward(sqlite_url, at(28, 9, month=12)) as home:
        await home.home.tick()
        await home.member(1)
        boss = await home.member(9, "coordinator")
        for command, answers in asked.items():
            for words in (command, *answers, "chưa biết"):
                await boss.say(words)
                shown = await boss.expects(lambda message: message.by_bot)
            examples = re.findall(r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])", shown.text)
            assert len(examples) >= 2, shown.text  # in the question and in what is wrong
            for example in examples:
                moment = read_moment(example, home.clock.now, HANOI, time(17))
                assert moment is not None and moment > home.clock.now, shown.text


async def test_a_list_that_is_closed_says_no_more_than_that(sqlite_url):
    async with ward(sqlite_url) as home:
        await home.member(1)
        boss = await home.member(9, "coordinator")
        for command in ("/truc", "/chuabao", "/trongtam", "/dot", "/lich"):
            await boss.say(command)
            await boss.expects(lambda message: "Đóng" in str(message.rows))
            await boss.say("đóng")
            assert (await boss.expects(lambda message: message.by_bot)).text == "Đã đóng bảng này."


async def test_keywords_of_commas_alone_are_asked_for_again_as_keywords(sqlite_url):
    async with ward(sqlite_url) as home:
        boss = await home.member(9, "coordinator")
        for words in ("/dot", "mới", "Nước sạch", "chính sách", "hôm nay", "chưa định"):
            await boss.say(words)
            await boss.expects(lambda message: message.by_bot)
        await boss.say(", , ,")
        told = await boss.expects("Chưa thấy từ khóa nào")
        assert "việc gì, ở đâu" not in told.text
        await boss.say("nước sạch,,mất nước")
        await boss.expects("Từ khóa: nước sạch, mất nước")
