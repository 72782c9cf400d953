"""The load: people who act again as soon as the bot has answered."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.loopback.person import Person

ANSWER_WITHIN_S = 60.0
LOOK_AT, KEEP = 4, 24


@dataclass(frozen=True, slots=True)
class Step:
    """One act of a person, and what is then on the screen; "{…}" in `words` is filled in."""

    act: str
    words: str
    until: str = ""


def say(words: str, until: str = "") -> Step:
    """Type."""
    return Step("say", words, until)


def tap(words: str, until: str = "") -> Step:
    """Press the button with this label."""
    return Step("tap", words, until)


async def play(person: Person, steps: Sequence[Step], **blanks: object) -> None:
    """Do one step after the other. Raises AssertionError, with the screen, if one is not answered."""
    for step in steps:
        await _do(person, step, **blanks)


async def _do(person: Person, step: Step, **blanks: object) -> float:
    start, tick = time.monotonic(), next(person.chat.ticks)
    words = step.words.format(**blanks)
    await (person.say(words) if step.act == "say" else person.tap(words))
    try:
        async with asyncio.timeout(ANSWER_WITHIN_S):
            while not _shown(person, step.until, tick):
                await person.chat.changed()
    except TimeoutError:
        raise AssertionError(f"{step} was not answered:\n{person.show()}") from None
    return time.monotonic() - start


def _shown(person: Person, until: str, tick: int) -> bool:
    newest = itertools.islice(person.chat.newest(), LOOK_AT)
    return any(message.by_bot and message.tick > tick and message.shows(until) for message in newest)


class Crowd:
    """People who repeat `steps` for as long as the context lasts, `pause_s` before each act.

    `answered` holds (when, after how many seconds) of each act, `done` when each report was done.
    """

    def __init__(self, people: Sequence[Person], steps: Sequence[Step], pause_s: float = 0.0) -> None:
        self.people, self.steps, self.pause_s = people, steps, pause_s
        self.answered: list[tuple[float, float]] = []
        self.done: list[float] = []
        self._numbers = itertools.count(1)
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Crowd:
        self._tasks = [asyncio.create_task(self._repeat(person)) for person in self.people]
        return self

    async def __aexit__(self, *exc: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def go_on(self, for_s: float, until_done: int = 0) -> None:
        """Let them act for so long, and until so many reports are over. Raises what any of them met."""
        await self._watch(for_s)
        while len(self.done) < until_done:
            await self._watch(0.05)

    async def _watch(self, for_s: float) -> None:
        done, _ = await asyncio.wait(self._tasks, timeout=for_s, return_when=asyncio.FIRST_EXCEPTION)
        for task in done:
            task.result()

    async def _repeat(self, person: Person) -> None:
        while True:
            number = next(self._numbers)
            for step in self.steps:
                if self.pause_s:
                    await asyncio.sleep(self.pause_s)
                waited = await _do(person, step, n=number)
                self.answered.append((time.monotonic(), waited))
            self.done.append(time.monotonic())
            person.chat.forget(KEEP)
