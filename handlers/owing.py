"""Who still owes a report, for the coordinator: the list, one reminder more, an excuse, silent areas."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.words import Words
from domain.commands import Tell
from domain.facts import Facts
from domain.rhythm import Chase, Excuse
from domain.standings import Standing, silent_lines, standing_lines
from handlers.somebody import number_of, somebody
from messages import say

REASON = 200


async def owing(facts: Facts) -> Chase | Excuse | Tell:
    """Choose a period if several are open, see how it stands, do something about it."""
    staff = facts.staff
    if staff is None or not staff.periods:
        return Tell((say("e-no-period"),))
    standing = staff.periods[0]
    if len(staff.periods) > 1:
        options = tuple(Option(f"p{one.period_id}", one.title) for one in staff.periods)
        asked = any(one.asked for one in staff.periods)
        which = await ask("which", Choice((say("p-which-of-both" if asked else "p-which-period"),), options))
        standing = next(one for one in staff.periods if f"p{one.period_id}" == which)
    what = await ask("what", Choice(tuple(standing_lines(standing)), _acts(standing), columns=2))
    if what == "chase":
        return Chase(standing.period_id)
    if what == "excuse":
        return await _excuse(standing)
    if what == "silent":
        return Tell(tuple(silent_lines(staff.silent, staff.silent_periods)) or (say("c-nobody-silent"),))
    return Tell((say("c-closed"),))


def _acts(standing: Standing) -> tuple[Option, ...]:
    chase = Option("chase", say("b-remind"), ("nhac", "don doc"))
    excuse = Option("excuse", say("b-excuse"), ("mien",))
    silent = Option("silent", say("b-silent"), ("im lang",))
    close = Option("close", say("b-close-list"), ("dong", "thoi", "ok"))
    return (chase, excuse, silent, close) if standing.owing and not standing.locked else (silent, close)


async def _excuse(standing: Standing) -> Excuse:
    who = await ask(
        "who", somebody(say(standing.sentence("p-excuse-whom"), period=standing.name), standing.owing)
    )
    return await excuse(standing.period_id, number_of(who))


async def excuse(period_id: int, person_id: int) -> Excuse:
    """Ask for the reason; gives the excuse."""
    reason = await ask("reason", Words((say("p-excuse-why"),), longest=REASON, wordless=say("e-letters")))
    return Excuse(period_id, person_id, reason.text)
