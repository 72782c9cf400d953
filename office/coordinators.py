"""Who coordinates which unit. DOMAIN §2."""

from __future__ import annotations

from sqlalchemy import Connection

from storage import people


def unit_of(connection: Connection, person_id: int, home: int) -> int | None:
    """The unit this person coordinates: the home unit, if it is one of several; None: none."""
    units = people.units_of(connection, person_id, "coordinator")
    return home if home in units else next(iter(units), None)


def coordinates(connection: Connection, person_id: int, unit_id: int) -> bool:
    """Whether this person coordinates that very unit: a number in a button may be forged."""
    return unit_id in people.units_of(connection, person_id, "coordinator")
