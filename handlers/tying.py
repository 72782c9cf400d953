"""What a matter is tied to: a directive, a campaign, work given to somebody."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.staff_words import StaffWords, StaffWordsOr
from domain import desk_orders as orders
from domain.desk import DeskFacts, MatterFacts
from domain.facts import Facts
from domain.tasks import LONGEST, GiveTask
from handlers.days import ask_day
from handlers.minutes import ask_owner
from messages import Text, say

NUMBER, BODY, SAID = 60, 200, 1000


async def tie_directive(facts: Facts, desk: DeskFacts, matter: MatterFacts) -> object:
    """One the unit knows by its number, or a new one: number, day, who issued it, what it says."""
    options = tuple(Option(f"d{id}", number) for id, number in desk.directives)
    known: tuple[Text, ...] = (say("p-known-directive"),) if options else ()
    words = StaffWords((say("p-directive-number"),), longest=NUMBER)
    number = await ask("number", StaffWordsOr(words, Choice(known, options)))
    if isinstance(number, str):
        return orders.TieDirective(matter.id, int(number[1:]))
    today = Option(facts.today.isoformat(), say("b-today"), ("hom nay",))
    issued_on = await ask_day(
        "issued-on",
        lambda day: say("p-directive-day", day=day),
        facts.now,
        desk.calendar.zone,
        (today,),
        lambda day: day <= facts.today,
    )
    body = await ask("body", StaffWords((say("p-directive-body"),), longest=BODY))
    said = await ask("summary", StaffWords((say("p-directive-said"),), longest=SAID))
    return orders.IssueDirective(matter.id, number.text, issued_on, _one_line(body.text), said.text)


def _one_line(text: str) -> str:
    return " ".join(text.split())


async def tie_campaign(desk: DeskFacts, matter: MatterFacts) -> object:
    """Which campaign."""
    options = tuple(Option(f"c{id}", title) for id, title in desk.campaigns)
    which = await ask("campaign", Choice((say("p-tie-campaign"),), options))
    return orders.TieCampaign(matter.id, int(which[1:]))


async def give_task(facts: Facts, desk: DeskFacts, matter: MatterFacts) -> object:
    """What is to be done, by whom, until when."""
    said = await ask("task", StaffWords((say("p-task"),), longest=LONGEST))
    owner, due_on = await ask_owner(facts.now, desk.calendar.zone, desk.team)
    return GiveTask(matter.id, said.text, owner, due_on)
