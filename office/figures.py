"""/solieu: how much is said about what, in one's own unit and below it (DOMAIN §1 rows 25, 43)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.figure_lines import Figures, Table, table_lines, unit_lines
from messages import Text, say
from office import access
from office.access import Viewer
from office.post import Post
from storage import directory, figures, periods
from storage.figures import Cell, Counted


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time that figures are told of, under its name."""

    name: Text
    begins: datetime
    ends: datetime


def facts(post: Post, who: Viewer) -> tuple[Figures, ...]:
    """The figures of every unit in which this person may read them, and of those below it."""
    seats = dict.fromkeys(unit for unit, _ in who.seats)
    return tuple(_of_seat(post, who, unit_id) for unit_id in seats if _units(post, who, unit_id))


def _units(post: Post, who: Viewer, unit_id: int) -> frozenset[int]:
    """What this person may count by the places held in that unit alone."""
    held = replace(who, seats=tuple(seat for seat in who.seats if seat[0] == unit_id))
    return access.units_for(post.connection, held, "count", "read")


def _of_seat(post: Post, who: Viewer, unit_id: int) -> Figures:
    now, before = spans(post, unit_id)
    units = _units(post, who, unit_id)
    those = counted(post.connection, who, units, _instant(post, post.today))
    cells = figures.cells(post.connection, those, now.begins, now.ends)
    table = by_topic(cells)
    past = by_topic(figures.cells(post.connection, those, before.begins, before.ends))
    name = directory.find_unit(post.connection, unit_id).name
    lines: list[Text] = [say("f-head", unit=name, now=now.name, before=before.name)]
    lines += table_lines(table, past) or [say("f-nothing")]
    lines += unit_lines(_by_unit(post, unit_id, units, cells), table)
    return Figures(unit_id, name, (*lines, say("f-small")))


def counted(connection: Connection, who: Viewer, units: frozenset[int], day: datetime) -> Counted:
    """What this person may count in these units: where they read what is made of reports, all; elsewhere what
    came before the `day` began."""
    own = units & access.units_for(connection, who, "matter", "read")
    return Counted(own, units - own, day)


def by_topic(cells: Collection[Cell]) -> Table:
    """Counts by topic and tone, whatever the unit."""
    table: dict[tuple[str, str], int] = {}
    for cell in cells:
        key = (cell.topic, cell.tone)
        table[key] = table.get(key, 0) + cell.n
    return table


def _by_unit(
    post: Post, unit_id: int, units: Collection[int], cells: Collection[Cell]
) -> list[tuple[str, int]]:
    """(unit, reports) of those valid today below this one; what was reported to a former unit counts to what
    followed it. Nothing where there are none below."""
    below = [id for id in directory.below(post.connection, unit_id, post.today) if id in units]
    if below == [unit_id]:
        return []
    standing = directory.successors_of(post.connection, {cell.unit_id for cell in cells}, post.today)
    sums = dict.fromkeys(below, 0)
    for cell in cells:
        heir = standing[cell.unit_id]
        sums[heir] = sums.get(heir, 0) + cell.n
    names = directory.names_of(post.connection, sums)
    return [(names[id], n) for id, n in sums.items()]


def spans(post: Post, unit_id: int) -> tuple[Span, Span]:
    """The unit's running period and the one before; calendar months where it has no two."""
    begun = periods.of_unit(post.connection, unit_id, begun_before=post.now, limit=2)
    if len(begun) == 2 and begun[0].end_at > post.now:
        now, before = (Span(row.name, row.start_at, row.end_at) for row in begun)
        return now, before
    first = post.today.replace(day=1)
    last = (first - timedelta(days=1)).replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    return _month(post, first, after), _month(post, last, first)


def _month(post: Post, begins: date, ends: date) -> Span:
    return Span(say("f-month", month=f"{begins:%m/%Y}"), _instant(post, begins), _instant(post, ends))


def _instant(post: Post, day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(post.zone)).astimezone(UTC)
