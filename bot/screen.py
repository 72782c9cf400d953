"""Draws what a talk shows: one message with buttons, or with numbers where there are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialog.numbers import as_numbers
from dialog.talk import Open
from messages import Catalogue, Text
from office.ids import base36

LONGEST_DATA = 64
"""Telegram's limit on callback data, in bytes; kept everywhere (Bot API, InlineKeyboardButton)."""


def tap_data(talk_id: int, open: Open, key: str) -> str:
    """What a button of a talk sends back: talk, question, text revision, key. Ids only.

    Raises ValueError when a question's name or a key is too long for the platforms.
    """
    data = f"t.{base36(talk_id)}.{open.name}.{open.revision}.{key}"
    if len(data.encode()) > LONGEST_DATA:
        raise ValueError(f"button data longer than {LONGEST_DATA} bytes: {data}")
    return data


def read_tap(data: str) -> tuple[int, str, int, str] | None:
    """(talk, question, revision, key) of `tap_data`, or None for anything else."""
    parts = data.split(".", 4)
    if len(parts) != 5 or parts[0] != "t":
        return None
    try:
        return int(parts[1], 36), parts[2], int(parts[3]), parts[4]
    except ValueError:
        return None


def draw(
    talk_id: int, open: Open, notes: Sequence[Text], words: Catalogue, *, numbered: bool
) -> dict[str, Any]:
    """The outbox body of a talk's prompt, `notes` first."""
    said = [words.render(note) for note in notes]
    if numbered:
        return {"text": "\n".join([*said, as_numbers(open.prompt, words)]), "rows": [], "screen": talk_id}
    lines = [*said, *(words.render(line) for line in open.prompt.lines)]
    rows = [
        [[tap_data(talk_id, open, button.key), words.render(button.label), button.chosen] for button in row]
        for row in open.prompt.rows
    ]
    return {"text": "\n".join(lines), "rows": rows, "screen": talk_id}


def plain(
    lines: Sequence[Text], words: Catalogue, rows: Sequence[Sequence[tuple[str, Text]]] = ()
) -> dict[str, Any]:
    """The outbox body of a message that belongs to no talk."""
    return {
        "text": "\n".join(words.render(line) for line in lines),
        "rows": [[[data, words.render(label), False] for data, label in row] for row in rows],
        "lang": words.lang,
    }
