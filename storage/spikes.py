"""How many reports of one topic reached a unit within some hours, and before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, select

from storage.tables import matter_report, report


@dataclass(frozen=True, slots=True)
class Heard:
    """Reports of one topic in one unit: how many, of how many people."""

    unit_id: int
    topic: str
    count: int
    voices: int


_counts = and_(report.c.nil.is_(False), report.c.status != "withdrawn", report.c.topic.is_not(None))


def heard_since(connection: Connection, since: datetime, least: int, voices: int) -> list[Heard]:
    """Topics of which a unit got at least so many reports of so many people since an instant."""
    count, people = func.count(), func.count(report.c.person_id.distinct())
    rows = connection.execute(
        select(report.c.unit_id, report.c.topic, count, people)
        .where(_counts, report.c.filed_at > since)
        .group_by(report.c.unit_id, report.c.topic)
        .having(count >= least, people >= voices)
        .order_by(report.c.unit_id, report.c.topic)
    )
    return [Heard(*row) for row in rows]


def heard_between(connection: Connection, unit_id: int, topic: str, begins: datetime, ends: datetime) -> int:
    """How many reports of a topic a unit got from `begins` until `ends`."""
    within: tuple[ColumnElement[bool], ...] = (report.c.filed_at > begins, report.c.filed_at <= ends)
    return connection.execute(
        select(func.count()).where(_counts, report.c.unit_id == unit_id, report.c.topic == topic, *within)
    ).scalar_one()


def loose(connection: Connection, unit_id: int, topic: str, since: datetime, limit: int) -> list[int]:
    """Ids of a unit's reports of a topic since an instant that are in no matter, the newest first."""
    rows = connection.execute(
        select(report.c.id)
        .where(
            _counts,
            report.c.unit_id == unit_id,
            report.c.topic == topic,
            report.c.filed_at > since,
            report.c.status.in_(("sent", "received")),
            report.c.id.not_in(select(matter_report.c.report_id)),
        )
        .order_by(report.c.filed_at.desc(), report.c.id.desc())
        .limit(limit)
    )
    return list(rows.scalars())


def first_at(connection: Connection, unit_id: int) -> datetime | None:
    """When a unit got the first report it still has."""
    first: datetime | None = connection.execute(
        select(func.min(report.c.filed_at)).where(report.c.unit_id == unit_id)
    ).scalar_one()
    return first
