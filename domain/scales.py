"""The scales opinion is told on (DOMAIN §11.2). Codes are stored and exported; their words are sentences."""

from __future__ import annotations

from typing import Final

TONES: Final = ("approve", "uneasy", "aggrieved", "unclear")
"""What people feel. Never preselected: the reporter says it."""

NORMAL: Final = "normal"
ATTENTION: Final = "attention"
URGENT: Final = "urgent"
LEVELS: Final = (NORMAL, ATTENTION, URGENT)

SPREADS: Final = ("one", "some", "many", "most")
"""How widely it is said."""

FORECASTS: Final = ("calm", "same", "grow", "hotspot")
"""Where it is going, as seen on the spot."""

STRATA: Final = (
    "officials",
    "workers",
    "farmers",
    "traders",
    "intellectuals",
    "youth",
    "women",
    "veterans",
    "elderly",
    "retired",
)
"""Who is talking about it. Never asked where the topic is restricted (DOMAIN §7)."""

STATUSES: Final = ("sent", "received", "merged", "compiled", "returned", "excluded", "withdrawn")
"""Where a report stands (DOMAIN §11.3); each has a sentence `status-…`."""
