"""One turn after another: back, edit, drop, stale and doubled taps, versions, the turn limit."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from dialog import Closed, Dropped, Flow, Open, Talk, Tapped, Typed, ask_drop, hear, step
from dialog.engine import ask
from dialog.heard import Attached
from dialog.turn import MOST_TURNS
from dialog.words import Words
from tests.dialog.flows import COLOURS, EAR, SIZES, WISH, Play, wish


def test_answers_lead_to_the_end() -> None:
    play = Play(WISH)
    outcome = play.say("một cái áo mưa", "đỏ", "to")
    assert outcome.at == Closed(("một cái áo mưa", "red", "big"))


def test_a_wrong_answer_is_told_and_the_question_stays() -> None:
    play = Play(WISH)
    play.say("một cái áo mưa", "tím")
    assert "Chưa khớp câu trả lời nào" in play.notes
    assert play.at.name == "colour"


def test_back_asks_the_question_before_and_shows_what_was_answered() -> None:
    play = Play(WISH)
    play.say("một cái áo mưa", "đỏ", "quay lại")
    assert play.at.name == "colour"
    assert [button.key for button in play.at.prompt.buttons if button.chosen] == ["red"]


def test_back_goes_on_to_the_first_question_and_then_returns() -> None:
    play = Play(WISH)
    play.say("một cái áo mưa", "đỏ")
    play.tap("back")
    play.say("quay lại")
    assert play.at.name == "said" and "một cái áo mưa" in play.shown
    play.say("quay lại")
    assert play.at.name == "size"


def test_back_at_the_very_first_question_says_so() -> None:
    play = Play(WISH)
    play.say("quay lại")
    assert "câu đầu tiên" in play.notes


def test_an_answer_given_again_keeps_later_answers() -> None:
    play = Play(WISH)
    play.say("một cái áo mưa", "đỏ", "quay lại", "xanh lam")
    assert play.at.name == "size"
    assert play.say("nhỏ").at == Closed(("một cái áo mưa", "blue", "small"))


def test_the_same_answer_given_again_goes_forward() -> None:
    play = Play(WISH)
    play.say("một cái áo mưa", "đỏ", "quay lại")
    play.tap("red")
    assert play.at.name == "size"


def test_dropping_a_talk_without_words_needs_no_question() -> None:
    assert Play(WISH).say("bỏ").at == Dropped("asked")


def test_dropping_a_draft_is_asked() -> None:
    play = Play(WISH)
    play.say("một cái áo mưa", "huỷ")
    assert play.at.name == "drop" and "Bỏ bản nháp này?" in play.shown
    assert play.tap("drop").at == Dropped("asked")


def test_keeping_a_draft_returns_to_its_question() -> None:
    play = Play(WISH)
    play.say("một cái áo mưa", "huỷ")
    play.tap("keep")
    assert play.at.name == "colour"


def test_huy_asks_as_typing_does() -> None:
    play = Play(WISH)
    play.say("một cái áo mưa")
    assert ask_drop(WISH, None, play.talk, EAR).talk.asking_drop
    assert ask_drop(WISH, None, Talk.begin(WISH), EAR).at == Dropped("asked")


def test_a_doubled_tap_changes_nothing_and_says_nothing() -> None:
    play = Play(WISH)
    play.say("một cái áo mưa")
    tap = Tapped("colour", play.at.revision, "red")
    first = play.hear(tap)
    second = play.hear(tap)
    assert not second.changed and not second.notes and not second.stale
    assert second.talk == first.talk


def test_another_tap_on_a_question_that_has_passed_is_stale() -> None:
    play = Play(WISH)
    play.say("một cái áo mưa")
    revision = play.at.revision
    play.say("đỏ")
    play.hear(Tapped("colour", revision, "blue"))
    assert play.outcome.stale and "Câu hỏi này đã qua" in play.notes
    assert play.at.name == "size"


def test_a_tap_drawn_for_other_words_is_stale() -> None:
    play = Play(WISH)
    play.say("một cái áo mưa")
    play.hear(Tapped("colour", play.at.revision - 1, "red"))
    assert play.outcome.stale and play.at.name == "colour"


@pytest.mark.parametrize("key", ["", "pink", "tone:aggrieved", "drop", "..", "ß" * 50])
def test_a_forged_tap_changes_no_answer(key: str) -> None:
    play = Play(WISH)
    play.say("một cái áo mưa")
    before = play.talk.answers
    play.tap(key)
    assert play.talk.answers == before and play.at.name == "colour"


def test_a_talk_survives_json_at_every_step() -> None:
    play = Play(WISH)
    for text in ("một cái áo mưa", "quay lại", "hai cái áo mưa", "huỷ", "giữ lại", "đỏ"):
        play.say(text)
        again = Talk.from_json(json.loads(json.dumps(play.talk.to_json())))
        assert again == play.talk
        assert step(WISH, None, again, EAR).at == play.outcome.at


def test_too_many_turns_end_the_talk_with_a_reason_and_keep_the_words() -> None:
    talk = replace(Talk.begin(WISH), answers={"said": {"text": "áo mưa"}}, turns=MOST_TURNS)
    outcome = hear(WISH, None, talk, Typed("đỏ"), EAR)
    assert isinstance(outcome.at, Dropped) and outcome.at.reason == "turns"
    assert EAR.words.render(outcome.notes[0]).startswith("Cuộc trò chuyện đã quá dài")
    assert outcome.at.draft is not None
    assert outcome.at.draft.text == "áo mưa" and outcome.at.draft.turns == 0


def test_a_loop_of_wrong_answers_ends() -> None:
    play = Play(WISH)
    play.say("áo mưa")
    for _ in range(MOST_TURNS):
        if isinstance(play.outcome.at, Open):
            play.say("tím")
    assert isinstance(play.outcome.at, Dropped)


async def _asks_less(_: Any) -> tuple[str, str]:
    said = await ask("said", Words(("Muốn gì?",)))
    return said.text, await ask("size", SIZES)


def test_a_changed_flow_asks_only_what_changed() -> None:
    play = Play(WISH)
    play.say("một cái áo mưa", "đỏ")
    shorter: Flow[Any] = Flow("wish", _asks_less, version=2)
    outcome = hear(shorter, None, play.talk, Typed("to"), EAR)
    assert outcome.at == Closed(("một cái áo mưa", "big"))


def test_a_changed_meaning_is_upgraded_once() -> None:
    def upgrade(answers: dict[str, Any], from_version: int) -> dict[str, Any]:
        assert from_version == 1
        return answers | {"colour": {"chosen": "blue"}}

    play = Play(WISH)
    play.say("một cái áo mưa", "đỏ")
    newer: Flow[Any] = Flow("wish", wish, version=2, upgrade=upgrade)
    outcome = hear(newer, None, play.talk, Typed("to"), EAR)
    assert outcome.at == Closed(("một cái áo mưa", "blue", "big"))
    assert outcome.talk.version == 2


def test_a_renamed_question_is_stored_under_its_new_name_when_answered_again() -> None:
    async def renamed(_: Any) -> str:
        await ask("shade", COLOURS, was="colour")
        return await ask("size", SIZES)

    play = Play(Flow("wish", renamed), talk=Talk("wish", answers={"colour": {"chosen": "red"}}))
    assert play.at.name == "size"
    play.say("quay lại", "xanh lục")
    assert play.talk.answers == {"shade": {"chosen": "green"}}


def test_words_and_files_a_talk_cannot_use_begin_another() -> None:
    flow = replace(WISH, other="letter")
    play = Play(flow)
    play.say("một cái áo mưa")
    outcome = play.say("bà con tổ 3 nói nhiều về giá điện")
    assert outcome.begin is not None
    assert (outcome.begin.flow, outcome.begin.heard) == ("letter", Typed("bà con tổ 3 nói nhiều về giá điện"))
    assert play.at.name == "colour"
    picture = Attached(({"kind": "photo", "id": 1},))
    assert play.hear(picture).begin is not None


def test_a_talk_that_holds_nothing_is_left_for_another() -> None:
    async def menu(_: Any) -> str:
        return await ask("size", SIZES)

    outcome = Play(Flow("menu", menu, other="letter")).say("bà con tổ 3 nói nhiều về giá điện")
    assert outcome.at == Dropped("left") and outcome.begin is not None


def test_words_heard_at_a_talk_that_has_ended_meanwhile_are_not_lost() -> None:
    async def over(_: Any) -> str:
        return "quá hạn"

    outcome = hear(Flow("menu", over, other="letter"), None, Talk("menu"), Typed("cả tổ 3 mất nước"), EAR)
    assert outcome.at == Closed("quá hạn")
    assert outcome.begin is not None and outcome.begin.heard == Typed("cả tổ 3 mất nước")


def _leads_back(play: Play) -> bool:
    return "back" in [button.key for button in play.at.prompt.buttons]


def test_every_question_but_the_first_has_a_button_back() -> None:
    play = Play(WISH)
    assert not _leads_back(play)
    for text in ("một cái áo mưa", "đỏ"):
        play.say(text)
        assert _leads_back(play)


def test_nothing_leads_back_to_what_is_answered_once_for_all() -> None:
    class Code(Words):
        once = True

    async def enter(_: Any) -> str:
        await ask("code", Code(("Mã?",)))
        return await ask("size", SIZES)

    play = Play(Flow("enter", enter))
    play.say("BCDFGHJKLM")
    assert not _leads_back(play)
    play.say("quay lại")
    assert play.at.name == "size" and "câu đầu tiên" in play.notes
