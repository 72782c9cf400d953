"""Finding the unit a command names."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from bot.commands.session import CommandError
from messages import say

if TYPE_CHECKING:
    from storage.database import Database
    from storage.directory import UnitRow


def unit_called(database: Database, code: str) -> UnitRow:
    """The unit with this code, in capitals or not. Raises CommandError with the nearest there is."""
    from storage import directory

    units = {unit.code.casefold(): unit for unit in database.read(directory.all_units)}
    found = units.get(code.casefold())
    if found is not None:
        return found
    near = get_close_matches(code.casefold(), units, n=1) or list(units)[:1]
    if near:
        raise CommandError(say("cli-no-unit-guess", code=code, guess=units[near[0]].code))
    raise CommandError(say("cli-no-units"))
