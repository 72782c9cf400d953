"""Units as lists have them: by code, under every name they ever had."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from domain.text import fold
from domain.unit_list import Unit
from storage.tables import unit, unit_alias


def listed(connection: Connection) -> list[Unit]:
    """Every unit with its former names, in the order they were entered."""
    aliases: dict[int, list[str]] = {}
    for row in connection.execute(select(unit_alias.c.unit_id, unit_alias.c.name).order_by(unit_alias.c.id)):
        aliases.setdefault(row.unit_id, []).append(row.name)
    above, heir = unit.alias(), unit.alias()
    rows = connection.execute(
        select(unit, above.c.code.label("parent"), heir.c.code.label("successor"))
        .join(above, above.c.id == unit.c.parent_id, isouter=True)
        .join(heir, heir.c.id == unit.c.successor_id, isouter=True)
        .order_by(unit.c.id)
    )
    return [
        Unit(
            row.code,
            row.name,
            row.type,
            row.parent,
            row.valid_from_on,
            row.valid_to_on,
            row.successor,
            tuple(aliases.get(row.id, ())),
        )
        for row in rows
    ]


def ids(connection: Connection) -> dict[str, int]:
    """The ids of all units by their codes."""
    return {row.code: row.id for row in connection.execute(select(unit.c.code, unit.c.id))}


def find(connection: Connection, code: str) -> int | None:
    """The id of the unit with this code, in capitals or not."""
    query = select(unit.c.id).where(func.lower(unit.c.code) == code.lower())
    return connection.execute(query).scalar()


def add(connection: Connection, **values: Any) -> int:
    """A new unit; gives its id."""
    return int(connection.execute(insert(unit).values(values).returning(unit.c.id)).scalar_one())


def change(connection: Connection, id: int, **values: Any) -> None:
    """Set columns of a unit."""
    connection.execute(update(unit).where(unit.c.id == id).values(values))


def rename(connection: Connection, id: int, aliases: Iterable[str]) -> None:
    """These are the other names of a unit; those it had before are replaced."""
    connection.execute(delete(unit_alias).where(unit_alias.c.unit_id == id))
    for name in aliases:
        connection.execute(insert(unit_alias).values(unit_id=id, name=name, folded=fold(name)))
