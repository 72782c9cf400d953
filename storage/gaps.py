"""Who is at work in which units, and whose term ends; nobody of the direct line (ADR 0018)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from domain.gaps import Ending, Staffed
from storage.directory import is_valid
from storage.tables import membership, person, unit


def staffed(connection: Connection, units: Collection[int], on: date) -> list[Staffed]:
    """Those of these units that are valid on that day, with how many are at work in each."""

    def at_work(role: str) -> ColumnElement[int]:
        works = and_(membership.c.role == role, person.c.id.is_not(None))
        return func.count(case((works, person.c.id)).distinct())

    serves = and_(
        membership.c.unit_id == unit.c.id,
        membership.c.ended_at.is_(None),
        membership.c.direct_line.is_(False),
    )
    rows = connection.execute(
        select(
            unit.c.id,
            unit.c.code,
            unit.c.name,
            unit.c.type,
            unit.c.parent_id,
            at_work("collaborator"),
            at_work("coordinator"),
            at_work("duty"),
        )
        .join(membership, serves, isouter=True)
        .join(person, and_(person.c.id == membership.c.person_id, person.c.left_at.is_(None)), isouter=True)
        .where(unit.c.id.in_(units), is_valid(on))
        .group_by(unit.c.id, unit.c.code, unit.c.name, unit.c.type, unit.c.parent_id)
        .order_by(unit.c.name, unit.c.id)
    )
    return [Staffed(*row) for row in rows]


def terms_until(connection: Connection, units: Collection[int], until: date) -> list[Ending]:
    """Those who serve in these units by a term that ends on or before that day."""
    rows = connection.execute(
        select(
            membership.c.label, person.c.label, membership.c.person_id, membership.c.role, unit.c.name,
            membership.c.to_on,
        )
        .join(unit, unit.c.id == membership.c.unit_id)
        .join(person, person.c.id == membership.c.person_id, isouter=True)
        .where(
            membership.c.unit_id.in_(units),
            membership.c.ended_at.is_(None),
            membership.c.direct_line.is_(False),
            membership.c.to_on <= until,
        )
        .order_by(membership.c.to_on, membership.c.id)
    )  # fmt: skip
    return [
        Ending(listed or own or f"CTV-{person_id}", role, name, to_on)
        for listed, own, person_id, role, name, to_on in rows
    ]


def coordinated(connection: Connection) -> list[int]:
    """Ids of the units that have somebody who coordinates them."""
    rows = connection.execute(
        select(membership.c.unit_id)
        .join(person, person.c.id == membership.c.person_id)
        .where(
            membership.c.role == "coordinator", membership.c.ended_at.is_(None), person.c.left_at.is_(None)
        )
        .distinct()
        .order_by(membership.c.unit_id)
    )
    return list(rows.scalars())
