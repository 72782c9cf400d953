"""A database that cannot be used is one line a person can act on, whatever it says of itself."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import event, insert

from bot.troubles import sentences_of
from messages import catalogue
from storage.database import Database, sqlite_driver
from storage.tables import meta

NOBODY = 65534


def told(error):
    return [catalogue("en").render(sentence) for sentence in sentences_of(error)]


def written(url, *pragmas):
    """What writing to the database raises; `pragmas` are set on each connection."""
    database = Database(url)

    @event.listens_for(database.engine, "connect")
    def _set(connection, _record):
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()

    def fill(connection):
        for number in range(50):
            connection.execute(insert(meta).values(key=str(number), value="x" * 10_000))

    try:
        database.write_now(fill)
    except Exception as error:
        return error
    finally:
        database.close()


@pytest.fixture
def held(sqlite_url):
    """The database while another program writes to it."""
    with contextlib.closing(sqlite_driver().connect(sqlite_url.removeprefix("sqlite:///"))) as other:
        other.execute("BEGIN IMMEDIATE")
        yield sqlite_url


def test_a_database_that_another_program_holds(held):
    assert told(written(held, "busy_timeout = 1")) == [
        "Another program holds the database. Wait a moment and try again."
    ]


def test_a_full_disk(sqlite_url):
    error = written(sqlite_url, "max_page_count = 90")
    assert told(error) == ["The disk is full: nothing more can be written."]


def test_a_database_that_is_only_for_reading(sqlite_url):
    error = written(sqlite_url, "query_only = ON")
    assert told(error) == [
        "The database can be read but not written. Look at the rights of its file and folder."
    ]


@pytest.fixture
def somewhere_public():
    """A folder that everybody may look into, as those of pytest are not."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as somebody else")
def test_a_file_of_somebody_else(sqlite_url, somewhere_public):
    url = f"sqlite:///{shutil.copy(sqlite_url.removeprefix('sqlite:///'), somewhere_public)}"
    program = (
        "import os, sys; from bot.cli import main; check = ['--lang', 'en', 'check']; main(check);"
        f"os.setuid({NOBODY}); sys.exit(main(check))"  # all is imported: the interpreter may be root's own
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"BAONHANH_DATABASE_URL": url, "BAONHANH_DATA_FOLDER": str(somewhere_public)},
        cwd=somewhere_public,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2, done.stderr
    assert "PROBLEM  The database can be read but not written." in done.stderr


def test_a_file_that_is_no_database(tmp_path):
    (tmp_path / "x.db").write_bytes(b"This is a letter, not a database. " * 100)
    assert told(written(f"sqlite:///{tmp_path / 'x.db'}")) == [
        "The database file is damaged, or not one of Báo Nhanh."
    ]


def test_a_server_out_of_reach_is_told_without_its_password():
    (line,) = told(written("postgresql://me:open-sesame@127.0.0.1:9/name"))
    assert line.startswith("The database cannot be used:")
    assert "sesame" not in line


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError) as caught:
        Database(f"sqlite:///{tmp_path / 'file' / 'x.db'}")
    (line,) = told(caught.value)
    assert line.endswith("file: File exists")


def test_a_fault_of_ours_keeps_its_traceback():
    assert told(RuntimeError("oops")) == []
    assert told(KeyError("oops")) == []
