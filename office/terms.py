"""The periods of a unit as its coordinators see them and decide about them. DOMAIN §11.4."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from domain.standings import Standing
from domain.terms import Term, TermBook, state_of
from office.coordinators import coordinates
from office.reminding import Reminding
from office.standings import standing_of
from storage import obligations, periods
from storage.periods import PeriodRow

LOOKED_BACK = 6
"""Periods among which those that still take reports, and the last closed one, are found."""


def own_period(connection: Connection, person_id: int, period_id: int) -> PeriodRow | None:
    """The period, if this person coordinates its unit: numbers may be forged."""
    row = periods.find(connection, period_id)
    return row if row is not None and coordinates(connection, person_id, row.unit_id) else None


def book_of(connection: Connection, unit_id: int, now: datetime, how: Reminding) -> TermBook:
    """The regular periods that can be decided about: those that take reports, the earliest deadline first,
    the last that takes none any more, and the next to come."""
    begun = periods.of_unit(connection, unit_id, begun_before=now, limit=LOOKED_BACK)
    taking = [row for row in begun if row.locked_at is None and row.cutoff_at > now]
    closed = [row for row in begun if row not in taking][:1]
    coming = periods.next_of(connection, unit_id, now)
    rows = [*sorted(taking, key=lambda row: row.due_at), *closed, *([coming] if coming else [])]
    return TermBook(terms_of(connection, rows, now, how), how.manners(now).calendar)


def terms_of(
    connection: Connection, rows: Sequence[PeriodRow], now: datetime, how: Reminding
) -> tuple[Term, ...]:
    """These periods with their dates and standings."""
    standings = standing_of(connection, rows, how)
    late = obligations.late_for(connection, [row.id for row in rows], now)
    return tuple(
        _term(connection, row, standing, late.get(row.id, ()), now)
        for row, standing in zip(rows, standings, strict=True)
    )


def _term(
    connection: Connection,
    row: PeriodRow,
    standing: Standing,
    late_for: Sequence[tuple[str, datetime]],
    now: datetime,
) -> Term:
    after = periods.following(connection, row)
    return Term(
        standing,
        state_of(now, row.start_at, row.due_at, row.cutoff_at, row.locked_at),
        row.start_at,
        row.end_at,
        row.due_at,
        row.cutoff_at,
        row.briefing_at,
        row.locked_at,
        tuple(late_for),
        after.name if after else "",
    )
