"""What is written down at a meeting: statements and conclusions, one after the other."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.staff_words import StaffWords
from dialog.words import Words
from domain.commands import Tell
from domain.facts import Facts
from domain.meetings import CONCLUSION, AddStatement, Conclude, MeetingFacts, MeetingsFacts
from handlers.days import ask_day, days_ahead
from handlers.quick_report import read_in, report_on_card
from handlers.somebody import MOST, number_of, people_options
from messages import say


async def statement(facts: Facts, one: MeetingFacts) -> AddStatement:
    """What somebody said: masked like every report, with its tone and topic."""
    said = await ask("said", Words((say("p-statement"),), wordless=say("e-letters")))
    return AddStatement(one.id, await report_on_card(facts, said, read_in(facts, said.text)))


async def conclude(facts: Facts, own: MeetingsFacts, one: MeetingFacts) -> Conclude:
    """The chair's words; they may give somebody work until a day."""
    said = await ask("conclusion", StaffWords((say("p-conclusion", n=CONCLUSION),), longest=CONCLUSION))
    options = (
        Option("task", say("b-as-task"), ("giao viec",)),
        Option("only", say("b-only-conclusion"), ("chi ghi", "chi ghi ket luan")),
    )
    if await ask("kind", Choice((say("p-as-task"),), options)) == "only":
        return Conclude(one.id, said.text)
    owner, due_on = await ask_owner(facts.now, own.zone, own.team)
    return Conclude(one.id, said.text, owner, due_on)


async def ask_owner(now: datetime, zone: ZoneInfo, team: tuple[tuple[int, str], ...]) -> tuple[int, date]:
    """Who does it, until which day."""
    today = now.astimezone(zone).date()
    more = len(team) - MOST
    asks = (say("p-owner"), say("p-type-label", n=more)) if more > 0 else (say("p-owner"),)
    owner = await ask("owner", Choice(asks, people_options(team), shown=MOST))
    due_on = await ask_day(
        "due",
        lambda day: say("p-task-due", day=day),
        now,
        zone,
        days_ahead(today, 7, 14, 30),
        lambda day: day > today,
    )
    return number_of(owner), due_on


async def take_statement(facts: Facts) -> object:
    """The next statement, begun by a button under the one before."""
    one = facts.meetings.one if facts.meetings else None
    if one is None or not one.handled or one.state == "concluded":
        return Tell((say("turn-passed"),))
    return await statement(facts, one)


async def take_conclusion(facts: Facts) -> object:
    """The next conclusion, begun by a button under the one before."""
    own = facts.meetings
    one = own.one if own else None
    if own is None or one is None or not one.handled or one.state == "concluded":
        return Tell((say("turn-passed"),))
    return await conclude(facts, own, one)
