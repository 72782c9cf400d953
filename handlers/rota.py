"""The duty rota: who is on duty, the week's grid; coordinators plan, duty officers ask to swap a shift."""

from __future__ import annotations

from datetime import date, timedelta

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.ordered import Ordered
from dialog.review import DROPPED, done_by
from domain.commands import Tell
from domain.facts import Facts
from domain.rota import (
    DAYS_WATCHED,
    ChangeShift,
    OfferShift,
    Officer,
    PlanRota,
    RotaFacts,
    Watch,
    day_name,
    gap_line,
    gaps,
    monday_of,
    on_duty,
    plan,
    short_moment,
    still_ahead,
    week_lines,
)
from handlers.somebody import number_of, people_options
from handlers.which_unit import which_unit
from messages import Text, say

MOST = 20
"""Shifts or people offered to choose from."""

_WEEK = timedelta(weeks=1)


async def rota(facts: Facts) -> PlanRota | ChangeShift | OfferShift | Tell:
    """Of which unit; who is on duty and this week; then the next week, a plan, a change or an exchange."""
    if not facts.rotas:
        return Tell((say("e-perm"),))
    unit = await which_unit({one.unit_id: one.unit for one in facts.rotas})
    known = next(one for one in facts.rotas if one.unit_id == unit)
    monday = monday_of(facts.today)
    lines = (*_now(facts, known), *_week(known, monday), *_warnings(facts, known))
    what = await ask("what", Choice(lines, _acts(facts, known), columns=2))
    match what:
        case "next":
            return Tell(tuple(_week(known, monday + _WEEK)))
        case "plan":
            return await _plan(facts, known)
        case "change":
            return await _change(facts, known)
        case "swap":
            return await _swap(facts, known)
        case _:
            return Tell((say("c-closed"),))


def _acts(facts: Facts, known: RotaFacts) -> tuple[Option, ...]:
    """What may be done now."""
    acts = [Option("next", say("b-next-week"), ("tuan sau",))]
    if _own(facts, known) and len(known.officers) > 1:
        acts.append(Option("swap", say("b-ask-swap"), ("doi ca", "xin doi ca")))
    if known.plans and known.officers:
        acts.append(Option("plan", say("b-plan-rota"), ("xep lich",)))
        if _ahead(facts, known.shifts):
            acts.append(Option("change", say("b-change-shift"), ("doi mot ca",)))
    return (*acts, Option("close", say("b-close-list"), ("dong", "thoi", "ok")))


def _now(facts: Facts, known: RotaFacts) -> list[Text]:
    here = on_duty(known.shifts, facts.now)
    if not here:
        return [say("rota-nobody" if known.shifts else "rota-none")]
    return [say("rota-now", who=one.label, until=short_moment(one.end, known.zone)) for one in here]


def _week(known: RotaFacts, monday: date) -> list[Text]:
    lines = week_lines(known.shifts, monday, known.zone)
    return [say("rota-week", day=day_name(monday)), *(lines or [say("rota-empty")])]


def _warnings(facts: Facts, known: RotaFacts) -> list[Text]:
    """Coordinators read of gaps in the next days, once there is a rota at all."""
    missing = gaps(known.shifts, facts.now, facts.now + timedelta(days=DAYS_WATCHED))
    return [gap_line(missing, known.zone)] if known.plans and known.shifts and missing else []


def _ahead(facts: Facts, shifts: tuple[Watch, ...]) -> list[Watch]:
    """Shifts that are not over."""
    return [one for one in shifts if one.end > facts.now][:MOST]


def _own(facts: Facts, known: RotaFacts) -> list[Watch]:
    me = facts.person.id if facts.person else 0
    return [one for one in _ahead(facts, known.shifts) if one.person_id == me]


# -- planning ----------------------------------------------------------------------------------------------


async def _plan(facts: Facts, known: RotaFacts) -> PlanRota | Tell:
    """Week, pattern, people in order; the grid, then save."""
    mondays = [monday_of(facts.today) + number * _WEEK for number in range(3)]
    names = ("b-this-week", "b-next-week", "b-week-after")
    weeks = tuple(
        Option(f"w{day:%Y%m%d}", say(name), (f"{day:%d/%m}",))
        for day, name in zip(mondays, names, strict=True)
    )
    chosen = await ask("week", Choice((say("p-which-week"),), weeks, columns=2))
    monday = next(day for day in mondays if f"w{day:%Y%m%d}" == chosen)
    pattern = await ask("pattern", Choice((say("p-pattern"),), _PATTERNS))
    people = await _people(known, pattern)
    planned = plan(monday, pattern, people, known.zone, known.hours)
    left = still_ahead(planned, facts.now, covered=bool(on_duty(known.shifts, facts.now)))
    if not left:
        return Tell((say("e-week-over"),))
    lines: list[Text] = [say("p-rota-review", day=day_name(monday)), *week_lines(left, monday, known.zone)]
    if any(one.start < left[-1].end and one.end > left[0].start for one in known.shifts):
        lines.append(say("p-rota-replaces"))
    save = done_by("save", say("b-save-rota"))
    if await ask("review", Choice(tuple(lines), (save, DROPPED), columns=2)) == "drop":
        return Tell((say("c-dropped"),))
    return PlanRota(known.unit_id, monday, pattern, tuple(one.person_id for one in people))


async def _people(known: RotaFacts, pattern: str) -> list[Officer]:
    options = _officers(known)
    if pattern == "week":
        keys: tuple[str, ...] = (await ask("who", Choice((say("p-who-week"),), options, columns=2)),)
    else:
        keys = await ask("order", Ordered((say("p-who-order"),), options))
    by_key = {f"n{one.person_id}": one for one in known.officers}
    return [by_key[key] for key in keys]


def _officers(known: RotaFacts, *, but: int = 0) -> tuple[Option, ...]:
    others = [one for one in known.officers if one.person_id != but]
    return people_options((one.person_id, one.label) for one in others[:MOST])


_PATTERNS = (
    Option("day", say("b-pattern-day"), ("moi ngay",)),
    Option("daynight", say("b-pattern-night"), ("ngay dem",)),
    Option("week", say("b-pattern-week"), ("ca tuan",)),
)


# -- one shift ---------------------------------------------------------------------------------------------


async def _change(facts: Facts, known: RotaFacts) -> ChangeShift | Tell:
    shift = await _which(known, _ahead(facts, known.shifts))
    options = _officers(known, but=shift.person_id)
    if not options:
        return Tell((say("e-nobody-else"),))
    who = await ask("who", Choice((say("p-who-instead"),), options, columns=2))
    return ChangeShift(shift.id, number_of(who))


async def _swap(facts: Facts, known: RotaFacts) -> OfferShift:
    shift = await _which(known, _own(facts, known))
    options = _officers(known, but=shift.person_id)
    who = await ask("who", Choice((say("p-swap-whom"),), options, columns=2))
    return OfferShift(shift.id, number_of(who))


async def _which(known: RotaFacts, shifts: list[Watch]) -> Watch:
    options = tuple(Option(f"s{one.id}", _shift_label(one, known)) for one in shifts)
    which = await ask("shift", Choice((say("p-which-shift"),), options))
    return next(one for one in shifts if f"s{one.id}" == which)


def _shift_label(one: Watch, known: RotaFacts) -> Text:
    return say("rota-shift", since=short_moment(one.start, known.zone), who=one.label)
