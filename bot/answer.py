"""What a person is told when the office has done something."""

from __future__ import annotations

from dataclasses import dataclass, field

from messages import Text


@dataclass(slots=True)
class Answer:
    """What the person is told. `filed`: a report was filed; `joined`, `left`: who sits there has changed."""

    lines: list[Text] = field(default_factory=list)
    rows: list[list[tuple[str, Text]]] = field(default_factory=list)
    document: dict[str, str] | None = None
    filed: bool = False
    joined: bool = False
    left: bool = False
