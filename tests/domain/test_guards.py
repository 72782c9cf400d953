"""Guards on incoming text (DESIGN §8, DOMAIN §9): they must ring, and must not ring in vain."""

import unicodedata

import pytest

from domain.guards import has_classification_mark, is_complaint, opens_urgent
from domain.small_talk import is_greeting, says_nothing_happened
from tests.domain.growth import MOST, growth
from tests.domain.lines import rows

_LINES = rows("guards.tsv")
_GUARDS = {
    "complaint": is_complaint,
    "mark": has_classification_mark,
    "nothing": says_nothing_happened,
    "greeting": is_greeting,
    "urgent": lambda line: opens_urgent(line)[0],
}


def test_a_line_rings_its_own_guard_and_no_other():
    rung = [(kind, line, {name for name, guard in _GUARDS.items() if guard(line)}) for kind, line in _LINES]
    assert [one for one in rung if one[2] != {one[0]} - {"clean"}] == []


def test_there_are_forty_clean_lines_with_the_words_that_ring():
    assert sum(kind == "clean" for kind, _ in _LINES) >= 40


def test_a_phone_that_sends_letters_and_marks_apart_changes_nothing():
    apart = [(unicodedata.normalize("NFD", line), line) for _, line in _LINES]
    changed = [line for sent, line in apart for guard in _GUARDS.values() if guard(sent) != guard(line)]
    assert changed == []


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("KHẨN vỡ đê", "vỡ đê"),
        ("KHẨN CẤP: vỡ đê", "vỡ đê"),
        ("KHẨN CẤP CỨU người ở bến", "CẤP CỨU người ở bến"),
        ("Khẩn cấp! lũ về", "lũ về"),
        ("khan:vo de", "vo de"),
        ("🔴 KHẨN - nước lên", "nước lên"),
        ("khẩn.", ""),
    ],
)
def test_the_word_that_makes_it_urgent_is_taken_off(line, rest):
    assert opens_urgent(line) == (True, rest)


@pytest.mark.parametrize(
    "line", ["k vỡ đê", "K: vỡ đê", "khẩn trương: sửa cầu", "khan hiếm: xăng", "bị khẩn: a"]
)
def test_what_only_looks_urgent_keeps_its_words(line):
    assert opens_urgent(line) == (False, line)


@pytest.mark.parametrize(
    "piece", ["khiếu nại ", "gửi ", "tôi xin ", "MẬT ", "không có ", "ok ", "khẩn ", "! ", "đơn "]
)
def test_eight_thousand_characters_of_anything_take_no_longer_than_their_length(piece):
    assert growth(lambda text: [guard(text) for guard in _GUARDS.values()], piece) < MOST
