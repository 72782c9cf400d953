"""Nothing new in this period: two taps, so that silence can be told from quiet."""

from __future__ import annotations

from typing import Literal

from dialog.choice import Choice, Option, yes_no
from dialog.engine import ask
from dialog.labels import YES
from domain.commands import FileNil, Tell
from domain.facts import Facts
from messages import Say, say


async def nil_report(facts: Facts) -> FileNil | Tell:
    """Confirm that nothing new arose; gives the nil report, or why there is none to give now."""
    problem = nil_problem(facts)
    if problem is not None or facts.period is None:
        return Tell((problem or say("e-no-period"),))
    sure = await ask("nil", yes_no(_confirm(facts), say("b-nil"), say("b-cancel")))
    return _nil(facts) if sure == "yes" else Tell((say("c-kept"),))


async def nothing_new(facts: Facts) -> FileNil | Tell | Literal["report"] | None:
    """A report whose words say that nothing happened: a nil report, or a report after all?"""
    problem = nil_problem(facts)
    report = Option("report", say("b-new"), ("phan anh", "bao cao"))
    if problem is None:
        nil = Option("nil", say("b-nil"), YES)
        answer = await ask("nil", Choice(_confirm(facts), (nil, report)))
    else:
        drop = Option("drop", say("b-cancel"), ("bo", "huy", "thoi", "ok"))
        answer = await ask("nil", Choice((problem, say("p-nil-instead")), (report, drop)))
    if answer == "report":
        return "report"
    return _nil(facts) if answer == "nil" else None


def nil_problem(facts: Facts) -> Say | None:
    """Why no nil report can be filed now."""
    if facts.period is None:
        return say("e-no-period")
    if facts.period.settled:
        return say("e-nil-settled", period=facts.period.name)
    if facts.period.locked and is_early(facts):
        return say("e-locked", period=facts.period.locked, next=facts.period.name)
    return None


def is_early(facts: Facts) -> bool:
    """Whether the first reminder is still to come: much may arise until then (DOMAIN §11.4)."""
    return facts.period is not None and facts.today < facts.period.nil_opens_on


def early_lines(facts: Facts) -> tuple[Say, ...]:
    """What to know before a nil report that is early. It is taken all the same: a report after it counts."""
    if facts.period is None or not is_early(facts):
        return ()
    return (say("e-nil-early", date=f"{facts.period.nil_opens_on:%d/%m/%Y}"),)


def _confirm(facts: Facts) -> tuple[Say, ...]:
    area = facts.home_area.name if facts.home_area else facts.unit.name
    asked = say("p-nil", period=facts.period.name if facts.period else "", area=area)
    return (*early_lines(facts), asked)


def _nil(facts: Facts) -> FileNil | Tell:
    if facts.period is None:
        return Tell((say("e-no-period"),))
    return FileNil(facts.period.code, facts.home_area.code if facts.home_area else None)
