"""The person's own words are kept, whatever their length."""

from __future__ import annotations

from typing import Any

import pytest

from dialog import Attached, Closed, Flow, Open, Typed
from dialog.engine import ask
from dialog.words import MOST_FILES, Said, Words
from tests.dialog.flows import Play


async def _letter(_: Any) -> Said:
    return await ask("said", Words(("Muốn gì?",), short=lambda text: len(text) < 10, files=True))


def _play() -> Play:
    return Play(Flow("letter", _letter))


def _end(play: Play) -> Said:
    assert isinstance(play.outcome.at, Closed)
    assert isinstance(play.outcome.at.result, Said)
    return play.outcome.at.result


@pytest.mark.parametrize("length", [10, 2_000, 2_001, 8_000, 8_001, 100_000])
def test_whatever_one_message_can_hold_is_kept_whole(length: int) -> None:
    play = _play()
    play.say("ấ" * length)
    assert _end(play).text == "ấ" * length and not play.notes


def test_of_a_whole_book_the_beginning_is_kept_and_the_rest_is_told() -> None:
    play = _play()
    play.say("x" * 100_001)
    assert _end(play).text == "x" * 100_000
    assert "100.000 ký tự đầu" in play.notes and "(1 ký tự)" in play.notes


def test_short_words_add_up() -> None:
    play = _play()
    play.say("vỡ đê")
    assert "ngắn quá" in play.shown
    play.say("to")
    assert "ngắn quá" in play.shown
    play.say("ở cống số 2")
    assert _end(play).text == "vỡ đê\nto\nở cống số 2"


@pytest.mark.parametrize("answer", ["gửi", "ok", "1", "gửi luôn", "xong"])
def test_short_words_are_sent_as_they_are_when_asked(answer: str) -> None:
    play = _play()
    play.say("vỡ đê", answer)
    assert _end(play) == Said("vỡ đê", as_it_is=True)


def test_whoever_writes_on_may_still_send_as_it_is() -> None:
    play = _play()
    play.say("vỡ đê", "viết thêm", "gửi luôn")
    assert _end(play).text == "vỡ đê"


def test_a_single_digit_is_kept_and_asked_about() -> None:
    play = _play()
    play.say("9")
    assert play.talk.text == "9" and "ngắn quá" in play.shown


@pytest.mark.parametrize("text", ["", "   ", "👍", "…!?", "\n"])
def test_without_any_word_the_question_stays(text: str) -> None:
    play = _play()
    play.say(text)
    assert isinstance(play.outcome.at, Open) and "Chưa thấy chữ nào" in play.notes


def test_masked_places_are_counted_together() -> None:
    play = _play()
    play.hear(Typed("[tên]", 1))
    play.hear(Typed("gọi [SĐT] hoặc [SĐT]", 2))
    assert _end(play).masked == 3


def test_a_picture_waits_for_its_words() -> None:
    play = _play()
    play.hear(Attached(({"kind": "photo", "id": 4},)))
    assert "Đã nhận 1 tệp" in play.shown
    play.say("đường hỏng trước trạm y tế")
    assert _end(play).media == ({"kind": "photo", "id": 4},)


def test_an_album_is_one_answer_and_files_beyond_the_limit_are_told() -> None:
    play = _play()
    play.hear(
        Attached(tuple({"kind": "photo", "id": n} for n in range(MOST_FILES + 2)), "đường hỏng nặng quá")
    )
    assert len(_end(play).media) == MOST_FILES
    assert f"tối đa {MOST_FILES} tệp" in play.notes


async def _plain(_: Any) -> str:
    first = await ask("said", Words(("Muốn gì?",)))
    await ask("more", Words(("Gì nữa?",), skip=True))
    return first.text


def test_words_that_may_be_skipped() -> None:
    play = Play(Flow("letter", _plain))
    assert play.say("áo mưa", "bo qua").at == Closed("áo mưa")
    play = Play(Flow("letter", _plain))
    play.say("áo mưa")
    assert play.tap("skip").at == Closed("áo mưa")


def test_where_files_are_not_asked_for_they_are_declined_politely() -> None:
    play = Play(Flow("letter", _plain))
    play.hear(Attached(({"kind": "photo", "id": 4},)))
    assert "trả lời bằng chữ" in play.notes


def test_the_former_words_stay_until_replaced() -> None:
    play = Play(Flow("letter", _plain))
    play.say("áo mưa", "quay lại")
    assert "áo mưa" in play.shown and play.talk.text == "áo mưa"
    play.tap("keep")
    assert play.at.name == "more" and play.talk.text == "áo mưa"
    play.say("quay lại", "áo len")
    assert play.talk.text == "áo len"
