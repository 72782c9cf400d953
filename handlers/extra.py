"""What should not delay a report, asked after it is sent: forecast, proposal, spread, strata, pictures."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.files import Files
from dialog.open_choice import OpenChoice
from dialog.several import Several
from dialog.words import Words
from domain.commands import AddToReport, Tell
from domain.facts import Facts, ReportFacts
from handlers.options import FORECASTS, SPREADS, STRATA
from handlers.own import newest
from messages import say

PROPOSAL = 500
PICTURES = 3
_PASS = (
    Option("skip", say("b-skip"), ("khong", "tiep")),
    Option("done", say("b-done"), ("thoi", "het")),
)


async def extra(facts: Facts) -> AddToReport | Tell:
    """Ask for each; every one can be skipped, and [Xong] ends early."""
    report = facts.report or newest(facts)
    if report is None:
        return Tell((say("e-no-reports"),))
    added = await _asked(facts, report)
    if added == AddToReport(report.id):
        return Tell((say("c-nothing-added", code=report.code),))
    return added


async def _asked(facts: Facts, report: ReportFacts) -> AddToReport:
    asks = Choice((say("p-forecast"), say("p-forecast-words")), (*FORECASTS, *_PASS), columns=2)
    forecast = await ask("forecast", OpenChoice(asks))
    if forecast.key == "done":
        return AddToReport(report.id)
    proposal = await ask("proposal", Words((say("p-proposal"),), longest=PROPOSAL, skip=True))
    spread = await ask("spread", Choice((say("p-spread"),), (*SPREADS, *_PASS), columns=2))
    strata: tuple[str, ...] = ()
    media: tuple[dict[str, object], ...] = ()
    if spread != "done":
        if not _restricted(facts, report):
            strata = await ask("strata", Several((say("p-group"),), STRATA))
        media = await ask("media", Files((say("p-media", n=PICTURES),), PICTURES))
    return AddToReport(
        report.id,
        forecast=_kept(forecast.key),
        forecast_words=forecast.text,
        proposal=proposal.text,
        spread=_kept(spread),
        strata=strata,
        media=media,
        masked=forecast.masked + proposal.masked,
    )


def _kept(key: str | None) -> str | None:
    return None if key in ("skip", "done") else key


def _restricted(facts: Facts, report: ReportFacts) -> bool:
    """A restricted topic carries no population group (DOMAIN §7)."""
    return any(topic.restricted for topic in facts.topics if topic.code == report.topic)
