"""Lists of reports, found by filters and by their words, page by page.

Neither sorts nor finds by reporter, nor shows what is sealed: its readers have it in their chats. Words are
looked up in an index on both databases: FTS5 on SQLite, GIN on PostgreSQL (migrations 0010, 0018). Both are
given words that `domain/search.py` has made, and take them as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    cast,
    column,
    exists,
    func,
    literal,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.dialects import postgresql

from domain.report_filter import ReportFilter
from domain.search import Search, unit_word
from storage.overview import COUNTED
from storage.tables import attachment, report, unit

PAGE = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """A report in a list: what it begins with, and how it stands."""

    id: int
    area: str
    topic: str | None
    tone: str | None
    level: str
    said: str
    status: str
    filed_at: datetime
    channel: str
    files: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: after this report, among those spelled exactly as searched or after them."""

    after: int = 0
    exact: bool = True

    @classmethod
    def read(cls, text: str) -> Place:
        """The place written by `written`; the beginning for anything else."""
        number = text.removeprefix("e")
        if not (number.isascii() and number.isdigit() and len(number) < 16):
            return cls()
        return cls(int(number), text.startswith("e"))

    @property
    def written(self) -> str:
        """As the end of an address."""
        return f"{'e' if self.exact else ''}{self.after}"


_files = (
    select(func.count())
    .where(attachment.c.report_id == report.c.id, attachment.c.state == "kept")
    .correlate(report)
    .scalar_subquery()
)
_area = unit.alias("area")
_listed = select(
    report.c.id,
    _area.c.name,
    report.c.topic,
    report.c.tone,
    report.c.level,
    func.substr(report.c.said, 1, 400),
    report.c.status,
    report.c.filed_at,
    report.c.channel,
    _files,
).join(_area, _area.c.id == report.c.area_id)


def page(
    connection: Connection,
    units: Collection[int],
    wanted: ReportFilter,
    search: Search | None,
    place: Place,
    limit: int = PAGE,
) -> tuple[list[Listed], Place | None]:
    """The reports of one page, the newest first, and where the next one begins (None: nowhere). Those spelled
    exactly as searched come before the others."""
    if search is None:
        rows = _by_time(connection, units, wanted, place, limit + 1)
        return rows[:limit], Place(rows[limit - 1].id) if len(rows) > limit else None
    exact = _by_words(connection, units, wanted, search, place, limit + 1) if _is_exact(search, place) else []
    rest = Place(0, False) if place.exact else place
    more = limit + 1 - len(exact)
    other = _by_words(connection, units, wanted, search, rest, more) if more else []
    rows = [*exact, *other]
    if len(rows) <= limit:
        return rows, None
    if limit <= len(exact):
        return rows[:limit], Place(rows[limit - 1].id, True)
    return rows[:limit], Place(rows[limit - 1].id, False)


def _is_exact(search: Search, place: Place) -> bool:
    return place.exact and bool(search.marked)


def count(connection: Connection, units: Collection[int], wanted: ReportFilter, search: Search | None) -> int:
    """How many there are; not more than one over `COUNTED` are counted."""
    those = select(literal(1).label("one")).select_from(report).where(*_chosen(units, wanted))
    if search is not None:
        those = _found(connection, those, units, search, None)
    return connection.execute(
        select(func.count()).select_from(those.limit(COUNTED + 1).subquery())
    ).scalar_one()


def newer(connection: Connection, units: Collection[int], than: int, most: int = 100) -> int:
    """How many reports of these units have come after the report `than`; not more than `most` are counted."""
    those = (
        select(literal(1).label("one"))
        .select_from(report)
        .where(report.c.id > than, report.c.unit_id.in_(units), report.c.nil.is_(False), ~report.c.sealed)
        .limit(most)
    )
    return connection.execute(select(func.count()).select_from(those.subquery())).scalar_one()


def newest(connection: Connection) -> int:
    """The number of the last report; 0 before the first."""
    return connection.execute(select(func.max(report.c.id))).scalar() or 0


def _by_time(
    connection: Connection, units: Collection[int], wanted: ReportFilter, place: Place, limit: int
) -> list[Listed]:
    query = _listed.where(*_chosen(units, wanted))
    if place.after:
        before = select(report.c.filed_at).where(report.c.id == place.after).scalar_subquery()
        query = query.where(
            report.c.filed_at <= before, or_(report.c.filed_at < before, report.c.id < place.after)
        )
    return _read(connection, query.order_by(report.c.filed_at.desc(), report.c.id.desc()).limit(limit))


def _by_words(
    connection: Connection,
    units: Collection[int],
    wanted: ReportFilter,
    search: Search,
    place: Place,
    limit: int,
) -> list[Listed]:
    query = _found(connection, _listed.where(*_chosen(units, wanted)), units, search, place.exact)
    if place.after:
        query = query.where(report.c.id < place.after)
    number = _words.c.rowid if connection.dialect.name == "sqlite" else report.c.id
    return _read(connection, query.order_by(number.desc()).limit(limit))


def _read(connection: Connection, query: Select[Any]) -> list[Listed]:
    return [Listed(*row) for row in connection.execute(query)]


def _chosen(units: Collection[int], wanted: ReportFilter) -> Sequence[ColumnElement[bool]]:
    among = units if not wanted.unit else frozenset(units) & {wanted.unit}
    found: list[ColumnElement[bool]] = [
        report.c.unit_id.in_(among), report.c.nil.is_(False), report.c.sealed.is_(False)
    ]  # fmt: skip
    given = {name: getattr(wanted, name) for name in ("topic", "tone", "level", "channel")}
    found += [report.c[name] == value for name, value in given.items() if value]
    if wanted.status:
        found.append(report.c.status == wanted.status)
    else:
        found.append(report.c.status != "withdrawn")
    if wanted.period:
        found.append(report.c.period_id == wanted.period)
    if wanted.area:
        found.append(report.c.area_id == wanted.area)
    if wanted.files:
        found.append(exists().where(attachment.c.report_id == report.c.id, attachment.c.state == "kept"))
    return found


# -- the index -------------------------------------------------------------------------------------

_words = table("report_words", column("rowid", report.c.id.type))


def _found(
    connection: Connection, query: Select[Any], units: Collection[int], search: Search, exact: bool | None
) -> Select[Any]:
    """Those of `query` that have the words; `exact`: with the marks as typed, or (False) not; None: all."""
    if connection.dialect.name == "sqlite":
        # Found one by one, in the order of their numbers: what is not shown is not looked for.
        words = text("report_words MATCH :words").bindparams(words=_match(units, search, exact))
        return query.join(_words, _words.c.rowid == report.c.id).where(words)
    vector = func.report_vector(report.c.words)
    asked = cast(literal(_tsquery(units, search, exact)), postgresql.TSQUERY)
    # Found first, looked at afterwards: else the planner may walk all reports from the newest on, and make
    # the words of each anew, to find the few that have them.
    found = select(report.c.id).where(vector.op("@@")(asked)).cte("found").prefix_with("MATERIALIZED")
    return query.where(report.c.id.in_(select(found.c.id)))


def _match(units: Collection[int], search: Search, exact: bool | None) -> str:
    among = " OR ".join(f'"{unit_word(one)}"' for one in sorted(units)) or '"none"'
    plain, marked = (" AND ".join(f'"{word}"' for word in some) for some in (search.plain, search.marked))
    if exact is None or not marked:
        return f"({among}) AND {plain}"
    return f"({among}) AND {plain} AND {marked}" if exact else f"(({among}) AND {plain}) NOT ({marked})"


def _tsquery(units: Collection[int], search: Search, exact: bool | None) -> str:
    among = " | ".join(f"'{unit_word(one)}'" for one in sorted(units)) or "'none'"
    plain, marked = (" & ".join(f"'{word}'" for word in some) for some in (search.plain, search.marked))
    if exact is None or not marked:
        return f"({among}) & {plain}"
    return f"({among}) & {plain} & {marked}" if exact else f"({among}) & {plain} & !({marked})"
