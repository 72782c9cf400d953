"""What a question is. Each kind has a file of its own."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ClassVar, Final, Generic, TypeAlias, TypeVar

from dialog.ear import Ear
from dialog.heard import Heard
from dialog.moves import Move
from dialog.prompt import Prompt


class Waiting:
    """The type of WAITING."""

    def __repr__(self) -> str:
        return "WAITING"


WAITING: Final = Waiting()
"""There is no answer yet."""

Stored: TypeAlias = dict[str, Any]
"""What a question keeps between messages: a JSON object, complete or half-way."""

T_co = TypeVar("T_co", covariant=True)


class Question(ABC, Generic[T_co]):
    """Something asked. It holds no state: what has been answered so far is handed to it."""

    __slots__ = ()

    plain: ClassVar[bool] = False
    """What is typed here is a code or a fixed word; the door leaves it unmasked."""
    leads_back: ClassVar[bool] = True
    """[‹ Quay lại] is shown below it where something was answered before; a card has ways of its own."""
    once: ClassVar[bool] = False
    """Answered once for all: nothing leads back here."""

    @abstractmethod
    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """What to show; `stored` is {} at first, the former answer when asked again."""

    @abstractmethod
    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """What to make of something heard. Never raises, whatever it is."""

    @abstractmethod
    def value(self, stored: Stored) -> T_co | Waiting:
        """The answer the flow is given, or WAITING while there is none (or none that is still valid)."""

    def holds(self, stored: Stored) -> bool:
        """Whether something of the person's own is kept here, not to be dropped unasked."""
        return False

    def extend(self, stored: Stored, heard: Heard) -> Move:
        """Add to a given answer. Only questions about the person's own words can."""
        raise TypeError(f"{type(self).__name__} cannot be extended")
