"""What reporters say when they are asked: more about a report, or what an answer does not say."""

from __future__ import annotations

from dialog.engine import ask
from dialog.words import Words
from domain import desk_orders as orders
from domain.commands import Tell
from domain.facts import Facts
from messages import say

LONGEST = 500


async def answer_inquiry(facts: Facts) -> orders.TellMore | Tell:
    """A coordinator's question about the own report; the answer stays with the report."""
    inquiry = facts.desk.inquiry if facts.desk else None
    if inquiry is None:
        return Tell((say("turn-passed"),))
    asks = (say("p-asked-about", code=inquiry.code, said=inquiry.said), say("p-answer-asked"))
    said = await ask("said", Words(asks, longest=2000, wordless=say("e-letters")))
    return orders.TellMore(inquiry.id, said.text)


async def unclear(facts: Facts) -> orders.SayUnclear | Tell:
    """What is still missing; nothing has to be said."""
    matter = facts.desk.unclear if facts.desk else None
    if matter is None:
        return Tell((say("turn-passed"),))
    said = await ask("why", Words((say("p-unclear-why"),), longest=LONGEST, skip=True))
    return orders.SayUnclear(matter, said.text)
