"""What a person did, whatever the channel. Texts are masked already; `masked` says in how many places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

Media: TypeAlias = dict[str, Any]
"""An attachment as the door describes it: {"kind": "photo" | "pdf", "id": int}."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Words."""

    text: str
    masked: int = 0


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button of the question `question`, as it was drawn at text revision `revision`."""

    question: str
    revision: int
    key: str


@dataclass(frozen=True, slots=True)
class Attached:
    """Pictures or papers (an album is one), with or without words."""

    media: tuple[Media, ...]
    caption: str = ""
    masked: int = 0


Heard: TypeAlias = Typed | Tapped | Attached
