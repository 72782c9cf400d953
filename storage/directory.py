"""The units as a running process looks them up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, or_, select

from storage.tables import unit


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


def tree_of(unit_id: int) -> Select[int]:
    """The query for the ids of a unit and all units below it that have no successor."""
    tree = select(unit.c.id).where(unit.c.id == unit_id).cte(recursive=True)
    child = unit.alias("child")
    tree = tree.union(
        select(child.c.id).join(tree, child.c.parent_id == tree.c.id).where(child.c.successor_id.is_(None))
    )
    return select(tree.c.id)


def below(connection: Connection, unit_id: int) -> list[int]:
    """Ids of a unit and all units below it that have no successor."""
    return sorted(connection.execute(tree_of(unit_id)).scalars())


def above(connection: Connection, unit_id: int) -> list[int]:
    """Ids of a unit and all units above it, the unit itself first."""
    chain: list[int] = []
    one: int | None = unit_id
    while one is not None and one not in chain:
        chain.append(one)
        one = connection.execute(select(unit.c.parent_id).where(unit.c.id == one)).scalar()
    return chain


def around(connection: Connection, unit_id: int) -> list[UnitRow]:
    """Units a matter of this one can be put to: all below it, those directly below any unit above it, and
    these; none that has a successor, and no villages, which have no office."""
    chain = above(connection, unit_id)
    near = or_(unit.c.parent_id.in_(chain), unit.c.id.in_(chain), unit.c.id.in_(tree_of(unit_id)))
    rows = connection.execute(
        select(*_columns)
        .where(near, unit.c.id != unit_id, unit.c.successor_id.is_(None), unit.c.type != "village")
        .order_by(unit.c.id)
    )
    return [UnitRow(*row) for row in rows]
