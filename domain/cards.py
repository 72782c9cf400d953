"""A card of official information: what a document says, in three lines at most. DOMAIN §1 rows 16, 21, 50."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from domain.audience import Audience

MOST_LINES: Final = 3
TITLE: Final = 120
SOURCE: Final = 200
TEXT: Final = 600

SINCE_DAYS: Final = (7, 14, 30, 90)
"""For how many days back those are meant whose reports have a topic."""


@dataclass(frozen=True, slots=True)
class Card:
    """Official words, as written: a title, at most three lines, and where they come from."""

    title: str
    said: str
    source: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class CardFacts:
    """`unit_id` writes; `areas`: (id, name) of it and of the units below."""

    zone: ZoneInfo
    unit_id: int
    areas: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class SendCard:
    """Send a card to an audience."""

    card: Card
    audience: Audience


@dataclass(frozen=True, slots=True)
class SendCardOf:
    """Send a card to those whose reports are in a matter."""

    card: Card
    matter: int
