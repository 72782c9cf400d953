"""A day or an hour to come, typed or offered: what several flows ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.parsed import Parsed
from domain.when import example_day, read_moment
from messages import Say, say

STORED = "%Y-%m-%dT%H:%M"
"""An instant as a talk keeps it: local, to the minute."""


async def ask_day(
    name: str,
    asks: Callable[[str], Say],
    now: datetime,
    zone: ZoneInfo,
    offered: Sequence[Option],
    fits: Callable[[date], bool],
) -> date:
    """The day typed, or one of those offered (keys: ISO dates). `asks` gets an example of how it is typed."""
    day = example_day(now.astimezone(zone).date())

    def read(text: str) -> str | None:
        at = read_moment(text, now, zone, time(12))
        found = at.astimezone(zone).date() if at else None
        return found.isoformat() if found and fits(found) else None

    question = Parsed(Choice((asks(day),), tuple(offered)), read, say("e-day", day=day))
    return date.fromisoformat(await ask(name, question))


def days_ahead(today: date, *days: int) -> tuple[Option, ...]:
    """Some days to come as answers."""
    coming = (today + timedelta(days=n) for n in days)
    return tuple(Option(day.isoformat(), f"{day:%d/%m/%Y}") for day in coming)


def kept(at: datetime, zone: ZoneInfo) -> str:
    """An instant as a talk keeps it."""
    return f"{at.astimezone(zone):{STORED}}"


def instant(stored: str, zone: ZoneInfo) -> datetime:
    """The instant (UTC) that `kept` wrote."""
    return datetime.strptime(stored, STORED).replace(tzinfo=zone).astimezone(UTC)
