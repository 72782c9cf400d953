"""Requests out of turn: whoever is asked answers, coordinators ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.parsed import Parsed
from dialog.review import DROPPED, Review, done_by
from dialog.staff_words import StaffWords
from dialog.view import in_view
from dialog.words import Said
from domain.audience import Audience, Crowd
from domain.commands import FileNil, FileReport, Tell
from domain.facts import Facts, RequestFacts
from domain.orders import AnswerNothing, AskOutOfTurn
from domain.staff import StaffFacts
from domain.when import example_day, moment, read_moment
from handlers.audiences import ask_audience, count_line
from handlers.quick_report import quick_report
from messages import Text, say

LONGEST = 500
SHORTEST_WAIT = timedelta(minutes=30)
LONGEST_WAIT = timedelta(days=90)
END_OF_DAY = time(17)
"""The hour of a deadline for which only a day is typed, and of those offered."""

TITLE = 24
_STORED = "%Y-%m-%dT%H:%M"
"""A deadline as the talk keeps it: local, to the minute."""


async def request(facts: Facts) -> AskOutOfTurn | FileReport | FileNil | AnswerNothing | Tell | None:
    """Choose a request to answer; a coordinator may ask a new one."""
    staff = facts.staff
    if not facts.requests:
        return await _ask_new(facts, staff) if staff is not None else Tell((say("c-nothing-asked"),))
    options = [
        Option(f"p{one.period_id}", say("request-one", said=_short(one.said))) for one in facts.requests
    ]
    if staff is not None:
        options.append(Option("new", say("b-ask-new"), ("moi", "yeu cau moi")))
    lines = [say("p-which-request"), *(_line(one) for one in facts.requests)]
    which = await ask("which", Choice(tuple(lines), tuple(options)))
    if which == "new" and staff is not None:
        return await _ask_new(facts, staff)
    return await _answer(facts, next(one for one in facts.requests if f"p{one.period_id}" == which))


def _line(one: RequestFacts) -> Text:
    return say("request-line", said=one.said, due=one.due, answered=1 if one.answered else 0)


def _short(said: str) -> str:
    words = " ".join(said.split())
    return words if len(words) <= TITLE else words[: TITLE - 1].rstrip() + "…"


async def _answer(facts: Facts, one: RequestFacts) -> FileReport | FileNil | AnswerNothing | Tell | None:
    answer = Option("answer", say("b-answer"), ("tra loi",))
    nothing = Option("nothing", say("b-nothing"), ("khong", "khong co"))
    what = await ask("what", Choice((_line(one),), (answer, nothing)))
    if what == "nothing":
        return AnswerNothing(one.period_id)
    return await quick_report(replace(facts, request=one))


async def _ask_new(facts: Facts, staff: StaffFacts) -> AskOutOfTurn | Tell:
    """Ask what is asked, of whom, until when; show it before it goes."""
    if staff.crowd is None:
        return Tell((say("e-perm"),))
    zone = ZoneInfo(staff.zone)
    said = await ask("question", StaffWords((say("p-request", n=LONGEST),), longest=LONGEST))
    audience = await ask_audience(staff.crowd)
    due_at = _instant(await ask("due", _deadline(facts.now, zone)), zone)
    if await ask("send", _review(staff.crowd, said, audience, due_at, zone)) == "drop":
        return Tell((say("c-dropped"),))
    return AskOutOfTurn(said.text, audience, due_at)


def _deadline(now: datetime, zone: ZoneInfo) -> Parsed:
    """Tomorrow or in three days, or what is typed; not too soon and not too far."""
    today = now.astimezone(zone).date()
    offered = [datetime.combine(today + timedelta(days=days), END_OF_DAY, zone) for days in (1, 3)]
    options = tuple(Option(f"{at:{_STORED}}", moment(at, zone)) for at in offered)

    def read(text: str) -> str | None:
        at = read_moment(text, now, zone, END_OF_DAY)
        fits = at is not None and SHORTEST_WAIT <= at - now <= LONGEST_WAIT
        return f"{at.astimezone(zone):{_STORED}}" if at is not None and fits else None

    day = example_day(today)
    asks = Choice((say("p-request-due", day=day),), options)
    return Parsed(asks, read, say("e-request-due", day=day))


def _instant(kept: str, zone: ZoneInfo) -> datetime:
    return datetime.strptime(kept, _STORED).replace(tzinfo=zone).astimezone(UTC)


def _review(crowd: Crowd, said: Said, audience: Audience, due_at: datetime, zone: ZoneInfo) -> Review:
    count = crowd.count(audience)
    lines: list[Text] = [
        say("p-preview"),
        *in_view(said.text),
        say("p-request-by", due=moment(due_at, zone)),
    ]
    if said.masked:
        lines.append(say("p-masked-here", n=said.masked))
    lines.append(count_line(count))
    options = (
        *((done_by("send", say("b-send-to", n=count.reached)),) if count.people else ()),
        Option("edit", say("b-edit"), ("sua",)),
        Option("whom", say("b-whom"), ("doi nguoi nhan",)),
        Option("due", say("b-due"), ("doi han",)),
        DROPPED,
    )
    return Review(tuple(lines), options, reopens=(("edit", "question"), ("whom", "to"), ("due", "due")))
