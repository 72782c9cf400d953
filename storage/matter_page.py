"""One matter as staff see it: what belongs to it, who did what, who could be named in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, and_, func, or_, select

from storage.referrals import FileRow
from storage.tables import (
    answer_file,
    directive,
    matter_directive,
    matter_report,
    membership,
    person,
    report,
)

REPORTS = 50
"""Reports of a matter that its page lists."""
EVENTS = 200
"""Things done that its page lists, the newest."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A report in a matter: what it begins with."""

    id: int
    level: str
    said: str
    filed_at: datetime
    sealed: bool


@dataclass(frozen=True, slots=True)
class Directive:
    """A document of the leadership that a matter is about."""

    number: str
    issued_on: date
    body: str
    said: str


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who coordinates or leads a unit."""

    id: int
    label: str


def reports_seen(
    connection: Connection, id: int, units: Collection[int], sealed_in: Collection[int]
) -> list[Inside]:
    """The reports of a matter that are these units', and what is sealed in those, the oldest first."""
    rows = connection.execute(
        select(
            report.c.id,
            report.c.level,
            func.substr(report.c.said, 1, 300),
            report.c.filed_at,
            report.c.sealed,
        )
        .join(matter_report, matter_report.c.report_id == report.c.id)
        .where(
            matter_report.c.matter_id == id,
            or_(
                and_(report.c.unit_id.in_(units), ~report.c.sealed),
                and_(report.c.unit_id.in_(sealed_in), report.c.sealed),
            ),
        )
        .order_by(report.c.id)
        .limit(REPORTS)
    )
    return [Inside(*row) for row in rows]


def sealed_units(connection: Connection, id: int) -> list[int]:
    """The units whose sealed reports are in a matter."""
    rows = connection.execute(
        select(report.c.unit_id)
        .join(matter_report, matter_report.c.report_id == report.c.id)
        .where(matter_report.c.matter_id == id, report.c.sealed)
        .distinct()
    )
    return list(rows.scalars())


def roles_of(connection: Connection, people: Collection[int]) -> dict[int, set[str]]:
    """The roles these people hold, or held last."""
    rows = connection.execute(
        select(membership.c.person_id, membership.c.role).where(membership.c.person_id.in_(people))
    )
    found: dict[int, set[str]] = {}
    for person_id, role in rows:
        if person_id is not None:
            found.setdefault(person_id, set()).add(role)
    return found


def staff_of(connection: Connection, unit_id: int) -> list[Staff]:
    """Who coordinates or leads a unit now: those a sensitive matter can name."""
    rows = connection.execute(
        select(person.c.id, func.max(person.c.label))
        .join(membership, membership.c.person_id == person.c.id)
        .where(
            membership.c.unit_id == unit_id,
            membership.c.role.in_(("coordinator", "leader")),
            membership.c.ended_at.is_(None),
            person.c.left_at.is_(None),
        )
        .group_by(person.c.id)
        .order_by(person.c.id)
    )
    return [Staff(id, label or f"CTV-{id}") for id, label in rows]


def directives_of(connection: Connection, id: int) -> list[Directive]:
    """The directives a matter is linked to, the oldest first."""
    rows = connection.execute(
        select(directive.c.number, directive.c.issued_on, directive.c.body, directive.c.said)
        .join(matter_directive, matter_directive.c.directive_id == directive.c.id)
        .where(matter_directive.c.matter_id == id)
        .order_by(directive.c.issued_on, directive.c.id)
    )
    return [Directive(*row) for row in rows]


_file = select(
    answer_file.c.id,
    answer_file.c.referral_id,
    answer_file.c.answer_id,
    answer_file.c.name,
    answer_file.c.media_type,
    answer_file.c.size,
).where(answer_file.c.answer_id.is_not(None))


def files_of(connection: Connection, referrals: Collection[int]) -> list[FileRow]:
    """What was handed in with the answers to these referrals, the oldest first."""
    rows = connection.execute(
        _file.where(answer_file.c.referral_id.in_(referrals)).order_by(answer_file.c.id)
    )
    return [FileRow(*row) for row in rows]


def find_file(connection: Connection, id: int) -> FileRow | None:
    """One file that was handed in, or None."""
    row = connection.execute(_file.where(answer_file.c.id == id)).one_or_none()
    return FileRow(*row) if row else None
