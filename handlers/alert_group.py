"""/nhom in a group, typed by who coordinates several units: which of them the group is for."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from domain.commands import Tell
from domain.facts import Facts
from domain.orders import ServeGroup
from messages import say


async def alert_group(facts: Facts) -> ServeGroup | Tell:
    """Choose the unit."""
    options = [Option(f"u-{one.code}", one.name) for one in facts.coordinates]
    options.append(Option("close", say("b-cancel"), ("bo", "huy", "thoi", "khong")))
    which = await ask("unit", Choice((say("p-group-unit"),), tuple(options)))
    return Tell((say("c-kept"),)) if which == "close" else ServeGroup(which.removeprefix("u-"))
