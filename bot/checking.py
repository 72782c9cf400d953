"""What would go wrong with this installation: problems that stop the work, warnings that cost something."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from bot.reach import ReachError, telegram_name
from bot.settings import Settings
from bot.troubles import clock_trouble, sentences_of
from messages import Say, say
from storage import directory, people, periods
from storage.database import Database
from storage.directory import UnitRow
from storage.migrate import HEAD, version

PUSHING = frozenset({"telegram"})
"""Channels that reach a phone in a pocket; the web page is read when it is opened."""

CHAIN = ("duty", "coordinator", "leader")


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
    if now.astimezone(settings.calendar.tz).year not in settings.calendar.confirmed_years:
        found.warnings.append(say("cli-check-year", year=str(now.year)))
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
    for unit in units:
        database.read(_chain_of(unit, settings, found))


def _clock(database: Database | None, now: datetime, found: Findings) -> None:
    trouble = clock_trouble(database, now)
    if trouble:
        found.problems.append(trouble)


def _chain_of(unit: UnitRow, settings: Settings, found: Findings) -> Callable[[Connection], None]:
    """Whether an urgent report of the unit would reach anybody; only units that report are looked at."""

    def work(connection: Connection) -> None:
        if unit.id not in periods.units_that_report(connection):
            return
        if not (unit.duty_phone or settings.alerts.phone):
            found.problems.append(say("cli-check-phone", unit=unit.code))
        chain = people.people_with(connection, unit.id, CHAIN)
        if not PUSHING & {place.channel for place in people.places_of(connection, chain)}:
            found.warnings.append(say("cli-check-chain", unit=unit.code))

    return work


def _channels(settings: Settings, found: Findings) -> None:
    if settings.telegram.token is None:
        return
    try:
        telegram_name(settings)
    except ReachError as error:
        found.problems.append(error.why)
