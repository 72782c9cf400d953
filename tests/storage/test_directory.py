"""Units in time: the database and `domain.unit_names` say the same of every day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

from sqlalchemy import insert, select

from domain.unit_names import KnownUnit, heir_of
from storage.database import Database
from storage.directory import is_valid, names_held, successors_of
from storage.tables import unit, unit_alias

TODAY = date(2026, 11, 19)
DAYS = (None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1))


def test_validity_and_heirs_are_the_same_in_the_database_and_in_lists(database_url):
    database = Database(database_url)
    known = [KnownUnit("LAST", "Cuối")]
    for number, (begins, ends, follower) in enumerate(product(DAYS, DAYS, (False, True))):
        successor = known[-1].code if follower else None
        known.append(KnownUnit(f"U{number}", f"U{number}", (), begins, ends, successor))
    by_code = {one.code: one for one in known}

    def look(connection):
        ids = {}
        for one in known:
            values = {
                "code": one.code, "name": one.name, "type": "body", "territorial": False,
                "valid_from_on": one.valid_from_on, "valid_to_on": one.valid_to_on,
                "successor_id": ids.get(one.successor),
            }  # fmt: skip
            added = insert(unit).values(values).returning(unit.c.id)
            ids[one.code] = connection.execute(added).scalar_one()
        valid = set(connection.execute(select(unit.c.code).where(is_valid(TODAY))).scalars())
        assert valid == {one.code for one in known if one.is_valid(TODAY)}
        standing = successors_of(connection, list(ids.values()), TODAY)
        for one in known:
            heir = heir_of(by_code, one.code, TODAY)
            if heir is not None:
                assert standing[ids[one.code]] == ids[heir.code]

    database.write_now(look)
    database.close()


def test_a_unit_is_called_by_its_code_its_former_names_and_those_of_what_it_has_followed(database_url):
    database = Database(database_url)

    def look(connection):
        def add(code, name, **more):
            values = {"code": code, "name": name, "type": "commune", "territorial": True} | more
            return connection.execute(insert(unit).values(values).returning(unit.c.id)).scalar_one()

        now = add("HH", "Phường Hòa Hưng")
        then = add("P12", "Phường 12", successor_id=now)
        add("Q10", "Quận 10", successor_id=then, valid_to_on=TODAY - timedelta(days=1))
        add("P13", "Phường 13", successor_id=now, valid_to_on=TODAY)
        connection.execute(insert(unit_alias).values(unit_id=then, name="Xóm Cũ", folded="xom cu"))
        assert names_held(connection, [now], TODAY) == {now: ("HH", "Phường 12", "Quận 10", "Xóm Cũ")}

    database.write_now(look)
    database.close()
