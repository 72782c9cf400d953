"""Periods of units as rows, and the stages of each; what they mean: `domain/periods.py`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, or_, select, union, update

from storage.tables import membership, period, period_stage, unit

REGULAR, REQUEST = "regular", "request"
"""What asks for a period's reports: the unit's rule, or somebody out of turn."""


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A period of a unit. Nil reports are taken from `nil_from_at` on; who joins after `newcomers_until_at`
    owes nothing in it. `said` is what a request asks."""

    id: int
    unit_id: int
    programme: str
    code: str
    name: str
    start_at: datetime
    end_at: datetime
    due_at: datetime
    cutoff_at: datetime
    briefing_at: datetime | None
    nil_from_at: datetime | None
    newcomers_until_at: datetime | None
    locked_at: datetime | None
    said: str | None


_columns: tuple[Any, ...] = (
    period.c.id, period.c.unit_id, period.c.programme, period.c.code, period.c.name, period.c.start_at,
    period.c.end_at, period.c.due_at, period.c.cutoff_at, period.c.briefing_at, period.c.nil_from_at,
    period.c.newcomers_until_at, period.c.locked_at, period.c.said,
)  # fmt: skip
_add = insert(period).returning(period.c.id)


def add(connection: Connection, unit_id: int, stages: Sequence[tuple[str, datetime]], **values: Any) -> int:
    """A new period of a unit with its stages (name, instant); gives its id."""
    id = int(connection.execute(_add, {"unit_id": unit_id, **values}).scalar_one())
    set_stages(connection, id, stages)
    return id


def set_stages(connection: Connection, period_id: int, stages: Sequence[tuple[str, datetime]]) -> None:
    """Stages a period has not had yet."""
    if stages:
        rows = [{"period_id": period_id, "stage": name, "at": at, "state": "planned"} for name, at in stages]
        connection.execute(insert(period_stage), rows)


def stages_come(connection: Connection, period_id: int) -> set[str]:
    """The stages of a period whose hour has come."""
    rows = connection.execute(
        select(period_stage.c.stage).where(
            period_stage.c.period_id == period_id, period_stage.c.state != "planned"
        )
    )
    return set(rows.scalars())


def replan(connection: Connection, period_id: int, stages: Sequence[tuple[str, datetime]]) -> None:
    """These are the stages of a period that are still to come."""
    connection.execute(
        delete(period_stage).where(period_stage.c.period_id == period_id, period_stage.c.state == "planned")
    )
    set_stages(connection, period_id, stages)


def end_stages(connection: Connection, period_id: int) -> None:
    """No stage of this period comes any more."""
    connection.execute(
        update(period_stage)
        .where(period_stage.c.period_id == period_id, period_stage.c.state.in_(("planned", "current")))
        .values(state="done")
    )


_next_stage = (
    select(period_stage.c.at, period.c.due_at)
    .join(period, period.c.id == period_stage.c.period_id)
    .where(
        period_stage.c.state == "planned", period_stage.c.at > bindparam("now", type_=period.c.due_at.type)
    )
    .order_by(period_stage.c.at, period.c.due_at, period_stage.c.id)
    .limit(1)
)


def next_stage(connection: Connection, now: datetime) -> tuple[datetime, datetime] | None:
    """(the instant, the deadline) of whatever period reaches its next stage first."""
    row = connection.execute(_next_stage, {"now": now}).one_or_none()
    return (row.at, row.due_at) if row else None


def change(connection: Connection, id: int, **values: Any) -> None:
    """Set columns of a period."""
    connection.execute(update(period).where(period.c.id == id).values(**values))


def find(connection: Connection, id: int) -> PeriodRow | None:
    """One period, or None."""
    return _one(connection, period.c.id == id)


def called(connection: Connection, unit_id: int, code: str) -> PeriodRow | None:
    """The period of a unit with this code, or None."""
    return _one(connection, period.c.unit_id == unit_id, period.c.code == code)


def _one(connection: Connection, *which: ColumnElement[bool]) -> PeriodRow | None:
    row = connection.execute(select(*_columns).where(*which)).one_or_none()
    return PeriodRow(*row) if row else None


_running = (
    select(*_columns)
    .where(
        period.c.unit_id == bindparam("unit"),
        period.c.programme == REGULAR,
        period.c.start_at <= bindparam("now"),
        period.c.end_at > bindparam("now"),
    )
    .order_by(period.c.start_at)
    .limit(1)
)


def running(connection: Connection, unit_id: int, now: datetime) -> PeriodRow | None:
    """The regular period of the unit that `now` falls into."""
    row = connection.execute(_running, {"unit": unit_id, "now": now}).one_or_none()
    return PeriodRow(*row) if row else None


def recent_names(
    connection: Connection, units: Collection[int], since: datetime, now: datetime
) -> list[tuple[int, str]]:
    """(id, name) of these units' regular periods that have begun and ended after `since`, newest first."""
    rows = connection.execute(
        select(period.c.id, period.c.name)
        .where(
            period.c.unit_id.in_(units),
            period.c.programme == REGULAR,
            period.c.start_at <= now,
            period.c.end_at > since,
        )
        .order_by(period.c.start_at.desc(), period.c.id.desc())
        .limit(30)
    )
    return [(row.id, row.name) for row in rows]


def following(connection: Connection, row: PeriodRow) -> PeriodRow | None:
    """The regular period that begins where this one ends."""
    found = connection.execute(
        select(*_columns)
        .where(
            period.c.unit_id == row.unit_id,
            period.c.programme == REGULAR,
            period.c.start_at == row.end_at,
            period.c.id != row.id,
        )
        .order_by(period.c.id)
        .limit(1)
    ).one_or_none()
    return PeriodRow(*found) if found else None


def next_of(connection: Connection, unit_id: int, now: datetime) -> PeriodRow | None:
    """The unit's next regular period that has not begun."""
    found = connection.execute(
        select(*_columns)
        .where(period.c.unit_id == unit_id, period.c.programme == REGULAR, period.c.start_at > now)
        .order_by(period.c.start_at, period.c.id)
        .limit(1)
    ).one_or_none()
    return PeriodRow(*found) if found else None


def unfinished(connection: Connection, unit_id: int, now: datetime, limit: int) -> list[PeriodRow]:
    """A unit's regular periods that have not ended, the running one first."""
    rows = connection.execute(
        select(*_columns)
        .where(period.c.unit_id == unit_id, period.c.programme == REGULAR, period.c.end_at > now)
        .order_by(period.c.start_at)
        .limit(limit)
    )
    return [PeriodRow(*row) for row in rows]


_begun_of_unit = (
    select(*_columns)
    .where(
        period.c.unit_id == bindparam("unit"),
        period.c.programme == bindparam("programme"),
        period.c.start_at <= bindparam("now"),
    )
    .order_by(period.c.due_at.desc(), period.c.id.desc())
    .limit(bindparam("most"))
)


def of_unit(
    connection: Connection, unit_id: int, *, begun_before: datetime, limit: int, programme: str = REGULAR
) -> list[PeriodRow]:
    """A unit's periods that have begun, newest first."""
    given = {"unit": unit_id, "programme": programme, "now": begun_before, "most": limit}
    rows = connection.execute(_begun_of_unit, given)
    return [PeriodRow(*row) for row in rows]


def all_of(connection: Connection, unit_id: int, most: int) -> list[PeriodRow]:
    """The newest `most` periods of a unit, whatever asked for them, earliest deadline first."""
    rows = connection.execute(
        select(*_columns)
        .where(period.c.unit_id == unit_id)
        .order_by(period.c.due_at.desc(), period.c.id.desc())
        .limit(most)
    ).all()
    return [PeriodRow(*row) for row in reversed(rows)]


def coming(connection: Connection, unit_ids: Collection[int], now: datetime) -> list[PeriodRow]:
    """Periods of these units whose deadline is still to come, earliest first."""
    rows = connection.execute(
        select(*_columns)
        .where(period.c.unit_id.in_(unit_ids), period.c.due_at > now)
        .order_by(period.c.due_at, period.c.id)
    )
    return [PeriodRow(*row) for row in rows]


def by_ids(connection: Connection, ids: Collection[int]) -> dict[int, PeriodRow]:
    """These periods by their id."""
    rows = connection.execute(select(*_columns).where(period.c.id.in_(ids)))
    return {row.id: PeriodRow(*row) for row in rows}


_own = period.alias("own")
_short = (
    select(unit.c.id)
    .where(
        or_(
            unit.c.id.in_(
                select(membership.c.unit_id).where(
                    membership.c.role == "collaborator", membership.c.ended_at.is_(None)
                )
            ),
            select(_own.c.id).where(_own.c.unit_id == unit.c.id).exists(),
        ),
        ~select(_own.c.id)
        .where(
            _own.c.unit_id == unit.c.id,
            _own.c.programme == REGULAR,
            _own.c.end_at > bindparam("until", type_=period.c.end_at.type),
        )
        .exists(),
    )
    .limit(1)
)


def is_any_short(connection: Connection, until: datetime) -> bool:
    """Whether a unit that reports has no regular period that ends after `until`."""
    return connection.execute(_short, {"until": until}).first() is not None


_without_stages = select(*_columns).where(
    period.c.programme == REGULAR, period.c.cutoff_at > bindparam("now"), period.c.nil_from_at.is_(None)
)


def without_stages(connection: Connection, now: datetime) -> list[PeriodRow]:
    """Regular periods still to close that were made before there were stages."""
    rows = connection.execute(_without_stages, {"now": now})
    return [PeriodRow(*row) for row in rows]


def codes(connection: Connection, unit_id: int) -> set[str]:
    """The codes of a unit's periods."""
    return set(connection.execute(select(period.c.code).where(period.c.unit_id == unit_id)).scalars())


_last_end = select(func.max(period.c.end_at)).where(
    period.c.unit_id == bindparam("unit"), period.c.programme == REGULAR
)


def last_end(connection: Connection, unit_id: int) -> datetime | None:
    """When the newest regular period of a unit ends."""
    return connection.execute(_last_end, {"unit": unit_id}).scalar()


def units_that_report(connection: Connection) -> list[int]:
    """Ids of units that have periods, or collaborators who will need them."""
    team = select(membership.c.unit_id).where(
        membership.c.role == "collaborator", membership.c.ended_at.is_(None)
    )
    return sorted(connection.execute(union(select(period.c.unit_id), team)).scalars())


def rules(connection: Connection) -> dict[int, tuple[int | None, str | None]]:
    """(parent, own rule) of every unit by its id."""
    rows = connection.execute(select(unit.c.id, unit.c.parent_id, unit.c.rule))
    return {row.id: (row.parent_id, row.rule) for row in rows}


def set_rule(connection: Connection, unit_id: int, rule: str | None) -> None:
    """Give a unit and all below it a rule of their own; None: that of the unit above."""
    connection.execute(update(unit).where(unit.c.id == unit_id).values(rule=rule))


def all_codes(connection: Connection) -> list[str]:
    """The codes of all periods there are, in order."""
    return sorted(set(connection.execute(select(period.c.code)).scalars()))
