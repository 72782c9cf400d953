"""/quyche: the unit's own regulations, page by page; accepted once a version."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.labels import YES
from domain.commands import Tell
from domain.facts import Facts
from domain.regulations import AcceptRegulations, Regulations
from messages import Text, say


async def regulations(facts: Facts) -> AcceptRegulations | Tell:
    """Show the text; who has not accepted this version is asked to."""
    found = facts.regulations
    if found is None:
        return Tell((say("c-no-regulations", unit=facts.unit.name),))
    last = await read_to_the_last_page(found)
    if found.accepted:
        return Tell((*last, say("c-accepted-before")))
    agreed = await ask("agreed", Choice(last, (AGREE, _LATER)))
    return (
        AcceptRegulations(found.version, found.digest) if agreed == "yes" else Tell((say("c-not-accepted"),))
    )


async def read_to_the_last_page(found: Regulations) -> tuple[Text, ...]:
    """Show all pages but the last, one after the other; gives the lines of the last."""
    *before, last = found.pages
    for number, page in enumerate(before, 1):
        await ask(f"page-{number}", Choice((found.head(number), page), (_NEXT,)))
    return (found.head(len(before) + 1), last)


AGREE = Option("yes", say("b-accept"), ("da doc", "agree", *YES))
_LATER = Option("later", say("b-later"), ("de sau", "thoi"))
_NEXT = Option("next", say("b-next-page"), ("tiep", "tiep tuc", "next", "ok"))
