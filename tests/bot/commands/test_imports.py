"""Lists of units and people: looked at first, taken over as a whole or not at all."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select

from office.invites import open_invite, use_invite
from storage import people
from storage.tables import audit, invite, membership, outbox, person, unit, unit_alias

HEADER = ["Họ và tên", "Vai trò", "Đơn vị", "Số quyết định", "Ngày quyết định", "Đến ngày"]
FIRST = [
    ["Nguyễn Thị Lan", "CTV", "PM", "12-QĐ/ĐU", "02/11/2026", "31/12/2028"],
    ["Trần Văn Hùng", "cộng tác viên", "PM", "12-QĐ/ĐU", "02/11/2026", "31/12/2028"],
    ["Lê Minh", "cán bộ trực", "PM", "12-QĐ/ĐU", "02/11/2026", ""],
]


def write_csv(name, header, rows):
    with Path(name).open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return name


def write_xlsx(name, header, rows):
    book = openpyxl.Workbook()
    for row in (["DANH SÁCH TỔ CỘNG TÁC VIÊN"], header, *rows):
        book.active.append(row)
    book.save(name)
    return name


def members(look):
    rows = look(lambda c: c.execute(select(membership).where(membership.c.ended_at.is_(None))).all())
    return {row.label: row for row in rows}


@pytest.fixture(params=[write_csv, write_xlsx], ids=["csv", "xlsx"])
def people_file(request):
    suffix = request.param.__name__.removeprefix("write_")
    return lambda rows: request.param(f"people.{suffix}", HEADER, rows)


def test_a_list_is_only_looked_at_unless_it_is_to_be_applied(at_home, look, people_file):
    done = at_home("people", "import", people_file(FIRST))
    assert done.code == 0
    assert "+ Nguyễn Thị Lan · collaborator · PM" in done.err
    assert "3 join, 0 stay, 0 leave." in done.err
    assert done.err[-1] == "Looked only, nothing was written. Add --apply to write."
    assert members(look) == {}


def test_applied_everybody_gets_a_seat_and_a_code_of_their_own(at_home, look, people_file):
    done = at_home("people", "import", people_file(FIRST), "--apply", "--json")
    assert done.code == 0, done.err
    kept = members(look)
    assert set(kept) == {"Nguyễn Thị Lan", "Trần Văn Hùng", "Lê Minh"}
    lan = kept["Nguyễn Thị Lan"]
    assert (lan.decision_number, lan.decided_on, lan.to_on) == (
        "12-QĐ/ĐU",
        date(2026, 11, 2),
        date(2028, 12, 31),
    )
    assert lan.person_id is None
    codes = {one["name"]: one["code"] for one in done.objects}
    found = look(lambda c: open_invite(c, codes["Lê Minh"], "x", datetime.now(UTC)))
    assert (found.membership_id, found.role) == (kept["Lê Minh"].id, "duty")


def join(look, label):
    """Somebody on the list has come, by a chat on the web."""
    seat = members(look)[label]

    def work(connection):
        now = datetime.now(UTC)
        id = people.add_person(
            connection, unit_id=seat.unit_id, label=label, lang="vi", reminders=False, now=now
        )
        people.fill_membership(connection, seat.id, id)
        people.add_address(
            connection, person_id=id, lane=f"web:main:{id}", channel="web", bot="main", chat="x", now=now
        )
        for row in connection.execute(select(invite.c.id).where(invite.c.membership_id == seat.id)):
            use_invite(connection, row.id, now)
        return id

    return look(work)


def test_a_newer_decision_shows_and_does_who_joins_stays_and_leaves(at_home, look, people_file):
    at_home("people", "import", people_file(FIRST), "--apply", "--json")
    hung = join(look, "Trần Văn Hùng")
    second = [
        ["Nguyễn Thị Lan", "CTV", "PM", "15-QĐ/ĐU", "01/12/2026", ""],
        ["Phạm Thu", "CTV", "PM", "15-QĐ/ĐU", "01/12/2026", ""],
    ]
    done = at_home("people", "import", people_file(second), "--apply", "--json")
    assert "− Trần Văn Hùng · collaborator · PM" in done.err
    assert "1 join, 1 stay, 1 leave." in done.err
    assert [one["name"] for one in done.objects] == ["Phạm Thu"]
    kept = members(look)
    assert set(kept) == {"Nguyễn Thị Lan", "Phạm Thu", "Lê Minh"}
    assert kept["Nguyễn Thị Lan"].decision_number == "15-QĐ/ĐU"
    assert look(lambda c: c.scalar(select(person.c.left_at).where(person.c.id == hung)))
    assert look(lambda c: people.places_of(c, [hung], ())) == []
    (farewell,) = look(lambda c: c.scalars(select(outbox.c.body)).all())
    assert "15-QĐ/ĐU" in farewell["text"]


def test_the_code_of_somebody_who_leaves_before_coming_opens_nothing(at_home, look, people_file):
    first = at_home("people", "import", people_file(FIRST), "--apply", "--json")
    code = next(one["code"] for one in first.objects if one["name"] == "Trần Văn Hùng")
    at_home("people", "import", people_file([["Lan", "CTV", "PM", "15", "01/12/2026", ""]]), "--apply")
    assert look(lambda c: open_invite(c, code, "x", datetime.now(UTC))) is None


def test_the_same_list_again_gives_codes_only_to_those_who_have_none(at_home, look, people_file):
    at_home("people", "import", people_file(FIRST), "--apply")
    join(look, "Lê Minh")
    look(lambda c: c.execute(invite.update().values(expires_at=datetime(2026, 1, 1, tzinfo=UTC))))
    done = at_home("people", "import", people_file(FIRST), "--apply", "--json")
    assert "0 join, 3 stay, 0 leave." in done.err
    assert {one["name"] for one in done.objects} == {"Nguyễn Thị Lan", "Trần Văn Hùng"}
    again = at_home("people", "import", people_file(FIRST), "--apply", "--json")
    assert again.out == []


def test_every_mistake_is_told_by_its_line_and_nothing_is_taken(at_home, look, people_file):
    wrong = [
        FIRST[0],
        ["Trần Văn Hùng", "giám đốc", "PM", "12", "02/11/2026", ""],
        ["", "CTV", "PM", "12", "02/11/2026", ""],
        ["Lê Minh", "CTV", "PX", "12", "30/02/2026", ""],
    ]
    done = at_home("people", "import", people_file(wrong), "--apply")
    assert (done.code, done.out) == (2, [])
    assert len(done.err) == 5
    assert done.err[-1] == "4 mistakes; nothing was written."
    assert members(look) == {}


def test_a_list_older_than_the_one_in_force_is_refused(at_home, look, people_file):
    at_home("people", "import", people_file(FIRST), "--apply")
    old = [["Phạm Thu", "CTV", "PM", "3-QĐ/ĐU", "05/01/2026", ""]]
    done = at_home("people", "import", people_file(old), "--apply")
    assert done.code == 2
    assert "Phạm Thu" not in members(look)


def test_a_list_without_units_is_for_the_one_that_is_named(at_home, look):
    at_home("init", "--unit", "P2", "--name", "Phường Hai", "--duty-phone", "113")
    header, rows = ["Họ tên", "Số quyết định", "Ngày quyết định"], [["Lan", "12", "02/11/2026"]]
    file = write_csv("people.csv", header, rows)
    assert at_home("people", "import", file).code == 2
    done = at_home("people", "import", file, "--unit", "p2", "--apply", "--json")
    assert done.objects[0]["unit"] == "P2"
    assert "There is no unit P3" in at_home("people", "import", file, "--unit", "P3").err[-1]


def test_the_trail_counts_and_names_nobody(at_home, look, people_file):
    at_home("people", "import", people_file(FIRST), "--apply")
    rows = look(lambda c: c.execute(select(audit).where(audit.c.act == "people-imported")).all())
    assert [(row.object, row.detail) for row in rows] == [("12-QĐ/ĐU", {"joins": 3, "stays": 0, "leaves": 0})]
    assert "Lan" not in str(rows)


UNITS = [
    ["T", "Tỉnh Mẫu", "tỉnh", "", ""],
    ["PM", "Phường Mẫu", "phường", "T", "01/07/2025"],
    ["KP1", "Khu phố 1", "khu phố", "PM", ""],
]


def test_units_are_looked_at_then_taken_over(at_home, look):
    file = write_csv("units.csv", ["code", "name", "type", "parent", "valid_from"], UNITS)
    done = at_home("units", "import", file)
    assert "+ T  Tỉnh Mẫu" in done.out
    assert done.out[-1] == "2 new units, 1 changed, 0 as they were."
    assert look(lambda c: len(c.execute(select(unit)).all())) == 1
    done = at_home("units", "import", file, "--apply")
    assert done.err[-1] == "Written."
    assert look(lambda c: set(c.scalars(select(unit.c.code)).all())) == {"T", "PM", "KP1"}
    assert at_home("units", "import", file, "--apply").out == ["0 new units, 0 changed, 3 as they were."]


def test_a_long_list_of_units_is_shown_in_short(at_home, look):
    rows = [[f"X{number}", f"Xã {number}", "xã", "", ""] for number in range(500)]
    file = write_csv("units.csv", ["code", "name", "type", "parent", "valid_from"], rows)
    done = at_home("units", "import", file, "--apply")
    assert "… and 480 more" in done.out
    assert len(done.out) == 22
    assert look(lambda c: len(c.execute(select(unit)).all())) == 501
    assert look(lambda c: c.execute(select(unit_alias)).all()) == []


def test_units_with_mistakes_are_not_taken(at_home, look):
    rows = [*UNITS, ["KP1", "Khu phố 2", "khu phố", "PM", ""], ["X", "X", "vùng", "Z", ""]]
    file = write_csv("units.csv", ["code", "name", "type", "parent", "valid_from"], rows)
    done = at_home("units", "import", file, "--apply")
    assert done.code == 2
    assert len(done.err) == 4
    assert look(lambda c: len(c.execute(select(unit)).all())) == 1


@pytest.mark.parametrize("command", ["people", "units"])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "list.csv: No such file or directory"),
        (b"\xd0\xcf\x11\xe0old", "xls"),
        (b"PK\x03\x04broken", "cannot be read"),
        (b"one;two\n1;2\n", "column"),
    ],
)
def test_a_file_that_is_no_list_is_one_clear_line(at_home, command, content, said):
    if content is not None:
        Path("list.csv").write_bytes(content)
    done = at_home(command, "import", "list.csv")
    assert done.code == 2
    assert said in done.err[0]
    assert not any("Traceback" in line for line in done.err)


def test_the_direct_line_stays_where_a_newer_list_does_not_speak_of_it(at_home, look):
    def listed(number, *cells):
        header = HEADER if not cells else [*HEADER, "Đơn tuyến"]
        row = ["Nguyễn Thị Lan", "CTV", "PM", number, "02/11/2026", "", *cells]
        assert at_home("people", "import", write_csv("people.csv", header, [row]), "--apply").code == 0
        return members(look)["Nguyễn Thị Lan"].direct_line

    assert listed("12-QĐ/ĐU") is False
    assert listed("13-QĐ/ĐU", "có") is True
    assert listed("14-QĐ/ĐU") is True
    assert listed("15-QĐ/ĐU", "không") is False


def test_a_former_name_in_a_list_of_people_means_what_followed(at_home, look):
    units = [
        ["Q10", "Quận 10", "phường", "30/06/2025", "PM", "Quận Mười"],
        ["MAI", "Phường Mai Sau", "phường", "", "", ""],
    ]
    write_csv("units.csv", ["mã", "tên", "loại", "đến ngày", "kế thừa", "tên khác"], units)
    assert at_home("units", "import", "units.csv", "--apply").code == 0
    rows = [
        ["Lan", "CTV", "UBND Q10", "1", "02/11/2026", ""],
        ["Minh", "CTV", "quận mười", "1", "02/11/2026", ""],
    ]
    assert at_home("people", "import", write_csv("people.csv", HEADER, rows), "--apply").code == 0
    code = dict(look(lambda c: c.execute(select(unit.c.id, unit.c.code)).all()))
    assert {code[row.unit_id] for row in members(look).values()} == {"PM"}
    assert at_home("invite", "--role", "collaborator", "--unit", "q.10", "--json").objects[0]["unit"] == "PM"


def test_programmes_are_looked_at_taken_over_listed_and_shown(at_home, look):
    header = ["chương trình", "tên", "từ", "đến", "bên", "chia sẻ"]
    file = write_csv("ct.csv", header, [["CT-22", "Nắm bắt dư luận", "14/11/2022", "", "pm", "vấn đề"]])
    assert "1 new programmes, 0 changed, 0 as they were." in at_home("programmes", "import", file).out
    assert at_home("programmes", "list").out == []
    assert at_home("programmes", "import", file, "--apply").code == 0
    assert "0 new programmes, 0 changed, 1 as they were." in at_home("programmes", "import", file).out
    [listed] = at_home("programmes", "list", "--json").objects
    assert listed["parties"] == [{"unit": "PM", "shares": "matters"}]
    assert "CT-22 · Nắm bắt dư luận: 14/11/2022 – … · 1 parties" in at_home("programmes", "list").out
    shown = at_home("programmes", "show", "ct-22").out
    assert any("shares figures and matters" in line for line in shown)
    assert "CT-22" in at_home("programmes", "show", "x").err[0]


def test_one_person_has_one_team_a_programme_line_by_line(at_home, look):
    units = [["MT", "MTTQ", "MTTQ"], ["TD", "Đoàn phường", "đoàn"]]
    at_home("units", "import", write_csv("u.csv", ["mã", "tên", "loại"], units), "--apply")
    header = ["chương trình", "tên", "từ", "bên", "chia sẻ"]
    rows = [["CT", "Chung", "1/1/2026", "MT", "riêng"], ["CT", "", "", "TD", "riêng"]]
    at_home("programmes", "import", write_csv("ct.csv", header, rows), "--apply")
    header = ["Họ tên", "Đơn vị", "Số quyết định", "Ngày quyết định", "Chương trình"]

    def take(*rows):
        file = write_csv("p.csv", header, [[name, unit, "1", "02/11/2026", ct] for name, unit, ct in rows])
        return at_home("people", "import", file, "--apply")

    twice = take(("Lan", "MT", "CT"), ("lan", "TD", "CT"), ("An", "MT", "XX"))
    assert twice.code == 2
    assert twice.err[0].startswith("line 4: there is no programme “XX”")
    assert twice.err[1].startswith("line 3: lan serves in the team of MT for programme CT")
    assert members(look) == {}
    assert take(("Lan", "MT", "CT"), ("Bình", "TD", "")).code == 0
    assert "Lan serves in the team of MT" in take(("Lan", "TD", "CT")).err[0]
    assert take(("Minh", "MT", "CT"), ("Lan", "TD", "CT")).code == 0, "this list ends the former place"
