"""What a person is told when the office has done something."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from messages import Text


@dataclass(slots=True)
class Answer:
    """What the person is told. `filed`: a report was filed; `joined`, `left`: who sits there has changed;
    `then`: the talk that follows (its flow, what it is begun with)."""

    lines: list[Text] = field(default_factory=list)
    rows: list[list[tuple[str, Text]]] = field(default_factory=list)
    document: dict[str, str] | None = None
    filed: bool = False
    joined: bool = False
    left: bool = False
    then: tuple[str, dict[str, Any]] | None = None
