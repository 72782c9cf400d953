"""Words of staff: official text, which the door leaves as it was written (DESIGN §4.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from dialog.choice import Choice
from dialog.ear import Ear
from dialog.heard import Heard, Tapped, Typed
from dialog.labels import button_words
from dialog.moves import Keep, Move
from dialog.prompt import Prompt
from dialog.question import Question, Stored, Waiting
from dialog.words import Said, Words
from messages import Text, say

_NO_LETTERS = say("e-letters")


@dataclass(frozen=True, slots=True)
class StaffWords(Words):
    """`Words` that are not masked. Only flows of staff may ask so (ADR 13)."""

    plain: ClassVar[bool] = True

    wordless: Text = _NO_LETTERS


@dataclass(frozen=True, slots=True)
class StaffWordsOr(Question[Said | str]):
    """Asks for `words`, or for one of a few other things; gives what was said, or the key of `choice`."""

    plain: ClassVar[bool] = True

    words: StaffWords
    choice: Choice

    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """The question for words, and below it what may be done instead, until something is written."""
        prompt = self.words.prompt(stored, ear)
        if self.holds(stored):
            return prompt
        instead = self.choice.prompt(stored, ear)
        return Prompt((*prompt.lines, *instead.lines), (*prompt.rows, *instead.rows))

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """One of the other things by a tap, its number or its whole label; else words."""
        chosen = heard
        if isinstance(heard, Typed):
            key = button_words(self.choice.prompt(stored, ear), ear).exactly(heard.text)
            chosen = Tapped("", 0, key or "")
        instead = None if self.holds(stored) else self.choice.take(stored, chosen, ear)
        return instead if isinstance(instead, Keep) else self.words.take(stored, heard, ear)

    def value(self, stored: Stored) -> Said | str | Waiting:
        """What was said or chosen."""
        chosen = self.choice.value(stored)
        return self.words.value(stored) if isinstance(chosen, Waiting) else chosen

    def holds(self, stored: Stored) -> bool:
        """Any words or attachments."""
        return self.words.holds(stored)

    def extend(self, stored: Stored, heard: Heard) -> Move:
        """Add to the words."""
        return self.words.extend(stored, heard)
