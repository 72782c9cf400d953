"""What coordinators and the chair do about one meeting."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.review import DROPPED, Review, done_by
from dialog.staff_words import StaffWords
from domain.commands import Tell
from domain.facts import Facts
from domain.meetings import (
    CONCLUDED,
    MOST_CONCLUSIONS,
    PLANNED,
    REPLIES,
    Approve,
    CallOff,
    DropConclusion,
    MeetingFacts,
    MeetingsFacts,
    MoveMeeting,
    PutAgenda,
    PutConclusions,
    Reply,
    WriteBack,
)
from domain.when import moment
from handlers.meeting_hour import ask_hour
from handlers.minutes import conclude, statement
from messages import say

WHY = 300
COMMENT = 1000
DONE = Option("done", say("b-close-list"), ("dong", "thoi", "ok"))


async def act_on(facts: Facts, own: MeetingsFacts, one: MeetingFacts) -> object:
    """Show the meeting with what this person may do about it; gives what was decided."""
    match await ask("act", Choice(one.lines, _acts(one), columns=2)):
        case "agenda":
            return await _agenda(one)
        case "roll":
            return Tell((*one.lines[:1], *one.roll))
        case "statement":
            return await statement(facts, one)
        case "conclude":
            return await conclude(facts, own, one)
        case "conclusions":
            return await _conclusions(one)
        case "come":
            options = tuple(Option(said, say(f"b-come-{said}")) for said in REPLIES)
            return Reply(one.id, await ask("come", Choice((say("p-come"),), options)))
        case "judge":
            return await _judge(one)
        case "move":
            return await _move(facts, own, one)
        case "off":
            return CallOff(one.id, (await ask("why", StaffWords((say("p-off-why"),), longest=WHY))).text)
    return Tell((say("c-closed"),))


def _acts(one: MeetingFacts) -> tuple[Option, ...]:
    acts = []
    if one.puts:
        acts.append(Option("judge", say("b-judge-put"), ("xem", "duyet")))
    acts.append(Option("agenda", say("b-agenda"), ("chuong trinh",)))
    if one.handled:
        acts.append(Option("roll", say("b-roll"), ("diem danh",)))
    if one.handled and one.state != CONCLUDED:
        acts.append(Option("statement", say("b-statement"), ("phat bieu", "ghi phat bieu")))
        if len(one.conclusions) < MOST_CONCLUSIONS:
            acts.append(Option("conclude", say("b-conclude"), ("ket luan", "ghi ket luan")))
    if one.conclusions:
        acts.append(Option("conclusions", say("b-conclusions"), ("xem ket luan",)))
    if one.mine is not None:
        acts.append(Option("come", say("b-reply-invitation"), ("tra loi",)))
    if one.at is not None:
        acts.append(Option("move", say("b-other-hour"), ("doi gio",)))
    if one.handled and one.state == PLANNED:
        acts.append(Option("off", say("b-call-off-meeting"), ("huy giao ban",)))
    return (*acts, DONE)


async def _move(facts: Facts, own: MeetingsFacts, one: MeetingFacts) -> object:
    """To which hour; it is said back before anybody is told."""
    to = await ask_hour(
        "hour",
        facts,
        own,
        lambda day: say("p-move-meeting", day=day),
        lambda day: say("e-move-meeting", day=day),
        but=one.at,
    )
    assert one.at is not None
    lines = (say("p-move-sure", before=moment(one.at, own.zone), at=moment(to, own.zone)),)
    options = (
        done_by("move", say("b-move-meeting")),
        Option("hour", say("b-other-hour"), ("doi gio",)),
        DROPPED,
    )
    sure = await ask("move-sure", Review(lines, options, reopens=(("hour", "hour"),)))
    return Tell((say("c-kept-hour"),)) if sure == "drop" else MoveMeeting(one.id, to)


async def _agenda(one: MeetingFacts) -> object:
    put = Option("put", say("b-put-agenda"), ("trinh", "trinh chu tri"))
    acts = (put, DONE) if one.handled and one.state == PLANNED and not one.approved else (DONE,)
    what = await ask("agenda", Choice((say("agenda-head"), *one.agenda), acts))
    return PutAgenda(one.id) if what == "put" else Tell((say("c-closed"),))


async def _conclusions(one: MeetingFacts) -> object:
    """Look at what was noted, take one out, or put all before the chair."""
    acts = []
    if one.handled and one.state == PLANNED:
        acts.append(Option("put", say("b-put-conclusions"), ("trinh", "trinh ket luan")))
    if one.handled and one.state != CONCLUDED:
        acts.append(Option("drop", say("b-drop-conclusion"), ("bo mot ket luan", "bo bot")))
    match await ask("conclusions", Choice(one.conclusions, (*acts, DONE))):
        case "put":
            return PutConclusions(one.id)
        case "drop":
            options = tuple(Option(f"k{n}", line) for n, line in enumerate(one.conclusions))
            which = await ask("drop", Choice((say("p-drop-conclusion"),), options))
            return DropConclusion(one.id, int(which[1:]))
    return Tell((say("c-closed"),))


async def _judge(one: MeetingFacts) -> object:
    """The chair looks at what was put there, and approves it or writes back."""
    lines = one.agenda if one.puts == "agenda" else one.conclusions
    label = say("b-approve-agenda") if one.puts == "agenda" else say("b-approve-concl")
    options = (
        Option(f"ok{one.round}", label, ("duyet", "dong y")),
        Option("back", say("b-comment"), ("gop y", "ghi y kien")),
        DONE,
    )
    what = await ask("judge", Choice(lines, options))
    if what == "back":
        return await write_back(one)
    return Tell((say("c-closed"),)) if what == "done" else Approve(one.id, int(what[2:]))


async def comment(facts: Facts) -> object:
    """The chair's note to the coordinators, begun by a button."""
    own = facts.meetings
    if own is None or own.one is None or not own.one.puts:
        return Tell((say("turn-passed"),))
    return await write_back(own.one)


async def write_back(one: MeetingFacts) -> WriteBack:
    """What the chair writes."""
    said = await ask("comment", StaffWords((say("p-comment"),), longest=COMMENT))
    return WriteBack(one.id, said.text)
