"""The whole story of the desk, with a kill -9 after every step of it (issue 5, DESIGN §4.1–§4.3, §4.9).

An urgent report and one more become a matter; a unit answers on a phone, is asked once more, and answers
again; both who reported read it, one finds it unclear, reads more, and the matter is closed.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from office.desk_rules import UnitLinks
from storage import meta
from storage.tables import alert, answer, feedback, matter, matter_event, outbox, report
from tests.e2e.conftest import ON_A_PHONE
from tests.e2e.stage import FIRST_CHAT, LABELS, Stage, stage

pytestmark = [
    pytest.mark.crash,
    pytest.mark.chromium,
    pytest.mark.xdist_group("chromium-desk"),
    pytest.mark.timeout(180),
]

FIRE = "lục bình tím ngắt phủ kín kênh Nước Đen, bà con sợ cháy lan từ bãi rác"
SMELL = "Kênh Nước Đen hôi không chịu nổi, lục bình lâu ngày chưa ai vớt"
SAID = "Kênh Nước Đen nhiều tháng không được vớt lục bình, gây mùi hôi"
VAGUE = "Đội đã đi xem kênh hôm qua, lục bình có nhiều ở khúc cuối"
MISSING = "Cần ngày vớt xong và ai làm"
FOUND = "Kiểm tra tại kênh Nước Đen: lục bình phủ khoảng 200 mét, chưa được vớt trong quý III"
PLANNED = "Thuê hai ghe vớt trong tuần tới, sau đó vớt mỗi tháng một lần"
WHY = "Chưa thấy nói khúc gần cầu"
MORE = "Khúc gần cầu được vớt cùng đợt, xong trong tháng này"
RESULT = "Đã vớt cả hai khúc, từ nay mỗi tháng một lần"
EVENTS = [
    "opened", "joined", "joined", "refer", "accepted", "handed-in", "answer", "sent-back", "send-back",
    "handed-in", "answer", "approved", "feed-back", "feed-back", "close",
]  # fmt: skip


class Unit:
    """Somebody at the unit with its link on a phone; `seen`: the bytes of everything shown."""

    def __init__(self, place: Stage, context: BrowserContext, path: str) -> None:
        self._place, self._context = place, context
        self._url = f"{place.address}{path}"
        self.page: Page
        self.seen: list[bytes] = []

    def opens(self, state: str) -> None:
        """Open the link, see that it stands so, and look at everything there is."""
        self._place.is_served()
        self.page = self._context.new_page()
        self.page.goto(self._url)
        expect(self.page.get_by_text(state).first).to_be_visible()
        self.seen.append(self.page.content().encode())
        for lang in ("en", "vi"):
            self.seen.append(self._context.request.get(f"{self._url}?lang={lang}").body())
        slip = self._context.request.get(f"{self._url}/phieu.docx").body()
        with zipfile.ZipFile(io.BytesIO(slip)) as parts:
            self.seen += [parts.read(name) for name in parts.namelist()]

    def opens_no_other_link(self) -> None:
        """A link of before or after this one is signed as well, and opens nothing."""
        key = self._place.database.read(lambda c: meta.get(c, "web_key")) or ""
        links = UnitLinks(key, self._place.address)
        assert links.to(1, 1) == self._url
        assert self._context.request.get(links.to(1, 2)).status == 404

    def presses(self, label: str) -> None:
        """Press a button; the program dies of it, most often before it has answered."""
        button = self.page.get_by_role("button", name=label)
        self._place.dies_of(lambda: button.click(no_wait_after=True))

    def answers(self, found: str, planned: str) -> None:
        """Fill the four parts and hand them in."""
        self.page.get_by_label("Có cơ sở", exact=True).check()
        self.page.get_by_label("Đã kiểm tra gì").fill("Đi dọc kênh cùng tổ trưởng")
        self.page.get_by_label("Kết quả").fill(found)
        self.page.get_by_label("Sẽ làm gì").fill(planned)
        self.presses("Gửi trả lời")


def files(place: Stage, name: str, said: str, *, urgent: bool) -> None:
    """A report, to its receipt."""
    place.says(name, said)
    place.reads(name, "CHƯA GỬI")
    place.picks(name, "Bức xúc")
    place.taps(name, "Gửi khẩn" if urgent else "✅ Gửi")
    place.reads(name, "mã PA-")


def opens_matter(place: Stage) -> None:
    """The coordinator turns to the matter."""
    place.says("hoa", "/vande")
    place.reads("hoa", "Vấn đề nào?")
    place.picks("hoa", "VD-1")
    place.reads("hoa", "VD-1 ·")


def is_made(place: Stage) -> None:
    """An urgent report is taken by the coordinator, becomes a matter, and another report joins it."""
    files(place, "lan", f"KHẨN {FIRE}", urgent=True)
    place.reads("hoa", "🔴 KHẨN PA-1")
    place.taps("hoa", "Tôi nhận xử lý")
    place.reads("hoa", "Việc tiếp theo với PA-1?")
    place.picks("hoa", "Xử lý phản ánh")
    place.picks("hoa", "Lập vấn đề")
    place.picks("hoa", "Viết lại")
    place.says("hoa", SAID)
    place.reads("hoa", "VD-1")
    files(place, "minh", SMELL, urgent=False)
    place.says("hoa", "/vande")
    place.picks("hoa", "Phản ánh mới (1)")
    place.picks("hoa", "PA-2")
    place.taps("hoa", "Gộp vào VD-1")
    place.reads("minh", "PA-2")


def is_referred(place: Stage) -> str:
    """The coordinator puts it to the unit; gives the address of the unit's page."""
    opens_matter(place)
    place.picks("hoa", "Chuyển đơn vị")
    place.picks("hoa", "Đội Vệ sinh")
    place.picks("hoa", "Thường:")
    place.reads("hoa", "Nội dung đơn vị sẽ đọc:")
    place.taps("hoa", "✅ Chuyển")
    told = place.reads("hoa", "Đã chuyển PC-1")
    [path] = set(re.findall(r"/phieu/[\w.-]+", told.text))
    return str(path)


def is_answered(place: Stage, unit: Unit) -> None:
    """The unit answers, is sent back once, answers again, and that is approved."""
    unit.opens("Chờ tiếp nhận")
    unit.presses("Tiếp nhận")
    unit.opens("Đã tiếp nhận, chờ trả lời")
    unit.answers(VAGUE, PLANNED)
    place.reads("hoa", VAGUE)
    unit.opens("Đã trả lời, chờ điều phối viên xem")
    place.picks("hoa", "Xem trả lời")
    place.picks("hoa", "Trả lại đơn vị")
    place.says("hoa", MISSING)
    place.reads("hoa", "Đã trả lại đơn vị")
    place.reads("van", MISSING)
    unit.opens("Đề nghị trả lời lại")
    unit.answers(FOUND, PLANNED)
    place.reads("hoa", FOUND)
    unit.opens("Đã trả lời, chờ điều phối viên xem")
    place.picks("hoa", "Xem trả lời")
    place.taps("hoa", "Duyệt, gửi CTV")
    for name in ("lan", "minh"):
        place.reads(name, FOUND)
    unit.opens("Trả lời đã được chấp nhận")


def is_closed(place: Stage) -> None:
    """One has understood, one has not, and reads more; then it is over."""
    place.taps("lan", "Đã rõ")
    place.taps("minh", "Chưa thỏa đáng")
    place.reads("minh", "Còn chưa rõ điều gì?")
    place.says("minh", WHY)
    place.reads("hoa", WHY)
    opens_matter(place)
    place.picks("hoa", "Trả lời CTV")
    place.says("hoa", MORE)
    for name in ("lan", "minh"):
        place.reads(name, MORE)
    place.taps("minh", "Đã rõ")
    opens_matter(place)
    place.picks("hoa", "🏁 Kết thúc")
    place.says("hoa", RESULT)
    for name in ("lan", "minh"):
        place.reads(name, RESULT)


@pytest.mark.rotates
def test_the_story_of_the_desk_survives_a_kill_after_every_step(
    database_url: str, tmp_path: Path, context: Callable[..., BrowserContext]
) -> None:
    with stage(database_url, tmp_path) as place:
        is_made(place)
        unit = Unit(place, context(**ON_A_PHONE), is_referred(place))
        is_answered(place, unit)
        is_closed(place)
        place.is_quiet()
        nothing_is_lost_or_doubled(place)
        everybody_was_told_once(place)
        messages_are_sent_again_only_after_a_death(place)
        nothing_of_the_reporters_left(place, unit)
        unit.opens_no_other_link()
        assert place.kills >= 24


def nothing_is_lost_or_doubled(place: Stage) -> None:
    """Every row of the story, once and in order."""
    assert [row.said for row in place.rows(report)] == [FIRE, SMELL]
    [taken] = place.rows(alert)
    assert taken.claimed_at and taken.closed_at
    [one] = place.rows(matter)
    assert (one.status, one.result) == ("closed", RESULT)
    assert [row.act for row in place.rows(matter_event)] == EVENTS
    assert [(row.state, row.found) for row in place.rows(answer)] == [
        ("sent-back", VAGUE), ("approved", FOUND)
    ]  # fmt: skip
    assert [(row.round, row.said, row.why) for row in place.rows(feedback)] == [
        (1, "clear", None), (1, "unclear", WHY), (2, "clear", None)
    ]  # fmt: skip


ONCE = {
    "lan": (FOUND, MORE, RESULT),
    "minh": ("VD-1", FOUND, MORE, RESULT),
    "hoa": ("🔴 KHẨN PA-1", f"trả lời. {VAGUE}", f"trả lời. {FOUND}", WHY),
    "van": (f"{SAID}\n", MISSING),
}
"""What each of them is told one time."""


def everybody_was_told_once(place: Stage) -> None:
    """Nobody is owed one of these messages twice, or never."""
    wrong = {
        (name, words): place.told(name)
        for name, kinds in ONCE.items()
        for words in kinds
        if sum(words in text for text in place.told(name)) != 1
    }
    assert not wrong
    assert not [row.error for row in place.rows(outbox) if row.state == "failed"]


def messages_are_sent_again_only_after_a_death(place: Stage) -> None:
    """What is on a screen twice was in flight when the program died; twice by one death at most."""
    sent: dict[tuple[object, ...], list[float]] = {}
    for call in place.server.calls:
        if call.method == "sendMessage" and call.ok:
            what = (call.given.get("chat_id"), call.given.get("text"), str(call.given.get("reply_markup")))
            sent.setdefault(what, []).append(call.at)
    owed = Counter((row.chat, row.body["text"]) for row in place.rows(outbox) if row.edits is None)
    for (chat, text, _), times in sent.items():
        if len(times) > owed[str(chat), str(text)]:
            for before, after in pairwise(times):
                assert any(before <= death <= after for death in place.life.deaths), text


def nothing_of_the_reporters_left(place: Stage, unit: Unit) -> None:
    """Neither page nor slip nor message of the unit tells who reported, where from, in which words."""
    seen = [*unit.seen, *(message.text.encode() for message in place.people["van"].screen)]
    hidden = [
        *LABELS.values(), "tím ngắt", "sợ cháy lan", "lâu ngày chưa ai", "CTV-", "PA-1", "PA-2", "VD-1",
        "telegram", str(FIRST_CHAT), str(FIRST_CHAT + 1), WHY, MORE,
    ]  # fmt: skip
    assert any(SAID.encode() in page for page in seen), "it is looked at in what is really shown"
    assert len(unit.seen) > 40
    for page in seen:
        text = html.unescape(page.decode("utf-8", "replace")).casefold()
        for words in hidden:
            assert words.casefold() not in text, words
