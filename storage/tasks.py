"""Tasks: what somebody is to do, until when, and what became of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, insert, or_, select, update

from domain.tasks import DONE, OPEN
from storage.tables import matter, matter_reader, task


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task; columns as in `storage/tables.py`. `owner_id` None: its owner has been erased."""

    id: int
    unit_id: int
    meeting_id: int | None
    matter_id: int | None
    owner_id: int | None
    given_by: int | None
    said: str
    due_on: date
    state: str
    made_at: datetime
    done_at: datetime | None
    result: str | None
    stage: int
    next_at: datetime | None


_columns: tuple[Any, ...] = (
    task.c.id, task.c.unit_id, task.c.meeting_id, task.c.matter_id, task.c.owner_id, task.c.given_by,
    task.c.said, task.c.due_on, task.c.state, task.c.made_at, task.c.done_at, task.c.result, task.c.stage,
    task.c.next_at,
)  # fmt: skip
_by_id = select(*_columns).where(task.c.id == bindparam("id"))


def add(connection: Connection, **values: Any) -> int:
    """A new task; gives its id."""
    return int(connection.execute(insert(task).values(values).returning(task.c.id)).scalar_one())


def find(connection: Connection, id: int) -> TaskRow | None:
    """One task, or None."""
    row = connection.execute(_by_id, {"id": id}).one_or_none()
    return TaskRow(*row) if row else None


def change(connection: Connection, id: int, **values: Any) -> None:
    """Set columns of a task."""
    connection.execute(update(task).where(task.c.id == id).values(**values))


def finish(connection: Connection, id: int, result: str, now: datetime) -> bool:
    """It is done; False when it was done before."""
    done = connection.execute(
        update(task)
        .where(task.c.id == id, task.c.state == OPEN)
        .values(state=DONE, done_at=now, result=result, next_at=None)
    )
    return done.rowcount == 1


def open_of(connection: Connection, person_id: int, limit: int = 20) -> list[TaskRow]:
    """What this person is still to do, what is due first at the head."""
    return _listed(connection, task.c.owner_id == person_id, task.c.state == OPEN, limit=limit)


def of_units(
    connection: Connection, units: Collection[int], person_id: int, limit: int = 20
) -> list[TaskRow]:
    """What is still to be done in these units and this person may know of, what is due first at the head."""
    known = task.c.unit_id.in_(units), _is_known_to(person_id)
    return _listed(connection, *known, task.c.state == OPEN, limit=limit)


def known_to(connection: Connection, person_id: int, ids: Collection[int]) -> set[int]:
    """Those of these tasks that this person may know of: one given out of a sensitive matter, only its owner
    and those named in the matter."""
    known = select(task.c.id).where(task.c.id.in_(ids), _is_known_to(person_id))
    return set(connection.execute(known).scalars())


def _is_known_to(person_id: int) -> ColumnElement[bool]:
    named = select(matter_reader.c.matter_id).where(matter_reader.c.person_id == person_id)
    kept = select(matter.c.id).where(matter.c.sensitive, matter.c.id.not_in(named))
    is_own = task.c.owner_id == person_id
    return or_(task.c.matter_id.is_(None), task.c.matter_id.not_in(kept), is_own)


def of_person(connection: Connection, person_id: int) -> list[TaskRow]:
    """Everything this person was given, for the copy of the own data."""
    return _listed(connection, task.c.owner_id == person_id, limit=100_000)


def _listed(connection: Connection, *where: Any, limit: int) -> list[TaskRow]:
    query = select(*_columns).where(*where).order_by(task.c.due_on, task.c.id).limit(limit)
    return [TaskRow(*row) for row in connection.execute(query)]


def disown(connection: Connection, person_id: int) -> None:
    """Somebody is erased: what was given to them is nobody's."""
    connection.execute(update(task).where(task.c.owner_id == person_id).values(owner_id=None))


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether `due` would give anything."""
    return connection.execute(_any_due, {"now": now}).first() is not None


_any_due = select(task.c.id).where(task.c.next_at <= bindparam("now")).limit(1)


def due(connection: Connection, now: datetime, limit: int = 500) -> list[TaskRow]:
    """Tasks whose next reminder has come; taken by this process alone."""
    rows = connection.execute(
        select(*_columns)
        .where(task.c.next_at <= now)
        .order_by(task.c.due_on, task.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [TaskRow(*row) for row in rows]
