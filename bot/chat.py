"""`baonhanh chat`: one person's talk in the terminal, on the installation's own database, without network.

Everything is the real machine's: door, inbox, turns, outbox. A running process beside it sends what is owed
to others (alerts), and this one only what is owed to its own terminal.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import sys
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import Connection

from bot.acts import Acts
from bot.answer import Answer
from bot.app import house_of, masker_of, web_key
from bot.channels.terminal import CHAT, NAME, TerminalChannel
from bot.clock import Clock, system_clock
from bot.desk import Desk
from bot.door import Door, invite_code
from bot.entrances import Entrances
from bot.inbox import Inbox
from bot.outbound import outbound
from bot.plans import desk_rules_of, plans_of, reminding_of
from bot.seat import OpenTalk, Seat
from bot.settings import Settings
from bot.talking import Traits
from bot.turn import Turns
from messages import Say, catalogue, say
from office import invites
from office.post import Post
from storage import audit, outbox, people, talks
from storage.database import Database
from storage.outbox import Mark, OutboxRow

GOLDEN_CODE = "BCDFGHJKLM"
"""The invite code golden talks are written with: a real one has no place in a file."""

EXPECTED = 60
"""Characters of an answer that a saved talk expects again."""


class CannotChatError(Exception):
    """Nobody to talk as; `sentence` is for the terminal."""

    def __init__(self, sentence: Say) -> None:
        """One line."""
        super().__init__(sentence.id)
        self.sentence = sentence


def play(
    settings: Settings,
    who: str,
    save: Path | None = None,
    *,
    clock: Clock = system_clock,
    lines: Iterable[str] | None = None,
    write: Callable[[str], object] = print,
) -> None:
    """Talk as the person `who` (label, CTV-17) or as whoever holds the invite code `who`, until input ends.

    `save` writes what was said as a golden talk. Raises CannotChatError, DatabaseUnusableError.
    """
    database = Database(settings.database.url, checkpoints=False)
    try:
        golden = asyncio.run(_play(settings, database, who, clock, lines or sys.stdin, write))
    finally:
        database.close()
    if save is not None:
        save.write_text(golden, encoding="utf-8")


async def _play(
    settings: Settings,
    database: Database,
    who: str,
    clock: Clock,
    lines: Iterable[str],
    write: Callable[[str], object],
) -> str:
    first = await database.write(lambda c: _first_line(c, who, clock))
    async with terminal(settings, database, clock, write) as chat:
        if isinstance(first, int):
            await chat.sit_down(first)
            write(catalogue("vi").render(say("chat-hint")))
        else:
            await chat.say(first)
        source = iter(lines)
        while (line := await asyncio.to_thread(next, source, None)) is not None:
            await chat.say(line.rstrip("\r\n"))
    return chat.golden("member" if isinstance(first, int) else "stranger")


def _first_line(connection: Connection, who: str, clock: Clock) -> int | str:
    """The person meant by `who`, or the line with which the holder of a code begins."""
    number = who.upper().removeprefix("CTV-")
    found = people.people_called(connection, who)
    if not found and number.isdigit() and people.is_here(connection, int(number)):
        found = [int(number)]
    if len(found) > 1:
        labels = ", ".join(f"CTV-{one}" for one in found)
        raise CannotChatError(say("chat-several", n=len(found), who=who, labels=labels))
    if found:
        audit.note(connection, "chatted-as", f"CTV-{found[0]}", now=clock())
        return found[0]
    code = invite_code(who)
    if code is None or invites.open_invite(connection, code, f"{NAME}::{CHAT}", clock()) is None:
        raise CannotChatError(say("chat-nobody", who=who))
    return f"/start {code}"


@dataclass
class TerminalChat:
    """A person at a terminal. `said` are the steps so far, as golden talks write them."""

    database: Database
    channel: TerminalChannel
    inbox: Inbox
    clock: Clock
    said: list[dict[str, Any]] = field(default_factory=list)
    decided: list[object] = field(default_factory=list)
    """What the talks of the last line have decided."""

    @property
    def lane(self) -> str:
        """Its place among all chats."""
        return f"{NAME}:{self.channel.bot}:{CHAT}"

    async def sit_down(self, person_id: int) -> None:
        """Sit here as a member."""
        now = self.clock()
        await self.database.write(
            lambda c: people.add_address(
                c, person_id=person_id, lane=self.lane, channel=NAME, bot=self.channel.bot, chat=CHAT, now=now
            )
        )

    async def get_up(self) -> None:
        """Leave nothing open behind: nobody will ever read here again."""
        now = self.clock()

        def work(connection: Connection) -> None:
            outbox.readdress(connection, self.lane, "removed", now, pushing=())
            people.forget_address(connection, self.lane)
            talks.end_talks_at(connection, [self.lane])
            outbox.fail_lane(connection, self.lane, now=now, why="the terminal was closed")

        await self.database.write(work)

    async def say(self, line: str) -> list[str]:
        """Type a line; gives what is answered, after it was shown."""
        self.decided.clear()
        before = await self._open_talks()
        raw = {"key": secrets.token_hex(8), "text": line}
        await self.inbox.receive(self.channel.parse(raw))
        texts = [row.body["text"] for row in await self.show()]
        self._note(line, texts, ended=bool(before - await self._open_talks()))
        return texts

    async def show(self) -> list[OutboxRow]:
        """Show what is owed to this terminal."""
        shown: list[OutboxRow] = []
        while rows := await self.database.write(self._take):
            for row in rows:
                for part in outbound(row, self.channel.caps):
                    await self.channel.send(part)
            shown += rows
        return shown

    def _take(self, connection: Connection) -> list[OutboxRow]:
        now = self.clock()
        bot = self.channel.bot
        rows = outbox.claim(connection, me=bot, channels=[(NAME, bot)], now=now, limit=50)
        if rows:
            outbox.mark(connection, [Mark(row.id, "sent", now) for row in rows])
        return rows

    async def _open_talks(self) -> set[int]:
        open_talks = await self.database.reading(lambda c: talks.open_talks(c, [self.lane]))
        return {row.id for row in open_talks.get(self.lane, ())}

    def _note(self, line: str, texts: list[str], *, ended: bool) -> None:
        command, _, rest = line.partition(" ")
        shown = f"{command} {GOLDEN_CODE}" if command == "/start" and rest else line
        step: dict[str, Any] = {"say": GOLDEN_CODE if invite_code(line) else shown}
        if texts:
            step["expect"] = [texts[-1].strip().partition("\n")[0][:EXPECTED]]
        if self.decided:
            step["result"] = type(self.decided[-1]).__name__
        elif ended:
            step["dropped"] = True
        self.said.append(step)

    def golden(self, start: str) -> str:
        """What was said, as a file of `tests/talks`; its author gives it a title and looks at it."""
        talk = {"title": "…", "start": start, "steps": self.said}
        return yaml.safe_dump(talk, allow_unicode=True, sort_keys=False, width=110)


@contextlib.asynccontextmanager
async def terminal(
    settings: Settings, database: Database, clock: Clock, write: Callable[[str], object]
) -> AsyncIterator[TerminalChat]:
    """A terminal on a migrated database; nobody sits at it yet."""
    channel = TerminalChannel(secrets.token_urlsafe(9), write, now=clock)
    traits = {NAME: Traits(numbered=True, edits=False, abroad=False)}
    decided: list[object] = []
    reminding = reminding_of(settings, frozenset())
    # No worker's name: what is owed to other chats is left to the process that runs.
    turns = Turns(
        Desk(
            house_of(settings),
            reminding,
            plans_of(settings),
            Entrances((), settings.web.address),
            desk_rules_of(settings, reminding, database.write_now(web_key)),
        ),
        traits,
        acts=lambda desk, post: _Heard(desk, post, decided),
    )
    inbox = Inbox(database, Door(masker_of(settings, database)), turns, lambda rows: None, now=clock)
    running = asyncio.create_task(inbox.run())
    chat = TerminalChat(database, channel, inbox, clock, decided=decided)
    try:
        yield chat
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await chat.get_up()


class _Heard(Acts):
    """Acts that also note what was decided."""

    def __init__(self, desk: Desk, post: Post, decided: list[object]) -> None:
        super().__init__(desk, post)
        self._decided = decided

    def carry_out(self, seat: Seat, talk: OpenTalk, command: object) -> Answer:
        self._decided.append(command)
        return super().carry_out(seat, talk, command)
