"""/ghiho: staff enter what reached them by phone, at the meeting, on paper or on the hotline.

A caller is never asked for: a report is a collaborator's of the team, or nobody's. Its words are citizens'
words, so the door masks them, whoever types (ADR 13).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.words import Words
from domain.commands import Tell
from domain.facts import Facts
from domain.on_behalf import HOTLINE, MEETING, PAPER, PHONE, FileOnBehalf, Meeting, Team
from domain.when import example_day
from handlers.moments import Moment
from handlers.quick_report import report_on_card, topics_of
from handlers.reading import read
from handlers.somebody import MOST, number_of, people_options
from handlers.which_unit import which_unit
from messages import Say, Text, say

NOBODY, END = "nobody", "end"

_WAYS = (
    Option(PHONE, say("b-behalf-phone"), ("goi dien", "dt")),
    Option(MEETING, say("b-behalf-meeting"), ("hop", "giao ban")),
    Option(PAPER, say("b-behalf-paper"), ("giay", "cong van")),
    Option(HOTLINE, say("b-behalf-hotline"), ("duong day",)),
)
_NOBODY = Option(NOBODY, say("b-behalf-nobody"), ("nguoi dan", "dan", "khong neu"))
_END = Option(END, say("b-behalf-end"), ("ket thuc", "het", "xong"))


async def on_behalf(facts: Facts) -> FileOnBehalf | Tell:
    """How it came, from whom, its words, the card; at a meeting the next one follows."""
    if not facts.teams:
        return Tell((say("e-perm"),))
    meeting = facts.meeting
    way = MEETING if meeting else await ask("how", Choice((say("p-behalf-how"),), _WAYS, columns=2))
    names = {one.unit_id: one.unit for one in facts.teams}
    unit = meeting.unit_id if meeting else await which_unit(names)
    team = next(one for one in facts.teams if one.unit_id == unit)
    # Of whoever calls the hotline nothing is asked, not even whether they are of the team.
    who = NOBODY if way == HOTLINE else await ask("who", _from_whom(team, meeting))
    if who == END:
        return Tell(_counted(meeting))
    said_at = await _said_at(facts) if way == HOTLINE else None
    codes = topics_of(facts)
    words = Words((say(f"p-behalf-said-{way}"),), short=partial(_short, codes), files=True)
    said = await ask("said", words)
    report = await report_on_card(_for_team(facts, team), said, read(said.text, codes))
    return FileOnBehalf(report, way, unit, None if who == NOBODY else number_of(who), said_at)


def _from_whom(team: Team, meeting: Meeting | None) -> Choice:
    asks: list[Text] = [say("p-behalf-next", n=meeting.total) if meeting else say("p-behalf-whom")]
    if len(team.people) > MOST:
        asks.append(say("p-type-label", n=len(team.people) - MOST))
    first = (_NOBODY, _END) if meeting else (_NOBODY,)
    return Choice(tuple(asks), (*first, *people_options(team.people)), columns=2, shown=MOST + len(first))


async def _said_at(facts: Facts) -> datetime | None:
    """When it was said, where somebody listens to what was recorded outside office hours."""
    live = Option("live", say("b-behalf-live"), ("nghe truc tiep",))
    recorded = Option("recorded", say("b-behalf-recorded"), ("ghi am", "ngoai gio"))
    if await ask("heard", Choice((say("p-behalf-heard"),), (live, recorded), columns=2)) == "live":
        return None
    asks = (say("p-behalf-when", day=example_day(facts.today, -1)),)
    zone = ZoneInfo(facts.zone)
    at: datetime = await ask("when", Moment(asks, (), facts.now, zone, time(20), partial(_ahead, facts.now)))
    return at


def _ahead(now: datetime, at: datetime) -> Say | None:
    return say("e-behalf-ahead") if at > now else None


def _for_team(facts: Facts, team: Team) -> Facts:
    """What the card may know: it is the team's, not that of whoever writes."""
    person = replace(facts.person, direct_line=False) if facts.person else None
    return replace(
        facts, person=person, unit=replace(facts.unit, above=team.above), period=None, request=None
    )


def _counted(meeting: Meeting | None) -> tuple[Text, ...]:
    if meeting is None:
        return ()
    named = [(say(f"topic-{code.lower()}-short"), n) for code, n in meeting.topics]
    lines = (say("behalf-topic", topic=topic, n=n) for topic, n in named)
    return (say("c-behalf-end", n=meeting.total), *lines)


def _short(codes: tuple[str, ...], text: str) -> bool:
    return read(text, codes).short
