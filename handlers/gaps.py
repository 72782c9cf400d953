"""/doingu: areas and units without anybody, and terms that end."""

from __future__ import annotations

from domain.commands import Tell
from domain.facts import Facts
from messages import say


async def gaps(facts: Facts) -> Tell:
    """Tell the gaps of what one coordinates or administers."""
    return Tell(facts.gaps or (say("gaps-none"),))
