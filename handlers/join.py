"""Joining: the code, the consent text, reminders (DOMAIN §7). Nothing is preselected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from dialog.choice import Choice, Option
from dialog.ear import Ear
from dialog.engine import ask
from dialog.heard import Heard, Typed
from dialog.labels import control
from dialog.moves import Keep, Move, Wrong
from dialog.prompt import Prompt
from dialog.question import WAITING, Question, Stored, Waiting
from dialog.talk import Talk
from domain.channels import JoinAgain
from domain.commands import DeclineJoin, Join
from domain.facts import Facts, InviteFacts
from domain.regulations import AcceptRegulations
from handlers.regulations import AGREE, read_to_the_last_page
from messages import catalogue, say


async def join(facts: Facts) -> Join | JoinAgain | DeclineJoin:
    """Ask for a code until one is right, then for consent, show the unit's regulations, ask for reminders.
    Somebody known is asked only for the consent that this channel needs beside what was agreed to before."""
    invite = await ask("code", InviteCode(facts.invite))
    if invite.person is not None and invite.consented:
        return JoinAgain(invite.id)
    agreed = await ask("consent", Choice(facts.consent.lines, _CONSENT, columns=2))
    if agreed == "no":
        return DeclineJoin(invite.id)
    digest = facts.consent.digest(catalogue(facts.lang))
    if invite.person is not None:
        return JoinAgain(invite.id, facts.consent.version, digest)
    rules = invite.regulations
    if rules is not None:
        last = await read_to_the_last_page(rules)
        if await ask("regulations", Choice(last, (AGREE, _CONSENT[1]))) == "no":
            return DeclineJoin(invite.id)
    reminders = await ask("reminders", Choice((say("p-reminders"),), _REMINDERS, columns=2))
    accepted = AcceptRegulations(rules.version, rules.digest) if rules is not None else None
    return Join(invite.id, facts.consent.version, digest, reminders == "yes", accepted)


def invite_of(talk: Talk) -> int | None:
    """The id of the invite `talk` is about, to be loaded into `Facts.invite`."""
    found = talk.answers.get("code", {}).get("invite")
    return int(found) if found is not None else None


@dataclass(frozen=True, slots=True)
class InviteCode(Question[InviteFacts]):
    """Asks for a code. `invite` is the one whose code has just been heard, else the one answered with."""

    plain: ClassVar[bool] = True
    once: ClassVar[bool] = True

    invite: InviteFacts | None

    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """The question alone."""
        return Prompt((say("p-join"),))

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """The code was right if there is an invite. Wrong, used, expired, foreign: one answer for all."""
        if isinstance(heard, Typed) and self.invite is not None:
            return Keep({"invite": self.invite.id})
        move = control(heard.text) if isinstance(heard, Typed) else None
        return move or Wrong(say("e-code"))

    def value(self, stored: Stored) -> InviteFacts | Waiting:
        """The invite, while it may be used."""
        known = self.invite is not None and stored.get("invite") == self.invite.id
        return self.invite if known and self.invite else WAITING


_CONSENT = (
    Option("yes", say("b-agree"), ("dong y", "agree")),
    Option("no", say("b-disagree"), ("tu choi",)),
)
_REMINDERS = (
    Option("yes", say("b-remind-me"), ("nhac", "co", "ok", "yes")),
    Option("no", say("b-no-remind"), ("khong", "khong nhac", "no")),
)
