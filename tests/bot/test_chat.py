"""`baonhanh chat`: a talk in the terminal on a real installation's database."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from bot.chat import CannotChatError, play
from office import invites
from storage import audit, people
from storage.database import Database
from storage.reports import all_reports
from storage.tables import address, outbox, talk
from tests.house import found_unit, settings_for


@pytest.fixture
def home(database_url, tmp_path):
    database = Database(database_url)
    unit_id = database.write_now(found_unit)
    yield settings_for(database_url, tmp_path, None), database, unit_id
    database.close()


def _code(database: Database, unit_id: int) -> str:
    now = datetime.now(UTC)
    made = database.write_now(
        lambda c: invites.invite(c, unit_id=unit_id, role="collaborator", now=now, label="Cô Tư")
    )
    return made.code


def _chat(settings, who: str, *lines: str, save: Path | None = None) -> list[str]:
    shown: list[str] = []
    play(settings, who, save, lines=lines, write=shown.append)
    return shown


REPORT = ("Bà con kêu rác ở chợ ba ngày chưa ai dọn", "3 gửi")


def test_a_code_joins_and_reports_without_a_button(home):
    settings, database, unit_id = home
    shown = _chat(settings, _code(database, unit_id), "toi dong y", "khong can nhac", *REPORT)
    assert "Để tham gia Tổ CTV" in shown[0]
    assert "3. 😠 Bức xúc" in "\n".join(shown)
    assert "✅ ĐÃ GỬI" in shown[-1]
    [report] = database.read(lambda c: list(all_reports(c)))
    assert (report["channel"], report["tone"]) == ("terminal", "aggrieved")


def test_a_member_is_found_by_label_and_by_number(home):
    settings, database, unit_id = home
    _chat(settings, _code(database, unit_id), "toi dong y", "khong can nhac")
    assert "CHƯA GỬI" in _chat(settings, "Cô Tư", REPORT[0])[-1]
    assert "CHƯA GỬI" in _chat(settings, "CTV-1", REPORT[0])[-1]
    acts = database.read(lambda c: [(one.act, one.object) for one in audit.newest(c, 10)])
    assert acts == [("chatted-as", "CTV-1")] * 2


def test_nothing_is_left_open_when_the_terminal_closes(home):
    settings, database, unit_id = home
    _chat(settings, _code(database, unit_id), "toi dong y", "khong can nhac", REPORT[0])
    for table in (address, talk):
        assert not database.read(lambda c, table=table: list(c.execute(table.select())))
    assert {row.state for row in database.read(lambda c: list(c.execute(outbox.select())))} == {"sent"}


def test_who_is_unknown_or_ambiguous_is_told_so(home):
    settings, database, unit_id = home
    for who in ("Ai Đó", "CTV-99", "ABCDEFGHJK"):
        with pytest.raises(CannotChatError, match="chat-nobody"):
            _chat(settings, who)
    now = datetime.now(UTC)
    for _ in range(2):
        database.write_now(
            lambda c: people.add_person(c, unit_id=unit_id, label="Lan", lang="vi", reminders=False, now=now)
        )
    with pytest.raises(CannotChatError, match="chat-several"):
        _chat(settings, "Lan")


def test_an_alert_is_left_to_the_process_that_runs(home):
    settings, database, unit_id = home
    now = datetime.now(UTC)

    def plant(c):
        id = people.add_person(c, unit_id=unit_id, label="Trực", lang="vi", reminders=False, now=now)
        people.add_membership(c, person_id=id, unit_id=unit_id, role="duty", label="Trực")
        people.add_address(
            c, person_id=id, lane="web:main:duty", channel="web", bot="main", chat="duty", now=now
        )

    database.write_now(plant)
    code = _code(database, unit_id)
    shown = _chat(settings, code, "toi dong y", "khong", "KHẨN cháy chợ Hoa Sen", "bức xúc gửi")
    assert "đang báo 1 cán bộ trực" in shown[-1]
    rows = database.read(lambda c: list(c.execute(outbox.select().where(outbox.c.channel == "web"))))
    assert [(row.state, row.held_by) for row in rows] == [("waiting", None)]


def test_a_saved_talk_is_a_golden_talk_without_the_code(home, tmp_path):
    settings, database, unit_id = home
    code, file = _code(database, unit_id), tmp_path / "talk.yaml"
    _chat(settings, code, "toi dong y", "khong can nhac", *REPORT, save=file)
    text = file.read_text(encoding="utf-8")
    talk = yaml.safe_load(text)
    assert code not in text
    assert talk["start"] == "stranger"
    assert talk["steps"][2]["result"] == "Join"
    assert talk["steps"][-1] == {
        "say": "3 gửi",
        "expect": talk["steps"][-1]["expect"],
        "result": "FileReport",
    }
