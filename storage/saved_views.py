"""Lists of reports that somebody keeps: their own filters under a name of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from storage.tables import saved_view

MOST = 20


@dataclass(frozen=True, slots=True)
class SavedView:
    """One of them: what it is called, and the end of its address."""

    id: int
    label: str
    query: str


def views_of(connection: Connection, person_id: int) -> list[SavedView]:
    """A person's own, in the order they were kept."""
    rows = connection.execute(
        select(saved_view.c.id, saved_view.c.label, saved_view.c.query)
        .where(saved_view.c.person_id == person_id)
        .order_by(saved_view.c.id)
    )
    return [SavedView(*row) for row in rows]


def keep(connection: Connection, person_id: int, label: str, query: str, now: datetime) -> bool:
    """Keep one; False where there are too many already. One of the same name is replaced."""
    own = saved_view.c.person_id == person_id
    connection.execute(delete(saved_view).where(own, saved_view.c.label == label))
    if connection.execute(select(func.count()).where(own)).scalar_one() >= MOST:
        return False
    connection.execute(insert(saved_view).values(person_id=person_id, label=label, query=query, made_at=now))
    return True


def drop(connection: Connection, person_id: int, id: int) -> None:
    """Keep one of one's own no longer."""
    connection.execute(delete(saved_view).where(saved_view.c.id == id, saved_view.c.person_id == person_id))


def forget_person(connection: Connection, person_id: int) -> None:
    """None of this person's is left."""
    connection.execute(delete(saved_view).where(saved_view.c.person_id == person_id))
