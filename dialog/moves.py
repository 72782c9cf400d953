"""What a question makes of something heard. A wrong answer is a value like any other, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from dialog.heard import Heard
from messages import Text


@dataclass(frozen=True, slots=True)
class Keep:
    """Keep `stored` as this question's answer, complete or not, and say `notes`.

    `revises`: the person's own text is another one now, so that buttons drawn for the former are stale.
    """

    stored: dict[str, Any]
    notes: tuple[Text, ...] = ()
    revises: bool = False


@dataclass(frozen=True, slots=True)
class Wrong:
    """Not an answer; `text` says why. The question stays."""

    text: Text


@dataclass(frozen=True, slots=True)
class Stray:
    """Words this question cannot use. They may be meant for another talk."""


@dataclass(frozen=True, slots=True)
class Reopen:
    """Ask the answered question `name` again; its answer and all later ones stay until replaced."""

    name: str
    stored: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Extend:
    """Add `heard` to the answer of `name`; `stored` is what this question keeps."""

    name: str
    heard: Heard
    stored: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Apart:
    """`heard` begins another talk; `stored` is what this question keeps."""

    heard: Heard
    stored: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Back:
    """To the question before."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Drop the talk; asked once more if it holds the person's own words."""


Move: TypeAlias = Keep | Wrong | Stray | Reopen | Extend | Apart | Back | Drop
