"""The web channel as the chat page uses it: exactly once, for the right person, in the right words."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import uuid
from collections.abc import AsyncIterator

import httpx
import pytest
import uvicorn
from PIL import Image

from storage.tables import attachment, inbox, report
from tests.browser import Browser, browser
from tests.house import House, MovableClock, house

RUBBISH = "Bà con kêu rác ở chợ Hoa Sen ba ngày chưa ai dọn"


@pytest.fixture
async def home(sqlite_url) -> AsyncIterator[House]:
    async with house(sqlite_url) as home:
        yield home


@contextlib.asynccontextmanager
async def member(home: House, role: str = "collaborator") -> AsyncIterator[Browser]:
    async with browser(home) as page:
        yield await page.join(await asyncio.to_thread(home.code, role))


def photo(kind: str = "JPEG") -> bytes:
    """A picture that says where and by what it was taken."""
    image, out = Image.new("RGB", (640, 480), "green"), io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 51.0, 15.0)})
    image.save(out, kind, exif=exif)
    return out.getvalue()


PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


# -- coming in ---------------------------------------------------------------------------------------


async def test_a_code_opens_the_chat_and_a_report_takes_one_message_and_two_taps(database_url):
    async with house(database_url) as home, member(home) as lan:
        await lan.say(RUBBISH)
        assert "CHƯA GỬI" in lan.text
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        assert "✅ ĐÃ GỬI" in lan.text
        assert lan.news[0]["edits"], "the card itself becomes the receipt"
        [filed] = home.reports()
        assert (filed["channel"], filed["tone"], filed["said"]) == ("web", "aggrieved", RUBBISH)


async def test_the_bare_code_typed_opens_the_chat_too(home):
    async with browser(home) as lan:
        await lan.say(home.code("collaborator").lower())
        assert "Để tham gia Tổ CTV" in lan.text
        assert "ngoài Việt Nam" not in lan.text


async def test_opening_the_join_page_uses_no_code_up(home):
    code = home.code("collaborator")
    async with browser(home) as lan:
        page = await lan.http.get(f"/join/{code}")
        assert page.status_code == 200
        assert code in page.text
        await lan.join(code)


async def test_every_code_that_opens_nothing_gets_the_same_answer(home):
    used = home.code("collaborator")
    async with browser(home) as lan, browser(home) as other:
        await lan.join(used)
        said = set()
        for code in (used, "ABCDEFGHJK"):
            other.http.cookies.clear()
            await other.say(f"/start {code}")
            said.add(other.text)
        assert len(said) == 1
        assert "Mã mời không đúng hoặc không còn dùng được" in said.pop()


async def test_five_wrong_codes_from_one_address_close_the_door_for_an_hour(sqlite_url):
    clock = MovableClock()
    async with house(sqlite_url, now=clock) as home, browser(home) as lan:
        for _ in range(5):
            lan.http.cookies.clear()
            assert (await lan.post(text="/start ABCDEFGHJK")).status_code == 200
        lan.http.cookies.clear()
        code = home.code("collaborator")
        assert (await lan.post(text=f"/start {code}")).status_code == 401
        clock.move(minutes=61)
        assert (await lan.post(text=f"/start {code}")).status_code == 200


async def test_a_whole_room_joins_from_one_address(home):
    for _ in range(8):
        async with member(home):
            pass


# -- exactly once --------------------------------------------------------------------------------------


async def test_the_same_post_again_is_answered_alike_and_does_nothing(home):
    async with member(home) as lan:
        id = str(uuid.uuid4())
        answers = [await lan.post(id, text=RUBBISH) for _ in range(3)]
        assert {(one.status_code, one.text) for one in answers} == {(200, answers[0].text)}
        await lan.read()
        assert sum("CHƯA GỬI" in one["text"] for one in lan.news) == 1


async def test_the_same_post_at_the_same_moment_takes_effect_once(home):
    async with member(home) as lan:
        id = str(uuid.uuid4())
        answers = await asyncio.gather(*(lan.post(id, text=RUBBISH) for _ in range(5)))
        assert {one.status_code for one in answers} == {200}
        await lan.read()
        assert sum("CHƯA GỬI" in one["text"] for one in lan.news) == 1


async def test_the_same_id_with_other_words_is_refused(home):
    async with member(home) as lan:
        id = str(uuid.uuid4())
        await lan.post(id, text=RUBBISH)
        answer = await lan.post(id, text="Bà con mừng vì cầu mới thông xe")
        assert (answer.status_code, answer.json()["error"]) == (409, "differs")
        assert answer.json()["sentence"]


async def test_ids_of_two_browsers_do_not_meet(home):
    id = str(uuid.uuid4())
    async with member(home) as lan, member(home) as hoa:
        assert (await lan.post(id, text=RUBBISH)).status_code == 200
        assert (await hoa.post(id, text="Bà con mừng vì cầu mới thông xe")).status_code == 200
        await hoa.read()
        assert "cầu mới" in hoa.text


async def test_a_doubled_send_files_one_report(home):
    async with member(home) as lan:
        await lan.say(RUBBISH)
        card = lan.news[0]
        data = {button["label"]: button["data"] for row in card["rows"] for button in row}
        taps = ["😠 Bức xúc", "😠 Bức xúc", "✅ Gửi", "✅ Gửi"]
        await asyncio.gather(*(lan.post(tap=data[label], message=card["n"]) for label in taps))
        assert len(home.reports()) == 1


async def test_what_is_shown_back_is_what_was_stored(home):
    async with member(home) as lan:
        told = await lan.say("Bà con gọi số 0912 345 678 mà không ai nghe về vụ rác chợ")
        assert "0912" not in told["shown"]
        assert "[SĐT]" in told["shown"]
        assert "Đã che 1 chỗ" in lan.text


# -- the door ------------------------------------------------------------------------------------------


def refused(answer: httpx.Response, status: int, error: str) -> None:
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert answer.json()["sentence"].strip()


async def test_without_a_session_nothing_is_taken_or_told(home):
    async with browser(home) as lan:
        refused(await lan.post(text=RUBBISH), 401, "session")
        for address in ("messages", "stream", "documents/1", "attachments/1"):
            refused(await lan.http.get(f"/chat/{address}"), 401, "session")
        refused(await lan.http.post("/chat/language", json={"lang": "en"}), 401, "session")
        refused(await lan.http.post("/chat/files", files={"file": photo()}), 401, "session")
        assert not home.rows(inbox)


async def test_a_session_that_was_left_is_worth_nothing(home):
    async with member(home) as lan:
        cookies = dict(lan.http.cookies)
        assert (await lan.http.post("/chat/leave")).status_code == 200
        lan.http.cookies.update(cookies)
        refused(await lan.post(text=RUBBISH), 401, "session")


async def test_a_cookie_of_ones_own_making_is_worth_nothing(home):
    async with member(home) as lan:
        value = lan.http.cookies["baonhanh"]
        lan.http.cookies.clear()
        for forged in (value[:-2] + "aa", value.rpartition(".")[0], "web:main:1", ""):
            headers = {"cookie": f"baonhanh={forged}"}
            answer = await lan.http.get("/chat/messages", headers=headers)
            refused(answer, 401, "session")


async def test_a_post_from_another_site_is_refused(home):
    async with member(home) as lan:
        headers = {"origin": "https://evil.example"}
        body = {"id": str(uuid.uuid4()), "text": RUBBISH}
        refused(await lan.http.post("/chat/messages", json=body, headers=headers), 403, "origin")
        refused(await lan.http.post("/chat/leave", headers=headers), 403, "origin")
        own = {"origin": "http://baonhanh.test"}
        assert (await lan.http.post("/chat/messages", json=body, headers=own)).status_code == 200


async def test_an_oversized_post_is_refused(home):
    async with member(home) as lan:
        refused(await lan.post(text="a" * 200_000), 413, "large")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"7",
        b'{"text": "x"}',
        b'{"id": 5, "text": "x"}',
        b'{"id": "/../x", "text": "x"}',
        b'{"id": "0123456789", "text": 5}',
        b'{"id": "0123456789", "tap": ["x"]}',
        b'{"id": "0123456789", "tap": "x.claim.1", "message": "1"}',
        b"\xff\xfe\x00",
    ],
)
async def test_a_broken_post_is_refused(home, body):
    async with member(home) as lan:
        refused(await lan.http.post("/chat/messages", content=body), 400, "broken")


async def test_foreign_and_forged_buttons_do_nothing(home):
    async with member(home) as lan, member(home) as hoa:
        await lan.say(RUBBISH)
        data = lan.news[0]["rows"][-1][0]["data"]
        for tap in (
            data,
            "t.zzzzzzzzzz.card.0.send",
            "t.1.card.x.send",
            "x.undo.1",
            "x.more.1",
            "x.claim.1",
            "t",
            ".",
        ):
            assert (await hoa.post(tap=tap, message=10**18)).status_code == 200
        assert not home.reports()
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await hoa.post(tap="x.undo.1", message=1)
        assert home.reports()[0]["status"] == "sent"


# -- streams -------------------------------------------------------------------------------------------


@contextlib.asynccontextmanager
async def served(home: House) -> AsyncIterator[str]:
    """The installation on a port: a stream needs a real line."""
    config = uvicorn.Config(
        home.app.asgi, port=0, log_config=None, lifespan="off", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110
        await asyncio.sleep(0.005)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    await task


async def events(http: httpx.AsyncClient, count: int, **headers: str) -> list[tuple[int, str]]:
    """The first `count` messages of the stream: (id, text)."""
    found: list[tuple[int, str]] = []
    id = 0
    async with http.stream("GET", "/chat/stream", headers=headers, timeout=5) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        async for line in answer.aiter_lines():
            if line.startswith("id: "):
                id = int(line[4:])
            elif line.startswith("data: ") and id:
                found.append((id, json.loads(line[6:])["text"]))
                if len(found) == count:
                    return found
    return found


async def test_the_stream_brings_messages_as_they_come_and_goes_on_where_it_broke_off(home):
    async with served(home) as address, httpx.AsyncClient(base_url=address) as http:
        lan = await Browser(http).join(home.code("collaborator"))
        listening = asyncio.create_task(events(http, 2, **{"last-event-id": str(lan.last)}))
        await asyncio.sleep(0.05)
        await lan.post(text=RUBBISH)
        await lan.post(text="/trogiup")
        first, second = await asyncio.wait_for(listening, 3)
        assert "CHƯA GỬI" in first[1]
        again = await events(http, 1, **{"last-event-id": str(first[0])})
        assert again == [second]


# -- language, leaving -----------------------------------------------------------------------------------


async def test_the_language_of_the_page_is_the_language_of_the_answers(home):
    async with member(home) as lan:
        assert (await lan.http.post("/chat/language", json={"lang": "en"})).status_code == 200
        await lan.say("People on lane 4 cannot sleep because of trucks")
        assert "NOT SENT" in lan.text
        refused(await lan.http.post("/chat/language", json={"lang": "xx"}), 400, "broken")
        refused(await lan.http.post("/chat/language", content=b"{"), 400, "broken")


# -- files -----------------------------------------------------------------------------------------------


def kept(home: House) -> list[bytes]:
    """The contents of every stored file, after a look at the names."""
    files = [file for file in (home.folder / "media").rglob("*") if file.is_file()]
    assert all(len(file.name) == 32 and int(file.name, 16) >= 0 for file in files)
    return [file.read_bytes() for file in files]


async def test_a_picture_is_stored_without_place_and_camera_and_joins_the_report(database_url):
    async with house(database_url) as home, member(home) as lan:
        answer = await lan.send(photo(), "IMG_0912345678.jpg", caption=RUBBISH)
        assert answer.status_code == 200
        assert "Kèm 1 tệp" in lan.text
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        assert home.reports()[0]["attachments"] == 1
        [data] = kept(home)
        assert b"SecretCamera" not in data
        assert not Image.open(io.BytesIO(data)).getexif()
        assert "0912345678" not in str(home.rows(attachment))


async def test_pictures_chosen_together_are_one_report(home):
    async with member(home) as lan:
        album = str(uuid.uuid4())
        await lan.send(photo(), caption=RUBBISH, album=album)
        await lan.send(photo("PNG"), "b.png", album=album)
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        [filed] = home.reports()
        assert filed["attachments"] == 2


async def test_the_same_file_again_is_one_attachment(home):
    async with member(home) as lan:
        id = str(uuid.uuid4())
        for _ in range(2):
            assert (await lan.send(photo(), caption=RUBBISH, id=id)).status_code == 200
        assert len(home.rows(attachment)) == len(kept(home)) == 1


async def test_who_is_no_member_fills_no_disk(home):
    async with browser(home) as lan:
        await lan.say(home.code("collaborator"))
        refused(await lan.send(photo()), 403, "member")
        assert not kept(home)


async def test_a_pdf_is_taken_and_other_files_are_not(home):
    async with member(home) as lan:
        assert (await lan.send(PDF, "cong-van.pdf")).status_code == 200
        for content in (b"MZ\x90\x00", b"<html>", b"", b"\xff\xd8\xff not a picture", b"%PDF-1.4 cut off"):
            refused(await lan.send(content, "anh.jpg"), 415, "file")
        assert len(home.rows(attachment)) == 1


async def test_a_file_too_large_is_refused(home):
    async with member(home) as lan:
        refused(await lan.send(photo() + b"\0" * (11 << 20)), 413, "large")


async def test_a_broken_file_post_is_refused(home):
    async with member(home) as lan:
        refused(await lan.http.post("/chat/files", data={"id": str(uuid.uuid4())}), 400, "broken")
        refused(await lan.http.post("/chat/files", data={"id": "/"}, files={"file": photo()}), 400, "broken")
        refused(await lan.http.post("/chat/files", content=b"rubbish"), 400, "broken")
        headers = {"content-type": "multipart/form-data; boundary=x"}
        refused(await lan.http.post("/chat/files", content=b"rubbish", headers=headers), 400, "broken")


async def test_an_attachment_is_shown_to_its_reporter_and_to_those_who_act_on_it_only(database_url):
    async with (
        house(database_url) as home,
        member(home) as lan,
        member(home) as other,
        member(home, "duty") as hoa,
        member(home, "leader") as leader,
        browser(home) as stranger,
    ):
        await lan.send(photo(), caption=RUBBISH)
        [row] = home.rows(attachment)
        address = f"/chat/attachments/{row.id}"

        async def look(page: Browser) -> int:
            return (await page.http.get(address)).status_code

        assert [await look(page) for page in (lan, other, hoa, leader, stranger)] == [200, 404, 404, 404, 401]
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        assert [await look(page) for page in (lan, other, hoa, leader, stranger)] == [200, 404, 200, 404, 401]
        shown = await hoa.http.get(address)
        assert shown.headers["content-type"] == "image/jpeg"
        assert shown.headers["content-disposition"] == "inline"
        assert shown.headers["x-content-type-options"] == "nosniff"
        assert shown.headers["cache-control"] == "no-store"
        assert Image.open(io.BytesIO(shown.content)).size == (640, 480)
        await lan.tap("Thu hồi")
        assert [await look(page) for page in (lan, hoa)] == [200, 404]
        for id in ("0", "-1", "99999", "9" * 30, "x", "1;drop"):
            assert (await lan.http.get(f"/chat/attachments/{id}")).status_code == 404


async def test_those_told_of_an_alert_may_look_until_they_leave(home):
    async with member(home) as lan, member(home, "leader") as leader:
        await lan.send(photo(), caption="KHẨN cháy chợ Hoa Sen, lửa lan nhanh")
        await lan.tap("Bức xúc")
        await lan.tap("Gửi khẩn")
        [row] = home.rows(attachment)
        address = f"/chat/attachments/{row.id}"
        assert (await leader.http.get(address)).status_code == 404
        async with member(home, "coordinator") as minh:
            assert (await minh.http.get(address)).status_code == 200


async def test_a_document_is_for_its_owner_only(home):
    async with member(home) as lan, member(home) as hoa:
        await lan.say(RUBBISH)
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.say("/dulieu")
        await lan.tap("Xuất dữ liệu")
        file = next(one["file"] for one in lan.news if one["file"])
        own = await lan.http.get(file["url"])
        assert own.status_code == 200
        assert "rác ở chợ Hoa Sen" in own.text
        assert "attachment" in own.headers["content-disposition"]
        assert (await hoa.http.get(file["url"])).status_code == 404
        for n in ("0", "99999999", "9" * 30, "x"):
            assert (await lan.http.get(f"/chat/documents/{n}")).status_code == 404


async def test_a_message_of_another_chat_cannot_be_changed_by_a_tap(home):
    async with member(home) as lan, member(home) as hoa:
        await hoa.say("Bà con mừng vì cầu mới thông xe")
        foreign = hoa.news[0]["n"]
        await lan.say(RUBBISH)
        data = next(b["data"] for row in lan.news[0]["rows"] for b in row if "Bức xúc" in b["label"])
        await lan.post(tap=data, message=foreign)
        await hoa.read()
        assert not hoa.news
        assert home.rows(report) == []
