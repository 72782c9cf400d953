"""Matters: what is kept of them, which reports belong to them, and everything that was done."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from domain.matters import OPEN, code_of
from storage.database import COUNTED, upserting
from storage.tables import alert, matter, matter_event, matter_reader, matter_report, report


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A matter. `unit_id` has it in hand, `origin_id` is where it arose."""

    id: int
    unit_id: int
    origin_id: int
    area_id: int
    topic: str
    level: str
    said: str
    folded: str
    sensitive: bool
    status: str
    opened_at: datetime
    changed_at: datetime
    result: str | None
    closed_at: datetime | None
    answered_at: datetime | None

    @property
    def code(self) -> str:
        """VD-12."""
        return code_of(self.id)


@dataclass(frozen=True, slots=True)
class EventRow:
    """One thing that was done about a matter. `person_id` None: the machine or a unit by its link."""

    id: int
    at: datetime
    person_id: int | None
    act: str
    said: str | None
    detail: dict[str, Any] | None


shown_columns: tuple[Any, ...] = (
    matter.c.id, matter.c.unit_id, matter.c.origin_id, matter.c.area_id, matter.c.topic, matter.c.level,
    matter.c.said, matter.c.folded, matter.c.sensitive, matter.c.status, matter.c.opened_at,
    matter.c.changed_at, matter.c.result, matter.c.closed_at, matter.c.answered_at,
)  # fmt: skip
"""What a `MatterRow` is made of."""

_by_id = select(*shown_columns).where(matter.c.id == bindparam("id"))
_held = _by_id.with_for_update()


def add(connection: Connection, **values: Any) -> int:
    """Open a matter; gives its id."""
    return int(connection.execute(insert(matter).values(values).returning(matter.c.id)).scalar_one())


def find(connection: Connection, id: int, *, hold: bool = False) -> MatterRow | None:
    """One matter, or None. `hold`: nobody else changes it before this transaction ends."""
    row = connection.execute(_held if hold else _by_id, {"id": id}).one_or_none()
    return MatterRow(*row) if row else None


def change(connection: Connection, id: int, now: datetime, **values: Any) -> None:
    """Change a matter; it counts as changed now."""
    connection.execute(update(matter).where(matter.c.id == id).values(changed_at=now, **values))


def visible(units: Collection[int] | BindParameter[Any], person_id: int | BindParameter[int]) -> Select[Any]:
    """The query for the matters of these units that this person may see: sensitive ones only if named."""
    named = select(matter_reader.c.matter_id).where(matter_reader.c.person_id == person_id)
    return select(*shown_columns).where(
        or_(matter.c.unit_id.in_(units), matter.c.origin_id.in_(units)),
        or_(~matter.c.sensitive, matter.c.id.in_(named)),
    )


def open_ones(
    connection: Connection, units: Collection[int], person_id: int, limit: int = 50
) -> list[MatterRow]:
    """Matters of these units that are not closed and that this person may see, changed last first."""
    rows = connection.execute(_open, {"units": list(units), "person": person_id, "limit": limit})
    return [MatterRow(*row) for row in rows]


_units: BindParameter[Any] = bindparam("units", expanding=True)
_limit: BindParameter[int] = bindparam("limit", type_=Integer)
_open = (
    visible(_units, bindparam("person"))
    .where(matter.c.status.in_(OPEN))
    .order_by(matter.c.changed_at.desc(), matter.c.id.desc())
    .limit(_limit)
)


def open_to_parties(
    connection: Connection, units: Collection[int], since: datetime, but: Collection[str], limit: int
) -> list[MatterRow]:
    """Matters that arose in these units since an instant and lie there still, the newest first; none that is
    sensitive, none of the topics `but`."""
    rows = connection.execute(
        select(*shown_columns)
        .where(
            matter.c.unit_id.in_(units),
            matter.c.origin_id.in_(units),
            ~matter.c.sensitive,
            matter.c.opened_at >= since,
            matter.c.topic.not_in(but),
        )
        .order_by(matter.c.opened_at.desc(), matter.c.id.desc())
        .limit(limit)
    )
    return [MatterRow(*row) for row in rows]


def may_see(connection: Connection, id: int, units: Collection[int], person_id: int) -> MatterRow | None:
    """The matter, if this person may see it with these units."""
    row = connection.execute(visible(units, person_id).where(matter.c.id == id)).one_or_none()
    return MatterRow(*row) if row else None


def name_readers(connection: Connection, id: int, people: Collection[int]) -> None:
    """Only these people see the matter while it is sensitive."""
    connection.execute(delete(matter_reader).where(matter_reader.c.matter_id == id))
    if people:
        connection.execute(
            insert(matter_reader), [{"matter_id": id, "person_id": one} for one in sorted(set(people))]
        )


def readers_of(connection: Connection, id: int) -> list[int]:
    """Those named in a matter."""
    rows = connection.execute(
        select(matter_reader.c.person_id)
        .where(matter_reader.c.matter_id == id)
        .order_by(matter_reader.c.person_id)
    )
    return list(rows.scalars())


def campaign_of(connection: Connection, id: int) -> int | None:
    """The campaign a matter belongs to, or None."""
    return connection.execute(select(matter.c.campaign_id).where(matter.c.id == id)).scalar()


# -- reports ---------------------------------------------------------------------------------------


_join = upserting(lambda insert: insert(matter_report).on_conflict_do_nothing(index_elements=["report_id"]))


def join(connection: Connection, id: int, report_id: int, now: datetime) -> bool:
    """Put a report into a matter; False when it is in one already."""
    values = {"matter_id": id, "report_id": report_id, "joined_at": now}
    return connection.execute(_join(connection), values, execution_options=COUNTED).rowcount == 1


def split(connection: Connection, id: int, report_id: int) -> bool:
    """Take a report out of a matter; False when it was not in it."""
    gone = connection.execute(
        delete(matter_report).where(matter_report.c.matter_id == id, matter_report.c.report_id == report_id)
    )
    return gone.rowcount == 1


def matter_of(connection: Connection, report_id: int) -> int | None:
    """The matter a report belongs to, or None."""
    return connection.execute(
        select(matter_report.c.matter_id).where(matter_report.c.report_id == report_id)
    ).scalar()


def reports_in(connection: Connection, id: int) -> list[int]:
    """Ids of the reports of a matter, the oldest first."""
    rows = connection.execute(
        select(matter_report.c.report_id)
        .where(matter_report.c.matter_id == id)
        .order_by(matter_report.c.report_id)
    )
    return list(rows.scalars())


def counts(connection: Connection, ids: Collection[int]) -> dict[int, int]:
    """How many reports each of these matters has."""
    rows = connection.execute(
        select(matter_report.c.matter_id, func.count())
        .where(matter_report.c.matter_id.in_(ids))
        .group_by(matter_report.c.matter_id)
    )
    return {row[0]: row[1] for row in rows}


def reporters_of(connection: Connection, id: int) -> list[tuple[int, list[int]]]:
    """(person, ids of their reports) of everybody whose report is in a matter and who is still known."""
    rows = connection.execute(
        select(report.c.person_id, report.c.id)
        .join(matter_report, matter_report.c.report_id == report.c.id)
        .where(
            matter_report.c.matter_id == id, report.c.person_id.is_not(None), report.c.status != "withdrawn"
        )
        .order_by(report.c.id)
    )
    found: dict[int, list[int]] = {}
    for person_id, report_id in rows:
        found.setdefault(person_id, []).append(report_id)
    return list(found.items())


def is_loose() -> ColumnElement[bool]:
    """Nobody has dealt with a report: it is in no matter, was not put aside, and nobody has said what was
    done. One condition wherever such reports are counted or listed, so that all say the same."""
    return and_(
        ~report.c.nil,
        report.c.status.in_(("sent", "received")),
        ~exists().where(matter_report.c.report_id == report.c.id),
        ~exists().where(alert.c.report_id == report.c.id, alert.c.done.is_not(None)),
    )


def loose_reports(
    connection: Connection, units: Collection[int], sealed_in: Collection[int], limit: int = 20
) -> list[int]:
    """Reports of these units nobody has dealt with yet, and what is `sealed_in` those, the newest first."""
    given = {"units": list(units), "sealed_in": list(sealed_in), "limit": limit}
    return list(connection.execute(_loose, given).scalars())


_sealed_in: BindParameter[Any] = bindparam("sealed_in", expanding=True)
_loose = (
    select(report.c.id)
    .where(
        or_(
            and_(report.c.unit_id.in_(_units), ~report.c.sealed),
            and_(report.c.unit_id.in_(_sealed_in), report.c.sealed),
        ),
        is_loose(),
    )
    .order_by(report.c.filed_at.desc(), report.c.id.desc())
    .limit(_limit)
)


# -- what was done ----------------------------------------------------------------------------------


def add_event(
    connection: Connection,
    id: int,
    act: str,
    now: datetime,
    *,
    by: int | None = None,
    said: str | None = None,
    **detail: Any,
) -> None:
    """Write down a step: who, when, why."""
    connection.execute(
        insert(matter_event).values(
            matter_id=id, at=now, person_id=by, act=act, said=said, detail=detail or None
        )
    )


def events_of(connection: Connection, id: int, last: int | None = None) -> list[EventRow]:
    """Everything done about a matter, or what was done `last`, in order."""
    rows = connection.execute(
        select(
            matter_event.c.id,
            matter_event.c.at,
            matter_event.c.person_id,
            matter_event.c.act,
            matter_event.c.said,
            matter_event.c.detail,
        )
        .where(matter_event.c.matter_id == id)
        .order_by(matter_event.c.id.desc())
        .limit(last)
    )
    return [EventRow(*row) for row in rows][::-1]


def count_events(connection: Connection, id: int, act: str) -> int:
    """How often something was done about a matter."""
    done = matter_event.c.matter_id == id, matter_event.c.act == act
    return connection.execute(select(func.count()).select_from(matter_event).where(*done)).scalar_one()


# -- asking again -----------------------------------------------------------------------------------


def is_any_to_ask_again(connection: Connection, now: datetime) -> bool:
    """Whether `to_ask_again` would give anything."""
    return connection.execute(_any_to_ask_again, {"now": now}).first() is not None


_any_to_ask_again = select(matter.c.id).where(matter.c.ask_again_at <= bindparam("now")).limit(1)


def to_ask_again(connection: Connection, now: datetime, limit: int = 50) -> list[MatterRow]:
    """Matters whose reporters are to be asked whether people still wonder; taken by this process alone."""
    rows = connection.execute(
        select(*shown_columns)
        .where(matter.c.ask_again_at <= now)
        .order_by(matter.c.ask_again_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [MatterRow(*row) for row in rows]
