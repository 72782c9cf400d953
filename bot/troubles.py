"""What went wrong, in one line a person can act on."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from messages import Say, say

if TYPE_CHECKING:
    from storage.database import Database

EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
"""No machine ran this before; a clock that says so has lost its battery."""

BEHIND = timedelta(days=1)

DATABASE = (
    ("readonly database", "cli-database-readonly"),
    ("database is locked", "cli-database-locked"),
    ("disk is full", "cli-database-full"),
    ("No space left", "cli-database-full"),
    ("not a database", "cli-database-foreign"),
    ("malformed", "cli-database-foreign"),
    ("password authentication failed", "cli-database-password"),
)
"""Words of SQLite and PostgreSQL, and our sentence for them."""


def sentences_of(error: BaseException) -> tuple[Say, ...]:
    """What to tell the person at the terminal; () for what is a fault of ours and deserves its traceback."""
    from bot.config import ConfigError

    if isinstance(error, ConfigError):
        return error.problems
    if isinstance(error, OSError) and error.filename is not None:
        why = os.strerror(error.errno or 0)
        return (say("cli-file", file=str(error.filename), why=why),)
    for told in ("sentences", "sentence", "text"):  # errors of ours carry their words
        said = getattr(error, told, None)
        if said is not None and all(isinstance(one, Say) for one in _several(said)):
            return _several(said)
    return _of_database(error)


def _several(said: Any) -> tuple[Say, ...]:
    return said if isinstance(said, tuple) else (said,)


def _of_database(error: BaseException) -> tuple[Say, ...]:
    kind, words = type(error).__name__, str(error)
    if kind == "NewerDatabaseError":
        return (say("cli-newer-database"),)
    if kind == "DatabaseUnusableError" or "not a database" in words:
        for part, id in DATABASE:
            if part in words:
                return (say(id),)
        return (say("cli-database", why=words.partition("\n")[0]),)
    return ()


def clock_trouble(database: Database | None, now: datetime) -> Say | None:
    """What is wrong with the machine's clock: it is before our time, or behind what is written already."""
    from storage import meta

    if now < EARLIEST:
        return say("cli-clock-early", now=f"{now:%d/%m/%Y %H:%M}")
    newest = database.read(meta.newest_row_at) if database else None
    if newest and now < newest - BEHIND:
        return say("cli-clock-behind", now=f"{now:%d/%m/%Y %H:%M}", newest=f"{newest:%d/%m/%Y %H:%M}")
    return None
