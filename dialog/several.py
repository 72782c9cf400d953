"""Any number of a few answers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dialog.choice import Option, in_rows
from dialog.ear import Ear
from dialog.heard import Heard, Tapped, Typed
from dialog.labels import DONE, SKIP, button_words, control
from dialog.moves import Keep, Move, Stray, Wrong
from dialog.prompt import Button, Prompt
from dialog.question import WAITING, Question, Stored, Waiting
from messages import Text, say

_APART = re.compile(r"[,;\n]")


@dataclass(frozen=True, slots=True)
class Several(Question[tuple[str, ...]]):
    """Asks for any of `options`, at least and at most so many, then [Xong]; gives their keys in the order of
    `options`. Where there are more than `shown`, the others are typed; what is chosen is always shown."""

    asks: tuple[Text, ...]
    options: tuple[Option, ...]
    columns: int = 2
    least: int = 0
    most: int | None = None
    shown: int = 90

    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """All answers; a tap says what the answer becomes, so that a doubled one changes nothing."""
        chosen = stored.get("chosen", ())
        buttons = [
            Button(f"{option.key}:{'off' if option.key in chosen else 'on'}", option.label,
                   option.key in chosen, str(number))
            for number, option in enumerate(self.options, 1)
            if number <= self.shown or option.key in chosen
        ]  # fmt: skip
        done = Button("done", say("b-done" if chosen else "b-skip"))
        rows = in_rows(buttons, self.columns)
        return Prompt(self.asks, rows if len(chosen) < self.least else (*rows, (done,)))

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """A tap, or labels and numbers in any order; typed answers are added, never taken away."""
        if isinstance(heard, Tapped):
            return self._set(stored, [heard.key])
        if not isinstance(heard, Typed):
            return Stray()
        vocabulary = button_words(replace(self, shown=len(self.options)).prompt({}, ear), ear)
        for option in self.options:
            vocabulary.add(f"{option.key}:on", option.also)
        vocabulary.add("done", (*DONE, *SKIP))
        keys = [vocabulary.read(part) for part in _APART.split(heard.text) if part.strip()]
        if not keys or not all(keys):
            return control(heard.text) or Stray()
        return self._set(stored, [key for some in keys for key in some or ()])

    def value(self, stored: Stored) -> tuple[str, ...] | Waiting:
        """The chosen keys, once done."""
        if not stored.get("done"):
            return WAITING
        return tuple(option.key for option in self.options if option.key in stored.get("chosen", ()))

    def _set(self, stored: Stored, keys: list[str]) -> Move:
        chosen = set(stored.get("chosen", ()))
        for key in keys:
            name, _, way = key.partition(":")
            if key != "done" and (way not in ("on", "off") or name not in {o.key for o in self.options}):
                return Wrong(say("e-expired"))
            chosen = chosen | {name} if way == "on" else chosen - {name}
        if self.most is not None and len(chosen) > self.most:
            return Wrong(say("e-too-many", n=self.most))
        if "done" in keys and len(chosen) < self.least:
            return Wrong(say("e-choose"))
        kept: Stored = {"chosen": sorted(chosen)}
        return Keep(kept | {"done": True} if "done" in keys else kept)
