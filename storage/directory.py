"""The units as a running process looks them up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    bindparam,
    exists,
    literal,
    or_,
    select,
)

from storage.tables import membership, unit, unit_alias


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit: who is called when nobody answers, and what it belongs to."""

    id: int
    code: str
    name: str
    type: str
    parent_id: int | None
    duty_phone: str | None


_columns: tuple[Any, ...] = (
    unit.c.id,
    unit.c.code,
    unit.c.name,
    unit.c.type,
    unit.c.parent_id,
    unit.c.duty_phone,
)


_by_id = select(*_columns).where(unit.c.id == bindparam("id"))


def find_unit(connection: Connection, id: int) -> UnitRow:
    """The unit with this id. Raises NoResultFound for an id that was never given out."""
    return UnitRow(*connection.execute(_by_id, {"id": id}).one())


def names_of(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    """The names of these units by their id."""
    rows = connection.execute(select(unit.c.id, unit.c.name).where(unit.c.id.in_(ids)))
    return {row.id: row.name for row in rows}


def all_units(connection: Connection) -> list[UnitRow]:
    """Every unit, in the order they were entered."""
    return [UnitRow(*row) for row in connection.execute(select(*_columns).order_by(unit.c.id))]


def is_valid(on: date | BindParameter[date], of: FromClause = unit) -> ColumnElement[bool]:
    """Whether a unit exists on that day (as `domain.unit_names.KnownUnit.is_valid`)."""
    begun = or_(of.c.valid_from_on.is_(None), of.c.valid_from_on <= on)
    lasts = or_(of.c.valid_to_on >= on, and_(of.c.valid_to_on.is_(None), of.c.successor_id.is_(None)))
    return and_(begun, lasts)


def _has_followed(
    one: FromClause, follower: ColumnElement[Any], on: date | BindParameter[date]
) -> ColumnElement[bool]:
    """Whether on that day `follower` has taken the place of `one`."""
    return and_(one.c.successor_id == follower, or_(one.c.valid_to_on.is_(None), one.c.valid_to_on < on))


def tree_of(unit_id: int | BindParameter[int]) -> Select[int]:
    """The query for the ids of a unit and all units below it, those that have ended too."""
    tree = select(unit.c.id).where(unit.c.id == unit_id).cte(recursive=True)
    child = unit.alias("child")
    tree = tree.union(select(child.c.id).join(tree, child.c.parent_id == tree.c.id))
    return select(tree.c.id)


def below(connection: Connection, unit_id: int, on: date) -> list[int]:
    """Ids of a unit and all units below it that are valid on that day."""
    return sorted(connection.execute(_below, {"id": unit_id, "on": on}).scalars())


_id: BindParameter[int] = bindparam("id", type_=unit.c.id.type)
_on: BindParameter[date] = bindparam("on", type_=unit.c.valid_to_on.type)
_below = select(unit.c.id).where(unit.c.id.in_(tree_of(_id)), or_(unit.c.id == _id, is_valid(_on)))


def held_by(connection: Connection, unit_id: int, on: date, *, lower: bool = False) -> list[int]:
    """Ids of the units whose things are a unit's on that day: its own, and those of the units it has
    followed; `lower`: of all below these too, whenever they were. Things keep the unit of their time."""
    return sorted(connection.execute(_held[lower], {"id": unit_id, "on": on}).scalars())


def _held_by(lower: bool) -> Select[int]:
    held = select(unit.c.id).where(unit.c.id == _id).cte("held", recursive=True)
    other = unit.alias("other")
    reached = _has_followed(other, held.c.id, _on)
    if lower:
        reached = or_(reached, other.c.parent_id == held.c.id)
    held = held.union(select(other.c.id).join(held, reached))
    return select(held.c.id)


_held = {lower: _held_by(lower) for lower in (False, True)}


def successors_of(connection: Connection, ids: Collection[int], on: date) -> dict[int, int]:
    """The unit that stands on that day for each of these: itself, or the end of the chain of those that
    followed it. Figures of the past are told under it."""
    standing = {id: id for id in ids}
    while True:
        rows = connection.execute(
            select(unit.c.id, unit.c.successor_id).where(
                unit.c.id.in_(set(standing.values())), _has_followed(unit, unit.c.successor_id, on)
            )
        )
        followed = {row.id: row.successor_id for row in rows}
        if not followed:
            return standing
        standing = {id: followed.get(heir, heir) for id, heir in standing.items()}


def reporting_below(connection: Connection, ids: Collection[int]) -> dict[int, int]:
    """The units directly below these in which somebody reports or reported, or works who can enter reports:
    unit id → id of the one above."""
    rows = connection.execute(_reporting_below, {"above": list(ids)})
    return {row.id: row.parent_id for row in rows}


_reporting_below = (
    select(unit.c.id, unit.c.parent_id)
    .where(
        unit.c.parent_id.in_(bindparam("above", expanding=True)),
        exists().where(
            membership.c.unit_id == unit.c.id,
            membership.c.role.in_(("collaborator", "coordinator", "duty")),
        ),
    )
    .order_by(unit.c.id)
)


def children_of(connection: Connection, id: int) -> list[UnitRow]:
    """The units directly below one that have no successor, by name."""
    rows = connection.execute(
        select(*_columns).where(unit.c.parent_id == id, unit.c.successor_id.is_(None)).order_by(unit.c.name)
    )
    return [UnitRow(*row) for row in rows]


def areas_of(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    """These units and the territories directly below them, by name."""
    mine = or_(unit.c.id.in_(ids), unit.c.parent_id.in_(ids))
    rows = connection.execute(
        select(unit.c.id, unit.c.name)
        .where(mine, unit.c.territorial.is_(True), unit.c.successor_id.is_(None))
        .order_by(unit.c.name)
    )
    return {row.id: row.name for row in rows}


DEEPEST = 12
"""Levels of units that are looked through; a country has four."""

_climb = (
    select(unit.c.id, unit.c.parent_id, literal(0).label("level"))
    .where(unit.c.id == bindparam("id"))
    .cte("climb", recursive=True)
)
_climb = _climb.union_all(
    select(unit.c.id, unit.c.parent_id, _climb.c.level + 1).where(
        unit.c.id == _climb.c.parent_id, _climb.c.level < DEEPEST
    )
)
_above = select(_climb.c.id).order_by(_climb.c.level)


def above(connection: Connection, unit_id: int) -> list[int]:
    """Ids of a unit and all units above it, the unit itself first."""
    return list(dict.fromkeys(connection.execute(_above, {"id": unit_id}).scalars()))


def around(connection: Connection, unit_id: int, on: date) -> list[UnitRow]:
    """Units a matter of this one can be put to: all below it, those directly below any unit above it, and
    these; valid on that day, and no villages, which have no office."""
    chain = above(connection, unit_id)
    rows = connection.execute(_around, {"id": unit_id, "on": on, "chain": chain})
    return [UnitRow(*row) for row in rows]


_chain: BindParameter[list[int]] = bindparam("chain", expanding=True)
_near = or_(unit.c.parent_id.in_(_chain), unit.c.id.in_(_chain), unit.c.id.in_(tree_of(_id)))
_around = (
    select(*_columns)
    .where(_near, unit.c.id != _id, is_valid(_on), unit.c.type != "village")
    .order_by(unit.c.id)
)


def names_held(connection: Connection, ids: Collection[int], on: date) -> dict[int, tuple[str, ...]]:
    """Every other name by which these units are understood: their codes, their former names, and the names
    of the units they have followed."""
    of = {id: id for id in ids}
    last = of
    while last:
        followed = select(unit.c.id, unit.c.successor_id).where(
            unit.c.successor_id.in_(last), _has_followed(unit, unit.c.successor_id, on)
        )
        pairs = connection.execute(followed).all()
        last = {id: of[heir] for id, heir in pairs if id not in of}
        of = of | last
    names: dict[int, list[str]] = {id: [] for id in ids}
    own = select(unit.c.id, unit.c.code, unit.c.name).where(unit.c.id.in_(of)).order_by(unit.c.id)
    for id, code, name in connection.execute(own):
        names[of[id]].append(code if id in names else name)
    former = select(unit_alias.c.unit_id, unit_alias.c.name).where(unit_alias.c.unit_id.in_(of))
    for id, name in connection.execute(former.order_by(unit_alias.c.id)):
        names[of[id]].append(name)
    return {id: tuple(found) for id, found in names.items()}
