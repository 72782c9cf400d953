"""/vande: matters in the coordinator's hands, and reports nobody has dealt with yet."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from domain import desk_orders as orders
from domain.commands import Tell
from domain.desk import DeskFacts, ReportInHand
from domain.facts import Facts
from handlers.matter_acts import act_on
from handlers.own_words import own_words, words
from handlers.referring import refer
from messages import say

SHOWN = 10
"""Matters and reports offered as buttons; the others' codes can be typed."""


async def matters(facts: Facts) -> object:
    """The one a button named, else one chosen from the list; then what to do about it."""
    desk = facts.desk
    if desk is None:
        return Tell((say("e-perm"),))
    if desk.matter is not None:
        return await act_on(facts, desk, desk.matter)
    if not desk.matters and not desk.reports:
        return Tell((say("c-no-matters"),))
    options = [Option(f"m{one.id}", one.label, (one.code.lower(), f"vd {one.id}")) for one in desk.matters]
    if desk.reports:
        options.insert(0, Option("reports", say("b-loose", n=len(desk.reports)), ("phan anh moi", "moi")))
    options.append(Option("close", say("b-close-list"), ("dong", "thoi", "ok")))
    which = await ask("which", Choice((say("p-which-matter"),), tuple(options), shown=SHOWN + 2))
    if which == "reports":
        return await _loose(facts, desk)
    chosen = next((one for one in desk.matters if f"m{one.id}" == which), None)
    return Tell((say("c-closed"),)) if chosen is None else await act_on(facts, desk, chosen.whole())


async def _loose(facts: Facts, desk: DeskFacts) -> object:
    options = tuple(Option(f"r{one.id}", one.label, (one.code.lower(),)) for one in desk.reports)
    which = await ask("report", Choice((say("p-which-report"),), options, shown=SHOWN))
    chosen = next(one for one in desk.reports if f"r{one.id}" == which)
    return await _handle(facts, desk, chosen.whole())


async def handle(facts: Facts) -> object:
    """What a coordinator does with one report: x.handle under its alert."""
    desk = facts.desk
    if desk is None or desk.report is None:
        return Tell((say("turn-passed"),))
    return await _handle(facts, desk, desk.report)


async def _handle(facts: Facts, desk: DeskFacts, report: ReportInHand) -> object:
    match await ask("what", Choice(report.lines, _acts(report), columns=2)):
        case "refer":
            return await refer(facts, desk, said=report.said, narrow=report.narrow, report=report.id)
        case "open":
            return orders.OpenMatter(report.id, await own_words(report.said))
        case "ask":
            return orders.AskReporter(report.id, await words("question", say("p-ask-reporter"), 500))
        case "exclude":
            return orders.Exclude(report.id, await words("why", say("p-exclude-why"), 300))
        case "close":
            return Tell((say("c-closed"),))
        case joined:
            return orders.JoinMatter(report.id, int(joined[1:]))


def _acts(report: ReportInHand) -> tuple[Option, ...]:
    acts = []
    if report.movable and report.matter is None:
        acts += [
            Option("refer", say("b-refer"), ("chuyen", "chuyen don vi")),
            Option("open", say("b-new-matter"), ("lap", "lap van de")),
            *(Option(f"m{id}", label, (f"gop {id}", f"vd {id}")) for id, label in report.alike),
        ]
    if report.askable:
        acts.append(Option("ask", say("b-ask"), ("hoi", "hoi them")))
    if report.movable and report.matter is None:
        acts.append(Option("exclude", say("b-exclude"), ("loai", "khong xu ly")))
    return (*acts, Option("close", say("b-close-list"), ("dong", "thoi", "ok")))
