"""The trail: whatever is done to its rows is found, whoever writes at once; retention leaves a whole rest."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from domain.chain import GENESIS, Verdict, hash_of
from office import auditing
from office.post import Post
from storage import audit as trail
from storage import migrate
from storage.database import Database
from storage.tables import audit, audit_head

NOW = datetime(2026, 11, 26, 3, 4, 5, 678, tzinfo=UTC)
ROWS = 7


@pytest.fixture
def database(database_url):
    with closing(Database(database_url)) as opened:
        yield opened


def write(connection, n: int, at: datetime = NOW, step: timedelta = timedelta(hours=9)) -> None:
    """`n` rows over some days."""
    for number in range(n):
        trail.note(
            connection,
            "thử-sổ",
            f"PA-{number}",
            now=at + number * step,
            actor="CTV-3",
            reason="Cần gọi lại “ngay”",
            rows=number,
            of={"b": [1, None], "a": True},
        )


def without_triggers(connection) -> None:
    """As somebody who owns the database would."""
    on = " ON audit" if connection.dialect.name == "postgresql" else ""
    names = ["audit_is_not_changed"] + ([] if on else ["audit_is_not_deleted"])
    for name in names:
        connection.execute(text(f"DROP TRIGGER {name}{on}"))


def laid_bare(connection) -> None:
    """A trail that nothing protects."""
    write(connection, ROWS)
    without_triggers(connection)


def ids(connection) -> list[int]:
    return list(connection.execute(select(audit.c.id).order_by(audit.c.id)).scalars())


def swap(connection, one: int, other: int) -> None:
    """Let two rows change places."""
    connection.execute(update(audit).where(audit.c.id == one).values(id=-1))
    connection.execute(update(audit).where(audit.c.id == other).values(id=one))
    connection.execute(update(audit).where(audit.c.id == -1).values(id=other))


# -- the chain -------------------------------------------------------------------------------------------


def test_what_was_written_is_whole_and_each_day_has_its_head(database):
    database.write_now(lambda c: write(c, ROWS))
    found = database.read(auditing.verify)
    assert (found.whole, found.rows) == (True, ROWS)
    heads = database.read(trail.heads)
    assert [(head.day, head.count) for head in heads] == [
        (date(2026, 11, 26), 3),
        (date(2026, 11, 27), 5),
        (date(2026, 11, 28), 7),
    ]
    assert heads[-1].hash == found.head
    assert database.read(lambda c: trail.head_on(c, date(2026, 12, 24))) == heads[-1]
    assert database.read(lambda c: trail.head_on(c, date(2026, 11, 1))) is None


def test_an_empty_trail_is_whole(database):
    assert database.read(auditing.verify) == Verdict(0, GENESIS)


def test_the_documented_bytes_are_what_is_hashed(database):
    database.write_now(lambda c: write(c, 2))
    first, second = database.read(lambda c: list(trail.entries(c)))
    written = (
        '{"act":"thử-sổ","actor":"CTV-3","at":"2026-11-26T12:04:05.000678Z",'
        '"detail":{"of":{"a":true,"b":[1,null]},"reason":"Cần gọi lại “ngay”","rows":1},'
        f'"object":"PA-1","previous":"{first.hash}"}}'
    )
    assert second.hash == hashlib.sha256(written.encode()).hexdigest()
    assert first.previous == GENESIS
    assert list(json.loads(written)) == ["act", "actor", "at", "detail", "object", "previous"]


def test_a_clock_that_goes_back_adds_to_the_day_that_has_begun(database):
    database.write_now(lambda c: write(c, 2, step=-timedelta(days=1)))
    [head] = database.read(trail.heads)
    assert (head.day, head.count) == (NOW.date(), 2)
    assert database.read(auditing.verify).whole


_FIELDS = {
    "at": NOW + timedelta(days=99),
    "actor": "CTV-4",
    "act": "khác",
    "object": None,
    "detail": {"rows": 99},
    "previous": "f" * 64,
    "hash": "e" * 64,
}
_place = st.integers(0, ROWS - 1)
_harm = st.one_of(
    st.tuples(st.just("edit"), _place, st.sampled_from(sorted(_FIELDS))),
    st.tuples(st.just("delete"), _place, st.integers(1, ROWS)),
    st.tuples(st.sampled_from(["swap", "swap and link"]), _place, _place).filter(
        lambda one: one[1] != one[2]
    ),
    st.tuples(st.just("insert"), st.integers(0, ROWS), st.booleans()),
    st.tuples(st.just("rehash"), _place, st.sampled_from(["actor", "act", "object", "detail"])),
)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A trail of ROWS rows that nothing protects."""
    url = f"sqlite:///{tmp_path_factory.mktemp('audit') / 'a.db'}"
    migrate.upgrade(url)
    with closing(Database(url)) as database:
        database.write_now(laid_bare)
        # Room between the rows, to put others in.
        for id in reversed(database.read(ids)):
            database.write_now(
                lambda c, id=id: c.execute(update(audit).where(audit.c.id == id).values(id=id * 10)) and None
            )
        yield database


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(harm=_harm)
def test_any_edit_deletion_insertion_or_reordering_is_found(written, harm):
    what, place, how = harm

    def harmed(connection) -> Verdict:
        rows = ids(connection)
        match what:
            case "edit":
                one = update(audit).where(audit.c.id == rows[place])
                connection.execute(one.values({how: _FIELDS[how]}))
            case "delete":
                connection.execute(delete(audit).where(audit.c.id.in_(rows[place : place + how])))
            case "swap" | "swap and link":
                swap(connection, rows[place], rows[how])
                if what == "swap and link":
                    link(connection)
            case "insert":
                put_in(connection, [0, *rows][place] + 5, chained=how)
            case "rehash":
                rehash(connection, rows[place], how)
        return auditing.verify(connection)

    assert not written.rehearse(harmed).whole, harm
    assert written.read(auditing.verify).whole


def put_in(connection, id: int, *, chained: bool) -> None:
    """A row of somebody's own making; `chained`: with the right hash of the row before it."""
    before = select(audit.c.hash).where(audit.c.id < id).order_by(audit.c.id.desc()).limit(1)
    previous = connection.execute(before).scalar() or GENESIS
    hash = hash_of(NOW, "CTV-9", "giả", None, None, previous) if chained else "d" * 64
    connection.execute(
        insert(audit).values(id=id, at=NOW, actor="CTV-9", act="giả", previous=previous, hash=hash)
    )


def link(connection) -> None:
    """Have every row name the hash of the row that stands before it now."""
    previous = GENESIS
    for row in list(trail.entries(connection)):
        connection.execute(update(audit).where(audit.c.id == row.id).values(previous=previous))
        previous = row.hash


def rehash(connection, id: int, field: str) -> None:
    """Change a field of a row, and its hash with it, and leave the rest."""
    connection.execute(update(audit).where(audit.c.id == id).values({field: _FIELDS[field]}))
    one = next(row for row in trail.entries(connection) if row.id == id)
    hash = hash_of(one.at, one.actor, one.act, one.object, one.detail, one.previous)
    connection.execute(update(audit).where(audit.c.id == id).values(hash=hash))


def test_the_first_row_that_does_not_fit_is_named(database):
    database.write_now(laid_bare)
    third, fifth = database.read(lambda c: (ids(c)[2], ids(c)[4]))

    def edited(connection):
        connection.execute(update(audit).where(audit.c.id.in_([third, fifth])).values(actor="CTV-4"))
        return auditing.verify(connection)

    def removed(connection):
        connection.execute(delete(audit).where(audit.c.id == third))
        return auditing.verify(connection)

    def cut(connection):
        connection.execute(delete(audit).where(audit.c.id > fifth))
        return auditing.verify(connection)

    found = database.rehearse(edited)
    assert (found.misfit.id, found.misfit.why, found.rows) == (third, "changed", 2)
    found = database.rehearse(removed)
    assert (found.misfit.id, found.misfit.why, found.rows) == (third + 1, "follow", 2)
    found = database.rehearse(cut)
    assert (found.misfit, found.lost.count, found.rows) == (None, ROWS, 5)


def test_a_trail_written_anew_is_whole_but_not_the_one_people_hold(database):
    database.write_now(lambda c: write(c, ROWS))
    held = database.read(trail.heads)[0].hash[:12]
    assert database.read(lambda c: auditing.holds(c, held))

    def forge(connection):
        without_triggers(connection)
        connection.execute(delete(audit))
        connection.execute(delete(audit_head))
        write(connection, ROWS - 1, at=NOW + timedelta(seconds=1))
        return auditing.verify(connection).whole, auditing.holds(connection, held)

    assert database.rehearse(forge) == (True, False)


# -- several at once -------------------------------------------------------------------------------------


def test_processes_that_write_at_once_write_one_chain(database_url):
    def work(number: int) -> None:
        with closing(Database(database_url, checkpoints=False)) as database:
            for one in range(25):
                database.write_now(lambda c, one=one: trail.note(c, "thử", f"{number}-{one}", now=NOW))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    with closing(Database(database_url)) as database:
        found = database.read(auditing.verify)
        assert (found.whole, found.rows) == (True, 100)


def test_a_note_is_written_with_its_cause_or_not_at_all(database):
    def fail(connection):
        trail.note(connection, "thử", None, now=NOW)
        raise ValueError

    with pytest.raises(ValueError):
        database.write_now(fail)
    database.write_now(lambda c: trail.note(c, "thử", None, now=NOW))
    assert database.read(auditing.verify).rows == 1


# -- only ever added to ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET actor = 'CTV-4'",
        "UPDATE audit SET id = id + 100",
        "DELETE FROM audit",
        "DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)",
        "TRUNCATE audit",
    ],
)
def test_the_database_refuses_to_change_or_delete_a_row(database, statement):
    if statement.startswith("TRUNCATE") and database.is_sqlite:
        pytest.skip("SQLite has no such statement")
    database.write_now(lambda c: write(c, 3))
    with pytest.raises(DBAPIError, match="never"):
        database.write_now(lambda c: c.execute(text(statement)) and None)
    assert database.read(auditing.verify).rows == 3


def test_a_row_that_says_so_lets_no_younger_row_go(database):
    def lie(connection):
        write(connection, 3)
        trail.note(connection, trail.DROPPED, str(ids(connection)[1]), now=NOW, rows=2, hash="a" * 64)
        trail.drop_to(connection, ids(connection)[1])

    with pytest.raises(DBAPIError, match="never"):
        database.write_now(lie)


# -- five years ------------------------------------------------------------------------------------------


def forget(database, now: datetime) -> None:
    database.write_now(lambda c: auditing.forget_old(Post(c, now)))


def test_after_five_years_rows_go_and_the_rest_is_whole(database):
    database.write_now(lambda c: write(c, 5, step=timedelta(days=365)))
    whole = database.read(trail.heads)
    later = NOW + timedelta(days=6 * 365)
    assert database.read(lambda c: auditing.is_any_old(c, later))
    forget(database, later)
    assert not database.read(lambda c: auditing.is_any_old(c, later))
    rows = database.read(lambda c: list(trail.entries(c)))
    assert [row.object for row in rows[:-1]] == ["PA-1", "PA-2", "PA-3", "PA-4"]
    assert (rows[-1].act, rows[-1].actor, rows[-1].detail) == (
        trail.DROPPED,
        "retention",
        {"rows": 1, "hash": whole[0].hash},
    )
    assert database.read(auditing.verify).whole
    assert database.read(lambda c: auditing.holds(c, whole[0].hash[:12]))
    forget(database, later + timedelta(days=400))
    found = database.read(auditing.verify)
    assert (found.whole, found.rows) == (True, 4)
    assert database.read(auditing.dropped).count == 3


def test_nothing_younger_is_dropped_and_a_leap_day_is_no_obstacle(database):
    database.write_now(lambda c: write(c, 2, at=datetime(2023, 2, 28, 5, tzinfo=UTC)))
    forget(database, datetime(2028, 2, 29, 4, tzinfo=UTC))
    assert database.read(auditing.verify).rows == 2
    database.write_now(lambda c: trail.note(c, "mới", None, now=datetime(2028, 2, 29, 5, tzinfo=UTC)))
    forget(database, datetime(2028, 2, 29, 6, 0, 0, 500, tzinfo=UTC))
    found = database.read(auditing.verify)
    assert (found.whole, found.rows) == (True, 3)


def test_what_retention_left_cannot_be_shortened_further(database):
    database.write_now(lambda c: write(c, 5, step=timedelta(days=365)))
    forget(database, NOW + timedelta(days=6 * 365))

    def shorten(connection):
        without_triggers(connection)
        connection.execute(delete(audit).where(audit.c.id == ids(connection)[0]))
        return auditing.verify(connection)

    assert database.rehearse(shorten).misfit.why == "follow"


# -- databases of before ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_rows_of_older_releases_are_taken_into_the_chain(kind, tmp_path, request, monkeypatch):
    url = f"sqlite:///{tmp_path / 'old.db'}"
    if kind == "postgres":
        url = request.getfixturevalue("postgres_url")
        with closing(Database(url)) as database:
            database.write_now(
                lambda c: c.execute(text("DROP SCHEMA public CASCADE; CREATE SCHEMA public")) and None
            )
    from alembic import command

    to_head = command.upgrade
    monkeypatch.setattr(command, "upgrade", lambda config, _: to_head(config, "0005"))
    migrate.upgrade(url)
    monkeypatch.undo()
    with closing(Database(url)) as database:
        for number in range(3):
            at = "2026-11-24 23:30:00.000000" if number < 2 else "2026-11-25 01:00:00.500000"
            zone = "" if kind == "sqlite" else "+00"
            database.write_now(
                lambda c, at=at + zone, number=number: (
                    c.execute(
                        text(
                            "INSERT INTO audit (at, actor, act, object, detail) "
                            f"VALUES ('{at}', 'terminal', 'unit-founded', 'PM', '{{\"rows\": {number}}}')"
                        )
                    )
                    and None
                )
            )
    migrate.upgrade(url)
    with closing(Database(url)) as database:
        found = database.read(auditing.verify)
        assert (found.whole, found.rows) == (True, 3)
        assert [(head.day, head.count) for head in database.read(trail.heads)] == [
            (date(2026, 11, 24), 2),
            (date(2026, 11, 25), 3),
        ]
        database.write_now(lambda c: trail.note(c, "sau", None, now=NOW))
        assert database.read(auditing.verify).whole
        with pytest.raises(DBAPIError, match="never"):
            database.write_now(lambda c: c.execute(delete(audit)) and None)
        assert database.read(lambda c: c.execute(select(func.count()).select_from(audit)).scalar()) == 4
