"""One run of one subject: a fresh folder, a fresh server, everybody joins, the load, the figures."""

from __future__ import annotations

import asyncio
import socket
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bench.drive import Crowd, play
from bench.measure import Measured, Notes, Processes, core_s, percentile
from bench.seed import seed
from bench.subjects import DUTY_ID, FIRST_ID, Codes, Place, Subject
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer
from tests.loopback.world import Message

STARTS_WITHIN_S = 30.0
DELIVERED_WITHIN_S = 40.0
"""The last alerts of a moment are gathered for 20 s before they go out."""


class LostError(RuntimeError):
    """Reports that were acknowledged are not stored, or more are stored than were sent."""


@dataclass(frozen=True)
class Plan:
    """How a subject is treated."""

    chats: int = 100
    warm_s: float = 2.0
    for_s: float = 8.0
    until_done: int = 0
    delay_s: float = 0.0
    fsync_ms: float = 0.0
    pause_s: float = 0.0
    webhook: bool = False
    stored: int = 0


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def place_for(subject: Subject, plan: Plan, new_postgres: Callable[[], str]) -> AsyncIterator[Place]:
    """A folder, a server and a database of its own."""
    with tempfile.TemporaryDirectory(prefix="bn-bench-") as name:
        ports = tuple(free_port() for _ in range(subject.processes))
        async with TelegramServer() as server:
            server.proxies = [f"http://127.0.0.1:{port}" for port in ports]
            url = new_postgres() if subject.on_postgres else f"sqlite:///{name}/baonhanh.db"
            yield Place(Path(name), server, url, ports, plan.webhook)


async def run(subject: Subject, plan: Plan, new_postgres: Callable[[], str]) -> Measured:
    """Measure `subject`. Raises SubjectError, LostError, or AssertionError with a person's screen."""
    async with place_for(subject, plan, new_postgres) as place:
        codes = await asyncio.to_thread(subject.invite, place, plan.chats) if subject.invite else None
        if plan.stored:
            await asyncio.to_thread(seed, place, plan.stored)
        envs = [subject.env(place, number) for number in range(subject.processes)]
        processes = Processes(subject.command, envs, place.folder, plan.fsync_ms)
        try:
            await until_listening(place.server, processes.check, subject.processes)
            people = await _gather(place.server, subject, plan, codes)
            place.server.faults.delay_s = plan.delay_s
            crowd = Crowd(people, subject.steps, plan.pause_s)
            measured, window = await _measure(place.server, processes, crowd, plan)
            place.server.faults.delay_s = 0.0
            await _settle(place.server, subject, crowd)
        finally:
            notes = await asyncio.to_thread(processes.stop)
        _check_stored(subject, place, plan, crowd)
        return _noted(measured, notes, window)


async def until_listening(server: TelegramServer, check: Callable[[], None], processes: int = 1) -> float:
    """Wait until so many processes polled or set the webhook; gives when the last did (monotonic)."""
    deadline = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < deadline:
        listening = [called.at for called in server.calls if called.method in ("getUpdates", "setWebhook")]
        if len(listening) >= processes:
            return listening[processes - 1]
        check()
        await asyncio.sleep(0.005)
    raise TimeoutError(f"no poll within {STARTS_WITHIN_S} s")


async def _gather(server: TelegramServer, subject: Subject, plan: Plan, codes: Codes | None) -> list[Person]:
    """Everybody opens the chat, and joins where one has to."""
    duty = server.person(DUTY_ID, "Trực")
    people = [server.person(FIRST_ID + n, f"CTV {n}") for n in range(plan.chats)]
    if codes is None:
        await duty.start()
    else:
        await play(duty, subject.join, code=codes.duty)
        await asyncio.gather(
            *(
                play(person, subject.join, code=code)
                for person, code in zip(people, codes.people, strict=True)
            )
        )
    return people


async def _measure(
    server: TelegramServer, processes: Processes, crowd: Crowd, plan: Plan
) -> tuple[Measured, tuple[float, float]]:
    async with crowd:
        await crowd.go_on(plan.warm_s)
        start, cpu, calls, core = time.monotonic(), processes.cpu_s(), server.count(), core_s()
        await crowd.go_on(plan.for_s, plan.until_done)
        end, cpu, calls, core = (
            time.monotonic(),
            processes.cpu_s() - cpu,
            server.count() - calls,
            core_s() - core,
        )
        rss = processes.rss_mib()
        processes.check()
    waits = [waited for at, waited in crowd.answered if start <= at <= end]
    reports = len(waits) / len(crowd.steps)
    if plan.until_done:
        reports = sum(start <= at <= end for at in crowd.done)
    took = end - start
    measured = Measured(
        reports_s=reports / took,
        updates_s=len(waits) / took,
        p50_ms=percentile(waits, 50) * 1000,
        p99_ms=percentile(waits, 99) * 1000,
        cpu_ms=cpu / reports * 1000,
        rss_mib=rss,
        requests=calls / reports,
        others=max(0.0, core - cpu) / took * 100,
    )
    return measured, (start, end)


async def _settle(server: TelegramServer, subject: Subject, crowd: Crowd) -> None:
    """Wait until every alert owed has arrived."""
    duty = server.person(DUTY_ID)
    owed = len(crowd.done) if len(crowd.steps) > 1 else 0
    deadline = time.monotonic() + DELIVERED_WITHIN_S
    while (told := sum(_told_by(message) for message in duty.screen)) < owed:
        if time.monotonic() > deadline:
            raise LostError(f"{subject.name}: {owed} alerts owed, {told} came")
        await asyncio.sleep(0.1)


def _told_by(message: Message) -> int:
    """Of how many reports a message to the duty officer tells: one, or as many as may be taken there."""
    return max(1, sum("Nhận PA" in label for row in message.labels for label in row)) if message.by_bot else 0


def _check_stored(subject: Subject, place: Place, plan: Plan, crowd: Crowd) -> None:
    """What was acknowledged is there, and beyond it only what was under way when the crowd stopped."""
    stored = subject.stored(place)
    if stored is None:
        return
    stored -= plan.stored
    if not len(crowd.done) <= stored <= len(crowd.done) + plan.chats:
        raise LostError(f"{subject.name}: {len(crowd.done)} reports were acknowledged, {stored} are stored")


def _noted(measured: Measured, notes: Notes, window: tuple[float, float]) -> Measured:
    start, end = window
    updates = measured.updates_s * (end - start)
    return replace(
        measured,
        lag_p99_ms=notes.lag_p99_ms(start, end),
        commits=notes.commits_in(start, end) / updates,
        on_loop=notes.on_loop(start, end),
    )
