"""Quick polls: one question to a team, and what may be shown of the answers.

Cells below three are shown as "<3". While there is one, no exact total is shown beside it, else it could be
computed back; the total then is only what the cells shown add up to, or more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from messages import Text, say

Kind = Literal["choice", "scale", "number"]

QUESTION = 300
OPTION = 40
"""Characters of a question and of one of its options."""
MOST_OPTIONS = 8
LARGEST = 999_999
"""The largest whole number that is an answer."""
LEAST_SHOWN = 3
SCALE = tuple(str(number) for number in range(11))
MOST_GROUPS = 6
"""Rows in which free numbers are shown."""


@dataclass(frozen=True, slots=True)
class MakePoll:
    """Ask the team of a unit this until `closes_at`; `shared`: it may see the result."""

    unit: int
    question: str
    kind: str
    options: tuple[str, ...]
    closes_at: datetime
    shared: bool


@dataclass(frozen=True, slots=True)
class AnswerPoll:
    """One's own answer: the number of the option, or a whole number."""

    poll: int
    answer: int


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll as it is asked. `mine`: the person's own answer so far."""

    id: int
    question: str
    kind: str
    options: tuple[str, ...]
    closes_at: datetime
    mine: int | None = None


@dataclass(frozen=True, slots=True)
class Team:
    """A team that this person may ask: its unit, and how many people are reached."""

    unit_id: int
    unit: str
    people: int


@dataclass(frozen=True, slots=True)
class PollFacts:
    """What a conversation about polls may know. `teams`: whom this person may ask; `running`: what this
    person may answer now; `chosen`: the one a button was pressed under."""

    zone: ZoneInfo
    teams: tuple[Team, ...] = ()
    running: tuple[Poll, ...] = ()
    chosen: int | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a result: what it counts, what is shown of the count, and how long its bar is (0 to 1)."""

    label: str
    shown: str
    length: float


@dataclass(frozen=True, slots=True)
class Result:
    """What may be shown of a poll. `total` is exact, or None; then there were at least `least` answers;
    `tenths` is ten times the average of numbers, those of hidden cells left out."""

    bars: tuple[Bar, ...]
    total: int | None
    least: int
    tenths: int | None = None


def labels_of(kind: str, options: Sequence[str]) -> tuple[str, ...]:
    """What the buttons of a poll are called; none where any whole number is an answer."""
    if kind == "choice":
        return tuple(options)
    return SCALE if kind == "scale" else ()


def answer_in_words(kind: str, options: Sequence[str], answer: int) -> str:
    """An answer as the person chose it."""
    labels = labels_of(kind, options)
    return labels[answer] if labels else str(answer)


def is_answer(kind: str, options: Sequence[str], answer: int) -> bool:
    """Whether this can be an answer."""
    if kind == "number":
        return 0 <= answer <= LARGEST
    return 0 <= answer < len(labels_of(kind, options))


def result_of(kind: str, options: Sequence[str], counts: Mapping[int, int]) -> Result:
    """What may be shown of so many answers each."""
    total = sum(counts.values())
    if total < LEAST_SHOWN:
        return Result((), None, 0)
    cells = _groups(counts) if kind == "number" else _cells(labels_of(kind, options), counts)
    most = max(max(count for _, count in cells), 1)
    bars = tuple(
        Bar(label, str(count), count / most) if count >= LEAST_SHOWN else Bar(label, f"<{LEAST_SHOWN}", 0.0)
        for label, count in cells
    )
    shown = sum(count for _, count in cells if count >= LEAST_SHOWN)
    exact = all(count >= LEAST_SHOWN for _, count in cells)
    numbers = {value: n for value, n in counts.items() if n >= LEAST_SHOWN} if kind == "scale" else counts
    tenths = _tenths(numbers) if (kind == "scale" and numbers) or (kind == "number" and exact) else None
    return Result(bars, total if exact else None, max(shown, LEAST_SHOWN), tenths)


def result_lines(result: Result) -> list[Text]:
    """A result in words."""
    lines: list[Text] = [say("poll-row", label=bar.label, count=bar.shown) for bar in result.bars]
    if result.tenths is not None:
        lines.append(say("poll-average", whole=str(result.tenths // 10), tenth=str(result.tenths % 10)))
    return [*lines, total_line(result)]


def total_line(result: Result) -> Text:
    """How many answered, as far as that may be said."""
    if result.total is not None:
        return say("poll-total", n=result.total)
    return say("poll-total-least", n=result.least) if result.least else say("poll-total-few", n=LEAST_SHOWN)


def _cells(labels: Sequence[str], counts: Mapping[int, int]) -> list[tuple[str, int]]:
    return [(label, counts.get(place, 0)) for place, label in enumerate(labels)]


def _tenths(counts: Mapping[int, int]) -> int:
    return round(10 * sum(value * count for value, count in counts.items()) / sum(counts.values()))


def _groups(counts: Mapping[int, int]) -> list[tuple[str, int]]:
    """Numbers in at most six rows of equal width whose borders are round, so that they name nobody's own
    number."""
    lowest, highest = min(counts), max(counts)
    width = next(
        step * 10**power
        for power in range(7)
        for step in (1, 2, 5)
        if highest // (step * 10**power) - lowest // (step * 10**power) < MOST_GROUPS
    )
    rows: dict[int, int] = dict.fromkeys(range(lowest // width, highest // width + 1), 0)
    for value, count in counts.items():
        rows[value // width] += count
    if width == 1:
        return [(str(row), count) for row, count in rows.items()]
    return [(f"{row * width}–{(row + 1) * width - 1}", count) for row, count in rows.items()]
