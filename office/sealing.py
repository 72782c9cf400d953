"""What is sealed: kept from its own unit, read by coordinators of the unit above. DOMAIN §1 row 32; ADR 0018.

Who serves the own unit as well reads nothing of it there either, whatever else they are.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from messages import Text, say
from office.post import Post, letter
from storage import audit, directory, matters, people, reports, sealed_readers
from storage.audit import Noted
from storage.directory import UnitRow
from storage.outbox import REMINDER
from storage.reports import ReportRow

STAFF = ("duty", "coordinator", "leader")
"""Who of the own unit hears of its reports otherwise."""


def above(connection: Connection, unit_id: int) -> UnitRow | None:
    """The unit that what is sealed in this one belongs to."""
    parent = directory.find_unit(connection, unit_id).parent_id
    return directory.find_unit(connection, parent) if parent is not None else None


def readers(connection: Connection, unit_id: int) -> list[int]:
    """Who reads what is sealed in a unit: the coordinators of the unit above who are named for it, all of
    them where none of those named serves there."""
    unit = above(connection, unit_id)
    return _not_of(connection, unit_id, _reading(connection, unit.id)[0]) if unit else []


def leaders(connection: Connection, unit_id: int) -> list[int]:
    """Who hears of what is sealed in a unit when no reader takes it: the leaders of the unit above."""
    unit = above(connection, unit_id)
    found = people.people_with(connection, unit.id, ("leader",)) if unit else []
    return _not_of(connection, unit_id, found)


def kept_from(connection: Connection, matter_id: int) -> set[int]:
    """The units from which a matter is kept: those whose sealed reports are in it, or were, for its story
    tells of them."""
    told = (event.detail or {} for event in matters.events_of(connection, matter_id))
    found = reports.find_reports(connection, {detail["report"] for detail in told if "report" in detail})
    return {row.unit_id for row in found if row.sealed}


def may_know(connection: Connection, units: Collection[int], among: Collection[int]) -> set[int]:
    """Those `among` these people who may be named in a matter that is kept from `units`."""
    found = set(among)
    for unit_id in units:
        found &= {*readers(connection, unit_id), *leaders(connection, unit_id)}
    return found


def _reading(connection: Connection, unit_id: int) -> tuple[list[int], bool]:
    """The coordinators of a unit who read what the units below seal, and whether they were named."""
    everybody = people.people_with(connection, unit_id, ("coordinator",))
    named = sealed_readers.of_unit(connection, unit_id).intersection(everybody)
    return [id for id in everybody if id in named] or everybody, bool(named)


def read_by(connection: Connection, person_id: int, seats: Collection[tuple[int, str]]) -> list[int]:
    """The units of which this person, who holds these (unit id, role) `seats`, reads what is sealed: those
    below, as far as anybody reports there."""
    above = [unit_id for unit_id, role in seats if role == "coordinator"]
    below = directory.reporting_below(connection, above) if above else {}
    named = {id for id in set(below.values()) if person_id in _reading(connection, id)[0]}
    serves = {unit for unit, role in seats if role in STAFF}
    return [id for id, parent in below.items() if parent in named and id not in serves]


def _not_of(connection: Connection, unit_id: int, found: list[int]) -> list[int]:
    own = people.people_with(connection, unit_id, STAFF)
    return [id for id in found if id not in own]


def reading_unit(connection: Connection, unit_id: int) -> str:
    """The name of the unit above, if somebody there reads what is sealed; else ""."""
    unit = above(connection, unit_id)
    return unit.name if unit and readers(connection, unit_id) else ""


def name_readers(connection: Connection, unit_id: int, chosen: Collection[int], now: datetime) -> None:
    """From now on these coordinators of a unit alone read what is sealed in the units below; nobody: all."""
    sealed_readers.replace_all(connection, unit_id, chosen)
    audit.note(connection, "sealed-readers-named", f"unit {unit_id}", now=now, people=sorted(chosen))


def readers_at(connection: Connection, unit_id: int) -> tuple[list[str], bool]:
    """The labels of those who read what the units below seal for this one, and whether they were named."""
    found, is_named = _reading(connection, unit_id)
    return [people.label_of(connection, id) for id in found], is_named


# -- what readers look at --------------------------------------------------------------------------------


def note_look(post: Post, person_id: int, act: str, code: str | None = None) -> None:
    """Who looked at what is sealed, or at whom the direct line is: in the trail before it is shown."""
    audit.note(post.connection, act, code, now=post.now, actor=audit.person(person_id))


def fit_to_show(connection: Connection, rows: Sequence[Noted], units: Collection[int]) -> list[Noted]:
    """Rows of the trail for those who read that of `units`: what was done about a sealed report is for the
    unit above it, for its number tells that there is one."""
    above = reports.sealed_among(connection, {one.object for one in rows if one.object})
    return [one for one in rows if one.object not in above or above[one.object] in units]


# -- what readers are told -----------------------------------------------------------------------------------


def tell_filed(post: Post, report: ReportRow, files: int = 0) -> None:
    """A report that is not urgent has come, with its text: readers have no other place to look."""
    local = report.filed_at.astimezone(ZoneInfo(post.zone))
    topic = say(f"topic-{(report.topic or 'KH').lower()}-short")
    unit = directory.find_unit(post.connection, report.unit_id).name
    lines: list[Text] = [
        say("sealed-filed", code=report.code, topic=topic),
        say("sealed-where", unit=unit, at=f"{local:%H:%M %d/%m}"),
        report.said,
    ]
    _tell(post, report, [*lines, say("p-files", n=files)] if files else lines)


def tell_changed(post: Post, report: ReportRow) -> None:
    """Its reporter changed the words."""
    _tell(post, report, [say("sealed-changed", code=report.code), report.said])


def tell_added(post: Post, report: ReportRow, said: str) -> None:
    """Its reporter knows more."""
    _tell(post, report, [say("sealed-added", code=report.code), said])


def tell_withdrawn(post: Post, report: ReportRow) -> None:
    """Its reporter took it back."""
    _tell(post, report, [say("sealed-withdrawn", code=report.code)])


def _tell(post: Post, report: ReportRow, lines: Sequence[Text]) -> None:
    told = [id for id in readers(post.connection, report.unit_id) if id != report.person_id]
    post.owe(
        [
            letter(place, lines, rank=REMINDER, not_before_at=post.by_day())
            for place in people.places_of(post.connection, told, post.pushing)
        ]
    )
