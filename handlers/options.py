"""The scales of `domain.scales` as answers: their labels, and what else people type for them."""

from __future__ import annotations

from functools import lru_cache

from dialog.choice import Option
from domain.topics import Topic
from messages import say

TONES = (
    Option("approve", say("b-pos"), ("#dongtinh", "ung ho", "phan khoi")),
    Option("uneasy", say("b-worry"), ("#bk", "lo lang")),
    Option("aggrieved", say("b-anger"), ("#bx",)),
    Option("unclear", say("b-neutral"), ("#cr",)),
)
LEVELS = (
    Option("normal", say("b-normal"), ("binh thuong", "khong khan")),
    Option("attention", say("b-attn"), ("luu y", "#luuy")),
    Option("urgent", say("b-urgent"), ("khan cap", "#khan")),
)
SEALING = (
    Option("open", say("b-unsealed")),
    Option("sealed", say("b-direct"), ("kin", "#kin", "gui kin")),
)
SPREADS = (
    Option("one", say("b-e1")),
    Option("some", say("b-e2")),
    Option("many", say("b-e3")),
    Option("most", say("b-e4")),
)
FORECASTS = (
    Option("calm", say("b-calm")),
    Option("same", say("b-same")),
    Option("grow", say("b-grow")),
    Option("hotspot", say("b-hotspot"), ("diem nong",)),
)
STRATA = tuple(
    Option(code, say(f"b-{code}"))
    for code in (
        "officials", "workers", "farmers", "traders", "intellectuals", "youth", "women", "veterans",
        "elderly", "retired",
    )
)  # fmt: skip


@lru_cache(maxsize=64)
def topic_options(codes: tuple[str, ...]) -> tuple[Option, ...]:
    """The topics of these codes as answers; "#MT" says its code."""
    return tuple(Option(code, Topic(code).label, (f"#{code.lower()}",)) for code in codes)
