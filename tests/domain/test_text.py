"""Folding Vietnamese (DESIGN §7)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.text import fold, has_marks, nfc, plain, utf16_length


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường Nguyễn Đình Chiểu", "duong nguyen dinh chieu"),
        (unicodedata.normalize("NFD", "Đất đai, ngõ hẻm"), "dat dai, ngo hem"),
        ("ƯU ĐÃI thuế quỹ", "uu dai thue quy"),
        ("Krông Năng, Đắk Lắk, Y Bhăm Êban", "krong nang, dak lak, y bham eban"),
        ("Citroën naïve", "citroen naive"),
        ("đã rõ 👍 100%", "da ro 👍 100%"),
        ("", ""),
    ],
)
def test_folding_drops_marks_and_case_and_reads_đ_as_d(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹÁÀẢÃẠĐ xyz"))
def test_letters_and_marks_apart_fold_like_letters_in_one(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.text())
def test_plain_text_keeps_its_length_so_places_in_it_stay_places_in_the_original(text):
    assert len(plain(nfc(text))) == len(nfc(text))


@pytest.mark.parametrize(("text", "marks"), [("duong lay loi", False), ("duong lầy", True), ("đuong", True)])
def test_one_mark_tells_that_the_writer_uses_marks(text, marks):
    assert has_marks(text) is marks


def test_an_emoji_counts_as_two_where_telegram_counts():
    assert utf16_length("đê 🌊") == 5
