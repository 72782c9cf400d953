"""The same prompt without buttons: what is shown can be typed."""

from __future__ import annotations

from typing import Any

from dialog import Button, Closed, Flow, Prompt, Typed, hear
from dialog.engine import ask
from dialog.numbers import as_numbers
from dialog.several import Several
from tests.dialog.flows import COLOURS, NUMBERED, Play
from tests.dialog.test_card import REPORT, TEXT

WORDS = NUMBERED.words


def test_a_card_is_one_message_a_line_can_answer() -> None:
    play = Play(REPORT, ear=NUMBERED)
    play.say(TEXT)
    assert as_numbers(play.at.prompt, WORDS).splitlines() == [
        "CHƯA GỬI. Trả lời một dòng: số của thái độ, rồi “gửi”. Ví dụ: 3 gửi",
        TEXT,
        "a. ● An sinh · b. Y tế · c. Lĩnh vực khác",
        "1. 🙂 Đồng tình · 2. 😟 Băn khoăn · 3. 😠 Bức xúc · 4. ⚪ Chưa rõ thái độ",
        "Hoặc gõ: 🟡 Cần lưu ý · 🔴 Khẩn · ✏️ Sửa nội dung · ✖️ Bỏ · ✅ Gửi",
    ]


def test_a_choice_has_one_answer_a_line() -> None:
    assert as_numbers(COLOURS.prompt({}, NUMBERED), WORDS) == "Màu gì?\n1. Đỏ\n2. Xanh lam\n3. Xanh lục"


def test_a_message_without_buttons_is_its_lines() -> None:
    assert as_numbers(Prompt(("một", "hai")), WORDS) == "một\nhai"


def test_unnumbered_buttons_are_typed_by_their_label() -> None:
    assert as_numbers(Prompt(("?",), ((Button("done", "Xong"),),)), WORDS) == "?\nHoặc gõ: Xong"


def test_everything_a_card_shows_can_be_typed() -> None:
    play = Play(REPORT, ear=NUMBERED)
    play.say(TEXT)
    for button in play.at.prompt.buttons:
        label = WORDS.render(button.label)
        by_tap = Play(REPORT, ear=NUMBERED, talk=play.talk)
        by_tap.tap(button.key)
        for typed in filter(None, (button.mark, label)):
            by_word = hear(REPORT, None, play.talk, Typed(typed), NUMBERED)
            assert by_word.talk.answers == by_tap.talk.answers, typed
            assert by_word.at == by_tap.outcome.at, typed


async def _colours(_: Any) -> tuple[str, ...]:
    return await ask("colours", Several(("Màu gì?",), COLOURS.options))


def test_several_numbers_in_one_line() -> None:
    play = Play(Flow("colours", _colours), ear=NUMBERED)
    play.say("1, 3")
    assert as_numbers(play.at.prompt, WORDS).splitlines()[1:4] == ["1. ● Đỏ", "2. Xanh lam", "3. ● Xanh lục"]
    assert play.say("xong").at == Closed(("red", "green"))
