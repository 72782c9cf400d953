"""The door to the database: one writing thread that commits many acts at once, readers beside it.

The same code on SQLite (embedded) and PostgreSQL (several processes). DESIGN §7, §10.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import queue
import sqlite3
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import cache
from importlib import import_module
from math import inf
from pathlib import Path
from time import monotonic
from types import ModuleType
from typing import Any, Literal, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import NullPool

T = TypeVar("T")
Work = Callable[[Connection], T]
Act = tuple[Callable[[Connection], Any], "Future[Any]"]

BATCH = 128
"""Acts that may share one commit; more would keep the first of them waiting too long."""

PATIENCE = 10.0
"""Seconds a writer waits for another process on a SQLite file: commands hold it for a moment."""

RIDES_WITHIN = 1.0
"""Seconds that what can wait waits for another's commit."""

COUNTED = {"preserve_rowcount": True}
"""Execution options of an INSERT whose rows are counted; SQLAlchemy does not keep that by itself."""

FIXED_SQLITE = (3, 51, 3)
FIXED_BRANCHES = {(3, 44): 6, (3, 50): 7}
"""Releases without the WAL-reset bug (sqlite.org/wal.html): 3.51.3, and the branches 3.44.6 and 3.50.7."""


class DatabaseUnusableError(Exception):
    """The database cannot be used now: locked, full, read-only or out of reach. Nothing was written."""


def _has_wal_reset_bug(version: tuple[int, ...]) -> bool:
    patch = FIXED_BRANCHES.get((version[0], version[1]))
    return version < FIXED_SQLITE and (patch is None or version[2] < patch)


def sqlite_driver() -> ModuleType:
    """The interpreter's own sqlite3, or pysqlite3 where that one may corrupt a WAL database."""
    if _has_wal_reset_bug(sqlite3.sqlite_version_info):
        try:
            import pysqlite3
        except ImportError:
            return sqlite3
        return pysqlite3  # type: ignore[no-any-return]
    return sqlite3


def _sqlite_engine(url: URL, checkpoints: bool, patience: float) -> Engine:
    if url.database and url.database != ":memory:":
        folder = Path(url.database).parent
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        Path(url.database).touch(mode=0o600)
    # Threads are ours to keep apart: the writer has its own engine, readers check connections out.
    engine = create_engine(
        url,
        module=sqlite_driver(),
        connect_args={"check_same_thread": False, "timeout": patience},
        json_serializer=_dump,
        query_cache_size=800,
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # BEGIN is ours, see below
        for pragma in (
            "journal_mode = WAL",  # readers never wait for the writer
            "synchronous = FULL",  # a report acknowledged survives a power cut
            "foreign_keys = ON",
            f"busy_timeout = {round(patience * 1000)}",  # a command beside the running process waits its turn
            "temp_store = MEMORY",  # nothing of a report in a temporary file
            "cache_size = -2000",  # KiB a connection; the working set is small
            # Beside a running process only that process checkpoints.
            f"wal_autocheckpoint = {1000 if checkpoints else 0}",
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A deferred BEGIN that later turns into a write fails at once with "database is locked".
        reading = connection.get_execution_options().get("reading")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _postgres_engine(url: URL) -> Engine:
    engine = create_engine(url, json_serializer=_dump, query_cache_size=800, pool_size=4, pool_pre_ping=False)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        # A search says what to do where little is found, which is dear and seldom done: compiled for its
        # price, it would take ten times as long.
        connection.execute("SET jit = off")
        connection.commit()

    return engine


def upserting(make: Callable[[Any], Any]) -> Callable[[Connection], Any]:
    """A statement that says what happens on a conflict, which SQLite and PostgreSQL spell each their own way.

    `make` gets the dialect's `insert`; it is called once for each kind of database that is used.
    """

    @cache
    def made(dialect: str) -> Any:
        return make(import_module(f"sqlalchemy.dialects.{dialect}").insert)

    return lambda connection: made(connection.dialect.name)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def make_engine(url: str, *, checkpoints: bool = True, patience: float = PATIENCE) -> Engine:
    """An engine for `sqlite:///FILE` or `postgresql+psycopg://…`. Raises ValueError for another kind."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite_engine(parsed, checkpoints, patience)
    if parsed.get_backend_name() == "postgresql":
        return _postgres_engine(parsed.set(drivername="postgresql+psycopg"))
    raise ValueError(f"no such database: {parsed.get_backend_name()}")


class Database:
    """Writes go through one thread that commits together whatever has arrived; reads run beside it."""

    def __init__(self, url: str, *, checkpoints: bool = True, patience: float = PATIENCE) -> None:
        """Open `url`; nothing is read or written until the first call. `patience`: seconds to wait for
        another process that writes to the same file."""
        self.engine = make_engine(url, checkpoints=checkpoints, patience=patience)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self.commits = 0
        self._waiting: queue.SimpleQueue[Act | Literal["stop", "look"]] = queue.SimpleQueue()
        self._riding: deque[Act] = deque()
        self._reader = self.engine.execution_options(reading=True)
        self._writer: threading.Thread | None = None
        self._starting = threading.Lock()
        self._aside = ThreadPoolExecutor(1, "database-aside")

    def submit(self, work: Work[T]) -> Future[T]:
        """Run `work(connection)` in the writer's next transaction; the future is set after the commit.

        `work` may share its commit with others and may be run again from the start when one of those
        failed, so it must keep its effects to the connection and its return value.
        """
        done: Future[T] = Future()
        self._put((work, done))
        return done

    async def ride(self, work: Work[T]) -> T:
        """`write` for what can wait: it goes with the next transaction that anybody asks for, and on its own
        only after RIDES_WITHIN seconds. Half the commits of a quiet process are saved so."""
        done: Future[T] = Future()
        self._riding.append((work, done))
        self._put("look")
        return await asyncio.wrap_future(done)

    async def write(self, work: Work[T]) -> T:
        """`submit` for the event loop. Raises what `work` raised, or DatabaseUnusableError."""
        return await asyncio.wrap_future(self.submit(work))

    async def aside(self, work: Work[T]) -> T:
        """`write` for what must not stand behind the work of others, on a database that takes several
        writers: a transaction and a thread of its own. Raises DatabaseUnusableError."""
        return await asyncio.get_running_loop().run_in_executor(self._aside, self._alone_now, work)

    def _alone_now(self, work: Work[T]) -> T:
        try:
            with self.engine.begin() as connection:
                return work(connection)
        except DBAPIError as error:
            raise _broken(error) from error

    def write_now(self, work: Work[T]) -> T:
        """`submit` for commands and tests: waits for the commit."""
        return self.submit(work).result()

    def rehearse(self, work: Work[T]) -> T:
        """Run `work` on a writing connection and take back what it wrote. Raises DatabaseUnusableError."""
        try:
            with self.engine.connect() as connection:
                try:
                    return work(connection)
                finally:
                    connection.rollback()
        except DBAPIError as error:
            raise _broken(error) from error

    def read(self, work: Work[T]) -> T:
        """Run `work` on a reading connection in this thread. Raises DatabaseUnusableError."""
        try:
            with self._reader.connect() as connection:
                return work(connection)
        except (DBAPIError, PoolTimeoutError) as error:
            raise _broken(error) from error

    async def reading(self, work: Work[T]) -> T:
        """`read` off the event loop."""
        return await asyncio.to_thread(self.read, work)

    @asynccontextmanager
    async def alone(self, name: str) -> AsyncIterator[None]:
        """Inside, no other process on this database is inside under the same name; waits for its turn. An
        embedded database has one process. Raises OSError where the database cannot be reached."""
        if self.is_sqlite:
            yield
            return
        key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)
        try:
            # Not of the pool: it is held for as long as the process lives.
            lone = create_engine(self.engine.url, poolclass=NullPool)
            connection = await asyncio.to_thread(lone.connect)
            try:
                while not await asyncio.to_thread(_hold, connection, key):  # noqa: ASYNC110  nobody tells
                    await asyncio.sleep(ASK_AGAIN_SECONDS)
                yield
            finally:
                await asyncio.to_thread(connection.close)  # and the lock is gone with it
        except DBAPIError as error:
            raise OSError(str(error.orig)) from error

    def close(self) -> None:
        """Finish what was submitted, then close every connection."""
        writer, self._writer = self._writer, None
        if writer is not None:
            self._waiting.put("stop")
            writer.join()
        self._aside.shutdown()
        self.engine.dispose()

    def _put(self, what: Act | Literal["look"]) -> None:
        self._waiting.put(what)
        if self._writer is None:
            self._start()

    def _start(self) -> None:
        with self._starting:
            if self._writer is None:
                self._writer = threading.Thread(target=self._run, name="database-writer", daemon=True)
                self._writer.start()

    def _run(self) -> None:
        stop, alone_at = False, inf
        while not stop:
            batch, stop = self._gather(alone_at)
            if not batch and not stop and self._riding and monotonic() < alone_at:
                alone_at = min(alone_at, monotonic() + RIDES_WITHIN)
                continue
            while self._riding:
                batch.append(self._riding.popleft())
            alone_at = inf
            # Whoever no longer waits is left out; from here on nobody can withdraw.
            if wanted := [one for one in batch if one[1].set_running_or_notify_cancel()]:
                self._commit(wanted)

    def _gather(self, until: float) -> tuple[list[Act], bool]:
        """The acts that have arrived, waiting for the first of them `until` then; True with the last."""
        batch: list[Act] = []
        try:
            while not batch or (len(batch) < BATCH and not self._waiting.empty()):
                what = self._waiting.get(timeout=None if until == inf else max(0.0, until - monotonic()))
                if what == "stop":
                    return batch, True
                if what == "look":
                    break
                batch.append(what)
        except queue.Empty:
            pass
        return batch, False

    def _commit(self, batch: list[Act]) -> None:
        """All in one transaction; if any act fails, each in its own, so that it fails alone."""
        try:
            results = self._transact_again([work for work, _ in batch])
        except Exception as error:
            if len(batch) == 1:
                batch[0][1].set_exception(_broken(error))
                return
            for one in batch:
                self._commit([one])
            return
        for (_, done), result in zip(batch, results, strict=True):
            done.set_result(result)

    def _transact_again(self, works: list[Work[Any]]) -> list[Any]:
        """`_transact`; the loser of a deadlock with another process begins anew."""
        for _ in range(DEADLOCKS):
            try:
                return self._transact(works)
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) != DEADLOCK:
                    raise
        return self._transact(works)

    def _transact(self, works: list[Work[Any]]) -> list[Any]:
        with self.engine.begin() as connection:
            results = [work(connection) for work in works]
        self.commits += 1
        return results


ASK_AGAIN_SECONDS = 2.0
"""How often a process asks whether what another one does alone is free."""


def _hold(connection: Connection, key: int) -> bool:
    held = connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": key}).scalar()
    connection.commit()
    return bool(held)


DEADLOCK, DEADLOCKS = "40P01", 4
"""PostgreSQL's word for two transactions that wait for each other (it ends one of them), and how often we
begin anew: the same updates may reach two processes at once, each in its own order."""

SQLITE_ERROR = 1
"""A statement SQLite cannot carry out: the statement's fault (it too is an OperationalError there)."""


def _broken(error: Exception) -> Exception:
    if isinstance(error, PoolTimeoutError):
        return DatabaseUnusableError("all connections are busy")
    if not isinstance(error, DBAPIError) or getattr(error.orig, "sqlite_errorcode", None) == SQLITE_ERROR:
        return error
    if type(error).__name__ in ("OperationalError", "InterfaceError"):
        broken = DatabaseUnusableError(str(error.orig))
        broken.__cause__ = error
        return broken
    return error


def open_database(url: str, *, checkpoints: bool = True) -> Database:
    """The database at `url`. `checkpoints=False` for commands beside a running process."""
    return Database(url, checkpoints=checkpoints)
