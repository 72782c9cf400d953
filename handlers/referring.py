"""A matter put to a unit: which, until when, in which words. Two taps and a last look."""

from __future__ import annotations

from datetime import datetime

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.labels import AGREED, DROP, NO
from dialog.words import Words
from domain import desk_orders as orders
from domain.commands import Tell
from domain.desk import DeskFacts
from domain.facts import Facts
from domain.referrals import COMPLEX, LONGEST, NORMAL, URGENT
from domain.when import moment
from handlers.somebody import people_options
from messages import Text, say

UNITS = 8
"""Units offered as buttons; the others' names can be typed."""


async def refer(
    facts: Facts,
    desk: DeskFacts,
    *,
    said: str,
    narrow: bool,
    matter: int | None = None,
    report: int | None = None,
) -> orders.Refer | Tell:
    """Ask for unit and due date, show what the unit will read, and send it."""
    if not desk.units:
        return Tell((say("e-no-units"),))
    unit = await which_unit(desk)
    name = next(name for id, name in desk.units if id == unit)
    kinds = tuple(
        Option(kind, say(f"b-due-{kind}", due=_shown(desk, desk.dues[kind])), (word,))
        for kind, word in ((NORMAL, "thuong"), (URGENT, "khan"), (COMPLEX, "phuc tap"))
    )
    kind = await ask("due", Choice((say("p-refer-due", unit=name),), kinds))
    sure = await ask(
        "sure", Choice(_look(said, name, _shown(desk, desk.dues[kind]), narrow), _SURE, columns=2)
    )
    if sure == "drop":
        return Tell((say("c-kept"),))
    if sure == "edit":
        asks = (say("p-refer-words"),)
        said = (await ask("words", Words(asks, longest=LONGEST, wordless=say("e-letters")))).text
        look = _look(said, name, _shown(desk, desk.dues[kind]), narrow)
        if await ask("sure-words", Choice(look, _SURE_NOW, columns=2)) == "drop":
            return Tell((say("c-kept"),))
    return orders.Refer(unit, kind, said, matter, report)


async def which_unit(desk: DeskFacts) -> int:
    """The id of a unit, by a button or its name."""
    options = people_options(desk.units)
    more = len(desk.units) - UNITS
    lines = (say("p-which-unit-refer"), *((say("p-type-unit", n=more),) if more > 0 else ()))
    return int((await ask("unit", Choice(lines, options, shown=UNITS)))[1:])


def _look(said: str, unit: str, due: Text, narrow: bool) -> tuple[Text, ...]:
    """What will be sent, and that it may give somebody away."""
    caution = (say("p-narrow"),) if narrow else ()
    return (say("p-refer-look", unit=unit, due=due), said, say("p-refer-rule"), *caution)


def _shown(desk: DeskFacts, at: datetime) -> Text:
    return moment(at, desk.calendar.zone)


_SEND = Option("send", say("b-refer-send"), ("chuyen", *AGREED))
_EDIT = Option("edit", say("b-edit"), ("sua", "viet lai"))
_DROP = Option("drop", say("b-cancel"), (*DROP, *NO, "thoi"))
_SURE = (_SEND, _EDIT, _DROP)
_SURE_NOW = (_SEND, _DROP)
