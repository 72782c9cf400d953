"""Who reads what the units below seal: shown, named, taken back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from storage import people
from storage.tables import audit, unit

NOW = datetime(2026, 11, 19, 2, tzinfo=UTC)


@pytest.fixture
def staff(look):
    def work(connection):
        unit_id = connection.scalar(select(unit.c.id).where(unit.c.code == "PM"))
        for label, role in (("Chị Hạnh", "coordinator"), ("Anh Tú", "coordinator"), ("Bà Lan", "duty")):
            id = people.add_person(
                connection, unit_id=unit_id, label=label, lang="vi", reminders=False, now=NOW
            )
            people.add_membership(connection, person_id=id, unit_id=unit_id, role=role, label=label)

    return look(work)


def test_all_coordinators_read_until_some_are_named(at_home, look, staff):
    done = at_home("sealed", "readers", "--unit", "PM")
    assert (done.code, done.out) == (0, ["Chị Hạnh", "Anh Tú"])
    assert done.err == ["Nobody is named: all 2 coordinators read sealed reports."]
    done = at_home("sealed", "readers", "--unit", "PM", "--person", "Anh Tú")
    assert (done.out, done.err) == (["Anh Tú"], ["1 person is named to read sealed reports."])
    done = at_home("sealed", "readers", "--unit", "PM", "--everybody")
    assert done.out == ["Chị Hạnh", "Anh Tú"]
    acts = look(lambda c: c.execute(select(audit.c.act)).scalars().all())
    assert acts.count("sealed-readers-named") == 2


def test_only_a_coordinator_can_be_named(at_home, staff):
    done = at_home("sealed", "readers", "--unit", "PM", "--person", "Bà Lan")
    assert (done.code, done.err) == (2, ["“Bà Lan” is no coordinator of this unit."])
    assert at_home("sealed", "readers", "--unit", "PM").out == ["Chị Hạnh", "Anh Tú"]
