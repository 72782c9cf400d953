"""A unit's answer before the coordinator: what is sent on, or why it goes back."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.labels import AGREED
from domain import desk_orders as orders
from domain.commands import Tell
from domain.desk import AnswerFacts
from domain.facts import Facts
from domain.referrals import LONGEST
from handlers.own_words import words
from messages import say


async def judge(facts: Facts) -> object:
    """x.judge under the message that tells of an answer."""
    if facts.desk is None or facts.desk.answer is None:
        return Tell((say("c-judged-already"),))
    return await judge_answer(facts.desk.answer)


async def judge_answer(answer: AnswerFacts) -> orders.ApproveAnswer | orders.SendBack | Tell:
    """Show the four parts; approve, approve in other words, or send back with a reason."""
    match await ask("verdict", Choice(answer.lines, _VERDICTS)):
        case "return":
            return orders.SendBack(answer.id, await words("back-why", say("p-send-back-why"), 500))
        case "other":
            return orders.ApproveAnswer(answer.id, await words("told", say("p-told"), LONGEST))
        case "approve":
            return orders.ApproveAnswer(answer.id, answer.told)
    return Tell((say("c-closed"),))


_VERDICTS = (
    Option("approve", say("b-approve"), ("duyet", *AGREED)),
    Option("other", say("b-approve-words"), ("sua loi", "duyet loi khac")),
    Option("return", say("b-send-back"), ("tra lai",)),
    Option("done", say("b-close-list"), ("dong", "de sau")),
)
