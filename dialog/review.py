"""The last look before something is done: do it, drop it, or change one of the answers first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dialog.choice import Choice, Option
from dialog.ear import Ear
from dialog.heard import Heard
from dialog.labels import AGREED, DROP, NO
from dialog.moves import Keep, Move, Reopen
from dialog.question import Stored
from messages import Text, say


@dataclass(frozen=True, slots=True)
class Review(Choice):
    """A choice some of whose options ask an earlier question again: `reopens` has (key, question)."""

    reopens: tuple[tuple[str, str], ...] = ()

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """As a choice, but what reopens a question decides nothing."""
        move = Choice.take(self, stored, heard, ear)
        chosen: Any = move.stored.get("chosen") if isinstance(move, Keep) else None
        question = dict(self.reopens).get(chosen)
        return Reopen(question, {}) if question is not None else move


def done_by(key: str, label: Text) -> Option:
    """The one thing a review asks about: whatever agrees means it."""
    return Option(key, label, AGREED)


DROPPED = Option("drop", say("b-cancel"), (*DROP, *NO, "thoi"))
"""Not to do it after all."""
