"""Where a roster has gaps: areas, coordinators, duty officers, terms."""

from datetime import date, timedelta

from domain.gaps import AHEAD, Ending, Staffed, gap_lines, gaps_in
from messages import catalogue

TODAY = date(2026, 12, 1)


def place(id, name, type="commune", parent=None, *, ctv=0, coordinators=1, officers=1):
    return Staffed(id, name, name, type, parent, ctv, coordinators, officers)


def term(label, days):
    return Ending(label, "collaborator", "Phường A", TODAY + timedelta(days=days))


def test_an_area_is_covered_by_whoever_is_at_work_in_it_or_below_it():
    units = [
        place(1, "Tỉnh", "province"),
        place(2, "Phường A", parent=1, ctv=2),
        place(3, "Xã B", parent=1),
        place(4, "Thôn B1", "village", 3),
        place(5, "MTTQ", "front", 1, coordinators=0, officers=0),
        place(6, "Xã C", parent=1),
        place(7, "Thôn C1", "village", 6, ctv=1),
        place(8, "Thôn C2", "village", 6),
        place(9, "Tổ 1", "village", 2),
    ]
    found = gaps_in(units, [], TODAY)
    assert found.uncovered == ("Xã B", "Thôn C2")
    assert (found.uncoordinated, found.unwatched) == ((), ())


def test_units_without_coordinator_or_duty_officer_are_named_places_only():
    units = [
        place(1, "Phường A", ctv=1, coordinators=0),
        place(2, "Phường B", ctv=1, officers=0),
        place(3, "Đoàn", "youth", coordinators=0, officers=0),
        place(4, "Thôn", "village", 1, coordinators=0, officers=0),
    ]
    found = gaps_in(units, [], TODAY)
    assert (found.uncoordinated, found.unwatched) == (("Phường A",), ("Phường B",))


def test_terms_are_told_sixty_days_ahead_and_after_their_end():
    found = gaps_in([], [term("D", 61), term("C", 60), term("B", 0), term("A", -1)], TODAY)
    assert [one.label for one in found.ending] == ["B", "C"]
    assert [one.label for one in found.ended] == ["A"]
    assert AHEAD.days == 60


def test_gaps_in_words():
    words = catalogue("vi")
    found = gaps_in([place(1, "Xã B", officers=0)], [term("Lan", 30)], TODAY)
    assert [words.render(line) for line in gap_lines(found)] == [
        "Địa bàn chưa có cộng tác viên (1): Xã B",
        "Chưa có cán bộ trực (1): Xã B",
        "Sắp hết nhiệm kỳ (1): Lan (31/12/2026)",
    ]
    assert [words.render(line) for line in gap_lines(gaps_in([], [], TODAY))] == ["Không có chỗ trống nào."]
