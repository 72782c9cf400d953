"""How a person's text is shown back, and how much of it is kept."""

from __future__ import annotations

from dialog.view import cut, in_view
from messages import catalogue


def test_a_text_that_fits_beside_its_buttons_is_shown_whole() -> None:
    assert in_view("ấ" * 3_000) == ("ấ" * 3_000,)


def test_a_longer_text_is_shown_by_its_beginning_and_its_end() -> None:
    text = "đầu" + "x" * 7_000 + "cuối"
    shown = "\n".join(catalogue("vi").render(line) for line in in_view(text))
    assert shown.startswith("đầu") and shown.endswith("cuối") and "7.007" in shown
    assert len(shown) < 3_000


def test_what_is_cut_is_told() -> None:
    assert cut("abc", 3) == ("abc", ())
    kept, notes = cut("abcd", 3)
    assert kept == "abc" and "Chỉ giữ được 3 ký tự" in catalogue("vi").render(notes[0])
