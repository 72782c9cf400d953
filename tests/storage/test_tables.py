"""No table has a place where a citizen could be put on file (DESIGN §7)."""

from __future__ import annotations

import re

from storage.tables import metadata

IDENTITY = re.compile(
    r"name|surname|phone|mobile|tel|fax|mail|cccd|cmnd|passport|identity|citizen|resident|birth|born|age|sex|gender"
    r"|ethnic|religion|street|house|home|address|latitude|longitude|lat|lng|geo|gps|location|ip|agent|device"
    r"|avatar|face|plate|account|bank|facebook|zalo|username|nick|avatar|contact|relative|job"
)
OURS = {
    "unit.name": "a unit of the administration",
    "unit.duty_phone": "the unit's own duty phone",
    "unit_alias.name": "another name of a unit",
    "period.name": "a period",
    "programme.name": "a programme of several bodies",
    "attachment.name": "our own random name of a stored file",
    "answer_file.name": "our own random name of a stored file",
}
"""Columns whose name sounds like a person and that hold none, each with what it holds."""


def test_no_column_is_made_for_the_identity_of_a_citizen():
    found = [
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if any(IDENTITY.fullmatch(part) for part in column.name.split("_"))
    ]
    assert sorted(found) == sorted(OURS)


def test_the_word_list_would_notice_one():
    for name in (
        "full_name",
        "phone",
        "cccd",
        "home_address",
        "birth_year",
        "ip",
        "user_agent",
        "last_location",
    ):
        assert any(IDENTITY.fullmatch(part) for part in name.split("_")), name


def test_every_instant_and_day_is_told_by_its_name():
    for table in metadata.sorted_tables:
        for column in table.columns:
            kind = str(column.type)
            assert (kind == "DATETIME") is (column.name.split("_")[-1] == "at"), f"{table.name}.{column.name}"
            assert (kind == "DATE") is column.name.endswith("_on"), f"{table.name}.{column.name}"
