"""What a unit's desk has in hand, as lists and figures for its meeting and its day. No list has what is
sensitive."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select, bindparam, func, select

from domain.matters import OPEN
from domain.referrals import WAITING
from domain.referrals import code_of as referral_code
from storage.matters import MatterRow, is_loose
from storage.matters import shown_columns as matter_columns
from storage.tables import answer, matter, matter_report, referral, report, unit


@dataclass(frozen=True, slots=True)
class Told:
    """What reporters were told of a unit's answer."""

    matter: str
    unit: str
    said: str


@dataclass(frozen=True, slots=True)
class Late:
    """A referral whose answer is overdue."""

    code: str
    unit: str
    due_at: datetime


def _for_all(unit_id: int, restricted: Collection[str]) -> tuple[ColumnElement[bool], ...]:
    """Matters in this unit's hands that may be named before a meeting."""
    return matter.c.unit_id == unit_id, matter.c.sensitive.is_(False), matter.c.topic.not_in(restricted)


def open_matters(
    connection: Connection, unit_id: int, restricted: Collection[str], limit: int
) -> list[MatterRow]:
    """The unit's open matters, the most pressing first, then those with the most reports."""
    number = (
        select(func.count())
        .where(matter_report.c.matter_id == matter.c.id)
        .correlate(matter)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(*matter_columns)
        .where(*_for_all(unit_id, restricted), matter.c.status.in_(OPEN))
        .order_by(matter.c.level != "urgent", matter.c.level != "attention", number.desc(), matter.c.id)
        .limit(limit)
    )
    return [MatterRow(*row) for row in rows]


def answers_since(
    connection: Connection, unit_id: int, since: datetime, restricted: Collection[str], limit: int
) -> list[Told]:
    """Answers approved since an instant, the newest first."""
    rows = connection.execute(
        select(matter.c.id, unit.c.name, answer.c.told)
        .join(referral, referral.c.id == answer.c.referral_id)
        .join(matter, matter.c.id == referral.c.matter_id)
        .join(unit, unit.c.id == referral.c.unit_id)
        .where(
            *_for_all(unit_id, restricted),
            answer.c.state == "approved",
            answer.c.judged_at > since,
            answer.c.told.is_not(None),
        )
        .order_by(answer.c.judged_at.desc(), answer.c.id.desc())
        .limit(limit)
    )
    return [Told(f"VD-{row[0]}", row[1], row[2]) for row in rows]


def overdue(
    connection: Connection, unit_id: int, now: datetime, restricted: Collection[str], limit: int
) -> list[Late]:
    """Referrals of the unit's matters whose answer is overdue, the longest first."""
    rows = connection.execute(
        _waiting(
            select(referral.c.id, unit.c.name, referral.c.due_at).join(unit, unit.c.id == referral.c.unit_id)
        )
        .where(*_for_all(unit_id, restricted), referral.c.due_at < now)
        .order_by(referral.c.due_at, referral.c.id)
        .limit(limit)
    )
    return [Late(referral_code(row[0]), row[1], row[2]) for row in rows]


def _waiting(query: Select[Any]) -> Select[Any]:
    return query.join(matter, matter.c.id == referral.c.matter_id).where(referral.c.state.in_(WAITING))


@dataclass(frozen=True, slots=True)
class DayNumbers:
    """A unit's day: reports since its morning, of them urgent, reports nobody has dealt with, open matters,
    referrals due today and overdue."""

    new: int
    urgent: int
    loose: int
    open: int
    due: int
    late: int


def day_numbers(
    connection: Connection, unit_id: int, morning: datetime, now: datetime, evening: datetime
) -> DayNumbers:
    """The figures of a unit's day. Sensitive matters are counted: a figure tells nothing of them; what is
    sealed is not."""
    given = {"unit": unit_id, "morning": morning, "now": now, "evening": evening}
    return DayNumbers(*connection.execute(_day_numbers, given).one())


def _of_reports(*where: ColumnElement[bool]) -> ScalarSelect[int]:
    real = (
        report.c.unit_id == bindparam("unit"),
        report.c.nil.is_(False),
        report.c.sealed.is_(False),
        report.c.status != "withdrawn",
    )
    return select(func.count()).select_from(report).where(*real, *where).scalar_subquery()


def _of_referrals(*where: ColumnElement[bool]) -> ScalarSelect[int]:
    query = _waiting(select(func.count()).select_from(referral))
    return query.where(matter.c.unit_id == bindparam("unit"), *where).scalar_subquery()


_since = report.c.filed_at >= bindparam("morning")
_still_open = matter.c.unit_id == bindparam("unit"), matter.c.status.in_(OPEN)
_day_numbers = select(
    _of_reports(_since),
    _of_reports(_since, report.c.level == "urgent"),
    _of_reports(is_loose()),
    select(func.count()).select_from(matter).where(*_still_open).scalar_subquery(),
    _of_referrals(referral.c.due_at >= bindparam("now"), referral.c.due_at < bindparam("evening")),
    _of_referrals(referral.c.due_at < bindparam("now")),
)
