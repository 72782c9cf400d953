"""The trail of what was done by whom: never with words of a report. DOMAIN §7 (kept five years)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from storage.tables import audit

TERMINAL = "terminal"
"""The actor of commands: whoever may run them on this machine."""


def note(
    connection: Connection,
    act: str,
    object: str | None,
    *,
    now: datetime,
    actor: str = TERMINAL,
    **detail: Any,
) -> None:
    """Write down one act."""
    connection.execute(
        insert(audit).values(at=now, actor=actor, act=act, object=object, detail=detail or None)
    )
