"""What a period is to listen for: everybody may look, coordinators set it."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.review import DROPPED, Review, done_by
from dialog.several import Several
from dialog.staff_words import StaffWords, StaffWordsOr
from domain.commands import Tell
from domain.facts import Facts
from domain.focus import point_lines
from domain.orders import SetFocus
from domain.staff import FocusFacts, StaffFacts
from domain.topics import Topic
from handlers.options import topic_options
from messages import Say, Text, say

MOST = 6
"""Points of a period: as many as one goes through in a periodic report."""

LONGEST = 200
"""Characters of one point: it stands in reminders and above the card."""


async def period_focus(facts: Facts) -> SetFocus | Tell:
    """Show the focus; for a coordinator ask for which period, which topics, and a line of words for each."""
    staff = facts.staff
    if staff is None or not staff.focus:
        return Tell(_shown(facts))
    one = await _which(staff)
    if one is None:
        return Tell((say("c-closed"),))
    codes = tuple(topic.code for topic in facts.topics)
    asked = Several((say("p-focus-topics", n=MOST),), topic_options(codes), least=1, most=MOST)
    points = [(code, await _words(code, one)) for code in await ask("topics", asked)]
    done = await ask("save", _review(one, points))
    return (
        Tell((say("c-dropped"),))
        if done == "drop"
        else SetFocus(one.period_id, tuple(points), done == "push")
    )


def _shown(facts: Facts) -> tuple[Text, ...]:
    period = facts.period
    if period is None or not period.focus:
        return (say("c-no-focus"),)
    return (say("focus-head", period=period.name), *point_lines(period.focus))


async def _which(staff: StaffFacts) -> FocusFacts | None:
    lines: list[Text] = []
    for one in staff.focus:
        lines.append(_head(one))
        lines += point_lines(one.points) or [say("c-no-focus")]
    options = [
        Option(f"p{one.period_id}", say("b-set-next" if one.ahead else "b-set-now")) for one in staff.focus
    ]
    close = Option("close", say("b-close-list"), ("dong", "thoi", "ok"))
    which = await ask("which", Choice(tuple(lines), (*options, close)))
    return next((one for one in staff.focus if f"p{one.period_id}" == which), None)


def _head(one: FocusFacts) -> Say:
    return say("focus-head-next" if one.ahead else "focus-head", period=one.name)


async def _words(code: str, one: FocusFacts) -> str:
    """What is to be listened for within a topic; words it has already are shown."""
    asks: list[Text] = [say("p-focus-words", topic=Topic(code).name, n=LONGEST)]
    before = next((said for topic, said in one.points if topic == code), None)
    if before is not None:
        asks.append(say("p-focus-before", said=before))
    same = () if before is None else (Option("same", say("b-same")),)
    words = StaffWordsOr(StaffWords(tuple(asks), longest=LONGEST), Choice((), same))
    said = await ask(f"words-{code.lower()}", words)
    return before or "" if isinstance(said, str) else " ".join(said.text.split())


def _review(one: FocusFacts, points: list[tuple[str, str]]) -> Review:
    lines = (say("p-focus-review"), _head(one), *point_lines(points))
    if one.ahead:
        lines += (say("p-focus-later"),)
    topics = Option("topics", say("b-edit-topics"), ("sua", "doi chu de"))
    return Review(lines, (*_acts(one), topics, DROPPED), reopens=(("topics", "topics"),))


def _acts(one: FocusFacts) -> tuple[Option, ...]:
    """Saving; for the running period also telling the team, and then a mere yes says neither."""
    if one.ahead:
        return (done_by("save", say("b-save")),)
    return (
        Option("save", say("b-save"), ("luu", "ok", "xong")),
        Option("push", say("b-save-push"), ("luu va gui", "gui")),
    )
