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


def number_of(text: str) -> int | None:
    """The row's id that `base36` wrote; None for anything else, also for one no database could hold."""
    if not 0 < len(text) <= 12 or any(letter not in DIGITS for letter in text):
        return None
    return int(text, 36)


def button(verb: str, id: int) -> str:
    """The data of a button that does `verb` to the row `id`."""
    return f"x.{verb}.{base36(id)}"
