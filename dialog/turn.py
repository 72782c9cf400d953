"""One turn of a talk: hear something, say where the talk stands. Pure: nothing is sent, stored or fetched."""

from __future__ import annotations

from typing import TypeVar

from dialog.ear import Ear
from dialog.heard import Heard
from dialog.talk import Flow, Outcome, Talk

F = TypeVar("F")


def step(flow: Flow[F], facts: F, talk: Talk, ear: Ear) -> Outcome:
    """Where the talk stands now, nothing having been heard: to show it first, or again."""
    raise NotImplementedError


def hear(flow: Flow[F], facts: F, talk: Talk, heard: Heard, ear: Ear) -> Outcome:
    """The talk after it has heard this."""
    raise NotImplementedError


def ask_drop(flow: Flow[F], facts: F, talk: Talk, ear: Ear) -> Outcome:
    """/huy: drop a talk that holds none of the person's words at once, else ask "Bỏ bản nháp này?"."""
    raise NotImplementedError
