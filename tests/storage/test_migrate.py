"""Databases come to the newest tables, whoever starts first and whatever release they are of."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from storage import migrate
from storage.database import DatabaseUnusableError, make_engine
from tests.storage.new_migration import VERSIONS, differences

RELEASES = Path(__file__).parent / "releases"
"""Databases as earlier steps left them, written down as SQL."""


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request, tmp_path):
    """The URL of a database without any table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    url = request.getfixturevalue("postgres_url")
    with make_engine(url).begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE; CREATE SCHEMA public"))
    return url


def run(url, work):
    engine = make_engine(url)
    with engine.begin() as connection:
        result = work(connection)
    engine.dispose()
    return result


def test_the_steps_lead_to_exactly_the_tables_of_the_code(empty_url):
    migrate.upgrade(empty_url)
    assert run(empty_url, differences) == []


def test_head_is_the_newest_step():
    assert max(VERSIONS.glob("v*.py")).name.startswith(f"v{migrate.HEAD}_")


def test_a_database_is_current_only_after_its_upgrade(empty_url):
    assert not migrate.is_current(empty_url)
    migrate.upgrade(empty_url)
    assert migrate.is_current(empty_url)


def test_looking_makes_no_database(tmp_path):
    assert not migrate.is_current(f"sqlite:///{tmp_path / 'data' / 'none.db'}")
    assert not (tmp_path / "data").exists()


def test_upgrading_twice_changes_nothing(empty_url):
    migrate.upgrade(empty_url)
    run(empty_url, lambda connection: connection.execute(text("INSERT INTO meta VALUES ('a', 'b')")))
    migrate.upgrade(empty_url)
    assert run(empty_url, lambda connection: connection.scalar(text("SELECT value FROM meta"))) == "b"


def test_processes_that_start_together_upgrade_once(empty_url):
    # Alembic's context belongs to a process, not to a thread: real processes.
    program = "import sys; from storage.migrate import upgrade; upgrade(sys.argv[1])"
    processes = [subprocess.Popen([sys.executable, "-c", program, empty_url]) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    assert migrate.is_current(empty_url)


def test_a_database_of_a_newer_release_is_left_alone(empty_url):
    migrate.upgrade(empty_url)
    ahead = text("UPDATE alembic_version SET version_num = '9999'")
    run(empty_url, lambda connection: connection.execute(ahead))
    with pytest.raises(migrate.NewerDatabaseError):
        migrate.upgrade(empty_url)


def test_a_step_that_fails_leaves_no_table_behind(empty_url):
    run(empty_url, lambda connection: connection.execute(text("CREATE TABLE talk (id INTEGER)")))
    with pytest.raises((DatabaseUnusableError, DBAPIError)):
        migrate.upgrade(empty_url)
    assert run(empty_url, lambda connection: inspect(connection).get_table_names()) == ["talk"]


def test_a_current_database_is_recognised_without_alembic(sqlite_url):
    migrated = "from storage.migrate import upgrade; upgrade(sys.argv[1])"
    program = f"import sys; {migrated}; sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program, sqlite_url]).returncode == 0


@pytest.mark.parametrize("release", sorted(RELEASES.glob("v*.sql")), ids=lambda file: file.stem)
def test_the_files_of_earlier_releases_come_along_with_all_their_rows(release, tmp_path):
    file = tmp_path / "old.db"
    with sqlite3.connect(file) as old:
        old.executescript(release.read_text())
        before = {name: old.execute(f"SELECT count(*) FROM {name}").fetchone() for name in tables(old)}
    migrate.upgrade(f"sqlite:///{file}")
    with sqlite3.connect(file) as new:
        after = {name: new.execute(f"SELECT count(*) FROM {name}").fetchone() for name in before}
        assert after == before
        assert new.execute("PRAGMA foreign_key_check").fetchall() == []
    assert run(f"sqlite:///{file}", differences) == []


def tables(connection):
    return [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
