"""Something with a form of its own (a day, an hour), or one of a few answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from dialog.choice import Choice
from dialog.ear import Ear
from dialog.heard import Heard, Typed
from dialog.moves import Keep, Move, Stray, Wrong
from dialog.prompt import Prompt
from dialog.question import WAITING, Question, Stored, Waiting
from messages import Text


@dataclass(frozen=True, slots=True)
class Parsed(Question[str]):
    """Asks like `choice`, but takes as well what `read` understands; gives the key, or what `read` made.

    `read` gives None for what it does not understand; `otherwise` says so. It is asked again in later turns
    about what it gave, so that an hour that has passed meanwhile is asked anew.
    """

    plain: ClassVar[bool] = True

    choice: Choice
    read: Callable[[str], str | None]
    otherwise: Text

    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """What `choice` shows."""
        return self.choice.prompt(stored, ear)

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """What `choice` makes of it, else what `read` does."""
        move = self.choice.take(stored, heard, ear)
        if not isinstance(move, Stray) or not isinstance(heard, Typed):
            return move
        found = self.read(heard.text)
        return Wrong(self.otherwise) if found is None else Keep({"read": found})

    def value(self, stored: Stored) -> str | Waiting:
        """What was chosen or read, while it is understood."""
        if stored.get("read"):
            found = self.read(stored["read"])
            return WAITING if found is None else found
        return self.choice.value(stored)
