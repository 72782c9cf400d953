"""Whatever the tree and the programme: a party sees what the others share, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from office.access import viewer
from office.post import Post
from office.sharing import shared_figures, shared_matters
from storage import matters, programmes, reports
from storage.database import Database
from storage.tables import membership, person, unit

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
TODAY = date(2026, 11, 23)
DAYS = (TODAY - timedelta(days=30), TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1))


class DropItError(Exception):
    """Leaves the database as it was."""


@st.composite
def worlds(draw):
    """(parents, what each unit shares or None, first day, last day, the viewer's unit and role)."""
    size = draw(st.integers(2, 6))
    parents = [draw(st.none() | st.integers(0, place - 1)) if place else None for place in range(size)]
    shares = [draw(st.sampled_from([None, "own", "counts", "matters"])) for _ in range(size)]
    role = draw(st.sampled_from(["coordinator", "coordinator", "coordinator", "leader", "observer", "duty"]))
    return (
        parents,
        shares,
        draw(st.sampled_from(DAYS)),
        draw(st.sampled_from(DAYS)),
        draw(st.integers(0, size - 1)),
        role,
    )


def settle(connection, parents, shares, begins, ends, seat, role):
    """A unit each, five reports and two matters in each, one of them sensitive; a programme; the viewer."""
    ids = []
    for place, parent in enumerate(parents):
        values = {"code": f"U{place}", "name": f"U{place}", "type": "body", "territorial": False}
        values["parent_id"] = None if parent is None else ids[parent]
        ids.append(connection.execute(insert(unit).values(values).returning(unit.c.id)).scalar_one())
        topic = f"{place}"
        for n in range(5):
            said_of = topic if n else f"{topic} today"
            reports.add_report(
                connection, unit_id=ids[place], area_id=ids[place], person_id=None, channel="web",
                level="normal", said="Rác ở chợ", folded="x", topic=said_of, tone="uneasy", status="sent",
                filed_at=NOW - timedelta(days=n, hours=1), editable_until_at=NOW,
            )  # fmt: skip
        for sensitive in (False, True):
            matters.add(
                connection, unit_id=ids[place], origin_id=ids[place], area_id=ids[place], topic=topic,
                level="normal", said=f"lời {place} {sensitive}", folded="", sensitive=sensitive, status="new",
                opened_at=NOW, changed_at=NOW,
            )  # fmt: skip
    who = connection.execute(
        insert(person)
        .values(unit_id=ids[0], lang="vi", reminders=False, joined_at=NOW)
        .returning(person.c.id)
    ).scalar_one()
    connection.execute(insert(membership).values(person_id=who, unit_id=ids[seat], role=role))
    owner = next((place for place, what in enumerate(shares) if what), 0)
    one = programmes.add(
        connection, code="CT", name="CT", content="", from_on=begins, to_on=ends, unit_id=ids[owner]
    )
    programmes.set_parties(connection, one, {ids[p]: what for p, what in enumerate(shares) if what})
    return ids, who, one, owner


def nearest(parents, shares, place):
    """The party a unit belongs to: itself, else the first above it that is one."""
    while place is not None and not shares[place]:
        place = parents[place]
    return place


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(world=worlds())
@example(world=([None, 0, 1, None], ["counts", None, "own", "own"], DAYS[0], DAYS[3], 3, "coordinator"))
@example(world=([None, 0], ["matters", "own"], DAYS[0], DAYS[3], 1, "coordinator"))
def test_a_party_sees_what_the_others_share_and_nothing_else(sqlite_url, world):
    parents, shares, begins, ends, seat, role = world
    database = Database(sqlite_url)

    def look(connection):
        _, who, one, owner = settle(connection, *world)
        me = viewer(connection, who, TODAY)
        post = Post(connection, NOW)
        tables = shared_figures(post, me, one, 0)
        seen = {topic for table in tables.values() for topic, _ in table}
        runs = begins <= TODAY <= ends
        belongs = role == "coordinator" and (shares[seat] or seat == owner)
        expected, told = set(), set()
        for place in range(len(parents)):
            party = nearest(parents, shares, place)
            shows = party is not None and party != seat and shares[party] != "own"
            if runs and belongs and shows and begins < TODAY:
                expected.add(f"{place}")  # what came today is told tomorrow
            if runs and belongs and shares[place] == "matters" and place != seat:
                told.add(f"lời {place} False")
        assert seen == expected
        assert {one.said for one in shared_matters(post, me, one, 0)} == told
        raise DropItError

    with pytest.raises(DropItError):
        database.write_now(look)
    database.close()
