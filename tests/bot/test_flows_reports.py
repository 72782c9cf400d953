"""Reports on Telegram: filing, finding, changing, taking back; drafts left alone. DESIGN §3, §8."""

from __future__ import annotations

import pytest

from storage.tables import amendment, report, talk
from tests.bot.flows import SAID, card, filed, quiet, ward
from tests.house import house
from tests.loopback.telegram import TelegramServer

OTHER = "Bà con hỏi bao giờ có nước sạch trở lại ở tổ 7"


# -- nothing new -------------------------------------------------------------------------------------------


async def test_a_nil_report_takes_two_taps_and_is_filed_once_a_period(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.tap("Không phát sinh")
        await lan.expects("Xác nhận năm 2026: địa bàn Phường Hoa Sen")
        await lan.tap("Không phát sinh", lan.last)
        await lan.expects("Đã ghi nhận: năm 2026 không phát sinh")
        await lan.say("/khongphatsinh")
        await lan.expects("năm 2026 đã có báo cáo")
        [nil] = home.reports()
        assert nil["nil"]


async def test_words_that_say_nothing_happened_open_the_nil_confirmation(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.say("k có gì")
        await lan.expects("Xác nhận năm 2026")
        await lan.say("đúng")
        await lan.expects("không phát sinh")
        await lan.say("không có gì mới")
        await lan.expects("năm 2026 đã có báo cáo")
        await lan.say("bỏ")
        await quiet(home)
        assert len(home.reports()) == 1


async def test_a_doubled_nil_tap_files_one(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.say("/khongphatsinh")
        asked = await lan.expects("Xác nhận")
        for _ in range(3):
            await lan.tap("Không phát sinh", asked)
        await lan.expects("Đã ghi nhận")
        await quiet(home)
        assert len(home.reports()) == 1


# -- my reports --------------------------------------------------------------------------------------------


async def test_my_reports_show_where_each_stands_and_let_it_be_changed(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await filed(lan)
        await filed(lan, OTHER)
        await lan.say("/cuatoi")
        listed = await lan.expects("Chọn một phản ánh")
        assert "PA-2 · 19/11/2026 · đã gửi" in listed.text
        await lan.tap("PA-1")
        await lan.expects("rác ở chợ")
        await lan.tap("Sửa nội dung")
        await lan.expects("Mời gõ lại toàn bộ nội dung mới của PA-1")
        await lan.say("Bà con kêu rác ở chợ Hoa Sen năm ngày chưa ai dọn")
        await lan.expects("Đã sửa PA-1")
        assert [one["said"] for one in home.reports()] == [
            "Bà con kêu rác ở chợ Hoa Sen năm ngày chưa ai dọn",
            OTHER,
        ]
        assert home.rows(amendment)[0].said == SAID, "what stood before is a version"


async def test_after_ten_minutes_words_are_added_and_nothing_is_taken_back(sqlite_url):
    async with ward(sqlite_url) as (server, home, clock):
        lan = await home.member(server.person(1))
        receipt = await filed(lan)
        assert "Trong 10 phút còn sửa hoặc thu hồi được" in receipt.text
        clock.move(minutes=11)
        await lan.tap("Thu hồi", receipt)
        await lan.expects("PA-1 đã quá thời gian thu hồi")
        await lan.say("/cuatoi")
        await lan.expects("Chọn một phản ánh")
        await lan.tap("PA-1")
        shown = await lan.expects("rác ở chợ")
        assert not shown.shows("Sửa nội dung")
        await lan.tap("Viết thêm vào")
        await lan.expects("phần bổ sung cho PA-1")
        await lan.say("Sáng nay xe rác đã tới dọn một nửa")
        await lan.expects("Đã bổ sung vào PA-1")
        assert home.reports()[0]["said"] == SAID
        [added] = home.rows(amendment)
        assert (added.kind, added.said) == ("addition", "Sáng nay xe rác đã tới dọn một nửa")


async def test_the_button_under_the_receipt_takes_it_back_once(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        receipt = await filed(lan)
        await lan.tap("Thu hồi", receipt)
        await lan.tap_stale("x.undo.1", receipt)
        await lan.expects("Đã thu hồi PA-1")
        await quiet(home)
        assert home.reports()[0]["status"] == "withdrawn"
        await lan.say("/cuatoi")
        await lan.expects("Chưa có phản ánh nào")


async def test_xoa_withdraws_the_last_report_after_asking(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await filed(lan)
        await filed(lan, OTHER)
        await lan.say("/xoa")
        await lan.expects("Thu hồi PA-2?")
        await lan.tap("Thu hồi", lan.last)
        await lan.expects("Đã thu hồi PA-2")
        assert [one["status"] for one in home.reports()] == ["sent", "withdrawn"]


async def test_a_message_changed_on_the_phone_changes_the_draft_and_then_the_report(database_url):
    async with ward(database_url) as (server, home, clock):
        lan = await home.member(server.person(1))
        said = await lan.say(SAID)
        await lan.expects("CHƯA GỬI")
        await lan.edit(said, OTHER)
        await lan.expects(lambda shown: OTHER in shown.text and "CHƯA GỬI" in shown.text)
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")
        await lan.edit(said, SAID)
        await lan.expects("Đã sửa PA-1")
        clock.move(minutes=11)
        await lan.edit(said, f"{SAID}, nay đã dọn")
        await lan.expects("Đã bổ sung vào PA-1")
        assert [one["said"] for one in home.reports()] == [SAID]


async def test_what_should_not_delay_a_report_is_added_after_it(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        receipt = await filed(lan)
        await lan.tap("Bổ sung", receipt)
        await lan.expects("vài ngày tới")
        await lan.tap("Tăng")
        await lan.expects("Đề xuất hướng xử lý")
        await lan.say("Tăng chuyến xe rác vào buổi chiều")
        await lan.expects("Phạm vi ý kiến")
        await lan.tap("Nhiều ý kiến")
        await lan.expects("Tầng lớp nào")
        await lan.tap("Phụ nữ")
        await lan.expects(lambda one: one.shows("● Phụ nữ"))
        await lan.tap("Xong")
        await lan.expects("Mời gửi ảnh")
        await lan.tap("Bỏ qua")
        await lan.expects("Đã bổ sung vào PA-1")
        [one] = home.reports()
        assert one["forecast"] == "grow"
        assert one["proposal"] == "Tăng chuyến xe rác vào buổi chiều"
        [kept] = home.rows(report)
        assert (kept.spread, kept.strata) == ("many", ["women"])


async def test_buttons_of_other_peoples_reports_find_nothing(database_url):
    async with ward(database_url) as (server, home, _):
        lan, hoa = await home.member(server.person(1)), await home.member(server.person(2))
        await filed(lan)
        for data in ("x.undo.1", "x.more.1", "x.undo.zzzz"):
            await hoa.tap_stale(data, hoa.last)
            await hoa.expects("Nút này đã qua")
        assert home.reports()[0]["status"] == "sent"


# -- the card ----------------------------------------------------------------------------------------------


async def test_tone_and_send_in_one_batch_and_doubled_file_one_report(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        shown = await card(lan)
        data = {button["text"]: button["callback_data"] for row in shown.rows for button in row}
        for label in ("😠 Bức xúc", "😠 Bức xúc", "✅ Gửi", "✅ Gửi", "😠 Bức xúc"):
            await lan.tap_stale(data[label], shown)
        await lan.expects("ĐÃ GỬI")
        await quiet(home)
        assert [one["tone"] for one in home.reports()] == ["aggrieved"]


async def test_a_button_of_an_old_text_sends_nothing_and_shows_the_present_card(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        shown = await card(lan)
        send = shown.rows[-1][0]["callback_data"]
        await lan.tap("Bức xúc")
        await lan.tap("Sửa nội dung")
        await lan.expects("Nội dung hiện tại ở trên")
        await lan.say(OTHER)
        await lan.expects(lambda one: OTHER in one.text)
        await lan.tap_stale(send, shown)
        again = await lan.expects("Câu hỏi này đã qua. Câu hiện tại ở dưới.")
        assert OTHER in again.text
        assert not home.reports()


async def test_typing_into_an_open_card_answers_it_or_is_asked_about(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await card(lan)
        await lan.say("buc xuc khẩn")
        await lan.expects(lambda one: one.shows("Gửi khẩn"))
        await lan.say("mùi hôi bay vào trường mầm non")
        await lan.expects("Thêm vào phản ánh đang soạn?")
        await lan.tap("Thêm vào")
        await lan.expects(lambda one: "mầm non" in one.text and "CHƯA GỬI" in one.text)
        await lan.say("gửi")
        await lan.expects("Đã ghi nhận khẩn")
        [one] = home.reports()
        assert (one["tone"], one["level"]) == ("aggrieved", "urgent")
        assert one["said"] == f"{SAID}\nmùi hôi bay vào trường mầm non"


async def test_several_drafts_stay_until_each_is_sent(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        first = await card(lan)
        await lan.say(OTHER)
        await lan.expects("Thêm vào phản ánh đang soạn?")
        await lan.tap("Phản ánh mới")
        await lan.expects(lambda one: OTHER in one.text and "CHƯA GỬI" in one.text)
        await lan.say("băn khoăn gửi")
        older = await lan.expects("Còn một bản nháp chưa gửi")
        assert SAID in older.text
        await lan.tap("Bức xúc", first if first.rows else older)
        await lan.tap("✅ Gửi", older)
        await lan.expects(lambda one: "ĐÃ GỬI" in one.text and SAID in one.text)
        assert {one["said"]: one["tone"] for one in home.reports()} == {OTHER: "uneasy", SAID: "aggrieved"}


@pytest.mark.parametrize(
    "said",
    ["/khan cháy kho xăng ở chợ", "KHẨN cháy kho xăng ở chợ", "khẩn: cháy kho xăng ở chợ",
     "khan! cháy kho xăng ở chợ", "Khẩn cấp, cháy kho xăng ở chợ"],
)  # fmt: skip
async def test_a_word_makes_a_report_urgent(sqlite_url, said):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await filed(lan, said, send="Gửi khẩn")
        [one] = home.reports()
        assert (one["level"], one["said"]) == ("urgent", "cháy kho xăng ở chợ")


@pytest.mark.parametrize("said", ["Khẩn trương dọn rác giúp bà con tổ 5", "k ai dọn rác ở chợ ba ngày nay"])
async def test_words_that_only_look_urgent_do_not(sqlite_url, said):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await filed(lan, said)
        assert home.reports()[0]["level"] == "normal"


# -- commands at every step ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", ["/start", "/trogiup", "/huy", "/xoa", "/dulieu", "/cuatoi", "/caidat", "/start ABCDEFGHJK"]
)
async def test_no_command_destroys_a_draft_unasked(sqlite_url, command):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        for begin in (card, _short, _editing, _pending):
            await begin(lan)
            kept = _words_kept(home)
            await lan.say(command)
            await lan.expects(lambda one: True)
            await quiet(home)
            assert _words_kept(home) >= kept, f"{command} at {begin.__name__}"
            home.database.write_now(lambda c: c.execute(talk.delete()))


async def _short(lan) -> None:
    await lan.say("mất nước")
    await lan.expects("ngắn quá")


async def _editing(lan) -> None:
    await card(lan)
    await lan.tap("Sửa nội dung")
    await lan.expects("Nội dung hiện tại")


async def _pending(lan) -> None:
    await card(lan)
    await lan.say("mùi hôi bay vào trường mầm non")
    await lan.expects("Thêm vào")


def _words_kept(home) -> set[str]:
    found = set()
    for row in home.rows(talk):
        for answer in row.state["answers"].values():
            found |= {answer.get("text", ""), (answer.get("pending") or {}).get("text", "")}
    return found - {""}


async def test_huy_asks_and_drops(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.say("/huy")
        await lan.expects("Không có bản nháp nào")
        await card(lan)
        await lan.say("/huy")
        await lan.expects("Bỏ bản nháp này?")
        await lan.tap("Giữ lại")
        await lan.expects("CHƯA GỬI")
        await lan.say("/huy")
        await lan.expects("Bỏ bản nháp này?")
        await lan.tap("Bỏ", lan.last)
        await lan.expects("Đã bỏ bản nháp")
        assert not home.rows(talk)


async def test_help_says_whom_to_call_and_shows_the_open_question(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await card(lan)
        await lan.say("/trogiup")
        await lan.expects("Cần người trực: 0203 111 222")
        await lan.expects("CHƯA GỬI")


async def test_the_language_is_changed_for_all_that_follows(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.say("/caidat")
        await lan.expects("Nhắc hạn đang tắt")
        await lan.tap("English")
        await lan.expects(lambda one: "English" in one.text)
        await lan.say("People on lane 4 cannot sleep because of trucks")
        shown = await lan.expects("NOT SENT")
        assert shown.shows("Aggrieved")


# -- drafts left alone ------------------------------------------------------------------------------------


async def test_a_draft_is_spoken_of_after_ten_minutes_next_morning_and_at_its_end(database_url):
    async with ward(database_url) as (server, home, clock):
        lan = await home.member(server.person(1))
        await card(lan)

        def nudges() -> int:
            return sum("CHƯA gửi: “" in message.text for message in lan.screen)

        async def wait(**by: float) -> int:
            await home.later(clock, **by)
            await quiet(home)
            return nudges()

        assert await wait(minutes=9) == 0
        assert await wait(minutes=2) == 1
        assert await wait(hours=20) == 1, "09:11 on Thursday + 20 h: not yet 08:00 on Friday"
        assert await wait(hours=3) == 2
        assert await wait(hours=40) == 2
        assert await wait(hours=40) == 2
        await lan.expects("để quá lâu nên đã xóa, chưa gửi đi đâu")
        assert not home.rows(talk)
        assert not home.reports()


async def test_an_urgent_draft_is_spoken_of_after_two_minutes_and_sent_by_one_word(sqlite_url):
    async with ward(sqlite_url) as (server, home, clock):
        lan = await home.member(server.person(1))
        await card(lan, "KHẨN cháy chợ Hoa Sen, lửa lan nhanh")
        await lan.tap("Bức xúc")
        await quiet(home)
        await home.later(clock, minutes=3)
        nudged = await lan.expects("CHƯA gửi: “")
        assert nudged.shows("Gửi khẩn")
        await lan.say("gửi")
        await lan.expects("Đã ghi nhận khẩn")


async def test_a_draft_that_goes_on_is_not_spoken_of(sqlite_url):
    async with ward(sqlite_url) as (server, home, clock):
        lan = await home.member(server.person(1))
        await filed(lan)
        await home.later(clock, hours=80)
        await quiet(home)
        assert not any("CHƯA gửi" in message.text or "quá lâu" in message.text for message in lan.screen)


async def test_a_draft_survives_a_restart(database_url):
    async with TelegramServer() as server:
        lan = server.person(1)
        async with house(database_url, server) as home:
            await home.member(lan)
            await card(lan)
            await lan.tap("Bức xúc")
            await lan.expects(lambda one: one.shows("● 😠 Bức xúc"))
        async with house(database_url, server) as home:
            await lan.say("gửi")
            await lan.expects("ĐÃ GỬI")
            assert [one["tone"] for one in home.reports()] == ["aggrieved"]
