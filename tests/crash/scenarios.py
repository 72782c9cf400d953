"""The two kinds of death: at random moments, and at every n-th operation."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable

from bot.outbox import CLAIM
from tests.crash.lives import Life, Nursery
from tests.crash.town import PATIENCE_S, Town, Verdict, town
from tests.loopback.person import Person


async def kill_at_random(
    url: str, *, kills: int, people: int = 8, seed: int, most: float = 0.8, zalo: str = ""
) -> Verdict:
    """People report one thing after the other while the processes are killed, each its turn,
    after at most `most` seconds."""
    async with Nursery() as nursery, town(url, nursery, seed=seed, zalo=zalo) as place:
        folk = await place.settle(people)
        over = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            for person in folk:
                group.create_task(_report_until(place, person, over))
            for number in range(kills):
                life = place.lives[number % len(place.lives)]
                await asyncio.sleep(place.chance.uniform(0.05, most))
                await life.kill()
                await asyncio.sleep(place.chance.uniform(0, 0.1))
                await life.start()
            over.set()
        return await place.judge()


async def _report_until(place: Town, person: Person, over: asyncio.Event) -> None:
    while not over.is_set():
        await place.report(person)


async def kill_at_operations(url: str, numbers: Iterable[int], *, seed: int, zalo: str = "") -> Verdict:
    """One urgent report a life, which ends at the next of `numbers`, until one survives its report."""
    async with Nursery() as nursery, town(url, nursery, seed=seed, zalo=zalo) as place:
        [person] = await place.settle(1)
        life = place.lives[0]
        for number in numbers:
            await life.kill()
            await life.start(number)
            if await _survives(place, person, life):
                break
        await life.kill()
        await life.start()
        verdict = await place.judge()
        verdict.operations = number
        return verdict


async def _survives(place: Town, person: Person, life: Life) -> bool:
    """Whether the life lasts for a whole report; if not, another one takes over."""
    deaths, over = len(life.deaths), asyncio.Event()
    rising = asyncio.create_task(_keep_alive(life, over))
    try:
        await place.report(person, urgent=True)
    finally:
        over.set()
        await rising
    return len(life.deaths) == deaths


async def _keep_alive(life: Life, over: asyncio.Event) -> None:
    while not over.is_set():
        if life.is_dead():
            await life.start()
        await asyncio.sleep(0.01)


async def kill_in_a_broadcast(url: str, *, people: int, seed: int) -> Verdict:
    """An announcement to so many; every process is killed when half of them have it."""
    async with Nursery() as nursery, town(url, nursery, seed=seed) as place:
        for life in place.lives:
            life.silent = 8.0  # adding a thousand people keeps the writer, and the sign of life behind it
            await life.start()
        boss, crowd = await asyncio.to_thread(place.gather, people)
        words = "Họp Tổ tám giờ sáng mai tại nhà văn hóa."
        await _announce(boss, words)

        def reached() -> set[int]:
            calls = [call for call in place.server.calls if call.ok and call.method == "sendMessage"]
            return {int(call.given["chat_id"]) for call in calls if words in str(call.given["text"])}

        await _until(lambda: len(reached()) >= people // 2)
        for life in place.lives:
            await life.kill()
        at_death = len(reached())
        for life in place.lives:
            await life.start()
        await _until(lambda: len(reached() - {boss.id}) >= people)
        verdict = await place.judge()
        verdict.operations = at_death
        if verdict.duplicates > CLAIM * len(place.lives):
            verdict.wrong.append(f"{verdict.duplicates} sent twice: more than could be in flight")
        missed = {one.id for one in crowd} - reached()
        verdict.wrong += [f"never written to: {id}" for id in sorted(missed)]
        return verdict


async def _announce(boss: Person, words: str) -> None:
    await boss.say("/thongbao")
    await boss.expects("Nội dung thông báo", PATIENCE_S)
    await boss.say(words)
    await boss.tap("Tổ của đơn vị", await boss.expects("Gửi cho ai", PATIENCE_S))
    await boss.tap("Cần xác nhận", await boss.expects("xác nhận đã đọc", PATIENCE_S))
    await boss.tap("✅ Gửi cho", await boss.expects("CHƯA GỬI", PATIENCE_S))


async def _until(is_so: Callable[[], bool]) -> None:
    """Wait for it; whoever waits too long goes on, and the judge says what is wrong."""
    until = time.monotonic() + 4 * PATIENCE_S
    while not is_so() and time.monotonic() < until:  # noqa: ASYNC110  another process does it
        await asyncio.sleep(0.05)
