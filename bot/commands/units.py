"""Finding the unit a command names."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from bot.commands.session import CommandError, Session
from messages import say

if TYPE_CHECKING:
    from storage.database import Database
    from storage.directory import UnitRow


def unit_called(session: Session, database: Database, words: str) -> UnitRow:
    """The unit with this code or name today; what is no more leads to what followed it. Raises CommandError
    with those that may be meant, else with the nearest there is."""
    from office.units import names_on
    from storage import directory

    names = database.read(lambda c: names_on(c, session.today))
    units = {unit.code.casefold(): unit for unit in database.read(directory.all_units)}
    found = names.find(words)
    if len(found) == 1:
        return units[found[0].code.casefold()]
    why = names.why_none(words)
    if found or why.id != "roster-unit-unknown":
        raise CommandError(why)
    near = get_close_matches(words.casefold(), units, n=1) or list(units)[:1]
    if near:
        raise CommandError(say("cli-no-unit-guess", code=words, guess=units[near[0]].code))
    raise CommandError(say("cli-no-units"))
