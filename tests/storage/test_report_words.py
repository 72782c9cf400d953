"""Reports are found by their words: those of before the index, however far apart, however many there are."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, event, insert, select, text

from domain.search import findable, read_search
from storage import migrate, report_words
from storage.database import Database
from storage.report_words import Sought
from storage.tables import report
from tests.house import found_unit
from tests.storage.test_migrate import RELEASES


def test_reports_of_an_earlier_release_are_found(tmp_path):

    file = tmp_path / "old.db"
    with sqlite3.connect(file) as old:
        old.executescript((RELEASES / "v0001.sql").read_text())
    migrate.upgrade(f"sqlite:///{file}")
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT id, words FROM report WHERE nil = 0")).all()
        assert rows
        for id, words in rows:
            word = words.split()[-1]
            found = connection.execute(
                text("SELECT rowid FROM report_words WHERE report_words MATCH :word"), {"word": f'"{word}"'}
            ).scalars()
            assert id in list(found)
    engine.dispose()


@pytest.fixture
def database(database_url):
    """A database with a ward, whose number is 2."""
    database = Database(database_url)
    assert database.write_now(found_unit) == 2
    yield database
    database.close()


def keep(connection, said, numbers):
    """Reports with these numbers, all of which say the same."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    row = {
        "unit_id": 2, "area_id": 2, "level": "normal", "said": said, "folded": said, "channel": "web",
        "words": findable(2, [said]), "status": "sent", "filed_at": at, "editable_until_at": at,
    }  # fmt: skip
    connection.execute(insert(report), [row | {"id": one} for one in numbers])


def find(connection, words, below, most, exact=None):
    search = read_search(words)
    assert search is not None
    rows = report_words.find(connection, select(report.c.id), Sought(search, [2], (), exact), below, most)
    return [row.id for row in rows]


FAR_APART = [
    near + n
    for near in (1, 4_095, 8_191, 70_000, 300_000, 524_287, 2_000_000, 9_000_000, 40_000_000)
    for n in range(4)
]


def test_reports_however_far_apart_are_found_once_the_newest_first(database):
    def look(connection):
        keep(connection, "Rác ở chợ", FAR_APART[::2])
        keep(connection, "rac o cho", FAR_APART[1::2])
        for below in [*FAR_APART, 10**12]:
            for exact, those in ((None, FAR_APART), (True, FAR_APART[::2]), (False, FAR_APART[1::2])):
                older = sorted((one for one in those if one < below), reverse=True)
                for most in (1, 7, 100):
                    assert find(connection, "rác chợ", below, most, exact) == older[:most], (below, exact)

    database.rehearse(look)


MANY, PAGE = 20_000, 51


def test_what_every_report_has_is_looked_for_among_the_newest_alone(database):
    def look(connection):
        keep(connection, "Rác ở chợ", range(1, MANY + 1))
        keep(connection, "Đường ngập", range(MANY + 1, MANY + 3))
        ask = effort_on_sqlite if database.is_sqlite else effort_on_postgres
        return ask(connection, lambda: find(connection, "rác chợ", MANY + 3, PAGE))

    found, effort = database.rehearse(look)
    assert found == list(range(MANY, MANY - PAGE, -1))
    assert effort < MANY / 2


def effort_on_sqlite(connection, act):
    """What an act gives, and how many steps SQLite's machine takes for it: several for each row."""
    steps, raw = [], connection.connection.driver_connection
    raw.set_progress_handler(lambda: steps.append(1), 1)
    found = act()
    raw.set_progress_handler(None, 0)
    return found, len(steps)


def effort_on_postgres(connection, act):
    """What an act gives, and the most rows that a step of its plans brings, all of them from the index."""
    connection.execute(text("ANALYZE report"))
    asked, rows = [], [0]

    def note(_connection, _cursor, statement, values, *_):
        asked.append((statement, values))

    event.listen(connection, "before_cursor_execute", note)
    found = act()
    event.remove(connection, "before_cursor_execute", note)
    for statement, values in asked:
        [told] = connection.exec_driver_sql(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", values).scalars()
        done = [step for step in steps_of(told[0]["Plan"]) if step["Actual Loops"]]
        rows += [step["Actual Rows"] * step["Actual Loops"] for step in done]
        assert "ix_report_words" in {step.get("Index Name") for step in done}
        assert "Seq Scan" not in {step["Node Type"] for step in done}, json.dumps(told)
    return found, max(rows)


def steps_of(plan):
    yield plan
    for one in plan.get("Plans", ()):
        yield from steps_of(one)
