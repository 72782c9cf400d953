"""Taking back a report while that is possible."""

from __future__ import annotations

from dialog.choice import yes_no
from dialog.engine import ask
from domain.commands import Tell, Withdraw
from domain.facts import Facts
from domain.scales import URGENT
from handlers.own import newest
from messages import say


async def withdraw(facts: Facts) -> Withdraw | Tell:
    """Confirm; the report is the one the talk was begun for, else the last one."""
    report = facts.report or newest(facts)
    if report is None:
        return Tell((say("e-no-reports"),))
    if not report.editable:
        return Tell((say("e-not-withdrawable", code=report.code),))
    asks = say("p-withdraw-alerted" if report.level == URGENT else "p-withdraw", code=report.code)
    sure = await ask("withdraw", yes_no((asks,), say("b-undo"), say("b-hold")))
    return Withdraw(report.id) if sure == "yes" else Tell((say("c-kept"),))
