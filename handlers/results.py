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
    return Tell((say("results-head"), *told(facts.results)))


def told(results: Sequence[ResultFacts]) -> tuple[Text, ...]:
    """As many of them as one message holds, each with its day, then how many are left out."""
    shown = _fitting(results)
    lines: list[Text] = [say("results-one", date=f"{one.on:%d/%m/%Y}", said=one.line) for one in shown]
    if older := len(results) - len(shown):
        lines.append(say("results-older", n=older))
    return tuple(lines)


def _fitting(results: Sequence[ResultFacts]) -> Sequence[ResultFacts]:
    length = 0
    for at, one in enumerate(results):
        length += sum(len(str(value)) for _, value in one.line.args)
        if at and length > LONGEST:
            return results[:at]
    return results
