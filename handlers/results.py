"""/ketqua: what came of one's own reports, read again."""

from __future__ import annotations

from collections.abc import Sequence

from domain.commands import Tell
from domain.facts import Facts, ResultFacts
from messages import Text, say

LONGEST = 3_000
"""Characters of answers that one message shows; at least one answer is shown whole."""


async def results(facts: Facts) -> Tell:
    """The newest first."""
    if not facts.results:
        return Tell((say("e-no-results"),))
    shown = fitting(facts.results)
    lines: list[Text] = [say("results-head"), *told(shown)]
    if len(shown) < len(facts.results):
        lines.append(say("results-older"))
    return Tell(tuple(lines))


def told(results: Sequence[ResultFacts]) -> tuple[Text, ...]:
    """Each with its day."""
    return tuple(say("results-one", date=f"{one.on:%d/%m/%Y}", said=one.line) for one in results)


def fitting(results: Sequence[ResultFacts]) -> Sequence[ResultFacts]:
    """As many of them as one message holds."""
    length = 0
    for at, one in enumerate(results):
        length += sum(len(str(value)) for _, value in one.line.args)
        if at and length > LONGEST:
            return results[:at]
    return results
