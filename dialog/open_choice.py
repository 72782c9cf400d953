"""One of a few answers, or the person's own words instead."""

from __future__ import annotations

from dataclasses import dataclass

from dialog.choice import Choice
from dialog.ear import Ear
from dialog.heard import Heard, Typed
from dialog.labels import has_words
from dialog.moves import Keep, Move, Stray
from dialog.prompt import Prompt
from dialog.question import WAITING, Question, Stored, Waiting
from dialog.view import cut


@dataclass(frozen=True, slots=True)
class Picked:
    """A key, or words (masked in `masked` places)."""

    key: str | None
    text: str = ""
    masked: int = 0


@dataclass(frozen=True, slots=True)
class OpenChoice(Question[Picked]):
    """Asks like `choice`, but takes other words as an answer too, up to `longest` characters."""

    choice: Choice
    longest: int = 500

    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """What `choice` shows."""
        return self.choice.prompt(stored, ear)

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """What `choice` makes of it, else the words themselves."""
        move = self.choice.take(stored, heard, ear)
        if isinstance(move, Stray) and isinstance(heard, Typed) and has_words(heard.text):
            text, notes = cut(heard.text.strip(), self.longest)
            return Keep({"text": text, "masked": heard.masked}, notes)
        return move

    def value(self, stored: Stored) -> Picked | Waiting:
        """What was picked or said."""
        if stored.get("text"):
            return Picked(None, stored["text"], stored.get("masked", 0))
        key = self.choice.value(stored)
        return WAITING if isinstance(key, Waiting) else Picked(key)

    def holds(self, stored: Stored) -> bool:
        """Any words."""
        return bool(stored.get("text"))
