"""Sessions of the web channel: one a browser, twelve months rolling, revocable. DESIGN §5."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.people import roles_of
from storage.tables import address, person, unit, web_session

FIRST = ("coordinator", "duty", "leader", "administrator", "observer", "collaborator")
"""Which role a page shows of somebody who holds several."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who a session belongs to, as the page shows it. `unit` and `role` are "" before joining."""

    lane: str
    lang: str
    expires_at: datetime
    person_id: int | None
    unit: str
    role: str = ""
    coordinates: bool = False


def open_session(
    connection: Connection, *, lane: str, seat: str, lang: str, now: datetime, expires_at: datetime
) -> None:
    """Remember a new browser."""
    connection.execute(
        insert(web_session).values(lane=lane, seat=seat, lang=lang, created_at=now, expires_at=expires_at)
    )


_live = (
    select(
        web_session.c.lane,
        web_session.c.lang,
        web_session.c.expires_at,
        person.c.id,
        person.c.lang.label("spoken"),
        unit.c.name,
    )
    .join(address, address.c.lane == web_session.c.lane, isouter=True)
    .join(person, person.c.id == address.c.person_id, isouter=True)
    .join(unit, unit.c.id == person.c.unit_id, isouter=True)
    .where(
        web_session.c.lane == bindparam("lane"),
        web_session.c.revoked_at.is_(None),
        web_session.c.expires_at > bindparam("now"),
    )
)


def find_session(connection: Connection, lane: str, now: datetime) -> Visitor | None:
    """The live session of a lane, or None."""
    row = connection.execute(_live, {"lane": lane, "now": now}).one_or_none()
    if row is None:
        return None
    held = roles_of(connection, row.id) if row.id is not None else frozenset()
    role = next((one for one in FIRST if one in held), "")
    return Visitor(
        row.lane, row.spoken or row.lang, row.expires_at, row.id, row.name or "", role, "coordinator" in held
    )


def prolong_session(connection: Connection, lane: str, expires_at: datetime) -> None:
    """A session in use lives on."""
    connection.execute(update(web_session).where(web_session.c.lane == lane).values(expires_at=expires_at))


def speak(connection: Connection, lane: str, lang: str) -> None:
    """The language of a session, and of its person."""
    connection.execute(update(web_session).where(web_session.c.lane == lane).values(lang=lang))
    holder = select(address.c.person_id).where(address.c.lane == lane).scalar_subquery()
    connection.execute(update(person).where(person.c.id == holder).values(lang=lang))


def revoke_session(connection: Connection, lane: str, now: datetime) -> None:
    """This browser is signed out."""
    connection.execute(update(web_session).where(web_session.c.lane == lane).values(revoked_at=now))
