"""No table has a place where a citizen could be put on file (DESIGN §7)."""

from __future__ import annotations

import re

from sqlalchemy import JSON, String, Text

from storage.report_page import own_words, words_about
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


ABOUT = {"report", "alert", "matter", "referral", "answer"}
NO_WORDS = {
    "report.folded": "what is said, for finding it; changes with it",
    "report.words": "the same",
    "matter.folded": "the same",
    "report.strata": "keys of a list",
    "report.origin": "the message it came by",
    "attachment.source": "where a picture is fetched",
    "obligation.reason": "why somebody owes nothing",
    "matter_event.detail": "numbers and keys",
    "referral.area": "the name of a unit",
}
"""Columns beside a report that repeat nothing of it, each with what it holds."""


def test_whatever_repeats_a_report_is_known_to_whoever_erases():
    erased = {
        f"{table.name}.{name}" for table, _, names in (*own_words(1), *words_about(1)) for name in names
    }
    beside = {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        if table.name in ABOUT or {one.column.table.name for one in table.foreign_keys} & ABOUT
        for column in table.columns
        if isinstance(column.type, JSON | Text)
        or (isinstance(column.type, String) and (column.type.length or 0) >= 200)
    }
    assert beside - NO_WORDS.keys() - erased == set()
