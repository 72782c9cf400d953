"""What happened and is not yet confirmed by the bot, for polling and for the webhook alike."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections import deque
from dataclasses import dataclass
from typing import Any, Protocol

from tests.loopback.checks import RefusedError, bad

encode = json.JSONEncoder(separators=(",", ":")).encode
ONLY_IF_ASKED = {"chat_member", "message_reaction", "message_reaction_count"}
KNOWN = ONLY_IF_ASKED | {"message", "edited_message", "callback_query", "my_chat_member", "channel_post"}
KNOWN |= {
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "shipping_query",
    "pre_checkout_query",
}
KNOWN |= {
    "poll",
    "poll_answer",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "business_connection",
}
KNOWN |= {"business_message", "edited_business_message", "deleted_business_messages", "purchased_paid_media"}
TWO_POLLERS = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_SET = (
    "Conflict: can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)


@dataclass(slots=True)
class Update:
    """One update: its number, the chat whose order it keeps, its JSON."""

    update_id: int
    lane: int
    body: bytes


class Pusher(Protocol):
    """Whoever delivers updates by itself: the webhook."""

    def push(self, update: Update) -> None: ...


class Updates:
    """The queue of one bot. Set `twice` and everything is delivered twice, as a lost confirmation does."""

    def __init__(self) -> None:
        self._ids = itertools.count(730_000_001)
        self.pending: dict[int, Update] = {}
        self.confirmed: deque[Update] = deque(maxlen=10_000)
        self.allowed: frozenset[str] = frozenset()
        self.pusher: Pusher | None = None
        self.twice = False
        self._again: list[Update] = []
        self._poll: asyncio.Future[None] | None = None

    def add(self, kind: str, content: Any, lane: int) -> int:
        """Something happened; gives its update id, or 0 if the bot did not ask for this kind."""
        wanted = kind in self.allowed if self.allowed else kind not in ONLY_IF_ASKED
        return self.inject({kind: content}, lane) if wanted else 0

    def inject(self, raw: dict[str, Any], lane: int = 0) -> int:
        """Queue an update as it is, however broken; gives its update id."""
        update_id = next(self._ids)
        body = encode({"update_id": update_id, **raw}).encode()
        update = self.pending[update_id] = Update(update_id, lane, body)
        if self.pusher:
            self.pusher.push(update)
        else:
            self._wake()
        return update_id

    def redeliver(self, last: int = 1) -> None:
        """Give the last so many confirmed updates once more, whatever offset the bot asks for."""
        again = list(self.confirmed)[-last:]
        if self.pusher:
            for update in again:
                self.pusher.push(update)
        else:
            self._again += again
            self._wake()

    def ask_for(self, kinds: Any) -> None:
        """Remember `allowed_updates`; raises 400 for a kind that does not exist."""
        if kinds is None:
            return
        if not isinstance(kinds, list) or set(kinds) - KNOWN:
            raise bad(f"can't parse allowed_updates {kinds!r}")
        self.allowed = frozenset(kinds)

    async def get(self, offset: int, limit: int, timeout_s: float) -> bytes:
        """getUpdates: forget what is before `offset`, wait for more, give it as a JSON array."""
        if self.pusher:
            raise RefusedError(409, WEBHOOK_SET)
        self.interrupt(TWO_POLLERS)
        self._confirm(offset)
        if not (self.pending or self._again) and timeout_s > 0:
            await self._wait(timeout_s)
        batch, self._again = (self._again + list(itertools.islice(self.pending.values(), limit)))[:limit], []
        return b"[" + b",".join(update.body for update in batch) + b"]"

    @property
    def is_awaited(self) -> bool:
        """Whether a poll is waiting."""
        return self._poll is not None and not self._poll.done()

    def interrupt(self, why: str) -> None:
        """End the poll that is waiting, if one is, with 409."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(RefusedError(409, why))
        self._poll = None

    def done(self, update_id: int) -> None:
        """The webhook took this one."""
        if update := self.pending.pop(update_id, None):
            self._confirmed(update)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            offset = next(iter(list(self.pending)[offset:]), 0)
        while self.pending and (first := next(iter(self.pending))) < offset:
            self._confirmed(self.pending.pop(first))

    def _confirmed(self, update: Update) -> None:
        if self.twice and update not in self.confirmed:
            self._again.append(update)
        self.confirmed.append(update)

    async def _wait(self, timeout_s: float) -> None:
        loop = asyncio.get_running_loop()
        poll = self._poll = loop.create_future()
        timer = loop.call_later(timeout_s, _resolve, poll)
        try:
            await poll
        finally:
            timer.cancel()
            if self._poll is poll:
                self._poll = None

    def _wake(self) -> None:
        if self._poll:
            _resolve(self._poll)


def _resolve(waiting: asyncio.Future[None]) -> None:
    if not waiting.done():
        waiting.set_result(None)
