"""Commands as they are typed, in an empty folder, on a database of the test's own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot import cli
from bot.clock import Clock, system_clock
from storage.database import Database


@dataclass
class Done:
    """What a command left: exit code, lines of output, lines of remarks."""

    code: int
    out: list[str]
    err: list[str]

    @property
    def objects(self) -> list[dict[str, object]]:
        """The lines as JSON."""
        return [json.loads(line) for line in self.out]


Type = Callable[..., Done]


@pytest.fixture(scope="package", autouse=True)
def the_parser_is_built_once() -> Iterator[None]:
    """It knows thirty commands and keeps nothing of what was typed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cli, "_parser", cache(cli._parser))
        yield


@pytest.fixture
def typed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    logs_as_they_were: None,
) -> Type:
    """Types a command, in English; `BAONHANH_…` settings as keywords."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BAONHANH_LANG", "en")

    def run(*words: str, clock: Clock = system_clock, **environ: str) -> Done:
        for name, value in environ.items():
            monkeypatch.setenv(f"BAONHANH_{name}", value)
        capsys.readouterr()
        try:
            code = cli.main(list(words), clock)
        except SystemExit as left:
            code = int(left.code or 0)
        told = capsys.readouterr()
        return Done(code, told.out.splitlines(), told.err.splitlines())

    return run


@pytest.fixture
def at_home(typed: Type, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Type:
    """The same, on an installation with the unit PM; runs on SQLite and on PostgreSQL."""
    monkeypatch.setenv("BAONHANH_DATABASE_URL", database_url)
    done = typed("init", "--unit", "PM", "--name", "Phường Mẫu", "--duty-phone", "0203 123 456")
    assert done.code == 0, done.err
    return typed


@pytest.fixture
def look(database_url: str) -> Callable[[Callable[[Connection], object]], object]:
    """Looks into the installation's database."""

    def read(work: Callable[[Connection], object]) -> object:
        database = Database(database_url)
        try:
            return database.write_now(work)
        finally:
            database.close()

    return read
