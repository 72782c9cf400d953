"""Everybody's private calendar of deadlines, for those without a channel that rings. DESIGN §5.

Whoever has the address reads it, so it cannot be guessed, names nobody, and ends when the person leaves or
asks for another one.
"""

from __future__ import annotations

import hmac
import re
import secrets
from datetime import datetime
from hashlib import sha256
from itertools import chain

from sqlalchemy import Connection

from domain.feed import Deadline, calendar_file
from messages import catalogue, say
from storage import directory, meta, people, periods
from storage.periods import REGULAR

KEY = "feed_key"
"""The installation's own key for these addresses."""

_TOKEN = re.compile(r"([0-9a-f]{1,15})-([0-9a-f]{32})")


def token_of(connection: Connection, person_id: int) -> str:
    """The last part of the person's address: 128 bits nobody can guess."""
    key = meta.settle(connection, KEY, secrets.token_hex(32))
    return f"{person_id:x}-{_sign(key, person_id, _number(connection, person_id))}"


def renew(connection: Connection, person_id: int) -> str:
    """Another address; the former one leads nowhere any more."""
    meta.put(connection, _counter(person_id), str(_number(connection, person_id) + 1))
    return token_of(connection, person_id)


def feed(connection: Connection, token: str, now: datetime) -> bytes | None:
    """The calendar at this address; None for every address that is nobody's."""
    found, key = _TOKEN.fullmatch(token), meta.get(connection, KEY)
    if found is None or key is None:
        return None
    person_id = int(found[1], 16)
    wanted = _sign(key, person_id, _number(connection, person_id))
    if not hmac.compare_digest(wanted, found[2]) or not people.is_here(connection, person_id):
        return None
    served = (people.units_of(connection, person_id, role) for role in ("collaborator", "coordinator"))
    units = list(dict.fromkeys(chain.from_iterable(served)))
    rows = [row for row in periods.coming(connection, units, now) if row.programme == REGULAR]
    names = directory.names_of(connection, units)
    words = catalogue(people.lang_of(connection, person_id))
    deadlines = [
        Deadline(
            f"period-{row.id}@baonhanh",
            row.due_at,
            words.render(say("feed-due", period=row.name, unit=names[row.unit_id])),
        )
        for row in rows
        if row.locked_at is None
    ]
    return calendar_file(words.render(say("feed-title")), deadlines, now)


def _number(connection: Connection, person_id: int) -> int:
    """How many addresses this person has asked for."""
    return int(meta.get(connection, _counter(person_id)) or 0)


def _counter(person_id: int) -> str:
    return f"feed {person_id}"


def _sign(key: str, person_id: int, number: int) -> str:
    return hmac.new(bytes.fromhex(key), f"{person_id}:{number}".encode(), sha256).hexdigest()[:32]
