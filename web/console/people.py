"""People and units: who serves where by which decision, terms that end, units without anybody."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from domain.gaps import NAMES_SHOWN
from office import gaps, signing_in
from storage import directory, overview, roster_list
from web.console.asked import Asked
from web.console.guard import Page


async def roster(asked: Asked) -> Response:
    """The seats of one unit, and what is amiss in all of them."""
    return asked.page("people.html", **await asked.read(lambda c: _read_roster(c, asked)))


def _read_roster(connection: Connection, asked: Asked) -> dict[str, Any]:
    unit = asked.chosen_unit()
    return {
        "unit": unit,
        "units": directory.names_of(connection, asked.units),
        "seats": roster_list.seats_in(connection, unit),
        "gaps": gaps.in_units(connection, asked.units, asked.units, asked.today),
        "most": NAMES_SHOWN,
        "resets": "administrator" in asked.who.roles,
    }


async def reset_second(asked: Asked) -> Response:
    """Somebody has lost authenticator and codes: administrators of all they serve let them set it up anew."""
    id, by = asked.number("id"), asked.session.person_id
    if not await asked.read(lambda c: signing_in.may_reset(c, asked.who, id)):
        return asked.missing()
    await asked.do(lambda post: signing_in.reset_second(post, id, by))
    return asked.back("/ban/nguoi", "second-reset")


async def units(asked: Asked) -> Response:
    """One unit, what it belongs to and what belongs to it."""
    return asked.page("units.html", **await asked.read(lambda c: _read_units(c, asked)))


def _read_units(connection: Connection, asked: Asked) -> dict[str, Any]:
    one = directory.find_unit(connection, asked.chosen_unit())
    below = directory.children_of(connection, one.id)
    known = [one.id, *(child.id for child in below)]
    return {
        "one": one,
        "above": one.parent_id if one.parent_id in asked.units else None,
        "below": below,
        "active": overview.active_by_unit(connection, known),
    }


PAGES = (
    Page("/ban/nguoi", "person", "read", roster),
    Page("/ban/nguoi/{id:int}/xac-thuc", "person", "handle", reset_second, "POST"),
    Page("/ban/don-vi", "unit", "read", units),
)
