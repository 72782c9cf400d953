"""The clean room: no network, no settings of the machine, a fresh database for every test that wants one."""

from __future__ import annotations

import contextlib
import gc
import itertools
import logging
import os
import shutil
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from sqlalchemy import Engine

import storage.database
from bot import logs
from bot.running import SWITCH_SECONDS
from office import invites
from tests import databases, network, rotation, scratch, statements
from tests.postgres import NoPostgresError, postgres

SERVER = os.environ.get("BAONHANH_TEST_POSTGRES", "")
TEMPLATES = os.environ.get("BAONHANH_TEST_TEMPLATES", "").rpartition(":")
"""Of a worker: the folder of the SQLite template and the name of the other, if there is a server."""

sys.setswitchinterval(SWITCH_SECONDS)  # as the program does
scratch.move_to_memory()
network.fence(*filter(None, [urlsplit(SERVER).hostname]))


def pytest_configure(config: pytest.Config) -> None:
    """Workers share one PostgreSQL and the databases theirs are copied from: the process that starts them
    makes those."""
    if TEMPLATES[1] or not getattr(config.option, "numprocesses", None):
        return
    shared = contextlib.ExitStack()
    config.add_cleanup(shared.close)
    name = ""
    with contextlib.suppress(NoPostgresError):
        dsn = _for_sqlalchemy(SERVER) or shared.enter_context(postgres())
        name = shared.enter_context(databases.postgres_template(dsn))
        os.environ["BAONHANH_TEST_POSTGRES"] = dsn
    os.environ["BAONHANH_TEST_TEMPLATES"] = f"{shared.enter_context(databases.sqlite_template())}:{name}"


def _for_sqlalchemy(server: str) -> str:
    return server.replace("postgresql:", "postgresql+psycopg:", 1)


def pytest_report_header() -> str:
    """Tells how to repeat the day's choice."""
    return f"BAONHANH_TEST_DAY={rotation.DAY}"


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is loaded and collected stays to the end: nobody looks for garbage in it, now or later; nor, all
    the time, in what tests make: a tenth of their time went into that."""
    gc.disable()
    collected = yield
    gc.freeze()
    gc.set_threshold(50_000)
    gc.enable()
    return collected


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """`-n auto`: five even on two cores, as a good part of the suite waits for something; with more than
    sixteen, making them ready costs more than they save."""
    return min(max(5, os.cpu_count() or 1), 16)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what is for another day, and put the rest in order."""
    items[:] = rotation.order(items)
    if rotation.leaves_nothing_out(config):
        return
    left = rotation.left_out(items)
    config.hook.pytest_deselected(items=left)
    another_day = set(left)
    items[:] = [one for one in items if one not in another_day]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """A test that reached for the network fails, even where the product swallowed the error."""
    yield
    _report_attempts(item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """The same for what its fixtures and background tasks did."""
    yield
    _report_attempts(item)


def _report_attempts(item: pytest.Item) -> None:
    tried, network.attempts[:] = network.attempts[:], []
    if tried:
        pytest.fail(f"{item.name} reached beyond loopback: {'; '.join(tried)}", pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def no_settings_of_this_machine() -> Iterator[None]:
    """Tests and the processes they start see none of the operator's BAONHANH_… variables."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("BAONHANH_")]:
            patch.delenv(name)
        yield


@pytest.fixture(autouse=True)
def rows_follow_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests look into rows right after a send: what rides does not wait a second for a commit."""
    monkeypatch.setattr(storage.database, "RIDES_WITHIN", 0.02)


@pytest.fixture(autouse=True)
def codes_are_hashed_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """People join by the hundred here; what a guess costs in the product is asked beside the invites."""
    monkeypatch.setattr(invites, "HARD", invites.HARD | {"n": 2})


@pytest.fixture
def logs_as_they_were(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test may set up logging as the program does; afterwards nothing of it is left."""
    monkeypatch.setattr(logs, "_secrets", set())
    root = logging.getLogger()
    before = root.handlers[:], root.level, sys.excepthook, threading.excepthook
    levels = {name: logging.getLogger(name).level for name in logs.OURS}
    yield
    root.handlers[:], level, sys.excepthook, threading.excepthook = before
    root.setLevel(level)
    logging.captureWarnings(False)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.fixture(scope="session", autouse=True)
def statements_are_compiled_once() -> Iterator[None]:
    """Engines come and go with every test; what SQLAlchemy compiles for them stays."""
    with pytest.MonkeyPatch.context() as patch:
        statements.compile_once(patch)
        yield


@pytest.fixture(scope="session")
def postgres_dsn() -> Iterator[str]:
    """A PostgreSQL server: the one in BAONHANH_TEST_POSTGRES, else our own."""
    if SERVER:
        yield _for_sqlalchemy(SERVER)
        return
    try:
        with postgres() as dsn:
            yield dsn
    except NoPostgresError as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(f"no PostgreSQL under CI: {missing}", pytrace=False)
        pytest.skip(f"no PostgreSQL: {missing}")


@pytest.fixture(scope="session")
def postgres_pool(postgres_dsn: str) -> Iterator[databases.Pool]:
    """The PostgreSQL databases of this process; their sessions stay open from test to test."""
    with contextlib.ExitStack() as stack:
        template = TEMPLATES[2] or stack.enter_context(databases.postgres_template(postgres_dsn))
        pool = databases.Pool(postgres_dsn, template)
        stack.callback(pool.close)
        make = storage.database.create_engine

        def keeping(*given: Any, **more: Any) -> Engine:
            engine = make(*given, **more)
            pool.keep_sessions(engine)
            return engine

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(storage.database, "create_engine", keeping)
            yield pool


@pytest.fixture(scope="session")
def sqlite_template() -> Iterator[Path]:
    """A folder with a migrated database file from which every test's own is copied."""
    if TEMPLATES[0]:
        yield Path(TEMPLATES[0])
        return
    with databases.sqlite_template() as folder:
        yield folder


@pytest.fixture
def new_postgres(postgres_pool: databases.Pool) -> Iterator[Callable[[], str]]:
    """Gives as many fresh PostgreSQL databases as the test asks for; others have them when it ends."""
    urls: list[str] = []

    def make() -> str:
        urls.append(postgres_pool.take())
        return urls[-1]

    yield make
    for url in urls:
        postgres_pool.give_back(url)


_numbers = itertools.count(1)


@pytest.fixture
def new_sqlite(sqlite_template: Path, tmp_path: Path) -> Callable[[], str]:
    """Makes as many fresh SQLite files as the test asks for, each in a folder of its own."""

    def make() -> str:
        folder = tmp_path / f"data{next(_numbers)}"
        shutil.copytree(sqlite_template, folder)
        return f"sqlite:///{folder / 'baonhanh.db'}"

    return make


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of a fresh, migrated database: the test runs once on SQLite and once on PostgreSQL."""
    make: Callable[[], str] = request.getfixturevalue(f"new_{request.param}")
    return make()


@pytest.fixture
def sqlite_url(new_sqlite: Callable[[], str]) -> str:
    """The URL of a fresh, migrated SQLite file."""
    return new_sqlite()


@pytest.fixture
def postgres_url(new_postgres: Callable[[], str]) -> str:
    """The URL of a fresh, migrated PostgreSQL database."""
    return new_postgres()
