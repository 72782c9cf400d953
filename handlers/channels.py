"""/kenh: a person's own channels; add one, choose the one to be written to, remove one."""

from __future__ import annotations

from collections.abc import Iterable

from dialog.choice import Choice, Option, yes_no
from dialog.engine import ask
from domain.channels import AddChannel, OwnChannel, PreferChannel, RemoveChannel
from domain.commands import Tell
from domain.facts import Facts
from messages import Text, say


async def channels(facts: Facts) -> AddChannel | PreferChannel | RemoveChannel | Tell:
    """Show where the person can be reached; gives what is to change. The last one stays."""
    own = facts.channels
    live = [one for one in own if one.live]
    acts = (
        _ADD,
        *((_PREFER,) if len(live) > 1 else ()),
        *((_REMOVE,) if len(own) > 1 else ()),
        _CLOSE,
    )
    lines: tuple[Text, ...] = (say("p-channels"), *(one.line for one in own))
    match await ask("what", Choice(lines, acts)):
        case "add":
            return AddChannel()
        case "prefer":
            return PreferChannel(await _which("prefer", "p-channel-prefer", live))
        case "remove":
            return await _remove(own)
        case _:
            return Tell((say("c-kept"),))


async def _remove(own: tuple[OwnChannel, ...]) -> RemoveChannel | Tell:
    id = await _which("remove", "p-channel-remove", own)
    one = next(one for one in own if one.id == id)
    asks = say("p-channel-sure", channel=one.label, here=say("channel-sure-here") if one.here else "")
    sure = await ask("sure", yes_no((asks,), say("b-channel-remove"), say("b-hold")))
    return RemoveChannel(id) if sure == "yes" else Tell((say("c-kept"),))


async def _which(name: str, asks: str, those: Iterable[OwnChannel]) -> int:
    options = tuple(Option(str(one.id), one.label) for one in those)
    return int(await ask(name, Choice((say(asks),), options)))


_ADD = Option("add", say("b-channel-add"), ("them",))
_PREFER = Option("prefer", say("b-channel-prefer"), ("chon", "chon kenh"))
_REMOVE = Option("remove", say("b-channel-remove"), ("go", "go kenh"))
_CLOSE = Option("close", say("b-close-list"), ("dong", "thoi", "ok"))
