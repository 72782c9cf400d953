"""Some of a few answers, in the order in which they are chosen."""

from __future__ import annotations

from dataclasses import dataclass

from dialog.choice import Option, in_rows
from dialog.ear import Ear
from dialog.heard import Heard, Tapped, Typed
from dialog.labels import DONE, button_words, control
from dialog.moves import Keep, Move, Stray, Wrong
from dialog.prompt import Button, Prompt
from dialog.question import WAITING, Question, Stored, Waiting
from messages import Text, say


@dataclass(frozen=True, slots=True)
class Ordered(Question[tuple[str, ...]]):
    """Asks for one or more of `options` in an order, then [Xong]; gives their keys in that order."""

    asks: tuple[Text, ...]
    options: tuple[Option, ...]
    columns: int = 2

    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """All answers, the chosen ones with their place; a tap says what the answer becomes, so that a
        doubled one changes nothing."""
        chosen = self._chosen(stored)
        buttons = [
            Button(
                f"{option.key}:{'off' if option.key in chosen else 'on'}",
                self._label(option, chosen, ear),
                option.key in chosen,
                str(number),
            )
            for number, option in enumerate(self.options, 1)
        ]
        # Labels carry the place once chosen, so that the numbers to type stand above, where they stay.
        numbers = [f"{button.mark}. {ear.words.render(option.label)}"
                   for button, option in zip(buttons, self.options, strict=True)]  # fmt: skip
        done = ((Button("done", say("b-done")),),) if chosen else ()
        return Prompt((*self.asks, *(() if ear.numbered else numbers)), in_rows(buttons, self.columns) + done)

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """A tap, or labels and numbers in their order ("2 1 3"), which then are the whole answer."""
        if isinstance(heard, Tapped):
            return self._set(stored, [heard.key])
        if not isinstance(heard, Typed):
            return Stray()
        vocabulary = button_words(self.prompt({}, ear), ear)
        for option in self.options:
            vocabulary.add(f"{option.key}:on", option.also)
        vocabulary.add("done", DONE)
        keys = vocabulary.read(heard.text)
        if not keys:
            return control(heard.text) or Stray()
        named = [key for key in keys if key != "done"]
        return self._set({} if named else stored, [*named, "done"])

    def value(self, stored: Stored) -> tuple[str, ...] | Waiting:
        """The chosen keys, once done."""
        chosen = self._chosen(stored)
        return tuple(chosen) if stored.get("done") and chosen else WAITING

    def _chosen(self, stored: Stored) -> list[str]:
        known = {option.key for option in self.options}
        return [key for key in stored.get("chosen", ()) if key in known]

    def _label(self, option: Option, chosen: list[str], ear: Ear) -> Text:
        if option.key not in chosen:
            return option.label
        return f"{chosen.index(option.key) + 1}. {ear.words.render(option.label)}"

    def _set(self, stored: Stored, keys: list[str]) -> Move:
        chosen = self._chosen(stored)
        for key in keys:
            name, _, way = key.partition(":")
            if key == "done":
                continue
            if way not in ("on", "off") or name not in {option.key for option in self.options}:
                return Wrong(say("e-expired"))
            chosen = [one for one in chosen if one != name or way == "on"]
            chosen += [name] if way == "on" and name not in chosen else []
        if "done" in keys and not chosen:
            return Wrong(say("e-choose"))
        kept: Stored = {"chosen": chosen}
        return Keep(kept | {"done": True} if "done" in keys else kept)
