"""Conversations as straight code, replayed (DESIGN §3). Between messages only named answers are kept."""

from dialog.ear import Ear
from dialog.heard import Attached, Heard, Tapped, Typed
from dialog.prompt import Button, Prompt
from dialog.talk import Begin, Closed, Dropped, Flow, Open, Outcome, Talk
from dialog.turn import ask_drop, hear, step

__all__ = [
    "Attached",
    "Begin",
    "Button",
    "Closed",
    "Dropped",
    "Ear",
    "Flow",
    "Heard",
    "Open",
    "Outcome",
    "Prompt",
    "Talk",
    "Tapped",
    "Typed",
    "ask_drop",
    "hear",
    "step",
]
