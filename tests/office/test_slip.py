"""The slip of a referral on paper: opened again and read, letter by letter where it matters."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image
from sqlalchemy import insert, update

from bot.plans import desk_rules_of, reminding_of
from office.layouts import FONT, LAYOUTS
from office.slip import slip
from storage.database import Database
from storage.tables import unit
from tests.house import found_unit, settings_for
from tests.referred import ADDRESSEE, LABEL, RARE, SAID, refer

NOW = datetime(2026, 11, 19, 2, 0, tzinfo=UTC)
CONTACT = "Bà Đầu Mối, 0203 333 444"


def paper(url: str, folder: Path, profile: str = "dang", **how: str) -> tuple[str, bytes, str]:
    """(file name, bytes, link) of a slip."""
    settings = settings_for(url, folder, None, public_url="https://baonhanh.example.vn")
    rules = desk_rules_of(settings, reminding_of(settings, frozenset()), "key")
    database = Database(url)
    try:
        ward = database.write_now(found_unit)
        asked = refer(database, rules, ward, NOW, **how)
        row = asked.row
        name, content = database.read(lambda c: slip(c, rules, row, LAYOUTS[profile], CONTACT))
        return name, content, rules.links.to(row.id, row.generation)
    finally:
        database.close()


def text_of(content: bytes) -> str:
    """Every paragraph, those in columns too, in order."""
    body = Document(io.BytesIO(content)).element.body
    lines = ["".join(one.text or "" for one in line.iter(qn("w:t"))) for line in body.iter(qn("w:p"))]
    return "\n".join(lines)


@pytest.mark.parametrize("profile", LAYOUTS)
def test_it_says_what_to_check_by_when_and_how_to_answer(sqlite_url, tmp_path, profile):
    name, content, link = paper(sqlite_url, tmp_path, profile)
    assert name == "Phieu-chuyen_PC-1_20261119.docx"
    text = text_of(content)
    for words in (
        "DỰ THẢO", "PHƯỜNG HOA SEN", "TỈNH MẪU", "PHIẾU CHUYỂN", f"Kính gửi: {ADDRESSEE}", "mã PC-1",
        f"“{SAID.splitlines()[0]}", f"{SAID.splitlines()[-1]}”", "Địa bàn: Tỉnh Mẫu.",
        "kiểm tra, xác minh, trả lời trước ngày 27/11/2026.",
        "Đầu mối: Phường Hoa Sen, điện thoại trực 0203 111 222",
        CONTACT, "Nơi nhận:", "Trả lời qua đường liên kết này", link,
    ):  # fmt: skip
        assert words in text, words


def test_the_party_and_the_state_have_heads_of_their_own(new_sqlite, tmp_path):
    party, state = (text_of(paper(new_sqlite(), tmp_path, one)[1]) for one in ("dang", "nd30"))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in party
    assert "\n*\n" in party
    assert "-----" in party
    assert "- Lưu\n" in party
    assert "./." not in party
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" in state
    assert "- Lưu: VT." in state
    assert "./." in state
    assert "ĐẢNG" not in state


@pytest.mark.parametrize("profile", LAYOUTS)
def test_its_measures_are_those_of_the_layout(sqlite_url, tmp_path, profile):
    _, content, _ = paper(sqlite_url, tmp_path, profile)
    layout, document = LAYOUTS[profile], Document(io.BytesIO(content))
    [page] = document.sections
    margins = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert tuple(round(one.mm) for one in margins) == layout.margins
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert page.different_first_page_header_footer
    assert "PAGE" in page.header._element.xml
    assert not page.first_page_header.paragraphs[0].text
    body = next(one for one in document.paragraphs if one.text.startswith("Địa bàn"))
    assert round(body.paragraph_format.first_line_indent.cm, 2) == layout.first_line
    assert body.runs[0].font.size.pt == layout.body
    spacing = body.paragraph_format.line_spacing
    assert (spacing.pt if layout.line else spacing) == layout.line


def test_every_letter_is_of_one_font(sqlite_url, tmp_path):
    _, content, _ = paper(sqlite_url, tmp_path)
    document = Document(io.BytesIO(content))
    assert not document.element.xpath("//w:rFonts"), "no run goes its own way"
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for properties in (defaults, document.styles["Normal"].element.rPr):
        fonts = properties.find(qn("w:rFonts"))
        kinds = ("ascii", "hAnsi", "cs", "eastAsia")
        assert {name: fonts.get(qn(f"w:{name}")) for name in kinds} == dict.fromkeys(kinds, FONT)
        assert len(fonts.attrib) == 4, "no font of a theme wins over it"


def test_columns_have_no_lines_and_rules_are_borders_of_paragraphs(sqlite_url, tmp_path):
    document = Document(io.BytesIO(paper(sqlite_url, tmp_path, "nd30")[1]))
    assert len(document.tables) == 3
    assert all(table.style.name == "Normal Table" for table in document.tables)
    assert not document.element.xpath("//w:tblBorders | //w:tcBorders | //w:pict")
    assert len(document.element.xpath("//w:pBdr/w:top")) == 3


def test_number_date_and_signature_are_left_to_whoever_signs(sqlite_url, tmp_path):
    text = text_of(paper(sqlite_url, tmp_path, "nd30")[1])
    assert "Số:          /PC-\n" in text
    assert "…………, ngày      tháng      năm\n" in text
    assert "MẬT" not in text


def test_its_code_leads_to_the_page(sqlite_url, tmp_path):
    import segno

    _, content, link = paper(sqlite_url, tmp_path)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        [picture] = [parts.read(name) for name in parts.namelist() if name.startswith("word/media/")]
    out = io.BytesIO()
    segno.make(link, error="m").save(out, kind="png", scale=8, border=1)
    shown, meant = Image.open(io.BytesIO(picture)), Image.open(out)
    assert shown.convert("1").tobytes() == meant.convert("1").tobytes()
    assert link.startswith("https://baonhanh.example.vn/phieu/")


def test_an_urgent_one_says_so_with_its_hour(sqlite_url, tmp_path):
    text = text_of(paper(sqlite_url, tmp_path, kind="urgent")[1])
    assert "\nKHẨN\n" in text
    assert "trả lời trước ngày 19/11/2026 (15:00)." in text


def test_nothing_of_the_reporters_and_no_hour_is_in_any_part_of_it(sqlite_url, tmp_path):
    _, content, _ = paper(sqlite_url, tmp_path)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        everything = "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    for words in (LABEL, RARE, "CTV-", "PA-1", "telegram", "06:47", "23:47", "17:00", "python-docx"):
        assert words.casefold() not in everything.casefold(), words


def test_a_unit_without_a_phone_or_a_unit_above_has_a_slip_too(sqlite_url, tmp_path):
    database = Database(sqlite_url)
    settings = settings_for(sqlite_url, tmp_path, None)
    rules = desk_rules_of(settings, reminding_of(settings, frozenset()), "key")

    def lone(connection):
        row = insert(unit).values(code="X", name="Xã Lẻ", type="xa", territorial=True)
        return connection.execute(row.returning(unit.c.id)).scalar_one()

    try:
        asked = refer(database, rules, database.write_now(lone), NOW)
        database.write_now(lambda c: c.execute(update(unit).values(duty_phone=None)))
        _, content = database.read(lambda c: slip(c, rules, asked.row, LAYOUTS["dang"], ""))
    finally:
        database.close()
    assert "Đầu mối: Xã Lẻ." in text_of(content)
