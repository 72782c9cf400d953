"""What a conversation shows: lines, and rows of buttons. Channels draw it, or spell it with numbers."""

from __future__ import annotations

from dataclasses import dataclass

from messages import Text


@dataclass(frozen=True, slots=True)
class Button:
    """A shortcut. `key` is what a tap sends back: short ASCII without dots, e.g. "tone:aggrieved", "send".

    `mark` is the number or letter that says the same on channels without buttons; a button without a mark
    is typed by its label.
    """

    key: str
    label: Text
    chosen: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One message: its lines, then its buttons."""

    lines: tuple[Text, ...]
    rows: tuple[tuple[Button, ...], ...] = ()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, in reading order."""
        return tuple(button for row in self.rows for button in row)
