"""What the pages of the desk ask of the database does not grow with what it holds."""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlalchemy import Connection, event

from bench.desk import SEARCHES, Asked, Town, everything, town
from bench.desk_town import EVERYWHERE
from domain.report_filter import ReportFilter
from domain.search import read_search
from storage import report_list
from storage.report_list import Place
from tests.web.console.seats import statements_of

FEW, MANY = (300, 25), (3_000, 250)
MOST = 36


async def test_a_page_asks_as_much_beside_much_as_beside_little(new_sqlite):
    async with town(new_sqlite(), FEW) as small, town(new_sqlite(), MANY) as large:
        counts = {
            asked.name: [await _statements(one, asked) for one in (small, large)] for asked in everything()
        }
    assert len(counts) > 20
    assert not {name: both for name, both in counts.items() if both[1] > both[0] or both[1] > MOST}


async def _statements(place: Town, asked: Asked) -> int:
    return await statements_of(place.home, partial(place.open, asked.of(place)))


async def test_a_search_is_a_look_into_the_index(database_url):
    # Of few reports PostgreSQL reads all when all have the words: see tests/storage/test_report_words.py.
    some = [query for query in SEARCHES if query != f"said={EVERYWHERE}"]
    async with town(database_url, MANY) as place:
        for plan in place.home.database.read(lambda c: [one for q in some for one in _plans(c, place, q)]):
            if place.home.database.is_sqlite:
                assert any("report_words VIRTUAL TABLE" in line for line in plan), plan
                assert "SCAN report" not in plan
            else:
                assert any("Bitmap Index Scan on ix_report_words" in line for line in plan), plan
                assert not any("Filter" in line and "@@" in line for line in plan), plan


def _plans(connection: Connection, place: Town, query: str) -> list[list[str]]:
    """How the database goes about each statement of a page of the list and its count."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        if statement.startswith(("SELECT", "WITH")):
            asked.append((statement, values))

    event.listen(connection, "before_cursor_execute", note)
    search = read_search(query.partition("=")[2])
    wanted, last = ({place.home.unit_id}, ReportFilter(), search), place.newest("report")
    report_list.page(connection, *wanted, Place(), last)
    report_list.count(connection, *wanted, last)
    event.remove(connection, "before_cursor_execute", note)
    explain = "EXPLAIN QUERY PLAN " if connection.dialect.name == "sqlite" else "EXPLAIN "
    plans = [connection.exec_driver_sql(explain + one, values).all() for one, values in asked]
    return [[str(row[-1]) for row in plan] for plan in plans]
