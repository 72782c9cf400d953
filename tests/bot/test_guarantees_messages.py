"""Whatever a phone can send is answered, and no word of it has to be typed again."""

from __future__ import annotations

import io

import pytest
from PIL import Image

import bot.pictures
from storage.tables import amendment, attachment, inbox
from tests.bot.test_guarantees_inbox import until
from tests.house import House, house
from tests.loopback.faults import answers, babbles
from tests.loopback.telegram import TelegramServer

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def photo(colour: str = "green") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "JPEG")
    return out.getvalue()


async def test_changing_the_message_of_a_draft_changes_the_draft(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        said = await lan.say("Rác ở chợ Hoa Sen hai ngày chưa ai dọn")
        await lan.expects("CHƯA GỬI")
        await lan.edit(said, "Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        await lan.expects("ba ngày")
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")
        [report] = home.reports()
        assert report["said"] == "Rác ở chợ Hoa Sen ba ngày chưa ai dọn"


async def test_changing_the_message_of_a_filed_report_amends_it_and_keeps_what_stood_before(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        said = await lan.say("Rác ở chợ Hoa Sen hai ngày chưa ai dọn")
        await lan.expects("CHƯA GỬI")
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")
        await lan.edit(said, "Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        await lan.expects("Đã sửa PA-1")
        [report] = home.reports()
        assert "ba ngày" in report["said"]
        [before] = home.rows(amendment)
        assert "hai ngày" in before.said


@pytest.mark.parametrize(
    ("act", "answer"),
    [
        ("contact", "Không nhận danh bạ"),
        ("location", "Không nhận vị trí"),
        ("voice", "Chưa nghe được tin thoại"),
        ("video", "Chưa nhận video"),
        ("sticker", "Nhãn dán không ghi được"),
    ],
)
async def test_what_cannot_be_kept_is_answered_politely_and_leaves_nothing(sqlite_url, act, answer):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        await getattr(lan, act)()
        await lan.expects(answer)
        assert {row.body for row in home.rows(inbox)} == {None}
        for path in home.folder.rglob("*"):
            assert b"84912345678" not in (path.read_bytes() if path.is_file() else b"")


async def test_a_forwarded_text_is_a_report_without_whoever_wrote_it(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        await lan.forward("Đèn đường thôn Đông hỏng cả tuần nay", written_by="Trần Văn Khoát")
        await lan.expects("CHƯA GỬI")
        await lan.tap("Băn khoăn")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")
        assert "Khoát" not in str(home.reports()) + str(home.rows(inbox))


async def test_the_words_under_a_video_are_a_report(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        await lan.video("Nước ngập vào trường mầm non thôn Đông")
        await lan.expects("CHƯA GỬI")


async def test_an_album_is_one_report_with_all_its_pictures(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        await lan.send_photo(photo("green"), "Rác ở chợ Hoa Sen ba ngày chưa ai dọn", album="a")
        await lan.send_photo(photo("red"), album="a")
        await lan.send_photo(photo("blue"), album="a")
        await lan.expects("CHƯA GỬI")
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")
        [report] = home.reports()
        assert report["attachments"] == 3
        await until(lambda: _kept(home, 3))
        drawn = [message for message in lan.screen if message.by_bot and "ba ngày" in message.text]
        assert len(drawn) == 1


async def test_a_pdf_is_kept_beside_its_caption(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        await lan.send_document(PDF, "don-cua-ba-Hoa.pdf", caption="Thông báo thu phí dán ở cổng chợ")
        await lan.expects("CHƯA GỬI")
        await lan.tap("Băn khoăn")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")
        await until(lambda: _kept(home, 1))
        assert "Hoa.pdf" not in str(home.rows(attachment))


async def test_a_picture_that_cannot_be_fetched_keeps_the_text_and_the_person_is_told(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        server.faults.plan("getFile", answers(400, "Bad Request: file is too big"), times=None)
        await lan.send_photo(photo(), "Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        await lan.expects("CHƯA GỬI")
        await lan.expects("Ảnh kèm theo chưa tải được", within=8)
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")
        assert len(home.reports()) == 1


async def test_a_picture_is_fetched_when_it_comes(sqlite_url, monkeypatch):
    monkeypatch.setattr(bot.pictures, "LOOK_SECONDS", 3600.0)
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        await lan.send_photo(photo(), "Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        await until(lambda: _kept(home, 1))


async def test_a_picture_is_fetched_again_after_an_error_on_the_way(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        server.faults.plan("getFile", babbles(502))
        await lan.send_photo(photo(), "Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        await until(lambda: _kept(home, 1), 12)


async def test_a_file_that_is_no_picture_is_refused_by_its_bytes(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        await lan.send_document(b"MZ\x90" + bytes(900), "anh.jpg", "image/jpeg", "Đường thôn Đông ngập nước")
        await lan.expects("Ảnh kèm theo chưa tải được", within=8)
        assert not list((home.folder / "media").rglob("*.jpg"))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("vỡ đê", "Nội dung ngắn quá"),
        ("9", "Nội dung ngắn quá"),
        ("🙂🙂", "Chưa thấy chữ"),
        ("   ", "Chưa thấy chữ"),
        ("Rác chưa dọn. " * 150, "CHƯA GỬI"),
        ("Rác chưa dọn. " * 580, "Thêm vào phản ánh đang soạn?"),  # apps cut it at 4,096
        ("a" * 4096, "CHƯA GỬI"),
        ("/khongcolenhnay", "Chưa hiểu ý này"),
    ],
    ids=["two words", "a digit", "emoji", "blanks", "2,100", "8,120", "one word of 4,096", "command"],
)
async def test_odd_words_get_their_sentence(sqlite_url, text, answer):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        await lan.say(text)
        await lan.expects(answer)


async def test_somebody_who_sends_pictures_only_is_asked_for_words(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        await lan.send_photo(photo())
        await lan.expects(lambda message: message.by_bot)
        await lan.say("Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        await lan.expects("CHƯA GỬI")
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")
        [report] = home.reports()
        assert report["attachments"] == 1


async def _kept(home: House, many: int) -> bool:
    return [row.state for row in home.rows(attachment)].count("kept") == many
