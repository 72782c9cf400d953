"""Files as Excel, LibreOffice and Notepad write them become the same lines."""

import io
import unicodedata
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from bot.sheets import SheetError, read_sheet
from domain.roster import Roster, read_people
from domain.sheet import Line
from domain.unit_list import UnitPlan, read_units
from domain.unit_names import KnownUnit, UnitNames
from messages import LANGUAGES, catalogue

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
TEXT = 'Họ tên,Đơn vị,Ghi chú\r\nNguyễn Thị Hòa,Phường Hoa Mai,\r\n\r\nTrần Văn Lâm,"a, b\nc",x\r\nĐức,d,\r\n'
LINES = [
    Line(1, ("Họ tên", "Đơn vị", "Ghi chú")),
    Line(2, ("Nguyễn Thị Hòa", "Phường Hoa Mai", "")),
    Line(4, ("Trần Văn Lâm", "a, b\nc", "x")),
    Line(6, ("Đức", "d", "")),
]


def read(folder, data):
    path = folder / "list"
    path.write_bytes(data)
    return read_sheet(path)


def workbook(*rows):
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_read_in_every_unicode(tmp_path, encoding):
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    assert read(tmp_path, (mark + TEXT).encode(encoding)) == LINES


def old_windows(text):
    """As CP1258 has it: the vowel in one byte, its tone in the next."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = [unicodedata.normalize("NFD", letter) for letter in text]
    split = [
        unicodedata.normalize("NFC", "".join(c for c in letter if c not in tones))
        + "".join(c for c in letter if c in tones)
        for letter in letters
    ]
    return "".join(split).encode("cp1258")


def test_text_of_old_windows_is_read_too(tmp_path):
    text = (
        "Họ tên,Số quyết định,Ngày quyết định\nNguyễn Thị Hòa,334-QĐ,15/11/2026\nĐỗ Ướt,334-QĐ,15/11/2026\n"
    )
    found = read_people(
        read(tmp_path, old_windows(text)), UnitNames([KnownUnit("P1", "Phường Hoa Mai")], date(2026, 11, 19))
    )
    assert [member.label for member in found.members] == ["Nguyễn Thị Hòa", "Đỗ Ướt"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_sign_between_cells_is_found(tmp_path, delimiter):
    text = f"Tên{delimiter}Mã{delimiter}Loại\nThị trấn A{delimiter}1{delimiter}xã\n"
    assert read(tmp_path, text.encode())[1] == Line(2, ("Thị trấn A", "1", "xã"))


def test_commas_inside_semicolon_files_do_not_confuse(tmp_path):
    text = "Tên;Mã;Loại\nA, b, c;1;xã\nD, e;2;xã\n"
    assert read(tmp_path, text.encode())[1].cells == ("A, b, c", "1", "xã")


def test_excel_gives_dates_numbers_and_true_line_numbers(tmp_path):
    day = datetime.combine(date(2026, 11, 30), time())
    data = workbook(["Họ tên", "Ngày"], [], ["Hòa", day], [None, None], [334, 1.5])
    assert read(tmp_path, data) == [
        Line(1, ("Họ tên", "Ngày")),
        Line(3, ("Hòa", day)),
        Line(5, (334, 1.5)),
    ]


def packed():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "id"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "sheet-old-excel"),
        (packed(), "sheet-broken"),
        (b"PK\x03\x04 cut off", "sheet-broken"),
        (workbook(["a"])[:-300], "sheet-broken"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "sheet-broken"),
        (b'ten,ma\n"khong dong ngoac,1\n', "sheet-broken"),
    ],
    ids=["old excel", "a word file", "cut off", "half a workbook", "a picture", "an open quote"],
)
def test_a_file_that_is_no_table_is_refused_in_one_sentence(tmp_path, data, id):
    with pytest.raises(SheetError) as refused:
        read(tmp_path, data)
    assert refused.value.text.id == id
    assert all(catalogue(lang).render(refused.value.text) for lang in LANGUAGES)


def test_an_empty_file_has_no_lines(tmp_path):
    assert read(tmp_path, b"") == []


def test_the_examples_of_the_manual_are_understood():
    plan = read_units(read_sheet(EXAMPLES / "units.csv"))
    assert isinstance(plan, UnitPlan)
    units = [KnownUnit(unit.code, unit.name, unit.aliases) for unit in plan.added]
    roster = read_people(read_sheet(EXAMPLES / "people.csv"), UnitNames(units, date(2026, 11, 19)))
    assert isinstance(roster, Roster)
    assert (len(plan.added), len(roster.members), roster.ignored) == (5, 5, ())
