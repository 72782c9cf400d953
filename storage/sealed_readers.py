"""Who alone reads what is sealed for a unit, where somebody is named."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, delete, insert, select

from storage.tables import sealed_reader


def of_unit(connection: Connection, unit_id: int) -> set[int]:
    """Ids of those named for a unit."""
    named = select(sealed_reader.c.person_id).where(sealed_reader.c.unit_id == unit_id)
    return set(connection.execute(named).scalars())


def replace_all(connection: Connection, unit_id: int, people: Collection[int]) -> None:
    """Name these people, and nobody else."""
    connection.execute(delete(sealed_reader).where(sealed_reader.c.unit_id == unit_id))
    if people:
        connection.execute(insert(sealed_reader), [{"unit_id": unit_id, "person_id": id} for id in people])
