"""Takes what arrives: one commit for all of it, then "received"; whatever failed is tried alone, then parked.

DESIGN §2 and §4.1. The whole batch — dedupe, masking, turns, answers — is one transaction, so at most one
commit an update when it is quiet and a fraction of one when it is not.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from bot.channels.base import Inbound, Receipt
from bot.door import Door
from bot.turn import Turns
from storage import inbox as store
from storage.database import Database, DatabaseUnusableError
from storage.inbox import InboxRow
from storage.outbox import OutboxRow

log = logging.getLogger(__name__)

PARK_AFTER = 3
"""Failed turns after which a message is set aside (DESIGN §4.1)."""

SWEEP_SECONDS = 1.0
HEADS = 64
TOGETHER = 50
"""Updates that share one transaction: more would keep the first of them, and the event loop, waiting; and a
storm of one chat must not keep the others waiting."""

Key = tuple[str, str, str]
Arrival = tuple[Sequence[Inbound], "asyncio.Future[list[Receipt]]"]


class Inbox:
    """The receiving side of one process."""

    def __init__(
        self,
        database: Database,
        door: Door,
        turns: Turns,
        deliver: Callable[[list[OutboxRow]], None],
        *,
        now: Callable[[], datetime],
    ) -> None:
        """`deliver` takes the answers this process is to send, on the event loop, after the commit."""
        self._database = database
        self._door = door
        self._turns = turns
        self._deliver = deliver
        self._now = now
        self._arrived: list[Arrival] = []
        self._knock = asyncio.Event()
        self._look = asyncio.Event()

    async def receive(self, inbounds: Sequence[Inbound]) -> list[Receipt]:
        """Take these in; returns after the commit, one receipt each. Raises DatabaseUnusableError, and then
        the platform must not be told that they were taken: those that were are known when it repeats them."""
        if not inbounds:
            return []
        loop = asyncio.get_running_loop()
        arrivals: list[Arrival] = [
            (inbounds[at : at + TOGETHER], loop.create_future()) for at in range(0, len(inbounds), TOGETHER)
        ]
        self._arrived += arrivals
        self._knock.set()
        return [receipt for part in await asyncio.gather(*(done for _, done in arrivals)) for receipt in part]

    async def run(self) -> None:
        """Serve `receive` and the backlog until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._keep_taking())
            group.create_task(self._keep_clearing())

    # -- what has just arrived -----------------------------------------------------------------------

    async def _keep_taking(self) -> None:
        while True:
            await self._knock.wait()
            self._knock.clear()
            while self._arrived:
                await self._take_together(self._gather())

    def _gather(self) -> list[Arrival]:
        together: list[Arrival] = []
        count = 0
        while self._arrived and (not together or count + len(self._arrived[0][0]) <= TOGETHER):
            arrival = self._arrived.pop(0)
            count += len(arrival[0])
            together.append(arrival)
        return together

    async def _take_together(self, arrivals: list[Arrival]) -> None:
        inbounds = [one for several, _ in arrivals for one in several]
        try:
            receipts = await self._take(inbounds)
        except Exception as error:
            for _, done in arrivals:
                if not done.done():
                    done.set_exception(error)
            return
        at = 0
        for several, done in arrivals:
            if not done.done():
                done.set_result(receipts[at : at + len(several)])
            at += len(several)

    async def _take(self, inbounds: Sequence[Inbound]) -> list[Receipt]:
        try:
            receipts, rows, left = await self._database.write(lambda c: self._admit(c, inbounds, answer=True))
        except DatabaseUnusableError:
            raise
        except Exception:
            # One of them cannot be answered. Keep them all first, then answer each alone.
            log.exception("a turn failed; its batch is taken one by one", extra={"action": "turn-failed"})
            receipts, rows, left = await self._database.write(
                lambda c: self._admit(c, inbounds, answer=False)
            )
        self._deliver(rows)
        if left:
            self._look.set()
        return receipts

    def _admit(
        self, connection: Connection, inbounds: Sequence[Inbound], *, answer: bool
    ) -> tuple[list[Receipt], list[OutboxRow], bool]:
        now = self._now()
        lanes = {one.lane for one in inbounds}
        held = store.hold_lanes(connection, lanes) if answer else set()
        if held:
            held -= store.lanes_with_backlog(connection, held)
        sitting = self._turns.sit(connection, lanes, now)
        rows = [self._open(one, sitting.asks_plain(one.lane), strict=answer) for one in inbounds]
        fresh = store.admit(connection, _once(rows), done=held)
        heard = [row for row in _once(rows) if row.key in fresh and row.lane in held]
        flashes = {row.key: sitting.hear(row) for row in heard}
        receipts = self._receipts(connection, rows, fresh, flashes)
        return receipts, sitting.rise(), any(row.lane not in held for row in rows)

    def _open(self, inbound: Inbound, plain: bool, *, strict: bool) -> InboxRow:
        """Through the door. Words it stumbles over are never stored unmasked: unless `strict`, their sender
        is asked for other words, and the rest of the batch goes on."""
        try:
            return self._door.admit(inbound, plain=plain)
        except Exception:
            if strict:
                raise
            log.exception("the door failed", extra={"action": "door-failed", "update": inbound.update_key})
            return self._door.admit(replace(inbound, kind="unsupported", text="kind", tap=""), plain=True)

    @staticmethod
    def _receipts(
        connection: Connection, rows: Sequence[InboxRow], fresh: set[Key], flashes: Mapping[Key, str]
    ) -> list[Receipt]:
        known = {row.key for row in rows if row.key not in fresh}
        before = store.seen(connection, known) if known else {}
        receipts = []
        for row in rows:
            digest, at = before.get(row.key, (row.digest, row.received_at))
            text, flash = str(row.body.get("text", "")), flashes.get(row.key, "")
            receipts.append(Receipt(row.key in fresh, text, digest != row.digest, at, flash))
        return receipts

    # -- what was left waiting -----------------------------------------------------------------------

    async def _keep_clearing(self) -> None:
        while True:
            self._look.clear()
            try:
                more = await self._clear()
            except DatabaseUnusableError:
                log.exception("backlog not read", extra={"action": "backlog"})
                more = False
            if not more:
                # Not wait_for: before Python 3.12 it may swallow the cancellation that ends us.
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(SWEEP_SECONDS):
                        await self._look.wait()

    async def _clear(self) -> bool:
        """Answer the oldest waiting message of each lane. True: there may be more."""
        heads = await self._database.reading(lambda connection: store.waiting_heads(connection, HEADS))
        answered = await asyncio.gather(*(self._answer(row) for row in heads))
        return any(answered)

    async def _answer(self, row: InboxRow) -> bool:
        try:
            rows = await self._database.write(lambda connection: self._turn(connection, row))
        except DatabaseUnusableError:
            raise
        except Exception:
            log.exception("a turn failed", extra={"action": "turn-failed", "inbox": row.id})
            self._deliver(await self._database.write(lambda c: self._count_failure(c, row)))
            return False
        if rows is None:
            return False
        self._deliver(rows)
        return True

    def _turn(self, connection: Connection, row: InboxRow) -> list[OutboxRow] | None:
        if not store.hold_lanes(connection, {row.lane}) or not store.still_waiting(connection, {row.id}):
            return None
        sitting = self._turns.sit(connection, {row.lane}, self._now())
        sitting.hear(row)
        store.finish(connection, [row.id])
        return sitting.rise()

    def _count_failure(self, connection: Connection, row: InboxRow) -> list[OutboxRow]:
        sitting = self._turns.sit(connection, {row.lane}, self._now())
        if store.fail(connection, row.id, park_after=PARK_AFTER):
            sitting.apologise(row.lane)
        return sitting.rise()


def _once(rows: Sequence[InboxRow]) -> list[InboxRow]:
    """Each update once, though a platform may repeat it within one batch."""
    return list({row.key: row for row in reversed(rows)}.values())[::-1]
