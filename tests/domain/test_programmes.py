"""Programmes: a line a party, every fault told; reviewed every year; figures below three never told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.figure_lines import change, table_lines, unit_lines
from domain.figures import LEAST_SHOWN, shown
from domain.programmes import Programme, is_running, read_programmes, review_on
from domain.sheet import Faults, Line
from domain.unit_names import KnownUnit, UnitNames
from messages import catalogue

UNITS = [
    KnownUnit("BTG", "Ban Tuyên giáo Quận 10"),
    KnownUnit("MT", "MTTQ Quận 10"),
    KnownUnit("TD", "Đoàn Quận"),
]
HEADER = ("Chương trình", "Tên", "Từ ngày", "Đến ngày", "Nội dung", "Bên", "Chia sẻ")
FIRST = ("CT-22", "Nắm bắt dư luận", "14/11/2022", "31/12/2025", "Trao đổi thông tin", "BTG", "vấn đề")


def read(*rows, known=()):
    lines = [Line(number, cells) for number, cells in enumerate([HEADER, *rows], 1)]
    return read_programmes(lines, UnitNames(UNITS, date(2026, 11, 19)), known)


def further(party, shares):
    return ("CT-22", None, None, None, None, party, shares)


def told(result):
    assert isinstance(result, Faults)
    return [catalogue("vi").render(text) for text in result.texts]


def test_a_programme_has_a_line_a_party_and_its_days_in_the_first():
    plan = read(
        FIRST,
        ("CT-22", None, None, None, None, "MTTQ Quận 10", "số liệu"),
        ("CT-22", *[None] * 4, "TD", "own"),
    )
    parties = (("BTG", "matters"), ("MT", "counts"), ("TD", "own"))
    one = Programme(
        "CT-22",
        "Nắm bắt dư luận",
        date(2022, 11, 14),
        date(2025, 12, 31),
        "Trao đổi thông tin",
        "BTG",
        parties,
    )
    assert plan.added == (one,)
    again = read(
        FIRST, ("CT-22", *[None] * 4, "TD", "riêng"), ("CT-22", *[None] * 4, "MT", "counts"), known=[one]
    )
    assert (again.added, again.changed, again.same) == ((), (), (one,))
    assert read(FIRST, known=[one]).changed[0].parties == (("BTG", "matters"),)


def test_every_fault_of_a_list_is_told_with_its_line():
    assert told(
        read(
            FIRST,
            ("CT-22", *[None] * 4, "BTG", "own"),
            ("CT 9", "Tên", "1/1/2026", None, None, "TD", "all"),
            ("CT-8", None, None, None, None, "Phường lạ", "own"),
        )
    ) == [
        "dòng 3: BTG đã là một bên của CT-22 ở dòng trên",
        "dòng 4: mã chương trình “CT 9” chỉ được gồm chữ không dấu, số, dấu chấm, gạch ngang, gạch dưới, "
        "tối đa 24 ký tự",
        "dòng 4: không có mức chia sẻ “all”; chọn: riêng, số liệu, vấn đề",
        "dòng 5: thiếu tên",
        "dòng 5: thiếu từ ngày",
        "dòng 5: không có đơn vị “Phường lạ”",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2022, 11, 14), date(2023, 11, 14)),
        (date(2023, 11, 14), date(2023, 11, 14)),
        (date(2023, 11, 15), date(2024, 11, 14)),
        (date(2025, 11, 15), date(2025, 12, 31)),
    ],
)
def test_it_is_reviewed_a_year_after_its_beginning_and_at_its_end(on, expected):
    assert review_on(date(2022, 11, 14), date(2025, 12, 31), on) == expected


def test_a_programme_of_a_leap_day_is_reviewed_at_the_end_of_february():
    assert review_on(date(2024, 2, 29), None, date(2025, 1, 1)) == date(2025, 2, 28)


def test_its_last_day_counts():
    days = (date(2022, 11, 14), date(2025, 12, 31))
    assert is_running(*days, days[1]) and is_running(*days, days[0])
    assert not is_running(*days, date(2026, 1, 1)) and not is_running(*days, date(2022, 11, 13))


def test_no_number_below_three_is_told_nor_can_be_reckoned_from_a_change():
    assert [shown(n) for n in range(5)] == ["0", "<3", "<3", "3", "4"]
    for now in range(9):
        for before in range(9):
            told = change(now, before)
            assert not told or (now >= LEAST_SHOWN and (before == 0 or before >= LEAST_SHOWN))
    assert [change(7, 3), change(3, 0), change(4, 4)] == [" (+4)", " (+3)", " (=)"]


def test_figures_are_told_by_topic_approval_first():
    words = catalogue("vi")
    now = {("MT", "aggrieved"): 5, ("MT", "approve"): 2, ("YT", "uneasy"): 12}
    lines = [words.render(line) for line in table_lines(now, {("MT", "aggrieved"): 3})]
    assert lines == [
        "Y tế, dịch bệnh, tiêm chủng: băn khoăn 12 (+12)",
        "Môi trường, rác, tiếng ồn: đồng tình <3 · bức xúc 5 (+2)",
    ]


def test_units_with_few_reports_are_one_number_of_units():
    words = catalogue("vi")
    units = [("A", 2), ("B", 7), ("C", 0), ("D", 3)]
    lines = [words.render(line) for line in unit_lines(units, {("MT", "uneasy"): 12})]
    assert lines == ["Theo đơn vị: B: … · D: …", "2 đơn vị khác có dưới 3 phản ánh."]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=5), st.lists(st.integers(0, 9), max_size=4))
def test_the_numbers_of_units_tell_nothing_that_the_table_hides_and_the_other_way_round(units, cells):
    words, table = catalogue("vi"), {("MT", str(place)): n for place, n in enumerate(cells)}
    [first, *_] = [words.render(line) for line in unit_lines([("A", n) for n in units], table)]
    hides = any(0 < n < 3 for n in (*units, *cells))
    assert ("…" in first) is (hides and max(units) >= 3)
