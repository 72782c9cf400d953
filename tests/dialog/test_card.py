"""The card: its rows, its taps in any order, words typed into it."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from dialog import Attached, Closed, Ear, Flow, Open, Tapped, Typed
from dialog.card import Card, Field, Sending
from dialog.choice import Option
from dialog.engine import ask
from dialog.words import Words
from messages import say
from tests.dialog.flows import EAR, NUMBERED, Play

TOPICS = (
    Option("AS", "An sinh", ("#as",)),
    Option("YT", "Y tế"),
    Option("MT", "Môi trường"),
    Option("KH", "Khác"),
)
TONES = (
    Option("approve", say("b-pos")),
    Option("uneasy", say("b-worry")),
    Option("aggrieved", say("b-anger"), ("#bx",)),
    Option("unclear", say("b-neutral")),
)
LEVELS = (
    Option("normal", say("b-normal")),
    Option("attention", say("b-attn"), ("luu y",)),
    Option("urgent", say("b-urgent")),
)
TEXT = "Bà con tổ 2 mừng vì trạm y tế mở cả chiều thứ bảy."


async def _report(_: Any) -> tuple[str, dict[str, str | None]]:
    said = await ask("said", Words(("Gì?",), files=True))
    topic = Field("topic", "Lĩnh vực nào?", TOPICS, preset="AS", first=("AS", "YT"), others=say("b-topics"))
    tone = Field("tone", "Thái độ?", TONES, required=True)
    level = Field("level", "Mức độ?", LEVELS, default="normal", toggled=True)
    urgent = Sending("level", "urgent", say("b-urgent-ok"), say("p-urgent"))
    return said.text, await ask("card", Card((said.text,), (topic, tone, level), special=urgent))


REPORT: Flow[Any] = Flow("report", _report, other="report")


def _card(ear: Ear = EAR) -> Play:
    play = Play(REPORT, ear=ear)
    play.say(TEXT)
    return play


def _rows(play: Play) -> list[str]:
    return [
        " ".join(f"[{'● ' if b.chosen else ''}{EAR.words.render(b.label)}]" for b in row)
        for row in play.at.prompt.rows
    ]


def _filed(play: Play) -> dict[str, str | None]:
    assert isinstance(play.outcome.at, Closed), play.outcome.at
    values: dict[str, str | None] = play.outcome.at.result[1]
    return values


def test_the_card_has_the_rows_people_learn() -> None:
    play = _card()
    assert play.shown.splitlines() == ["CHƯA GỬI. ① Chọn thái độ  ② Bấm ✅ Gửi", TEXT]
    assert _rows(play) == [
        "[● An sinh] [Y tế] [Lĩnh vực khác]",
        "[🙂 Đồng tình] [😟 Băn khoăn]",
        "[😠 Bức xúc] [⚪ Chưa rõ thái độ]",
        "[🟡 Cần lưu ý] [🔴 Khẩn]",
        "[✏️ Sửa nội dung] [✖️ Bỏ]",
        "[✅ Gửi]",
    ]


def test_an_urgent_card_is_sent_by_another_name_and_warns() -> None:
    play = _card()
    play.tap("level:urgent")
    assert _rows(play)[3:] == ["[🟡 Cần lưu ý] [● 🔴 Khẩn]", "[✏️ Sửa nội dung] [✖️ Bỏ]", "[🔴 Gửi khẩn]"]
    assert "113/114/115" in play.shown


def test_a_topic_from_the_full_list_takes_the_first_place() -> None:
    play = _card()
    play.tap("more:topic")
    assert [len(row) for row in play.at.prompt.rows] == [2, 2, 1]
    play.tap("topic:MT")
    assert _rows(play)[0] == "[● Môi trường] [An sinh] [Lĩnh vực khác]"


def test_sending_without_a_tone_asks_it_in_four_full_rows() -> None:
    play = _card()
    play.tap("send")
    assert [len(row) for row in play.at.prompt.rows] == [1, 1, 1, 1]
    assert TEXT in play.shown
    play.tap("tone:approve")
    assert _filed(play) == {"topic": "AS", "tone": "approve", "level": "normal"}


@pytest.mark.parametrize(
    "keys", list(itertools.permutations(["topic:YT", "tone:uneasy", "level:attention", "send"]))
)
def test_taps_of_one_drawing_file_the_same_report_in_any_order_or_show_what_is_missing(
    keys: tuple[str, ...],
) -> None:
    play = _card()
    revision = play.at.revision
    for key in keys:
        if isinstance(play.outcome.at, Open):
            play.hear(Tapped("card", revision, key))
    values = _filed(play)
    assert values["tone"] == "uneasy"
    sent = max(keys.index("send"), keys.index("tone:uneasy"))
    assert values["topic"] == ("YT" if keys.index("topic:YT") < sent else "AS")
    assert values["level"] == ("attention" if keys.index("level:attention") < sent else "normal")


def test_every_tap_may_come_twice() -> None:
    play = _card()
    revision = play.at.revision
    for key in ("topic:YT", "level:urgent", "send", "tone:aggrieved"):
        play.hear(Tapped("card", revision, key))
        if isinstance(play.outcome.at, Open):
            before = play.talk.answers
            play.hear(Tapped("card", revision, key))
            assert play.talk.answers == before
    assert _filed(play) == {"topic": "YT", "tone": "aggrieved", "level": "urgent"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("bức xúc gửi", {"topic": "AS", "tone": "aggrieved", "level": "normal"}),
        ("gui, buc xuc, khan", {"topic": "AS", "tone": "aggrieved", "level": "urgent"}),
        ("băn khoăn y tế lưu ý ok ạ", {"topic": "YT", "tone": "uneasy", "level": "attention"}),
        ("#bx #as xong", {"topic": "AS", "tone": "aggrieved", "level": "normal"}),
        ("môi tr đồng tình gửi", {"topic": "MT", "tone": "approve", "level": "normal"}),
        ("gửi khẩn chưa rõ", {"topic": "AS", "tone": "unclear", "level": "urgent"}),
    ],
)
def test_one_typed_line_answers_the_card(typed: str, expected: dict[str, str]) -> None:
    play = _card()
    play.say(typed)
    assert _filed(play) == expected


@pytest.mark.parametrize("typed", ["2 b gửi", "b 2 ok", "２ｂ gửi", "2. b. xong"])
def test_numbers_and_letters_answer_where_they_are_shown(typed: str) -> None:
    play = _card(NUMBERED)
    play.say(typed)
    assert _filed(play) == {"topic": "YT", "tone": "uneasy", "level": "normal"}


@pytest.mark.parametrize("typed", ["2", "b", "k", "bức xúc vì chờ lâu", "đồng tình bức xúc"])
def test_anything_else_asks_where_it_belongs(typed: str) -> None:
    play = _card()
    play.say(typed)
    assert play.shown.splitlines() == [typed, "Thêm vào phản ánh đang soạn?"]
    assert _rows(play) == ["[➕ Thêm vào] [✍️ Phản ánh mới]"]


@pytest.mark.parametrize("yes", ["ok", "có", "thêm", "thêm vào"])
def test_added_words_stand_under_the_text(yes: str) -> None:
    play = _card()
    play.say("bức xúc", "người già đi bộ tới được", "và có cả thuốc", yes)
    assert play.shown.splitlines()[1:] == [TEXT, "người già đi bộ tới được", "và có cả thuốc"]
    assert _rows(play)[2] == "[● 😠 Bức xúc] [⚪ Chưa rõ thái độ]"


def test_words_apart_begin_another_report_and_leave_the_card() -> None:
    play = _card()
    play.hear(Typed("chợ đêm ồn, số [SĐT]", 1))
    outcome = play.tap("new")
    assert outcome.begin is not None
    assert outcome.begin.heard == Typed("chợ đêm ồn, số [SĐT]", 1)
    assert play.shown.splitlines()[1:] == [TEXT]


def test_answers_typed_while_words_wait_are_taken_and_the_words_stay() -> None:
    play = _card()
    play.say("có cả thuốc miễn phí", "đồng tình")
    assert "có cả thuốc miễn phí" in play.shown
    play.say("thêm", "gửi")
    assert _filed(play)["tone"] == "approve"


def test_sending_never_leaves_waiting_words_behind() -> None:
    play = _card()
    revision = play.at.revision
    play.tap("tone:approve")
    play.say("có cả thuốc miễn phí")
    play.hear(Tapped("card", revision, "send"))
    assert "Tin vừa gõ chưa được xếp" in play.notes
    assert "có cả thuốc miễn phí" in play.shown


def test_an_edit_taps_twice_and_returns_with_everything_chosen() -> None:
    play = _card()
    play.tap("tone:approve")
    revision = play.at.revision
    play.tap("edit")
    again = play.hear(Tapped("card", revision, "edit"))
    assert play.at.name == "said" and not again.notes
    play.tap("keep")
    assert play.at.name == "card" and _rows(play)[1] == "[● 🙂 Đồng tình] [😟 Băn khoăn]"


def test_a_picture_joins_the_card_without_making_it_stale() -> None:
    play = _card()
    revision = play.at.revision
    play.hear(Attached(({"kind": "photo", "id": 1},)))
    play.hear(Tapped("card", revision, "tone:approve"))
    play.hear(Tapped("card", revision, "send"))
    assert _filed(play)["tone"] == "approve"


def test_back_leaves_the_list_of_topics_first() -> None:
    play = _card()
    play.tap("more:topic")
    play.say("quay lại")
    assert play.at.name == "card" and "CHƯA GỬI" in play.shown
    play.say("quay lại")
    assert play.at.name == "said"


def test_emoji_alone_add_nothing() -> None:
    play = _card()
    play.say("👍")
    assert "Chưa khớp" in play.notes and "CHƯA GỬI" in play.shown


def test_what_does_not_fit_any_more_is_told() -> None:
    play = Play(REPORT)
    play.say("x" * 99_990, "có cả thuốc miễn phí", "thêm")
    assert len(play.talk.text) == 100_000 and "Chỉ giữ được" in play.notes


# -- rows beside others ----------------------------------------------------------------------------------


def _locked(refuses: str | None = None) -> Play:
    async def locked(_: Any) -> dict[str, str | None]:
        await ask("said", Words(("Gì?",)))
        topic = Field("topic", "Lĩnh vực?", TOPICS, preset="AS", first=("AS", "YT"), others=say("b-topics"))
        lock = Field(
            "lock", "Kín?", (Option("open", "Bỏ kín"), Option("shut", "Kín")),
            default="open", toggled=True, beside=("topic", "MT"), refuses=refuses,
        )  # fmt: skip
        return await ask("card", Card((TEXT,), (topic, lock)))

    play = Play(Flow("locked", locked))
    play.say(TEXT)
    return play


def test_a_row_stands_beside_the_value_it_is_for_and_stays_once_it_is_chosen() -> None:
    play = _locked()
    assert "[Kín]" not in _rows(play)
    play.tap("topic:MT")
    assert _rows(play)[1] == "[Kín]"
    play.tap("lock:shut")
    play.tap("topic:YT")
    assert _rows(play)[1] == "[● Kín]"
    play.tap("lock:open")
    assert "[Kín]" not in _rows(play)
    play.say("kín gửi")
    assert isinstance(play.outcome.at, Closed)
    assert play.outcome.at.result == {"topic": "YT", "lock": "shut"}


def test_what_cannot_be_had_is_refused_in_words_and_changes_nothing() -> None:
    play = _locked("Không được.")
    play.tap("topic:MT")
    before = _rows(play)
    assert "[Kín]" not in before
    play.say("kín gửi")
    assert play.notes == "Không được." and _rows(play) == before
    play.tap("lock:shut")
    assert play.notes == "Không được." and _rows(play) == before
