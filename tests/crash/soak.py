"""`make soak`: 60 kills at random moments, one at every operation of a report, one at half of a broadcast to
5,000, on SQLite and PostgreSQL; reports by Zalo too.

The result replaces the table in docs/reliability.md, with the commit it was measured on.
"""

from __future__ import annotations

import asyncio
import itertools
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from storage.migrate import upgrade
from tests.crash.lives import ROOT
from tests.crash.scenarios import kill_at_operations, kill_at_random, kill_in_a_broadcast
from tests.crash.town import Verdict
from tests.postgres import create_database, postgres

KILLS = 60
PEOPLE = 5_000
PAGE = ROOT / "docs" / "reliability.md"
MARKS = re.compile(r"(?<=<!-- soak -->\n).*?(?=<!-- /soak -->)", re.DOTALL)
HEADS = (
    "Where", "How", "Deaths", "Reports", "Lost, doubled or wrong", "Swallowed by a poll",
    "Messages sent twice", "Seconds",
)  # fmt: skip
PLACES = (
    ("SQLite, one process, polling", "sqlite", "", ("random", "operations", "broadcast")),
    ("PostgreSQL, two processes, webhook", "postgres", "", ("random", "operations", "broadcast")),
    ("Zalo, SQLite, polls that repeat", "sqlite", "again", ("random", "operations")),
    ("Zalo, SQLite, polls that give once", "sqlite", "once", ("random",)),
    ("Zalo, PostgreSQL, two processes, webhook", "postgres", "once", ("random", "operations")),
)
"""Where it plays: what the table calls it, the database, how Zalo gives updates ("": by Telegram), and how
processes die."""


@contextmanager
def databases() -> Iterator[Callable[[str], str]]:
    """Gives a maker of fresh, migrated databases."""
    numbers = itertools.count(1)
    with tempfile.TemporaryDirectory(prefix="bn-soak-") as folder, postgres() as server:

        def make(kind: str) -> str:
            name = f"soak{next(numbers)}"
            url = f"sqlite:///{folder}/{name}.db" if kind == "sqlite" else create_database(server, name)
            upgrade(url)
            return url

        yield make


def row(where: str, how: str, verdict: Verdict, seconds: float) -> str:
    """A line of the table."""
    cells = (
        where,
        how,
        verdict.kills,
        verdict.filed,
        len(verdict.wrong),
        verdict.swallowed,
        verdict.duplicates,
        f"{seconds:.0f}",
    )
    return f"| {' | '.join(map(str, cells))} |"


def soak() -> tuple[list[str], list[str]]:
    """Every scenario; gives the lines of the table and what went wrong."""
    lines = [f"| {' | '.join(HEADS)} |", "|" + "---|" * len(HEADS)]
    wrong: list[str] = []
    with databases() as make:
        for where, kind, zalo, hows in PLACES:
            for how in hows:
                start = time.monotonic()
                if how == "random":
                    verdict = asyncio.run(
                        kill_at_random(make(kind), kills=KILLS, seed=int(time.time()), most=1.5, zalo=zalo)
                    )
                    said = f"{KILLS} kills at random moments"
                elif how == "broadcast":
                    verdict = asyncio.run(kill_in_a_broadcast(make(kind), people=PEOPLE, seed=1))
                    said = f"a broadcast to {PEOPLE}, at {verdict.operations}"
                else:
                    verdict = asyncio.run(
                        kill_at_operations(make(kind), itertools.count(1), seed=1, zalo=zalo)
                    )
                    said = f"at every operation, 1 to {verdict.operations}"
                lines.append(row(where, said, verdict, time.monotonic() - start))
                wrong += [f"{where}, {said}: {one}" for one in verdict.wrong]
                print(lines[-1], *verdict.wrong, sep="\n", flush=True)  # noqa: T201
    return lines, wrong


def commit() -> str:
    """The commit of the working tree, marked where files differ from it."""
    told = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return told.stdout.strip() or "unknown"


def write(lines: list[str], wrong: list[str], page: Path = PAGE) -> None:
    """Put the result on the page."""
    measured = (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, commit `{commit()}`, Python {sys.version.split()[0]}."
    )
    result = "\n".join(
        [measured, "", *lines, "", *(f"- {one}" for one in wrong or ["Nothing went wrong."]), ""]
    )
    page.write_text(MARKS.sub(lambda _: result, page.read_text(encoding="utf-8")), encoding="utf-8")


def main() -> int:
    """Run everything, write the page, tell whether it held."""
    lines, wrong = soak()
    write(lines, wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
