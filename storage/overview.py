"""Counts for the desk: what waits, and how opinion goes by topic, week, tone and area."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, literal, select

from domain.scales import URGENT
from storage import direct_line
from storage.figures import Counted
from storage.matters import is_loose
from storage.tables import alert, membership, report, unit

COUNTED = 1000
"""So many are counted at most: more is told as "more than"."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in some units: reports nobody has dealt with, urgent ones nobody has taken; not more than
    one over `COUNTED`."""

    new: int
    urgent: int


def waiting(connection: Connection, units: Collection[int]) -> Waiting:
    """What waits there now."""
    new = select(literal(1).label("one")).where(
        report.c.unit_id.in_(units), report.c.sealed.is_(False), is_loose()
    )
    urgent = (
        select(literal(1).label("one"))
        .select_from(alert)
        .join(report, report.c.id == alert.c.report_id)
        .where(
            alert.c.unit_id.in_(units),
            alert.c.claimed_by.is_(None),
            alert.c.closed_at.is_(None),
            alert.c.level == URGENT,
            report.c.sealed.is_(False),
        )
    )
    return Waiting(_counted(connection, new), _counted(connection, urgent))


def _counted(connection: Connection, those: Select[Any]) -> int:
    most = those.limit(COUNTED + 1).subquery()
    return connection.execute(select(func.count()).select_from(most)).scalar_one()


def by_topic(connection: Connection, those: Counted, bounds: Sequence[datetime]) -> dict[str, list[int]]:
    """Reports by topic in each stretch between two of `bounds`, which ascend."""
    stretch = case(
        *((report.c.filed_at < end, number) for number, end in enumerate(bounds[1:])), else_=len(bounds)
    )
    rows = connection.execute(
        select(report.c.topic, stretch.label("stretch"), func.count().label("n"))
        .where(*_told(those, bounds[0], bounds[-1]))
        .group_by(report.c.topic, stretch)
    )
    found: dict[str, list[int]] = {}
    for row in rows:
        found.setdefault(row.topic or "KH", [0] * (len(bounds) - 1))[row.stretch] += row.n
    return found


def by_tone(connection: Connection, those: Counted, since: datetime, until: datetime) -> dict[str, int]:
    """Reports by tone."""
    rows = connection.execute(
        select(report.c.tone, func.count().label("n"))
        .where(*_told(those, since, until))
        .group_by(report.c.tone)
    )
    return {row.tone or "unclear": row.n for row in rows}


def by_area(connection: Connection, those: Counted, since: datetime, until: datetime) -> dict[int, int]:
    """Reports by area (unit id)."""
    rows = connection.execute(
        select(report.c.area_id, func.count().label("n"))
        .where(*_told(those, since, until))
        .group_by(report.c.area_id)
    )
    return {row.area_id: row.n for row in rows}


def _told(those: Counted, since: datetime, until: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        those.where(),
        report.c.filed_at >= since,
        report.c.filed_at < until,
        report.c.nil.is_(False),
        report.c.status != "withdrawn",
        report.c.sealed.is_(False),
    )


def active_by_unit(connection: Connection, units: Collection[int]) -> dict[int, int]:
    """How many collaborators serve in each of these units now and have joined."""
    rows = connection.execute(
        select(membership.c.unit_id, func.count(func.distinct(membership.c.person_id)).label("n"))
        .where(
            membership.c.unit_id.in_(units),
            membership.c.role == "collaborator",
            membership.c.ended_at.is_(None),
            membership.c.person_id.is_not(None),
            direct_line.shown(membership.c.person_id),
        )
        .group_by(membership.c.unit_id)
    )
    return {row.unit_id: row.n for row in rows}


def above_of(connection: Connection, units: Collection[int]) -> dict[int, tuple[str, int | None]]:
    """(name, the unit above) of these units."""
    rows = connection.execute(select(unit.c.id, unit.c.name, unit.c.parent_id).where(unit.c.id.in_(units)))
    return {row.id: (row.name, row.parent_id) for row in rows}
