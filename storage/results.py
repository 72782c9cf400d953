"""What came of a person's own reports, as it was told to who made them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, select

from storage.tables import alert, amendment, matter_event, matter_report, referral, report, unit

NEWEST = 40


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One thing told of one report. `act`: "approved" (the answer of `unit`), "feed-back" (the coordinator's
    own), "close", "done" (by who is on duty) or "excluded"."""

    report_id: int
    at: datetime
    act: str
    said: str
    unit: str = ""


def _own(told: Select[Any], newest: ColumnElement[int]) -> Select[Any]:
    mine = report.c.person_id == bindparam("person")
    return told.where(mine, report.c.status != "withdrawn").order_by(newest.desc()).limit(NEWEST)


_of_matters = _own(
    select(report.c.id, matter_event.c.at, matter_event.c.act, matter_event.c.said, matter_event.c.detail)
    .join(matter_report, matter_report.c.matter_id == matter_event.c.matter_id)
    .join(report, report.c.id == matter_report.c.report_id)
    .where(matter_event.c.act.in_(("approved", "feed-back", "close")), matter_event.c.said.is_not(None)),
    matter_event.c.id,
)
_done = _own(
    select(report.c.id, alert.c.closed_at, alert.c.done)
    .join(report, report.c.id == alert.c.report_id)
    .where(alert.c.done.is_not(None)),
    report.c.id,
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
    """Everything of late, the newest first; what was told of several reports at once stands together."""
    return sorted(_rows(connection, {"person": person_id}), key=telling, reverse=True)


def telling(row: ResultRow) -> tuple[datetime, str, str, str]:
    """What is the same for all reports of which something was told at once."""
    return row.at, row.act, row.unit, row.said


def _rows(connection: Connection, whose: dict[str, int]) -> Iterator[ResultRow]:
    found = connection.execute(_of_matters, whose).all()
    asked = {row.detail["referral"] for row in found if row.detail and "referral" in row.detail}
    names = {row.id: row.name for row in connection.execute(_units, {"ids": list(asked)})} if asked else {}
    ends = {(row.id, row.said) for row in found}
    for id, at, act, said, detail in found:
        yield ResultRow(id, at, act, said, names.get((detail or {}).get("referral"), ""))
    for act, query in (("done", _done), ("excluded", _excluded)):
        for id, at, said in connection.execute(query, whose):
            # The end of a matter ends the alerts of its reports with the same words.
            if (id, said) not in ends:
                yield ResultRow(id, at, act, said)
