"""Signing in at the desk in the browser: a link sent to one's own chat, used once, and a second factor.

Nobody is named in the browser, so that nothing can be found out there about who has a desk: a person is known
by the chat in which /ban is typed. Why it is so: docs/adr/0023.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection

from domain.console import has_desk
from domain.totp import matching_step, read_secret, written_secret
from office import access
from office.access import Viewer
from office.invites import LENGTH, LETTERS, hashed
from office.post import Post
from storage import audit, console, invites, people
from storage.console import SecondRow, SessionRow

LINK_FOR = timedelta(minutes=10)
"""How long a link signs in (NIST SP 800-63B §5.1.3.2: ten minutes)."""

LINKS_AN_HOUR = 10
IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
"""A session ends after half an hour without a request, and after twelve hours whatever happens (NIST SP
800-63B §4.2.3)."""

SEEN_EVERY = timedelta(minutes=1)
"""How exactly the last request is remembered: not every page costs a commit."""

TRIES = 5
TRIES_WITHIN = timedelta(hours=1)
CODES = 8
"""Recovery codes, shown once."""

SECRET_BYTES = 20
"""RFC 4226 §4: the length of the hash."""

Refused = Literal["gone", "elsewhere", "no-desk"]


@dataclass(frozen=True, slots=True)
class Entered:
    """A session begun: its token, which only the browser keeps."""

    token: str


def offer(post: Post, person_id: int, word: str | None) -> str | None:
    """A link's token for this person; `word`: of the browser that may use it (None: whichever opens it).
    Links before it open no more. None after ten within an hour."""
    since = post.now - timedelta(hours=1)
    if console.links_since(post.connection, person_id, since) >= LINKS_AN_HOUR:
        return None
    token = secrets.token_urlsafe(16)
    console.add_link(
        post.connection,
        person_id=person_id,
        token_hash=_hash(token),
        word=word,
        now=post.now,
        expires_at=post.now + LINK_FOR,
    )
    return token


def looked_at(connection: Connection, token: str, word: str, now: datetime) -> Refused | None:
    """Why the browser with this word cannot use a link; None: it can. Looking uses nothing up."""
    link = console.open_link(connection, _hash(token), now)
    if link is None:
        return "gone"
    if link.word not in (None, word):
        return "elsewhere"
    return None if has_desk(people.roles_of(connection, link.person_id)) else "no-desk"


def enter(post: Post, token: str, word: str) -> Entered | Refused:
    """Use a link up and begin a session in the browser with this word."""
    connection = post.connection
    link = console.open_link(connection, _hash(token), post.now)
    if refused := looked_at(connection, token, word, post.now):
        return refused
    if link is None or not console.use_link(connection, link.id, post.now):
        return "gone"
    return begin(post, link.person_id)


def begin(post: Post, person_id: int) -> Entered:
    """A session of this person. Where a second factor is wanted, it sees nothing before that is given."""
    connection, token = post.connection, secrets.token_urlsafe(32)
    wanted = wants_second(connection, person_id, post.pushing)
    if wanted and console.second_of(connection, person_id) is None:
        secret = written_secret(secrets.token_bytes(SECRET_BYTES))
        console.add_second(connection, person_id, secret, post.now)
    console.add_session(
        connection,
        person_id=person_id,
        token_hash=_hash(token),
        now=post.now,
        ends_at=post.now + LONGEST,
        second_at=None if wanted else post.now,
    )
    _note(post, "console-entered", person_id)
    return Entered(token)


def wants_second(connection: Connection, person_id: int, pushing: Collection[str]) -> bool:
    """Whether the link alone is not enough: for administrators, and for whoever has no channel that rings,
    whose link arrives in a browser like the one that opens it. Whoever has begun with one keeps it."""
    if "administrator" in people.roles_of(connection, person_id):
        return True
    second = console.second_of(connection, person_id)
    if second is not None and second.confirmed_at is not None:
        return True
    own = people.addresses_of(connection, person_id)
    return not any(one.channel in pushing and one.unreachable_at is None for one in own)


def session_of(connection: Connection, token: str, now: datetime) -> SessionRow | None:
    """The live session with this token."""
    return console.find_session(connection, _hash(token), now, now - IDLE)


def is_to_be_seen(session: SessionRow, now: datetime) -> bool:
    """Whether it is time to remember that the session is in use."""
    return now - session.seen_at >= SEEN_EVERY


def sessions_of(connection: Connection, person_id: int, now: datetime) -> list[SessionRow]:
    """A person's live sessions, the newest first."""
    return console.sessions_of(connection, person_id, now, now - IDLE)


def leave(post: Post, person_id: int, session_id: int) -> bool:
    """End one of the person's own sessions; False where it is none of theirs, or has ended."""
    ended = console.end_session(post.connection, person_id, session_id, post.now)
    if ended:
        _note(post, "console-left", person_id)
    return ended


def second_to_set_up(connection: Connection, person_id: int) -> SecondRow | None:
    """The authenticator this person has still to take over; None: it is in use, or not wanted."""
    second = console.second_of(connection, person_id)
    return second if second is not None and second.confirmed_at is None else None


def give_second(post: Post, session: SessionRow, given: str) -> list[str] | None:
    """Take a code of the authenticator, or a recovery code. Five wrong ones an hour, and each code once.

    Gives the recovery codes when the authenticator was taken over with it, else an empty list; None for a
    wrong code.
    """
    connection, lane = post.connection, f"console:second:{session.person_id}"
    second = console.second_of(connection, session.person_id, hold=True)
    since = post.now - TRIES_WITHIN
    if second is None or invites.tries_since(connection, lane, since) >= TRIES:
        return None
    if not _is_right(post, session.person_id, second, given):
        invites.add_try(connection, lane, post.now, since)
        return None
    console.pass_second(connection, session.id, post.now)
    if second.confirmed_at is not None:
        return []
    _note(post, "console-second-set", session.person_id)
    return _new_codes(post, session.person_id)


def _is_right(post: Post, person_id: int, second: SecondRow, given: str) -> bool:
    code = "".join(given.split())
    step = matching_step(read_secret(second.secret), code, post.now, second.used_step)
    if step is not None:
        console.use_step(post.connection, person_id, step, post.now)
        return True
    if second.confirmed_at is None or len(code) != LENGTH:
        return False
    if not console.use_code(post.connection, person_id, hashed(post.connection, code), post.now):
        return False
    _note(post, "console-recovery-used", person_id)
    return True


def _new_codes(post: Post, person_id: int) -> list[str]:
    codes = ["".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(CODES)]
    console.keep_codes(post.connection, person_id, [hashed(post.connection, one) for one in codes])
    return codes


def may_reset(connection: Connection, who: Viewer, person_id: int) -> bool:
    """Whether somebody is administrator wherever this person serves (DOMAIN §11.5)."""
    keeps = replace(who, seats=tuple(seat for seat in who.seats if seat[1] == "administrator"))
    units = access.units_for(connection, keeps, "person", "handle")
    serves = {unit for unit, _ in people.seats_of(connection, person_id)}
    return bool(serves) and serves <= units


def reset_second(post: Post, person_id: int, by: int | None, reason: str | None = None) -> None:
    """Somebody has lost authenticator and codes: it is set up anew at the next signing in, and every session
    ends. `by`: the administrator, None for whoever may run commands on this machine."""
    console.forget_second(post.connection, person_id)
    for session in sessions_of(post.connection, person_id, post.now):
        console.end_session(post.connection, person_id, session.id, post.now)
    actor = audit.TERMINAL if by is None else audit.person(by)
    detail = {"reason": reason} if reason else {}
    audit.note(
        post.connection, "console-second-reset", f"person {person_id}", now=post.now, actor=actor, **detail
    )


def _note(post: Post, act: str, person_id: int) -> None:
    audit.note(post.connection, act, None, now=post.now, actor=audit.person(person_id))


def _hash(token: str) -> str:
    """Tokens are long and random: one round of a hash is enough, unlike for codes people type."""
    return hashlib.sha256(token.encode()).hexdigest()
