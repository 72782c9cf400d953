"""Reports of before the index of words are found like those that come after it."""

from __future__ import annotations

import sqlite3

from sqlalchemy import create_engine, text

from storage import migrate
from tests.storage.test_migrate import RELEASES


def test_reports_of_an_earlier_release_are_found(tmp_path):

    file = tmp_path / "old.db"
    with sqlite3.connect(file) as old:
        old.executescript((RELEASES / "v0001.sql").read_text())
    migrate.upgrade(f"sqlite:///{file}")
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT id, words FROM report WHERE nil = 0")).all()
        assert rows
        for id, words in rows:
            word = words.split()[-1]
            found = connection.execute(
                text("SELECT rowid FROM report_words WHERE report_words MATCH :word"), {"word": f'"{word}"'}
            ).scalars()
            assert id in list(found)
    engine.dispose()
