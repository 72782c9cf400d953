"""People of the direct line: their unit sees them on no list and in no count (DOMAIN §7, ADR 0018)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from storage.tables import membership


def hidden() -> Select[Any]:
    """The query for their ids. Whoever has left the direct line with a seat of it stays hidden: what was
    their own must not turn up once they are gone."""
    return select(membership.c.person_id).where(membership.c.direct_line, membership.c.person_id.is_not(None))


def shown(person_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a person may stand on a list of their unit and be counted there."""
    return person_id.not_in(hidden())


def among(connection: Connection, people: Collection[int]) -> set[int]:
    """Those of `people` who are hidden."""
    return set(connection.execute(hidden().where(membership.c.person_id.in_(people))).scalars())
