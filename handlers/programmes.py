"""/chuongtrinh: programmes of several bodies, and what the others share. /solieu: how much is said."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from domain.commands import Tell
from domain.facts import Facts
from handlers.which_unit import which_unit
from messages import say


async def programmes(facts: Facts) -> Tell:
    """Choose a programme if there are several; then figures or matters of the other parties."""
    if not facts.programmes:
        return Tell((say("c-no-programmes"),))
    one = facts.programmes[0]
    if len(facts.programmes) > 1:
        options = tuple(Option(f"g{one.id}", one.name) for one in facts.programmes)
        which = await ask("which", Choice((say("p-which-programme"),), options))
        one = next(one for one in facts.programmes if f"g{one.id}" == which)
    match await ask("what", Choice(one.lines, _ACTS, columns=2)):
        case "figures":
            return Tell((*(one.figures or (say("c-no-shared-figures"),)), say("f-small")))
        case "matters":
            return Tell(one.matters or (say("c-no-shared-matters"),))
    return Tell((say("c-closed"),))


async def figures(facts: Facts) -> Tell:
    """The figures of one's unit and of those below it."""
    if not facts.figures:
        return Tell((say("e-perm"),))
    unit_id = await which_unit({one.unit_id: one.unit for one in facts.figures})
    return Tell(next(one.lines for one in facts.figures if one.unit_id == unit_id))


_ACTS = (
    Option("figures", say("b-shared-figures"), ("so lieu", "so lieu chung")),
    Option("matters", say("b-shared-matters"), ("van de", "van de chung")),
    Option("close", say("b-close-list"), ("dong", "thoi", "ok")),
)
