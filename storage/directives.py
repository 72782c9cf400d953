"""Directives: documents by which something is ordered, and the matters they are about. DOMAIN §1 row 36."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select

from storage.database import upserting
from storage.tables import directive, matter_directive


@dataclass(frozen=True, slots=True)
class DirectiveRow:
    """A directive: its number, its day, who issued it, what it says in short."""

    id: int
    unit_id: int
    number: str
    issued_on: date
    body: str
    said: str


_columns = (
    directive.c.id, directive.c.unit_id, directive.c.number, directive.c.issued_on, directive.c.body,
    directive.c.said,
)  # fmt: skip
_add = upserting(
    lambda insert: insert(directive).on_conflict_do_nothing(index_elements=["unit_id", "number"])
)


def settle(
    connection: Connection,
    unit_id: int,
    number: str,
    *,
    issued_on: date,
    body: str,
    said: str,
    now: datetime,
) -> DirectiveRow:
    """The unit's directive of this number: a new one, unless there is one already."""
    given = {"unit_id": unit_id, "number": number, "issued_on": issued_on, "body": body, "said": said}
    connection.execute(_add(connection), given | {"made_at": now})
    query = select(*_columns).where(directive.c.unit_id == unit_id, directive.c.number == number)
    return DirectiveRow(*connection.execute(query).one())


def of_unit(connection: Connection, unit_id: int, limit: int) -> list[DirectiveRow]:
    """The unit's directives, the newest first."""
    rows = connection.execute(
        select(*_columns)
        .where(directive.c.unit_id == unit_id)
        .order_by(directive.c.issued_on.desc(), directive.c.id.desc())
        .limit(limit)
    )
    return [DirectiveRow(*row) for row in rows]


def find(connection: Connection, id: int) -> DirectiveRow | None:
    """One directive, or None."""
    row = connection.execute(select(*_columns).where(directive.c.id == id)).one_or_none()
    return DirectiveRow(*row) if row else None


def link(connection: Connection, matter_id: int, directive_id: int) -> bool:
    """The directive is about this matter; False when that was known."""
    if directive_id in {one.id for one in of_matter(connection, matter_id)}:
        return False
    connection.execute(insert(matter_directive).values(matter_id=matter_id, directive_id=directive_id))
    return True


def of_matter(connection: Connection, matter_id: int) -> list[DirectiveRow]:
    """The directives about a matter, the oldest first."""
    rows = connection.execute(
        select(*_columns)
        .join(matter_directive, matter_directive.c.directive_id == directive.c.id)
        .where(matter_directive.c.matter_id == matter_id)
        .order_by(directive.c.issued_on, directive.c.id)
    )
    return [DirectiveRow(*row) for row in rows]
