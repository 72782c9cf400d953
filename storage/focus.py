"""What a period is to listen for: a few topics with a line of words each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from storage.tables import focus, report


@dataclass(frozen=True, slots=True)
class FocusRow:
    """One thing to listen for."""

    id: int
    period_id: int
    topic: str | None
    said: str


_of = (
    select(focus.c.id, focus.c.period_id, focus.c.topic, focus.c.said)
    .where(focus.c.period_id.in_(bindparam("periods", expanding=True)))
    .order_by(focus.c.period_id, focus.c.place, focus.c.id)
)


def of_periods(connection: Connection, period_ids: Collection[int]) -> list[FocusRow]:
    """The focus of these periods, in order."""
    if not period_ids:
        return []
    return [FocusRow(*row) for row in connection.execute(_of, {"periods": list(period_ids)})]


def replace_all(connection: Connection, period_id: int, points: Sequence[tuple[str | None, str]]) -> None:
    """Set the focus of a period. Reports made in it are linked anew by their topic."""
    of_period = report.c.period_id == period_id
    connection.execute(update(report).where(of_period, report.c.focus_id.is_not(None)).values(focus_id=None))
    connection.execute(delete(focus).where(focus.c.period_id == period_id))
    if points:
        connection.execute(
            insert(focus),
            [
                {"period_id": period_id, "topic": topic, "said": said, "place": place}
                for place, (topic, said) in enumerate(points)
            ],
        )
    meant = (
        select(focus.c.id)
        .where(focus.c.period_id == period_id, focus.c.topic == report.c.topic)
        .order_by(focus.c.place)
        .limit(1)
        .scalar_subquery()
    )
    topics = [topic for topic, _ in points if topic is not None]
    if topics:
        connection.execute(update(report).where(of_period, report.c.topic.in_(topics)).values(focus_id=meant))
