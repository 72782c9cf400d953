"""Invites and wrong tries at them. A code itself is never kept, only what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select, update

from storage.tables import invite, invite_try


@dataclass(frozen=True, slots=True)
class Invite:
    """An open invite: to a role in a unit, or (`person_id`) a further address for somebody known."""

    id: int
    unit_id: int
    role: str
    label: str | None
    membership_id: int | None
    person_id: int | None
    expires_at: datetime


_columns = (
    invite.c.id, invite.c.unit_id, invite.c.role, invite.c.label, invite.c.membership_id, invite.c.person_id,
    invite.c.expires_at,
)  # fmt: skip


_open = select(*_columns).where(invite.c.used_at.is_(None), invite.c.expires_at > bindparam("now"))
_by_hash = _open.where(invite.c.code_hash == bindparam("code"))
_by_id = _open.where(invite.c.id == bindparam("id"))


def add_invite(
    connection: Connection,
    *,
    code_hash: str,
    unit_id: int,
    role: str,
    label: str | None,
    membership_id: int | None,
    person_id: int | None,
    now: datetime,
    expires_at: datetime,
) -> int:
    """A new invite; gives its id. Raises IntegrityError for a hash that exists."""
    added = connection.execute(
        insert(invite)
        .values(
            code_hash=code_hash,
            unit_id=unit_id,
            role=role,
            label=label,
            membership_id=membership_id,
            person_id=person_id,
            created_at=now,
            expires_at=expires_at,
        )
        .returning(invite.c.id)
    )
    return int(added.scalar_one())


def open_by_hash(connection: Connection, code_hash: str, now: datetime) -> Invite | None:
    """The invite with this hash if it may still be used."""
    return _found(connection, _by_hash, now, code=code_hash)


def open_by_id(connection: Connection, id: int, now: datetime) -> Invite | None:
    """The invite with this id if it may still be used."""
    return _found(connection, _by_id, now, id=id)


def _found(connection: Connection, query: Select[Any], now: datetime, **which: Any) -> Invite | None:
    row = connection.execute(query, {"now": now, **which}).one_or_none()
    return Invite(*row) if row else None


_use = (
    update(invite)
    .where(
        invite.c.id == bindparam("invite"),
        invite.c.used_at.is_(None),
        invite.c.expires_at > bindparam("now"),
    )
    .values(used_at=bindparam("now"))
    .returning(*_columns)
)


def use(connection: Connection, id: int, now: datetime) -> Invite | None:
    """Mark an open invite used and give it; None when somebody else was first."""
    row = connection.execute(_use, {"invite": id, "now": now}).one_or_none()
    return Invite(*row) if row else None


def close_of_membership(connection: Connection, membership_id: int, now: datetime) -> None:
    """Invites to this membership open no more."""
    connection.execute(
        update(invite)
        .where(invite.c.membership_id == membership_id, invite.c.used_at.is_(None), invite.c.expires_at > now)
        .values(expires_at=now)
    )


def close_of_person(connection: Connection, person_id: int, now: datetime) -> None:
    """Codes for a further address of this person open no more."""
    connection.execute(
        update(invite)
        .where(invite.c.person_id == person_id, invite.c.used_at.is_(None), invite.c.expires_at > now)
        .values(expires_at=now)
    )


_tries_since = (
    select(func.count())
    .select_from(invite_try)
    .where(invite_try.c.lane == bindparam("lane"), invite_try.c.at > bindparam("since"))
)


def tries_since(connection: Connection, lane: str, since: datetime) -> int:
    """How many wrong codes came from this lane after `since`."""
    return connection.execute(_tries_since, {"lane": lane, "since": since}).scalar_one()


def add_try(connection: Connection, lane: str, now: datetime, forget_before: datetime) -> None:
    """A wrong code came from this lane. Tries that count no more are forgotten, whoever made them."""
    connection.execute(delete(invite_try).where(invite_try.c.at <= forget_before))
    connection.execute(insert(invite_try).values(lane=lane, at=now))
