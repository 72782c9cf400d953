"""One's own reports: where they stand, edit or withdraw while that is possible, add at any time."""

from __future__ import annotations

from dataclasses import replace

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.view import in_view
from domain.commands import AddToReport, Amend, Tell, Withdraw
from domain.facts import Facts, ReportFacts, ResultFacts
from handlers.amend import amend
from handlers.extra import extra
from handlers.results import told
from handlers.withdraw import withdraw
from messages import Say, Text, say

MOST = 8
PERIODS = 6
_SNIPPET = 60


async def my_reports(facts: Facts) -> Amend | Withdraw | AddToReport | Tell:
    """Choose a report, see where it stands, do something about it."""
    reports = facts.reports[:MOST]
    if not reports:
        return Tell(tuple(_record(facts)) or (say("e-no-reports"),))
    options = tuple(Option(f"r{one.id}", f"{one.code} · {one.on:%d/%m}", _names(one)) for one in reports)
    lines: list[Text] = [*_record(facts), say("p-which")]
    lines += [line for one in reports for line in (_standing(facts, one), _snippet(one))]
    which = await ask("which", Choice(tuple(lines), options))
    report = next(one for one in reports if f"r{one.id}" == which)
    asked = Choice((_standing(facts, report), *in_view(report.said)), _acts(facts, report))
    what = await ask("what", asked)
    chosen = replace(facts, report=report)
    match what:
        case "edit":
            return await amend(chosen)
        case "withdraw":
            return await withdraw(chosen)
        case "add":
            return await amend(replace(facts, report=replace(report, editable=False)))
        case "extra":
            return await extra(chosen)
        case "results":
            return Tell(told(_results(facts, report)))
        case _:
            return Tell((say("c-closed"),))


def _record(facts: Facts) -> list[Text]:
    """The person's own periods and what became of them."""
    lines: list[Text] = [
        say(
            "record-one-at" if one.at else "record-one",
            period=one.period,
            state=say(f"record-{one.state}"),
            at=one.at,
        )
        for one in facts.record[:PERIODS]
    ]
    return [say("record-head"), *lines] if lines else []


def _results(facts: Facts, report: ReportFacts) -> list[ResultFacts]:
    return [one for one in facts.results if report.id in one.reports]


def _acts(facts: Facts, report: ReportFacts) -> tuple[Option, ...]:
    """What may be done with it now."""
    acts = []
    if _results(facts, report):
        acts.append(Option("results", say("b-replies"), ("ket qua", "tra loi")))
    if report.editable and not report.nil:
        acts.append(Option("edit", say("b-edit"), ("sua",)))
    if report.editable:
        acts.append(Option("withdraw", say("b-undo"), ("rut", "thu hoi")))
    if report.status != "withdrawn" and not report.nil:
        acts += [Option("add", say("b-addwords"), ("viet them",)), Option("extra", say("b-more"))]
    return (*acts, Option("done", say("b-done")))


def _standing(facts: Facts, report: ReportFacts) -> Say:
    is_answered = report.status in ("sent", "received", "merged") and _results(facts, report)
    status = say("status-answered" if is_answered else f"status-{report.status}")
    code = f"🔒 {report.code}" if report.sealed else report.code
    return say("p-report", code=code, date=f"{report.on:%d/%m/%Y}", status=status)


def _snippet(report: ReportFacts) -> Text:
    if report.nil:
        return say("b-nothing" if report.asked else "b-nil")
    said = " ".join(report.said.split())
    return said if len(said) <= _SNIPPET else f"{said[:_SNIPPET].rstrip()}…"


def _names(report: ReportFacts) -> tuple[str, ...]:
    """ "PA-1042" may be typed whole or as its number."""
    digits = "".join(letter for letter in report.code if letter.isdigit())
    return (digits, report.code.lower().replace("-", " "))
