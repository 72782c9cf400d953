"""The sample's time, which a visitor moves on to watch how a period goes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.clock import MovableClock
from office import sample
from storage.database import Database


class SampleTime:
    """What the page of the sample needs of the clock."""

    def __init__(
        self, database: Database, clock: MovableClock, zone: ZoneInfo, tick: Callable[[], Awaitable[None]]
    ) -> None:
        """`tick` does all that is due; `zone` is the unit's."""
        self._database = database
        self._clock = clock
        self.zone = zone
        self._tick = tick

    async def read(self) -> tuple[datetime, dict[str, datetime]]:
        """Now, and where one may go from there ("stage", "due")."""
        now = self._clock()
        return now, await self._database.reading(lambda c: sample.next_stops(c, now))

    async def move(self, to: str) -> bool:
        """Go to a stop and do what is due there; False when there is no such stop now."""
        _, stops = await self.read()
        if to not in stops:
            return False
        self._clock.move_to(stops[to])
        moved = self._clock.ahead
        await self._database.write(lambda c: sample.keep_ahead(c, moved))
        await self._tick()
        return True
