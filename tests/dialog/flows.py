"""Small flows to try the engine on."""

from __future__ import annotations

from typing import Any

from dialog import Ear, Flow, Open, Outcome, Talk, Tapped, Typed, hear, step
from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.words import Words
from messages import catalogue

EAR = Ear(catalogue("vi"))
NUMBERED = Ear(catalogue("vi"), numbered=True)

COLOURS = Choice(("Màu gì?",), (Option("red", "Đỏ"), Option("blue", "Xanh lam"), Option("green", "Xanh lục")))
SIZES = Choice(("Cỡ nào?",), (Option("small", "Nhỏ"), Option("big", "To")))


async def wish(_: Any) -> tuple[str, str, str]:
    """Words, then two choices."""
    said = await ask("said", Words(("Muốn gì?",)))
    colour = await ask("colour", COLOURS)
    size = await ask("size", SIZES)
    return said.text, colour, size


WISH: Flow[Any] = Flow("wish", wish)


class Play:
    """A talk under test: hears, remembers the last outcome."""

    def __init__(self, flow: Flow[Any], facts: Any = None, ear: Ear = EAR, talk: Talk | None = None) -> None:
        self.flow, self.facts, self.ear = flow, facts, ear
        self.outcome: Outcome = step(flow, facts, talk or Talk.begin(flow), ear)

    @property
    def talk(self) -> Talk:
        return self.outcome.talk

    @property
    def at(self) -> Open:
        assert isinstance(self.outcome.at, Open), self.outcome.at
        return self.outcome.at

    @property
    def notes(self) -> str:
        return "\n".join(self.ear.words.render(note) for note in self.outcome.notes)

    @property
    def shown(self) -> str:
        return "\n".join(self.ear.words.render(line) for line in self.at.prompt.lines)

    def hear(self, heard: Any) -> Outcome:
        self.outcome = hear(self.flow, self.facts, self.talk, heard, self.ear)
        return self.outcome

    def say(self, *texts: str) -> Outcome:
        for text in texts:
            self.hear(Typed(text))
        return self.outcome

    def tap(self, key: str) -> Outcome:
        return self.hear(Tapped(self.at.name, self.at.revision, key))
