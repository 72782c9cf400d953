"""What a run of the suite leaves for another day, to stay short.

Each talk and each page runs on SQLite two days of three and on PostgreSQL the third, and what is marked
`rotates` with one of its parameters a day, or with one of all that share the name given there; guarantees,
storage and the office run on both every day. A golden talk in which a button is pressed plays on one of the
channels (`tests/bot/test_talks_on_channels.py`). Browsers open the chat every day; how it bears a bad line
and serves who sees or moves otherwise, and the desk, have a day each by turns. Which day it is can be set to
repeat one (`BAONHANH_TEST_DAY`, any number; `every` leaves nothing out). A file or a test that is named runs
whole.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path
from zlib import crc32

import pytest

TALKS_AND_PAGES = {Path(__file__).parent / "bot", Path(__file__).parent / "web"}

# Set for workers too, which may start after midnight.
DAY = os.environ.setdefault("BAONHANH_TEST_DAY", str(datetime.now(UTC).toordinal()))
SEED = int(DAY) if DAY.isdigit() else datetime.now(UTC).toordinal()

WAITING = (
    "test_guarantees",
    "test_mailings.py",
    "test_talks_on",
    "test_zalo.py",
    "test_groups.py",
    "test_meetings.py",
)
"""Files whose tests wait more than they work, or take long."""

BY_TURNS = (
    ("test_accessible.py", "test_bad_line.py", "test_sample_clock.py"),
    ("test_axe.py", "test_console.py", "test_referral.py"),
)
"""Files of `tests/e2e`, those of one line a day: a page takes ten times as long in a browser as without."""


def order(items: list[pytest.Item]) -> list[pytest.Item]:
    """The tests in the order they are handed out. Those that wait are mixed and spread over the first three
    quarters: others work meanwhile, and none is left to wait for at the end."""
    waiting = [one for one in items if one.path.name.startswith(WAITING)]
    working = [one for one in items if not one.path.name.startswith(WAITING)]
    waiting.sort(key=lambda one: crc32(one.nodeid.encode()))
    places = [0.75 * at / len(waiting) for at in range(len(waiting))]
    places += [at / len(working) for at in range(len(working))]
    return [one for _, one in sorted(zip(places, waiting + working, strict=True), key=itemgetter(0))]


def turn(name: str, of: int) -> int:
    """Which of so many has its turn today for what is called `name`."""
    # What runs every other day would meet only half of its parameters if it counted them by days.
    days = SEED // len(BY_TURNS) if any(name.startswith(files) for files in BY_TURNS) else SEED
    return (crc32(name.encode()) + days) % of


def leaves_nothing_out(config: pytest.Config) -> bool:
    """Whether this run was asked for everything, or by name."""
    return not DAY.isdigit() or any(".py" in one for one in config.args)


def is_for_another_day(file: str) -> bool:
    """Whether a file alternates with others and it is their day."""
    return any(file in files for files in BY_TURNS if files is not BY_TURNS[SEED % len(BY_TURNS)])


def left_out(items: Iterable[pytest.Item]) -> list[pytest.Item]:
    """The tests that run another day."""
    groups: defaultdict[str, list[pytest.Item]] = defaultdict(list)
    left = []
    for item in items:
        if is_for_another_day(item.path.name):
            left.append(item)
        elif name := group_of(item):
            groups[name].append(item)
    for name, group in groups.items():
        days = group + [one for one in group if _database_of(one) == "sqlite" and not _rotates(one)]
        today = days[turn(name, len(days))]
        left += [one for one in group if one is not today]
    return left


def group_of(item: pytest.Item) -> str:
    """What a test is one of several of; empty: it runs every day."""
    if not isinstance(item, pytest.Function) or not hasattr(item, "callspec"):
        return ""
    name = f"{item.path.name}::{item.originalname}"
    if mark := _rotates(item):
        return str(mark.args[0]) if mark.args else name
    database = _database_of(item)
    on_both = item.path.name.startswith("test_guarantees") or TALKS_AND_PAGES.isdisjoint(item.path.parents)
    return "" if database is None or on_both else f"{name} {item.callspec.id.replace(database, '', 1)}"


def _database_of(item: pytest.Item) -> str | None:
    return item.callspec.params.get("database_url") if isinstance(item, pytest.Function) else None


def _rotates(item: pytest.Item) -> pytest.Mark | None:
    return item.get_closest_marker("rotates")
