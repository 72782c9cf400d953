"""What may be typed into an open card."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from dialog.choice import Option
from dialog.ear import Ear
from dialog.labels import BACK, DROP, EDIT, SEND, YES, Vocabulary, spoken
from dialog.prompt import Prompt
from messages import Text


class _Field(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def options(self) -> tuple[Option, ...]: ...
    @property
    def others(self) -> Text | None: ...


def card_words(fields: Iterable[_Field], prompt: Prompt, ear: Ear, adding: bool) -> Vocabulary:
    """Labels and other words of every option, `gửi|ok|xong`, `sửa`, `huỷ`, and what `prompt` shows.

    Bare numbers and letters count only where the channel shows them. While the person is asked where
    words belong (`adding`), "ok" says to add them.
    """
    vocabulary = Vocabulary()
    if ear.numbered:
        vocabulary.add_marks(prompt)
    for button in prompt.buttons:
        if ":" not in button.key:
            vocabulary.add(button.key, (spoken(ear.words.render(button.label)),))
    if adding:
        vocabulary.add("add", ("them", *YES))
        vocabulary.add("new", ("moi", "khong"))
    vocabulary.add("send", SEND)
    vocabulary.add("edit", EDIT)
    vocabulary.add("drop", DROP)
    vocabulary.add("back", BACK)
    for field in fields:
        for option in field.options:
            label = spoken(ear.words.render(option.label))
            vocabulary.add(f"{field.name}:{option.key}", (label, *option.also))
        if field.others is not None:
            vocabulary.add(f"more:{field.name}", (spoken(ear.words.render(field.others)),))
    return vocabulary
