"""How periods stand, for those who may know: the coordinators of the unit. DOMAIN §1 rows 24, 31."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.standings import Owing, Reach, Standing
from domain.when import written
from office.reminding import Reminding
from storage import directory, obligations, periods
from storage.obligations import OwingRow
from storage.periods import PeriodRow

CLOSED_SHOWN = 1
"""Closed periods shown after those that still take reports."""


def standing_of(
    connection: Connection, rows: Collection[PeriodRow], how: Reminding, *, named: bool = True
) -> tuple[Standing, ...]:
    """How these periods stand, with the names of those who owe; without `named` only counts are read."""
    ids = [row.id for row in rows]
    counts = obligations.counts(connection, ids)
    owing: dict[int, list[Owing]] = {}
    for one in obligations.owing(connection, ids, how.pushing) if named else ():
        label = one.label or f"CTV-{one.person_id}"
        owing.setdefault(one.period_id, []).append(Owing(one.person_id, label, _reach(one)))
    return tuple(
        Standing(
            row.id,
            row.code,
            row.name,
            written(row.due_at, ZoneInfo(how.zone)),
            row.locked_at is not None,
            counts[row.id],
            tuple(owing.get(row.id, ())),
            row.programme == periods.REQUEST,
        )
        for row in rows
    )


def current(
    connection: Connection, unit_id: int, now: datetime, how: Reminding, *, named: bool = True
) -> tuple[Standing, ...]:
    """The unit's periods that still take reports, the earliest deadline first, then the last closed one;
    `named`: with the names of those who owe."""
    begun = periods.of_unit(connection, unit_id, begun_before=now, limit=6)
    asked = periods.of_unit(connection, unit_id, begun_before=now, limit=6, programme=periods.REQUEST)
    taking = [one for one in (*begun, *asked) if one.cutoff_at > now and one.locked_at is None]
    closed = [one for one in begun if one not in taking][:CLOSED_SHOWN]
    rows = [*sorted(taking, key=lambda one: one.due_at), *closed]
    return standing_of(connection, rows, how, named=named)


def silent(
    connection: Connection, unit_id: int, now: datetime, how: Reminding, least: int
) -> list[tuple[str, int]]:
    """(area, periods) of the unit and those valid below it from which nothing at all has come for at least so
    many closed periods in a row, the longest silence first."""
    units = directory.below(connection, unit_id, now.astimezone(ZoneInfo(how.zone)).date())
    closed = obligations.came_by_unit(connection, units, now)
    names = directory.names_of(connection, units)
    found: list[tuple[str, int]] = []
    for id, rows in groupby(closed, key=lambda row: row[0]):
        silence = 0
        for _, _, _, came in rows:
            if came:
                break
            silence += 1
        if silence >= least:
            found.append((names[id], silence))
    return sorted(found, key=lambda one: (-one[1], one[0]))


def _reach(one: OwingRow) -> Reach:
    if one.rings:
        return "push" if one.wants else "declined"
    return "call" if one.here or not one.blocked else "blocked"
