"""A talk: what is kept between two messages, and what a turn of it gives."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from dialog.heard import Heard
from dialog.prompt import Prompt
from messages import Text

Answers: TypeAlias = dict[str, Any]
"""Named, normalised answers: nothing but JSON."""

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Flow(Generic[F]):
    """A conversation: a coroutine function of the facts it needs, and the version of its stored answers.

    When the meaning of an answer changes, raise `version` and give `upgrade(answers, from_version)`.
    Words its questions cannot use begin a talk of the flow `other`; without one they are just wrong.
    """

    name: str
    run: Callable[[F], Coroutine[Any, Any, Any]]
    version: int = 1
    upgrade: Callable[[Answers, int], Answers] | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """An open conversation. Nothing but this has to survive between messages.

    `revision` counts the changes of what the person has written, so that a button drawn for other words is
    known; `editing` names the question being asked again although it has an answer; `asking_drop` is set
    while "Bỏ bản nháp này?" stands.
    """

    flow: str
    version: int = 1
    answers: Answers = field(default_factory=dict)
    revision: int = 0
    editing: str | None = None
    asking_drop: bool = False
    turns: int = 0

    @classmethod
    def begin(cls, flow: Flow[Any]) -> Talk:
        """A talk of `flow` in which nothing has been said."""
        return cls(flow.name, flow.version)

    @property
    def text(self) -> str:
        """The person's own words in this talk so far (for a nudge), or nothing."""
        words = (answer.get("text", "") for answer in self.answers.values())
        return "\n".join(word for word in words if word)

    def to_json(self) -> dict[str, Any]:
        """Everything, as JSON holds it."""
        kept = {name: getattr(self, name) for name in ("flow", "version", "answers", "revision", "turns")}
        return kept | {"editing": self.editing, "asking_drop": self.asking_drop}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Talk:
        """The talk that `to_json` gave."""
        return cls(**stored)


@dataclass(frozen=True, slots=True)
class Open:
    """The talk waits at question `name`. `plain`: what is typed here is a code or fixed words, not masked."""

    name: str
    revision: int
    prompt: Prompt
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """The talk is over; `result` is what its flow returned."""

    result: Any


@dataclass(frozen=True, slots=True)
class Dropped:
    """The talk is over without a result: the person asked for it, left it for another talk, or it took too
    many turns.

    After too many turns `draft` is a fresh talk with the person's own words, to be kept instead of it.
    """

    reason: Literal["asked", "left", "turns"]
    draft: Talk | None = None


@dataclass(frozen=True, slots=True)
class Begin:
    """Another talk begins: open one of `flow` and let it hear `heard`."""

    flow: str
    heard: Heard


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a turn gives: the talk to keep, where it stands, what to say before its prompt.

    `stale`: a button of a question that has passed. `changed`: False when nothing has become different (a
    doubled tap), so that nothing need be drawn or stored.
    """

    talk: Talk
    at: Open | Closed | Dropped
    notes: tuple[Text, ...] = ()
    begin: Begin | None = None
    stale: bool = False
    changed: bool = True
