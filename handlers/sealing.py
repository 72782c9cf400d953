"""[🔒 Chỉ gửi cấp trên]: whether a report is for the unit above alone. DOMAIN §1 row 32, §7 (direct line)."""

from __future__ import annotations

from dialog.card import Field
from domain.facts import Facts
from handlers.options import SEALING
from handlers.reading import Reading
from messages import Text, say

SEALED, OPEN = "sealed", "open"
CONDUCT = "DV"
"""The topic of public services and officials' conduct: not everybody wants the own unit to read it."""


def is_wanted(facts: Facts, reading: Reading) -> bool:
    """Whether a report is sealed unless its reporter says otherwise: those of the direct line, and "#kín"."""
    return bool(facts.unit.above) and _is_meant(facts, reading)


def _is_meant(facts: Facts, reading: Reading) -> bool:
    return reading.sealed or (facts.person is not None and facts.person.direct_line)


def sealed_field(facts: Facts, reading: Reading) -> Field:
    """The row of the card: for people of the direct line always, for others beside the topic it is for."""
    direct = facts.person is not None and facts.person.direct_line
    return Field(
        "sealed",
        say("b-direct"),
        SEALING,
        preset=SEALED if is_wanted(facts, reading) else None,
        default=OPEN,
        toggled=True,
        beside=None if direct and facts.unit.above else ("topic", CONDUCT),
        refuses=None if facts.unit.above else say("e-sealed-nobody"),
    )


def unheard(facts: Facts, reading: Reading) -> tuple[Text, ...]:
    """That nobody above would read it, where that is meant: before it is sent, for then the unit reads it."""
    return (say("e-sealed-nobody"),) if _is_meant(facts, reading) and not facts.unit.above else ()
