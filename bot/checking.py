"""What would go wrong with this installation: problems that stop the work, warnings that cost something."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from bot.reach import ReachError, bots_of, platforms
from bot.settings import Settings
from bot.troubles import clock_trouble, sentences_of
from domain.leaves import YEAR_ASKED
from messages import Say, say
from storage import directory, people, periods
from storage.database import Database
from storage.directory import UnitRow
from storage.migrate import HEAD, version

PUSHING = frozenset({"telegram", "zalo"})
"""Channels that reach a phone in a pocket; the web page is read when it is opened."""

NAMED = 5
"""Units named in one line; the others are counted."""

CHAIN = ("duty", "coordinator", "leader")


def pushing_of(settings: Settings) -> frozenset[str]:
    """Those channels that reach a phone and are switched on."""
    return PUSHING & platforms(settings).keys()


@dataclass(slots=True)
class Findings:
    """What was found."""

    problems: list[Say] = field(default_factory=list)
    warnings: list[Say] = field(default_factory=list)


def look(settings: Settings, now: datetime) -> Findings:
    """Look at database, clock, channels and the alert chain of an installation with these settings."""
    found = Findings()
    _folder(settings, found)
    _database(settings, now, found)
    _channels(settings, found)
    today = now.astimezone(settings.calendar.tz).date()
    for year in (today.year, today.year + 1)[: 2 if today.month >= YEAR_ASKED else 1]:
        if year not in settings.calendar.confirmed_years:
            found.warnings.append(say("cli-check-year", year=str(year)))
    if settings.privacy.contact is None:
        found.warnings.append(say("cli-check-contact"))
    return found


def _folder(settings: Settings, found: Findings) -> None:
    folder = settings.data.folder
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        found.problems.append(say("cli-check-folder", folder=str(settings.data.folder)))


def _database(settings: Settings, now: datetime, found: Findings) -> None:
    file = settings.database.file
    if file is not None and not file.exists():
        _clock(None, now, found)
        found.warnings.append(say("cli-check-no-unit"))
        return
    if file is not None and not os.access(file, os.W_OK):
        found.problems.append(say("cli-database-readonly"))
        return
    try:
        database = Database(settings.database.url, checkpoints=False)
        try:
            _inside(database, settings, now, found)
        finally:
            database.close()
    except Exception as error:
        told = sentences_of(error)
        if not told:
            raise
        found.problems += told


def _inside(database: Database, settings: Settings, now: datetime, found: Findings) -> None:
    if database.read(version) != HEAD:
        _clock(None, now, found)
        found.problems.append(say("cli-old-database"))
        return
    database.write_now(lambda connection: None)  # a transaction can be begun and committed
    _clock(database, now, found)
    units = database.read(directory.all_units)
    if not units:
        found.warnings.append(say("cli-check-no-unit"))
    database.read(lambda c: _chains(c, units, settings, found))


def _clock(database: Database | None, now: datetime, found: Findings) -> None:
    trouble = clock_trouble(database, now)
    if trouble:
        found.problems.append(trouble)


def _chains(connection: Connection, units: list[UnitRow], settings: Settings, found: Findings) -> None:
    """Whether an urgent report would reach anybody, and any report a reader, in every unit that reports."""
    reporting, known = set(periods.units_that_report(connection)), {unit.id: unit for unit in units}
    lines = [_upwards(unit, known) for unit in units if unit.id in reporting]
    phone = settings.alerts.phone
    silent = [line[0] for line in lines if not (phone or any(unit.duty_phone for unit in line))]
    if silent:
        found.problems.append(say("cli-check-phone", units=_named(silent)))
    unreached = [line[0] for line in lines if not any(_reaches(connection, unit) for unit in line)]
    if unreached:
        found.warnings.append(say("cli-check-chain", units=_named(unreached)))
    unread = [line[0] for line in lines if _is_unread(connection, line[0])]
    if unread:
        found.warnings.append(say("cli-check-readers", units=_named(unread)))


def _upwards(unit: UnitRow, known: Mapping[int, UnitRow]) -> list[UnitRow]:
    """The unit and those above it, for where it has nobody theirs are told."""
    line = [unit]
    while (above := known.get(line[-1].parent_id or 0)) is not None:
        line.append(above)
    return line


def _is_unread(connection: Connection, unit: UnitRow) -> bool:
    """Whether somebody reports there to no coordinator."""
    return bool(people.count_active(connection, [unit.id])) and not people.people_with(
        connection, unit.id, ("coordinator",)
    )


def _reaches(connection: Connection, unit: UnitRow) -> bool:
    chain = people.people_with(connection, unit.id, CHAIN)
    return any(place.channel in PUSHING for place in people.places_of(connection, chain, PUSHING))


def _named(units: list[UnitRow]) -> str:
    more = f" … (+{len(units) - NAMED})" if len(units) > NAMED else ""
    return ", ".join(unit.code for unit in units[:NAMED]) + more


def _channels(settings: Settings, found: Findings) -> None:
    for channel, given in platforms(settings).items():
        try:
            bots_of(settings, channel)
        except ReachError as error:
            found.problems.append(error.why)
        if channel == "zalo" and given.mode == "polling":
            found.warnings.append(say("zalo-polling"))
