"""Quick polls: a coordinator asks the team, a collaborator answers what is open."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.lines import Lines
from dialog.number import Number
from dialog.open_choice import OpenChoice, Picked
from dialog.review import DROPPED, done_by
from dialog.words import Words
from domain.commands import Tell
from domain.facts import Facts
from domain.polls import (
    LARGEST,
    MOST_OPTIONS,
    OPTION,
    QUESTION,
    AnswerPoll,
    MakePoll,
    Poll,
    PollFacts,
    labels_of,
)
from domain.when import example_day, moment, read_moment
from handlers.which_unit import which_unit
from messages import Say, Text, say

TRIES = 20
"""How often an hour that is none may be typed before the talk is over."""
LONGEST = timedelta(days=60)
EVENING = time(17)
SOON = timedelta(minutes=15)

KINDS = (
    Option("choice", say("b-poll-choice"), ("lua chon", "nut")),
    Option("scale", say("b-poll-scale"), ("0-10", "thang diem")),
    Option("number", say("b-poll-number"), ("so", "so bat ky")),
)


async def polls(facts: Facts) -> MakePoll | AnswerPoll | Tell:
    """/thamdo: coordinators ask, collaborators answer; who is both is asked which."""
    known = facts.polls
    if known is None:
        return Tell((say("e-perm"),))
    if not known.teams:
        return await answer_poll(facts)
    if known.running:
        new = Option("new", say("b-poll-new"), ("moi", "tham do moi"))
        answer = Option("answer", say("b-poll-answer"), ("tra loi",))
        if await ask("which", Choice((say("p-poll-which"),), (new, answer), columns=2)) == "answer":
            return await answer_poll(facts)
    return await _make(facts, known)


# -- asking ------------------------------------------------------------------------------------------------


async def _make(facts: Facts, known: PollFacts) -> MakePoll | Tell:
    """Which team, question, kind of answer, options, when it closes, who sees the result; a preview with the
    count."""
    unit = await which_unit({one.unit_id: one.unit for one in known.teams})
    people = next(one.people for one in known.teams if one.unit_id == unit)
    if not people:
        return Tell((say("e-poll-nobody"),))
    asked = Words((say("p-poll-question"),), longest=QUESTION, wordless=say("e-letters"))
    question = (await ask("question", asked)).text
    kind = await ask("kind", Choice((say("p-poll-kind"),), KINDS))
    options: tuple[str, ...] = ()
    if kind == "choice":
        options = await ask("options", Lines((say("p-poll-options"),), 2, MOST_OPTIONS, OPTION))
    closes_at = await _closes_at(facts, known)
    if closes_at is None:
        return Tell((say("e-turns"),))
    shared = await ask("shared", Choice((say("p-poll-shared"),), _SHARED)) == "yes"
    lines: list[Text] = [say("p-poll-preview"), f"📊 {question}", *_bulleted(labels_of(kind, options))]
    if kind == "number":
        lines.append(say("poll-any-number"))
    lines += [say("poll-closes", at=moment(closes_at, known.zone)), say("p-poll-send", n=people)]
    send = done_by("send", say("b-send"))
    if await ask("review", Choice(tuple(lines), (send, DROPPED), columns=2)) == "drop":
        return Tell((say("c-dropped"),))
    return MakePoll(unit, question, kind, options, closes_at, shared)


_SHARED = (
    Option("yes", say("b-poll-share"), ("co", "cho xem")),
    Option("no", say("b-poll-keep"), ("khong", "khong cho xem")),
)


async def _closes_at(facts: Facts, known: PollFacts) -> datetime | None:
    """The hour at which it closes: pressed or typed, asked again while it is none."""
    evening = datetime.combine(facts.today, EVENING, known.zone)
    at = {"hour": facts.now + timedelta(hours=1), "today": evening, "tomorrow": evening + timedelta(days=1)}
    options = [
        Option(key, say(f"b-poll-{key}"))
        for key in ("hour", "today", "tomorrow")
        if key != "today" or facts.now + SOON < evening
    ]
    wrong: Say | None = None
    for tried in range(TRIES):
        asks: tuple[Text, ...] = (
            *((wrong,) if wrong else ()),
            say("p-poll-closes", day=example_day(facts.today)),
        )
        picked = await ask(f"closes-{tried}", OpenChoice(Choice(asks, tuple(options), columns=3), 60))
        closes_at = at[picked.key] if picked.key else _typed(picked, facts, known)
        wrong = _problem(closes_at, facts)
        if wrong is None:
            return closes_at
    return None


def _typed(picked: Picked, facts: Facts, known: PollFacts) -> datetime | None:
    return read_moment(picked.text, facts.now, known.zone, EVENING)


def _problem(closes_at: datetime | None, facts: Facts) -> Say | None:
    """Why a poll cannot close then."""
    if closes_at is None:
        return say("e-poll-when", day=example_day(facts.today))
    if closes_at <= facts.now:
        return say("e-poll-past")
    return say("e-poll-far", n=LONGEST.days) if closes_at > facts.now + LONGEST else None


def _bulleted(labels: tuple[str, ...]) -> list[Text]:
    if labels and labels[0] == "0":
        return [say("poll-scale")]
    return [f"• {label}" for label in labels]


# -- answering ---------------------------------------------------------------------------------------------


async def answer_poll(facts: Facts) -> AnswerPoll | Tell:
    """The poll whose button was pressed, else the first not answered yet, else one to answer anew."""
    known = facts.polls
    if known is None or not known.running:
        return Tell((say("c-no-poll"),))
    poll = next((one for one in known.running if one.id == known.chosen), None)
    poll = poll or next((one for one in known.running if one.mine is None), None)
    if poll is None:
        options = tuple(Option(f"p{one.id}", one.question[:OPTION]) for one in known.running)
        which = await ask("poll", Choice((say("p-poll-again"),), options))
        poll = next(one for one in known.running if f"p{one.id}" == which)
    return AnswerPoll(poll.id, await _answer(poll, known))


async def _answer(poll: Poll, known: PollFacts) -> int:
    closes = say("poll-closes", at=moment(poll.closes_at, known.zone))
    asks: tuple[Text, ...] = (f"📊 {poll.question}", closes)
    if poll.kind == "number":
        number: int = await ask(f"number-{poll.id}", Number((*asks, say("poll-any-number")), 0, LARGEST))
        return number
    if poll.kind == "scale":
        points: int = await ask(f"scale-{poll.id}", Number((*asks, say("poll-scale")), 0, 10))
        return points
    labels = labels_of(poll.kind, poll.options)
    options = tuple(Option(f"o{place}", label) for place, label in enumerate(labels))
    return int((await ask(f"option-{poll.id}", Choice(asks, options)))[1:])
