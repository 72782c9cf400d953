"""Figures as they may be shown: by topic and tone, with the change, nothing below three (DOMAIN §1 row 25).

A number that is one or two points at people: it is shown as "<3", no change is told from it or to it, and no
sum is shown from which it could be reckoned.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from domain.figures import LEAST_SHOWN, is_any_small, listed, shown
from domain.scales import TONES
from domain.topics import Topic
from messages import Say, Text, say

UNITS_SHOWN: Final = 20

Table: TypeAlias = Mapping[tuple[str, str], int]
"""Reports by (topic, tone)."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What somebody may read of a unit and those below it."""

    unit_id: int
    unit: str
    lines: tuple[Text, ...]


def change(now: int, before: int) -> str:
    """ " (+4)" since the time before; "" where a number below three is on one side."""
    if now < LEAST_SHOWN or 0 < before < LEAST_SHOWN:
        return ""
    return f" ({now - before:+d})" if now != before else " (=)"


def table_lines(now: Table, before: Table | None = None) -> list[Text]:
    """A line a topic: its tones, approval first (DOMAIN §1 row 26); the topic most spoken of first."""
    sums: dict[str, int] = {}
    for (topic, _), n in now.items():
        sums[topic] = sums.get(topic, 0) + n
    topics = sorted(sums, key=lambda topic: (-sums[topic], topic))
    return [_line(topic, now, before) for topic in topics if sums[topic]]


def _line(topic: str, now: Table, before: Table | None) -> Say:
    parts = []
    for tone in TONES:
        n = now.get((topic, tone), 0)
        if n:
            since = change(n, before.get((topic, tone), 0)) if before is not None else ""
            parts.append(say(f"f-{tone}", n=shown(n) + since))
    values = {f"part{place}": part for place, part in enumerate(parts, 1)}
    return say(f"f-topic-{len(parts)}", topic=Topic(topic).name, **values)


def unit_lines(units: Sequence[tuple[str, int]], now: Table) -> list[Text]:
    """How many reports came from which unit; those with fewer than three are told in one number of units.
    Where a number is hidden, here or in the table of the same reports, the smallest are not told either."""
    is_hidden = is_any_small([*now.values(), *(n for _, n in units)])
    many = sorted((one for one in units if one[1] >= LEAST_SHOWN), key=lambda one: (-one[1], one[0]))
    rest = len(units) - len(many[:UNITS_SHOWN])
    told = listed([n for _, n in many], beside_hidden=is_hidden)
    named = " · ".join(f"{name}: {n}" for (name, _), n in zip(many[:UNITS_SHOWN], told, strict=False))
    lines: list[Text] = [say("f-units", units=named)] if named else []
    return [*lines, say("f-units-rest", n=rest)] if rest else lines
