"""To whom something is written: the questions every flow that writes to many has in common."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.several import Several
from domain.audience import PEOPLE, PERIOD, ROLES, ROLES_WRITTEN_TO, TEAM, TREE, Audience, Count, Crowd
from handlers.somebody import number_of, people_options
from messages import Say, say


async def ask_audience(crowd: Crowd) -> Audience:
    """Ask to whom; gives an audience of the unit."""
    to = await ask("to", Choice((say("p-to-whom"),), _offered(crowd)))
    if to == ROLES:
        options = tuple(Option(role, say(f"b-role-{role}")) for role in ROLES_WRITTEN_TO)
        roles = await ask("roles", Several((say("p-to-roles"),), options, least=1))
        return Audience(ROLES, crowd.unit_id, roles=roles)
    if to == PEOPLE:
        team = people_options((one.person_id, one.label) for one in crowd.team)
        picked = await ask("people", Several((say("p-to-people", n=len(team)),), team, least=1))
        return Audience(PEOPLE, crowd.unit_id, people=tuple(number_of(key) for key in picked))
    if to.startswith("l"):
        return Audience(PERIOD, crowd.unit_id, period_id=int(to[1:]))
    return Audience(to, crowd.unit_id)


def _offered(crowd: Crowd) -> tuple[Option, ...]:
    team, tree = (crowd.count(Audience(kind, crowd.unit_id)).people for kind in (TEAM, TREE))
    options = [Option(TEAM, say("b-to-team", n=team), ("to", "to cua don vi"))]
    if tree > team:
        options.append(Option(TREE, say("b-to-tree", n=tree), ("ca cap duoi", "cap duoi")))
    options.append(Option(ROLES, say("b-to-roles")))
    if crowd.team:
        options.append(Option(PEOPLE, say("b-to-people")))
    options += [Option(f"l{one.period_id}", say("to-list", period=one.name)) for one in crowd.lists]
    return tuple(options)


def count_line(count: Count) -> Say:
    """How many people that is, and how many of them nothing reaches."""
    return say("p-count", n=count.people, out=count.unreachable)
