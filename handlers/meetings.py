"""/hop: meetings called, looked at and answered, with the unit's day in figures above them."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.review import DROPPED, Review, done_by
from dialog.staff_words import StaffWords
from domain.commands import Tell
from domain.facts import Facts
from domain.meetings import REPLIES, MeetingFacts, MeetingsFacts, NewMeeting, Reply
from domain.when import moment
from handlers.audiences import ask_audience, count_line
from handlers.days import kept
from handlers.meeting_acts import act_on
from handlers.meeting_hour import ask_hour
from handlers.somebody import number_of, people_options
from messages import Text, say

PLACE = 200

CLOSE = Option("close", say("b-close-list"), ("dong", "thoi", "ok"))


async def meetings(facts: Facts) -> object:
    """The meeting a button named, else one chosen from the list, or a new one."""
    own = facts.meetings
    if own is None:
        return Tell((say("e-perm"),))
    if own.one is not None:
        return await act_on(facts, own, own.one)
    known = (*own.meetings, *own.invited)
    if not known and own.crowd is None:
        return Tell((*own.numbers, say("c-no-meetings")))
    options = [Option(f"g{one.id}", one.label) for one in known]
    if own.crowd is not None:
        options.append(Option("new", say("b-new-meeting"), ("moi", "lap", "lap giao ban")))
    which = await ask("which", Choice((*own.numbers, say("p-meetings")), (*options, CLOSE)))
    if which == "close":
        return Tell((say("c-closed"),))
    if which == "new":
        return await _call(facts, own)
    chosen = next(one for one in known if f"g{one.id}" == which)
    one = chosen.whole()
    return await _answer(one) if chosen in own.invited else await act_on(facts, own, one)


async def _answer(one: MeetingFacts) -> Reply:
    """Somebody invited says whether they come."""
    options = tuple(Option(said, say(f"b-come-{said}")) for said in REPLIES)
    return Reply(one.id, await ask("come", Choice((*one.lines, say("p-come")), options)))


async def _call(facts: Facts, own: MeetingsFacts) -> object:
    """Ask when, where, who, and under whom; show it before anybody is invited."""
    crowd = own.crowd
    assert crowd is not None
    at = await ask_hour(
        "at",
        facts,
        own,
        lambda day: say("p-meeting-at", day=day),
        lambda day: say("e-meeting-at", day=day),
    )
    asked = StaffWords((say("p-meeting-place"),), longest=PLACE)
    place = " ".join((await ask("place", asked)).text.split())
    audience = await ask_audience(crowd)
    chair = await _chair(own)
    count = crowd.count(audience)
    lines: list[Text] = [
        say("p-preview"),
        say("meeting-head", at=moment(at, own.zone), place=place),
        count_line(count),
    ]
    if not own.leaders:
        lines.append(say("p-no-chair"))
    options = (
        *((done_by("send", say("b-invite", n=count.reached)),) if count.people else ()),
        Option("at", say("b-other-hour"), ("doi gio",)),
        Option("place", say("b-other-place"), ("doi noi",)),
        Option("whom", say("b-whom"), ("doi nguoi nhan",)),
        DROPPED,
    )
    reopens = (("at", "at"), ("place", "place"), ("whom", "to"))
    if await ask("send", Review(tuple(lines), options, reopens=reopens)) == "drop":
        return Tell((say("c-dropped"),))
    period = next(
        (id for id, briefing in own.suggested if kept(briefing, own.zone) == kept(at, own.zone)), None
    )
    if period is None and own.suggested:
        period = own.suggested[0][0]
    return NewMeeting(at, place, audience, period, chair)


async def _chair(own: MeetingsFacts) -> int | None:
    """Who takes the chair; asked only where several could."""
    if len(own.leaders) < 2:
        return own.leaders[0][0] if own.leaders else None
    return number_of(await ask("chair", Choice((say("p-chair"),), people_options(own.leaders))))
