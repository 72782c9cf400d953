"""The trail of what was done by whom: never with words of a report. DOMAIN §7 (kept five years)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, String, cast, insert, literal, select, union

from storage.tables import audit, membership

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


@dataclass(frozen=True, slots=True)
class Noted:
    """One act of the trail. `actor` is "person 17" or the terminal."""

    id: int
    at: datetime
    actor: str
    act: str
    object: str | None
    detail: dict[str, Any] | None


CALLED = ("person ", "CTV-")
"""What stands before a person's number in the name of an actor."""


def _called(units: Collection[int], name: str) -> Select[str]:
    return select(literal(name) + cast(membership.c.person_id, String)).where(
        membership.c.unit_id.in_(units), membership.c.person_id.is_not(None)
    )


def trail(connection: Connection, units: Collection[int], before: int, limit: int) -> list[Noted]:
    """What people who serve or served in these units did, the newest first, from below the number `before` on
    (0: from the newest)."""
    people = union(*(_called(units, name) for name in CALLED))
    query = select(audit.c.id, audit.c.at, audit.c.actor, audit.c.act, audit.c.object, audit.c.detail).where(
        audit.c.actor.in_(people)
    )
    if before:
        query = query.where(audit.c.id < before)
    return [Noted(*row) for row in connection.execute(query.order_by(audit.c.id.desc()).limit(limit))]
