"""Button data of messages that belong to no talk: `x.<verb>.<number in base 36>`; ids only."""

from __future__ import annotations

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    """A row's id as short as it gets. Raises ValueError below zero."""
    if number < 0:
        raise ValueError("ids are not negative")
    text = ""
    while True:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
        if not number:
            return text


def button(verb: str, id: int) -> str:
    """The data of a button that does `verb` to the row `id`."""
    return f"x.{verb}.{base36(id)}"
