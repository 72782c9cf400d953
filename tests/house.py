"""A whole installation for tests: a unit with its people and the real machine, on any database.

async with house(database_url) as home:              # no Telegram
async with house(database_url, server) as home:      # a loopback Telegram or Zalo
    lan = await home.member(server.person(1), "collaborator")
"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import inf
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, or_, select, union_all

from bot.app import App, web_key
from bot.plans import desk_rules_of, plan_of, reminding_of
from bot.settings import Settings
from office import invites, joining
from office.post import Post
from office.sample import plant_sample
from storage.database import Database
from storage.reports import all_reports
from storage.tables import inbox, outbox, period, unit
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer
from tests.loopback.zalo import ZaloPerson, ZaloServer

PHONE = "0203 111 222"
WELCOME = {"x.cmd.baocao": "✍️ Gửi phản ánh", "x.cmd.khongphatsinh": "☑️ Không phát sinh"}
"""Buttons of the message that greets a new member."""


EVER = datetime.max.replace(tzinfo=UTC)
_WAITING = union_all(
    select(func.count()).select_from(inbox).where(inbox.c.state == "waiting"),
    select(func.count())
    .select_from(outbox)
    .where(
        outbox.c.state == "waiting",
        or_(outbox.c.not_before_at.is_(None), outbox.c.not_before_at <= bindparam("due_by")),
    ),
)


class MovableClock:
    """A clock that stands still until it is moved: for `house(..., now=clock)`."""

    def __init__(self, start: datetime = datetime(2026, 11, 19, 2, 0, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        """Let time pass: `minutes=10`, …"""
        self.now += timedelta(**by)


def found_unit(connection: Connection) -> int:
    """Ward "Phường Hoa Sen" below the province, with a duty phone and an open period."""
    province = connection.execute(
        insert(unit).values(code="TINH", name="Tỉnh Mẫu", type="tinh", territorial=True).returning(unit.c.id)
    ).scalar_one()
    ward = connection.execute(
        insert(unit)
        .values(
            code="HOASEN",
            name="Phường Hoa Sen",
            type="xa",
            parent_id=province,
            duty_phone=PHONE,
            territorial=True,
        )
        .returning(unit.c.id)
    ).scalar_one()
    connection.execute(
        insert(period).values(
            unit_id=ward,
            code="2026",
            name="năm 2026",
            start_at=datetime(2020, 1, 1, tzinfo=UTC),
            end_at=datetime(2100, 1, 1, tzinfo=UTC),
            due_at=datetime(2020, 3, 2, tzinfo=UTC),
            cutoff_at=datetime(2099, 12, 5, tzinfo=UTC),
        )
    )
    return int(ward)


@dataclass
class House:
    """A running installation and what tests ask of it."""

    app: App
    database: Database
    unit_id: int
    folder: Path
    server: TelegramServer | ZaloServer | None = None

    def code(self, role: str, unit_id: int | None = None) -> str:
        """A fresh invite code."""
        now = self.app.now()
        return self.database.write_now(
            lambda c: invites.invite(c, unit_id=unit_id or self.unit_id, role=role, now=now)
        ).code

    async def member(
        self,
        person: Person,
        role: str = "collaborator",
        unit_id: int | None = None,
        *,
        reminders: bool = False,
    ) -> Person:
        """Somebody who has joined on Telegram; how that goes: `tests/bot/test_flows_joining.py`."""
        person.was_told("Kênh Báo Nhanh của Phường Hoa Sen", WELCOME)
        await self.database.write(lambda c: self._join(c, person, role, unit_id or self.unit_id, reminders))
        return person

    def _join(self, connection: Connection, person: Person, role: str, unit_id: int, reminders: bool) -> None:
        now, bot = self.app.now(), person.server.token.partition(":")[0]
        channel, chat = (
            ("zalo", person.chat_id) if isinstance(person, ZaloPerson) else ("telegram", str(person.id))
        )
        invite = invites.invite(connection, unit_id=unit_id, role=role, now=now)
        found = invites.open_invite(connection, invite.code, "telegram:tests", now)
        assert found is not None
        joining.join(
            Post(connection, now),
            invite_id=found.id,
            lane=f"{channel}:{bot}:{chat}",
            channel=channel,
            bot=bot,
            chat=chat,
            lang="vi",
            consent=joining.Consent("1", "0" * 64, channel),
            reminders=reminders,
        )

    async def later(self, clock: MovableClock, **by: float) -> None:
        """Let time pass and do what has become due."""
        clock.move(**by)
        await self.tick()

    async def tick(self) -> None:
        """Do what is due, and send at once what it leaves to whoever looks next."""
        await self.app.scheduler.tick()
        self.app.outbox.look()

    async def quiet(self, within: float = 20.0, *, held_back: bool = False) -> None:
        """Wait until nothing is to be answered, and nothing due is to be sent; `held_back`: nor anything
        later. The database is asked after what this process commits, and now and then for what others do."""
        clock, asked_at, commits = asyncio.get_running_loop().time, -inf, -1
        end = clock() + within
        self.app.outbox.look()
        while True:
            news = commits != self.database.commits or clock() > asked_at + 0.1
            if news and not self._unheard():
                asked_at, commits = clock(), self.database.commits
                if not self.waiting(EVER if held_back else self.app.now()):
                    return
            assert clock() < end, "something is still waiting"
            await asyncio.sleep(0.005)

    def waiting(self, due_by: datetime = EVER) -> int:
        """How much is still to be heard, to be answered or to be sent (of what is due by an instant)."""
        return self._unheard() + self.database.read(
            lambda c: sum(c.execute(_WAITING, {"due_by": due_by}).scalars())
        )

    def _unheard(self) -> int:
        """What people have done on the platform that has not arrived yet."""
        if isinstance(self.server, TelegramServer):
            return len(self.server.updates.pending)
        return 0 if self.server is None or self.server.is_quiet else 1

    def reports(self) -> list[dict[str, Any]]:
        """Every report, as the export gives them."""
        return self.database.read(lambda c: list(all_reports(c)))

    def rows(self, table: Any) -> list[Any]:
        """Every row of a table, in order."""
        return self.database.read(lambda c: list(c.execute(select(table).order_by(*table.primary_key))))


def settings_for(
    url: str,
    folder: Path,
    server: TelegramServer | ZaloServer | None,
    *,
    reminders: dict[str, Any] | None = None,
    alerts: dict[str, Any] | None = None,
    public_url: str | None = None,
    **platform: Any,
) -> Settings:
    """Settings of a test installation."""
    raw: dict[str, Any] = {
        "database": {"url": url},
        "data": {"folder": str(folder)},
        "privacy": {"contact": "Bà Đầu Mối, 0203 333 444"},
        "alerts": {"phone": PHONE} | (alerts or {}),
        "reminders": reminders or {},
        "web": {"public_url": public_url} if public_url else {},
    }
    if server is not None:
        name = "zalo" if isinstance(server, ZaloServer) else "telegram"
        raw[name] = {
            "token": server.token, "base_url": server.base_url, "rate": 1000, "rate_per_chat": 1000,
        } | platform  # fmt: skip
        own = {"photo_hosts": ["127.0.0.1"]} if name == "zalo" else {"rate_per_group": 60_000}
        raw[name] = own | raw[name]
    return Settings.model_validate(raw)


def plant(database: Database, settings: Settings, now: datetime) -> None:
    """The sample unit, as the first `make run` plants it."""
    plan = plan_of(settings, now)
    rules = desk_rules_of(settings, reminding_of(settings, frozenset()), database.write_now(web_key))
    database.write_now(lambda c: plant_sample(c, plan, rules, now))


@contextlib.asynccontextmanager
async def house(
    url: str,
    server: TelegramServer | ZaloServer | None = None,
    now: Callable[[], datetime] | None = None,
    folder: Path | None = None,
    **platform: Any,
) -> AsyncIterator[House]:
    """A running installation on the migrated database `url`; its files in `folder`, else thrown away."""
    with tempfile.TemporaryDirectory() as own:
        folder = folder or Path(own)
        settings = settings_for(url, folder, server, **platform)
        database = Database(url)
        try:
            units = database.read(
                lambda c: c.execute(select(unit.c.id).where(unit.c.code == "HOASEN")).scalar()
            )
            unit_id = units or database.write_now(found_unit)
            app = App(settings, database, now or (lambda: datetime.now(UTC)))
            async with app.running():
                yield House(app, database, unit_id, folder, server)
        finally:
            await asyncio.to_thread(database.close)
