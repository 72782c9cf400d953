"""Sends what is owed: chats side by side, each chat in order, urgent first, outcomes written down at once.

DESIGN §2, §4.3, §4.4, §10. The rows are the truth; what this process holds in memory it has claimed there.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection

from bot.channels.base import Channel, DeliveryError, Sent
from bot.charts import chart_in, png
from bot.ledger import Ledger
from bot.meter import Meter
from bot.outbound import carries_file, outbound
from bot.pace import ChatPace, Pace
from domain.quota import NEAR, RESERVE
from office import groups
from office.post import Post
from storage import groups as group_rows
from storage import meters, people
from storage import outbox as store
from storage.database import Database, DatabaseUnusableError
from storage.outbox import BULK, REMINDER, REPLY, UNSENT, Mark, OutboxRow

log = logging.getLogger(__name__)

SWEEP_SECONDS = 1.0
BEAT_SECONDS = 3.0
SILENT = timedelta(seconds=12)
"""A worker silent for four beats is dead: what it was sending is sent by others."""

LONGEST_WAIT = 60.0
CLAIM = 200


T = TypeVar("T")
Line = tuple[str, bool]
"""A chat's lane, and whether its messages to many are meant: those keep nobody waiting (DESIGN §4.4)."""


def _line(row: OutboxRow) -> Line:
    return row.lane, row.rank == BULK


async def _picture(row: OutboxRow) -> bytes | None:
    """The chart that goes with a message, drawn now and not on the event loop."""
    chart = chart_in(row.body)
    return await asyncio.to_thread(png, chart) if chart else None


class Outbox:
    """The sender of one process."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[tuple[str, str], Channel],
        *,
        me: str,
        now: Callable[[], datetime],
        ledger: Ledger | None = None,
        zone: tzinfo = UTC,
        link: Callable[[int], str] = lambda id: "",
    ) -> None:
        """`channels` by (name, bot); `me` names this process among those on the same database. With a
        `ledger`, for which it must be the only one, outcomes wait there for the next commit. `zone` is where
        months begin; `link` gives the address at which a message's file may be fetched, by outbox id."""
        self._database = database
        self._ledger = ledger
        self._channels = channels
        self._me = me
        self._now = now
        self._lines: dict[Line, deque[OutboxRow]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._patient: dict[Line, asyncio.Task[Any]] = {}  # for messages to many whose turn has not come
        self._is_closing = False
        self._left: list[int] = []
        self._sent_as: dict[tuple[str, int], str] = {}
        self._parts_out: dict[tuple[int, str], int] = {}
        self._link = link
        self._meter = Meter({key: channel.caps.per_month for key, channel in channels.items()}, zone)
        self._marks: list[Mark] = []
        self._claimed: set[int] = set()
        self._being_marked = 0
        self._marked = asyncio.Event()
        self._marking = asyncio.Lock()
        self._look = asyncio.Event()
        self._pushing = frozenset(one.name for one in channels.values() if one.caps.push)
        self._paces = {key: Pace(channel.caps.per_second) for key, channel in channels.items()}
        self._chat_paces = {key: ChatPace(channel.caps.per_chat) for key, channel in channels.items()}
        self._group_paces = {
            key: ChatPace.of_minute(channel.caps.per_group_minute) for key, channel in channels.items()
        }

    def take(self, rows: Iterable[OutboxRow]) -> None:
        """Send these: they are committed and held by this process. Called on the event loop."""
        for row in rows:
            line = self._lines.get(_line(row))
            if line is not None:
                line.append(row)
                continue
            self._lines[_line(row)] = deque((row,))
            task = asyncio.create_task(self._drain(_line(row)))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def look(self) -> None:
        """There may be something to claim: do not wait for the next sweep."""
        self._look.set()

    async def enlist(self) -> None:
        """Say that this process lives, before it holds anything: what nobody alive holds, others send."""
        if not self._database.is_sqlite:
            now = self._now()
            await self._write(lambda connection: store.beat(connection, self._me, now))

    async def run(self) -> None:
        """Claim what nobody holds, mark outcomes, and keep the sign of life, until cancelled."""
        await self._recall()
        await self._bury(first=True)
        async with asyncio.TaskGroup() as group:
            group.create_task(self._keep_marks())
            group.create_task(self._keep_claiming())
            group.create_task(self._keep_beating())
            group.create_task(self._keep_burying())

    async def close(self, grace: float = 5.0) -> None:
        """Let sends under way finish (at most `grace` seconds) and write down their outcomes. Messages to
        many whose turn has not come are left to whoever comes next."""
        self._is_closing = True
        for line, patient in self._patient.items():
            self._left += [row.id for row in self._lines[line]]
            patient.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=grace)
        for task in self._tasks:
            task.cancel()
        with contextlib.suppress(DatabaseUnusableError):
            await self._write_marks(self._database.write)
            if self._left:
                await self._database.write(lambda connection: store.let_go(connection, self._left, self._me))

    # -- one line ----------------------------------------------------------------------------------

    async def _drain(self, line: Line) -> None:
        rows = self._lines[line]
        try:
            while rows:
                if self._is_closing and rows[0].rank == BULK:
                    self._left += [row.id for row in rows]
                    return
                if self._is_superseded(rows):
                    self._mark(Mark(rows.popleft().id, "dropped", self._now(), why="superseded"))
                elif await self._send(rows[0]):
                    rows.popleft()
                else:
                    return
        finally:
            del self._lines[line]

    @staticmethod
    def _is_superseded(rows: deque[OutboxRow]) -> bool:
        """A drawing of a talk that a later one of the same talk makes pointless."""
        screen = rows[0].body.get("screen")
        if screen is None or len(rows) == 1:
            return False
        return any(later.body.get("screen") == screen for later in list(rows)[1:])

    async def _send(self, row: OutboxRow) -> bool:
        """One send and its outcome. False: the lane was given back."""
        key = (row.channel, row.bot)
        try:
            await self._turn(row)
            if row.body.get("live") and not self._channels[key].caps.edit:
                self._mark(Mark(row.id, "dropped", self._now(), why="cannot be changed in place"))
                return True
            # An answer is sent at once or not at all; what was written unasked may have gone elsewhere.
            now = row if row.rank == REPLY else await self._as_it_stands(row)
            if now is None:
                await self._write(lambda connection: store.let_go(connection, [row.id], self._me))
                self._look.set()
                return True
            if row.rank >= REMINDER and await self._is_spared(row):
                return True
            sent = await self._deliver(self._channels[key], now)
        except DeliveryError as error:
            return await self._failed(row, error)
        except Exception:
            log.exception("a send failed in an unforeseen way", extra={"action": "send", "outbox": row.id})
            return await self._failed(row, DeliveryError("try_later", "internal"))
        if sent.platform_id:
            self._remember(row, sent.platform_id)
        self._mark(Mark(row.id, "sent", self._now(), sent.platform_id, lane=row.lane))
        return True

    async def _turn(self, row: OutboxRow) -> None:
        """Wait until the platform may be written to again."""
        key, task = (row.channel, row.bot), asyncio.current_task()
        paces = self._group_paces if "group" in row.body else self._chat_paces
        if row.rank == BULK and task:
            self._patient[_line(row)] = task
        try:
            await paces[key].turn(row.lane)
            await self._paces[key].turn(row.rank)
        finally:
            self._patient.pop(_line(row), None)

    async def _as_it_stands(self, row: OutboxRow) -> OutboxRow | None:
        """What was written unasked as it reads at the second of sending; None when it is paused or called
        off, goes to another address, or another worker has it."""
        return await self._database.reading(lambda c: store.still_waiting(c, row.id, self._me))

    async def _is_spared(self, row: OutboxRow) -> bool:
        """Whether a reminder or broadcast leaves the last of a bot's messages this month to others: it goes
        to another address that rings, and in the very end to any, or nowhere (DESIGN §4.4)."""
        now = self._now()
        share = await self._database.reading(lambda c: self._meter.share(c, row.channel, row.bot, now))
        if share < NEAR:
            return False
        ringing = share < RESERVE
        if await self._write(lambda c: self._pass_on(c, row, "quota", now, ringing=ringing)):
            self._look.set()
            return True
        if not ringing:
            self._mark(Mark(row.id, "failed", now, why="quota"))
        return not ringing

    async def _deliver(self, channel: Channel, row: OutboxRow) -> Sent:
        if not channel.caps.edit:
            return await self._deliver_parts(channel, row)
        target, caps = row.platform_id, channel.caps
        if target is None and row.edits is not None:
            edited = row.edits
            target = self._sent_as.get((row.lane, edited))
            if target is None:
                target = await self._database.reading(lambda c: store.platform_id(c, edited, row.lane))
        if target is None:
            [whole] = outbound(row, caps, picture=await _picture(row))
            return await channel.send(whole)
        [change], [anew] = outbound(row, caps, edits=target), outbound(row, caps)
        try:
            return await channel.send(change)
        except DeliveryError as error:
            if error.kind != "refused":
                raise
        # The message is gone or too old to be changed: say it anew rather than not at all.
        return await channel.send(anew)

    async def _deliver_parts(self, channel: Channel, row: OutboxRow) -> Sent:
        """A message where messages are short and stay as they are; those of its parts that are out already
        are not sent again."""
        picture = await _picture(row) if channel.caps.files else None
        link = self._link(row.id) if carries_file(row.body) else ""
        parts = outbound(row, channel.caps, picture=picture, link=link)
        key = row.id, row.lane
        for part in parts[self._parts_out.get(key, 0) :]:
            if key in self._parts_out:
                await self._chat_paces[channel.name, channel.bot].turn(row.lane)
            sent = await channel.send(part)
            self._meter.count(channel.name, channel.bot, self._now())
            self._parts_out[key] = self._parts_out.get(key, 0) + 1
        del self._parts_out[key]
        return sent

    def _remember(self, row: OutboxRow, platform_id: str) -> None:
        self._sent_as[row.lane, row.id] = platform_id
        if len(self._sent_as) > 5_000:
            for old in list(self._sent_as)[:2_500]:
                del self._sent_as[old]

    async def _failed(self, row: OutboxRow, error: DeliveryError) -> bool:
        log.warning(
            "message not delivered: %s",
            error,
            extra={"action": "not-delivered", "channel": row.channel, "outbox": row.id},
        )
        now = self._now()
        if error.kind == "refused":
            about_person = error.about == "person"
            if not about_person or not await self._write(lambda c: self._pass_on(c, row, "refused", now)):
                self._mark(Mark(row.id, "failed", now, why=error.why[:200]))
            self._parts_out.pop((row.id, row.lane), None)
            self.look()
            return True
        if error.kind == "spent":
            if await self._pass_on_line(row, now):
                return True
            if row.rank == REPLY:
                # Next month nobody waits for it any more, and until then alerts would wait behind it.
                self._mark(Mark(row.id, "failed", now, why="quota"))
                return True
        held = [one.id for one in self._lines[_line(row)]]
        if error.to is not None:
            await self._write(partial(self._follow, row, held, now, error.to))
            await self._let_go_of_rest(row, held)
            return False
        if error.kind == "unreachable":
            await self._settle_marks()
            if not await self._write(lambda connection: self._give_up(connection, row, now, error.why)):
                self._mark(Mark(row.id, "failed", now, why=error.why[:200]))
                return True
            self._let_go_of_other_line(row)
            await self._let_go_of_rest(row, held)
            return False
        wait = error.retry_after or min(LONGEST_WAIT, 2.0 ** min(row.attempts, 8))
        until = now + timedelta(seconds=wait)
        await self._write(
            lambda connection: store.release(
                connection, row.lane, held, first=row.id, not_before=until, why=error.why[:200]
            )
        )
        await self._let_go_of_rest(row, held)
        asyncio.get_running_loop().call_later(wait + 0.05, self._look.set)
        return False

    async def _pass_on_line(self, row: OutboxRow, now: datetime) -> bool:
        """All that was written unasked to a chat that gets no more this month goes to other addresses of the
        person: an alert does not wait behind an answer. Whether that holds for this message too."""
        moved = await self._write(
            lambda c: store.readdress(c, row.lane, "quota", now, pushing=self._pushing, me=self._me)
        )
        for bulk in (False, True):
            line = self._lines.get((row.lane, bulk))
            for one in [one for one in line or () if one.id in moved and one is not row]:
                line.remove(one)  # type: ignore[union-attr]  # there is one where something was found in it
        self._look.set()
        return row.id in moved

    async def _let_go_of_rest(self, row: OutboxRow, known: list[int]) -> None:
        """What has joined a line after it was given back is given back too."""
        self._claimed.difference_update(known)
        seen = set(known)
        while rest := [one.id for one in self._lines[_line(row)] if one.id not in seen]:
            await self._write(partial(store.let_go, ids=rest, me=self._me))
            seen.update(rest)
        self._look.set()

    def _pass_on(
        self, connection: Connection, row: OutboxRow, why: str, now: datetime, *, ringing: bool = False
    ) -> bool:
        """One message written unasked goes to another address of its person, if there is one."""
        return bool(
            store.readdress(
                connection, [row.id], why, now, pushing=self._pushing, me=self._me, ringing=ringing
            )
        )

    def _give_up(self, connection: Connection, row: OutboxRow, now: datetime, why: str) -> bool:
        """Nobody is reached at this lane any more: what was written unasked goes to another address of the
        person, if there is one. False: only this message is lost, for it went to a group that serves no unit,
        or to another topic than its alerts."""
        if "group" not in row.body:
            people.mark_reachable(connection, row.lane, unreachable_at=now)
            store.readdress(connection, row.lane, "unreachable", now, pushing=self._pushing, me=self._me)
            store.fail_lane(connection, row.lane, now=now, why=why[:200], me=self._me)
            return True
        found = group_rows.at(connection, row.lane)
        if found is None or found.gone or found.place.topic != row.body["group"]["topic"]:
            return False
        groups.lose(Post(connection, now, pushing=self._pushing), found)
        return True

    def _let_go_of_other_line(self, row: OutboxRow) -> None:
        """What was held for the same chat is not ours any more, but for what is being sent this moment."""
        other = self._lines.get((row.lane, row.rank != BULK))
        while other is not None and len(other) > 1:
            other.pop()

    def _follow(
        self, row: OutboxRow, held: list[int], now: datetime, to: str, connection: Connection
    ) -> None:
        """The group goes on as the chat `to`, and these messages for it with it."""
        store.release(connection, row.lane, held, first=row.id, not_before=now, why="moved")
        groups.move(Post(connection, now, pushing=self._pushing), row.lane, to)

    # -- what goes on beside -------------------------------------------------------------------------

    async def _recall(self) -> None:
        """Mark what a process killed before its commit had noted as sent, before anything is sent."""
        if self._ledger is not None and (marks := self._ledger.read()):
            await self._write(lambda connection: store.mark(connection, marks))
            self._ledger.burn(self._ledger.close_page())

    def _mark(self, mark: Mark) -> None:
        if self._ledger is not None and mark.state == "sent":
            self._ledger.note(mark)
        self._marks.append(mark)
        self._marked.set()

    async def _keep_marks(self) -> None:
        while True:
            await self._marked.wait()
            self._marked.clear()
            # The rest of a line can be claimed only when the outcome of its head is on record.
            more = not self._claimed.isdisjoint(mark.id for mark in self._marks)
            try:
                await self._write_marks(
                    self._database.ride if self._ledger and not more else self._database.write
                )
            except DatabaseUnusableError:
                log.exception("outcomes not written yet", extra={"action": "mark"})
                await asyncio.sleep(SWEEP_SECONDS)
                self._marked.set()
            if more:
                self._look.set()

    async def _settle_marks(self) -> None:
        """What was sent is on record before anything of its chat is sent elsewhere."""
        while True:
            try:
                return await self._write_marks(self._database.write)
            except DatabaseUnusableError:
                await asyncio.sleep(SWEEP_SECONDS)

    async def _write_marks(self, write: Callable[[Callable[[Connection], None]], Awaitable[None]]) -> None:
        async with self._marking:
            await self._write_all_marks(write)

    async def _write_all_marks(
        self, write: Callable[[Callable[[Connection], None]], Awaitable[None]]
    ) -> None:
        marks, self._marks = self._marks, []
        if not marks:
            return
        self._being_marked = len(marks)
        self._claimed.difference_update(mark.id for mark in marks)
        counts = self._meter.take()
        pages = self._ledger.close_page() if self._ledger else []

        def work(connection: Connection) -> None:
            store.mark(connection, marks)
            meters.add(connection, counts)

        try:
            await write(work)
        except BaseException:
            self._marks = marks + self._marks
            self._meter.give_back(counts)
            raise
        finally:
            self._being_marked = 0
        if self._ledger:
            self._ledger.burn(pages)

    async def _keep_claiming(self) -> None:
        while True:
            # Not wait_for: before Python 3.12 it may swallow the cancellation that ends us.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(SWEEP_SECONDS):
                    await self._look.wait()
            self._look.clear()
            try:
                found = await self._claim()
            except DatabaseUnusableError:
                log.exception("outbox not read", extra={"action": "claim"})
                continue
            if found:
                # The rest of a lane follows its head; look again as soon as these are out.
                self._look.set()
                await asyncio.sleep(0.02)

    async def _claim(self) -> bool:
        now = self._now()
        channels = list(self._channels)
        free = await self._database.reading(lambda c: store.is_any_free(c, channels, now))
        if not free:
            return False
        room = CLAIM - self._in_flight()
        # What is sent to many waits for room, so that a death repeats no more than that; nothing else does.
        limit, lowest = (room, BULK) if room > 0 else (CLAIM, REMINDER)
        rows = await self._database.write(
            lambda c: store.claim(c, me=self._me, channels=channels, now=now, limit=limit, lowest=lowest)
        )
        self._claimed.update(row.id for row in rows)
        self.take(rows)
        return bool(rows) or room <= 0

    def _in_flight(self) -> int:
        """Messages held, or sent without that being on record yet."""
        return sum(map(len, self._lines.values())) + len(self._marks) + self._being_marked

    async def _keep_beating(self) -> None:
        """Not behind the writer's work: whoever adds a thousand people to a mailing is not dead."""
        if self._database.is_sqlite:
            return  # a lock on the data folder keeps SQLite to one process
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            with contextlib.suppress(DatabaseUnusableError):
                await self._database.aside(lambda connection: store.beat(connection, self._me, self._now()))

    async def _keep_burying(self) -> None:
        while not self._database.is_sqlite:
            await asyncio.sleep(BEAT_SECONDS)
            with contextlib.suppress(DatabaseUnusableError):
                await self._bury()

    async def _bury(self, first: bool = False) -> None:
        now = self._now()
        silent = timedelta(0) if self._database.is_sqlite and first else SILENT

        def work(connection: Connection) -> None:
            store.beat(connection, self._me, now)
            # Paused ones at the start only: that reads the whole table, and waiting again they are freed.
            states = UNSENT if first else UNSENT[:1]
            if store.bury(connection, me=self._me, now=now, silent=silent, states=states):
                store.drop_superseded(connection, now)

        await self._write(work)
        self._look.set()

    async def _write(self, work: Callable[[Connection], T]) -> T:
        while True:
            try:
                return await self._database.write(work)
            except DatabaseUnusableError:
                log.exception("database not usable, trying again", extra={"action": "outbox-write"})
                await asyncio.sleep(SWEEP_SECONDS)
