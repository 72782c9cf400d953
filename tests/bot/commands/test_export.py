"""Reports as a file: every field promised, never the reporter, nothing a spreadsheet would run."""

import csv
import json
import tracemalloc
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import insert, select

from domain.text import fold
from office.exporting import FIELDS, export
from storage import people
from storage.tables import audit, period, report, unit

AT = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
SAID = [
    "Rác ở chợ ba ngày chưa thu",
    '=HYPERLINK("http://x","y")',
    "-1+2\ncmd|' /C calc'!A0",
    "Bà con nói “được”, cảm ơn\x07",
]


@pytest.fixture
def filed(at_home, look):
    """Four reports by one collaborator."""

    def work(connection):
        unit_id = connection.scalar(select(unit.c.id))
        period_id = connection.scalar(select(period.c.id).order_by(period.c.id))
        lan = people.add_person(
            connection, unit_id=unit_id, label="Nguyễn Thị Lan", lang="vi", reminders=False, now=AT
        )
        for number, said in enumerate(SAID):
            add(connection, unit_id, said, person_id=lan, period_id=period_id if number else None)

    look(work)
    return at_home


def add(connection, unit_id, said, **more):
    connection.execute(
        insert(report).values(
            unit_id=unit_id,
            area_id=unit_id,
            nil=False,
            topic="MT",
            tone="aggrieved",
            level="normal",
            said=said,
            folded=fold(said),
            channel="web",
            status="sent",
            filed_at=AT,
            editable_until_at=AT,
            revision=1,
            **more,
        )
    )


def test_json_lines_carry_every_promised_field_and_never_the_reporter(filed):
    done = filed("export", "reports", "--format", "jsonl")
    assert done.code == 0
    assert [one["said"] for one in done.objects] == SAID
    first = done.objects[0]
    assert tuple(first) == FIELDS
    assert first["at"] == "2026-11-24T01:30:00Z"
    assert (first["unit"], first["area"], first["topic"], first["tone"]) == ("PM", "PM", "MT", "aggrieved")
    assert (first["period"], first["nil"], first["attachments"]) == (None, False, 0)
    assert "Lan" not in "".join(done.out)


def test_a_spreadsheet_runs_nothing_of_a_csv(filed):
    assert filed("export", "reports", "--format", "csv", "--out", "r.csv").code == 0
    with Path("r.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == FIELDS
    assert rows[1]["said"] == f"'{SAID[1]}"
    assert rows[2]["said"] == f"'{SAID[2]}"
    assert rows[0]["said"] == SAID[0]


def test_a_spreadsheet_runs_nothing_of_an_xlsx(filed):
    assert filed("export", "reports", "--format", "xlsx", "--out", "r.xlsx").code == 0
    rows = list(openpyxl.load_workbook("r.xlsx").active.iter_rows())
    said = FIELDS.index("said")
    assert [cell.value for cell in rows[0]] == list(FIELDS)
    assert [row[said].data_type for row in rows[1:]] == ["s"] * 4
    assert [row[said].value for row in rows[1:4]] == SAID[:3]
    assert rows[4][said].value == "Bà con nói “được”, cảm ơn "


def test_one_period_alone_can_be_had(filed, look):
    code = look(lambda c: c.scalar(select(period.c.code).order_by(period.c.id)))
    assert len(filed("export", "reports", "--period", code).out) == 3
    done = filed("export", "reports", "--period", "1999-01")
    assert (done.code, done.out) == (2, [])
    assert "There is no period 1999-01" in done.err[0]


def test_the_file_is_private_and_there_only_when_whole(filed, monkeypatch):
    filed("export", "reports", "--out", "r.jsonl")
    assert Path("r.jsonl").stat().st_mode & 0o777 == 0o600
    done = filed("export", "reports", "--out", "nowhere/r.jsonl")
    assert done.code == 2
    assert "No such file or directory" in done.err[0]

    def broken(*_):
        raise OSError(28, "No space left on device", "r2.jsonl")

    monkeypatch.setitem(__import__("office.exporting").exporting.WRITERS, "jsonl", broken)
    assert filed("export", "reports", "--out", "r2.jsonl").code == 2
    assert {file.name for file in Path().glob("*r*.jsonl*")} == {"r.jsonl"}


def test_an_export_leaves_a_trail(filed, look):
    filed("export", "reports", "--format", "csv")
    row = look(lambda c: c.execute(select(audit).where(audit.c.act == "reports-exported")).one())
    assert (row.actor, row.detail) == ("terminal", {"format": "csv", "sealed": False, "rows": 4})


@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_memory_stays_flat_however_many_reports_there_are(at_home, look, format, tmp_path):
    def fill(connection):
        unit_id = connection.scalar(select(unit.c.id))
        add(connection, unit_id, "x" * 2000)
        columns = [column for column in report.c if column.name != "id"]
        for _ in range(11):
            names = [column.name for column in columns]
            connection.execute(insert(report).from_select(names, select(*columns)))

    look(fill)

    def write(connection):
        with (tmp_path / "out").open("wb") as out:
            assert export(connection, "reports", format, out) == 2048

    def peak(connection):
        tracemalloc.start()
        write(connection)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    look(write)  # imports and caches
    assert look(peak) < 3_500_000


def test_millions_of_instants_keep_their_zone(filed):
    assert all(json.loads(line)["at"].endswith("Z") for line in filed("export", "reports").out)
    assert datetime.fromisoformat(filed("export", "reports").objects[0]["at"]) - AT == timedelta(0)


def test_what_is_sealed_is_written_out_only_where_it_is_asked_for(filed, look):
    def seal(connection):
        add(connection, connection.scalar(select(unit.c.id)), "cán bộ đòi tiền", sealed=True)

    look(seal)
    assert [one["said"] for one in filed("export", "reports").objects] == SAID
    done = filed("export", "reports", "--sealed")
    assert [one["said"] for one in done.objects] == [*SAID, "cán bộ đòi tiền"]
    rows = look(lambda c: c.execute(select(audit).where(audit.c.act == "reports-exported")).all())
    assert [row.detail["sealed"] for row in rows] == [False, True]
