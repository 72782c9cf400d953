"""Searching folds Vietnamese: đ, tones and spelling of letters are no matter, exact marks are known."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.report_filter import ReportFilter, read_filter
from domain.search import MOST_WORDS, Search, findable, read_code, read_search


def found(query: str, said: str) -> bool:
    """Whether a search finds a text in unit 1."""
    wanted = read_search(query)
    return wanted is not None and set(wanted.plain) <= set(findable(1, [said]).split())


@pytest.mark.parametrize(
    "query",
    [
        "đường",
        "duong",
        "ĐƯỜNG",
        "Đường ngập",
        "ngap duong",
        unicodedata.normalize("NFD", "đường ngập"),
        "đương",
    ],
)
def test_marks_case_order_and_normal_form_are_no_matter(query):
    assert found(query, "Đường ngập sau mưa")
    assert found(query, unicodedata.normalize("NFD", "Đường ngập sau mưa"))


def test_a_word_is_found_whole_only():
    assert not found("đư", "Đường ngập")


def test_where_the_tone_stands_is_no_matter():
    assert read_search("hoà bình") == read_search("hòa bình")


def test_what_was_typed_with_marks_is_known():
    assert read_search("rác cho") == Search(("rac", "cho"), ("rác",))
    assert "rác" in findable(1, ["Rác"]).split()
    assert "rác" not in findable(1, ["rac"]).split()


def test_what_the_masker_put_in_is_not_found():
    assert not found("tên", "Ông [tên] ở [địa chỉ] nói đường hỏng")


@pytest.mark.parametrize("text", ["", "  ", "!?…", "🙂"])
def test_a_search_without_a_word_looks_for_nothing(text):
    assert read_search(text) is None


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_becomes_words_that_an_index_takes(said, query):
    words = findable(7, [said])
    assert words.split(" ") == words.split()
    assert words.startswith("unit7")
    wanted = read_search(query)
    for word in (*wanted.plain, *wanted.marked) if wanted else ():
        assert word.isalnum() or all(unicodedata.category(one)[0] in "LNM" for one in word)
    assert wanted is None or len(wanted.plain) <= MOST_WORDS


def test_codes_are_known():
    assert [read_code(text) for text in ("PA-12", "pa 12", " pa12 ", "12", "PA-", "PA-12 rác")] == [
        12,
        12,
        12,
        None,
        None,
        None,
    ]


def test_a_filter_is_read_from_an_address_and_written_into_one():
    wanted = ReportFilter(topic="MT", tone="uneasy", period=3, said="rác chợ")
    assert wanted.query == "topic=MT&tone=uneasy&period=3&said=r%C3%A1c+ch%E1%BB%A3"
    assert read_filter({"topic": "MT", "tone": "uneasy", "period": "3", "said": " rác  chợ "}) == wanted


def test_what_an_address_cannot_mean_is_left_out():
    odd = {"topic": "XX", "tone": "angry", "period": "-1", "area": "x", "person": "17", "unit": "9" * 40}
    assert read_filter(odd) == ReportFilter()
