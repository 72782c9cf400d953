"""Facts about this installation: a handful of named values."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.database import upserting
from storage.tables import audit, inbox, meta, report

_value = select(meta.c.value).where(meta.c.key == bindparam("key"))


def get(connection: Connection, key: str) -> str | None:
    """The value kept under `key`."""
    return connection.execute(_value, {"key": key}).scalar()


def put(connection: Connection, key: str, value: str) -> None:
    """Keep `value` under `key`."""
    if connection.execute(update(meta).where(meta.c.key == key).values(value=value)).rowcount == 0:
        connection.execute(insert(meta).values(key=key, value=value))


_offer = upserting(lambda insert: insert(meta).on_conflict_do_nothing(index_elements=["key"]))


def settle(connection: Connection, key: str, offer: str) -> str:
    """The value kept under `key`; `offer` if there was none, even when several processes offer at once."""
    kept = get(connection, key)
    if kept is None:
        connection.execute(_offer(connection), {"key": key, "value": offer})
        kept = connection.execute(_value, {"key": key}).scalar_one()
    return kept or offer


def newest_row_at(connection: Connection) -> datetime | None:
    """The instant of the newest row of what came in, was reported or was done."""
    rows = (
        select(table.c[at]).order_by(table.c.id.desc()).limit(1)
        for table, at in ((inbox, "received_at"), (report, "filed_at"), (audit, "at"))
    )
    return max(filter(None, (connection.execute(row).scalar() for row in rows)), default=None)
