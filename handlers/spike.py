"""[🔗 Lập vấn đề] under the news of a spike: one matter of its reports, or of some of them."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.several import Several
from domain import desk_orders as orders
from domain.commands import Tell
from domain.facts import Facts
from handlers.own_words import own_words
from messages import say


async def spike(facts: Facts) -> object:
    """List the reports that are in no matter; open one of all of them unless some are chosen."""
    reports = facts.desk.spike if facts.desk is not None else ()
    if not reports:
        return Tell((say("c-spike-none"),))
    options = [Option("all", say("b-open-of-all", n=len(reports)), ("lap", "lap van de"))]
    if len(reports) > 1:
        options.append(Option("some", say("b-choose-reports"), ("chon",)))
    options.append(Option("close", say("b-close-list"), ("dong", "thoi", "ok")))
    lines = (say("p-spike"), *(one.label for one in reports))
    what = await ask("what", Choice(lines, tuple(options)))
    if what == "close":
        return Tell((say("c-closed"),))
    chosen = reports
    if what == "some":
        each = tuple(Option(f"r{one.id}", one.label, (one.code.lower(),)) for one in reports)
        keys = await ask("which", Several((say("p-choose-reports"),), each, columns=1, least=1))
        chosen = tuple(one for one in reports if f"r{one.id}" in keys)
    return orders.OpenTogether(tuple(one.id for one in chosen), await own_words(chosen[0].whole().said))
