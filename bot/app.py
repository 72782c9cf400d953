"""The one place where the parts meet. DESIGN §2: everything is built here and handed to who needs it."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.channels.base import Channel, Inbound, Receipt
from bot.channels.web import WebChannel
from bot.clock import MovableClock
from bot.desk import Desk, House
from bot.door import Door, cleaned
from bot.entrances import Entrances
from bot.inbox import Inbox
from bot.ledger import Ledger
from bot.links import Links, enclosed
from bot.media import MediaStore
from bot.outbox import Outbox
from bot.pictures import Pictures
from bot.plans import desk_rules_of, plan_of, plans_of, reminding_of
from bot.sample_time import SampleTime
from bot.scheduler import Scheduler, Tick
from bot.settings import AlertSettings, PlatformSettings, Settings
from bot.talking import Traits
from bot.turn import Turns
from bot.unit_desk import UnitDesk, UnitHouse
from domain.masking import Masker
from domain.spikes import SpikeRule
from domain.topics import DEFAULT_TOPICS
from office import (
    alerting,
    answers,
    attention,
    auditing,
    data_rights,
    digests,
    feed,
    focusing,
    gaps,
    leaves,
    mailing,
    meetings,
    mutes,
    periods,
    polls,
    quotas,
    referrals,
    reminding,
    rota,
    spikes,
    still,
    tasks,
    unlinking,
)
from office.layouts import LAYOUTS
from office.obligations import forget_old, is_any_old, keep_lists
from office.post import Post
from office.rules import Rules
from office.sample import officer as sample_officer
from office.sample import unit_page as sample_unit_page
from storage import (
    alerts,
    console,
    directory,
    inbox,
    mailings,
    matters,
    meta,
    obligations,
    outbox,
    people,
    reminders,
    shifts,
    talks,
)
from storage import meetings as meeting_rows
from storage import mutes as mute_rows
from storage import polls as poll_rows
from storage import referrals as referral_rows
from storage import tasks as task_rows
from storage.database import Database, DatabaseUnusableError
from storage.outbox import OutboxRow
from web.console.asked import Console
from web.console.pages import console_routes
from web.feed import feed_routes
from web.files import Enclosed, file_routes
from web.health import State, health_routes
from web.pages import Chat, chat_routes, not_found
from web.referral_page import referral_routes

log = logging.getLogger(__name__)

T = TypeVar("T")

KEEP_TRANSPORT = timedelta(days=7)
"""Answered inbox and delivered outbox rows (DOMAIN §7)."""

STALE_CHANNEL = timedelta(seconds=90)
"""Three polls or webhook checks that did not come back; sends do not count (DESIGN §8)."""

OWN_DATA_OPEN = timedelta(days=1)
"""How long the address of somebody's own data opens: long enough to be opened on the way home."""

OVERDUE = timedelta(seconds=60)
WEB_KEY = "web_key"


def rules_of(settings: Settings) -> Rules:
    """The office's rules as the operator has set them."""

    def minutes(value: int) -> timedelta:
        return timedelta(minutes=value)

    return Rules(
        editable=minutes(settings.reports.editable_minutes),
        to_coordinators=minutes(settings.alerts.coordinators_after_minutes),
        to_leader=minutes(settings.alerts.leader_after_minutes),
        repeat=minutes(settings.alerts.repeat_minutes),
        gather=timedelta(seconds=settings.alerts.gather_seconds),
        calm=minutes(settings.alerts.attention_minutes),
        still=minutes(settings.alerts.still_minutes),
        still_repeat=minutes(settings.alerts.still_repeat_minutes),
        duty_phone=settings.alerts.phone,
        nudge=minutes(settings.drafts.nudge_minutes),
        nudge_urgent=minutes(settings.drafts.urgent_nudge_minutes),
        keep_draft=timedelta(hours=settings.drafts.keep_hours),
        zone=settings.calendar.zone,
    )


def spike_rule_of(given: AlertSettings) -> SpikeRule:
    """When a topic is suddenly on many lips, as the operator has set it."""
    return SpikeRule(
        given.spike_hours,
        given.spike_least,
        given.spike_times,
        given.spike_voices,
        given.spike_weeks,
        given.spike_known_days,
        given.spike_over_percent,
    )


def house_of(settings: Settings) -> House:
    """What conversations need to know of the settings."""
    off = set(settings.topics.disabled)
    return House(
        rules_of(settings),
        tuple(topic for topic in DEFAULT_TOPICS if topic.code not in off),
        settings.privacy.contact or "",
        settings.privacy.keep_months,
        settings.reminders.silent_periods,
        settings.web.address,
    )


def unit_house_of(settings: Settings) -> UnitHouse:
    """What the page of a unit without an account needs to know of the settings."""
    return UnitHouse(
        settings.calendar.tz,
        settings.privacy.contact or "",
        settings.style.layout,
        settings.media.longest,
        settings.media.max_mb << 20,
    )


def channels_of(
    settings: Settings, database: Database, store: MediaStore, now: Callable[[], datetime], *, sample: bool
) -> dict[tuple[str, str], Channel]:
    """The channels that are switched on: the web always, others by their token."""
    web = WebChannel(
        database,
        store,
        key=database.write_now(web_key),
        now=now,
        sample=sample,
        max_file_mb=settings.media.max_mb,
        longest_side=settings.media.longest,
        secure=(settings.web.public_url or "").startswith("https://"),
    )
    channels: list[Channel] = [web]
    if not sample:
        channels += _telegram(settings, store, now)
        channels += _zalo(settings, database, now)
    return {(one.name, one.bot): one for one in channels}


def _telegram(settings: Settings, store: MediaStore, now: Callable[[], datetime]) -> list[Channel]:
    given = settings.telegram
    if not given.token:
        return []
    from bot.channels.telegram import TelegramChannel  # a heavy import nobody else should pay for

    return [
        TelegramChannel(
            **bot, now=now, max_file=settings.media.max_mb << 20, rate_per_group=given.rate_per_group,
            read=store.read,
        )
        for bot in _bots(given)
    ]  # fmt: skip


def _zalo(settings: Settings, database: Database, now: Callable[[], datetime]) -> list[Channel]:
    given = settings.zalo
    if not given.token:
        return []
    from bot.channels.zalo import ZaloChannel  # only those who use it pay for the import

    return [
        ZaloChannel(
            **bot, now=now, max_file=settings.media.max_mb << 20, monthly=given.monthly,
            photo_hosts=given.photo_hosts, alone=database.alone,
        )
        for bot in _bots(given)
    ]  # fmt: skip


def _bots(given: PlatformSettings) -> Iterator[dict[str, Any]]:
    """What every bot of a platform is told, whichever platform it is."""
    from bot.channels.platform import bot_of

    secret = given.webhook_secret.get_secret_value() if given.webhook_secret else None
    for token in (one.get_secret_value() for one in given.token):
        yield {
            "token": token,
            "base_url": given.base_url,
            "mode": given.mode,
            "webhook_url": given.webhook_of(bot_of(token)),
            "webhook_secret": secret,
            "rate": given.rate,
            "rate_per_chat": given.rate_per_chat,
            "proxy": given.proxy,
        }


def _enclosing(connection: Connection, id: int, now: datetime) -> OutboxRow | None:
    """The message whose file may still be opened: its person is still there, and one's own data lie open for
    a day only."""
    row = outbox.find(connection, id)
    if row is None or not people.places_at(connection, [row.lane]):
        return None
    is_old = now - row.created_at > OWN_DATA_OPEN
    return None if is_old and row.body.get("document") else row


def web_key(connection: Connection) -> str:
    """The installation's own key for cookies, the same in every process on this database."""
    return meta.settle(connection, WEB_KEY, secrets.token_hex(32))


def masker_of(settings: Settings, database: Database) -> Masker:
    """A masker that knows the operator's own places."""
    names = [unit.name for unit in database.read(directory.all_units)]
    return Masker(allow=settings.masking.allow, places=names)


@contextlib.contextmanager
def only_process(folder: Path) -> Iterator[None]:
    """Keep a second process off an embedded database. Raises BlockingIOError when one is running."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / "run.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


class App:
    """One running process."""

    def __init__(
        self, settings: Settings, database: Database, now: Callable[[], datetime], *, sample: bool = False
    ) -> None:
        """Build everything; nothing runs before `running`. The database is migrated already."""
        self.me = secrets.token_hex(8)
        self.database = database
        self.now = now
        self._store = MediaStore(settings.data.folder / "media")
        self.channels = channels_of(settings, database, self._store, now, sample=sample)
        ledger = Ledger(settings.data.folder / "sent") if database.is_sqlite else None
        key = database.write_now(web_key)
        links = Links(key, settings.web.public_url)
        self._links = links
        self.outbox = Outbox(
            database,
            self.channels,
            me=self.me,
            now=now,
            ledger=ledger,
            zone=settings.calendar.tz,
            link=links.to,
        )
        pushing = frozenset(one.name for one in self.channels.values() if one.caps.push)
        self.reminding = reminding_of(settings, pushing)
        if sample:  # nobody waits a quarter of an hour before the page
            self.reminding = replace(self.reminding, spread=timedelta())
        ways_in = Entrances(self.channels.values(), settings.web.address)
        self.desk_rules = desk_rules_of(settings, self.reminding, key)
        desk = Desk(house_of(settings), self.reminding, plans_of(settings), ways_in, self.desk_rules)
        self.turns = Turns(desk, self._traits(), me=self.me)
        self._care = leaves.Care(self.reminding, settings.calendar.confirmed_years)
        self._spike = spike_rule_of(settings.alerts)
        self._masker = masker_of(settings, database)
        self._is_ending = False
        self.inbox = Inbox(database, Door(self._masker), self.turns, self.outbox.take, now=now)
        self._unit_desk = UnitDesk(
            database,
            self._store,
            self._masker,
            self.desk_rules,
            unit_house_of(settings),
            self.outbox.take,
            key=key,
            me=self.me,
            pushing=pushing,
            now=now,
        )
        self._pictures = Pictures(
            database,
            self._store,
            self.channels,
            self.outbox.take,
            now=now,
            me=self.me,
            longest=settings.media.longest,
            max_bytes=settings.media.max_mb << 20,
        )
        rules = rules_of(settings)
        limits = {key: channel.caps.per_month for key, channel in self.channels.items()}
        linked = timedelta(days=settings.privacy.link_days)

        def is_link_due(connection: Connection, at: datetime) -> bool:
            return unlinking.is_any_due(connection, at, linked)

        ticks = [
            Tick("alerts", 1, lambda post: alerting.step_alerts(post, rules), alerts.is_any_due),
            Tick("stills", 1, lambda post: still.ask_due(post, rules), alerts.is_any_still_due),
            Tick("attention", 5, self._tell_gathered, self._is_attention_due),
            Tick("mutes", 20, lambda post: mutes.end_due(post, self.reminding), mute_rows.is_any_due),
            Tick("hand-overs", 5, lambda post: rota.hand_over(post, settings.calendar.tz), shifts.is_any_due),
            Tick("polls", 3, lambda post: polls.tend(post, settings.calendar.tz), poll_rows.is_any_due),
            Tick("drafts", 2, self.turns.nudge, talks.is_any_due),
            Tick("lists", 60, keep_lists, obligations.is_any_due),
            Tick("reminders", 20, lambda post: reminding.remind(post, self.reminding), reminders.is_any_due),
            Tick("mailings", 2, lambda post: mailing.tend(post, self.reminding), mailings.is_any_due),
            Tick("openings", 60, self._tell_opened, mailings.is_any_begun),
            Tick("digests", 60, self._tell_digests, digests.is_any_due),
            Tick("spikes", 300, self._tell_spikes, self._is_spike_due),
            Tick("gaps", 600, self._tell_gaps, self._are_gaps_due),
            Tick("leaves", 300, self._tell_leaves, self._is_leave_due),
            Tick(
                "referrals",
                20,
                lambda post: referrals.remind(post, self.desk_rules),
                referral_rows.is_any_due,
            ),
            Tick(
                "meetings", 20, lambda post: meetings.remind(post, self.desk_rules), meeting_rows.is_any_due
            ),
            Tick("tasks", 20, lambda post: tasks.remind(post, self.desk_rules), task_rows.is_any_due),
            Tick(
                "asking again",
                300,
                lambda post: answers.ask_again(post, self.desk_rules),
                matters.is_any_to_ask_again,
            ),
            Tick(
                "quotas",
                300,
                lambda post: quotas.tell(post, limits, settings.calendar.tz),
                lambda *_: any(limits.values()),
            ),
            Tick("erasures", 60, data_rights.erase_due, people.is_any_erasure_due),
            Tick("links", 300, lambda post: unlinking.end_due(post, linked), is_link_due),
            Tick("periods", 3600, lambda post: _extend_periods(post, settings), periods.is_any_due),
            Tick("forgetting", 600, _forget, _is_any_forgotten),
            Tick("old lists", 3600, forget_old, is_any_old),
            Tick("old audit", 3600, auditing.forget_old, auditing.is_any_old),
        ]
        self.scheduler = Scheduler(database, ticks, self.outbox.take, me=self.me, pushing=pushing, now=now)
        self.asgi = Starlette(routes=self._routes(settings, sample), exception_handlers={404: not_found})
        self.asgi.state.sample = sample

    def _tell_opened(self, post: Post) -> None:
        focusing.tell_opened(post, self.reminding)

    def _tell_digests(self, post: Post) -> int:
        return digests.tell_digests(post, self.reminding, self.turns.desk.house.silent_periods)

    def _tell_gathered(self, post: Post) -> int:
        return attention.tell_gathered(post, self.turns.desk.house.rules, self.reminding)

    def _is_attention_due(self, connection: Connection, now: datetime) -> bool:
        return attention.is_any_due(connection, now, self.reminding)

    def _tell_spikes(self, post: Post) -> int:
        return spikes.tell(post, self._spike, self.reminding)

    def _is_spike_due(self, connection: Connection, now: datetime) -> bool:
        return spikes.is_any_due(connection, now, self._spike, self.reminding)

    def _tell_gaps(self, post: Post) -> int:
        return gaps.tell(post, self.reminding)

    def _are_gaps_due(self, connection: Connection, now: datetime) -> bool:
        return gaps.is_any_due(connection, now, self.reminding)

    def _tell_leaves(self, post: Post) -> None:
        leaves.tell(post, self._care)

    def _is_leave_due(self, connection: Connection, now: datetime) -> bool:
        return leaves.is_any_due(connection, now, self._care)

    def _traits(self) -> dict[str, Traits]:
        return {
            channel.name: Traits(
                not channel.caps.buttons, channel.caps.edit, channel.caps.abroad, channel.caps.per_month > 0
            )
            for channel in self.channels.values()
        }

    def _routes(self, settings: Settings, sample: bool) -> list[BaseRoute]:
        web = next(one for one in self.channels.values() if isinstance(one, WebChannel))
        clock = None
        if isinstance(self.now, MovableClock):
            clock = SampleTime(self.database, self.now, settings.calendar.tz, self.scheduler.tick)
        chat = Chat(
            sample, settings.media.max_mb, web.visitor, web.seated, self._unit_name, clock, self._unit_page
        )
        own = [route for one in self.channels.values() for route in one.routes(self._receive)]
        files = [*feed_routes(self._feed), *file_routes(self._file), *referral_routes(self._unit_desk)]
        self.console = self._console(settings, sample)
        pages = [*console_routes(self.console), *chat_routes(chat)]
        return [*own, *health_routes(self._writes, self._state), *files, *pages]

    def _console(self, settings: Settings, sample: bool) -> Console:
        return Console(
            self.database,
            self._do,
            self.now,
            key=self.database.write_now(web_key),
            secure=(settings.web.public_url or "").startswith("https://"),
            reminding=self.reminding,
            least_active=settings.privacy.min_reporters,
            is_ending=lambda: self._is_ending,
            identifies=lambda text: self._masker.mask(text).places > 0,
            kept=self._kept,
            guest=sample_officer if sample else None,
            heard=self._heard,
            plain=cleaned,
            desk=self.desk_rules,
            rules=rules_of(settings),
            layout=LAYOUTS[settings.style.layout],
            contact=settings.privacy.contact or "",
        )

    def _heard(self, text: str) -> tuple[str, bool]:
        plain = cleaned(text)
        masked = self._masker.mask(plain).text
        return masked, masked != plain

    async def _kept(self, name: str) -> bytes | None:
        try:
            return await asyncio.to_thread(self._store.read, name)
        except FileNotFoundError:
            return None

    async def _do(self, act: Callable[[Post], T]) -> T:
        """Carry out an act of a page, and have sent what it owes."""

        def work(connection: Connection) -> tuple[T, list[OutboxRow]]:
            post = Post(connection, self.now(), self.me, self.reminding.zone, pushing=self.reminding.pushing)
            done = act(post)
            post.owe()
            return done, post.held

        done, owed = await self.database.write(work)
        self.outbox.take(owed)
        return done

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Everything runs inside; what is under way is finished on leaving."""
        await self.outbox.enlist()
        work = {"outbox": self.outbox.run, "inbox": self.inbox.run, "pictures": self._pictures.run}
        tasks = [asyncio.create_task(self._keep_up(name, one)) for name, one in work.items()]
        self.scheduler.start()
        tasks += [asyncio.create_task(self._listen(one)) for one in self.channels.values()]
        try:
            yield
        finally:
            self.scheduler.stop()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self.outbox.close()
            for channel in self.channels.values():
                await channel.close()

    @staticmethod
    async def _keep_up(name: str, run: Callable[[], Awaitable[None]]) -> None:
        """One part's work; what nobody foresaw stops it for a moment, not for good."""
        while True:
            try:
                await run()
            except Exception:
                log.exception("%s stopped", name, extra={"action": "part-stopped"})
                await asyncio.sleep(1)

    async def end_streams(self) -> None:
        """Open pages are let go; they ask again by themselves."""
        self._is_ending = True
        for channel in self.channels.values():
            if isinstance(channel, WebChannel):
                await channel.close()

    async def _receive(self, inbounds: Sequence[Inbound]) -> list[Receipt]:
        """As `Inbox.receive`, for all channels; pictures that came along are fetched at once."""
        receipts = await self.inbox.receive(inbounds)
        if any(one.media for one in inbounds):
            self._pictures.look()
        return receipts

    async def _listen(self, channel: Channel) -> None:
        """One channel's listening; whatever happens to it, the others go on (DESIGN §4.8)."""
        while True:
            try:
                await channel.receive(self._receive)
            except Exception:
                channel.health.ok, channel.health.why = False, "stopped, starting again"
                log.exception("channel stopped", extra={"action": "channel-down", "channel": channel.name})
                await asyncio.sleep(5)

    # -- what pages ask ------------------------------------------------------------------------------

    async def _feed(self, token: str) -> bytes | None:
        now = self.now()
        return await self.database.reading(lambda c: feed.feed(c, token, now))

    async def _file(self, token: str) -> Enclosed | None:
        id = self._links.read(token)
        if id is None:
            return None
        row = await self.database.reading(lambda c: _enclosing(c, id, self.now()))
        return await asyncio.to_thread(enclosed, row.body, self._store.read) if row else None

    async def _unit_name(self) -> str:
        units = await self.database.reading(directory.all_units)
        return units[0].name if units else ""

    async def _unit_page(self) -> str | None:
        return await self.database.reading(lambda c: sample_unit_page(c, self.desk_rules))

    async def _writes(self) -> bool:
        now = self.now()
        try:
            async with asyncio.timeout(5):
                await self.database.write(lambda c: outbox.beat(c, self.me, now))
        except (DatabaseUnusableError, TimeoutError):
            return False
        return True

    async def _state(self) -> State:
        now, state = self.now(), State()
        for (name, bot), channel in self.channels.items():
            health = channel.health
            state.channels[f"{name}:{bot}"] = {"ok": health.ok, "why": health.why} | health.facts
            if not health.ok:
                state.reasons.append(f"{name}: {health.why}")
            elif health.last_contact_at and datetime.now(UTC) - health.last_contact_at > STALE_CHANNEL:
                state.reasons.append(f"{name}: no word from its platform for {STALE_CHANNEL.seconds} s")
        try:
            state.counts, capped = await self.database.reading(
                lambda c: (_counts(c, now), reminding.is_capped(c, self.reminding, now))
            )
            if capped:
                state.reasons.append(f"reminders: stopped for today by the cap of {self.reminding.daily_cap}")
        except DatabaseUnusableError:
            state.reasons.append("the database cannot be read")
        for name in ("alerts_overdue", "outbox_overdue"):
            if state.counts.get(name):
                state.reasons.append(f"{name}: {state.counts[name]}")
        return state


def _counts(connection: Connection, now: datetime) -> dict[str, int]:
    return {
        "alerts_overdue": alerts.overdue_alerts(connection, now - OVERDUE),
        "outbox_overdue": outbox.overdue(connection, now - OVERDUE),
        "inbox_parked": inbox.count_parked(connection),
    }


def _extend_periods(post: Post, settings: Settings) -> None:
    """The coming periods of every unit, made some way ahead."""
    periods.extend_periods(post.connection, plan_of(settings, post.now), post.now)


def _is_any_forgotten(connection: Connection, now: datetime) -> bool:
    """Whether `_forget` has something to do."""
    before = now - KEEP_TRANSPORT
    return inbox.is_any_before(connection, before) or outbox.is_any_before(connection, before)


def _forget(post: Post) -> None:
    """Drop transport rows whose days are over."""
    inbox.forget_before(post.connection, post.now - KEEP_TRANSPORT)
    outbox.forget_before(post.connection, post.now - KEEP_TRANSPORT)
    console.forget_before(post.connection, post.now - KEEP_TRANSPORT)
