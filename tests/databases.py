"""Databases for tests: copied from migrated ones and, on PostgreSQL, seldom made anew.

Copying one there, and sessions that have to learn its catalog, cost more than most tests ask of it. So it
is cleared and given to the next test, and its sessions stay open in between. One whose tables were
changed, or to which somebody is still connected, is dropped.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Engine, event, make_url

from storage.migrate import upgrade
from tests.postgres import create_database, database_at, drop_database, plain

Session = psycopg.Connection[Any]

SHAPE = """
    SELECT
        count(*), sum(written_by::text::bigint), (SELECT min(version_num) FROM alembic_version),
        (
            SELECT string_agg(relname, ' ' ORDER BY oid) FROM pg_class
            WHERE relnamespace = 'public'::regnamespace
        )
    FROM (
        SELECT xmin FROM pg_attribute WHERE attrelid >= 16384
        UNION ALL SELECT xmin FROM pg_constraint WHERE oid >= 16384
        UNION ALL SELECT xmin FROM pg_trigger WHERE oid >= 16384
        UNION ALL SELECT xmin FROM pg_proc WHERE oid >= 16384
    ) AS catalog (written_by)
"""
"""Tells the tables as they are from tables that somebody changed: by who wrote the catalog's rows,
and by their names."""

OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> ALL(%s::int[])"

CLEAR = """
    DO $$
    DECLARE
        name text;
    BEGIN
        SET LOCAL session_replication_role = replica;  -- in any order, and what is never to be deleted
        FOR name IN
            SELECT oid::regclass FROM pg_class
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            AND relname <> 'alembic_version' AND pg_relation_size(oid) > 0
        LOOP
            EXECUTE 'DELETE FROM ' || name;
        END LOOP;
        PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
        FROM pg_sequences WHERE last_value IS NOT NULL;
    END $$
"""

GROWN = """
    SELECT string_agg(oid::regclass::text, ', ') FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 65536
"""
"""Tables every reading of which would go through many deleted rows."""


@contextlib.contextmanager
def postgres_template(dsn: str) -> Iterator[str]:
    """The name of a migrated database from which others are copied."""
    name = f"baonhanh_{os.getpid()}"
    upgrade(create_database(dsn, name))
    yield name
    drop_database(dsn, name)


@contextlib.contextmanager
def sqlite_template() -> Iterator[Path]:
    """A folder with a migrated database file from which others are copied."""
    with tempfile.TemporaryDirectory(prefix="bn-template-") as name:
        upgrade(f"sqlite:///{name}/baonhanh.db")
        yield Path(name)


class Pool:
    """The databases of this process."""

    def __init__(self, dsn: str, template: str) -> None:
        self._dsn = dsn
        self._template = template
        self._numbers = itertools.count(1)
        self._shape: Any = None
        self._free: list[str] = []
        self._kept: dict[str, list[Session]] = {}

    def take(self) -> str:
        """The URL of a fresh database."""
        while self._free:
            name = self._free.pop()
            with contextlib.suppress(psycopg.Error):
                if self._is_cleared(name):
                    return database_at(self._dsn, name)
            self._drop(name)
        name = f"{self._template}_{os.getpid()}_{next(self._numbers)}"
        self._kept[name] = []
        url = create_database(self._dsn, name, self._template)
        if self._shape is None:
            with psycopg.connect(plain(url)) as session:
                self._shape = session.execute(SHAPE).fetchone()
        return url

    def give_back(self, url: str) -> None:
        """Nobody needs any more what is in it."""
        self._free.append(str(make_url(url).database))

    def close(self) -> None:
        """Drop them all."""
        for name in list(self._kept):
            self._drop(name)

    def keep_sessions(self, engine: Engine) -> None:
        """What `engine` closes stays open, and what it opens may have been open before."""
        kept = self._kept.get(str(engine.url.database))
        if kept is None:
            return

        @event.listens_for(engine, "do_connect")
        def _connect(*_: object) -> Session | None:
            return kept.pop() if kept else None

        def close(session: Session) -> None:
            if _is_as_new(session):
                kept.append(session)
            else:
                session.close()

        engine.dialect.do_close = close  # type: ignore[method-assign,assignment]

    def _is_cleared(self, name: str) -> bool:
        """Clear it; False where it is not what it was."""
        kept = self._kept[name]
        url = plain(database_at(self._dsn, name))
        with contextlib.nullcontext(kept[-1]) if kept else psycopg.connect(url) as session:
            session.autocommit = True
            pids = [one.info.backend_pid for one in (*kept, session)]
            if session.execute(OTHERS, [pids]).fetchone() != (0,):
                return False
            if session.execute(SHAPE).fetchone() != self._shape:
                return False
            session.execute(CLEAR)
            grown = session.execute(GROWN).fetchone()
            if grown and grown[0]:
                session.execute(f"VACUUM {grown[0]}")
            session.autocommit = False
        return True

    def _drop(self, name: str) -> None:
        for session in self._kept.pop(name):
            session.close()
        drop_database(self._dsn, name)


def _is_as_new(session: Session) -> bool:
    """Make a session forget who had it."""
    try:
        session.rollback()
        session.autocommit = True
        session.execute("RESET ALL; SELECT pg_advisory_unlock_all()")
        session.autocommit = False
    except psycopg.Error:
        return False
    return True
