"""A person's own text: how much of it is kept, how it is shown back."""

from __future__ import annotations

from messages import Text, say

LONGEST = 100_000
"""Far more than any platform sends in one message, so that nothing typed has to be typed again; a long report
is kept as parts of 2,000 characters (DESIGN §8)."""

_WHOLE = 3_000
_HEAD = 1_500
_TAIL = 1_000


def in_view(text: str) -> tuple[Text, ...]:
    """`text` whole where it fits into one message beside its buttons, else its beginning and its end."""
    if len(text) <= _WHOLE:
        return (text,)
    return (text[:_HEAD], say("p-cut", n=len(text)), text[-_TAIL:])


def cut(text: str, longest: int) -> tuple[str, tuple[Text, ...]]:
    """The first `longest` characters of `text`, and what to tell the person when that is not all of it."""
    lost = len(text) - longest
    return text[:longest], (say("e-over", kept=longest, lost=lost),) if lost > 0 else ()
