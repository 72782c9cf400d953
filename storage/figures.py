"""How many reports there are, by unit, topic and tone; never which."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.tables import report


@dataclass(frozen=True, slots=True)
class Cell:
    """So many reports of a unit of one topic and tone."""

    unit_id: int
    topic: str
    tone: str
    n: int


def cells(connection: Connection, units: Collection[int], begins: datetime, ends: datetime) -> list[Cell]:
    """The reports of these units from `begins` until `ends` (not included), counted; none that says that
    nothing happened, none that was taken back, none that is sealed."""
    rows = connection.execute(
        select(report.c.unit_id, report.c.topic, report.c.tone, func.count())
        .where(
            report.c.unit_id.in_(units),
            ~report.c.nil,
            report.c.status != "withdrawn",
            report.c.sealed.is_(False),
            report.c.filed_at >= begins,
            report.c.filed_at < ends,
        )
        .group_by(report.c.unit_id, report.c.topic, report.c.tone)
        .order_by(report.c.unit_id, report.c.topic, report.c.tone)
    )
    return [Cell(unit, topic or "KH", tone or "unclear", n) for unit, topic, tone, n in rows]
