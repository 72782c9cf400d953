"""What importing people and importing units have in common: a file read, faults told line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.commands.progress import progress
from bot.commands.session import CommandError, Session
from messages import say

if TYPE_CHECKING:
    from domain.sheet import Faults, Line, Progress

T = TypeVar("T")


def understood(session: Session, file: Path, read: Callable[[Iterable[Line], Progress], T | Faults]) -> T:
    """What `read` makes of a file. Raises CommandError with every fault, SheetError, OSError."""
    from bot.sheets import read_sheet
    from domain.sheet import Faults

    lines = read_sheet(file)
    with progress(session.words.render(say("cli-reading", file=file.name)), len(lines)) as tell:
        found = read(lines, tell)
    if isinstance(found, Faults):
        raise CommandError(*found.texts, say("cli-nothing-taken", n=len(found.texts)))
    return found


def told_ignored(session: Session, ignored: Iterable[str]) -> None:
    """Columns nobody understood are named: one of them may have been meant."""
    for header in ignored:
        session.note(say("cli-ignored", header=header))
