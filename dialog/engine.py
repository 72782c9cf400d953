"""The replay: a flow runs from its beginning through the answers it has, to its first open question."""

from __future__ import annotations

import re
from collections.abc import Coroutine, Generator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from dialog.question import WAITING, Question
from dialog.talk import Answers

T = TypeVar("T")

_NAME = re.compile(r"[a-z][a-z0-9-]{0,23}")


class FlowError(Exception):
    """A flow does what no flow may. A mistake of its author, never of the person talking."""


@dataclass(frozen=True, slots=True)
class Ask(Generic[T]):
    """A question on its way from a flow to the engine."""

    name: str
    question: Question[T]
    was: str | None = None

    def __await__(self) -> Generator[Ask[T], T, T]:
        return (yield self)


def ask(name: str, question: Question[T], was: str | None = None) -> Ask[T]:
    """Await this in a flow for the answer to `question`.

    `name` is a stored format: kebab-case, at most 24 characters, once per path through the flow. `was` is
    the name the question had before, so that answers given under it still count.
    """
    return Ask(name, question, was)


@dataclass(slots=True)
class Place:
    """Where a flow stands: the questions it has passed, and the open one or its result."""

    passed: list[Ask[Any]] = field(default_factory=list)
    open: Ask[Any] | None = None
    result: Any = None

    @property
    def before(self) -> Ask[Any] | None:
        """The question that [‹ Quay lại] leads to."""
        return next((asked for asked in reversed(self.passed) if not asked.question.once), None)

    def find(self, name: str) -> Ask[Any] | None:
        """The passed question of this name."""
        return next((asked for asked in self.passed if asked.name == name), None)


def stored_answer(asked: Ask[Any], answers: Answers) -> dict[str, Any]:
    """What is kept for a question, under its present or its former name; {} when nothing is."""
    stored = answers.get(asked.name)
    if stored is None and asked.was is not None:
        stored = answers.get(asked.was)
    return stored if isinstance(stored, dict) else {}


def replay(flow: Coroutine[Any, Any, Any], answers: Answers, editing: str | None = None) -> Place:
    """Run `flow` to its first open question or its end; `editing` counts as open though it is answered.

    Raises FlowError when the flow awaits anything but `ask(…)`, or asks under one name twice.
    """
    place = Place()
    answer: Any = None
    try:
        while True:
            asked = _checked(flow.send(answer), place)
            answer = asked.question.value(stored_answer(asked, answers))
            if answer is WAITING or asked.name == editing:
                place.open = asked
                return place
            place.passed.append(asked)
    except StopIteration as end:
        place.result = end.value
        return place
    finally:
        flow.close()


def _checked(awaited: object, place: Place) -> Ask[Any]:
    if not isinstance(awaited, Ask):
        kind = type(awaited).__name__
        raise FlowError(f"a flow awaited something that yields {kind}; it may only await ask(…)")
    if not _NAME.fullmatch(awaited.name):
        raise FlowError(f"{awaited.name!r} is no question name: kebab-case, at most 24 characters")
    if place.find(awaited.name) is not None:
        raise FlowError(f"question {awaited.name!r} is asked twice")
    return awaited
