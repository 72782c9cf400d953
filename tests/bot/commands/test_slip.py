"""`baonhanh slip`: a referral on paper, by whoever runs the machine."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from sqlalchemy import select

from bot.app import web_key
from bot.config import load
from bot.plans import desk_rules_of, reminding_of
from storage.database import Database
from storage.tables import audit, unit
from tests.referred import refer


@pytest.fixture
def referred(at_home, database_url):
    settings = load(None, {"BAONHANH_DATABASE_URL": database_url})
    database = Database(database_url)
    try:
        rules = desk_rules_of(settings, reminding_of(settings, frozenset()), database.write_now(web_key))
        ward = database.read(lambda c: c.execute(select(unit.c.id)).scalars().first())
        refer(database, rules, ward, datetime(2026, 11, 19, 2, 0, tzinfo=UTC))
    finally:
        database.close()
    return at_home


def test_a_slip_is_written_in_either_layout_and_noted(referred, look):
    for words, head in ((("slip", "pc-1"), "ĐẢNG"), (("slip", "1", "--profile", "nd30"), "CỘNG HÒA")):
        done = referred(*words, "--out", "phieu.docx")
        assert done.code == 0, done.err
        assert "a draft" in done.err[-1]
        document = Document("phieu.docx")
        assert any(head in cell.text for cell in document.tables[0].rows[0].cells)
    acts = look(lambda c: c.execute(select(audit.c.act, audit.c.object)).all())
    assert [tuple(one) for one in acts].count(("slip-made", "PC-1")) == 2


def test_a_referral_there_is_none_of_is_said_and_writes_nothing(referred):
    for code in ("PC-9", "PA-1", "x", ""):
        done = referred("slip", code, "--out", "phieu.docx")
        assert done.code == 2
        assert "There is no referral" in done.err[-1]
    assert not Path("phieu.docx").exists()
