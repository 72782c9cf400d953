"""Why somebody does what has to be accounted for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialog.ear import Ear
from dialog.heard import Heard
from dialog.moves import Keep, Move, Wrong
from dialog.question import Stored
from dialog.words import Words


@dataclass(frozen=True, slots=True)
class Reason(Words):
    """`Words` that are enough to be a reason; those that are not are answered with `wordless`."""

    enough: Callable[[str], bool] = bool

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """The words, if they are enough."""
        move = Words.take(self, stored, heard, ear)
        return Wrong(self.wordless) if isinstance(move, Keep) and not self._holds(move.stored) else move

    def _holds(self, stored: Stored) -> bool:
        return self.enough(stored.get("text", ""))
