"""Lists of reports, found by filters and by their words, page by page.

Neither sorts nor finds by reporter, nor shows what is sealed: that is on a page of its own. Words are
looked up by `storage/report_words.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, literal, or_, select

from domain.report_filter import LOOSE, ReportFilter
from domain.search import Search
from storage import report_words
from storage.matters import is_loose
from storage.overview import COUNTED
from storage.report_words import Sought
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
    last: int,
    limit: int = PAGE,
) -> tuple[list[Listed], Place | None]:
    """The reports of one page, the newest first, and where the next one begins (None: nowhere). Those spelled
    exactly as searched come before the others; `last`: none after this number is found by its words."""
    if search is None:
        rows = _by_time(connection, units, wanted, place, limit + 1)
        return rows[:limit], Place(rows[limit - 1].id) if len(rows) > limit else None
    exact, other = (Sought(search, units, _chosen(units, wanted), one) for one in (True, False))
    rows = list[Listed]()
    if place.exact and search.marked:
        rows = _by_words(connection, exact, place.after or last + 1, limit + 1)
    if (n := len(rows)) <= limit:
        rows += _by_words(connection, other, last + 1 if place.exact else place.after, limit + 1 - n)
    return rows[:limit], Place(rows[limit - 1].id, n >= limit) if len(rows) > limit else None


def count(
    connection: Connection, units: Collection[int], wanted: ReportFilter, search: Search | None, last: int
) -> int:
    """How many there are; not more than one over `COUNTED` are counted. `last`: as in `page`."""
    those, chosen = select(literal(1).label("one")).select_from(report), _chosen(units, wanted)
    if search is not None:
        sought = Sought(search, units, chosen)
        return len(report_words.find(connection, those, sought, last + 1, COUNTED + 1))
    those = those.where(*chosen).limit(COUNTED + 1)
    return connection.execute(select(func.count()).select_from(those.subquery())).scalar_one()


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


def _by_words(connection: Connection, sought: Sought, below: int, limit: int) -> list[Listed]:
    return [Listed(*row) for row in report_words.find(connection, _listed, sought, below, limit)]


def _read(connection: Connection, query: Select[Any]) -> list[Listed]:
    return [Listed(*row) for row in connection.execute(query)]


def _chosen(units: Collection[int], wanted: ReportFilter) -> Sequence[ColumnElement[bool]]:
    among = units if not wanted.unit else frozenset(units) & {wanted.unit}
    found: list[ColumnElement[bool]] = [
        report.c.unit_id.in_(among), report.c.nil.is_(False), report.c.sealed.is_(False)
    ]  # fmt: skip
    given = {name: getattr(wanted, name) for name in ("topic", "tone", "level", "channel")}
    found += [report.c[name] == value for name, value in given.items() if value]
    if wanted.status == LOOSE:
        found.append(is_loose())
    elif wanted.status:
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
