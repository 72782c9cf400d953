"""The trail: whether it is whole, and how long it is kept. DESIGN §4.9, DOMAIN §7."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy import Connection

from domain.chain import Entry, Head, Verdict, walk
from office.post import Post
from storage import audit

YEARS = 5
"""How long rows are kept (DOMAIN §7); the triggers of the database hold to it too."""


def verify(connection: Connection, progress: Callable[[int], None] = lambda done: None) -> Verdict:
    """Walk along the whole trail, from what retention left."""
    return walk(_counted(audit.entries(connection), progress), audit.heads(connection), dropped(connection))


def length(connection: Connection) -> int:
    """How many rows the trail is to have now."""
    last, gone = audit.last_head(connection), dropped(connection)
    return (last.count if last else 0) - (gone.count if gone else 0)


def holds(connection: Connection, hash: str) -> bool:
    """Whether a row of the trail, or a head of a day whose rows are gone, has a hash that begins so."""
    if any(head.hash.startswith(hash) for head in audit.heads(connection)):
        return True
    return any(entry.hash.startswith(hash) for entry in audit.entries(connection))


def dropped(connection: Connection) -> Head | None:
    """The last of the rows that retention took, as the trail itself says."""
    said = audit.last_dropped(connection)
    if said is None or said.detail is None:
        return None
    return Head(said.at.date(), str(said.detail["hash"]), int(said.detail["rows"]))


def is_any_old(connection: Connection, now: datetime) -> bool:
    """Whether `forget_old` has something to do."""
    return audit.last_before(connection, _years_before(now)) is not None


def forget_old(post: Post) -> None:
    """Drop rows older than five years. A row says first which, how many in all and the hash of the last, and
    from there the chain verifies. It is the act of nobody in particular, so its actor is "retention"."""
    last = audit.last_before(post.connection, _years_before(post.now))
    if last is None:
        return
    before = dropped(post.connection)
    rows = audit.count_to(post.connection, last.id) + (before.count if before else 0)
    audit.note(
        post.connection,
        audit.DROPPED,
        str(last.id),
        now=post.now,
        actor="retention",
        rows=rows,
        hash=last.hash,
    )
    audit.drop_to(post.connection, last.id)


def _years_before(now: datetime) -> datetime:
    """In whole seconds, as the triggers count."""
    day = 28 if (now.month, now.day) == (2, 29) else now.day
    return now.replace(year=now.year - YEARS, day=day, microsecond=0)


def _counted(entries: Iterator[Entry], progress: Callable[[int], None]) -> Iterator[Entry]:
    for done, entry in enumerate(entries, 1):
        progress(done)
        yield entry
