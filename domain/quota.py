"""How much of what a platform lets a bot send in a calendar month is left, and for what. DESIGN §4.4."""

from __future__ import annotations

from datetime import datetime, tzinfo

NEAR, RESERVE = 0.8, 0.95
"""Shares of a month's messages: from the first on people are warned and reminders take other ways; what is
beyond the second is kept for answers and alerts."""


def month_of(now: datetime, zone: tzinfo) -> str:
    """The calendar month of an instant, "2026-11"."""
    return f"{now.astimezone(zone):%Y-%m}"
