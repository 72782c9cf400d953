"""Who owes a report for which period, and what became of it: one row a person and period. DOMAIN §11.4.

Statements here work on all rows at once: a hundred thousand people cost no more statements than one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    true,
    update,
)

from storage import direct_line
from storage.database import COUNTED, upserting
from storage.periods import REGULAR, REQUEST
from storage.tables import (
    address,
    membership,
    obligation,
    period,
    period_count,
    person,
    reminder,
    report,
    unit,
)

OWES, REPORTED, NIL, LATE, EXCUSED = STATES = ("owes", "reported", "nil", "late", "excused")
NEW, LEFT = "new", "left"
"""Reasons for which nobody had to decide that a person owes nothing."""


@dataclass(frozen=True, slots=True)
class Settling:
    """A report or nil that may settle what somebody owes. A nil, and the answer to a request, are for one
    period only (`period_id`)."""

    person_id: int
    report_id: int
    at: datetime
    nil: bool = False
    period_id: int | None = None


@dataclass(frozen=True, slots=True)
class ObligationRow:
    """What one person owes for one period. `until_at`: taken that long although the period has closed."""

    id: int
    period_id: int
    person_id: int
    label: str | None
    state: str
    settled_at: datetime | None
    until_at: datetime | None
    reason: str | None
    decided_by: int | None


_insert = upserting(lambda insert: insert(obligation).on_conflict_do_nothing())


_now: BindParameter[datetime] = bindparam("now", type_=period.c.due_at.type)
_is_new = and_(period.c.newcomers_until_at.is_not(None), person.c.joined_at > period.c.newcomers_until_at)
_missing = (
    select(
        period.c.id,
        person.c.id,
        case((_is_new, literal(EXCUSED)), else_=literal(OWES)),
        case((_is_new, literal(NEW)), else_=null()),
        _now,
    )
    .join(membership, membership.c.unit_id == period.c.unit_id)
    .join(person, person.c.id == membership.c.person_id)
    .where(
        period.c.programme == REGULAR,
        period.c.start_at <= _now,
        period.c.cutoff_at > _now,
        period.c.locked_at.is_(None),
        person.c.joined_at < period.c.due_at,
        membership.c.role == "collaborator",
        membership.c.ended_at.is_(None),
        person.c.left_at.is_(None),
        ~select(obligation.c.id)
        .where(obligation.c.period_id == period.c.id, obligation.c.person_id == person.c.id)
        .exists(),
    )
    .distinct()
)
"""(period, person, state, reason, instant) of collaborators not yet on the list of an open period."""

_serves = (
    select(membership.c.id)
    .join(person, person.c.id == membership.c.person_id)
    .where(
        membership.c.person_id == obligation.c.person_id,
        or_(
            period.c.programme == REQUEST,
            and_(membership.c.unit_id == period.c.unit_id, membership.c.role == "collaborator"),
        ),
        membership.c.ended_at.is_(None),
        person.c.left_at.is_(None),
    )
    .exists()
)
_gone = (
    select(obligation.c.id)
    .join(period, period.c.id == obligation.c.period_id)
    .where(period.c.cutoff_at > _now, obligation.c.state == OWES, ~_serves)
)
"""Obligations of those who left while the period was open, or serve no more: as collaborator of its unit, or
anywhere at all where somebody was asked out of turn."""

_any = (_missing.limit(1), _gone.limit(1))
_open_all = upserting(
    lambda insert: (
        insert(obligation)
        .from_select(["period_id", "person_id", "state", "reason", "created_at"], _missing)
        .on_conflict_do_nothing()
    )
)
_excuse_gone = update(obligation).where(obligation.c.id.in_(_gone)).values(state=EXCUSED, reason=LEFT)


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether `open_all` or `excuse_leavers` has something to do."""
    return any(connection.execute(query, {"now": now}).first() is not None for query in _any)


def open_all(connection: Connection, now: datetime) -> int:
    """Write down what collaborators owe for the regular periods still open at `now`; gives how many rows.

    Who came after the period's day for newcomers is excused from the start, and so still on its list. Who has
    reported before the list was made has reported.
    """
    made = int(connection.execute(_open_all(connection), {"now": now}, execution_options=COUNTED).rowcount)
    if made:
        connection.execute(_catch_up, {"now": now})
    return made


_first = (
    select(report.c.id)
    .where(
        period.c.id == obligation.c.period_id,
        report.c.person_id == obligation.c.person_id,
        report.c.status != "withdrawn",
        report.c.request_id.is_(None),
        report.c.filed_at >= period.c.start_at,
        or_(report.c.nil.is_(False), report.c.period_id == obligation.c.period_id),
    )
    .order_by(report.c.filed_at, report.c.id)
    .limit(1)
    .correlate(obligation)
    .scalar_subquery()
)
_filed = select(report.c.filed_at).where(report.c.id == _first).correlate(obligation).scalar_subquery()
_is_nil = select(report.c.nil).where(report.c.id == _first).correlate(obligation).scalar_subquery()
_due = select(period.c.due_at).where(period.c.id == obligation.c.period_id).scalar_subquery()
_catch_up = (
    update(obligation)
    .where(
        obligation.c.created_at == _now,
        obligation.c.state == OWES,
        _first.is_not(None),
    )
    .values(
        report_id=_first,
        settled_at=_filed,
        state=case(
            (_filed > _due, literal(LATE)), (_is_nil.is_(True), literal(NIL)), else_=literal(REPORTED)
        ),
    )
)


def excuse_leavers(connection: Connection, now: datetime) -> int:
    """Who left, or serves in the unit no more, owes nothing any more; gives how many."""
    return connection.execute(_excuse_gone, {"now": now}).rowcount


def ask_of(connection: Connection, period_id: int, people: Select[Any], now: datetime) -> None:
    """These people (a query for their ids) owe an answer for a period of its own (a request)."""
    asked = people.subquery()
    rows = select(literal(period_id), *asked.c, literal(OWES), literal(now, period.c.due_at.type))
    columns = ["period_id", "person_id", "state", "created_at"]
    # SQLite reads ON CONFLICT after a bare SELECT as a join's; a WHERE tells it otherwise.
    connection.execute(_insert(connection).from_select(columns, rows.where(true())))


# -- settling ----------------------------------------------------------------------------------------

_open_for = (
    select(period.c.id)
    .where(
        period.c.id == obligation.c.period_id,
        period.c.start_at <= bindparam("at"),
        or_(
            and_(period.c.cutoff_at >= bindparam("at"), period.c.locked_at.is_(None)),
            obligation.c.until_at >= bindparam("at"),
        ),
        or_(
            and_(bindparam("period", type_=period.c.id.type).is_(None), period.c.programme == REGULAR),
            period.c.id == bindparam("period"),
        ),
    )
    .exists()
)
_settle = (
    update(obligation)
    .where(obligation.c.person_id == bindparam("person"), obligation.c.state == OWES, _open_for)
    .values(
        state=case((_due < bindparam("at"), literal(LATE)), else_=bindparam("as_")),
        report_id=bindparam("report"),
        settled_at=bindparam("at"),
    )
)
_after_nil = (
    update(obligation)
    .where(
        obligation.c.person_id == bindparam("person"),
        or_(obligation.c.state == NIL, obligation.c.state == LATE),
        _open_for,
    )
    .where(select(report.c.id).where(report.c.id == obligation.c.report_id, report.c.nil.is_(True)).exists())
    .values(
        state=case((obligation.c.state == LATE, literal(LATE)), else_=literal(REPORTED)),
        report_id=bindparam("report"),
    )
)
"""A real report after a nil: reported, as timely as the nil was."""


def settle(connection: Connection, given: Sequence[Settling]) -> None:
    """Settle what these reports and nils settle. A report counts for every period that takes it at its
    instant: the one that runs, and one that is closed but not yet cut off."""
    rows = [
        {
            "person": one.person_id,
            "report": one.report_id,
            "at": one.at,
            "period": one.period_id,
            "as_": NIL if one.nil else REPORTED,
        }
        for one in given
    ]
    if not rows:
        return
    upgrades = [row for row, one in zip(rows, given, strict=True) if not one.nil]
    if upgrades:
        connection.execute(_after_nil, upgrades)
    connection.execute(_settle, rows)


def settled_by(connection: Connection, report_id: int) -> list[tuple[int, int, int]]:
    """(obligation, period, person) of what this report has settled."""
    rows = connection.execute(
        select(obligation.c.id, obligation.c.period_id, obligation.c.person_id).where(
            obligation.c.report_id == report_id
        )
    )
    return [(row.id, row.period_id, row.person_id) for row in rows]


def reopen(connection: Connection, ids: Collection[int]) -> None:
    """The report that had settled these was taken back: they are owed again."""
    connection.execute(
        update(obligation).where(obligation.c.id.in_(ids)).values(state=OWES, report_id=None, settled_at=None)
    )


def others_for(connection: Connection, person_id: int, period_id: int) -> list[tuple[int, datetime, bool]]:
    """(id, instant, nil) of a person's standing reports that a period would take, earliest first."""
    row = connection.execute(
        select(period.c.start_at, period.c.cutoff_at, period.c.programme).where(period.c.id == period_id)
    ).one()
    asked = report.c.request_id == period_id if row.programme == REQUEST else report.c.request_id.is_(None)
    rows = connection.execute(
        select(report.c.id, report.c.filed_at, report.c.nil)
        .where(
            report.c.person_id == person_id,
            report.c.status != "withdrawn",
            report.c.filed_at >= row.start_at,
            report.c.filed_at <= row.cutoff_at,
            or_(report.c.nil.is_(False), report.c.period_id == period_id),
            asked,
        )
        .order_by(report.c.filed_at, report.c.id)
    )
    return [(one.id, one.filed_at, one.nil) for one in rows]


# -- decisions ---------------------------------------------------------------------------------------


def excuse(connection: Connection, period_id: int, person_id: int, *, by: int | None, reason: str) -> bool:
    """Somebody decided that a person owes nothing; False when nothing is owed."""
    done = connection.execute(
        update(obligation)
        .where(
            obligation.c.period_id == period_id,
            obligation.c.person_id == person_id,
            obligation.c.state == OWES,
        )
        .values(state=EXCUSED, reason=reason, decided_by=by)
    )
    return done.rowcount == 1


def excuse_all(
    connection: Connection, period_id: int, people: Select[Any], reason: str, *, by: int | None
) -> None:
    """These people (a query for their ids) owe nothing for a period any more."""
    connection.execute(
        update(obligation)
        .where(
            obligation.c.period_id == period_id,
            obligation.c.person_id.in_(people),
            obligation.c.state == OWES,
        )
        .values(state=EXCUSED, reason=reason, decided_by=by)
    )


def extend(
    connection: Connection, period_id: int, person_id: int, *, until_at: datetime, by: int | None
) -> bool:
    """Somebody decided that a person's report is taken until then, though the period has closed."""
    done = connection.execute(
        update(obligation)
        .where(
            obligation.c.period_id == period_id,
            obligation.c.person_id == person_id,
            obligation.c.state == OWES,
        )
        .values(until_at=until_at, decided_by=by)
    )
    return done.rowcount == 1


def count_in_time(connection: Connection, period_id: int) -> None:
    """The deadline was moved back: whose late report is in time for the new one was in time."""
    nil = select(report.c.nil).where(report.c.id == obligation.c.report_id).scalar_subquery()
    connection.execute(
        update(obligation)
        .where(
            obligation.c.period_id == period_id, obligation.c.state == LATE, obligation.c.settled_at <= _due
        )
        .values(state=case((nil.is_(True), literal(NIL)), else_=literal(REPORTED)))
    )


# -- forgetting --------------------------------------------------------------------------------------


def unlink(connection: Connection, reports: Collection[int]) -> None:
    """What these reports settled stays settled. Which report it was goes, and its instant with it: the report
    has the same one."""
    connection.execute(
        update(obligation).where(obligation.c.report_id.in_(reports)).values(report_id=None, settled_at=None)
    )


_old = (
    select(period.c.id)
    .where(period.c.cutoff_at < bindparam("before", type_=period.c.cutoff_at.type))
    .where(select(obligation.c.id).where(obligation.c.period_id == period.c.id).exists())
)


def is_any_old(connection: Connection, before: datetime) -> bool:
    """Whether `count_old` has something to do."""
    return connection.execute(_old.limit(1), {"before": before}).first() is not None


def count_old(connection: Connection, before: datetime) -> None:
    """Of periods cut off before then only counts are kept: nobody's obligations and reminders."""
    old = list(connection.execute(_old, {"before": before}).scalars())
    if not old:
        return
    counted = (
        select(obligation.c.period_id, obligation.c.state, func.count())
        .where(obligation.c.period_id.in_(old), direct_line.shown(obligation.c.person_id))
        .group_by(obligation.c.period_id, obligation.c.state)
    )
    connection.execute(insert(period_count).from_select(["period_id", "state", "n"], counted))
    connection.execute(delete(reminder).where(reminder.c.period_id.in_(old)))
    connection.execute(delete(obligation).where(obligation.c.period_id.in_(old)))


# -- reading -----------------------------------------------------------------------------------------


def takes(connection: Connection, period_id: int, person_id: int, now: datetime) -> bool:
    """Whether a period takes this person's report at `now`."""
    row = connection.execute(
        select(period.c.cutoff_at, period.c.locked_at, obligation.c.until_at)
        .join(
            obligation,
            and_(obligation.c.period_id == period.c.id, obligation.c.person_id == person_id),
            isouter=True,
        )
        .where(period.c.id == period_id)
    ).one_or_none()
    if row is None:
        return False
    late = row.until_at is not None and row.until_at >= now
    return late or (row.locked_at is None and row.cutoff_at >= now)


_locked_of = (
    select(period.c.name)
    .join(obligation, obligation.c.period_id == period.c.id)
    .where(
        obligation.c.person_id == bindparam("person"),
        obligation.c.state == OWES,
        period.c.locked_at.is_not(None),
        period.c.cutoff_at > bindparam("now"),
    )
    .order_by(period.c.due_at.desc())
    .limit(1)
)


def locked_of(connection: Connection, person_id: int, now: datetime) -> str:
    """The name of the last period that was locked before its cut-off while this person owed; "" for none."""
    return connection.execute(_locked_of, {"person": person_id, "now": now}).scalar() or ""


def late_for(
    connection: Connection, period_ids: Collection[int], now: datetime
) -> dict[int, list[tuple[str, datetime]]]:
    """(label, until) of those who still owe and may report after all others, for each of these periods."""
    rows = connection.execute(
        select(obligation.c.period_id, person.c.id, person.c.label, obligation.c.until_at)
        .join(person, person.c.id == obligation.c.person_id)
        .where(
            obligation.c.period_id.in_(period_ids),
            obligation.c.state == OWES,
            obligation.c.until_at > now,
            direct_line.shown(obligation.c.person_id),
        )
        .order_by(obligation.c.until_at, person.c.id)
    )
    found: dict[int, list[tuple[str, datetime]]] = {}
    for row in rows:
        found.setdefault(row.period_id, []).append((row.label or f"CTV-{row.id}", row.until_at))
    return found


def list_of(connection: Connection, period_id: int) -> list[ObligationRow]:
    """Everybody on a period's list, by label."""
    rows = connection.execute(
        select(
            obligation.c.id, obligation.c.period_id, obligation.c.person_id, person.c.label,
            obligation.c.state, obligation.c.settled_at, obligation.c.until_at, obligation.c.reason,
            obligation.c.decided_by,
        )
        .join(person, person.c.id == obligation.c.person_id)
        .where(obligation.c.period_id == period_id)
        .order_by(person.c.label, person.c.id)
    )  # fmt: skip
    return [ObligationRow(*row) for row in rows]


def counts(connection: Connection, period_ids: Collection[int]) -> dict[int, dict[str, int]]:
    """How many are in which state, for each of these periods; people of the direct line are not counted."""
    found: dict[int, dict[str, int]] = {id: dict.fromkeys(STATES, 0) for id in period_ids}
    rows = connection.execute(
        select(obligation.c.period_id, obligation.c.state, func.count().label("n"))
        .where(obligation.c.period_id.in_(period_ids), direct_line.shown(obligation.c.person_id))
        .group_by(obligation.c.period_id, obligation.c.state)
    )
    kept = connection.execute(
        select(period_count.c.period_id, period_count.c.state, period_count.c.n).where(
            period_count.c.period_id.in_(period_ids)
        )
    )
    for row in (*rows, *kept):
        found[row.period_id][row.state] += row.n
    return found


@dataclass(frozen=True, slots=True)
class Owed:
    """A period as one person stands in it."""

    period_id: int
    unit_id: int
    programme: str
    code: str
    name: str
    said: str | None
    end_at: datetime
    due_at: datetime
    cutoff_at: datetime
    nil_from_at: datetime | None
    state: str
    settled_at: datetime | None
    until_at: datetime | None


_owed: tuple[Any, ...] = (
    period.c.id, period.c.unit_id, period.c.programme, period.c.code, period.c.name, period.c.said,
    period.c.end_at, period.c.due_at, period.c.cutoff_at, period.c.nil_from_at, obligation.c.state,
    obligation.c.settled_at, obligation.c.until_at,
)  # fmt: skip
_open_of = (
    select(*_owed)
    .join(obligation, obligation.c.period_id == period.c.id)
    .where(
        obligation.c.person_id == bindparam("person"),
        period.c.start_at <= bindparam("now"),
        or_(
            and_(period.c.cutoff_at >= bindparam("now"), period.c.locked_at.is_(None)),
            obligation.c.until_at >= bindparam("now"),
        ),
    )
    .order_by(period.c.due_at, period.c.id)
)


def open_of(connection: Connection, person_id: int, now: datetime) -> list[Owed]:
    """The periods that still take this person's reports at `now`, the earliest deadline first."""
    return [Owed(*row) for row in connection.execute(_open_of, {"person": person_id, "now": now})]


_record_of = (
    select(*_owed)
    .join(obligation, obligation.c.period_id == period.c.id)
    .where(obligation.c.person_id == bindparam("person"))
    .order_by(period.c.due_at.desc(), period.c.id.desc())
    .limit(bindparam("most"))
)


def record_of(connection: Connection, person_id: int, limit: int) -> list[Owed]:
    """What a person owed and what became of it, newest deadline first."""
    rows = connection.execute(_record_of, {"person": person_id, "most": limit})
    return [Owed(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class OwingRow:
    """Somebody who still owes, and how to reach them: `wants` reminders, has an address that `rings`, a live
    one at all (`here`), one that takes nothing any more (`blocked`)."""

    period_id: int
    person_id: int
    label: str | None
    wants: bool
    rings: bool
    here: bool
    blocked: bool


_own = address.alias("own")


def _has(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(_own.c.id).where(_own.c.person_id == person.c.id, *conditions).exists()


_is_live = _own.c.unreachable_at.is_(None)
_owing = (
    select(
        obligation.c.period_id,
        person.c.id,
        person.c.label,
        person.c.reminders,
        _has(_is_live, _own.c.channel.in_(bindparam("pushing", expanding=True))).label("rings"),
        _has(_is_live).label("here"),
        _has(~_is_live).label("blocked"),
    )
    .join(person, person.c.id == obligation.c.person_id)
    .where(
        obligation.c.period_id.in_(bindparam("periods", expanding=True)),
        obligation.c.state == OWES,
        direct_line.shown(obligation.c.person_id),
    )
    .order_by(obligation.c.period_id, person.c.label, person.c.id)
)


def owing(connection: Connection, period_ids: Collection[int], pushing: Collection[str]) -> list[OwingRow]:
    """Who still owes for these periods, by label; nobody of the direct line."""
    rows = connection.execute(_owing, {"periods": list(period_ids), "pushing": list(pushing)})
    return [OwingRow(*row) for row in rows]


_expected = func.sum(case((obligation.c.state == EXCUSED, 0), else_=1))
_came = func.sum(case((or_(obligation.c.state == OWES, obligation.c.state == EXCUSED), 0), else_=1))
_came_by_unit = (
    select(period.c.unit_id, period.c.id, _expected.label("expected"), _came.label("came"))
    .join(obligation, obligation.c.period_id == period.c.id)
    .where(
        period.c.unit_id.in_(bindparam("units", expanding=True)),
        period.c.programme == REGULAR,
        period.c.cutoff_at <= bindparam("now"),
        direct_line.shown(obligation.c.person_id),
    )
    .group_by(period.c.unit_id, period.c.id, period.c.due_at)
    .having(_expected > 0)
    .order_by(period.c.unit_id, period.c.due_at.desc())
)


def came_by_unit(
    connection: Connection, unit_ids: Collection[int], now: datetime
) -> list[tuple[int, int, int, int]]:
    """(unit, period, expected, came) of the closed regular periods of these units, newest first within a
    unit; the direct line is not counted, and periods nobody was expected in are missing."""
    rows = connection.execute(_came_by_unit, {"units": list(unit_ids), "now": now})
    return [(row.unit_id, row.id, int(row.expected), int(row.came)) for row in rows]


def _chosen(period_code: str | None, units: Collection[int] | None, sealed: bool) -> ColumnElement[bool]:
    """The obligations of the periods with this code, and of those of these units (None: of all)."""
    return and_(
        true() if period_code is None else period.c.code == period_code,
        true() if units is None else period.c.unit_id.in_(units),
        true() if sealed else direct_line.shown(obligation.c.person_id),
    )


def count_all(
    connection: Connection,
    period_code: str | None = None,
    units: Collection[int] | None = None,
    sealed: bool = False,
) -> int:
    """How many `all_obligations` gives."""
    query = (
        select(func.count())
        .select_from(obligation)
        .join(period, period.c.id == obligation.c.period_id)
        .where(_chosen(period_code, units, sealed))
    )
    return connection.execute(query).scalar_one()


def all_obligations(
    connection: Connection,
    period_code: str | None = None,
    units: Collection[int] | None = None,
    sealed: bool = False,
) -> Iterator[dict[str, Any]]:
    """Every obligation (of the periods with this code, of these units) as `export obligations` gives it: the
    list behind the figures, without when anybody reported. For coordinators: it names who owes, but those of
    the direct line only where what is `sealed` is asked for."""
    query = (
        select(
            unit.c.code.label("unit"),
            period.c.code.label("period"),
            person.c.id,
            person.c.label,
            obligation.c.state,
            obligation.c.reason,
        )
        .join(period, period.c.id == obligation.c.period_id)
        .join(unit, unit.c.id == period.c.unit_id)
        .join(person, person.c.id == obligation.c.person_id)
        .where(_chosen(period_code, units, sealed))
        .order_by(period.c.due_at, period.c.id, person.c.label, person.c.id)
        .execution_options(yield_per=500)
    )
    with connection.execute(query) as rows:
        for row in rows:
            yield {
                "unit": row.unit,
                "period": row.period,
                "person": row.label or f"CTV-{row.id}",
                "state": row.state,
                "on_time": {REPORTED: True, NIL: True, LATE: False}.get(row.state),
                "reason": row.reason,
            }
