"""Reports found by their words, the newest first: a look into an index, whatever the words are.

Both databases take the words that `domain/search.py` has made as they are. SQLite's FTS5 finds one report
after the other, in the order of their numbers, and stops where there are enough. PostgreSQL's GIN finds all
that have the words before the first is seen, so it is asked for the newest block of numbers, then for one
eight times as wide, until there are enough: there a report has the blocks in which it lies among its words
(migration 0014). What many have is soon found, and where much has to be searched there is little to find.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    cast,
    column,
    func,
    literal,
    select,
    table,
    text,
    union_all,
)
from sqlalchemy.dialects import postgresql

from domain.search import Search, unit_word
from storage.tables import report

WIDTHS = (12, 15, 18, 21)
"""So many bits of its number a block leaves out: it has 4,096 reports, or 32,768, …"""

_words = table("report_words", column("rowid", report.c.id.type))


@dataclass(frozen=True, slots=True)
class Sought:
    """Words, in reports of some units, for which all of `chosen` holds. `exact`: with the marks as typed, or
    (False) not; None: all."""

    search: Search
    units: Collection[int]
    chosen: Sequence[ColumnElement[bool]]
    exact: bool | None = None


def find(connection: Connection, query: Select[Any], sought: Sought, below: int, most: int) -> Sequence[Any]:
    """The rows of `query`, which selects from reports, for those that are sought: the newest below the number
    `below`, `most` at most."""
    ask = _one_by_one if connection.dialect.name == "sqlite" else _in_windows
    return connection.execute(ask(query, sought, below, most)).all()


def _one_by_one(query: Select[Any], sought: Sought, below: int, most: int) -> Select[Any]:
    number = _words.c.rowid
    words = text("report_words MATCH :words").bindparams(words=_match(sought))
    those = query.join(_words, number == report.c.id).where(words, number < below, *sought.chosen)
    return those.order_by(number.desc()).limit(most)


def _in_windows(query: Select[Any], sought: Sought, below: int, most: int) -> Select[Any]:
    found: list[CTE] = []
    for lowest, blocks in _windows(below):
        these = _those(sought, blocks)
        if found:  # Of no row is this asked: with enough from above, the database does not begin here.
            above = union_all(*map(select, found)).subquery()
            these = these.where(select(func.count()).select_from(above).scalar_subquery() < most)
        # Found first, put in order afterwards: else the planner may walk all reports from the newest on, and
        # make the words of each anew, to find the few that have them.
        window = these.cte(f"window{len(found)}").prefix_with("MATERIALIZED")
        newest = select(window.c.id).where(window.c.id < below).order_by(window.c.id.desc()).limit(most)
        found.append(newest.cte(f"newest{len(found)}"))
        below = lowest
    every = union_all(*map(select, found)).subquery()
    shown = select(every.c.id).order_by(every.c.id.desc()).limit(most).subquery()
    return query.join(shown, shown.c.id == report.c.id).order_by(shown.c.id.desc())


def _those(sought: Sought, blocks: Sequence[str]) -> Select[Any]:
    asked = cast(literal(_tsquery(sought, blocks)), postgresql.TSQUERY)
    has_words = func.report_vector(report.c.id, report.c.words).op("@@")(asked)
    return select(report.c.id).where(has_words, *sought.chosen)


def _windows(below: int) -> Iterator[tuple[int, Sequence[str]]]:
    """Ever wider windows below a number: where each ends, and the words of its blocks, which are two, as the
    upper one may have just begun. The last window has no end and no block."""
    for width in WIDTHS:
        lower = ((below - 1) >> width) - 1
        if lower <= 0:
            break
        yield lower << width, (f"{width}.{lower}", f"{width}.{lower + 1}")
    yield 0, ()


def _match(sought: Sought) -> str:
    """What is sought, as FTS5 wants it."""
    units = " OR ".join(f'"{unit_word(one)}"' for one in sorted(sought.units)) or '"none"'
    plain, marked = (" AND ".join(map('"{}"'.format, some)) for some in _both(sought))
    if sought.exact is False and marked:
        return f"(({units}) AND {plain}) NOT ({marked})"
    return f"({units}) AND {plain}" + (f" AND {marked}" if marked else "")


def _tsquery(sought: Sought, blocks: Sequence[str]) -> str:
    """The same as PostgreSQL wants it, within some blocks; none: anywhere."""
    parts = (map(unit_word, sorted(sought.units)), blocks)
    units, within = (" | ".join(map("'{}'".format, some)) or "'none'" for some in parts)
    plain, marked = (" & ".join(map("'{}'".format, some)) for some in _both(sought))
    asked = f"({units}) & {plain}" + (f" & ({within})" if blocks else "")
    if marked:
        asked += f" & !({marked})" if sought.exact is False else f" & {marked}"
    return asked


def _both(sought: Sought) -> tuple[Sequence[str], Sequence[str]]:
    """The words without marks, and those with marks where they matter."""
    return sought.search.plain, () if sought.exact is None else sought.search.marked
