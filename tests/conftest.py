"""The clean room: no network, no settings of the machine, a fresh database for every test that wants one."""

from __future__ import annotations

import contextlib
import gc
import itertools
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import storage.database
from office import invites
from storage.migrate import upgrade
from tests import network, rotation, scratch, statements
from tests.postgres import NoPostgresError, create_database, drop_database, postgres

SERVER = os.environ.get("BAONHANH_TEST_POSTGRES", "")
TEMPLATE = f"baonhanh_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"

scratch.move_to_memory()
network.fence(*filter(None, [urlsplit(SERVER).hostname]))


def pytest_configure(config: pytest.Config) -> None:
    """Workers share one PostgreSQL: the process that starts them runs it."""
    if SERVER or not getattr(config.option, "numprocesses", None):
        return
    with contextlib.suppress(NoPostgresError):
        servers = contextlib.ExitStack()
        config.add_cleanup(servers.close)
        os.environ["BAONHANH_TEST_POSTGRES"] = servers.enter_context(postgres())


def pytest_report_header() -> str:
    """Tells how to repeat the day's choice."""
    return f"BAONHANH_TEST_DAY={rotation.DAY}"


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is loaded and collected stays to the end: nobody looks for garbage in it, now or later."""
    gc.disable()
    collected = yield
    gc.freeze()
    gc.enable()
    return collected


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what is for another day; what takes longest begins first."""
    items.sort(key=rotation.place)
    if any("::" in one for one in config.args):
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
        yield SERVER.replace("postgresql:", "postgresql+psycopg:", 1)
        return
    try:
        with postgres() as dsn:
            yield dsn
    except NoPostgresError as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(f"no PostgreSQL under CI: {missing}", pytrace=False)
        pytest.skip(f"no PostgreSQL: {missing}")


@pytest.fixture(scope="session")
def postgres_template(postgres_dsn: str) -> Iterator[str]:
    """The name of a migrated database from which every test's own is cloned."""
    upgrade(create_database(postgres_dsn, TEMPLATE))
    yield TEMPLATE
    drop_database(postgres_dsn, TEMPLATE)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a migrated database file from which every test's own is copied."""
    folder = tmp_path_factory.mktemp("template")
    upgrade(f"sqlite:///{folder / 'baonhanh.db'}")
    return folder


_numbers = itertools.count(1)


@pytest.fixture
def new_postgres(postgres_dsn: str, postgres_template: str) -> Iterator[Callable[[], str]]:
    """Makes as many fresh PostgreSQL databases as the test asks for; dropped when it ends."""
    names: list[str] = []

    def make() -> str:
        names.append(f"{postgres_template}_{next(_numbers)}")
        return create_database(postgres_dsn, names[-1], postgres_template)

    yield make
    for name in names:
        drop_database(postgres_dsn, name)


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
