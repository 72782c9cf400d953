"""What a run of the suite leaves for the next day, to stay short: half of the talks on each database.

Guarantees, storage and the office run on both every day. Which day it is can be set (`BAONHANH_TEST_DAY`, any
number) to repeat one, and `BAONHANH_TEST_DAY=every` runs everything. A test that is named runs as named.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32

import pytest

TALKS = Path(__file__).parent / "bot"
DATABASES = ("sqlite", "postgres")

# Set for workers too, which may start after midnight.
DAY = os.environ.setdefault("BAONHANH_TEST_DAY", str(datetime.now(UTC).toordinal()))
SEED = int(DAY) if DAY.isdigit() else datetime.now(UTC).toordinal()


FIRST = (
    "test_crash.py",
    "test_clean_room.py",
    "test_guarantees",
    "test_mailings.py",
    "test_talks_on",
    "test_rhythm_any",
)


def place(item: pytest.Item) -> int:
    """Where a test stands: what takes long first, so that no worker is left with it alone at the end."""
    name = item.path.name
    return next((at for at, one in enumerate(FIRST) if name.startswith(one)), len(FIRST))


def is_due(item: pytest.Item) -> bool:
    """Whether a test runs today on the database it asks for."""
    asked = getattr(item, "callspec", None) and item.callspec.params.get("database_url")
    is_talk = TALKS in item.path.parents and not item.path.name.startswith("test_guarantees")
    if not asked or not is_talk or not DAY.isdigit():
        return True
    name = f"{item.path.name}::{getattr(item, 'originalname', item.name)}"
    return asked == DATABASES[(crc32(name.encode()) + SEED) % 2]
