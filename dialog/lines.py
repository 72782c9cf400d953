"""A few short answers typed one a line."""

from __future__ import annotations

from dataclasses import dataclass

from dialog.ear import Ear
from dialog.heard import Heard, Typed
from dialog.labels import control, has_words, spoken
from dialog.moves import Keep, Move, Wrong
from dialog.prompt import Prompt
from dialog.question import WAITING, Question, Stored, Waiting
from messages import Text, say


@dataclass(frozen=True, slots=True)
class Lines(Question[tuple[str, ...]]):
    """Asks for `least` to `most` different lines of at most `longest` characters; ";" parts them as well."""

    asks: tuple[Text, ...]
    least: int
    most: int
    longest: int

    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """The question; asked again, the former lines above it."""
        return Prompt((*stored.get("lines", ()), *self.asks))

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """All lines at once, or what is wrong with them."""
        if not isinstance(heard, Typed):
            return Wrong(say("e-nofile"))
        if move := control(heard.text):
            return move
        parts = (part.strip(" -•\t") for line in heard.text.splitlines() for part in line.split(";"))
        lines = [" ".join(part.split()) for part in parts if has_words(part)]
        if not self.least <= len(lines) <= self.most:
            return Wrong(say("e-lines", least=self.least, most=self.most, n=len(lines)))
        if long := next((line for line in lines if len(line) > self.longest), None):
            return Wrong(say("e-line-long", line=long[: self.longest], limit=self.longest))
        if len({spoken(line) for line in lines}) < len(lines):
            return Wrong(say("e-lines-same"))
        return Keep({"lines": lines})

    def value(self, stored: Stored) -> tuple[str, ...] | Waiting:
        """The lines."""
        return tuple(stored["lines"]) if stored.get("lines") else WAITING

    def holds(self, stored: Stored) -> bool:
        """Any lines."""
        return bool(stored.get("lines"))
