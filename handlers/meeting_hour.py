"""The hour of a meeting: one that the rule foresees, or what is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.parsed import Parsed
from domain.facts import Facts
from domain.meetings import MeetingsFacts
from domain.when import example_day, moment_label, read_moment
from handlers.days import instant, kept
from messages import Say

LATEST = timedelta(days=180)
"""How far ahead a meeting may be."""
HOUR = time(8)
"""The hour of a meeting for which only a day is typed (DOMAIN §11.4)."""


async def ask_hour(
    name: str,
    facts: Facts,
    own: MeetingsFacts,
    asks: Callable[[str], Say],
    wrong: Callable[[str], Say],
    but: datetime | None = None,
) -> datetime:
    """An instant to come, another than `but`. `asks` and `wrong` get an example of how a day is typed."""
    now = facts.now
    options = tuple(Option(kept(at, own.zone), moment_label(at, own.zone)) for _, at in own.suggested)
    day = example_day(now.astimezone(own.zone).date())

    def read(text: str) -> str | None:
        at = read_moment(text, now, own.zone, HOUR)
        return kept(at, own.zone) if at is not None and now < at <= now + LATEST and at != but else None

    return instant(await ask(name, Parsed(Choice((asks(day),), options), read, wrong(day))), own.zone)
