"""The words by which a report belongs to a campaign."""

from __future__ import annotations

import pytest

from domain.campaigns import belongs, tidy, words_of
from domain.text import fold


def test_words_are_read_with_and_without_marks_each_once():
    assert words_of("Sáp nhập,  sắp xếp\n xã; sap nhap, #SapNhap , …") == (
        "sap nhap", "sap xep", "xa", "#sapnhap",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said", "is_so"),
    [
        ("sáp nhập", "Bà con lo việc SÁP  NHẬP phường", True),
        ("sáp nhập", "ba con hoi chuyen sap nhap", True),
        ("sáp nhập", "sáp, nhập", False),
        ("thuế", "thuế đất tăng", True),
        ("thuê", "nhà thuêm", False),
        ("đất", "mua đất, xây nhà", True),
        ("#thuedat", "giá cao quá #ThuếĐất", True),
        ("#thuedat", "giá cao quá #thuedat2026", False),
        ("thuedat", "giá cao quá #thuedat", False),
        ("c++", "c++ khó", True),
        ("một, hai", "chỉ có hai", True),
    ],
)
def test_a_report_belongs_by_whole_words_only(words, said, is_so):
    assert belongs(words_of(words), fold(said)) is is_so


def test_a_list_is_shown_as_it_was_typed():
    assert tidy(" Sáp nhập, sap nhap ;  #Thẻ  mới,, … ") == "Sáp nhập, #Thẻ mới"


def test_without_words_nothing_belongs():
    assert not belongs((), "sap nhap")
