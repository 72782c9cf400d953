"""Questions about lines and whole numbers: what is taken, and what is said otherwise."""

from __future__ import annotations

import pytest

from dialog import Ear, Typed
from dialog.lines import Lines
from dialog.moves import Back, Keep, Stray, Wrong
from dialog.number import Number
from messages import catalogue, say

EAR = Ear(catalogue("vi"), False)
LINES = Lines((say("p-poll-options"),), 2, 8, 40)
NUMBER = Number((say("poll-any-number"),), 0, 999_999)


def heard(question, text: str):
    move = question.take({}, Typed(text), EAR)
    return question.value(move.stored) if isinstance(move, Keep) else move


@pytest.mark.parametrize("text", ["Có\nKhông", "Có; Không", "- Có\n\n- Không\n", "• Có;• Không"])
def test_lines_are_parted_by_line_or_semicolon(text):
    assert heard(LINES, text) == ("Có", "Không")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Có", "vừa nhận 1 dòng"),
        ("\n".join(f"Ý {n}" for n in range(9)), "vừa nhận 9 dòng"),
        ("Có\n" + "Không " * 10, "dài quá 40"),
        ("Có\ncó", "giống nhau"),
    ],
)
def test_what_is_wrong_with_lines_is_said(text, why):
    move = heard(LINES, text)
    assert isinstance(move, Wrong)
    assert why in EAR.words.render(move.text)


@pytest.mark.parametrize(
    ("text", "value"), [("7", 7), ("1.200", 1200), ("12,000", 12000), ("7 ", 7), ("0", 0)]
)
def test_whole_numbers_are_read(text, value):
    assert heard(NUMBER, text) == value


def test_other_numbers_are_refused_and_other_words_go_elsewhere():
    assert isinstance(heard(NUMBER, "7,5"), Wrong)
    assert isinstance(heard(NUMBER, "-3"), Wrong)
    assert isinstance(heard(NUMBER, "1000000"), Wrong)
    assert isinstance(heard(NUMBER, "bà con nói nhiều"), Stray)
    assert isinstance(heard(NUMBER, "quay lại"), Back)
