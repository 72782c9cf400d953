"""How many reports there are, by unit, topic and tone; never which."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from storage.tables import report


@dataclass(frozen=True, slots=True)
class Counted:
    """The reports that somebody may count: of `own` units all, of `others` what came before `day`. Who counts
    from one minute to the next knows at which hour somebody reported (DESIGN §4.9)."""

    own: Collection[int]
    others: Collection[int]
    day: datetime

    def where(self) -> ColumnElement[bool]:
        """The condition for them; one index serves it where all are of one kind."""
        own = report.c.unit_id.in_(self.own)
        others = and_(report.c.unit_id.in_(self.others), report.c.filed_at < self.day)
        return or_(own, others) if self.own and self.others else others if self.others else own


@dataclass(frozen=True, slots=True)
class Cell:
    """So many reports of a unit of one topic and tone."""

    unit_id: int
    topic: str
    tone: str
    n: int


def cells(connection: Connection, those: Counted, begins: datetime, ends: datetime) -> list[Cell]:
    """The reports from `begins` until `ends` (not included), counted; none that says that
    nothing happened, none that was taken back, none that is sealed."""
    rows = connection.execute(
        select(report.c.unit_id, report.c.topic, report.c.tone, func.count())
        .where(
            those.where(),
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
