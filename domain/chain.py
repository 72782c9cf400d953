"""The chain of the audit trail: each row's hash covers its fields and the hash of the row before it, so that
a row that was changed, removed, put in or moved is found. The bytes are documented in docs/security.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal

GENESIS = "0" * 64
"""What stands for the row before the first."""

SHORT = 12
"""Hex digits by which people hold a hash: 48 bits, which nobody hits by trying."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the trail."""

    id: int
    at: datetime
    actor: str
    act: str
    object: str | None
    detail: Mapping[str, Any] | None
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last row of a day (of UTC): its hash, and how many rows the trail has had up to it."""

    day: date
    hash: str
    count: int


@dataclass(frozen=True, slots=True)
class Misfit:
    """The first place where the trail is not as it was written. `id`: the row; `why`: it was "changed", it
    does not "follow" the row before it, or it is not the "head" that was on record for its place."""

    id: int
    at: datetime
    why: Literal["changed", "follow", "head"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a walk along the trail found: rows that fit, the hash of the last of them, the first that does not
    (`misfit`), or the head on record that no row leads to (`lost`: rows are missing at the end)."""

    rows: int
    head: str
    misfit: Misfit | None = None
    lost: Head | None = None

    @property
    def whole(self) -> bool:
        """Nothing is wrong."""
        return self.misfit is None and self.lost is None


def hash_of(
    at: datetime,
    actor: str,
    act: str,
    object: str | None,
    detail: Mapping[str, Any] | None,
    previous: str,
) -> str:
    """The hash of a row with these fields after the one with the hash `previous`, in hex."""
    instant = at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    fields = {
        "act": act, "actor": actor, "at": instant, "detail": detail, "object": object, "previous": previous,
    }  # fmt: skip
    written = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def walk(entries: Iterable[Entry], heads: Iterable[Head], after: Head | None = None) -> Verdict:
    """Follow the trail from its first row, or from what stood before it (`after`), to the last head."""
    previous, begun = (after.hash, after.count) if after else (GENESIS, 0)
    on_record = {head.count: head for head in heads if head.count > begun}
    last, count = None, begun
    for entry in entries:
        if why := _misfit(entry, previous, on_record.get(count + 1)):
            return Verdict(count - begun, previous, Misfit(entry.id, entry.at, why))
        last, previous, count = entry, entry.hash, count + 1
    lost = next((head for place, head in sorted(on_record.items()) if place > count), None)
    if last and lost is None and count not in on_record:
        return Verdict(count - begun - 1, last.previous, Misfit(last.id, last.at, "head"))
    return Verdict(count - begun, previous, lost=lost)


def _misfit(entry: Entry, previous: str, head: Head | None) -> Literal["changed", "follow", "head"] | None:
    fields = (entry.at, entry.actor, entry.act, entry.object, entry.detail)
    if entry.hash != hash_of(*fields, entry.previous):
        return "changed"
    if entry.previous != previous:
        return "follow"
    return "head" if head is not None and head.hash != entry.hash else None
