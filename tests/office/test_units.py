"""The first unit, and lists of units taken over as a whole."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.config import load
from bot.plans import plan_of
from domain.sheet import Line
from domain.unit_list import read_units
from office.units import UnitExistsError, apply_units, found_unit, type_of
from storage import periods, units
from storage.database import make_engine
from storage.tables import audit, unit, unit_alias

NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)
HEADER = ("code", "name", "type", "parent", "valid_from", "successor", "aliases")


@pytest.fixture
def connection(database_url):
    engine = make_engine(database_url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def take(connection, *rows):
    lines = [Line(number, cells) for number, cells in enumerate((HEADER, *rows), 1)]
    plan = read_units(lines, units.listed(connection))
    apply_units(connection, plan, NOW)
    return plan


def found(connection, **changed):
    values = {"code": "PM", "name": "Phường Mẫu", "duty_phone": "0203 111"} | changed
    return found_unit(connection, **values, plan=plan_of(load(None, {}), NOW), now=NOW)


def test_the_first_unit_has_its_phone_its_type_and_its_period(connection):
    id = found(connection)
    row = connection.execute(select(unit).where(unit.c.id == id)).one()
    assert (row.code, row.type, row.duty_phone, row.territorial) == ("PM", "commune", "0203 111", True)
    assert periods.running(connection, id, NOW).code == "2026-12"


def test_a_code_is_given_once_in_capitals_or_not(connection):
    found(connection)
    with pytest.raises(UnitExistsError):
        found(connection, code="pm")


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("Phường Mẫu", "commune"),
        ("xã Tân Lập", "commune"),
        ("Tỉnh Mẫu", "province"),
        ("Tổ dân phố 4", "village"),
        ("Bản Mường", "village"),
        ("Ban Chỉ huy Quân sự", "body"),
        ("Ban Xây dựng Đảng", "committee"),
        ("Tỉnh đoàn Mẫu", "youth"),
        ("Trung tâm Chính trị Quận", "training"),
        ("Trạm Y tế", "body"),
        ("Xamaco", "body"),
    ],
)
def test_the_type_is_read_from_the_name(name, type):
    assert type_of(name) == type


def test_a_list_is_taken_over_with_parents_successors_and_former_names(connection):
    take(
        connection,
        ("T", "Tỉnh Mẫu", "tỉnh", "", "", "", ""),
        ("P10", "Phường 10", "phường", "T", "", "PM", ""),
        ("PM", "Phường Mẫu", "phường", "T", "01/07/2025", "", "Phường 11; Phường 12"),
    )
    listed = {one.code: one for one in units.listed(connection)}
    assert listed["PM"].parent == "T"
    assert listed["P10"].successor == "PM"
    assert listed["PM"].aliases == ("Phường 11", "Phường 12")
    assert connection.scalars(select(unit_alias.c.folded).order_by(unit_alias.c.id)).first() == "phuong 11"


def test_the_same_list_again_changes_nothing(connection):
    rows = (("T", "Tỉnh Mẫu", "tỉnh", "", "", "", "Tỉnh Cũ"), ("P", "Phường Mẫu", "phường", "T", "", "", ""))
    assert len(take(connection, *rows).added) == 2
    plan = take(connection, *rows)
    assert (plan.added, plan.changed, len(plan.same)) == ((), (), 2)


def test_a_new_name_keeps_the_old_one_findable_and_the_duty_phone(connection):
    found(connection, code="P")
    take(connection, ("P", "Phường Mới", "phường", "", "", "", ""))
    (one,) = units.listed(connection)
    assert (one.name, one.aliases) == ("Phường Mới", ("Phường Mẫu",))
    assert connection.scalar(select(unit.c.duty_phone)) == "0203 111"


def test_a_list_leaves_a_trail(connection):
    take(connection, ("T", "Tỉnh Mẫu", "tỉnh", "", "", "", ""))
    row = connection.execute(select(audit)).one()
    assert (row.act, row.actor, row.detail) == ("units-imported", "terminal", {"added": 1, "changed": 0})
