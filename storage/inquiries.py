"""What coordinators ask whoever made a report, and that it was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from storage.tables import amendment, inquiry


@dataclass(frozen=True, slots=True)
class InquiryRow:
    """A question about a report. `answer`: what was said to it, so far."""

    id: int
    report_id: int
    person_id: int | None
    asked_by: int
    said: str
    asked_at: datetime
    answered_at: datetime | None
    answer: str | None = None


_columns = (
    inquiry.c.id,
    inquiry.c.report_id,
    inquiry.c.person_id,
    inquiry.c.asked_by,
    inquiry.c.said,
    inquiry.c.asked_at,
    inquiry.c.answered_at,
    amendment.c.said.label("answer"),
)
_with_answer = select(*_columns).outerjoin(amendment, amendment.c.id == inquiry.c.amendment_id)


def add(
    connection: Connection, *, report_id: int, person_id: int, asked_by: int, said: str, now: datetime
) -> int:
    """Keep a question; gives its id."""
    values = {
        "report_id": report_id,
        "person_id": person_id,
        "asked_by": asked_by,
        "said": said,
        "asked_at": now,
    }
    return int(connection.execute(insert(inquiry).values(values).returning(inquiry.c.id)).scalar_one())


def find(connection: Connection, id: int) -> InquiryRow | None:
    """One question, or None."""
    row = connection.execute(_with_answer.where(inquiry.c.id == id)).one_or_none()
    return InquiryRow(*row) if row else None


def of_report(connection: Connection, report_id: int) -> list[InquiryRow]:
    """What was asked about a report, in order."""
    rows = connection.execute(_with_answer.where(inquiry.c.report_id == report_id).order_by(inquiry.c.id))
    return [InquiryRow(*row) for row in rows]


def answered(connection: Connection, id: int, amendment_id: int, now: datetime) -> bool:
    """The question has its first answer; False when it had one."""
    changed = connection.execute(
        update(inquiry)
        .where(inquiry.c.id == id, inquiry.c.answered_at.is_(None))
        .values(answered_at=now, amendment_id=amendment_id)
    )
    return changed.rowcount == 1
