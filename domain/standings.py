"""How a period stands: who has reported, who owes, and what share that is. DOMAIN §1 rows 24, 31."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from messages import Text, say

Reach = Literal["push", "call", "blocked", "declined"]
"""How somebody can be reminded: by a message that rings; by a call, where no channel rings or the bot was
blocked; not at all, where they want no reminders."""


@dataclass(frozen=True, slots=True)
class Owing:
    """Somebody who still owes a report for a period."""

    person_id: int
    label: str
    reach: Reach


@dataclass(frozen=True, slots=True)
class Standing:
    """How a period stands. `due`: its deadline as people write it; `counts` by state of obligation, whose sum
    is the length of its list; `asked`: it is a request out of turn, which people answer."""

    period_id: int
    code: str
    name: str
    due: str
    locked: bool
    counts: Mapping[str, int]
    owing: tuple[Owing, ...] = ()
    asked: bool = False

    @property
    def title(self) -> str:
        """The name as a heading: that of a request begins with what it is."""
        return self.name[:1].upper() + self.name[1:] if self.asked else self.name

    def sentence(self, name: str) -> str:
        """The sentence of this name, or what stands for it where people answer a request."""
        return f"{name}-request" if self.asked else name

    @property
    def expected(self) -> int:
        """How many reports are expected: everybody on the list but the excused."""
        return sum(self.counts.values()) - self.counts.get("excused", 0)

    @property
    def came(self) -> int:
        """How many have come, in time or late, nil reports among them."""
        return sum(self.counts.get(state, 0) for state in ("reported", "nil", "late"))

    @property
    def rate(self) -> float | None:
        """Of those expected how many came, 0 to 1 (DHIS2's reporting rate); None where none is expected."""
        return self.came / self.expected if self.expected else None

    @property
    def on_time_rate(self) -> float | None:
        """Of those expected how many came in time, 0 to 1 (DHIS2's reporting rate on time)."""
        on_time = self.came - self.counts.get("late", 0)
        return on_time / self.expected if self.expected else None


NAMES_SHOWN = 30
"""Names in one message."""


def standing_lines(standing: Standing) -> list[Text]:
    """A period's standing in words: counts, rates, who owes, whom to call."""
    counts = {name: standing.counts.get(name, 0) for name in ("reported", "nil", "late", "owes", "excused")}
    total = sum(standing.counts.values())
    lines: list[Text] = [
        say(standing.sentence("d-head"), period=standing.title, due=standing.due),
        say(standing.sentence("d-counts"), total=total, **counts),
    ]
    if standing.rate is not None and standing.on_time_rate is not None:
        rate, on_time = (f"{100 * share:.0f}" for share in (standing.rate, standing.on_time_rate))
        lines.append(say(standing.sentence("d-rates"), rate=rate, ontime=on_time))
    if names := [one.label for one in standing.owing]:
        more = max(0, len(names) - NAMES_SHOWN)
        lines.append(say(standing.sentence("d-owing"), names=_joined(names), more=more))
    return lines + [
        say(f"d-{reach}", names=_joined(names))
        for reach in ("call", "declined", "blocked")
        if (names := [one.label for one in standing.owing if one.reach == reach])
    ]


def silent_lines(silent: Sequence[tuple[str, int]], least: int) -> list[Text]:
    """The areas nothing has come from for at least so many periods, if there are any."""
    if not silent:
        return []
    return [
        say("a-silent", n=len(silent), k=least),
        _joined([f"{area} ({periods})" for area, periods in silent]),
    ]


def _joined(names: Sequence[str]) -> str:
    return "; ".join(names[:NAMES_SHOWN])
