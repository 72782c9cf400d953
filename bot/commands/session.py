"""What every command is given: its options, the settings, the words, a way to speak."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import Clock
from messages import Catalogue, Say, Text, say

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.database import Database


class CommandError(Exception):
    """A command cannot do what was asked; every sentence is one line for the terminal."""

    def __init__(self, *sentences: Say) -> None:
        """Keep the sentences."""
        super().__init__(", ".join(sentence.id for sentence in sentences))
        self.sentences = sentences


@dataclass
class Session:
    """One call of one command."""

    args: argparse.Namespace
    words: Catalogue
    environ: Mapping[str, str]
    clock: Clock

    @cached_property
    def settings(self) -> Settings:
        """The settings of this call. Raises ConfigError."""
        from bot.config import load

        return load(self.args.config, self.environ)

    @property
    def today(self) -> date:
        """The local day."""
        return self.clock().astimezone(self.settings.calendar.tz).date()

    def say(self, *lines: Text) -> None:
        """Lines on standard output."""
        for line in lines:
            sys.stdout.write(f"{self.words.render(line)}\n")

    def note(self, *lines: Text) -> None:
        """Lines on standard error: about the work, not its result."""
        for line in lines:
            sys.stderr.write(f"{self.words.render(line)}\n")

    @contextmanager
    def database(self) -> Iterator[Database]:
        """The operator's database, beside a running process. Raises CommandError where there is none yet."""
        from storage.database import Database
        from storage.migrate import HEAD, version

        if not self.has_database:
            raise CommandError(say("cli-no-database", url=self.database_name))
        database = Database(self.settings.database.url, checkpoints=False)
        try:
            if database.read(version) != HEAD:
                raise CommandError(say("cli-old-database"))
            yield database
        finally:
            database.close()

    @property
    def has_database(self) -> bool:
        """Whether there can be a database at all: asking for a file must not make one."""
        file = self.settings.database.file
        return file is None or file.exists()

    @property
    def database_name(self) -> str:
        """What the database is called on the terminal: never with its password."""
        return str(self.settings.database.file or "PostgreSQL")


def read_lines(file: Path | None) -> Iterator[str]:
    """The lines of a file, or of standard input. Raises OSError."""
    if file is None:
        yield from (line.rstrip("\n") for line in sys.stdin)
        return
    with file.open(encoding="utf-8-sig") as source:
        yield from (line.rstrip("\n") for line in source)
