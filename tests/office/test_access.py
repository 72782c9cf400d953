"""Whatever the tree of units: nobody reads outside the own scope."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from domain.access import ACTS, ROLES, THINGS, allows
from office.access import may, units_for, viewer
from storage.database import Database
from storage.tables import membership, person, unit

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@st.composite
def trees(draw):
    """(parent of each unit by place or None, [(unit, role)] of one person)."""
    size = draw(st.integers(1, 7))
    parents = [draw(st.none() | st.integers(0, place - 1)) if place else None for place in range(size)]
    seats = draw(st.lists(st.tuples(st.integers(0, size - 1), st.sampled_from(ROLES)), max_size=3))
    return parents, seats


def side(parents, own, other):
    """Where `other` stands seen from `own`."""
    if own == other:
        return "own"

    def above(one):
        return [] if parents[one] is None else [parents[one], *above(parents[one])]

    return "lower" if own in above(other) else "upper" if other in above(own) else "foreign"


def settle(connection, parents, seats):
    ids = []
    for place, parent in enumerate(parents):
        values = {"code": f"U{place}", "name": f"Đơn vị {place}", "type": "xa", "territorial": True}
        values["parent_id"] = None if parent is None else ids[parent]
        ids.append(connection.execute(insert(unit).values(values).returning(unit.c.id)).scalar_one())
    who = connection.execute(
        insert(person)
        .values(unit_id=ids[0], lang="vi", reminders=False, joined_at=NOW)
        .returning(person.c.id)
    ).scalar_one()
    for place, role in seats:
        connection.execute(insert(membership).values(person_id=who, unit_id=ids[place], role=role))
    return ids, who


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(tree=trees())
def test_a_person_may_do_what_the_table_says_of_one_of_their_places_and_nothing_else(sqlite_url, tree):
    parents, seats = tree
    database = Database(sqlite_url)

    class DropItError(Exception):
        """Leaves the database as it was."""

    def look(connection):
        ids, who = settle(connection, parents, seats)
        me = viewer(connection, who)
        for thing in THINGS:
            for act in ACTS:
                allowed = {
                    ids[place]
                    for place in range(len(parents))
                    if any(allows(role, thing, act, side(parents, own, place)) for own, role in seats)
                }
                assert units_for(connection, me, thing, act) == allowed
                assert all(may(connection, me, thing, act, id) == (id in allowed) for id in ids)
        raise DropItError

    try:
        database.write_now(look)
    except DropItError:
        pass
    finally:
        database.close()


def test_somebody_who_has_left_holds_nothing(database_url):
    database = Database(database_url)

    def leave(connection):
        ids, who = settle(connection, [None], [(0, "coordinator")])
        assert units_for(connection, viewer(connection, who), "report", "read") == {ids[0]}
        connection.execute(person.update().values(left_at=NOW))
        assert not viewer(connection, who).seats

    database.write_now(leave)
    database.close()
