"""New words for a report: in place of the old while it may be edited, under them afterwards."""

from __future__ import annotations

from dialog.engine import ask
from dialog.view import in_view
from dialog.words import Words
from domain.commands import AddToReport, Amend, Tell
from domain.facts import Facts, ReportFacts
from messages import Text, say


async def amend(facts: Facts) -> Amend | AddToReport | Tell:
    """Ask for the words. What was asked as an edit is an addition once somebody has taken the report."""
    report = facts.report
    if report is None or report.nil:
        return Tell((say("e-no-reports"),))
    said = await ask("text", Words(_asks(report), files=not report.editable))
    if report.editable:
        return Amend(report.id, said.text, said.masked)
    return AddToReport(report.id, said=said.text, masked=said.masked, media=said.media)


def _asks(report: ReportFacts) -> tuple[Text, ...]:
    if report.editable:
        return (*in_view(report.said), say("p-amend", code=report.code))
    return (say("p-addition", code=report.code),)
