"""What is sealed, as its readers look it up: the list of it, and the people of the direct line (ADR 0018)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, and_, func, or_, select

from storage.tables import attachment, membership, person, report, unit

PAGE = 50


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed report in the list: how it stands, not what it says."""

    id: int
    unit: str
    topic: str | None
    level: str
    status: str
    filed_at: datetime
    files: int


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat of the direct line. `person_id` None: its holder has not come yet."""

    unit: str
    person_id: int | None
    label: str
    decision_number: str | None
    decided_on: date | None
    from_on: date | None
    to_on: date | None


_files = (
    select(func.count())
    .where(attachment.c.report_id == report.c.id, attachment.c.state == "kept")
    .correlate(report)
    .scalar_subquery()
)


def page(
    connection: Connection, units: Collection[int], after: int, limit: int = PAGE
) -> tuple[list[Sealed], bool]:
    """What is sealed in these units, the newest first, `after` that report (0: from the newest), and whether
    there is more."""
    query = (
        select(
            report.c.id,
            unit.c.name,
            report.c.topic,
            report.c.level,
            report.c.status,
            report.c.filed_at,
            _files,
        )
        .join(unit, unit.c.id == report.c.unit_id)
        .where(
            report.c.unit_id.in_(units),
            report.c.sealed,
            report.c.nil.is_(False),
            report.c.status != "withdrawn",
        )
    )
    if after:
        before = select(report.c.filed_at).where(report.c.id == after).scalar_subquery()
        query = query.where(
            or_(report.c.filed_at < before, and_(report.c.filed_at == before, report.c.id < after))
        )
    found = connection.execute(query.order_by(report.c.filed_at.desc(), report.c.id.desc()).limit(limit + 1))
    rows = [Sealed(*row) for row in found]
    return rows[:limit], len(rows) > limit


def direct_line(connection: Connection, units: Collection[int]) -> list[Seat]:
    """Who is of the direct line of these units now, unit by unit."""
    rows = connection.execute(
        select(
            unit.c.name,
            membership.c.person_id,
            func.coalesce(person.c.label, membership.c.label),
            membership.c.decision_number,
            membership.c.decided_on,
            membership.c.from_on,
            membership.c.to_on,
        )
        .join(unit, unit.c.id == membership.c.unit_id)
        .join(person, person.c.id == membership.c.person_id, isouter=True)
        .where(
            membership.c.unit_id.in_(units),
            membership.c.direct_line,
            membership.c.ended_at.is_(None),
            person.c.left_at.is_(None),
        )
        .order_by(unit.c.name, membership.c.id)
    )
    return [Seat(name, id, label or (f"CTV-{id}" if id else "–"), *rest) for name, id, label, *rest in rows]
