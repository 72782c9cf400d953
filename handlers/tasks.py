"""/viec: what one is to do, and, for coordinators, what everybody in the unit is to do."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from domain.commands import Tell
from domain.facts import Facts
from domain.tasks import LONGEST, FinishTask, TaskFacts
from handlers.own_words import words
from messages import say

SHOWN = 12
CLOSE = Option("close", say("b-close-list"), ("dong", "thoi", "ok"))


async def tasks(facts: Facts) -> object:
    """Choose a task and say that it is done; coordinators also look at those of the unit."""
    own = facts.tasks
    if own is None:
        return Tell((say("e-perm"),))
    if own.one is not None:
        return await _finish(own.one)
    if not own.own and not own.unit:
        return Tell((say("c-no-tasks"),))
    listed = own.own
    options = [Option(f"v{one.id}", one.label) for one in own.own]
    if own.coordinates:
        options.append(Option("unit", say("b-unit-tasks", n=len(own.unit)), ("viec cua don vi", "don vi")))
    which = await ask("which", Choice((say("p-tasks"),), (*options, CLOSE), shown=SHOWN))
    if which == "unit":
        listed = own.unit
        options = [Option(f"v{one.id}", one.label) for one in own.unit]
        which = await ask("of-unit", Choice((say("p-unit-tasks"),), (*options, CLOSE), shown=SHOWN))
    if which == "close":
        return Tell((say("c-closed"),))
    return await _see(next(one for one in listed if f"v{one.id}" == which))


async def _see(one: TaskFacts) -> object:
    done = Option("done", say("b-task-done"), ("xong", "da xong"))
    what = await ask("what", Choice(one.lines, (done, CLOSE), columns=2))
    return await _finish(one) if what == "done" else Tell((say("c-closed"),))


async def _finish(one: TaskFacts) -> object:
    if not one.open:
        return Tell((*one.lines, say("c-task-done-before")))
    return FinishTask(one.id, await words("result", say("p-task-result"), LONGEST))
