"""How many messages Telegram lets through, and how long to wait for the next."""

from __future__ import annotations

import math
import time
from collections import deque
from dataclasses import dataclass, field

from tests.loopback.checks import RefusedError


@dataclass(slots=True)
class Bucket:
    """Lets `rate` a second through, and up to `burst` at once."""

    rate: float
    burst: float
    level: float = 0.0
    at: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until one more fits; takes nothing."""
        self.level, self.at = max(0.0, self.level - (now - self.at) * self.rate), now
        return max(0.0, (self.level + 1 - self.burst) / self.rate)

    def take(self, now: float) -> None:
        """One has passed."""
        self.level += 1


@dataclass(slots=True)
class Window:
    """Lets `most` through in any `seconds`: the strictest reading of so many a minute."""

    most: int
    seconds: float = 60.0
    passed: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Seconds until one more fits; takes nothing."""
        while self.passed and self.passed[0] <= now - self.seconds:
            self.passed.popleft()
        return 0.0 if len(self.passed) < self.most else self.passed[0] + self.seconds - now

    def take(self, now: float) -> None:
        """One has passed."""
        self.passed.append(now)


@dataclass
class Limits:
    """The published limits: 30 messages a second over all, 1 a second in a chat, 20 a minute in a group.

    Telegram tolerates short bursts in a chat, and so does `burst`. Edits count as messages.
    """

    overall: float = 30
    per_chat: float = 1
    per_group_minute: int = 20
    burst: float = 15
    _buckets: dict[int | None, Bucket | Window] = field(default_factory=dict)

    def pass_one(self, chat_id: int) -> None:
        """Count one message to `chat_id`; raises 429 with retry_after if it is one too many."""
        now = time.monotonic()
        buckets = [self._bucket(None), self._bucket(chat_id)]
        if wait := max(bucket.wait(now) for bucket in buckets):
            seconds = math.ceil(wait)
            raise RefusedError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        for bucket in buckets:
            bucket.take(now)

    def _bucket(self, chat_id: int | None) -> Bucket | Window:
        if chat_id not in self._buckets:
            self._buckets[chat_id] = self._new(chat_id)
        return self._buckets[chat_id]

    def _new(self, chat_id: int | None) -> Bucket | Window:
        if chat_id is None:
            return Bucket(self.overall, self.overall)
        if chat_id < 0:
            return Window(self.per_group_minute)
        return Bucket(self.per_chat, self.burst)
