"""The trail of what was done by whom: never with words of a report, and never with who reported. DOMAIN §7
(kept five years). Rows are chained (`domain/chain.py`) in the order of their ids, and only ever added.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    String,
    bindparam,
    cast,
    delete,
    func,
    insert,
    literal,
    select,
    text,
    union,
)

from domain.chain import GENESIS, Entry, Head, hash_of
from storage.database import upserting
from storage.tables import audit, audit_head, membership

TERMINAL = "terminal"
"""The actor of commands: whoever may run them on this machine."""

DROPPED = "audit-dropped"
"""The act that says which rows retention took: up to the id that is its object, `rows` in all, the last of
them with `hash`. The triggers let exactly those go."""

LOCK = 0x62616F6175646974
"""PostgreSQL's advisory lock of whoever writes the next row, until the commit. SQLite has one writer."""


def person(id: int) -> str:
    """The actor of what a person did."""
    return f"person {id}"


def _keeping(insert: Any) -> Any:
    added = insert(audit_head)
    return added.on_conflict_do_update(
        index_elements=["day_on"], set_={name: added.excluded[name] for name in ("hash", "count")}
    )


_keep_head = upserting(_keeping)


def note(
    connection: Connection,
    act: str,
    object: str | None,
    *,
    now: datetime,
    actor: str = TERMINAL,
    **detail: Any,
) -> None:
    """Write down one act, after all that were written before it. `detail` holds no fractional numbers."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    last = last_head(connection)
    previous, count = (last.hash, last.count) if last else (GENESIS, 0)
    hash = hash_of(now, actor, act, object, detail or None, previous)
    connection.execute(
        insert(audit).values(
            at=now, actor=actor, act=act, object=object, detail=detail or None, previous=previous, hash=hash
        )
    )
    today = now.astimezone(UTC).date()
    day = max(today, last.day) if last else today  # a clock that is behind adds to the day that has begun
    connection.execute(_keep_head(connection), {"day_on": day, "hash": hash, "count": count + 1})


# -- the chain ---------------------------------------------------------------------------------------

_heads = select(audit_head.c.day_on, audit_head.c.hash, audit_head.c.count)
_entries = select(
    audit.c.id, audit.c.at, audit.c.actor, audit.c.act, audit.c.object, audit.c.detail, audit.c.previous,
    audit.c.hash,
)  # fmt: skip


def last_head(connection: Connection, before: date | None = None) -> Head | None:
    """The head of the newest day (before that one)."""
    newest = _heads.order_by(audit_head.c.day_on.desc()).limit(1)
    if before is not None:
        newest = newest.where(audit_head.c.day_on < before)
    row = connection.execute(newest).one_or_none()
    return Head(*row) if row else None


def head_on(connection: Connection, day: date) -> Head | None:
    """The head of the newest day up to `day`: what was the last row when it ended."""
    row = connection.execute(
        _heads.where(audit_head.c.day_on <= day).order_by(audit_head.c.day_on.desc()).limit(1)
    ).one_or_none()
    return Head(*row) if row else None


def heads(connection: Connection) -> list[Head]:
    """The heads of all days, the earliest first."""
    return [Head(*row) for row in connection.execute(_heads.order_by(audit_head.c.day_on))]


def entries(connection: Connection) -> Iterator[Entry]:
    """Every row in order; never all of them in memory."""
    with connection.execute(_entries.order_by(audit.c.id).execution_options(yield_per=500)) as rows:
        for row in rows:
            yield Entry(*row)


def newest(connection: Connection, limit: int, since: datetime | None = None) -> list[Entry]:
    """The last `limit` rows (since an instant), in order."""
    last = _entries.order_by(audit.c.id.desc()).limit(limit)
    if since is not None:
        last = last.where(audit.c.at >= since)
    return [Entry(*row) for row in connection.execute(last)][::-1]


def of(connection: Connection, act: str, objects: Collection[str]) -> list[Entry]:
    """Every row of this act about one of `objects`, in order."""
    rows = connection.execute(
        _entries.where(audit.c.act == act, audit.c.object.in_(objects)).order_by(audit.c.id)
    )
    return [Entry(*row) for row in rows]


# -- retention ---------------------------------------------------------------------------------------


def last_dropped(connection: Connection) -> Entry | None:
    """The row that says what retention took last."""
    row = connection.execute(
        _entries.where(audit.c.act == DROPPED).order_by(audit.c.id.desc()).limit(1)
    ).one_or_none()
    return Entry(*row) if row else None


def last_before(connection: Connection, instant: datetime) -> Entry | None:
    """The last of the rows at the beginning of the trail that are all older than `instant`."""
    row = connection.execute(_last_before, {"instant": instant}).one_or_none()
    return Entry(*row) if row else None


_kept = select(func.min(audit.c.id)).where(audit.c.at >= bindparam("instant")).scalar_subquery()
_last_before = _entries.where(audit.c.id < _kept).order_by(audit.c.id.desc()).limit(1)


def count_to(connection: Connection, id: int) -> int:
    """How many rows there are up to this one."""
    return connection.execute(select(func.count()).select_from(audit).where(audit.c.id <= id)).scalar_one()


def drop_to(connection: Connection, id: int) -> None:
    """Drop the rows up to this one; refused by the database unless a row of the trail says so."""
    connection.execute(delete(audit).where(audit.c.id <= id))


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


_FOR_EVER = datetime(9999, 1, 1, tzinfo=UTC)


def _called(units: Collection[int], name: str) -> Select[str, datetime]:
    until = func.max(func.coalesce(membership.c.ended_at, _FOR_EVER))
    return (
        select((literal(name) + cast(membership.c.person_id, String)).label("name"), until.label("until_at"))
        .where(membership.c.unit_id.in_(units), membership.c.person_id.is_not(None))
        .group_by(membership.c.person_id)
    )


def trail(connection: Connection, units: Collection[int], before: int, limit: int) -> list[Noted]:
    """What people did while they served in these units, the newest first, from below the number `before` on
    (0: from the newest). What they do after that elsewhere is not for these units."""
    people = union(*(_called(units, name) for name in CALLED)).subquery()
    query = (
        select(audit.c.id, audit.c.at, audit.c.actor, audit.c.act, audit.c.object, audit.c.detail)
        .join(people, people.c.name == audit.c.actor)
        .where(audit.c.at <= people.c.until_at)
    )
    if before:
        query = query.where(audit.c.id < before)
    return [Noted(*row) for row in connection.execute(query.order_by(audit.c.id.desc()).limit(limit))]
