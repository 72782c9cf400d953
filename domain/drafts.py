"""When a draft left alone is spoken of again. DESIGN §3; hours: DOMAIN §10."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

MORNING = time(8, 0)
"""The hour of reminders, outside every quiet hour (DOMAIN §10)."""


def next_morning(now: datetime, zone: str) -> datetime:
    """The next 08:00 of the zone after `now`, aware."""
    local = now.astimezone(ZoneInfo(zone))
    morning = datetime.combine(local.date(), MORNING, local.tzinfo)
    return morning if morning > local else morning + timedelta(days=1)
