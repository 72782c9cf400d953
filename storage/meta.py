"""Facts about this installation: a handful of named values."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from storage.tables import meta


def get(connection: Connection, key: str) -> str | None:
    """The value kept under `key`."""
    return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()


def put(connection: Connection, key: str, value: str) -> None:
    """Keep `value` under `key`."""
    if connection.execute(update(meta).where(meta.c.key == key).values(value=value)).rowcount == 0:
        connection.execute(insert(meta).values(key=key, value=value))
