"""The first page of the desk: what waits today."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from domain.standings import Standing
from office import gaps, standings
from office.access import units_for
from storage import matter_list, overview, report_list, shifts
from web.console.asked import Asked
from web.console.guard import Page

OWN = 3
"""Units of which the first page tells how the period stands."""


async def home(asked: Asked) -> Response:
    """What waits for this person today, by what they may see."""
    return asked.page("home.html", **await asked.read(lambda c: _read(c, asked)))


def _read(connection: Connection, asked: Asked) -> dict[str, Any]:
    how, now, me = asked.console.reminding, asked.now, asked.who.person_id
    hears = units_for(connection, asked.who, "report", "read")
    serves = units_for(connection, asked.who, "person", "read")
    rota = units_for(connection, asked.who, "rota", "read")
    deals = units_for(connection, asked.who, "matter", "read")
    judges = units_for(connection, asked.who, "matter", "approve")
    own = [one for one, _ in asked.who.seats if asked.may("period")]
    standing: list[Standing] = []
    for unit in dict.fromkeys(own[:OWN]):
        standing += standings.current(connection, unit, now, how, named=False)[:1]
    gaps_there = gaps.in_units(connection, (), serves, asked.today)
    return {
        "waiting": overview.waiting(connection, hears) if hears else None,
        "counted": overview.COUNTED,
        "newest": report_list.newest(connection) if hears else 0,
        "matters": matter_list.waiting(connection, deals, judges, me, now) if deals else None,
        "standing": standing,
        "ending": [*gaps_there.ending, *gaps_there.ended],
        "duty": [one for unit in sorted(rota)[:OWN] for one in _on_duty(connection, unit, asked)],
        "rota": bool(rota),
    }


def _on_duty(connection: Connection, unit: int, asked: Asked) -> list[shifts.ShiftRow]:
    return shifts.between(connection, unit, asked.now, asked.now + timedelta(seconds=1))


PAGES = (Page("/ban", None, "read", home),)
