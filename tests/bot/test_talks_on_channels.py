"""The golden talks on every channel, through the whole machine; the terminal needs no button for any."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Awaitable, Callable
from types import SimpleNamespace

import httpx
import pytest
from PIL import Image

from bot.channels import zalo
from bot.chat import terminal
from office import invites
from storage.database import Database
from storage.tables import web_session
from tests import rotation
from tests.browser import Browser
from tests.house import MovableClock, found_unit, house, settings_for
from tests.loopback.telegram import TelegramServer
from tests.loopback.zalo import ZaloServer
from tests.serving import listener, serving
from tests.talks.players import InATerminal, OnTelegram, OnTheWeb, OnZalo, Stage, listen, play, plays_on, seat
from tests.talks.script import Script, scripts
from tests.talks.starts import CODE


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "green").save(out, "JPEG")
    return out.getvalue()


TELEGRAM, WEB, ZALO, TERMINAL = PLACES = (
    {"numbered": False, "abroad": True, "files": True},
    {"numbered": False, "abroad": False, "files": True},
    {"numbered": True, "abroad": False, "files": True},
    {"numbered": True, "abroad": False, "files": False},
)


def _today(here: dict[str, bool]) -> list[Script]:
    """The talks that have their turn here today: one in which nobody presses a button plays on every channel,
    the others on one of those they can be played on, and tomorrow on the next."""
    found = []
    for one in scripts():
        where = [place for place in PLACES if plays_on(one, **place)]
        if rotation.DAY.isdigit() and any(step.does in ("tap", "tap_old") for step in one.steps):
            where = [where[rotation.turn(one.name, len(where))]] if where else []
        found += [one] if here in where else []
    return found


async def _all(chosen: list[Script], one: Callable[[int, Script], Awaitable[None]]) -> None:
    """Play them all, then tell every one that went otherwise."""
    failed = []
    for number, script in enumerate(chosen, 1):
        try:
            await one(number, script)
        except AssertionError as error:
            failed.append(str(error))
    assert not failed, f"{len(failed)} of {len(chosen)} talks:\n\n" + "\n\n".join(failed)


@pytest.mark.timeout(180)
async def test_golden_talks_on_telegram(database_url):
    clock, picture = MovableClock(), _picture()
    async with TelegramServer() as server, house(database_url, server, clock) as home:
        decided = listen(home)

        async def one(number: int, script: Script) -> None:
            player = OnTelegram(server, home, server.person(number), picture)
            names = {}
            if script.start.startswith("stranger"):
                names[CODE] = home.code("collaborator")
                names[CODE.lower()] = names[CODE].lower()
            else:
                names = home.database.write_now(
                    lambda c: seat(c, script.start, player.lane, home.unit_id, clock.now)
                )
            await play(script, player, Stage(home, decided, names))

        await _all(_today(TELEGRAM), one)


@pytest.mark.rotates
@pytest.mark.timeout(180)
@pytest.mark.parametrize("how", ["once", "again", "webhook"])
async def test_golden_talks_on_zalo(database_url, how, monkeypatch):
    monkeypatch.setattr(zalo, "POLL_GAP", 0.005)
    clock, photo, door = MovableClock(), _picture(), listener()
    async with contextlib.AsyncExitStack() as stack:
        server = ZaloServer(delivers="again" if how == "again" else "once", gap_s=0)
        server.proxies = [f"http://127.0.0.1:{door.getsockname()[1]}"]
        await stack.enter_async_context(server)
        webhook = {"mode": "webhook", "webhook_url": "https://bao.example.vn/zalo/{bot}"}
        given = webhook | {"webhook_secret": "a-secret-for-the-talks"} if how == "webhook" else {}
        home = await stack.enter_async_context(house(database_url, server, clock, **given))
        await stack.enter_async_context(serving(home, door))
        decided = listen(home)

        async def one(number: int, script: Script) -> None:
            player, names = OnZalo(server, home, server.person(number), photo), {}
            if script.start == "stranger":
                names[CODE] = home.code("collaborator")
                names[CODE.lower()] = names[CODE].lower()
            else:
                names = home.database.write_now(
                    lambda c: seat(c, script.start, player.lane, home.unit_id, clock.now)
                )
            await play(script, player, Stage(home, decided, names))

        await _all(_today(ZALO), one)


@pytest.mark.timeout(180)
async def test_golden_talks_on_the_web(sqlite_url):
    clock, picture = MovableClock(), _picture()
    async with house(sqlite_url, now=clock) as home:
        decided = listen(home)

        async def one(number: int, script: Script) -> None:
            transport = httpx.ASGITransport(app=home.app.asgi, client=(f"10.0.0.{number}", 1))
            async with httpx.AsyncClient(transport=transport, base_url="http://baonhanh.test") as http:
                page, names = Browser(http), {}
                await page.say("ABCDEFGHJK")  # without a code, be it a wrong one, there is no chat at all
                lane = home.rows(web_session)[-1].lane
                if script.start == "stranger":
                    names[CODE] = home.code("collaborator")
                    names[CODE.lower()] = names[CODE].lower()
                else:
                    names = home.database.write_now(
                        lambda c: seat(c, script.start, lane, home.unit_id, clock.now)
                    )
                player = OnTheWeb(page, lane, picture)
                await play(script, player, Stage(home, decided, names))

        await _all(_today(WEB), one)


@pytest.mark.timeout(180)
async def test_golden_talks_in_a_terminal(sqlite_url, tmp_path):
    clock, settings = MovableClock(), settings_for(sqlite_url, tmp_path, None)
    database = Database(sqlite_url)
    unit_id = database.write_now(found_unit)

    async def one(number: int, script: Script) -> None:
        async with terminal(settings, database, clock, lambda text: None) as chat:
            names = {}
            if script.start == "stranger":
                code = database.write_now(
                    lambda c: invites.invite(c, unit_id=unit_id, role="collaborator", now=clock.now)
                ).code
                names = {CODE: code, CODE.lower(): code.lower()}
            else:
                names = database.write_now(lambda c: seat(c, script.start, chat.lane, unit_id, clock.now))
            stage = Stage(SimpleNamespace(database=database), {chat.lane: chat.decided}, names)
            await play(script, InATerminal(chat), stage)

    try:
        await _all(_today(TERMINAL), one)
    finally:
        database.close()
