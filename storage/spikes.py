"""How many reports of one topic reached a unit within some hours, and before; the spikes that were told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, insert, select, update

from storage.tables import matter_report, report, spike


@dataclass(frozen=True, slots=True)
class Heard:
    """Reports of one topic in one unit: how many, of how many people."""

    unit_id: int
    topic: str
    count: int
    voices: int


_counts = and_(
    report.c.nil.is_(False),
    report.c.status != "withdrawn",
    report.c.topic.is_not(None),
    report.c.sealed.is_(False),
)


@dataclass(frozen=True, slots=True)
class SpikeRow:
    """A spike that coordinators were told of and that is not over: how many reports were usual before it."""

    id: int
    unit_id: int
    topic: str
    usual: float


_count, _people = func.count(), func.count(report.c.person_id.distinct())
_heard_since = (
    select(report.c.unit_id, report.c.topic, _count, _people)
    .where(_counts, report.c.filed_at > bindparam("since"))
    .group_by(report.c.unit_id, report.c.topic)
    .having(_count >= bindparam("least"), _people >= bindparam("voices"))
    .order_by(report.c.unit_id, report.c.topic)
)


def heard_since(connection: Connection, since: datetime, least: int, voices: int) -> list[Heard]:
    """Topics of which a unit got at least so many reports of so many people since an instant."""
    rows = connection.execute(_heard_since, {"since": since, "least": least, "voices": voices})
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
        select(func.min(report.c.filed_at)).where(report.c.unit_id == unit_id, report.c.sealed.is_(False))
    ).scalar_one()
    return first


def open_spikes(connection: Connection) -> list[SpikeRow]:
    """The spikes that are not over."""
    return [SpikeRow(*row) for row in connection.execute(_open)]


_open = (
    select(spike.c.id, spike.c.unit_id, spike.c.topic, spike.c.usual)
    .where(spike.c.over_at.is_(None))
    .order_by(spike.c.id)
)


def add(connection: Connection, unit_id: int, topic: str, usual: float, now: datetime) -> int:
    """A spike is told; gives its id."""
    values = {"unit_id": unit_id, "topic": topic, "usual": usual, "opened_at": now}
    return int(connection.execute(insert(spike).values(values).returning(spike.c.id)).scalar_one())


def end(connection: Connection, id: int, now: datetime) -> None:
    """A spike is over: the next one of its topic is told again."""
    connection.execute(update(spike).where(spike.c.id == id, spike.c.over_at.is_(None)).values(over_at=now))
