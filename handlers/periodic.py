"""The periodic report: the focus of the period point by point, other matters, one review, one act.

Left at any time it is a draft; going on means answering the open question.
"""

from __future__ import annotations

from functools import partial

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.labels import NO, YES
from dialog.review import DROPPED, done_by
from dialog.words import Words
from domain.commands import FileReport, Tell
from domain.facts import Facts, PeriodFacts
from domain.rhythm import FilePeriodic
from domain.scales import NORMAL
from handlers.nil_report import early_lines, nil_problem
from handlers.options import TONES
from handlers.reading import read
from handlers.sealing import is_wanted, unheard
from messages import Text, say

MOST_OTHERS = 5
"""Matters beside the focus; more are quick reports."""
_SNIPPET = 60


async def periodic(facts: Facts) -> FilePeriodic | Tell:
    """Ask of each point whether people speak of it; gives what was found, or a nil."""
    period = facts.period
    if period is None:
        return Tell((say("e-no-period"),))
    found: list[FileReport] = []
    for place, (topic, words) in enumerate(period.focus):
        asked = say("p-focus", n=place + 1, of=len(period.focus), words=words)
        if await ask(f"focus-{place}", _heard(asked)) == "yes":
            found.append(await _opinion(facts, f"focus-{place}", topic))
    for place in range(MOST_OTHERS):
        asked = say("p-other-matter" if period.focus or place else "p-any-matter")
        if await ask(f"other-{place}", _heard(asked)) == "no":
            break
        found.append(await _opinion(facts, f"other-{place}", None))
    return await _review(facts, period, found)


def _heard(asked: Text) -> Choice:
    nothing = (*NO, "khong co gi", "khong co gi moi", "chua co", "chua co gi", "khong phat sinh")
    options = (Option("yes", say("b-heard"), YES), Option("no", say("b-not-heard"), nothing))
    return Choice((asked,), options, columns=2)


async def _opinion(facts: Facts, name: str, topic: str | None) -> FileReport:
    """The words and the tone of one opinion."""
    codes = tuple(one.code for one in facts.topics)
    said = await ask(f"{name}-said", Words((say("p-text"),), short=partial(_short, codes)))
    reading = read(said.text, codes)
    asked = (*unheard(facts, reading), say("p-tone"))
    tone = await ask(f"{name}-tone", Choice(asked, TONES))
    likely = topic if topic in codes else next(iter(reading.topics), None)
    sealed = is_wanted(facts, reading)
    return FileReport(reading.text, tone, likely, reading.level or NORMAL, masked=said.masked, sealed=sealed)


async def _review(facts: Facts, period: PeriodFacts, found: list[FileReport]) -> FilePeriodic | Tell:
    problem = nil_problem(facts) if not found else None
    if problem is not None:
        return Tell((problem,))
    lines: list[Text] = [] if found else [*early_lines(facts)]
    lines.append(say("p-review", period=period.name, n=len(found)))
    lines += [say("p-review-one", n=n, said=_snippet(one)) for n, one in enumerate(found, 1)]
    if sealed := [n for n, one in enumerate(found, 1) if one.sealed]:
        which = ", ".join(map(str, sealed))
        lines.append(say("p-review-sealed", which=which, unit=facts.unit.above))
    if await ask("review", Choice(tuple(lines), (done_by("send", say("b-send")), DROPPED))) == "drop":
        return Tell((say("c-dropped"),))
    return FilePeriodic(period.code, tuple(found))


def _short(codes: tuple[str, ...], text: str) -> bool:
    return read(text, codes).short


def _snippet(one: FileReport) -> str:
    words = " ".join(one.said.split())
    return words if len(words) <= _SNIPPET else words[: _SNIPPET - 1] + "…"
