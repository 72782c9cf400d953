"""Channels without buttons: the same prompt as one message whose numbers and words answer it."""

from __future__ import annotations

from itertools import groupby

from dialog.prompt import Button, Prompt
from messages import Catalogue, say

_CHOSEN = "● "


def as_numbers(prompt: Prompt, words: Catalogue) -> str:
    """`prompt` as one text: its lines, then its numbered answers, then what is typed by its label.

    Numbers alone stand one a line; where letters stand beside them (a card) each kind fills a line, so that
    "2 b", "ok" or "khẩn" answers it.
    """
    lines = [words.render(line) for line in prompt.lines]
    marked = [button for button in prompt.buttons if button.mark]
    between = "\n" if all(button.mark.isdigit() for button in marked) else " · "
    for _, kind in groupby(marked, key=lambda button: button.mark.isdigit()):
        lines.append(between.join(f"{button.mark}. {_label(button, words)}" for button in kind))
    typed = [_label(button, words) for button in prompt.buttons if not button.mark]
    if typed:
        lines.append(words.render(say("p-numbers", labels=" · ".join(typed))))
    return "\n".join(lines)


def _label(button: Button, words: Catalogue) -> str:
    return (_CHOSEN if button.chosen else "") + words.render(button.label)
