"""Every sentence the product says. Code names a sentence (`say("c-sent", code=…)`); only the rim renders it.

Sentences live in `messages/<language>/*.ftl` (Fluent). Vietnamese is complete; English says the same for
those who read none. Wording and limits: DOMAIN §9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

LANGUAGES = ("vi", "en")
FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence not yet rendered: its Fluent id and the values of its variables."""

    id: str
    args: tuple[tuple[str, object], ...] = ()


Text: TypeAlias = Say | str
"""What can be shown: a sentence of ours, or words a person or an operator wrote (already masked)."""


def say(id: str, **args: object) -> Say:
    """Name a sentence. `args` are strings, whole numbers (for plural choice), or sentences themselves."""
    return Say(id, tuple(args.items()))


_ENTRY = re.compile(r"^(?P<id>[a-z][a-z0-9-]*) =.*\n(?:(?:[ }].*)?\n)*", re.MULTILINE)
"""A sentence in a .ftl file with all its lines. None refers to another one (a test sees to it)."""


class Catalogue:
    """All sentences of one language."""

    def __init__(self, lang: str) -> None:
        """Find the sentences of `messages/<lang>/*.ftl`. Raises ValueError for a language we do not speak."""
        from fluent.runtime import FluentBundle, FluentResource  # half of what `--help` would take

        if lang not in LANGUAGES:
            raise ValueError(f"no such language: {lang}")
        self.lang = lang
        self._parse = FluentResource
        self._bundle = FluentBundle([lang], use_isolating=False)
        self._sources: dict[str, str] = {}
        for file in sorted((FOLDER / lang).glob("*.ftl")):
            self._sources |= {found["id"]: found[0] for found in _ENTRY.finditer(file.read_text("utf-8"))}
        self._plain: dict[str, str] = {}

    def render(self, text: Text) -> str:
        """The words of `text`. Raises KeyError for an unknown sentence, ValueError for a missing variable."""
        if isinstance(text, str):
            return text
        if not text.args:
            known = self._plain.get(text.id)
            if known is None:
                known = self._plain[text.id] = self._format(text.id, {})
            return known
        return self._format(text.id, {name: self._value(value) for name, value in text.args})

    def _value(self, value: object) -> object:
        if isinstance(value, Say):
            return self.render(value)
        return value if isinstance(value, int) else str(value)

    def _format(self, id: str, args: dict[str, object]) -> str:
        if not self._bundle.has_message(id):
            self._learn(id)
        pattern = self._bundle.get_message(id).value
        if pattern is None:
            raise KeyError(f"sentence {id!r} has no words in {self.lang!r}")
        words, errors = self._bundle.format_pattern(pattern, args)
        if errors:
            raise ValueError(f"sentence {id!r} in {self.lang!r}: {errors[0]}")
        return str(words)

    def _learn(self, id: str) -> None:
        """Understand one sentence when it is first said: all of them would take a fifth of every start."""
        if id not in self._sources:
            raise KeyError(f"no sentence {id!r} in {self.lang!r}")
        self._bundle.add_resource(self._parse(self._sources[id]))


@cache
def catalogue(lang: str) -> Catalogue:
    """The sentences of `lang`, read once per process."""
    return Catalogue(lang)


def simple_sentences(lang: str, area: str) -> dict[str, str]:
    """The sentences of one file that are a line of words and no more, read without Fluent: for `--help`."""
    text = (FOLDER / lang / f"{area}.ftl").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z][a-z0-9-]*) = ([^{}\n]+)$", text, re.MULTILINE))
