"""What is read whole only when it is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from messages import Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """One of a list, as far as its button shows it; `code`: what it is called by, if anything; `whole` reads
    the rest, for the one that is chosen."""

    id: int
    code: str
    label: Text
    whole: Callable[[], T]
