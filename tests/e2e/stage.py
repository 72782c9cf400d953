"""Where the desk's story is played: `baonhanh run` in a process that is killed after every step of it.

What is said, pressed or clicked is waited for in the database; the moment it is there the process gets
SIGKILL, most often before anybody was told, and another life goes on. Of what is only picked on the way to a
step every third kills it, which ones changes from day to day. People are on a loopback Telegram in a
thread of its own, for Playwright keeps this one.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, func, insert, select

from storage import people as people_of
from storage.database import Database
from storage.tables import alert, answer, feedback, matter, matter_event, outbox, report, unit
from tests.crash.lives import Life, Nursery, free_port
from tests.crash.town import settings_of
from tests.house import found_unit
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer
from tests.loopback.world import Message
from tests.rotation import SEED

T = TypeVar("T")
PATIENCE_S = 20.0
LABELS = {"lan": "Nguyễn Thị Hoa Mười Giờ", "minh": "Trần Văn Bến Đò Cũ"}
"""Of the two who report; the others have none."""
ROLES = {"lan": "collaborator", "minh": "collaborator", "hoa": "coordinator", "van": "unit"}
FIRST_CHAT = 730_111_400
_TRACES = (report, alert, matter, matter_event, answer, feedback, outbox)


class Elsewhere:
    """An event loop in a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        """Have it done there; gives or raises what it does."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(3 * PATIENCE_S)

    def close(self) -> None:
        """No more of it."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()


@dataclass
class Stage:
    """The people by name, the program, and how often it was killed."""

    database: Database
    server: TelegramServer
    life: Life
    address: str
    elsewhere: Elsewhere
    people: dict[str, Person] = field(default_factory=dict)
    picked: int = SEED
    kills: int = 0

    def says(self, name: str, words: str) -> None:
        """Somebody writes; it is done when the program is dead and alive again."""
        self.dies_of(lambda: self.elsewhere.do(self.people[name].say(words)))

    def taps(self, name: str, label: str) -> None:
        """Somebody presses the newest button with this label."""
        self.dies_of(lambda: self._tap(name, label))

    def picks(self, name: str, label: str) -> None:
        """The same, on the way to something: every third time the program dies of it."""
        self.picked += 1
        if self.picked % 3:
            self._comes_of(lambda: self._tap(name, label))
        else:
            self.taps(name, label)

    def _tap(self, name: str, label: str) -> None:
        self.elsewhere.do(self.people[name].tap(label, within=PATIENCE_S))

    def reads(self, name: str, words: str) -> Message:
        """What somebody reads, who has waited for it."""
        return self.elsewhere.do(self.people[name].expects(words, PATIENCE_S))

    def dies_of(self, act: Callable[[], object]) -> None:
        """Do it; as soon as a row tells of it: kill -9, and the next life."""
        self._comes_of(act)
        self.elsewhere.do(self.life.kill())
        self.kills += 1
        self.elsewhere.do(self.life.start())

    def _comes_of(self, act: Callable[[], object]) -> None:
        before, until = self._traces(), time.monotonic() + PATIENCE_S
        act()
        while self._traces() == before:
            assert time.monotonic() < until, "nothing came of it"
            time.sleep(0.003)

    def _traces(self) -> tuple[Any, ...]:
        marks = [select(func.max(one.c.id)).scalar_subquery() for one in _TRACES]
        claimed = select(func.max(alert.c.claimed_at)).scalar_subquery()
        return tuple(self.database.read(lambda c: c.execute(select(*marks, claimed)).one()))

    def is_served(self) -> None:
        """Wait until the pages of this life are there."""
        host, port = self.address.removeprefix("http://").split(":")
        until = time.monotonic() + PATIENCE_S
        while True:
            with contextlib.suppress(OSError), socket.create_connection((host, int(port)), 1):
                return
            assert time.monotonic() < until, "the pages do not come back"
            time.sleep(0.01)

    def rows(self, table: Any) -> list[Any]:
        """Every row of a table, in order."""
        return self.database.read(lambda c: list(c.execute(select(table).order_by(table.c.id))))

    def is_quiet(self) -> None:
        """Wait until nothing that is due is owed to anybody."""
        until = time.monotonic() + PATIENCE_S
        while any(row.state == "waiting" and row.not_before_at is None for row in self.rows(outbox)):
            assert time.monotonic() < until, "something is still waiting"
            time.sleep(0.02)

    def told(self, name: str) -> list[str]:
        """Every message owed to somebody, as it was first written; none is told twice."""
        chat = str(self.people[name].id)
        return [row.body["text"] for row in self.rows(outbox) if row.chat == chat and row.edits is None]


@contextlib.contextmanager
def stage(url: str, folder: Path) -> Iterator[Stage]:
    """A ward with two who report, a coordinator, and a unit that answers; the program is alive."""
    elsewhere, port = Elsewhere(), free_port()
    database = Database(url, checkpoints=False)
    parts = contextlib.AsyncExitStack()
    log = folder / "log"
    try:
        server = elsewhere.do(parts.enter_async_context(TelegramServer()))
        nursery = elsewhere.do(parts.enter_async_context(Nursery()))
        life = Life(nursery, settings_of(url, folder, server, port, webhook=False), log)
        life.silent = 1.0
        made = Stage(database, server, life, f"http://127.0.0.1:{port}", elsewhere)
        database.write_now(lambda c: _gather(c, made))
        elsewhere.do(life.start())
        yield made
        elsewhere.do(life.kill())
    except BaseException as error:
        if log.exists():
            error.add_note(log.read_text()[-3000:])
        raise
    finally:
        elsewhere.do(parts.aclose())
        database.close()
        elsewhere.close()


def _gather(connection: Connection, place: Stage) -> None:
    ward = found_unit(connection)
    body = connection.execute(
        insert(unit)
        .values(code="VS", name="Đội Vệ sinh", type="body", territorial=False, parent_id=ward)
        .returning(unit.c.id)
    ).scalar_one()
    now, bot = datetime.now(UTC), place.server.token.partition(":")[0]
    for number, (name, role) in enumerate(ROLES.items()):
        one = place.people[name] = place.server.person(FIRST_CHAT + number)
        place.server.chats[one.id] = one.chat
        unit_id, chat, label = body if role == "unit" else ward, str(one.id), LABELS.get(name)
        id = people_of.add_person(
            connection, unit_id=unit_id, label=label, lang="vi", reminders=False, now=now
        )
        people_of.add_membership(connection, person_id=id, unit_id=unit_id, role=role, label=label)
        people_of.add_address(
            connection, person_id=id, lane=f"telegram:{bot}:{chat}", channel="telegram", bot=bot, chat=chat,
            now=now,
        )  # fmt: skip
