"""One of a few answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialog.ear import Ear
from dialog.heard import Heard, Tapped, Typed
from dialog.labels import NO, YES, Vocabulary, button_words, control, spoken
from dialog.moves import Keep, Move, Stray, Wrong
from dialog.prompt import Button, Prompt
from dialog.question import WAITING, Question, Stored, Waiting
from messages import Text, say


@dataclass(frozen=True, slots=True)
class Option:
    """An answer: its key (short ASCII), its label, other words that say it (as `labels.spoken` spells)."""

    key: str
    label: Text
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice(Question[str]):
    """Asks for one of `options`; gives its key. Only the first `shown` are drawn; the others' labels can be
    typed."""

    asks: tuple[Text, ...]
    options: tuple[Option, ...]
    columns: int = 1
    shown: int = 100

    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """The question and its answers, the former one chosen."""
        buttons = [
            Button(option.key, option.label, option.key == stored.get("chosen"), str(number))
            for number, option in enumerate(self.options[: self.shown], 1)
        ]
        return Prompt(self.asks, in_rows(buttons, self.columns))

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """A tap, a number, a label, its beginning, or one of its other words."""
        if isinstance(heard, Tapped):
            return self._keyed(heard.key)
        if not isinstance(heard, Typed):
            return Stray()
        key = self._vocabulary(ear).read_one(heard.text)
        return self._keyed(key) if key else control(heard.text) or Stray()

    def value(self, stored: Stored) -> str | Waiting:
        """The chosen key, if it may still be chosen."""
        chosen = stored.get("chosen")
        return next((option.key for option in self.options if option.key == chosen), WAITING)

    def _keyed(self, key: str) -> Move:
        known = any(option.key == key for option in self.options)
        return Keep({"chosen": key}) if known else Wrong(say("e-expired"))

    def _vocabulary(self, ear: Ear) -> Vocabulary:
        vocabulary = button_words(self.prompt({}, ear), ear)
        for option in self.options:
            vocabulary.add(option.key, option.also)
        for option in self.options[self.shown :]:
            vocabulary.add(option.key, (spoken(ear.words.render(option.label)),))
        return vocabulary


def yes_no(asks: Iterable[Text], yes: Text, no: Text) -> Choice:
    """A choice between "yes" and "no" by their own labels; "có", "ok", "không" are understood as well."""
    return Choice(tuple(asks), (Option("yes", yes, YES), Option("no", no, NO)), columns=2)


def in_rows(buttons: list[Button], columns: int) -> tuple[tuple[Button, ...], ...]:
    """`buttons` in rows of at most `columns`."""
    return tuple(tuple(buttons[start : start + columns]) for start in range(0, len(buttons), columns))


BACK_ROW = (Button("back", say("b-back")),)
"""[‹ Quay lại], alone in its row."""
