"""To whom a unit may write: who belongs to an audience, and how many that is.

People of the direct line belong to an audience like everybody, but no list names and no figure counts them.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    and_,
    bindparam,
    case,
    exists,
    func,
    select,
)

from domain.audience import ROLES_WRITTEN_TO, Audience, Count, Crowd, Group, Listed, Somebody
from storage import direct_line
from storage.directory import tree_of
from storage.tables import address, matter_report, membership, obligation, period, person, report


def _serves(*where: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a person holds a role now that fits."""
    return exists().where(membership.c.person_id == person.c.id, membership.c.ended_at.is_(None), *where)


def _within(unit_id: int | BindParameter[int]) -> ColumnElement[bool]:
    """Whether a role is held in the unit or below it."""
    return membership.c.unit_id.in_(tree_of(unit_id))


def _has_reported(*which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a person has made such a report and is still known to have."""
    stands = report.c.nil.is_(False), report.c.status != "withdrawn"
    return exists().where(report.c.person_id == person.c.id, *stands, *which)


_is_collaborator = membership.c.role == "collaborator"


def meant(audience: Audience) -> ColumnElement[bool]:
    """Whether a person belongs to the audience."""
    match audience.kind:
        case "period":
            own = period.c.unit_id == audience.unit_id
            listed = obligation.c.person_id == person.c.id
            return exists().where(listed, obligation.c.period_id == period.c.id, own,
                                  period.c.id == audience.period_id)  # fmt: skip
        case "people":
            return and_(person.c.id.in_(audience.people), _serves(_within(audience.unit_id)))
        case "team":
            return _serves(membership.c.unit_id == audience.unit_id, _is_collaborator)
        case "area":
            within = membership.c.unit_id.in_(tree_of(audience.area_id or 0))
            return _serves(within, _within(audience.unit_id), _is_collaborator)
        case "topic":
            since = datetime.fromisoformat(audience.since or "9999-12-31T00:00:00+00:00")
            return _has_reported(
                report.c.unit_id == audience.unit_id,
                report.c.topic == audience.topic,
                report.c.filed_at >= since,
                report.c.sealed.is_(False),
            )
        case "matter":
            inside = select(matter_report.c.report_id).where(matter_report.c.matter_id == audience.matter_id)
            return _has_reported(report.c.id.in_(inside))
        case "tree":
            return _serves(_within(audience.unit_id), _is_collaborator)
        case _:
            return _serves(_within(audience.unit_id), membership.c.role.in_(audience.roles))


def _is_reachable() -> ColumnElement[bool]:
    return exists().where(address.c.person_id == person.c.id, address.c.unreachable_at.is_(None))


def groups(connection: Connection, unit_id: int, but: int) -> tuple[Group, ...]:
    """Everybody in the unit and below it, grouped by what they are; `but` one person."""
    rows = connection.execute(_groups, {"unit": unit_id, "but": but})
    return tuple(
        Group(
            frozenset(role for role in ROLES_WRITTEN_TO if getattr(row, role)),
            bool(row.own),
            Count(row.n, 0 if row.reachable else row.n),
        )
        for row in rows
    )


def _holds(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.max(case((condition, 1), else_=0), type_=Integer)


_unit: BindParameter[int] = bindparam("unit", type_=membership.c.unit_id.type)
_others = (
    person.c.left_at.is_(None),
    person.c.id != bindparam("but", type_=person.c.id.type),
    direct_line.shown(person.c.id),
)
_reachable = case((_is_reachable(), 1), else_=0).label("reachable")
_each = (
    select(
        *(_holds(membership.c.role == role).label(role) for role in ROLES_WRITTEN_TO),
        _holds(and_(_is_collaborator, membership.c.unit_id == _unit)).label("own"),
        _reachable,
    )
    .join(person, person.c.id == membership.c.person_id)
    .where(membership.c.ended_at.is_(None), _within(_unit), *_others)
    .group_by(person.c.id)
    .subquery()
)
_groups = select(*_each.c, func.count().label("n")).group_by(*_each.c)


def team(connection: Connection, unit_id: int, but: int) -> tuple[Somebody, ...]:
    """Everybody who serves in the unit itself, by label; `but` one person."""
    rows = connection.execute(_team, {"unit": unit_id, "but": but})
    return tuple(Somebody(row.id, row.label or f"CTV-{row.id}", bool(row.reachable)) for row in rows)


_team = (
    select(person.c.id, person.c.label, _reachable)
    .where(_serves(membership.c.unit_id == _unit), *_others)
    .order_by(person.c.label, person.c.id)
)


def lists(connection: Connection, unit_id: int, now: datetime, but: int) -> tuple[Listed, ...]:
    """The unit's periods that still take reports and have a list, the earliest deadline first; `but` one
    person."""
    rows = connection.execute(_lists, {"unit": unit_id, "now": now, "but": but})
    return tuple(Listed(row.id, row.name, Count(row.n, int(row.out))) for row in rows)


_is_out = case((_is_reachable(), 0), else_=1)
_lists = (
    select(period.c.id, period.c.name, func.count().label("n"), func.sum(_is_out).label("out"))
    .join(obligation, obligation.c.period_id == period.c.id)
    .join(person, person.c.id == obligation.c.person_id)
    .where(
        period.c.unit_id == _unit,
        period.c.start_at <= bindparam("now"),
        period.c.cutoff_at > bindparam("now"),
        *_others,
    )
    .group_by(period.c.id, period.c.name, period.c.due_at)
    .order_by(period.c.due_at, period.c.id)
)


def crowd(connection: Connection, unit_id: int, now: datetime, but: int) -> Crowd:
    """All whom a coordinator of the unit may write to; `but` that person."""
    return Crowd(
        unit_id,
        groups(connection, unit_id, but),
        team(connection, unit_id, but),
        lists(connection, unit_id, now, but),
    )
