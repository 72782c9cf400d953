"""A person's own data: have it, withdraw consent, be erased (DOMAIN §7)."""

from __future__ import annotations

from dialog.choice import Choice, Option, yes_no
from dialog.engine import ask
from dialog.phrase import Phrase
from domain.commands import EraseMe, ExportMyData, KeepMe, Tell, WithdrawConsent
from domain.facts import Facts
from messages import say

ERASING_HOURS = 24
PROOF_YEARS = 5
ERASE_WORDS = "XÓA HẾT"


async def my_data(facts: Facts) -> ExportMyData | WithdrawConsent | EraseMe | KeepMe | Tell:
    """/dulieu: which right? An erasure that was asked for can be called off here."""
    erasing = facts.person is not None and facts.person.erasing
    what = await ask("what", Choice((say("p-data"),), (*_RIGHTS, _KEEP if erasing else _ERASE)))
    match what:
        case "export":
            return ExportMyData()
        case "withdraw":
            return await withdraw_consent(facts)
        case "keep":
            return KeepMe()
        case _:
            return await erase_me(facts)


async def withdraw_consent(facts: Facts) -> WithdrawConsent | Tell:
    """/rutdongy: from which purpose? Leaving is asked once more."""
    purpose = await ask("purpose", Choice((say("p-consent-out"),), _PURPOSES))
    if purpose == "reminders":
        return WithdrawConsent("reminders")
    if purpose == "none":
        return Tell((say("c-kept"),))
    sure = await ask("leave", yes_no((say("p-leave"),), say("b-leave"), say("b-hold")))
    return WithdrawConsent("membership") if sure == "yes" else Tell((say("c-kept"),))


async def erase_me(facts: Facts) -> EraseMe:
    """/xoadulieu: what goes and what stays, then the words that no tap can say by accident."""
    asks = (
        say("p-erase", hours=ERASING_HOURS),
        say("p-erase-stays", years=PROOF_YEARS),
        say("p-erase-words"),
    )
    await ask("words", Phrase(asks, ERASE_WORDS, say("e-erase-words")))
    return EraseMe()


_RIGHTS = (
    Option("export", say("b-take-data"), ("xuat", "xem")),
    Option("withdraw", say("b-withdraw"), ("rut",)),
)
_ERASE = Option("erase", say("b-erase"), ("xoa",))
_KEEP = Option("keep", say("b-keepme"), ("thoi",))
_PURPOSES = (
    Option("reminders", say("b-stop-remind")),
    Option("membership", say("b-leave")),
    Option("none", say("b-hold"), ("khong", "thoi")),
)
