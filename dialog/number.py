"""A whole number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from dialog.ear import Ear
from dialog.heard import Heard, Typed
from dialog.labels import control
from dialog.moves import Keep, Move, Stray, Wrong
from dialog.prompt import Prompt
from dialog.question import WAITING, Question, Stored, Waiting
from messages import Text, say

_DIGITS = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class Number(Question[int]):
    """Asks for a whole number from `least` to `most`; "1.200" is one thousand two hundred."""

    asks: tuple[Text, ...]
    least: int
    most: int

    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """The question alone."""
        return Prompt(self.asks)

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """The number, or what is wrong with it; other words may be meant for another talk."""
        if not isinstance(heard, Typed):
            return Stray()
        if move := control(heard.text):
            return move
        said = unicodedata.normalize("NFKC", heard.text).strip()
        if not any(letter.isdigit() for letter in said):
            return Stray()
        if not _DIGITS.fullmatch(said):
            return Wrong(say("e-number", least=self.least, most=self.most))
        value = int(re.sub(r"\D", "", said))
        if not self.least <= value <= self.most:
            return Wrong(say("e-number", least=self.least, most=self.most))
        return Keep({"value": value})

    def value(self, stored: Stored) -> int | Waiting:
        """The number, if it may still be one."""
        value = stored.get("value")
        return value if isinstance(value, int) and self.least <= value <= self.most else WAITING
