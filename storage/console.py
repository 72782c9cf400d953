"""What the desk in the browser remembers: sessions, links to sign in, second factors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update

from storage.tables import console_session, person, recovery_code, sign_in_link, totp

# -- sessions --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SessionRow:
    """Somebody signed in at one browser."""

    id: int
    person_id: int
    made_at: datetime
    seen_at: datetime
    ends_at: datetime
    second_at: datetime | None
    lang: str
    label: str


_session = (
    select(
        console_session.c.id,
        console_session.c.person_id,
        console_session.c.made_at,
        console_session.c.seen_at,
        console_session.c.ends_at,
        console_session.c.second_at,
        person.c.lang,
        person.c.label,
    )
    .join(person, person.c.id == console_session.c.person_id)
    .where(console_session.c.revoked_at.is_(None))
)


def add_session(
    connection: Connection,
    *,
    person_id: int,
    token_hash: str,
    now: datetime,
    ends_at: datetime,
    second_at: datetime | None,
) -> None:
    """Somebody has signed in."""
    connection.execute(
        insert(console_session).values(
            person_id=person_id,
            token_hash=token_hash,
            made_at=now,
            seen_at=now,
            ends_at=ends_at,
            second_at=second_at,
        )
    )


def find_session(
    connection: Connection, token_hash: str, now: datetime, idle_since: datetime
) -> SessionRow | None:
    """The live session with this token, seen after `idle_since`, or None."""
    row = connection.execute(
        _session.where(
            console_session.c.token_hash == token_hash,
            console_session.c.ends_at > now,
            console_session.c.seen_at > idle_since,
        )
    ).one_or_none()
    return _read(row) if row else None


def sessions_of(
    connection: Connection, person_id: int, now: datetime, idle_since: datetime
) -> list[SessionRow]:
    """The live sessions of a person, the newest first."""
    rows = connection.execute(
        _session.where(
            console_session.c.person_id == person_id,
            console_session.c.ends_at > now,
            console_session.c.seen_at > idle_since,
        ).order_by(console_session.c.id.desc())
    )
    return [_read(row) for row in rows]


def times_of(connection: Connection, person_id: int) -> list[tuple[datetime, datetime]]:
    """(begun, last used) of every session still remembered: for the copy of the person's data."""
    rows = connection.execute(
        select(console_session.c.made_at, console_session.c.seen_at)
        .where(console_session.c.person_id == person_id)
        .order_by(console_session.c.id)
    )
    return [(row.made_at, row.seen_at) for row in rows]


def _read(row: Row[*tuple[Any, ...]]) -> SessionRow:
    label = row.label or f"CTV-{row.person_id}"
    return SessionRow(
        row.id, row.person_id, row.made_at, row.seen_at, row.ends_at, row.second_at, row.lang, label
    )


def seen(connection: Connection, session_id: int, now: datetime) -> None:
    """The session is in use."""
    connection.execute(update(console_session).where(console_session.c.id == session_id).values(seen_at=now))


def pass_second(connection: Connection, session_id: int, now: datetime) -> None:
    """The second factor was given."""
    connection.execute(
        update(console_session).where(console_session.c.id == session_id).values(second_at=now)
    )


def end_session(connection: Connection, person_id: int, session_id: int, now: datetime) -> bool:
    """A session of this person ends; False where it is none of theirs, or has ended."""
    ended = connection.execute(
        update(console_session)
        .where(
            console_session.c.id == session_id,
            console_session.c.person_id == person_id,
            console_session.c.revoked_at.is_(None),
        )
        .values(revoked_at=now)
    )
    return ended.rowcount > 0


# -- links -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link that still signs in: who, and the word of the browser that asked (None: any)."""

    id: int
    person_id: int
    word: str | None


def add_link(
    connection: Connection,
    *,
    person_id: int,
    token_hash: str,
    word: str | None,
    now: datetime,
    expires_at: datetime,
) -> None:
    """A link; those made for this person before open no more."""
    connection.execute(
        update(sign_in_link)
        .where(sign_in_link.c.person_id == person_id, sign_in_link.c.expires_at > now)
        .values(expires_at=now)
    )
    connection.execute(
        insert(sign_in_link).values(
            person_id=person_id, token_hash=token_hash, word=word, made_at=now, expires_at=expires_at
        )
    )


def links_since(connection: Connection, person_id: int, since: datetime) -> int:
    """How many links were made for a person after `since`."""
    made = select(func.count()).where(sign_in_link.c.person_id == person_id, sign_in_link.c.made_at > since)
    return connection.execute(made).scalar_one()


def open_link(connection: Connection, token_hash: str, now: datetime) -> LinkRow | None:
    """The link with this token, while it may be used."""
    row = connection.execute(
        select(sign_in_link.c.id, sign_in_link.c.person_id, sign_in_link.c.word).where(
            sign_in_link.c.token_hash == token_hash,
            sign_in_link.c.used_at.is_(None),
            sign_in_link.c.expires_at > now,
        )
    ).one_or_none()
    return LinkRow(*row) if row else None


def use_link(connection: Connection, link_id: int, now: datetime) -> bool:
    """Use a link up; False when somebody else was first."""
    used = connection.execute(
        update(sign_in_link)
        .where(
            sign_in_link.c.id == link_id, sign_in_link.c.used_at.is_(None), sign_in_link.c.expires_at > now
        )
        .values(used_at=now)
    )
    return used.rowcount > 0


# -- the second factor -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SecondRow:
    """A person's authenticator. `used_step`: that of the last code taken."""

    secret: str
    confirmed_at: datetime | None
    used_step: int


def second_of(connection: Connection, person_id: int, *, hold: bool = False) -> SecondRow | None:
    """The person's authenticator, if one was ever begun; with `hold` nobody else uses it until the commit."""
    own = select(totp.c.secret, totp.c.confirmed_at, totp.c.used_step).where(totp.c.person_id == person_id)
    row = connection.execute(own.with_for_update() if hold else own).one_or_none()
    return SecondRow(*row) if row else None


def add_second(connection: Connection, person_id: int, secret: str, now: datetime) -> None:
    """Begin an authenticator; it counts once a code of it was typed."""
    connection.execute(insert(totp).values(person_id=person_id, secret=secret, made_at=now, used_step=0))


def use_step(connection: Connection, person_id: int, step: int, now: datetime) -> None:
    """A code of this step was taken: it and those before are good no more."""
    connection.execute(
        update(totp)
        .where(totp.c.person_id == person_id)
        .values(used_step=step, confirmed_at=func.coalesce(totp.c.confirmed_at, now))
    )


def forget_second(connection: Connection, person_id: int) -> None:
    """The person's authenticator and recovery codes are good no more."""
    connection.execute(delete(totp).where(totp.c.person_id == person_id))
    connection.execute(delete(recovery_code).where(recovery_code.c.person_id == person_id))


def keep_codes(connection: Connection, person_id: int, hashes: list[str]) -> None:
    """The person's recovery codes, in the place of any before."""
    connection.execute(delete(recovery_code).where(recovery_code.c.person_id == person_id))
    connection.execute(insert(recovery_code), [{"person_id": person_id, "code_hash": one} for one in hashes])


def use_code(connection: Connection, person_id: int, code_hash: str, now: datetime) -> bool:
    """Use a recovery code up; False for one that is none, or was used."""
    used = connection.execute(
        update(recovery_code)
        .where(
            recovery_code.c.person_id == person_id,
            recovery_code.c.code_hash == code_hash,
            recovery_code.c.used_at.is_(None),
        )
        .values(used_at=now)
    )
    return used.rowcount > 0


def codes_left(connection: Connection, person_id: int) -> int:
    """How many recovery codes are left."""
    left = select(func.count()).where(
        recovery_code.c.person_id == person_id, recovery_code.c.used_at.is_(None)
    )
    return connection.execute(left).scalar_one()


# -- forgetting ------------------------------------------------------------------------------------


def forget_before(connection: Connection, before: datetime) -> None:
    """Sessions and links whose days are over."""
    connection.execute(
        delete(console_session).where(
            or_(console_session.c.ends_at < before, console_session.c.revoked_at < before)
        )
    )
    connection.execute(delete(sign_in_link).where(sign_in_link.c.made_at < before))


def forget_person(connection: Connection, person_id: int) -> None:
    """Nothing of this person is left at the desk."""
    forget_second(connection, person_id)
    connection.execute(delete(console_session).where(console_session.c.person_id == person_id))
    connection.execute(delete(sign_in_link).where(sign_in_link.c.person_id == person_id))
