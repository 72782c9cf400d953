"""Golden talks: conversations written down, to be played on any channel.

A file holds one talk:

    title:   one sentence about what it shows
    start:   who is talking and what is the case; a name of `tests.talks.starts.STARTS`
    only:    "buttons" or "numbers", for what exists on such channels only; both when left out
    steps:   in order; each says or taps something, then may look at what came back

A step is one of

    say: text                a message, a command or an answer typed
    tap: label               the button of this label, in its newest drawing that has it
    tap_old: label           the same, in its oldest drawing: the person scrolled up, or the line is slow
    photo: caption           a picture with these words ("" for none)

with any of

    twice: true              the tap comes doubled, before anything is redrawn
    expect: [substrings]     all of them in what the bot answered to this step (its texts and its labels)
    not: [substrings]        none of them in it
    chosen: [labels]         exactly these buttons of the newest message are marked as chosen (channels that
                             draw buttons)
    silent: true             nothing came back
    result: Command          the talk ended in this command of `domain.commands` …
    with: {field: value}     … and these of its fields
    dropped: true            the talk ended without one

Where there are no buttons, a tap is typed: the number or letter the message shows, else the label.
What a command leads to (a row, a receipt, an alert) is the channel's player to look at.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
_DOES = {"say", "tap", "tap_old", "photo"}
_KEYS = _DOES | {"twice", "expect", "not", "chosen", "silent", "result", "with", "dropped"}


@dataclass(frozen=True)
class Step:
    """One thing the person does, and what is to come of it."""

    does: str
    what: str
    twice: bool = False
    expect: tuple[str, ...] = ()
    unexpected: tuple[str, ...] = ()
    chosen: tuple[str, ...] | None = None
    silent: bool = False
    result: str | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    dropped: bool = False


@dataclass(frozen=True)
class Script:
    """A golden talk."""

    name: str
    title: str
    start: str
    only: str | None
    steps: tuple[Step, ...]

    def plays(self, numbered: bool) -> bool:
        """Whether it can be played on such a channel."""
        return self.only in (None, "numbers" if numbered else "buttons")


_SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast where there is libyaml


def scripts() -> list[Script]:
    """All golden talks, by name."""
    return [_script(file) for file in sorted(FOLDER.glob("*.yaml"))]


def _script(file: Path) -> Script:
    raw = yaml.load(file.read_text(encoding="utf-8"), _SafeLoader)
    steps = tuple(_step(file.stem, step) for step in raw["steps"])
    return Script(file.stem, raw["title"], raw["start"], raw.get("only"), steps)


def _step(name: str, raw: dict[str, Any]) -> Step:
    if unknown := set(raw) - _KEYS:
        raise ValueError(f"{name}: unknown keys {unknown}")
    (does,) = set(raw) & _DOES
    return Step(
        does,
        str(raw[does]),
        raw.get("twice", False),
        tuple(raw.get("expect", ())),
        tuple(raw.get("not", ())),
        tuple(raw["chosen"]) if "chosen" in raw else None,
        raw.get("silent", False),
        raw.get("result"),
        raw.get("with", {}),
        raw.get("dropped", False),
    )
