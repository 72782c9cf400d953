"""Somebody at the desk: signed in without the chat, to look at pages.

async with house(url) as home, seated(home, "coordinator") as desk:
    page = await desk.open("/ban")
    await desk.post("/ban/ra")
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import httpx
from sqlalchemy import Connection, event

from office import signing_in
from office.post import Post
from storage import console, people
from tests.house import House

BASE = "http://baonhanh.test"


@dataclass
class Seat:
    """One browser at the desk; `person`: whose."""

    http: httpx.AsyncClient
    person: int = 0

    async def open(self, path: str, status: int = 200) -> str:
        """Open a page; gives its text."""
        answer = await self.http.get(path)
        assert answer.status_code == status, (answer.status_code, answer.headers.get("location"))
        return answer.text

    async def post(self, path: str, page: str = "/ban", **fields: str) -> httpx.Response:
        """Send a form of `page`."""
        key = csrf_of((await self.http.get(page)).text)
        return await self.send(path, csrf=key, **fields)

    async def send(self, path: str, **fields: str) -> httpx.Response:
        """Send these fields as they are, from a page of ours."""
        return await self.http.post(path, data=fields, headers={"Origin": BASE})


def csrf_of(text: str) -> str:
    """The hidden field of a page's forms."""
    found = re.search(r'name="csrf" value="(\w+)"', text)
    assert found, text[:400]
    return found[1]


@contextlib.asynccontextmanager
async def seat(home: House) -> AsyncIterator[Seat]:
    """A browser of somebody who is not signed in."""
    transport = httpx.ASGITransport(app=home.app.asgi)
    async with httpx.AsyncClient(transport=transport, base_url=BASE) as http:
        yield Seat(http)


def person_with(
    connection: Connection, home: House, role: str, unit_id: int, label: str | None = None
) -> int:
    """Somebody who holds a role and has joined by the web chat."""
    now = home.app.now()
    id = people.add_person(connection, unit_id=unit_id, label=label, lang="vi", reminders=False, now=now)
    people.add_membership(connection, person_id=id, unit_id=unit_id, role=role, label=label)
    people.add_address(
        connection, person_id=id, lane=f"web:main:p{id}", channel="web", bot="main", chat=f"p{id}", now=now
    )
    return id


@contextlib.asynccontextmanager
async def seated(
    home: House, role: str, unit_id: int | None = None, label: str | None = None
) -> AsyncIterator[Seat]:
    """Somebody with this role, signed in."""

    def sit(connection: Connection) -> tuple[int, str]:
        post = Post(connection, home.app.now())
        person = person_with(connection, home, role, unit_id or home.unit_id, label)
        token = signing_in.begin(post, person).token
        session = signing_in.session_of(connection, token, post.now)
        assert session is not None
        console.pass_second(connection, session.id, post.now)
        return person, token

    person, token = await asyncio.to_thread(home.database.write_now, sit)
    async with seat(home) as one:
        one.http.cookies.set("ban", token)
        one.person = person
        yield one


async def statements_of(home: House, do: Callable[[], Awaitable[object]]) -> int:
    """How many rows-giving statements something costs; of five times the cheapest, for the machine's own
    parts look into the database as well."""
    home.app.scheduler.stop()
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(home.database.engine, "before_cursor_execute", note)
    counts = []
    for _ in range(5):
        asked.clear()
        await do()
        counts.append(len([one for one in asked if one.lstrip().startswith(("SELECT", "WITH"))]))
    event.remove(home.database.engine, "before_cursor_execute", note)
    return min(counts)
