"""Counts what is sent where a platform counts too: messages a bot and calendar month. DESIGN §4.4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, tzinfo

from sqlalchemy import Connection

from domain.quota import month_of
from storage import meters

Metered = tuple[str, str, str]
"""(channel, bot, month)"""


class Meter:
    """What this process has sent and not written down yet."""

    def __init__(self, limits: Mapping[tuple[str, str], int], zone: tzinfo) -> None:
        """`limits` a month by (channel, bot), 0 for none; months begin in `zone`."""
        self._limits = limits
        self._zone = zone
        self._counts: Counter[Metered] = Counter()

    def count(self, channel: str, bot: str, now: datetime) -> None:
        """One message more has gone out."""
        if self._limits.get((channel, bot)):
            self._counts[channel, bot, month_of(now, self._zone)] += 1

    def share(self, connection: Connection, channel: str, bot: str, now: datetime) -> float:
        """How much of this month's messages a bot has sent, from 0 on; 0 where nobody counts."""
        limit, month = self._limits.get((channel, bot), 0), month_of(now, self._zone)
        if not limit:
            return 0.0
        unwritten = self._counts[channel, bot, month]
        return (meters.sent(connection, channel, bot, month) + unwritten) / limit

    def take(self) -> dict[Metered, int]:
        """What is to be written down."""
        counts, self._counts = dict(self._counts), Counter()
        return counts

    def give_back(self, counts: Mapping[Metered, int]) -> None:
        """It was not written down after all."""
        self._counts.update(counts)
