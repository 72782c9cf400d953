"""Bringing a database to the newest version of the tables (DESIGN §7)."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, make_url, text

from storage.database import Database

HEAD = "0015"
"""The newest step in `storage/migrations/versions`."""

STEPS = Path(__file__).parent / "migrations"
LOCK = 0x62616F6E68616E68
"""PostgreSQL's advisory lock of whoever upgrades: processes started together take turns."""


PATIENCE = 300.0
"""Seconds to wait on SQLite for another process that upgrades: a large database takes a minute."""


class NewerDatabaseError(Exception):
    """A newer release has been at work on this database; this one would misread it."""


def is_current(url: str) -> bool:
    """Whether the database at `url` has the newest tables. Looking makes no file.

    Raises DatabaseUnusableError.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").exists():
        return False
    database = Database(url, checkpoints=False)
    try:
        return database.read(version) == HEAD
    finally:
        database.close()


def upgrade(url: str) -> None:
    """Create or upgrade the tables at `url`, all or nothing; a database that is current is only looked at.

    Raises DatabaseUnusableError when it cannot be read or written, NewerDatabaseError when it is ahead of us.
    """
    database = Database(url, checkpoints=False, patience=PATIENCE)
    try:
        if database.read(version) != HEAD:
            database.write_now(_take_steps)
    finally:
        database.close()


def version(connection: Connection) -> str | None:
    """The newest step this database has taken; None for one without tables."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _take_steps(connection: Connection) -> None:
    # Importing Alembic takes longer than the rest of a start: only those pay who need it.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(STEPS))
    config.attributes["connection"] = connection
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if version(connection) not in {None, *known}:
        raise NewerDatabaseError
    command.upgrade(config, "head")
