"""The page of a unit without an account: reads, answers, and what it never shows (DESIGN §4.6, §4.9)."""

from __future__ import annotations

import asyncio
import html
import io
import re
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from itsdangerous import Signer
from PIL import Image

from messages import LANGUAGES
from office import answers, referrals
from office.desk_rules import UnitLinks
from storage.database import DatabaseUnusableError
from storage.tables import answer, answer_file, matter_event, outbox, referral
from tests.bot.test_web_channel import PDF, photo
from tests.house import House, MovableClock, house
from tests.referred import ADDRESSEE, LABEL, RARE, REPORT, SAID, Referred, refer
from tests.serving import listener, serving

ORIGIN = {"origin": "http://baonhanh.test"}
GONE = "Đường liên kết không còn dùng được."
FOUND = "Kiểm tra ngày 20/11 tại kênh Nước Đen: lục bình phủ khoảng 200 mét, chưa được vớt trong quý III."
PLANNED = "Thuê hai ghe vớt trong tuần tới, sau đó vớt mỗi tháng một lần."
ANSWER = {"verdict": "founded", "checked": "Đi dọc kênh cùng tổ trưởng", "found": FOUND, "planned": PLANNED}


@dataclass
class Officer:
    """Somebody of the unit with the link on a phone. `last` is the newest page."""

    home: House
    asked: Referred
    http: httpx.AsyncClient
    clock: MovableClock
    path: str
    last: httpx.Response | None = None

    async def open(self, lang: str = "vi") -> str:
        """Open the link; gives what is read there."""
        self.last = await self.http.get(self.path, params={"lang": lang})
        return self.text

    @property
    def text(self) -> str:
        """What stands on the page, without its marks."""
        assert self.last is not None
        body = re.sub(r"<(script|style).*?</\1>", "", self.last.text, flags=re.DOTALL)
        return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", body)))

    @property
    def token(self) -> str:
        """What the forms of the page carry."""
        assert self.last is not None
        return html.unescape(re.findall(r'name="form" value="([^"]+)"', self.last.text)[0])

    def field(self, name: str) -> str:
        """What stands in a text box."""
        assert self.last is not None
        [found] = re.findall(rf'<textarea id="{name}".*?>\n?(.*?)</textarea>', self.last.text, re.DOTALL)
        return html.unescape(found)

    async def press(
        self, do: str, *files: bytes, headers: dict[str, str] | None = None, **fields: str
    ) -> httpx.Response:
        """Press a button with fields as typed; follows to the page as a browser does, gives the answer."""
        form = {"form": fields.pop("form", None) or self.token, "do": do}
        form |= {name.replace("_", "-"): value for name, value in fields.items()}
        sent = [("files", ("a.jpg", one)) for one in files]
        answered = await self.http.post(
            self.path, data=form, files=sent or None, headers=ORIGIN if headers is None else headers
        )
        self.last = answered
        if answered.status_code == 303:
            assert answered.headers["location"] == self.path
            await self.open()
        return answered

    def events(self) -> list[str]:
        """What was written down about the matter."""
        return [one.act for one in self.home.rows(matter_event)]

    def told(self, role: str) -> str:
        """Everything written to the people of a role."""
        return "\n".join(one.body["text"] for one in self.home.rows(outbox) if f":{role}-" in one.lane)


@pytest.fixture
async def officer(database_url: str) -> AsyncIterator[Officer]:
    clock = MovableClock()
    async with house(database_url, now=clock) as home, _client(home) as http:
        yield _officer(home, http, clock)


@pytest.fixture
async def lone(sqlite_url: str) -> AsyncIterator[Officer]:
    """The same, where the kind of database makes no difference."""
    clock = MovableClock()
    async with house(sqlite_url, now=clock) as home, _client(home) as http:
        yield _officer(home, http, clock)


def _client(home: House) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=home.app.asgi), base_url="http://baonhanh.test"
    )


def _officer(home: House, http: httpx.AsyncClient, clock: MovableClock, **how: Any) -> Officer:
    asked = refer(home.database, home.app.desk_rules, home.unit_id, clock(), **how)
    return Officer(home, asked, http, clock, asked.path)


# -- reading -------------------------------------------------------------------------------------------


async def test_the_page_says_what_is_asked_by_when_and_whom_to_call(lone: Officer):
    text = await lone.open()
    for words in (
        "Phiếu chuyển PC-1", ADDRESSEE, "không được vớt lục bình", "Phường Hoa Sen", "0203 111 222",
        "17:00 27/11/2026", "Còn 5 ngày làm việc", "Chờ tiếp nhận", "Bà Đầu Mối",
    ):  # fmt: skip
        assert words in text, words
    lone.clock.move(days=11)
    assert "Quá hạn 1 ngày làm việc" in await lone.open()


async def test_it_is_read_in_english_too(lone: Officer):
    text = await lone.open("en")
    assert "Waiting to be accepted" in text
    assert "5 working days left" in text
    assert '<html lang="en">' in (await lone.http.get(lone.path)).text


async def test_looking_at_the_address_changes_nothing(officer: Officer):
    before = (officer.asked.row, officer.events(), len(officer.home.rows(outbox)))
    for method in ("GET", "HEAD", "GET"):
        answered = await officer.http.request(method, officer.path)
        assert answered.status_code == 200
    await officer.http.get(f"{officer.path}/phieu.docx")
    assert (officer.asked.row, officer.events(), len(officer.home.rows(outbox))) == before


async def test_the_page_keeps_to_itself(lone: Officer):
    headers = (await lone.http.get(lone.path)).headers
    assert headers["content-security-policy"].startswith("default-src 'none';")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert headers["x-robots-tag"] == "noindex, nofollow"
    assert headers["x-content-type-options"] == "nosniff"


async def test_a_link_that_opens_nothing_never_tells_why(lone: Officer):
    row = lone.asked.row
    foreign = UnitLinks("another key", "").to(row.id, row.generation)
    tomorrow = lone.asked.rules.links.to(row.id, row.generation + 1).rpartition("/")[2]
    unknown = lone.asked.rules.links.to(row.id + 5, 1).rpartition("/")[2]
    dead = [foreign, f"/phieu/{tomorrow}", f"/phieu/{unknown}", "/phieu/abc", f"{lone.path}x"]
    pages = {(await lone.http.get(path)).text for path in dead}
    lone.asked.office(lone.clock(), lambda post, rules, who: referrals.renew_link(post, rules, who, row))
    revoked = await lone.http.get(lone.path)
    lone.path = lone.asked.path
    assert "Phiếu chuyển PC-1" in await lone.open()
    lone.clock.move(days=60)
    expired = await lone.http.get(lone.path)
    assert {revoked.status_code, expired.status_code} == {404}
    assert len(pages | {revoked.text, expired.text}) == 1
    assert f"{GONE} Liên hệ Bà Đầu Mối, 0203 333 444." in revoked.text


async def test_a_revoked_link_takes_nothing_and_gives_no_file_and_no_slip(officer: Officer):
    await officer.open()
    await officer.press("attach", photo())
    row, [file], form = officer.asked.row, officer.asked.files(), officer.token
    officer.asked.office(officer.clock(), lambda post, rules, who: referrals.revoke_link(post, who, row))
    for do in ("accept", "hand-in", "attach", f"drop-{file.id}"):
        assert (await officer.press(do, PDF, form=form, **ANSWER)).status_code == 404
    for rest in (f"/tep/{file.id}", "/phieu.docx"):
        assert (await officer.http.get(officer.path + rest)).status_code == 404
    assert officer.asked.row.state == "sent"
    assert (officer.asked.answers(), officer.asked.files()) == ([], [file])


# -- acting --------------------------------------------------------------------------------------------


async def test_accepting_is_told_to_the_coordinator_and_takes_effect_once(officer: Officer):
    await officer.open()
    form = officer.token
    assert (await officer.press("accept")).status_code == 303
    assert "Đã tiếp nhận" in officer.text
    assert (await officer.press("accept", form=form)).status_code == 303
    assert officer.events().count("accepted") == 1
    assert officer.told("coordinator").count(ADDRESSEE) == 1


async def test_more_time_is_asked_for_once_and_the_page_says_that_it_was(officer: Officer):
    await officer.open()
    form = officer.token
    for until, words in (
        ("2026-11-27", "sau hạn hiện tại (17:00 27/11/2026)"),
        ("mai mốt", "Không hiểu ngày"),
    ):
        assert (await officer.press("more-time", until=until, why="Chờ quan trắc")).status_code == 422
        assert words in officer.text
        assert officer.field("why") == "Chờ quan trắc"
        assert "<details open>" in officer.last.text
    assert (await officer.press("more-time", until="2026-12-06", why="")).status_code == 422
    for _ in range(2):
        answered = await officer.press("more-time", form=form, until="2026-12-06", why="Chờ quan trắc")
        assert answered.status_code == 303
    assert "Đã xin thêm thời gian đến 07/12/2026" in officer.text, "a Sunday: the next working day"
    assert "Chờ quan trắc" in officer.text
    assert officer.events().count("more-time") == 1
    assert officer.asked.row.due_at.date().isoformat() == "2026-11-27", "the coordinator decides"
    officer.asked.office(
        officer.clock(),
        lambda post, rules, who: referrals.decide_more_time(post, rules, who, officer.asked.row, grant=True),
    )
    assert "17:00 07/12/2026" in await officer.open()


async def test_what_is_not_its_competence_goes_back_with_a_reason(officer: Officer):
    await officer.open()
    assert (await officer.press("give-back")).status_code == 422
    assert "Chọn một lý do" in officer.text
    assert (await officer.press("give-back", reason="other")).status_code == 422
    assert "Ghi nơi có thẩm quyền" in officer.text
    words = "Trung tâm Thủy lợi tỉnh"
    assert (await officer.press("give-back", reason="other", words=words)).status_code == 303
    assert "Đã trả lại" in officer.text
    assert officer.asked.row.state == "returned"
    assert officer.asked.row.reason == f"Thuộc cơ quan khác: {words}"
    assert 'name="do"' not in officer.last.text, "nothing is left to press"


async def test_an_answer_is_handed_in_once_and_shown_as_it_was(officer: Officer):
    await officer.open()
    form = officer.token
    sent = [
        officer.http.post(
            officer.path,
            data={"form": form, "do": "hand-in", "done-by": "2026-12-01"} | ANSWER,
            headers=ORIGIN,
        )
        for _ in range(3)
    ]
    assert {one.status_code for one in await asyncio.gather(*sent)} == {303}
    text = await officer.open()
    for words in (FOUND, PLANNED, ANSWER["checked"], "01/12/2026", "Có cơ sở", "chờ điều phối viên xem"):
        assert words in text, words
    [kept] = officer.asked.answers()
    assert (kept.found, kept.planned, kept.verdict) == (FOUND, PLANNED, "founded")
    assert officer.told("coordinator").count(FOUND) == 1
    assert officer.events().count("handed-in") == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"found": "Đã tiếp thu ý kiến, sẽ nghiên cứu xem xét"}, "Ghi rõ kết quả kiểm tra"),
        ({"verdict": ""}, "Chọn một kết luận"),
        ({"verdict": "outside"}, "Chọn một kết luận"),
        ({"verdict": "checking"}, "Chọn một kết luận"),
        ({"planned": ""}, "ghi sẽ làm gì"),
        ({"done_by": "2026-11-01"}, "không được ở trong quá khứ"),
        ({"done_by": "cuối tháng"}, "Không hiểu ngày này"),
        ({"checked": "dài " * 600}, "Dài quá 2.000 ký tự"),
    ],
)
async def test_what_is_wrong_is_said_and_what_was_typed_is_still_there(lone: Officer, wrong, sentence):
    await lone.open()
    typed = ANSWER | wrong
    assert (await lone.press("hand-in", **typed)).status_code == 422
    assert sentence in lone.text
    for name in ("checked", "found", "planned"):
        assert lone.field(name) == typed[name].strip()
    if typed["verdict"] in ("founded",):
        assert re.search(r'value="founded" checked', lone.last.text)
    assert lone.asked.answers() == []
    assert (await lone.press("hand-in", **ANSWER)).status_code == 303


async def test_an_urgent_referral_may_be_answered_first_by_saying_it_is_being_verified(sqlite_url):
    clock = MovableClock()
    async with house(sqlite_url, now=clock) as home, _client(home) as http:
        urgent = _officer(home, http, clock, kind="urgent")
        text = await urgent.open()
        assert "Khẩn" in text
        assert "Hạn hôm nay" in text
        assert (await urgent.press("hand-in", **ANSWER | {"verdict": "checking"})).status_code == 303


async def test_an_answer_sent_back_shows_why_and_the_former_text(officer: Officer):
    await officer.open()
    old = officer.token
    await officer.press("hand-in", **ANSWER)
    [first] = officer.asked.answers()

    def send_back(post, rules, who):
        found = answers.in_hand(post.connection, who, first.id)
        return answers.send_back(post, rules, who, found, "Chưa rõ vớt ngày nào")

    assert officer.asked.office(officer.clock(), send_back)
    text = await officer.open()
    assert "Đề nghị trả lời lại" in text
    assert "Chưa rõ vớt ngày nào" in text
    assert officer.field("found") == FOUND
    assert 'value="founded" checked' in officer.last.text
    assert (await officer.press("hand-in", form=old, **ANSWER)).status_code == 422, "a form of before"
    assert "vừa có thay đổi" in officer.text
    assert officer.field("found") == FOUND
    assert len(officer.asked.answers()) == 1
    assert (await officer.press("hand-in", **ANSWER | {"planned": "Vớt ngày 2/12"})).status_code == 303
    assert "Vớt ngày 2/12" in officer.text
    assert [one.state for one in officer.asked.answers()] == ["sent-back", "waiting"]


async def test_an_answer_typed_while_a_colleague_accepts_is_not_lost(lone: Officer):
    await lone.open()
    before = lone.token
    await lone.press("accept")
    assert (await lone.press("hand-in", form=before, **ANSWER)).status_code == 422
    assert lone.field("found") == FOUND
    assert (await lone.press("hand-in", **ANSWER)).status_code == 303


# -- what a unit writes is masked, and nothing secret is kept -------------------------------------------


async def test_what_identifies_a_citizen_is_masked_before_it_is_written(officer: Officer):
    await officer.open()
    number = "0987 654 321"
    typed = ANSWER | {"found": f"{FOUND} Người dân ở gần là ông Trần Văn Khoát, số {number}."}
    assert (await officer.press("hand-in", **typed)).status_code == 422
    assert "Đã che thông tin cá nhân" in officer.text
    assert "[SĐT]" in officer.field("found"), "the unit reads it before it goes"
    assert officer.asked.answers() == []
    again = ANSWER | {"found": officer.field("found")}
    assert (await officer.press("hand-in", **again)).status_code == 303
    assert "[tên]" in officer.text
    assert number not in officer.last.text
    await _reaches_no_row(officer, number, "Khoát")


async def test_reasons_are_masked_too(officer: Officer):
    await officer.open()
    why = "Chờ anh Trần Văn Khoát, 0987654321, đi phép về"
    await officer.press("more-time", until="2026-12-07", why=why)
    await officer.press("more-time", until="2026-12-07", why=officer.field("why"))
    assert officer.asked.row.more_until_at is not None
    await officer.press("give-back", reason="else", words="Gọi bà Trần Thị Khoát 0987654321")
    await officer.press("give-back", reason="else", words=officer.field("words"))
    assert officer.asked.row.state == "returned"
    await _reaches_no_row(officer, "0987654321", "Khoát")


async def _reaches_no_row(officer: Officer, *words: str) -> None:
    everything = "\n".join(
        str(row)
        for table in (answer, referral, matter_event, outbox, answer_file)
        for row in officer.home.rows(table)
    )
    if officer.home.database.is_sqlite:
        file = Path(str(officer.home.database.engine.url.database))
        everything += "".join(
            one.read_bytes().decode("utf-8", "replace") for one in file.parent.glob(f"{file.name}*")
        )
    for one in words:
        assert one not in everything, one


async def test_a_mark_of_classification_is_refused_and_nothing_is_stored(officer: Officer):
    await officer.open()
    typed = ANSWER | {"checked": "Theo công văn TUYỆT MẬT của tỉnh"}
    assert (await officer.press("hand-in", photo(), **typed)).status_code == 422
    assert "Nội dung có dấu mật, hệ thống không lưu. Báo trực tiếp Bà Đầu Mối" in officer.text
    assert (officer.asked.answers(), officer.asked.files()) == ([], [])
    await _reaches_no_row(officer, "TUYỆT MẬT")
    assert (await officer.press("give-back", reason="else", words="Số: 15/CV-M")).status_code == 422
    assert officer.asked.row.state == "sent"


# -- files ---------------------------------------------------------------------------------------------


async def test_pictures_and_papers_are_cleaned_kept_once_and_can_be_taken_out_again(officer: Officer):
    await officer.open()
    for _ in range(2):
        answered = await officer.press("attach", photo(), PDF, **ANSWER)
        assert answered.status_code == 200
        assert officer.field("found") == FOUND, "what was typed stays"
    [picture, paper] = officer.asked.files()
    assert (picture.media_type, paper.media_type) == ("image/jpeg", "application/pdf")
    shown = await officer.http.get(f"{officer.path}/tep/{picture.id}")
    assert not Image.open(io.BytesIO(shown.content)).getexif()
    assert b"SecretCamera" not in shown.content
    assert shown.headers["content-security-policy"] == "default-src 'none'; sandbox"
    await officer.press(f"drop-{paper.id}", **ANSWER)
    assert officer.asked.files() == [picture]
    assert len([one for one in (officer.home.folder / "media").rglob("*") if one.is_file()]) == 1
    await officer.press("hand-in", **ANSWER)
    assert officer.asked.files()[0].answer_id == officer.asked.answers()[0].id
    assert "Ảnh 1" in officer.text
    await officer.press(f"drop-{picture.id}", form="x")
    assert len(officer.asked.files()) == 1, "what was handed in stays"


async def test_other_files_and_too_many_are_refused_in_words_and_the_rest_is_kept(lone: Officer):
    await lone.open()
    answered = await lone.press("attach", b"MZ\x90 a program", photo(), **ANSWER)
    assert answered.status_code == 422
    assert "Một tệp chưa nhận" in lone.text
    assert len(lone.asked.files()) == 1
    papers = [PDF.replace(b"1.4", f"1.{n}".encode()) for n in range(6)]
    await lone.press("attach", *papers, **ANSWER)
    assert "Nhiều nhất 5 tệp" in lone.text
    assert len(lone.asked.files()) == 5
    assert lone.field("found") == FOUND
    assert 'type="file"' not in lone.last.text


async def test_a_picture_chosen_and_not_attached_goes_with_the_answer(lone: Officer):
    await lone.open()
    assert (await lone.press("hand-in", photo(), **ANSWER)).status_code == 303
    assert lone.asked.files()[0].answer_id is not None


async def test_what_went_with_an_answer_stays_whatever_is_taken_out_of_the_next(lone: Officer):
    await lone.open()
    await lone.press("hand-in", photo(), **ANSWER)
    [given], [evidence] = lone.asked.answers(), lone.asked.files()

    def send_back(post, rules, who):
        return answers.send_back(post, rules, who, answers.in_hand(post.connection, who, given.id), "Chưa rõ")

    lone.asked.office(lone.clock(), send_back)
    await lone.open()
    await lone.press("attach", photo())
    await lone.press(f"drop-{lone.asked.files()[-1].id}")
    assert lone.asked.files() == [evidence]
    assert (await lone.http.get(f"{lone.path}/tep/{evidence.id}")).status_code == 200


async def test_files_of_another_referral_are_not_there(lone: Officer):
    await lone.open()
    await lone.press("attach", photo())
    [file] = lone.asked.files()
    other = _officer(lone.home, lone.http, lone.clock)
    assert (await lone.http.get(f"{other.path}/tep/{file.id}")).status_code == 404
    await other.open()
    await other.press(f"drop-{file.id}")
    assert lone.asked.files() == [file]


# -- who may send --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {},
        {"origin": "http://baonhanh.test", "sec-fetch-site": "cross-site"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "http://baonhanh.test", "sec-fetch-site": "none"},
    ],
)
async def test_a_form_of_another_site_does_nothing(lone: Officer, headers):
    await lone.open()
    assert (await lone.press("accept", headers=headers)).status_code == 403
    assert lone.asked.row.state == "sent"


@pytest.mark.parametrize(
    "headers", [{"origin": "null", "sec-fetch-site": "same-origin"}, {"origin": "null"}, ORIGIN]
)
async def test_a_form_of_the_page_is_taken_whatever_the_browser_calls_its_origin(lone: Officer, headers):
    await lone.open()
    assert (await lone.press("accept", headers=headers)).status_code == 303
    assert lone.asked.row.state == "accepted"


async def test_a_form_of_ones_own_making_does_nothing(lone: Officer):
    await lone.open()
    other = _officer(lone.home, lone.http, lone.clock)
    await other.open()
    own = Signer("another key", salt="referral-form").sign("1-abc").decode()
    for form in (other.token, own, "", "x"):
        for do in ("accept", "hand-in", "attach"):
            await lone.press(do, PDF, form=form or " ", **ANSWER)
    assert (lone.asked.row.state, lone.asked.answers(), lone.asked.files()) == ("sent", [], [])


async def test_an_act_there_is_none_of_is_no_act(lone: Officer):
    await lone.open()
    for do in ("approve", "__init__", "drop-", "drop-x", "drop-99999999999999", ""):
        assert (await lone.press(do)).status_code == 200
    assert lone.asked.row.state == "sent"


async def test_too_much_at_once_is_not_read(lone: Officer):
    await lone.open()
    big = b"x" * (52 << 20)
    assert (await lone.press("attach", big)).status_code == 413
    assert "quá lớn" in lone.text

    async def pieces():
        yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n'
        for _ in range(60):
            yield b"x" * (1 << 20)

    headers = ORIGIN | {"content-type": "multipart/form-data; boundary=b"}
    answered = await lone.http.post(lone.path, content=pieces(), headers=headers)
    assert answered.status_code == 413
    words = "a=" + "b" * (400 << 10)
    headers = ORIGIN | {"content-type": "application/x-www-form-urlencoded"}
    assert (await lone.http.post(lone.path, content=words, headers=headers)).status_code == 400


async def test_too_many_tries_are_asked_to_wait(lone: Officer):
    await lone.open()
    form = lone.token
    for _ in range(40):
        await lone.press("more-time", form=form)
    assert (await lone.press("accept", form=form)).status_code == 429
    assert lone.asked.row.state == "sent"
    lone.clock.move(minutes=11)
    assert (await lone.press("accept", form=form)).status_code == 303
    for _ in range(30):
        await lone.http.get("/phieu/abc.def")
    assert (await lone.http.get("/phieu/abc.def")).status_code == 429
    lone.clock.move(minutes=11)
    assert (await lone.http.get("/phieu/abc.def")).status_code == 404


async def test_what_others_try_from_the_same_place_keeps_nobody_from_answering(lone: Officer):
    for _ in range(40):
        await lone.http.get("/phieu/abc.def")
    await lone.open()
    assert lone.last.status_code == 200
    assert (await lone.press("hand-in", photo(), **ANSWER)).status_code == 303
    assert (await lone.http.get(f"{lone.path}/phieu.docx")).status_code == 200


# -- nothing of the reporters ---------------------------------------------------------------------------


async def test_nothing_of_the_reporters_leaves_the_coordinators(officer: Officer):
    """Every page in every state, the slip part by part, and every message to the unit, on their bytes."""
    seen: list[bytes] = []

    async def look() -> None:
        for lang in LANGUAGES:
            await officer.open(lang)
            assert officer.last.status_code == 200
            seen.append(officer.last.content)
        await officer.open()
        docx = (await officer.http.get(f"{officer.path}/phieu.docx")).content
        with zipfile.ZipFile(io.BytesIO(docx)) as parts:
            seen.extend(parts.read(name) for name in parts.namelist())

    await look()
    await officer.press("hand-in", verdict="founded")
    seen.append(officer.last.content)
    await officer.press("accept")
    await look()
    await officer.press("more-time", until="2026-12-07", why="Chờ quan trắc")
    await look()
    await officer.press("hand-in", photo(), **ANSWER)
    await look()
    [given] = officer.asked.answers()

    def send_back(post, rules, who):
        return answers.send_back(post, rules, who, answers.in_hand(post.connection, who, given.id), "Chưa rõ")

    officer.asked.office(officer.clock(), send_back)
    await look()
    await officer.press("hand-in", **ANSWER)
    newest = officer.asked.answers()[-1]

    def approve(post, rules, who):
        found = answers.in_hand(post.connection, who, newest.id)
        return answers.approve(post, rules, who, found, FOUND)

    assert officer.asked.office(officer.clock(), approve)
    await look()
    assert "Trả lời đã được chấp nhận" in officer.text
    seen.append(officer.told("unit").encode())
    reporter = officer.asked.reporter
    hidden = [
        LABEL, "Hoa Mười", RARE, REPORT, "telegram", f"CTV-{reporter}", "PA-1", "06:47", "23:47", "VD-1",
        "aggrieved", f"collaborator-{reporter}",
    ]  # fmt: skip
    assert SAID.partition("\n")[0].encode() in seen[0], "it is looked at in what is really shown"
    for page in seen:
        text = page.decode("utf-8", "replace")
        for words in hidden:
            assert words.casefold() not in text.casefold(), words


async def test_a_database_that_cannot_be_used_is_said_and_the_page_is_one_step_away(
    lone: Officer, monkeypatch: pytest.MonkeyPatch
):
    await lone.open()

    async def broken(*_: Any) -> None:
        raise DatabaseUnusableError("locked")

    with monkeypatch.context() as patch:
        patch.setattr(lone.home.database, "write", broken)
        assert (await lone.press("hand-in", form=lone.token, **ANSWER)).status_code == 503
    assert "Hệ thống đang bận" in lone.text
    assert f'href="{lone.path}"' in lone.last.text
    await lone.open()
    assert (await lone.press("hand-in", **ANSWER)).status_code == 303


async def test_a_real_browser_and_a_real_server_understand_each_other(sqlite_url):
    clock = MovableClock()
    with listener() as door:
        async with house(sqlite_url, now=clock) as home, serving(home, door):
            address = f"http://127.0.0.1:{door.getsockname()[1]}"
            async with httpx.AsyncClient(base_url=address) as http:
                officer = _officer(home, http, clock)
                await officer.open()
                assert (
                    await officer.press("hand-in", photo(), PDF, headers={"origin": address}, **ANSWER)
                ).status_code == 303
                assert len(officer.asked.files()) == 2
