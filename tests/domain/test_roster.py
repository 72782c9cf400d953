"""Lists of people: understood whole or refused with every fault; compared with those who serve."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.roster import Changes, Member, Roster, compare
from domain.roster import read_people as read_listed
from domain.sheet import Faults, Line, as_day
from domain.unit_names import KnownUnit, UnitNames
from messages import LANGUAGES, catalogue

UNITS = [
    KnownUnit("P1", "Phường Hoa Mai", ("Quận 10",)),
    KnownUnit("X2", "Xã An Bình", ("Quận 10",)),
]
TODAY = date(2026, 11, 19)


def read_people(table, units, **options):
    return read_listed(table, UnitNames(units, TODAY), **options)


HEADER = ("Họ tên", "Vai trò", "Đơn vị", "Số quyết định", "Ngày quyết định", "Từ ngày", "Đến ngày")
HOA = ("Nguyễn Thị Hòa", "Cộng tác viên", "P1", "334-QĐ/ĐU", "15/11/2026", "01/12/2026", "31/12/2028")


def lines(*rows, first=1):
    return [Line(number, tuple(cells)) for number, cells in enumerate(rows, first)]


def person(label="Nguyễn Thị Hòa", role="CTV", unit="P1", decision="334-QĐ/ĐU", decided="15/11/2026", **term):
    return (label, role, unit, decision, decided, term.get("begins"), term.get("ends"))


def read(*rows, units=UNITS, **options):
    return read_people(lines(HEADER, *rows), units, **options)


def told(result, lang="vi"):
    assert isinstance(result, Faults)
    return [catalogue(lang).render(text) for text in result.texts]


def test_a_list_becomes_members_with_decision_and_term():
    assert read(HOA) == Roster(
        (
            Member(
                "Nguyễn Thị Hòa",
                "collaborator",
                "P1",
                "334-QĐ/ĐU",
                date(2026, 11, 15),
                date(2026, 12, 1),
                date(2028, 12, 31),
            ),
        )
    )


def test_headers_in_english_in_any_order_below_a_title_will_do():
    table = lines(
        ("DANH SÁCH TỔ CỘNG TÁC VIÊN", None),
        (None, "(kèm Quyết định số 334)"),
        ("No.", "DATE", "Decision number *", "Full name", "Phone", "Unit (code or name)"),
        (
            1,
            datetime.combine(date(2026, 11, 15), time()),
            334.0,
            "Nguyễn  Thị Hòa ",
            "0912345678",
            "phuong hoa mai",
        ),
    )
    roster = read_people(table, UNITS)
    assert roster.members == (
        Member("Nguyễn Thị Hòa", "collaborator", "P1", "334", date(2026, 11, 15), date(2026, 11, 15)),
    )
    assert roster.ignored == ("No.", "Phone")


def test_a_list_of_the_only_unit_needs_no_column_for_it():
    table = lines(("họ tên", "quyết định", "ngày"), ("Trần Văn Lâm", "5-QĐ", "2026-11-15"))
    assert read_people(table, UNITS[:1]).members[0].unit == "P1"
    assert read_people(table, UNITS, unit="X2").members[0].unit == "X2"
    assert told(read_people(table, UNITS)) == ["Không thấy cột “đơn vị” trong dòng tiêu đề."]


def test_every_fault_is_told_with_its_line_and_nothing_is_taken():
    result = read(
        HOA,
        person(label=""),
        (),
        person("Trần Văn Lâm", role="tổ trưởng", unit="P9", decided="31/11/2026"),
        person("Lê Thu Hà", unit="Quận 10", decision="", begins="01/12/2026", ends="30/11/2026"),
        person("nguyễn thị hoà"),
        person("x" * 121, unit=""),
    )
    assert told(result) == [
        "dòng 3: thiếu họ tên",
        "dòng 5: “31/11/2026” không phải ngày (cần dạng 30/11/2026)",
        "dòng 5: không có vai trò “tổ trưởng”; chọn: cộng tác viên, điều phối viên, cán bộ trực, lãnh đạo, "
        "quản trị, quan sát viên",
        "dòng 5: không có đơn vị “P9”",
        "dòng 6: thiếu số quyết định",
        "dòng 6: ngày kết thúc 30/11/2026 trước ngày bắt đầu 01/12/2026",
        "dòng 6: “Quận 10” là tên của nhiều đơn vị (P1, X2); ghi mã",
        "dòng 7: nguyễn thị hoà đã có ở dòng 2; nếu là hai người, thêm chữ phân biệt, ví dụ “(thôn 2)”",
        "dòng 8: “xxxxxxxxxxxxxxxxxxxx…” dài quá 120 ký tự",
        "dòng 8: thiếu đơn vị",
    ]
    assert told(result, "en")[0] == "line 3: name is missing"


def test_a_line_number_beyond_a_thousand_is_not_grouped():
    table = [Line(1, HEADER), Line(1234, person(label=""))]
    for lang in LANGUAGES:
        assert "1234" in told(read_people(table, UNITS), lang)[0]


def test_names_that_differ_by_a_tone_are_two_people():
    assert (
        len(read(person("Nguyễn Thị Hoa"), person("Nguyễn Thị Hòa"), person("Nguyễn Thị Hóa")).members) == 3
    )


def test_one_person_may_hold_two_roles():
    assert [member.role for member in read(person(role="CTV"), person(role="Trực")).members] == [
        "collaborator",
        "duty",
    ]


def test_an_empty_list_is_told_from_one_without_header():
    assert told(read()) == ["Tệp không có dòng dữ liệu nào dưới dòng tiêu đề."]
    assert told(read_people(lines(("Họ tên", "Đơn vị")), UNITS)) == [
        "Không thấy cột “số quyết định” trong dòng tiêu đề.",
        "Không thấy cột “ngày quyết định” trong dòng tiêu đề.",
    ]
    assert len(told(read_people([], UNITS))) == 4


def test_progress_is_told_line_by_line():
    numbers = []
    read(*[person(f"Người {n}") for n in range(500)], progress=numbers.append)
    assert numbers == list(range(2, 502))


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("30/11/2026", date(2026, 11, 30)),
        (" 5-1-2026 ", date(2026, 1, 5)),
        ("05.01.2026", date(2026, 1, 5)),
        ("2026-11-30", date(2026, 11, 30)),
        ("2026-11-30 00:00:00", date(2026, 11, 30)),
        ("ngày 5 tháng 12 năm 2026", date(2026, 12, 5)),
        (datetime.combine(date(2026, 11, 30), time()), date(2026, 11, 30)),
        (date(2026, 11, 30), date(2026, 11, 30)),
        (46356, date(2026, 11, 30)),
        (46356.0, date(2026, 11, 30)),
        ("11/30/2026", None),
        ("30/11/26", None),
        ("30/11", None),
        ("29/02/2026", None),
        ("46356", None),
        (2026, None),
        (1e12, None),
        ("hôm nay", None),
        (None, None),
    ],
)
def test_dates_as_people_and_spreadsheets_write_them(cell, day):
    assert as_day(cell) == day


@given(
    st.lists(
        st.lists(st.none() | st.text() | st.floats() | st.integers() | st.dates(), max_size=8), max_size=6
    )
)
def test_any_table_is_a_roster_or_faults_never_an_accident(rows):
    result = read_people(lines(HEADER, *rows), UNITS)
    assert isinstance(result, Roster) or told(result)


def member(label, decided="2026-01-10", role="collaborator", unit="P1", number="12-QĐ"):
    day = date.fromisoformat(decided) if decided else None
    return Member(label, role, unit, number, day, day)


def test_a_newer_decision_shows_who_joins_stays_and_leaves():
    current = {1: member("Hòa"), 2: member("Lâm"), 3: member("Hà")}
    new = Roster((member("Hoà", "2026-11-15", number="334"), member("Đức", "2026-11-15", number="334")))
    assert compare(current, new) == Changes(
        joins=(new.members[1],), stays=((1, new.members[0]),), leaves=((2, current[2]), (3, current[3]))
    )


def test_other_units_and_roles_are_not_touched_by_a_list():
    current = {1: member("Hòa", unit="X2"), 2: member("Lâm", role="coordinator"), 3: member("Hà")}
    changes = compare(current, Roster((member("Đức", "2026-11-15"),)))
    assert [id for id, _ in changes.leaves] == [3]


def test_who_came_by_an_invite_alone_does_not_leave_but_stays_if_listed():
    current = {1: member("Hòa", None, number=None), 2: member("Lâm", None, number=None)}
    changes = compare(current, Roster((member("Lâm", "2026-11-15"),)))
    assert (changes.joins, [id for id, _ in changes.stays], changes.leaves) == ((), [2], ())


def test_the_same_list_twice_changes_nothing():
    roster = Roster((member("Hòa"), member("Lâm")))
    changes = compare(dict(enumerate(roster.members)), roster)
    assert (changes.joins, changes.leaves) == ((), ())
    assert changes.stays == tuple(enumerate(roster.members))


def test_a_list_older_than_the_one_in_force_is_refused():
    result = compare({1: member("Hòa", "2026-11-15")}, Roster((member("Lâm", "2025-01-10"),)))
    assert told(result) == ["P1: quyết định ngày 10/01/2025 cũ hơn quyết định đang áp dụng (ngày 15/11/2026)"]


@given(
    st.lists(st.sampled_from("ABCDEFGH"), unique=True),
    st.lists(st.sampled_from("ABCDEFGH"), unique=True, min_size=1),
)
def test_after_a_decision_the_team_is_exactly_its_list(before, after):
    current = {n: member(label) for n, label in enumerate(before)}
    changes = compare(current, Roster(tuple(member(label, "2026-11-15") for label in after)))
    left = {id for id, _ in changes.leaves}
    team = [m.label for m in changes.joins] + [m.label for id, m in current.items() if id not in left]
    assert sorted(team) == sorted(after)
    assert {id for id, _ in changes.stays} | left == set(current)


DIRECT = ("Họ tên", "Vai trò", "Số quyết định", "Ngày quyết định", "don_tuyen")


@pytest.mark.parametrize(
    ("cell", "means"),
    [
        ("có", True),
        ("x", True),
        (1, True),
        (True, True),
        ("không", False),
        (0, False),
        (None, None),
        ("", None),
    ],
)
@pytest.mark.parametrize("header", ["don_tuyen", "Đơn tuyến", "direct_line"])
def test_a_column_says_who_is_of_the_direct_line(header, cell, means):
    row = ("Nguyễn Thị Hòa", "CTV", "334-QĐ/ĐU", "15/11/2026", cell)
    found = read_people(lines((*DIRECT[:-1], header), row), UNITS, unit="P1")
    assert isinstance(found, Roster) and found.members[0].direct_line is means


def test_neither_yes_nor_no_is_a_fault_and_so_is_a_coordinator_of_the_direct_line():
    maybe = ("Nguyễn Thị Hòa", "CTV", "334-QĐ/ĐU", "15/11/2026", "để xem")
    boss = ("Trần Văn Lâm", "Điều phối viên", "334-QĐ/ĐU", "15/11/2026", "có")
    found = read_people(lines(DIRECT, maybe, boss), UNITS, unit="P1")
    assert told(found) == [
        "dòng 2: “để xem” không phải có hay không",
        "dòng 3: chỉ cộng tác viên mới là đơn tuyến",
    ]
