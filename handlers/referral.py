"""/phieu: what was put to a unit, in the chat of its people: accept, ask for time, give back, answer."""

from __future__ import annotations

from datetime import date, datetime

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.labels import AGREED, DROP, NO
from dialog.words import Words
from domain import desk_orders as orders
from domain.commands import Tell
from domain.desk import DeskFacts, ReferralFacts
from domain.facts import Facts
from domain.referrals import END_OF_DAY, LONGEST, SENT, WAITING, Reply, is_vague, verdicts_for
from handlers.moments import Moment, later_than, working_days_after
from handlers.own_words import words
from messages import Say, say

SHOWN = 10
MOST_PARTS = 10
"""So often more is asked of a finding that says nothing."""


async def referral(facts: Facts) -> object:
    """The one a button named, else one of the list; then what the unit does about it."""
    desk = facts.desk
    if desk is None:
        return Tell((say("e-perm"),))
    if desk.referral is not None:
        return await _act(facts, desk, desk.referral)
    if not desk.referrals:
        return Tell((say("c-no-referrals"),))
    options = tuple(Option(f"c{one.id}", one.label, (one.code.lower(),)) for one in desk.referrals)
    which = await ask("which", Choice((say("p-which-referral"),), options, shown=SHOWN))
    return await _act(facts, desk, next(one for one in desk.referrals if f"c{one.id}" == which))


async def _act(facts: Facts, desk: DeskFacts, one: ReferralFacts) -> object:
    match await ask("act", Choice(one.lines, _acts(one))):
        case "accept":
            return orders.AcceptReferral(one.id)
        case "answer":
            return await _answer(facts, desk, one)
        case "time":
            return await _more_time(facts, desk, one)
        case "return":
            return orders.GiveBack(one.id, await words("back-why", say("p-give-back-why"), 300))
    return Tell((say("c-closed"),))


def _acts(one: ReferralFacts) -> tuple[Option, ...]:
    done = Option("done", say("b-close-list"), ("dong", "thoi", "ok"))
    if one.state not in WAITING:
        return (done,)
    accept = (Option("accept", say("b-accept-referral"), ("tiep nhan", "nhan")),) if one.state == SENT else ()
    return (
        *accept,
        Option("answer", say("b-give-answer"), ("tra loi",)),
        Option("time", say("b-more-time"), ("xin them thoi gian", "gia han")),
        Option("return", say("b-give-back"), ("khong thuoc tham quyen", "tra lai")),
        done,
    )


async def _answer(facts: Facts, desk: DeskFacts, one: ReferralFacts) -> orders.HandIn | Tell:
    """Four parts, one after the other; only the finding is required (DOMAIN §6)."""
    verdicts = tuple(Option(key, say(f"verdict-{key}")) for key in verdicts_for(one.kind))
    verdict = await ask("verdict", Choice((say("p-verdict", code=one.code),), verdicts))
    found = await _found()
    checked = await ask("checked", Words((say("p-checked"),), longest=LONGEST, skip=True))
    needs_plan = verdict in ("founded", "partly")
    planned = await ask("planned", Words((say("p-planned"),), longest=LONGEST, skip=not needs_plan))
    by = await _by_when(facts, desk) if planned.text else None
    reply = Reply(checked.text, found, planned.text, verdict, by)
    lines = (say("p-hand-in", code=one.code), found, *((planned.text,) if planned.text else ()))
    sure = await ask("sure", Choice(lines, _SURE, columns=2))
    return orders.HandIn(one.id, reply) if sure == "send" else Tell((say("c-kept"),))


async def _found() -> str:
    """What was found; words that say nothing are kept, and more is asked until they say something."""
    said = (await ask("found", Words((say("p-found"),), longest=LONGEST, wordless=say("e-letters")))).text
    for more in range(2, MOST_PARTS):
        if not is_vague(said):
            break
        asks = (say("e-vague"), said)
        part = await ask(f"found-{more}", Words(asks, longest=LONGEST, wordless=say("e-letters")))
        said = f"{said}\n{part.text}"[:LONGEST]
    return said


async def _by_when(facts: Facts, desk: DeskFacts) -> date | None:
    if await ask("dated", Choice((say("p-by-when"),), _DATED, columns=2)) == "no":
        return None
    at = await _moment("by", say("p-by"), facts, desk, (3, 5, 10), facts.now)
    return at.astimezone(desk.calendar.zone).date()


async def _more_time(facts: Facts, desk: DeskFacts, one: ReferralFacts) -> orders.AskMoreTime:
    until = await _moment("until", say("p-more-time", code=one.code), facts, desk, (2, 5), one.due_at)
    return orders.AskMoreTime(one.id, until, await words("time-why", say("p-more-time-why"), 300))


async def _moment(
    name: str, asks: Say, facts: Facts, desk: DeskFacts, days: tuple[int, ...], after: datetime
) -> datetime:
    calendar = desk.calendar
    base = calendar.at(calendar.day_of(max(after, facts.now)), END_OF_DAY)

    def problem(at: datetime) -> Say | None:
        return None if at > max(after, facts.now) else say("e-not-later")

    offered = later_than(working_days_after(base, days, calendar), facts.now)
    at: datetime = await ask(name, Moment((asks,), offered, facts.now, calendar.zone, END_OF_DAY, problem))
    return at


_SURE = (
    Option("send", say("b-hand-in"), ("gui", *AGREED)),
    Option("drop", say("b-cancel"), (*DROP, *NO, "thoi")),
)
_DATED = (Option("yes", say("b-dated"), ("co",)), Option("no", say("b-undated"), ("khong", "chua")))
