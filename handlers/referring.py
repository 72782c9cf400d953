"""A matter put to a unit: which, until when, in which words. Two taps and a last look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
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
from domain.unit_names import UnitChoice, written
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
    name = next(one.name for one in desk.units if one.id == unit)
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
    """The id of a unit, by a button or any name it has or had; what several are called is asked."""
    more = len(desk.units) - UNITS
    lines = (say("p-which-unit-refer"), *((say("p-type-unit", n=more),) if more > 0 else ()))
    ways = written(desk.units)
    shared = sorted({ids for ids in ways.values() if len(ids) > 1})
    options = (*_named(desk.units, ways), *_several(shared, ways))
    chosen = await ask("unit", Choice(lines, options, shown=min(UNITS, len(desk.units))))
    if chosen.startswith("s"):
        meant = [one for one in desk.units if one.id in shared[int(chosen[1:])]]
        asks = (say("p-which-of-units", n=len(meant)),)
        chosen = await ask("which-unit", Choice(asks, people_options((one.id, one.name) for one in meant)))
    return int(chosen[1:])


def _named(units: Sequence[UnitChoice], ways: Mapping[str, tuple[int, ...]]) -> tuple[Option, ...]:
    """Each unit, by all that is it alone."""
    options = people_options((one.id, one.name) for one in units)
    own: dict[int, list[str]] = {one.id: [] for one in units}
    for way, ids in ways.items():
        if len(ids) == 1:
            own[ids[0]].append(way)
    return tuple(
        replace(option, also=(*own[one.id], *option.also)) for one, option in zip(units, options, strict=True)
    )


def _several(shared: Sequence[tuple[int, ...]], ways: Mapping[str, tuple[int, ...]]) -> Iterator[Option]:
    """What several units are called leads to a question which of them is meant. Never drawn."""
    for place, units in enumerate(shared):
        called = tuple(way for way, ids in ways.items() if ids == units)
        yield Option(f"s{place}", called[0], called)


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
