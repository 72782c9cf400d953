"""The duty rota as a table: looked at first, taken over as a whole or not at all, and written again."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from storage import people
from storage.tables import audit, shift, unit

NOW = datetime(2026, 11, 19, 2, tzinfo=UTC)
HEADER = ["Từ", "Đến", "Người trực"]
ROWS = [
    ["23/11/2026 07:30", "23/11/2026 17:00", "Bà Lan"],
    ["23/11/2026 17:00", "24/11/2026 07:30", "ông minh"],
]


@pytest.fixture
def officers(look):
    def work(connection):
        unit_id = connection.scalar(select(unit.c.id).where(unit.c.code == "PM"))
        ids = []
        for label in ("Bà Lan", "Ông Minh", "Cô Hoa", "Cô Hoa"):
            id = people.add_person(
                connection, unit_id=unit_id, label=label, lang="vi", reminders=False, now=NOW
            )
            people.add_membership(connection, person_id=id, unit_id=unit_id, role="duty", label=label)
            ids.append(id)
        return ids

    return look(work)


def write(rows, name="rota.csv"):
    with Path(name).open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])
    return name


def shifts(look):
    rows = look(lambda c: c.execute(select(shift).order_by(shift.c.from_at)).all())
    return [(row.person_id, row.from_at, row.to_at) for row in rows]


def test_a_table_is_looked_at_then_taken_over(at_home, look, officers):
    done = at_home("rota", "import", write(ROWS), "--unit", "PM", clock=lambda: NOW)
    assert done.code == 0, done.err
    assert done.out[0] == "07:30–17:00 Mon 23/11 · Bà Lan"
    assert shifts(look) == []
    done = at_home("rota", "import", "rota.csv", "--unit", "PM", "--apply", clock=lambda: NOW)
    assert done.code == 0, done.err
    assert shifts(look) == [
        (officers[0], datetime(2026, 11, 23, 0, 30, tzinfo=UTC), datetime(2026, 11, 23, 10, tzinfo=UTC)),
        (officers[1], datetime(2026, 11, 23, 10, tzinfo=UTC), datetime(2026, 11, 24, 0, 30, tzinfo=UTC)),
    ]
    assert "rota-imported" in look(lambda c: c.execute(select(audit.c.act)).scalars().all())


def test_every_fault_is_told_with_its_line_and_nothing_is_taken(at_home, look, officers):
    faulty = [
        *ROWS,
        ["24/11/2026 17:00", "24/11/2026 07:30", "Bà Lan"],
        ["hôm nào đó", "25/11/2026 07:30", "Ông Ba"],
        ["25/11/2026 07:30", "26/11/2026 07:30", "Cô Hoa"],
        ["26/11/2026 07:30", "", "Bà Lan"],
    ]
    done = at_home("rota", "import", write(faulty), "--unit", "PM", "--apply", clock=lambda: NOW)
    assert done.code == 2
    told = "\n".join(done.err)
    for line in (
        "line 4: the end 24/11/2026 07:30 is not after the start",
        "line 5: “hôm nào đó” is no day and hour",
        "line 5: no duty officer is called “Ông Ba”",
        "line 6: several duty officers are called “Cô Hoa”",
        "line 7: to is missing",
    ):
        assert line in told, told
    assert shifts(look) == []


def test_what_is_written_can_be_read_again(at_home, look, officers):
    rows = [*ROWS, ["24/11/2026 07:30", "25/11/2026 07:30", f"CTV-{officers[3]}"]]
    at_home("rota", "import", write(rows), "--unit", "PM", "--apply", clock=lambda: NOW)
    before = shifts(look)
    done = at_home("rota", "export", "out.csv", "--unit", "PM", clock=lambda: NOW)
    assert done.code == 0, done.err
    assert f"CTV-{officers[3]}" in Path("out.csv").read_text("utf-8-sig")
    done = at_home("rota", "import", "out.csv", "--unit", "PM", "--apply", clock=lambda: NOW)
    assert done.code == 0, done.err
    assert shifts(look) == before
    assert len(before) == 3


def test_an_unknown_unit_is_said_so(at_home):
    done = at_home("rota", "export", "out.csv", "--unit", "PX")
    assert done.code == 2
    assert not Path("out.csv").exists()
