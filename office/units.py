"""Units: the first one of an installation, and lists of many. DOMAIN §3."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy import Connection

from domain.text import fold, nfc
from domain.unit_list import TERRITORIAL, TYPES, Unit, UnitPlan
from domain.unit_names import KnownUnit, UnitNames
from office.invites import NewInvite, invite
from office.periods import Plan, open_periods
from storage import audit, units


class UnitExistsError(Exception):
    """There is a unit with this code already."""


def found_unit(
    connection: Connection, *, code: str, name: str, duty_phone: str, plan: Plan, now: datetime
) -> int:
    """A new unit with its periods; gives its id. Raises UnitExistsError."""
    if units.find(connection, code) is not None:
        raise UnitExistsError(code)
    type = type_of(name)
    id = units.add(
        connection,
        code=code,
        name=name,
        type=type,
        territorial=type in TERRITORIAL,
        duty_phone=duty_phone,
    )
    open_periods(connection, id, plan, now)
    audit.note(connection, "unit-founded", code, now=now)
    return id


def invite_administrator(connection: Connection, unit_id: int, now: datetime) -> NewInvite:
    """The invite with which a new installation begins."""
    return invite(connection, unit_id=unit_id, role="administrator", now=now)


def type_of(name: str) -> str:
    """The type a name begins with ("Phường Mẫu" is a commune), by the most words ("Tỉnh đoàn" is no
    province); else a body. "Ban" is no "bản"."""
    words = f"{fold(name)} "
    starts = [(start, type) for type, known in TYPES.items() for start in known]
    found = [(start, type) for start, type in starts if words.startswith(f"{start} ")]
    start, type = max(found, key=lambda one: len(one[0]), default=("", "body"))
    return "body" if start == "ban" and not nfc(name).casefold().startswith("bản") else type


def apply_units(
    connection: Connection, plan: UnitPlan, now: datetime, progress: Callable[[int], None] = lambda done: None
) -> None:
    """Take a list of units over: `plan` was read from it beside the units there are."""
    ids = units.ids(connection)
    for done, unit in enumerate((*plan.added, *plan.changed), 1):
        values = {
            "name": unit.name,
            "type": unit.type,
            "parent_id": ids[unit.parent] if unit.parent else None,
            "valid_from_on": unit.valid_from_on,
            "valid_to_on": unit.valid_to_on,
            "territorial": unit.type in TERRITORIAL,
        }
        if unit.code in ids:
            units.change(connection, ids[unit.code], **values)
        else:
            ids[unit.code] = units.add(connection, code=unit.code, **values)
        units.rename(connection, ids[unit.code], unit.aliases)
        progress(done)
    _succeed(connection, plan.added + plan.changed, ids)
    audit.note(connection, "units-imported", None, now=now, added=len(plan.added), changed=len(plan.changed))


def _succeed(connection: Connection, listed: tuple[Unit, ...], ids: dict[str, int]) -> None:
    """Successors may stand further down the list than those they follow."""
    for unit in listed:
        successor = ids[unit.successor] if unit.successor else None
        units.change(connection, ids[unit.code], successor_id=successor)


def names_on(connection: Connection, on: date) -> UnitNames:
    """The units as people may name them on that day."""
    known = (
        KnownUnit(one.code, one.name, one.aliases, one.valid_from_on, one.valid_to_on, one.successor)
        for one in units.listed(connection)
    )
    return UnitNames(known, on)
