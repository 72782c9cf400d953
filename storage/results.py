"""What came of a person's own reports, as it was told to who made them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, select

from storage.tables import alert, amendment, matter_event, matter_report, referral, report, unit

NEWEST = 40


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One thing told of one report. `act`: "approved" (the answer of `unit`), "feed-back" (the coordinator's
    own), "close", "done" (by who is on duty) or "excluded"."""

    report_id: int
    at: datetime
    said: str
    act: str
    unit: str = ""


def _own(told: Select[Any], newest: ColumnElement[int]) -> Select[Any]:
    mine = report.c.person_id == bindparam("person")
    return told.where(mine, report.c.status != "withdrawn").order_by(newest.desc()).limit(NEWEST)


_of_matters = _own(
    select(report.c.id, matter_event.c.at, matter_event.c.said, matter_event.c.act, matter_event.c.detail)
    .join(matter_report, matter_report.c.matter_id == matter_event.c.matter_id)
    .join(report, report.c.id == matter_report.c.report_id)
    .where(
        matter_event.c.act.in_(("approved", "feed-back", "close")),
        matter_event.c.said.is_not(None),
        matter_event.c.at >= matter_report.c.joined_at,
    ),
    matter_event.c.id,
)
_put_aside = exists().where(amendment.c.report_id == alert.c.report_id, amendment.c.kind == "excluded")
_done = _own(
    select(report.c.id, alert.c.closed_at, alert.c.done)
    .join(report, report.c.id == alert.c.report_id)
    .where(alert.c.done.is_not(None), ~_put_aside),
    report.c.id,
)
_ends = select(matter_event.c.at, matter_event.c.said).where(
    matter_event.c.act == "close", matter_event.c.at.in_(bindparam("instants", expanding=True))
)
_excluded = _own(
    select(report.c.id, amendment.c.at, amendment.c.said)
    .join(report, report.c.id == amendment.c.report_id)
    .where(amendment.c.kind == "excluded"),
    report.c.id,
)
_units = (
    select(referral.c.id, unit.c.name)
    .join(unit, unit.c.id == referral.c.unit_id)
    .where(referral.c.id.in_(bindparam("ids", expanding=True)))
)


def of_person(connection: Connection, person_id: int) -> list[ResultRow]:
    """Everything of late, the newest first; what was told of several reports at once stands together.

    Of a matter that a report has left since, or joined later, nothing: whoever reported it was told nothing,
    or it was not about this report after all.
    """
    whose = {"person": person_id}
    told = [*_of_matter(connection, whose), *_by_duty(connection, whose)]
    told += [ResultRow(id, at, said, "excluded") for id, at, said in connection.execute(_excluded, whose)]
    return sorted(told, key=telling, reverse=True)


def telling(row: ResultRow) -> tuple[datetime, str, str, str]:
    """What is the same for all reports of which something was told at once."""
    return row.at, row.act, row.unit, row.said


def _of_matter(connection: Connection, whose: dict[str, int]) -> list[ResultRow]:
    found = connection.execute(_of_matters, whose).all()
    asked = [(row.detail or {}).get("referral") for row in found]
    names = {row.id: row.name for row in connection.execute(_units, {"ids": asked})} if any(asked) else {}
    return [
        ResultRow(id, at, said, act, names.get(of, ""))
        for (id, at, said, act, _), of in zip(found, asked, strict=True)
    ]


def _by_duty(connection: Connection, whose: dict[str, int]) -> list[ResultRow]:
    """What those on duty did. The end of a matter ends the alerts of its reports too, at the same instant and
    in the same words."""
    found = connection.execute(_done, whose).all()
    instants = [row.closed_at for row in found]
    ends = {(at, said) for at, said in connection.execute(_ends, {"instants": instants})} if found else set()
    return [ResultRow(id, at, said, "done") for id, at, said in found if (at, said) not in ends]
