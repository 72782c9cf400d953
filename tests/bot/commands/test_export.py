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
from storage.tables import audit, obligation, period, report, unit

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
    assert "No such file or directory" in done.err[-1]

    def broken(*_):
        raise OSError(28, "No space left on device", "r2.jsonl")

    monkeypatch.setitem(__import__("office.exporting").exporting.WRITERS, "jsonl", broken)
    assert filed("export", "reports", "--out", "r2.jsonl").code == 2
    assert {file.name for file in Path().glob("*r*.jsonl*")} == {"r.jsonl"}


def test_an_export_leaves_a_trail(filed, look):
    filed("export", "reports", "--format", "csv")
    row = look(lambda c: c.execute(select(audit).where(audit.c.act == "reports-exported")).one())
    assert (row.actor, row.detail) == ("terminal", {"format": "csv", "rows": 4, "reason": "không nêu"})


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


# -- who exports -----------------------------------------------------------------------------------------


@pytest.fixture
def two_wards(filed, look):
    """A second unit with a report, and people of every role there and here: {role and unit: id}."""

    def work(connection):
        here = connection.scalar(select(unit.c.id).where(unit.c.code == "PM"))
        there = connection.execute(
            insert(unit).values(code="PX", name="Phường Xa", type="xa", territorial=True).returning(unit.c.id)
        ).scalar_one()
        add(connection, there, "Cống ở Phường Xa tắc")
        for place, id in (("PM", here), ("PX", there)):
            until = datetime(2100, 1, 1, tzinfo=UTC)
            period_id = connection.execute(
                insert(period)
                .values(unit_id=id, code="thử", name="thử", start_at=AT, end_at=until, due_at=until,
                        cutoff_at=until)
                .returning(period.c.id)
            ).scalar_one()  # fmt: skip
            for role in ("coordinator", "administrator", "duty", "leader", "collaborator", "observer"):
                person = people.add_person(
                    connection, unit_id=id, label=f"{role} {place}", lang="vi", reminders=False, now=AT
                )
                people.add_membership(connection, person_id=person, unit_id=id, role=role, label=None)
            connection.execute(
                insert(obligation).values(period_id=period_id, person_id=person, state="owes", created_at=AT)
            )

    look(work)
    return filed


def last_export(look):
    return look(lambda c: c.execute(select(audit).order_by(audit.c.id.desc()).limit(1)).one())


def test_a_coordinator_has_the_reports_of_the_own_unit_and_no_others(two_wards, look):
    here = two_wards("export", "reports", "--as", "coordinator PM")
    assert (here.code, [one["said"] for one in here.objects], here.err) == (0, SAID, [])
    there = two_wards("export", "reports", "--as", "coordinator PX", "--reason", "Chuẩn bị giao ban")
    assert [one["unit"] for one in there.objects] == ["PX"]
    row = last_export(look)
    assert row.detail == {"format": "jsonl", "rows": 1, "reason": "Chuẩn bị giao ban", "units": ["PX"]}
    person = look(lambda c: people.people_called(c, "coordinator PX"))[0]
    assert (row.act, row.actor) == ("reports-exported", f"CTV-{person}")
    assert two_wards("export", "reports", "--as", f"ctv-{person}").out == there.out
    assert two_wards("export", "obligations", "--as", "coordinator PX").objects[0]["unit"] == "PX"


@pytest.mark.parametrize("role", ["administrator", "duty", "leader", "collaborator", "observer"])
def test_nobody_else_has_the_text_of_reports(two_wards, look, role):
    before = last_export(look).id
    done = two_wards("export", "reports", "--as", f"{role} PM", "--out", "r.jsonl")
    assert (done.code, done.out, len(done.err)) == (2, [], 1)
    assert "is no coordinator" in done.err[0]
    assert last_export(look).id == before and not Path("r.jsonl").exists()
    owed = two_wards("export", "obligations", "--as", f"{role} PM")
    assert owed.code == (0 if role == "administrator" else 2)
    assert {one["unit"] for one in owed.objects} == ({"PM"} if role == "administrator" else set())


def test_a_role_that_ended_opens_nothing(two_wards, look):
    person = look(lambda c: people.people_called(c, "coordinator PM"))[0]
    look(lambda c: people.end_memberships(c, person, AT))
    assert two_wards("export", "reports", "--as", "coordinator PM").code == 2


def test_the_operator_has_everything_for_a_reason(two_wards, look):
    done = two_wards("export", "reports", "--operator", "--reason", "Lưu trữ cuối năm")
    assert (len(done.out), done.err) == (5, [])
    row = last_export(look)
    assert (row.actor, row.detail) == (
        "terminal",
        {"format": "jsonl", "rows": 5, "reason": "Lưu trữ cuối năm"},
    )


def test_who_names_nobody_is_told_so_and_the_trail_says_it(two_wards, look):
    done = two_wards("export", "reports", "--format", "jsonl", "--out", "r.jsonl")
    assert done.code == 0
    assert "name who exports" in done.err[0]
    assert last_export(look).detail["reason"] == "không nêu"


def test_a_variable_may_name_the_person(two_wards, look):
    done = two_wards("export", "reports", AS="coordinator PX")
    assert ([one["unit"] for one in done.objects], done.err) == (["PX"], [])
    everything = two_wards("export", "reports", "--operator", "--reason", "Lưu trữ cuối năm")
    assert len(everything.out) == 5
    assert len(two_wards("export", "reports", "--as", "coordinator PM").out) == 4


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--operator"], "--reason"),
        (["--operator", "--reason", "ok"], "5 letters"),
        (["--operator", "--as", "coordinator PM", "--reason", "lưu trữ"], "--operator"),
        (["--as", "ai đó"], "ai đó"),
        (["--as", "CTV-9999"], "CTV-9999"),
        (["--as", "²"], "²"),
    ],
)
def test_an_export_nobody_answers_for_is_refused_in_one_line(two_wards, look, words, told):
    before = last_export(look).id
    done = two_wards("export", "reports", *words)
    assert (done.code, done.out, len(done.err)) == (2, [], 1)
    assert told in done.err[0]
    assert last_export(look).id == before


def test_an_export_that_is_cut_off_is_in_the_trail_all_the_same(two_wards, look, monkeypatch):
    def cut(*_):
        raise KeyboardInterrupt

    monkeypatch.setitem(__import__("office.exporting").exporting.WRITERS, "jsonl", cut)
    before = last_export(look).id
    two_wards("export", "reports", "--as", "coordinator PM", "--out", "r.jsonl")
    row = last_export(look)
    assert row.id > before and row.detail["rows"] == 4
