"""The pages of the desk beside little and beside much: `python -m bench.desk`.

A ward with 1,000 reports and 50 matters and one with 100,000 and 5,000 are served side by side, on SQLite and
on PostgreSQL; a coordinator opens every page of the console in both by turns. Then reports are searched for
among 1,000,000. Pages are taken from the console's own table: a new one is measured without another line.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, func, select

from bench.desk_town import COMMON, EVERYWHERE, RARE, seed
from bot.media import MediaStore
from office import desk_facts
from office.post import Post
from storage.migrate import upgrade
from storage.tables import metadata
from tests.house import House, house
from tests.postgres import create_database, postgres
from tests.web.console.seats import Seat, seated, statements_of
from web.console import referrals, reports, stream
from web.console.pages import PAGES

SMALL, LARGE, HUGE = (1_000, 50), (100_000, 5_000), (1_000_000, 5_000)
"""Reports and matters."""
ROUNDS = 15
PATIENCE_S = 60.0
NO_PAGES: Final = (stream.stream, reports.file, referrals.file, referrals.slip)
"""Views that draw no page: what comes while a list is looked at, and the bytes of a picture."""
SEARCHES: Final = tuple(
    f"said={words}"
    for words in (RARE, COMMON, EVERYWHERE, f"{EVERYWHERE} {COMMON}", "rác chưa được thu gom", "không đâu có")
)
"""A word few have comes first: the others are held against it."""
LISTS: Final = ("topic=YT", "status=sent", "level=urgent&tone=aggrieved", "files=yes", *SEARCHES)
"""How the list of reports is asked for, beside as a whole."""
CHAT: Final = "/vande"


@dataclass(frozen=True, slots=True)
class Town:
    """An installation with a coordinator at the desk."""

    home: House
    desk: Seat

    def newest(self, table: str) -> int:
        """The number of the last row of a table; 1 where there is none."""
        if table not in metadata.tables:
            return 1
        id = metadata.tables[table].c.id
        return self.home.database.read(lambda c: c.execute(select(func.max(id))).scalar()) or 1

    async def open(self, asked: str) -> None:
        """Open a page, `{id}` being the newest of its kind; or have everything read that /vande tells."""
        if asked == CHAT:
            await self.home.database.reading(self._matters)
            return
        async with asyncio.timeout(PATIENCE_S):
            await self.desk.open(asked)

    def _matters(self, connection: Connection) -> object:
        post = Post(connection, self.home.app.now())
        return desk_facts.facts(post, self.home.app.desk_rules, self.desk.person, {})


@dataclass(frozen=True, slots=True)
class Asked:
    """Something a coordinator asks for; `kind`: the table of which `{id}` is the newest row."""

    name: str
    kind: str = ""

    def of(self, town: Town) -> str:
        """Its address in a town."""
        return self.name.replace("{id}", str(town.newest(self.kind))) if self.kind else self.name


@dataclass(frozen=True, slots=True)
class Taken:
    """What it takes: the median in milliseconds, and how many statements."""

    ms: float
    statements: int


def everything() -> Iterator[Asked]:
    """Every page that the coordinator of a ward opens, the list of reports also as it is filtered."""
    for page in PAGES:
        if page.method != "GET" or page.stage == "second" or page.view in NO_PAGES or page.thing == "sealed":
            continue
        name = page.path.replace("{id:int}", "{id}")
        yield Asked(name, (page.thing or "") if name != page.path else "")
        if page.path == reports.LIST:
            yield from (Asked(f"{name}?{query}") for query in LISTS)
            yield Asked(f"{name}?sau={{id}}", "report")
    yield Asked(CHAT)


@contextlib.asynccontextmanager
async def town(url: str, size: tuple[int, int]) -> AsyncIterator[Town]:
    """The migrated database `url`, filled, with a coordinator signed in; nothing else is done meanwhile."""
    with tempfile.TemporaryDirectory(prefix="bn-desk-") as folder:
        async with house(url, folder=Path(folder)) as home:
            home.app.scheduler.stop()
            picture = MediaStore(home.folder / "media").put(b"\xff\xd8\xff\xd9")
            await asyncio.to_thread(seed, home.database, home.unit_id, *size, home.app.now(), picture)
            async with seated(home, "coordinator", label="Chị Hoa") as desk:
                yield Town(home, desk)


async def measure(asked: Sequence[tuple[Town, Asked]], rounds: int = ROUNDS) -> list[Taken]:
    """What it takes to ask each of the towns, which take turns."""
    acts = [partial(one.open, what.of(one)) for one, what in asked]
    counts = [await statements_of(one.home, act) for (one, _), act in zip(asked, acts, strict=True)]
    times: list[list[float]] = [[] for _ in acts]
    for _ in range(rounds):
        for act, taken in zip(acts, times, strict=True):
            start = time.perf_counter()
            await act()
            taken.append((time.perf_counter() - start) * 1000)
    return [Taken(statistics.median(ms), n) for ms, n in zip(times, counts, strict=True)]


async def pages(name: str, urls: Sequence[str], sizes: Sequence[tuple[int, int]]) -> list[str]:
    """Lines of the table: everything, beside little and beside much."""
    lines = []
    async with contextlib.AsyncExitStack() as stack:
        few, many = [
            await stack.enter_async_context(town(url, size)) for url, size in zip(urls, sizes, strict=True)
        ]
        for asked in everything():
            try:
                less, more = await measure(((few, asked), (many, asked)))
            except AssertionError as error:
                lines.append(f"| {name} | {asked.name} | {error.args[0] if error.args else error} | | | |")
                continue
            lines.append(
                f"| {name} | `{asked.name}` | {less.ms:.1f} | {more.ms:.1f} | {more.ms / less.ms:.2f} |"
                f" {less.statements} / {more.statements} |"
            )
    return lines


async def searches(name: str, url: str, size: tuple[int, int]) -> list[str]:
    """Lines of the table: searches among as many reports as there will ever be, by turns with that for a word
    few have."""
    async with town(url, size) as place:
        rare, *_ = those = [Asked(f"{reports.LIST}?{query}") for query in SEARCHES]
        lines = []
        for asked in those:
            few, taken = await measure(((place, rare), (place, asked)))
            lines.append(
                f"| {name} | `{asked.name.partition('?')[2]}` | {few.ms:.1f} | {taken.ms:.1f} |"
                f" {taken.ms / few.ms:.2f} | {few.statements} / {taken.statements} |"
            )
        return lines


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--few", type=int, nargs=2, default=SMALL, help="reports and matters")
    parser.add_argument("--many", type=int, nargs=2, default=LARGE)
    parser.add_argument("--searched", type=int, nargs=2, default=HUGE, help="0 0: no search")
    parser.add_argument("--on", choices=("SQLite", "PostgreSQL"), help="on one database only")
    given = parser.parse_args()
    for name, urls in _databases(given.on):
        _print("page | ms, few | ms, many", asyncio.run(pages(name, urls[:2], (given.few, given.many))))
        if given.searched[0]:
            _print("search | ms, rare | ms, this", asyncio.run(searches(name, urls[2], given.searched)))


def _print(columns: str, lines: list[str]) -> None:
    print(
        f"| database | {columns} | ratio | statements |",
        "| --- | --- | ---: | ---: | ---: | ---: |",
        sep="\n",
    )
    print(*lines, sep="\n", flush=True)


def _databases(only: str | None) -> Iterator[tuple[str, list[str]]]:
    """Three fresh databases of each kind."""
    with tempfile.TemporaryDirectory(prefix="bn-desk-") as folder:
        if only != "PostgreSQL":
            yield "SQLite", _upgraded([f"sqlite:///{folder}/{n}.db" for n in range(3)])
        if only != "SQLite":
            with postgres() as server:
                yield "PostgreSQL", _upgraded([create_database(server, f"desk{n}") for n in range(3)])


def _upgraded(urls: list[str]) -> list[str]:
    for url in urls:
        upgrade(url)
    return urls


if __name__ == "__main__":
    main()
