"""A whole town for a crash test: Telegram, a database, one or two processes, people and a duty officer.

People live in a closed loop: each waits for what a person would wait for, and does the next thing.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from office import invites
from storage import people as people_of
from storage.database import Database
from storage.reports import all_reports
from storage.tables import inbox, outbox, talk
from tests.crash.lives import Life, Nursery, free_port
from tests.house import PHONE, found_unit
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer
from tests.loopback.world import Message
from tests.loopback.zalo import ZaloPerson, ZaloServer

PATIENCE_S = 25.0
GIVEN_UP_S = 6 * PATIENCE_S
"""What a repeating poll gives again comes after everything new: hardly ever while many others write."""

UNMARKED_S = 5.0
"""A send whose outcome was still to be written down when the process died: 50 ms, more on a busy machine."""

Server = TelegramServer | ZaloServer
Wanted = str | Callable[[Message], bool]

TONES = {"Đồng tình": "approve", "Băn khoăn": "uneasy", "Bức xúc": "aggrieved", "Chưa rõ thái độ": "unclear"}


@dataclass
class Filed:
    """A report somebody was told is safe."""

    person: Person
    said: str
    tone: str
    urgent: bool


@dataclass
class Verdict:
    """What a scenario came to."""

    filed: int
    kills: int
    duplicates: int
    wrong: list[str]
    operations: int = 0
    swallowed: int = 0
    """Messages that had to be typed again."""


class Town:
    """What a scenario plays in: `lives` are the processes, `filed` is what people were told is safe."""

    def __init__(self, url: str, server: Server, lives: list[Life], chance: random.Random) -> None:
        self.url, self.server, self.lives, self.chance = url, server, lives, chance
        self.filed: list[Filed] = []
        self.wrong: list[str] = []
        self.swallowed = 0
        self._count = 0

    async def settle(self, people: int) -> list[Person]:
        """Start every life, and let people and a duty officer join."""
        for life in self.lives:
            await life.start()
        folk = [self.server.person(1001 + number) for number in range(people)]
        codes = await asyncio.to_thread(self._found, people)
        await asyncio.gather(*map(self._join, [self.server.person(2001), *folk], codes))
        return folk

    def _found(self, people: int) -> list[str]:
        database = Database(self.url, checkpoints=False)
        try:
            unit = database.write_now(found_unit)
            return [
                database.write_now(
                    lambda c, role=role: invites.invite(c, unit_id=unit, role=role, now=datetime.now(UTC))
                ).code
                for role in ["duty", *["collaborator"] * people]
            ]
        finally:
            database.close()

    def gather(self, people: int) -> tuple[Person, list[Person]]:
        """A coordinator and so many collaborators who have joined already."""
        database = Database(self.url, checkpoints=False)
        bot, now = self.server.token.partition(":")[0], datetime.now(UTC)
        folk = [self.server.person(3000 + number) for number in range(people + 1)]

        def work(connection: Connection) -> None:
            unit = found_unit(connection)
            for number, one in enumerate(folk):
                self.server.chats[one.id] = one.chat
                role, chat = ("collaborator" if number else "coordinator"), str(one.id)
                id = people_of.add_person(
                    connection, unit_id=unit, label=None, lang="vi", reminders=False, now=now
                )
                people_of.add_membership(connection, person_id=id, unit_id=unit, role=role, label=None)
                people_of.add_address(
                    connection, person_id=id, lane=f"telegram:{bot}:{chat}", channel="telegram", bot=bot,
                    chat=chat, now=now,
                )  # fmt: skip

        try:
            database.write_now(work)
        finally:
            database.close()
        return folk[0], folk[1:]

    async def _join(self, person: Person, code: str) -> None:
        await self._until(person, lambda: person.start(code), "Để tham gia Tổ CTV")
        await self._until(person, lambda: person.tap("Tôi đồng ý"), "Nhắc qua tin nhắn")
        await self._until(person, lambda: person.tap("Không cần nhắc"), "Kênh Báo Nhanh")

    async def _until(self, person: Person, act: Callable[[], Awaitable[Message]], wanted: Wanted) -> None:
        """Do it until it is answered: again where a poll took it along when its process died."""
        said, end = await act(), time.monotonic() + GIVEN_UP_S
        while time.monotonic() < end:
            with contextlib.suppress(AssertionError):
                await person.expects(wanted, 1.0 if self._swallows else PATIENCE_S)
                return
            if await self._is_swallowed(person, said):
                self.swallowed += 1
                said = await act()
        raise AssertionError(f"{wanted!r} did not come:\n{person.show()}")

    @property
    def _swallows(self) -> bool:
        server = self.server
        return isinstance(server, ZaloServer) and not server.webhook and server.delivers == "once"

    async def _is_swallowed(self, person: Person, said: Message) -> bool:
        """Whether the server has given it away and nobody has it."""
        if not (self._swallows and isinstance(person, ZaloPerson) and person.server.is_quiet):
            return False
        key = person.key_of(said)
        database = Database(self.url, checkpoints=False)
        try:
            taken = await database.reading(
                lambda c: c.execute(select(inbox.c.id).where(inbox.c.update_key == key)).first()
            )
        finally:
            await asyncio.to_thread(database.close)
        return taken is None

    async def report(self, person: Person, tone: str = "", urgent: bool | None = None) -> None:
        """One report, to the receipt; half of the people tap Gửi before the card is redrawn."""
        self._count += 1
        said = f"Rác ở chợ Hoa Sen chưa ai dọn, việc thứ {self._count}."
        tone = tone or self.chance.choice(list(TONES))
        urgent = self.chance.random() < 0.25 if urgent is None else urgent
        if isinstance(person, ZaloPerson):
            return await self._report_in_lines(person, said, tone, urgent)
        await person.say(said)
        card = await person.expects(lambda m: "CHƯA GỬI" in m.text and said in m.text, PATIENCE_S)
        if urgent:
            await person.tap("🔴 Khẩn", card)
            card = await person.expects(lambda m: m.shows("Gửi khẩn") and said in m.text, PATIENCE_S)
        await person.tap(tone, card)
        if self.chance.random() < 0.5:
            card = await person.expects(lambda m: said in m.text and _is_chosen(m, tone), PATIENCE_S)
        await person.tap("🔴 Gửi khẩn" if card.shows("🔴 Gửi khẩn") else "✅ Gửi", card)
        await person.expects(lambda m: said in m.text and "mã PA-" in m.text, PATIENCE_S)
        self.filed.append(Filed(person, said, TONES[tone], urgent))

    async def _report_in_lines(self, person: ZaloPerson, said: str, tone: str, urgent: bool) -> None:
        """One report where there is nothing to press: the words, then one line."""
        await self._until(person, lambda: person.say(said), lambda m: "CHƯA GỬI" in m.text and said in m.text)
        line = f"{'khẩn ' if urgent else ''}{tone} gửi"
        await self._until(person, lambda: person.say(line), lambda m: said in m.text and "mã PA-" in m.text)
        self.filed.append(Filed(person, said, TONES[tone], urgent))

    # -- the judge -----------------------------------------------------------------------------------

    async def judge(self) -> Verdict:
        """Wait until nothing is owed any more, then compare what people were told with what is there."""
        database = Database(self.url, checkpoints=False)
        try:
            await self._quiet(database)
            self._compare(database)
        finally:
            await asyncio.to_thread(database.close)
        kills = sum(len(life.deaths) for life in self.lives)
        if self.swallowed > kills:
            self.wrong.append(f"{self.swallowed} messages were swallowed by {kills} kills")
        return Verdict(len(self.filed), kills, self._duplicates(), self.wrong, swallowed=self.swallowed)

    async def _quiet(self, database: Database) -> None:
        """Wait for as long as it gets less."""
        for table in (inbox, outbox):
            waiting = select(func.count()).select_from(table).where(table.c.state == "waiting")
            least, until = None, 0.0
            while left := await database.reading(lambda c, query=waiting: c.execute(query).scalar_one()):
                if least is None or left < least:
                    least, until = left, time.monotonic() + PATIENCE_S
                if time.monotonic() > until:
                    self.wrong.append(f"{left} {table.name} rows still wait")
                    return
                await asyncio.sleep(0.02)

    def _compare(self, database: Database) -> None:
        stored = defaultdict(list)
        for report in database.read(lambda c: list(all_reports(c))):
            stored[report["said"]].append(report)
        for one in self.filed:
            found = stored.pop(one.said, [])
            if len(found) != 1:
                self.wrong.append(f"{'lost' if not found else 'doubled'}: {one.said}")
            elif (found[0]["tone"], found[0]["level"] == "urgent") != (one.tone, one.urgent):
                self.wrong.append(f"answers differ: {one.said} {found[0]}")
            receipts = [
                m for m in one.person.screen if m.by_bot and one.said in m.text and "mã PA-" in m.text
            ]
            if not receipts:
                self.wrong.append(f"no receipt on the screen: {one.said}")
        self.wrong += [f"filed though nobody was told: {said}" for said in stored]
        left = database.read(lambda c: list(c.execute(select(talk.c.lane, talk.c.flow))))
        self.wrong += [f"a talk came back: {lane} {flow}" for lane, flow in left]
        failed = database.read(lambda c: list(c.execute(select(outbox).where(outbox.c.state == "failed"))))
        self.wrong += [f"given up: {row.error}" for row in failed]
        parked = database.read(lambda c: list(c.execute(select(inbox.c.id).where(inbox.c.state == "parked"))))
        self.wrong += [f"parked: {id}" for (id,) in parked]

    def _duplicates(self) -> int:
        """New messages sent twice. Each must be explained by a death right after it was sent."""
        deaths = sorted(at for life in self.lives for at in life.deaths)
        before: dict[Any, float] = {}
        count = 0
        for call in self.server.calls:
            if call.method != "sendMessage" or not call.ok:
                continue
            what = (call.given.get("chat_id"), call.given.get("text"), str(call.given.get("reply_markup")))
            sent = before.get(what)
            before[what] = call.at
            if sent is None or "đã qua" in what[1]:
                continue
            count += 1
            if not any(sent <= death <= sent + UNMARKED_S for death in deaths):
                self.wrong.append(f"sent twice without need, {call.at - sent:.1f} s apart: {what[1][:60]!r}")
        return count


def _is_chosen(message: Message, tone: str) -> bool:
    return any("●" in button["text"] and tone in button["text"] for row in message.rows for button in row)


def settings_of(url: str, folder: Path, server: Server, port: int, *, webhook: bool) -> dict[str, Any]:
    """What the program is started with."""
    name = "zalo" if isinstance(server, ZaloServer) else "telegram"
    platform: dict[str, Any] = {
        "token": server.token, "base_url": server.base_url, "rate": 1000, "rate_per_chat": 1000,
    }  # fmt: skip
    if webhook:
        platform |= {
            "mode": "webhook",
            "webhook_url": f"https://bot.example.vn/{name}/{{bot}}",
            "webhook_secret": "a-secret-for-the-crash-tests",
        }
    return {
        "database": {"url": url},
        "data": {"folder": str(folder)},
        "privacy": {"contact": "Bà Đầu Mối, 0203 333 444"},
        "alerts": {"phone": PHONE},
        "web": {"port": port},
        name: platform,
    }


@contextlib.asynccontextmanager
async def town(url: str, nursery: Nursery, *, seed: int, zalo: str = "") -> AsyncIterator[Town]:
    """One polling process on SQLite, two webhook processes, each its turn, on PostgreSQL. `zalo`: not
    Telegram but Zalo, whose polls give an update "once" or "again"."""
    webhook = not url.startswith("sqlite")
    ports = [free_port() for _ in range(2 if webhook else 1)]
    async with ZaloServer(delivers=zalo, gap_s=0.04) if zalo else TelegramServer() as server:
        server.proxies = [f"http://127.0.0.1:{port}" for port in ports]
        with tempfile.TemporaryDirectory(prefix="bn-crash-") as name:
            folder = Path(name)
            lives = [
                Life(
                    nursery, settings_of(url, folder, server, port, webhook=webhook), folder / f"log{number}"
                )
                for number, port in enumerate(ports)
            ]
            made = Town(url, server, lives, random.Random(seed))
            try:
                yield made
            except BaseException as error:
                for log in folder.glob("log*"):  # noqa: ASYNC240  small, and the test is over
                    error.add_note(f"--- {log.name}\n{log.read_text()[-3000:]}")
                raise
            finally:
                for life in lives:
                    await life.kill()
