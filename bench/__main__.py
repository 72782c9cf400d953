"""`python -m bench`: every subject in turn, several times round, then the tables.

python -m bench                              everything, about twelve minutes
python -m bench --quick --variants load      one short round of the plain load
python -m bench --subjects A,B,echo          some subjects only
python -m bench --write                      also into docs/benchmarks.md
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import os
import platform
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count

from bench import table
from bench.measure import ROOT, Measured, cores
from bench.run import Plan, run
from bench.start import starting
from bench.subjects import SUBJECTS, Subject
from tests.postgres import create_database, postgres

DOCUMENT = ROOT / "docs" / "benchmarks.md"


@dataclass(frozen=True)
class Entry:
    """One thing to run."""

    variant: str
    subject: str
    plan: Plan


def entries(rounds: int, for_s: float, chats: int) -> Iterator[Entry]:
    """Everything there is, in the order it is run: the plain load interleaved, then the variants."""
    plan = Plan(chats=chats, for_s=for_s)
    for _ in range(rounds):
        for subject in ("sqlite", "A", "B", "echo", "postgres"):
            yield Entry("load", subject, plan)
    # Peers that answer one chat after the other need minutes until everybody's first report is done.
    yield Entry("80 ms", "A", replace(plan, delay_s=0.08, warm_s=0, for_s=0, until_done=chats))
    yield Entry("80 ms", "B", replace(plan, delay_s=0.08, warm_s=0, for_s=0, until_done=chats))
    for _ in range(rounds):
        yield Entry("80 ms", "sqlite", replace(plan, delay_s=0.08))
        yield Entry("fsync", "sqlite", replace(plan, fsync_ms=5))
        yield Entry("fsync", "B", replace(plan, fsync_ms=5))
        yield Entry("webhook", "sqlite", replace(plan, webhook=True))
        yield Entry("10³", "sqlite", replace(plan, stored=10**3))
        yield Entry("10⁶", "sqlite", replace(plan, stored=10**6))
    yield Entry("webhook", "postgres ×2", replace(plan, webhook=True))
    yield Entry("idle", "sqlite", replace(plan, chats=1, pause_s=0.3, for_s=10))


def measure(
    wanted: list[Entry], new_postgres: Callable[[], str]
) -> tuple[dict[tuple[str, str], Measured], int]:
    """Run them all; gives the medians and how many failed."""
    measured: dict[tuple[str, str], list[Measured]] = {}
    failed = 0
    for number, entry in enumerate(wanted, 1):
        subject: Subject = SUBJECTS[entry.subject]
        print(
            f"[{number}/{len(wanted)}] {entry.variant}: {entry.subject} … ",
            end="",
            file=sys.stderr,
            flush=True,
        )
        try:
            result = asyncio.run(run(subject, entry.plan, new_postgres))
        except Exception as error:
            failed += 1
            print(f"failed: {type(error).__name__}: {error}", file=sys.stderr)
            continue
        print(f"{result.reports_s:.1f} reports/s", file=sys.stderr)
        measured.setdefault((entry.variant, entry.subject), []).append(result)
    return {key: table.medians(results) for key, results in measured.items()}, failed


def machine() -> str:
    """Where and when it was measured."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, commit {commit.stdout.strip() or 'unknown'}, {os.cpu_count()} cores,"
        f" {platform.machine()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def write(tables: str) -> None:
    """Put the tables into the document, below its line; what stands above is written by hand."""
    head, line, _ = DOCUMENT.read_text().partition("<!-- measured -->")
    DOCUMENT.write_text(f"{head}{line}\n\n{tables}\n")


def main() -> int:
    """Measure what is asked for; gives 1 if a run failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="one round of short runs")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--chats", type=int, default=100)
    parser.add_argument("--variants", default="", help="load, 80 ms, fsync, webhook, 10³, 10⁶, idle, start")
    parser.add_argument("--subjects", default="", help=", ".join(SUBJECTS))
    parser.add_argument("--write", action="store_true", help="also write docs/benchmarks.md")
    given = parser.parse_args()
    os.sched_setaffinity(0, {cores()[0]})
    rounds, for_s = (1, 4.0) if given.quick else (given.rounds, given.seconds)
    wanted = [
        entry
        for entry in entries(rounds, for_s, given.chats)
        if (not given.variants or entry.variant in given.variants.split(","))
        and (not given.subjects or entry.subject in given.subjects.split(","))
    ]
    with ExitStack() as stack:
        numbers, server = count(1), functools.cache(lambda: stack.enter_context(postgres()))
        figures, failed = measure(wanted, lambda: create_database(server(), f"bench_{next(numbers)}"))
    if not given.subjects and (not given.variants or "start" in given.variants.split(",")):
        figures.update(starting())
    tables = f"{machine()}\n\n{table.runs(figures)}\n\n{table.goals(figures)}"
    print(tables)
    if given.write:
        write(tables)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
