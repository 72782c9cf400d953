"""Whatever the tree of units and whoever followed whom: nobody reads outside the own scope."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from domain.access import ACTS, ROLES, THINGS, allows
from office.access import may, units_for, viewer
from storage.database import Database
from storage.tables import membership, person, unit

NOW = datetime(2026, 11, 23, tzinfo=UTC)
TODAY = NOW.date()


@st.composite
def trees(draw):
    """(parent of each unit by place or None, (successor, last day) of each or None, [(unit, role)] of one
    person)."""
    size = draw(st.integers(1, 7))
    parents = [draw(st.none() | st.integers(0, place - 1)) if place else None for place in range(size)]
    ends = st.sampled_from([None, TODAY - timedelta(days=1), TODAY])
    followed = [
        draw(st.none() | st.tuples(st.integers(place + 1, size - 1), ends)) if place < size - 1 else None
        for place in range(size)
    ]
    seats = draw(st.lists(st.tuples(st.integers(0, size - 1), st.sampled_from(ROLES)), max_size=3))
    return parents, followed, seats


def side(parents, followed, own, other):
    """Where `other` stands seen from `own`: what has taken its place by today holds what it held."""

    def follower(one):
        after = followed[one]
        return [after[0]] if after and (after[1] is None or after[1] < TODAY) else []

    def reached(one, steps):
        found, ahead = set(), [one]
        while ahead:
            at = ahead.pop()
            if at not in found:
                found.add(at)
                ahead += steps(at)
        return found

    def upwards(one):
        return [*follower(one), *([] if parents[one] is None else [parents[one]])]

    if own in reached(other, follower):
        return "own"
    return "lower" if own in reached(other, upwards) else "foreign"


def settle(connection, parents, followed, seats):
    ids = []
    for place, parent in enumerate(parents):
        values = {"code": f"U{place}", "name": f"Đơn vị {place}", "type": "xa", "territorial": True}
        values["parent_id"] = None if parent is None else ids[parent]
        ids.append(connection.execute(insert(unit).values(values).returning(unit.c.id)).scalar_one())
    for place, after in enumerate(followed):
        if after is not None:
            values = {"successor_id": ids[after[0]], "valid_to_on": after[1]}
            connection.execute(unit.update().where(unit.c.id == ids[place]).values(values))
    who = connection.execute(
        insert(person)
        .values(unit_id=ids[0], lang="vi", reminders=False, joined_at=NOW)
        .returning(person.c.id)
    ).scalar_one()
    for place, role in seats:
        connection.execute(insert(membership).values(person_id=who, unit_id=ids[place], role=role))
    return ids, who


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(tree=trees())
def test_a_person_may_do_what_the_table_says_of_one_of_their_places_and_nothing_else(sqlite_url, tree):
    parents, followed, seats = tree
    database = Database(sqlite_url)

    class DropItError(Exception):
        """Leaves the database as it was."""

    def look(connection):
        ids, who = settle(connection, parents, followed, seats)
        me = viewer(connection, who, TODAY)
        for thing in set(THINGS) - {"sealed"}:  # for those named alone: tests/web/console/test_sealed.py
            for act in ACTS:
                allowed = {
                    ids[place]
                    for place in range(len(parents))
                    if any(
                        allows(role, thing, act, side(parents, followed, own, place)) for own, role in seats
                    )
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
        ids, who = settle(connection, [None], [None], [(0, "coordinator")])
        assert units_for(connection, viewer(connection, who, TODAY), "report", "read") == {ids[0]}
        connection.execute(person.update().values(left_at=NOW))
        assert not viewer(connection, who, TODAY).seats

    database.write_now(leave)
    database.close()


def test_whoever_coordinates_what_followed_reads_what_was_there_from_the_first_day_on(database_url):
    database = Database(database_url)
    last_day = TODAY

    def merge(connection):
        (ward, district), who = settle(connection, [None, None], [None, None], [(0, "coordinator")])
        connection.execute(
            unit.update().where(unit.c.id == district).values(successor_id=ward, valid_to_on=last_day)
        )
        before = viewer(connection, who, last_day)
        after = viewer(connection, who, last_day + timedelta(days=1))
        assert not may(connection, before, "report", "read", district)
        assert may(connection, after, "report", "read", district)
        assert may(connection, after, "report", "handle", district)

    database.write_now(merge)
    database.close()
