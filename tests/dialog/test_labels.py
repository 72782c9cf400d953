"""Typing instead of tapping."""

from __future__ import annotations

import unicodedata

import pytest

from dialog.labels import Vocabulary, has_words, spoken, words_of


@pytest.fixture
def vocabulary() -> Vocabulary:
    known = Vocabulary()
    labels = {"health": "Y tế", "food": "An toàn TP", "land": "Đất đai–GPMB", "social": "An sinh",
              "send": "✅ Gửi", "angry": "😠 Bức xúc", "unclear": "⚪ Chưa rõ thái độ"}  # fmt: skip
    for key, label in labels.items():
        known.add(key, (spoken(label),))
    return known


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Y tế", "health"),
        ("y te", "health"),
        ("Y TẾ!", "health"),
        ("dat dai gpmb", "land"),
        ("đất đai - gpmb", "land"),
        ("đất", "land"),
        ("bức", "angry"),
        ("bu", "angry"),
        ("chưa rõ", "unclear"),
        ("an s", "social"),
        ("✅ Gửi", "send"),
        (unicodedata.normalize("NFD", "Bức xúc"), "angry"),
    ],
)
def test_a_label_may_be_typed_without_marks_and_begun(vocabulary: Vocabulary, typed: str, key: str) -> None:
    assert vocabulary.read_one(typed) == key


@pytest.mark.parametrize("typed", ["an", "b", "y", "xúc", "", "?", "bức xúc lắm", "c"])
def test_what_is_ambiguous_or_one_letter_says_nothing(vocabulary: Vocabulary, typed: str) -> None:
    assert vocabulary.read_one(typed) is None


def test_several_answers_may_stand_in_one_line(vocabulary: Vocabulary) -> None:
    assert vocabulary.read("bức xúc, đất đai, gửi nhé") == ["angry", "land", "send"]
    assert vocabulary.read("gui buc xuc") == ["send", "angry"]


@pytest.mark.parametrize("typed", ["bức xúc vì đất đai", "gửi cho ai", "", "👍", "gửi " * 13])
def test_a_line_counts_only_when_all_of_it_answers(vocabulary: Vocabulary, typed: str) -> None:
    assert vocabulary.read(typed) is None


@pytest.mark.parametrize("digit", ["２", "②", "2️⃣", "2.", "(2)"])
def test_every_kind_of_digit_is_a_digit(digit: str) -> None:
    assert words_of(digit) == ["2"]


def test_tags_keep_their_sign() -> None:
    assert words_of("#MT #Bx rác") == ["#mt", "#bx", "rac"]


@pytest.mark.parametrize(("text", "expected"), [("👍🎉", False), ("…", False), ("ừ", True), ("9", True)])
def test_what_has_words(text: str, expected: bool) -> None:
    assert has_words(text) is expected
