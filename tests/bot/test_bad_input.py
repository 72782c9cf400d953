"""What people send that is no tidy report: each is answered in Vietnamese and nothing typed is lost."""

from __future__ import annotations

import asyncio

import pytest

from storage.tables import inbox, talk
from tests.bot.flows import SAID, card, quiet, ward
from tests.browser import Browser, browser
from tests.house import House, house
from tests.loopback.checks import utf16
from tests.loopback.telegram import TelegramServer

SENTENCE = "Bà con tổ năm kêu đường ngõ hỏng mưa là ngập không đi lại được. "


def words(length: int) -> str:
    """A text of exactly so many characters, in which nothing is masked."""
    return (SENTENCE * (length // len(SENTENCE) + 1))[: length - 1] + "."


def kept(home: House) -> str:
    """Every word lying in reports and drafts."""
    found = [one["said"] for one in home.reports()]
    for row in home.rows(talk):
        for answer in row.state["answers"].values():
            found += [answer.get("text", ""), (answer.get("pending") or {}).get("text", "")]
    return "\n".join(found)


def refusals(server: TelegramServer) -> list[str]:
    """What Telegram did not take."""
    return [call.method for call in server.calls if not call.ok and call.method != "getUpdates"]


# -- on Telegram -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["👍👍👍", "🔥", "...", "???", "\u200b\u200b"])
async def test_signs_alone_are_no_report(sqlite_url, text):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.say(text)
        shown = await lan.expects(lambda one: True)
        assert shown.text
        assert not home.reports()
        await card(lan)


async def test_two_words_of_danger_are_kept_and_one_more_tap_sends_them(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.say("vỡ đê")
        shown = await lan.expects("Nội dung ngắn quá. Gửi luôn hay viết thêm")
        assert shown.labels == [["✅ Gửi luôn", "✍️ Viết thêm"]]
        await lan.tap("Gửi luôn")
        await lan.expects("Chọn xong là gửi")
        await lan.tap("Bức xúc")
        await lan.expects("ĐÃ GỬI")
        assert home.reports()[0]["said"] == "vỡ đê"


async def test_nine_characters_are_asked_about_and_ten_are_not(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.say("mất điện ")
        await lan.expects("ngắn quá")
        await lan.tap("Viết thêm")
        await lan.expects("Mời viết thêm")
        await lan.say("cả tổ 7 từ sáng")
        await lan.expects(lambda one: "CHƯA GỬI" in one.text and "mất điện\ncả tổ 7" in one.text)


async def test_over_two_thousand_characters_are_parts_of_one_report(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        text = words(2_001)
        await lan.say(text)
        await lan.expects("đã ghi thành 2 phần của cùng một phản ánh")
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")
        assert [one["said"] for one in home.reports()] == [text]


@pytest.mark.parametrize("length", [4_096, 8_000, 8_001, 12_500])
async def test_a_long_paste_is_kept_whole_though_telegram_cuts_it(sqlite_url, length):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        text = words(length)
        await lan.say(text)
        if length > 4_096:
            await lan.expects("Thêm vào phản ánh đang soạn?")
            await asyncio.sleep(0.05)
            await quiet(home)
            await lan.tap("Thêm vào", next(one for one in lan.chat.newest() if one.shows("Thêm vào")))
        await lan.expects("CHƯA GỬI")
        await quiet(home)
        assert kept(home).replace("\n", "").replace(" ", "") == text.replace(" ", "")
        while home.rows(talk):
            newest = next(one for one in lan.chat.newest() if one.shows("Bức xúc"))
            await lan.tap("Bức xúc", newest)
            await lan.tap("✅ Gửi", newest)
            await lan.expects("ĐÃ GỬI")
            await quiet(home)
        filed = "".join(one["said"] for one in home.reports())
        assert filed.replace("\n", "").replace(" ", "") == text.replace(" ", "")
        assert not refusals(server), "Telegram took every message"


async def test_a_paste_of_wide_letters_fits_into_one_message(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        text = "Rác ở chợ " + "🗑" * 2_000 + " ba ngày chưa dọn"
        await lan.say(text)
        shown = await lan.expects("CHƯA GỬI")
        assert utf16(shown.text) <= 4_096
        await lan.say(words(4_000))
        await lan.expects("Thêm vào")
        await quiet(home)
        assert not refusals(server)


async def test_forwarded_words_are_a_report_without_their_author(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.forward(SAID, written_by="Trần Văn Bí Mật")
        await lan.expects("CHƯA GỬI")
        await lan.forward("Chỗ tổ 6 cũng vậy, rác chất đống từ hôm kia")
        await lan.expects("Thêm vào phản ánh đang soạn?")
        await lan.forward("Tổ 7 thì xe rác có tới nhưng chỉ thu một nửa")
        await lan.expects(lambda one: "tổ 6" in one.text and "Tổ 7" in one.text)
        await lan.tap("Thêm vào")
        await lan.expects(lambda one: "CHƯA GỬI" in one.text and "Tổ 7" in one.text)
        assert "Bí Mật" not in str(home.rows(inbox)) + str(home.rows(talk))


@pytest.mark.parametrize(
    ("send", "answer"),
    [
        ("sticker", "Nhãn dán không ghi được. Mời gõ bằng chữ."),
        ("voice", "Chưa nghe được tin thoại"),
        ("video", "Chưa nhận video"),
        ("contact", "Không nhận danh bạ"),
        ("location", "Không nhận vị trí"),
    ],
)
async def test_what_cannot_be_kept_is_answered_and_a_draft_stays(sqlite_url, send, answer):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await card(lan)
        await getattr(lan, send)()
        await lan.expects(answer)
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")
        assert "0912345678" not in str(home.rows(inbox))


async def test_words_under_a_video_are_not_lost(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.video(SAID)
        await lan.expects("Chưa nhận video")
        await lan.expects(lambda one: "CHƯA GỬI" in one.text and SAID in one.text)


async def test_a_file_of_another_kind_is_answered(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.send_document(b"PK", "bang-ke.xlsx", "application/vnd.ms-excel", caption=SAID)
        await lan.expects("Chỉ nhận ảnh JPG, PNG hoặc PDF")
        await lan.expects("CHƯA GỬI")


async def test_fifty_stickers_get_one_answer(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        for _ in range(50):
            await lan.sticker()
        await lan.expects("Nhãn dán")
        await quiet(home)
        assert sum("Nhãn dán" in one.text for one in lan.screen) == 1


async def test_a_classified_text_is_never_stored(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.say("TUYỆT MẬT: kế hoạch bố trí lực lượng ở tổ 5")
        await lan.expects("Nội dung có dấu mật, hệ thống không lưu. Báo trực tiếp Bà Đầu Mối")
        assert "bố trí lực lượng" not in str(home.rows(inbox)) + kept(home)


@pytest.mark.parametrize(
    "data", ["t.1.card.0.send", "t.1.card.7.tone:aggrieved", "t.zzzz.card.0.send", "t...", "x"]
)
async def test_forged_and_stale_buttons_change_nothing(sqlite_url, data):
    async with ward(sqlite_url) as (server, home, _):
        lan, hoa = await home.member(server.person(1)), await home.member(server.person(2))
        await card(lan)
        await hoa.tap_stale(data, hoa.last)
        await hoa.expects("Nút này đã qua")
        assert not home.reports()


# -- on the web, where nothing is cut on the way ------------------------------------------------------------


async def _joined(home: House, page: Browser) -> Browser:
    return await page.join(await asyncio.to_thread(home.code, "collaborator"))


@pytest.mark.parametrize("length", [2_001, 8_000, 8_001, 20_000])
async def test_nothing_of_a_long_text_is_to_be_typed_again(sqlite_url, length):
    async with house(sqlite_url) as home, browser(home) as page:
        lan, text = await _joined(home, page), words(length)
        await lan.say(text)
        assert "CHƯA GỬI" in lan.text
        while home.rows(talk):
            await lan.tap("Bức xúc")
            await lan.tap("✅ Gửi")
        filed = "".join(one["said"] for one in home.reports())
        assert filed.replace(" ", "") == text.replace(" ", "")


async def test_an_empty_message_is_answered(sqlite_url):
    async with house(sqlite_url) as home, browser(home) as page:
        lan = await _joined(home, page)
        for empty in ("", "   ", "\n\n"):
            await lan.say(empty)
            assert "Chưa thấy chữ nào" in lan.text


async def test_a_nul_character_does_no_harm(database_url):
    async with house(database_url) as home, browser(home) as page:
        lan = await _joined(home, page)
        body = b'{"id": "0123456789ab", "text": "R\\u00e1c \\u1edf ch\\u1ee3\\u0000 ba ng\\u00e0y \\ud83d"}'
        assert (await lan.http.post("/chat/messages", content=body)).status_code == 200
        await lan.read()
        assert "CHƯA GỬI" in lan.text
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        assert home.reports()[0]["said"].startswith("Rác ở chợ ba ngày")
