"""Invites: ten letters that make one person a member, once. Why they are hashed so: docs/adr/0004."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from storage import invites, meta
from storage.invites import Invite

LETTERS = "ABCDEFGHJKMNPRSTUVWXYZ"
"""Without I, L, O and Q, which are mistaken for one another and for digits."""

LENGTH = 10
VALID_FOR = timedelta(days=14)
TRIES = 5
TRIES_WITHIN = timedelta(hours=1)

SALT = "invite_salt"
HARD = {"n": 2**12, "r": 8, "p": 1, "dklen": 32}
"""About 10 ms and 4 MB a guess: nothing to one who has a code, years to one who has the hashes."""

ROLES = ("collaborator", "coordinator", "duty", "leader", "administrator", "observer", "unit")
"""DOMAIN §11.5; a unit that answers referrals has no account."""


@dataclass(frozen=True, slots=True)
class NewInvite:
    """A code as it is shown once, to whoever made it."""

    code: str
    expires_at: datetime


def invite(
    connection: Connection,
    *,
    unit_id: int,
    role: str,
    now: datetime,
    label: str | None = None,
    membership_id: int | None = None,
    person_id: int | None = None,
    valid_for: timedelta = VALID_FOR,
) -> NewInvite:
    """Make a code for `role` in a unit: for anybody, a place in a list, or a person's further address.

    Raises ValueError for a role that has no account.
    """
    if role not in ROLES:
        raise ValueError(f"no such role: {role}")
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    expires_at = now + valid_for
    invites.add_invite(
        connection,
        code_hash=_hash(connection, code),
        unit_id=unit_id,
        role=role,
        label=label,
        membership_id=membership_id,
        person_id=person_id,
        now=now,
        expires_at=expires_at,
    )
    return NewInvite(code, expires_at)


def open_invite(connection: Connection, code: str, lane: str, now: datetime) -> Invite | None:
    """The invite that `code` opens for whoever writes from `lane`.

    None alike for a code that is wrong, used, expired or from elsewhere, and for every code after five wrong
    ones within an hour.
    """
    if is_locked_out(connection, lane, now):
        return None
    found = invites.open_by_hash(connection, _hash(connection, code), now)
    if found is None:
        invites.add_try(connection, lane, now, now - TRIES_WITHIN)
    return found


def is_locked_out(connection: Connection, lane: str, now: datetime) -> bool:
    """Whether five wrong codes have come from `lane` within the hour."""
    return invites.tries_since(connection, lane, now - TRIES_WITHIN) >= TRIES


def still_open(connection: Connection, invite_id: int, now: datetime) -> Invite | None:
    """The invite of a joining talk that gave its code before, while it may be used."""
    return invites.open_by_id(connection, invite_id, now)


def use_invite(connection: Connection, invite_id: int, now: datetime) -> Invite | None:
    """Use an invite up. None when it was used or has expired meanwhile."""
    return invites.use(connection, invite_id, now)


def _hash(connection: Connection, code: str) -> str:
    return hashlib.scrypt(code.strip().upper().encode(), salt=_salt(connection), **HARD).hex()


def _salt(connection: Connection) -> bytes:
    """The installation's own salt, made with its first invite."""
    salt = meta.settle(connection, SALT, secrets.token_hex(16))
    return bytes.fromhex(salt)
