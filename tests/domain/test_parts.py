"""A long report in pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.parts import PART, in_parts


@given(st.text(alphabet="ấb \n", max_size=7_000))
def test_pieces_joined_are_the_text_to_the_letter(text: str) -> None:
    parts = in_parts(text)
    assert "".join(parts) == text
    assert all(len(part) <= PART for part in parts)


def test_a_short_text_is_one_piece() -> None:
    assert in_parts("x" * PART) == ("x" * PART,)
    assert [len(part) for part in in_parts("x" * (PART + 1))] == [PART, 1]


def test_words_are_not_torn_apart() -> None:
    assert in_parts("một hai ba bốn", limit=9) == ("một hai ", "ba bốn")
