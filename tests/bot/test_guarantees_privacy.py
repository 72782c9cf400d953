"""Nobody is put on file: searched byte by byte in everything that is written (DESIGN §4.6, §4.7)."""

from __future__ import annotations

import io
import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import Connection

from bot import logs
from storage.tables import metadata
from tests.house import House, house, settings_for
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer

PHONE, CARD, MAIL = "0987 654 321", "001085012345", "khoat.tran@example.vn"
NAME = "Trần Văn Khoát"
HIDDEN = [PHONE, PHONE.replace(" ", ""), "0987.654.321", "84987654321", CARD, MAIL, NAME, "Trần Khoát"]

SAID = f"Ông {NAME} ở chợ Hoa Sen (số {PHONE}) nói rác ba ngày chưa ai dọn"
CHANGED = f"Ông {NAME}, CCCD {CARD}, nói rác ở chợ Hoa Sen bốn ngày chưa ai dọn"
ADDED = f"Gọi 0987.654.321 gặp ông {NAME} hoặc viết {MAIL}"
CAPTION = f"Đèn đường thôn Đông hỏng, hỏi bà {NAME} số {PHONE}"
AMENDED = f"Rác ở chợ Hoa Sen năm ngày chưa dọn, ông {NAME} gọi +84987654321"


@pytest.fixture
def log(logs_as_they_were: None) -> Callable[[object], io.StringIO]:
    """Starts logging as the product does, at DEBUG; gives the stream."""

    def start(settings):
        stream = io.StringIO()
        logs.set_up(settings.model_copy(update={"logs": type(settings.logs)(level="debug")}), stream)
        return stream

    return start


async def whole_talk(home: House, lan: Person) -> None:
    """A report changed before and after it was sent, and added to; a picture, a contact, the own data."""
    said = await lan.say(SAID)
    await lan.expects("CHƯA GỬI")
    await lan.edit(said, CHANGED)
    await lan.expects("bốn ngày")
    await lan.tap("Bức xúc")
    await lan.tap("✅ Gửi")
    await lan.expects("ĐÃ GỬI")
    await lan.edit(said, AMENDED)
    await lan.expects("Đã sửa PA-1")
    await lan.say(f"/bosung {ADDED}")
    await lan.expects(lambda message: message.by_bot)
    await lan.say("/huy")
    await lan.expects("Bỏ bản nháp này")
    await lan.tap("Bỏ")
    await lan.expects("Đã bỏ")
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "JPEG")
    await lan.send_photo(out.getvalue(), CAPTION)
    await lan.expects("Đèn đường thôn Đông")
    await lan.forward(f"Nghe bà {NAME} ({PHONE}) kể chuyện phí chợ", written_by=NAME)
    await lan.expects("phí chợ")
    await lan.contact(PHONE, NAME)
    await lan.expects("danh bạ")
    await lan.say("/dulieu")
    await lan.expects(lambda message: message.by_bot)


def forms(word: str) -> list[bytes]:
    """The ways a word may lie in a file."""
    apart = unicodedata.normalize("NFD", word)
    escaped = json.dumps(word)[1:-1]
    return [form.encode() for form in {word, apart, word.lower(), word.upper(), escaped, escaped.upper()}] + [
        word.encode("utf-16-le")
    ]


def everything_written(home: House, url: str) -> dict[str, bytes]:
    """All files of the installation, or all rows where a server keeps them."""
    found = {str(path): path.read_bytes() for path in home.folder.rglob("*") if path.is_file()}
    if url.startswith("sqlite"):
        folder = Path(url.removeprefix("sqlite:///")).parent
        return found | {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def dump(connection: Connection) -> dict[str, bytes]:
        return {
            table.name: "\n".join(str(tuple(row)) for row in connection.execute(table.select())).encode()
            for table in metadata.sorted_tables
        }

    return found | home.database.read(dump)


async def test_what_the_masker_knows_reaches_no_file_no_log_and_no_export(database_url, log):
    async with TelegramServer() as server, house(database_url, server) as home:
        stream = log(settings_for(database_url, home.folder, server))
        lan = await home.member(server.person(1))
        await whole_talk(home, lan)
        written = everything_written(home, database_url)
        written["log"] = stream.getvalue().encode()
        written["export"] = json.dumps(home.reports(), ensure_ascii=False, default=str).encode()
        written["screen"] = "\n".join(one.text for one in lan.screen if one.by_bot).encode()
        for number, document in enumerate(one for one in server.files.values() if "json" in one.name):
            written[f"own data {number}"] = document.content
        assert any(b"n\xc4\x83m ng\xc3\xa0y" in content for content in written.values()), (
            "nothing was written"
        )
        found = [
            f"{word!r} in {name}"
            for name, content in written.items()
            for word in HIDDEN
            if any(form in content for form in forms(word))
        ]
        assert found == []


async def test_a_whole_talk_at_debug_leaves_no_word_name_token_or_code_in_the_log(database_url, log):
    async with TelegramServer() as server, house(database_url, server) as home:
        stream = log(settings_for(database_url, home.folder, server))
        lan = server.person(1, first_name="Lanphuong")
        code = home.code("collaborator")
        await lan.say(code)
        await lan.expects("Để tham gia")
        await lan.tap("Tôi đồng ý")
        await lan.expects("Nhắc qua")
        await lan.tap("Không cần nhắc")
        await lan.expects("Kênh Báo Nhanh")
        await whole_talk(home, lan)
        server.updates.inject({"message": {"text": SAID, "chat": "broken"}})
        await server.down()
        await server.up()
        await lan.say("Đường thôn Đông ngập nước đã ba ngày")
        await lan.expects("Đường thôn Đông", within=10)
        told = stream.getvalue()
        assert "could not be read" in told, "nothing was logged at all"
        secret = server.token.partition(":")[2]
        words = [
            code,
            secret,
            "Lanphuong",
            "Khoát",
            "chợ Hoa Sen",
            "thôn Đông",
            "ba ngày",
            "aggrieved",
            "tone:",
        ]
        assert [word for word in words if word.lower() in told.lower()] == []


async def test_errors_of_the_database_do_not_carry_words_into_the_log(database_url, log):
    async with TelegramServer() as server, house(database_url, server) as home:
        stream = log(settings_for(database_url, home.folder, server))
        lan = await home.member(server.person(1))
        home.database.write_now(lambda c: c.exec_driver_sql("ALTER TABLE report RENAME TO report_away"))
        await lan.say("Rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        await lan.expects("CHƯA GỬI")
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.expects("Chưa xử lý được tin vừa rồi", within=10)
        told = stream.getvalue()
        assert "a turn failed" in told
        assert "Hoa Sen" not in told and "dọn" not in told
