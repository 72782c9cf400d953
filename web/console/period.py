"""How the period stands: who has reported, and who owes, for those who may know it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from office import standings
from office.access import units_for
from storage import directory
from web.console.asked import Asked
from web.console.guard import Page


async def period(asked: Asked) -> Response:
    """One unit's periods; counts for whoever reads periods, names for whoever keeps its people."""
    return asked.page("period.html", **await asked.read(lambda c: _read(c, asked)))


def _read(connection: Connection, asked: Asked) -> dict[str, Any]:
    unit = asked.chosen_unit()
    named = unit in units_for(connection, asked.who, "person", "read")
    return {
        "unit": unit,
        "units": directory.names_of(connection, asked.units),
        "standing": standings.current(connection, unit, asked.now, asked.console.reminding, named=named),
        "named": named,
    }


PAGES = (Page("/ban/ky", "period", "read", period),)
