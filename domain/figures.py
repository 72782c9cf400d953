"""What may be shown of counts: small cells are hidden, small areas counted with the wider one. DOMAIN §7."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

LEAST_SHOWN: Final = 3
"""A cell of fewer reports is shown as "<3"."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: what it counts, its cells as they may be shown, and what they add up to."""

    name: str
    cells: tuple[str, ...]
    total: str


def shown(n: int) -> str:
    """A count as it may be shown."""
    return f"<{LEAST_SHOWN}" if 0 < n < LEAST_SHOWN else str(n)


def row(name: str, counts: Sequence[int]) -> Row:
    """A row of these counts. While one of them is hidden no exact total stands beside it, which would let it
    be computed back; the total then is the least it can be."""
    hidden = [n for n in counts if 0 < n < LEAST_SHOWN]
    if not hidden:
        return Row(name, tuple(map(str, counts)), str(sum(counts)))
    least = sum(n for n in counts if n >= LEAST_SHOWN) + len(hidden)
    return Row(name, tuple(map(shown, counts)), f"≥{least}")


KEPT_BACK: Final = "…"
"""A count that is not told, or a hidden one beside it could be computed back."""


def is_any_small(counts: Iterable[int]) -> bool:
    """Whether one of these counts is to be hidden."""
    return any(0 < n < LEAST_SHOWN for n in counts)


def listed(counts: Sequence[int], *, beside_hidden: bool) -> tuple[str, ...]:
    """Counts of a list that stands beside other figures of the same reports, so that what they add up to is
    known. Where one is hidden here, or there (`beside_hidden`), the smallest are told alike, as "…": two at
    least, one of them no small one, and equal ones together, for what these add up to is known too."""
    if not beside_hidden and not is_any_small(counts):
        return tuple(map(str, counts))
    kept: list[int] = []
    for n in sorted(n for n in counts if n):
        if len(kept) > 1 and LEAST_SHOWN <= kept[-1] < n:
            break
        kept.append(n)
    return tuple(KEPT_BACK if n in kept else str(n) for n in counts)


def fold_areas(
    counts: Mapping[int, int], active: Mapping[int, int], above: Mapping[int, int | None], least: int
) -> dict[int, int]:
    """Counts by area, those of an area with fewer than `least` active collaborators (itself and below) added
    to the next wider one that has enough, or to the widest there is. `above`: the wider area of each."""
    people = dict.fromkeys(above, 0)
    for area, n in active.items():
        for one in _chain(area, above):
            people[one] = people.get(one, 0) + n
    found: dict[int, int] = {}
    for area, n in counts.items():
        chain = _chain(area, above)
        home = next((one for one in chain if people.get(one, 0) >= least), chain[-1])
        found[home] = found.get(home, 0) + n
    return found


def _chain(area: int, above: Mapping[int, int | None]) -> list[int]:
    chain: list[int] = []
    one: int | None = area
    while one is not None and one in above and one not in chain:
        chain.append(one)
        one = above[one]
    return chain or [area]
