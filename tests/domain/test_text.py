"""Folding Vietnamese (DESIGN §7)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.text import fold, has_marks, nfc, parts, plain, utf16_length


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


@given(st.text(st.characters(codec="utf-8"), max_size=400), st.integers(20, 60), st.integers(1, 4))
def test_parts_are_few_short_and_whole(text, most, pieces):
    found = parts(text, most, pieces)
    assert len(found) <= pieces
    assert all(utf16_length(one) <= most for one in found)
    if utf16_length(text) <= most * pieces:
        assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Một đoạn dài hơn.\n\nĐoạn hai. Đoạn hai.", "Một đoạn dài hơn."),
        ("Câu một ở đây. Câu hai dài hơn câu một.", "Câu một ở đây."),
        ("khôngcókhoảngtrắngnàotrongcảđoạnvănnày", "khôngcókhoảngtrắngnàotrong"),
    ],
)
def test_a_text_is_parted_where_people_pause(text, first):
    assert parts(text, 26, 2)[0] == first
