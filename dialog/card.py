"""A card: one message that shows the person's text and every field at once; a tap changes it in place.

Its buttons say what becomes of a field ("set tone to aggrieved", "send"), never "the next one", so taps may
come doubled, late, or in any order (DESIGN §3).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, TypeAlias

from dialog.card_typing import card_words
from dialog.choice import BACK_ROW, Option, in_rows
from dialog.ear import Ear
from dialog.heard import Attached, Heard, Tapped, Typed
from dialog.labels import control, has_words
from dialog.moves import Apart, Back, Drop, Extend, Keep, Move, Reopen, Wrong
from dialog.prompt import Button, Prompt
from dialog.question import WAITING, Question, Stored, Waiting
from messages import Text, say

Rows: TypeAlias = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A field of a card.

    `preset` is its value until the person says another. Where there are `others`, the card shows two of the
    `first` options, the rest lies behind that button (behind `asks` when there are none). A `toggled` field
    shows all but its `default`, which a second tap sets again. With `beside` (a field and its value) it is
    shown only beside that, or while it is not at its default; it can be typed all the same. What `refuses` it
    is the answer where it cannot be had.
    """

    name: str
    asks: Text
    options: tuple[Option, ...]
    required: bool = False
    preset: str | None = None
    default: str | None = None
    first: tuple[str, ...] = ()
    others: Text | None = None
    toggled: bool = False
    beside: tuple[str, str] | None = None
    refuses: Text | None = None

    def option(self, key: str | None) -> Option | None:
        """The option of this key, if there is one."""
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True, slots=True)
class Sending:
    """What sending is called, and what is said above it, while a field has a certain value."""

    field: str
    value: str
    label: Text
    warning: Text


@dataclass(frozen=True, slots=True)
class Card(Question[dict[str, str | None]]):
    """Asks for all `fields` at once; gives their values, and is answered by sending.

    `lines` show the person's text, which is the answer of the question `said`; typed words that are no
    answer may be added to it. `at_once`: sending was asked for before there was a card, so only what is
    required is asked, and answering that sends. `special` is the sending of an urgent report.
    """

    leads_back: ClassVar[bool] = False

    lines: tuple[Text, ...]
    fields: tuple[Field, ...]
    said: str = "said"
    at_once: bool = False
    special: Sending | None = None

    # -- showing ------------------------------------------------------------------------------------

    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """What to do with words just typed; a required field alone; all options of a field; or the card."""
        if pending := stored.get("pending"):
            return Prompt((pending["text"], say("p-add")), (_ADD,))
        missing = self._missing(stored)
        if missing and self._asked(stored):
            lines = (*self.lines, missing.asks, say("p-answer-sends"))
            return Prompt(lines, _field_rows(missing, None, "1", 1))
        viewed = self._field(stored.get("view"))
        if viewed:
            rows = _field_rows(viewed, self._value_of(viewed, stored), "a", 2)
            return Prompt((viewed.asks,), (*rows, BACK_ROW))
        return Prompt(self._head(stored, ear), self._rows(stored))

    def _head(self, stored: Stored, ear: Ear) -> tuple[Text, ...]:
        head = say("p-unsent")
        if ear.numbered:
            head = say("p-unsent-numbered" if self._missing(stored) else "p-unsent-ready")
        special = self._special(stored)
        return (head, *self.lines, *((special.warning,) if special else ()))

    def _rows(self, stored: Stored) -> Rows:
        rows: Rows = ()
        for field in self.fields:
            if not self._is_shown(field, stored):
                continue
            if field.others is not None:
                rows += (self._first_of(field, stored),)
            else:
                mark = "" if field.toggled else "1"
                rows += _field_rows(field, self._value_of(field, stored), mark, 2)
        special = self._special(stored)
        send = Button("send", special.label if special else say("b-send"))
        return (*rows, _CHANGE, (send,))

    def _first_of(self, field: Field, stored: Stored) -> tuple[Button, ...]:
        value = self._value_of(field, stored)
        keys = field.first if value in field.first or value is None else (value, *field.first)
        shown = [option for key in keys[:2] if (option := field.option(key))]
        buttons = [
            Button(f"{field.name}:{option.key}", option.label, option.key == value, chr(ord("a") + index))
            for index, option in enumerate(shown)
        ]
        label = field.others if shown and field.others else field.asks
        return (*buttons, Button(f"more:{field.name}", label, mark=chr(ord("a") + len(shown))))

    # -- hearing ------------------------------------------------------------------------------------

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """Taps and typed answers change the card; other words ask where they belong; files are added."""
        match heard:
            case Tapped(key=key):
                return self._apply(stored, [key])
            case Attached():
                return Extend(self.said, heard, self._unasked(stored))
            case Typed():
                return self._typed(stored, heard, ear)

    def _typed(self, stored: Stored, heard: Typed, ear: Ear) -> Move:
        vocabulary = card_words(self.fields, self.prompt(stored, ear), ear, bool(stored.get("pending")))
        keys = vocabulary.read(heard.text)
        if keys is not None and not _contradicts(keys):
            return self._apply(stored, keys)
        if stored.get("pending") and self._reads(stored, heard.text, ear):
            return Wrong(say("p-add-first"))
        if move := control(heard.text):
            return move
        if not has_words(heard.text):
            return Wrong(say("e-choose"))
        return self._set_aside(stored, heard)

    def _reads(self, stored: Stored, text: str, ear: Ear) -> bool:
        """Whether this would be an answer to the card itself, which is hidden by a question."""
        shown = {name: value for name, value in stored.items() if name != "pending"}
        return card_words(self.fields, self.prompt(shown, ear), ear, False).read(text) is not None

    def _set_aside(self, stored: Stored, heard: Typed) -> Move:
        former: dict[str, Any] = stored.get("pending") or {"text": "", "masked": 0}
        text = "\n".join(filter(None, (former["text"], heard.text.strip())))
        return Keep(stored | {"pending": {"text": text, "masked": former["masked"] + heard.masked}})

    def _apply(self, stored: Stored, keys: Iterable[str]) -> Move:
        """First what is set, then the one thing that is to be done."""
        act = ""
        for key in keys:
            name, colon, value = key.partition(":")
            field = self._field(name)
            if field and field.option(value):
                if field.refuses is not None and value != field.default:
                    return Wrong(field.refuses)
                stored = stored | {"set": stored.get("set", {}) | {name: value}}
                stored = {**stored, "view": None} if stored.get("view") == name else stored
            elif name == "more" and self._field(value):
                stored = stored | {"view": value}
            elif not colon and key in _ACTS:
                act = key
            else:
                return Wrong(say("e-expired"))
        return self._act(stored, act)

    def _act(self, stored: Stored, act: str) -> Move:
        pending = stored.get("pending")
        match act:
            case "drop":
                return Drop()
            case "edit":
                return Reopen(self.said, self._unasked(stored))
            case "back":
                beside = stored.get("view") or self._asked(stored)
                return Keep(self._unasked(stored)) if beside else Back()
            case "add" | "new" if pending:
                heard = Typed(pending["text"], pending["masked"])
                kept = {name: value for name, value in self._unasked(stored).items() if name != "pending"}
                return Extend(self.said, heard, kept) if act == "add" else Apart(heard, kept)
            case "send" if pending:
                return Wrong(say("p-add-first"))
            case "send":
                return Keep(stored | ({"asked": True} if self._missing(stored) else {"sent": True}))
            case _:
                settled = self._asked(stored) and not self._missing(stored) and not pending
                return Keep(stored | {"sent": True} if settled else stored)

    # -- knowing ------------------------------------------------------------------------------------

    def value(self, stored: Stored) -> dict[str, str | None] | Waiting:
        """Every field's value by its name, once sent."""
        if not stored.get("sent") or self._missing(stored):
            return WAITING
        return {field.name: self._value_of(field, stored) for field in self.fields}

    def holds(self, stored: Stored) -> bool:
        """Words whose place is still asked for."""
        return bool(stored.get("pending"))

    def _asked(self, stored: Stored) -> bool:
        return bool(stored.get("asked", self.at_once))

    def _unasked(self, stored: Stored) -> Stored:
        return {name: stored[name] for name in ("set", "pending") if name in stored} | {"asked": False}

    def _field(self, name: str | None) -> Field | None:
        return next((field for field in self.fields if field.name == name), None)

    def _value_of(self, field: Field, stored: Stored) -> str | None:
        value = stored.get("set", {}).get(field.name)
        return str(value) if field.option(value) else field.preset or field.default

    def _is_shown(self, field: Field, stored: Stored) -> bool:
        if field.beside is None or self._value_of(field, stored) != field.default:
            return True
        name, value = field.beside
        other = self._field(name)
        wanted = other is not None and self._value_of(other, stored) == value
        return wanted and field.refuses is None

    def _missing(self, stored: Stored) -> Field | None:
        """The required field that is not set."""
        wanted = (field for field in self.fields if field.required)
        return next((field for field in wanted if self._value_of(field, stored) is None), None)

    def _special(self, stored: Stored) -> Sending | None:
        field = self._field(self.special.field) if self.special else None
        chosen = self._value_of(field, stored) if field else None
        return self.special if self.special and chosen == self.special.value else None


@lru_cache(maxsize=256)
def _field_rows(field: Field, value: str | None, first_mark: str, columns: int) -> Rows:
    """The options of `field` as buttons, marked from `first_mark` on. Cached: most fields never change."""
    shown = [option for option in field.options if not field.toggled or option.key != field.default]
    buttons = [
        Button(
            f"{field.name}:{field.default if field.toggled and option.key == value else option.key}",
            option.label,
            option.key == value,
            chr(ord(first_mark) + index) if first_mark else "",
        )
        for index, option in enumerate(shown)
    ]
    return in_rows(buttons, columns)


_ADD = (Button("add", say("b-addto"), mark="1"), Button("new", say("b-newrep"), mark="2"))
_CHANGE = (Button("edit", say("b-edit")), Button("drop", say("b-cancel")))
_ACTS = frozenset({"add", "new", "back", "drop", "edit", "send"})


def _contradicts(keys: list[str]) -> bool:
    """Whether one field is given two values, or two things are to be done at once."""
    names = [key.partition(":")[0] if ":" in key else "" for key in set(keys)]
    return len(names) != len(set(names))
