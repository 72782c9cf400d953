"""Fixed words that must be typed out: no tap can say them by accident."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from dialog.ear import Ear
from dialog.heard import Heard, Typed
from dialog.labels import control, spoken
from dialog.moves import Drop, Keep, Move, Wrong
from dialog.prompt import Prompt
from dialog.question import WAITING, Question, Stored, Waiting
from messages import Text


@dataclass(frozen=True, slots=True)
class Phrase(Question[bool]):
    """Asks for the words `wanted`, in any case, with or without marks; "thôi" stops."""

    plain: ClassVar[bool] = True

    asks: tuple[Text, ...]
    wanted: str
    otherwise: Text

    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """The question alone."""
        return Prompt(self.asks)

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """The very words, or the answer that they were not."""
        if not isinstance(heard, Typed):
            return Wrong(self.otherwise)
        said = spoken(heard.text)
        if said == spoken(self.wanted):
            return Keep({"said": True})
        return Drop() if said in _STOP else control(heard.text) or Wrong(self.otherwise)

    def value(self, stored: Stored) -> bool | Waiting:
        """True, once typed."""
        return True if stored.get("said") else WAITING


_STOP = ("thoi", "khong", "stop", "no")
