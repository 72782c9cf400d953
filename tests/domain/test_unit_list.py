"""Lists of units: a checked tree with dates, former names and successors."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.sheet import Faults, Line
from domain.unit_list import TERRITORIAL, TYPES, Unit, UnitPlan, read_units
from messages import catalogue

HEADER = ("code", "name", "type", "parent", "valid_from", "valid_to", "successor", "aliases")


def read(*rows, known=(), header=HEADER):
    lines = [Line(number, cells) for number, cells in enumerate([header, *rows], 1)]
    return read_units(lines, known)


def told(result):
    assert isinstance(result, Faults)
    return [catalogue("vi").render(text) for text in result.texts]


def test_units_come_parents_first_whatever_their_order_in_the_file():
    plan = read(
        ("T1", "Tổ 1", "tổ dân phố", "P1"),
        ("P1", "Phường Hoa Mai", "Phường", "T", "01/07/2025", None, None, "Quận 10; Thị trấn Mai"),
        ("T", "Tỉnh Mẫu", "Tỉnh"),
    )
    assert plan.added == (
        Unit("T", "Tỉnh Mẫu", "province"),
        Unit("P1", "Phường Hoa Mai", "commune", "T", date(2025, 7, 1), aliases=("Quận 10", "Thị trấn Mai")),
        Unit("T1", "Tổ 1", "village", "P1"),
    )
    assert (plan.changed, plan.same) == ((), ())


def test_vietnamese_headers_and_parents_already_known_will_do():
    plan = read(
        ("X2", "Xã An Bình", "xã", "T", "x"),
        header=("Mã đơn vị", "Tên đơn vị", "Loại", "Trực thuộc", "Ghi chú"),
        known=[Unit("T", "Tỉnh Mẫu", "province")],
    )
    assert [unit.code for unit in plan.added] == ["X2"]
    assert plan.ignored == ("Ghi chú",)


def test_every_fault_is_told_with_its_line():
    result = read(
        ("P 1", "Phường", "phường"),
        ("P2", "", "quận"),
        ("P3", "Phường 3", "phường", "T9", "01/07/2025", "30/06/2025", "P8"),
        ("P4", "Phường 4", "phường"),
        ("P4", "Phường bốn", "phường"),
    )
    assert told(result) == [
        "dòng 2: mã “P 1” chỉ được gồm chữ không dấu, số, dấu chấm, gạch ngang, gạch dưới, tối đa 40 ký tự",
        "dòng 3: thiếu tên",
        "dòng 3: không có loại “quận”; chọn: tỉnh, thành phố, xã, phường, đặc khu, thôn, tổ dân phố, cụm, "
        "ngành, cơ quan, Ban Tuyên giáo, Ban Xây dựng Đảng, MTTQ, Đoàn, LĐLĐ, Phụ nữ, CCB, Nông dân, "
        "Trung tâm Chính trị",
        "dòng 4: ngày kết thúc 30/06/2025 trước ngày bắt đầu 01/07/2025",
        "dòng 6: mã P4 đã có ở dòng 5 và thời gian hiệu lực không nối tiếp nhau",
        "dòng 4: không có đơn vị cấp trên “T9” trong tệp hay trong hệ thống",
        "dòng 4: không có đơn vị kế thừa “P8” trong tệp hay trong hệ thống",
    ]


def test_units_that_belong_to_each_other_in_a_circle_are_refused_once():
    result = read(("A", "A", "xã", "B"), ("B", "B", "xã", "C"), ("C", "C", "xã", "A"), ("D", "D", "xã", "A"))
    assert told(result) == ["dòng 2: đơn vị cấp trên vòng tròn: A → B → C → A"]
    assert told(read(("A", "A", "xã", "A"))) == ["dòng 2: đơn vị cấp trên vòng tròn: A → A"]


def test_a_circle_closed_through_units_already_there_is_seen():
    known = [Unit("A", "A", "commune", "B"), Unit("B", "B", "commune")]
    assert told(read(("B", "B", "xã", "A"), known=known)) == ["dòng 2: đơn vị cấp trên vòng tròn: B → A → B"]


def test_successors_do_not_run_in_a_circle():
    result = read(("A", "A", "xã", "", "", "", "B"), ("B", "B", "xã", "", "", "", "A"))
    assert told(result) == ["dòng 2: đơn vị kế thừa vòng tròn: A → B → A"]


def test_a_code_with_dated_names_is_one_unit_found_by_all_of_them():
    plan = read(
        ("DN", "Thành phố Đồng Nai", "thành phố", "", "30/04/2026"),
        ("DN", "Tỉnh Đồng Nai", "tỉnh", "", "01/07/2025", "29/04/2026"),
    )
    assert plan.added == (
        Unit("DN", "Thành phố Đồng Nai", "province", None, date(2026, 4, 30), aliases=("Tỉnh Đồng Nai",)),
    )


def test_a_unit_renamed_by_a_later_list_keeps_its_old_name_as_an_alias():
    known = [Unit("P1", "Thị trấn Mai", "commune", aliases=("Mai",))]
    plan = read(("P1", "Phường Hoa Mai", "phường"), known=known)
    assert plan.changed == (Unit("P1", "Phường Hoa Mai", "commune", aliases=("Mai", "Thị trấn Mai")),)


def test_the_same_list_twice_changes_nothing():
    rows = [
        ("T", "Tỉnh Mẫu", "tỉnh", "", "01/07/2025", "", "", "b; a; Tỉnh mẫu"),
        ("X", "Xã An Bình", "xã", "T"),
    ]
    first = read(*rows)
    again = read(*rows, known=first.added)
    assert (again.added, again.changed, again.same) == ((), (), first.added)


def test_every_type_has_its_words_and_places_are_told_from_bodies():
    assert set(TYPES) > TERRITORIAL
    words = [word for names in TYPES.values() for word in names]
    assert len(words) == len(set(words))


def test_bodies_of_a_programme_and_the_training_centre_are_kinds_without_territory():
    kinds = ("Ban Tuyên giáo", "MTTQ", "Đoàn", "LĐLĐ", "Phụ nữ", "CCB", "Trung tâm Chính trị")
    plan = read(*((f"B{place}", f"{kind} Quận", kind) for place, kind in enumerate(kinds)))
    found = [unit.type for unit in plan.added]
    assert found == ["committee", "front", "youth", "labour", "women", "veterans", "training"]
    assert not TERRITORIAL & set(found)


codes = st.sampled_from("ABCDE")


@given(
    st.dictionaries(codes, st.none() | codes, max_size=5),
    st.dictionaries(codes, st.none() | codes, max_size=5),
)
def test_a_plan_is_a_tree_with_parents_first_or_there_are_faults(new, old):
    known = [Unit(code, code, "commune", parent) for code, parent in old.items()]
    plan = read(*[(code, code, "xã", parent) for code, parent in new.items()], known=known)
    if isinstance(plan, Faults):
        assert told(plan)
        return
    assert isinstance(plan, UnitPlan)
    assert {unit.code for unit in plan.added + plan.changed + plan.same} == set(new)
    placed = set(old)
    for unit in plan.added:
        assert unit.parent is None or unit.parent in placed
        placed.add(unit.code)
