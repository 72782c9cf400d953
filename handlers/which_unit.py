"""Which unit it is about: asked of whoever has several."""

from __future__ import annotations

from collections.abc import Mapping

from dialog.choice import Choice, Option
from dialog.engine import ask
from messages import say


async def which_unit(names: Mapping[int, str]) -> int:
    """The id of one of the units of these `names`, of which there is one at least; one alone is not asked."""
    if len(names) == 1:
        return next(iter(names))
    options = tuple(Option(f"u{id}", name) for id, name in names.items())
    return int((await ask("unit", Choice((say("p-which-unit"),), options)))[1:])
