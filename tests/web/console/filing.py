"""Reports as they lie in the database, filed without a talk: to look at lists of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from domain.text import fold
from storage import reports
from tests.house import House


def file(home: House, said: str, **values: Any) -> int:
    """One report of the house's unit; gives its number."""
    return home.database.write_now(lambda c: add(c, home.unit_id, said, home.app.now(), **values))


def add(connection: Connection, unit_id: int, said: str, at: datetime, **values: Any) -> int:
    """The same inside a transaction."""
    given: dict[str, Any] = {
        "unit_id": unit_id,
        "area_id": unit_id,
        "nil": False,
        "topic": "MT",
        "tone": "uneasy",
        "level": "normal",
        "said": said,
        "folded": fold(said),
        "channel": "web",
        "status": "sent",
        "filed_at": at,
        "editable_until_at": at + timedelta(minutes=10),
        "revision": 1,
    }
    return reports.add_report(connection, **given | values)
