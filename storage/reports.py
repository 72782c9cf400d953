"""Reports, what was added to them, and their attachments."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from domain.search import findable
from storage.tables import (
    amendment,
    attachment,
    feedback,
    focus,
    inquiry,
    matter,
    matter_report,
    period,
    report,
    unit,
)

CODE = "PA-"


def code_of(report_id: int) -> str:
    """What people call a report: PA-1042. Read aloud on the phone, so only the number matters."""
    return f"{CODE}{report_id}"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report as its reporter and its unit see it. `sealed`: only the unit above does; `entered_by`: who
    wrote it down for its reporter, or for nobody."""

    id: int
    unit_id: int
    area_id: int
    person_id: int | None
    nil: bool
    topic: str | None
    tone: str | None
    level: str
    said: str
    status: str
    filed_at: datetime
    editable_until_at: datetime
    taken_at: datetime | None
    revision: int
    request_id: int | None = None
    sealed: bool = False
    entered_by: int | None = None

    @property
    def code(self) -> str:
        """PA-1042."""
        return code_of(self.id)


_columns: tuple[Any, ...] = (
    report.c.id, report.c.unit_id, report.c.area_id, report.c.person_id, report.c.nil, report.c.topic,
    report.c.tone, report.c.level, report.c.said, report.c.status, report.c.filed_at,
    report.c.editable_until_at, report.c.taken_at, report.c.revision, report.c.request_id, report.c.sealed,
    report.c.entered_by,
)  # fmt: skip
_point = (
    select(focus.c.id)
    .where(focus.c.period_id == bindparam("in_period"), focus.c.topic == bindparam("on_topic"))
    .order_by(focus.c.place)
    .limit(1)
    .scalar_subquery()
)
"""What the period is to listen for and the report is about, if its topic is such a one."""
_add = insert(report).values(focus_id=_point).returning(report.c.id)


def add_report(connection: Connection, **values: Any) -> int:
    """A new report, linked to the point of its period's focus that has its topic; gives its id."""
    point = {"in_period": values.get("period_id"), "on_topic": values.get("topic")}
    said = [values[name] or "" for name in ("said", "forecast", "proposal") if name in values]
    words = {"words": "" if values.get("nil") else findable(values["unit_id"], said)}
    return int(connection.execute(_add, values | point | words).scalar_one())


def sealed_among(connection: Connection, codes: Collection[str]) -> dict[str, int | None]:
    """Those of these codes, of whatever things, that are codes of sealed reports, each with the id of the
    unit above its own."""
    ids = [int(code[3:]) for code in codes if re.fullmatch(r"PA-\d{1,15}", code)]
    if not ids:
        return {}
    rows = connection.execute(
        select(report.c.id, unit.c.parent_id)
        .join(unit, unit.c.id == report.c.unit_id)
        .where(report.c.id.in_(ids), report.c.sealed)
    )
    return {code_of(row.id): row.parent_id for row in rows}


_by_id = select(*_columns).where(report.c.id == bindparam("id"))
_held_by_id = _by_id.with_for_update()


def find_report(connection: Connection, id: int, *, hold: bool = False) -> ReportRow | None:
    """One report, or None. `hold`: nobody else changes it before this transaction ends."""
    row = connection.execute(_held_by_id if hold else _by_id, {"id": id}).one_or_none()
    return ReportRow(*row) if row else None


def find_reports(connection: Connection, ids: Collection[int]) -> list[ReportRow]:
    """Those of these reports that there are, in the order of the ids."""
    rows = connection.execute(select(*_columns).where(report.c.id.in_(ids)))
    found = {row.id: ReportRow(*row) for row in rows}
    return [found[id] for id in ids if id in found]


_reports_of = (
    select(*_columns)
    .where(report.c.person_id == bindparam("person"))
    .order_by(report.c.filed_at.desc(), report.c.id.desc())
    .limit(bindparam("most"))
)


def reports_of(connection: Connection, person_id: int, limit: int = 10) -> list[ReportRow]:
    """A reporter's own reports, newest first."""
    rows = connection.execute(_reports_of, {"person": person_id, "most": limit})
    return [ReportRow(*row) for row in rows]


def by_origin(connection: Connection, origin: str) -> int | None:
    """The report that came from this message, if it still stands."""
    return connection.execute(
        select(report.c.id).where(report.c.origin == origin, report.c.status != "withdrawn").limit(1)
    ).scalar()


def change_report(connection: Connection, id: int, **values: Any) -> None:
    """Set columns of a report; it is found by what it says then."""
    connection.execute(update(report).where(report.c.id == id).values(**values))
    if not values.keys().isdisjoint(("said", "forecast", "proposal")):
        find_words_again(connection, id)


def take_report(connection: Connection, id: int, now: datetime) -> None:
    """Somebody on duty has it: from now on additions only."""
    connection.execute(
        update(report)
        .where(report.c.id == id, report.c.taken_at.is_(None))
        .values(taken_at=now, status="received")
    )


def find_words_again(connection: Connection, id: int) -> None:
    """What a report says has changed: it is found by what it says now, additions included."""
    row = connection.execute(
        select(report.c.unit_id, report.c.said, report.c.forecast, report.c.proposal).where(report.c.id == id)
    ).one()
    added = [said for kind, said, _ in amendments_of(connection, id) if kind == "addition"]
    words = findable(row.unit_id, [row.said, row.forecast or "", row.proposal or "", *added])
    connection.execute(update(report).where(report.c.id == id).values(words=words))


_nil_in_period = select(report.c.id).where(
    report.c.person_id == bindparam("person"),
    report.c.period_id == bindparam("period"),
    report.c.nil.is_(True),
    report.c.status != "withdrawn",
)


def nil_in_period(connection: Connection, person_id: int, period_id: int) -> int | None:
    """The id of a nil report already filed for the period."""
    return connection.execute(_nil_in_period, {"person": person_id, "period": period_id}).scalar()


def add_amendment(connection: Connection, report_id: int, kind: str, said: str, now: datetime) -> int:
    """Keep what was added later (`addition`), what stood before an edit (`before`) or why it is not dealt
    with (`excluded`); gives its id."""
    values = {"report_id": report_id, "kind": kind, "said": said, "at": now}
    id = connection.execute(insert(amendment).values(values).returning(amendment.c.id)).scalar_one()
    if kind == "addition":
        find_words_again(connection, report_id)
    return int(id)


def amendments_of(connection: Connection, report_id: int) -> list[tuple[str, str, datetime]]:
    """(kind, words, instant) in order."""
    rows = connection.execute(
        select(amendment.c.kind, amendment.c.said, amendment.c.at)
        .where(amendment.c.report_id == report_id)
        .order_by(amendment.c.id)
    )
    return [(row.kind, row.said, row.at) for row in rows]


def count_by_topic(connection: Connection, ids: Collection[int]) -> list[tuple[str, int]]:
    """(topic, how many) of those of these reports that stand, the most frequent first."""
    n = func.count()
    rows = connection.execute(
        select(report.c.topic, n)
        .where(report.c.id.in_(ids), report.c.status != "withdrawn", report.c.topic.is_not(None))
        .group_by(report.c.topic)
        .order_by(n.desc(), report.c.topic)
    )
    return [(str(topic), int(count)) for topic, count in rows]


def entered_by(connection: Connection, person_id: int) -> list[tuple[str, datetime]]:
    """(code, when) of what a person entered for others: for the copy of their data."""
    rows = connection.execute(
        select(report.c.id, report.c.filed_at).where(report.c.entered_by == person_id).order_by(report.c.id)
    )
    return [(code_of(row.id), row.filed_at) for row in rows]


_asked = period.alias("asked")
_in_hand = (
    select(matter_report.c.report_id)
    .join(matter, matter.c.id == matter_report.c.matter_id)
    .where(
        or_(
            matter.c.closed_at.is_(None),
            matter.c.closed_at >= bindparam("before", type_=matter.c.closed_at.type),
        )
    )
)
"""Reports of matters that are open, or were closed since."""
_linked = (
    select(report.c.id)
    .join(period, period.c.id == report.c.period_id, isouter=True)
    .join(_asked, _asked.c.id == report.c.request_id, isouter=True)
    .where(
        report.c.person_id.is_not(None),
        report.c.filed_at < bindparam("before", type_=report.c.filed_at.type),
        report.c.id.not_in(_in_hand),
        *(
            func.coalesce(closed, report.c.filed_at) < bindparam("before", type_=report.c.filed_at.type)
            for closed in (
                func.coalesce(period.c.locked_at, period.c.cutoff_at),
                func.coalesce(_asked.c.locked_at, _asked.c.cutoff_at),
            )
        ),
    )
    .order_by(report.c.filed_at)
    .limit(bindparam("most"))
)


def linked_and_closed(connection: Connection, before: datetime, most: int) -> list[int]:
    """At most so many reports that are linked to a person, and whose period, and the request they answer,
    was locked, else cut off, before then (where there is neither: that were made before then), and the
    matter they belong to closed."""
    return list(connection.execute(_linked, {"before": before, "most": most}).scalars())


_forget_whose_word = (
    update(feedback)
    .where(
        feedback.c.person_id.is_not(None),
        ~exists().where(
            matter_report.c.matter_id == feedback.c.matter_id,
            matter_report.c.report_id == report.c.id,
            report.c.person_id == feedback.c.person_id,
        ),
    )
    .values(person_id=None)
)
"""What was said to an answer is nobody's once its matter has no report of theirs any more."""


def unlink(connection: Connection, ids: Collection[int] | Select[Any]) -> None:
    """Of these reports only the opinion stays: not who made them, and not by which chat they and their
    pictures came. DOMAIN §7."""
    fetched = attachment.c.report_id.in_(ids), attachment.c.state != "waiting"
    connection.execute(update(attachment).where(*fetched).values(lane=""))
    connection.execute(update(inquiry).where(inquiry.c.report_id.in_(ids)).values(person_id=None))
    connection.execute(update(report).where(report.c.id.in_(ids)).values(person_id=None, origin=None))
    connection.execute(_forget_whose_word)


def unlink_reporter(connection: Connection, person_id: int) -> None:
    """`unlink` all reports of a person, also those entered for others."""
    unlink(connection, select(report.c.id).where(report.c.person_id == person_id))
    connection.execute(update(report).where(report.c.entered_by == person_id).values(entered_by=None))


# -- attachments -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A picture or paper, fetched or still to be fetched."""

    id: int
    report_id: int | None
    lane: str
    channel: str
    kind: str
    source: dict[str, Any] | None
    state: str
    name: str | None
    media_type: str | None
    attempts: int


_attachment: tuple[Any, ...] = (
    attachment.c.id, attachment.c.report_id, attachment.c.lane, attachment.c.channel, attachment.c.kind,
    attachment.c.source, attachment.c.state, attachment.c.name, attachment.c.media_type,
    attachment.c.attempts,
)  # fmt: skip


def add_attachment(
    connection: Connection,
    *,
    lane: str,
    channel: str,
    kind: str,
    source: dict[str, Any],
    now: datetime,
    name: str | None = None,
    media_type: str | None = None,
    size: int | None = None,
) -> int:
    """A picture or paper. With a `name` it is kept already; without, it is to be fetched."""
    added = connection.execute(
        insert(attachment)
        .values(
            lane=lane,
            channel=channel,
            kind=kind,
            source=source,
            created_at=now,
            name=name,
            media_type=media_type,
            size=size,
            state="kept" if name else "waiting",
            next_at=None if name else now,
        )
        .returning(attachment.c.id)
    )
    return int(added.scalar_one())  # fmt: skip


def attach(connection: Connection, ids: Collection[int], lanes: Collection[str], report_id: int) -> None:
    """These attachments belong to the report; only those that came by one of its reporter's lanes."""
    connection.execute(
        update(attachment)
        .where(attachment.c.id.in_(ids), attachment.c.lane.in_(lanes))
        .values(report_id=report_id)
    )


def attachments_to_fetch(connection: Connection, now: datetime, limit: int = 20) -> list[AttachmentRow]:
    """Those still lying at their platform."""
    rows = connection.execute(
        select(*_attachment)
        .where(attachment.c.state == "waiting", attachment.c.next_at <= now)
        .order_by(attachment.c.id)
        .limit(limit)
    )
    return [AttachmentRow(*row) for row in rows]


def change_attachment(connection: Connection, id: int, **values: Any) -> None:
    """Set columns of an attachment."""
    connection.execute(update(attachment).where(attachment.c.id == id).values(**values))


def find_attachment(connection: Connection, id: int) -> AttachmentRow | None:
    """One attachment, or None."""
    row = connection.execute(select(*_attachment).where(attachment.c.id == id)).one_or_none()
    return AttachmentRow(*row) if row else None


def kept_count(connection: Connection, report_id: int) -> int:
    """How many attachments a report carries."""
    return connection.execute(
        select(func.count()).select_from(attachment).where(attachment.c.report_id == report_id)
    ).scalar_one()


# -- reading whole ----------------------------------------------------------------------------------


def _chosen(period_code: str | None, units: Collection[int] | None, sealed: bool) -> ColumnElement[bool]:
    """The reports of the periods with this code, and of these units (None: of all)."""
    return and_(
        true() if period_code is None else period.c.code == period_code,
        true() if units is None else report.c.unit_id.in_(units),
        true() if sealed else report.c.sealed.is_(False),
    )


def count_all(
    connection: Connection,
    period_code: str | None = None,
    units: Collection[int] | None = None,
    sealed: bool = False,
) -> int:
    """How many `all_reports` gives."""
    query = (
        select(func.count())
        .select_from(report)
        .join(period, period.c.id == report.c.period_id, isouter=True)
        .where(_chosen(period_code, units, sealed))
    )
    return connection.execute(query).scalar_one()


def all_reports(
    connection: Connection,
    period_code: str | None = None,
    units: Collection[int] | None = None,
    sealed: bool = False,
) -> Iterator[dict[str, Any]]:
    """Every report (of a period, of these units) as `export reports` gives it (DESIGN §8), in order; never
    the reporter. What is `sealed` only where it is asked for: it is for the unit above."""
    area = unit.alias("area")
    counted = (
        select(attachment.c.report_id, func.count().label("n"))
        .where(attachment.c.report_id.is_not(None))
        .group_by(attachment.c.report_id)
        .subquery()
    )
    query = (
        select(
            report.c.id,
            report.c.filed_at.label("at"),
            period.c.code.label("period"),
            unit.c.code.label("unit"),
            area.c.code.label("area"),
            report.c.topic,
            report.c.tone,
            report.c.level,
            report.c.said,
            report.c.forecast,
            report.c.proposal,
            report.c.channel,
            report.c.status,
            report.c.nil,
            func.coalesce(counted.c.n, 0).label("attachments"),
        )
        .join(unit, unit.c.id == report.c.unit_id)
        .join(area, area.c.id == report.c.area_id)
        .join(period, period.c.id == report.c.period_id, isouter=True)
        .join(counted, counted.c.report_id == report.c.id, isouter=True)
        .where(_chosen(period_code, units, sealed))
        .order_by(report.c.id)
        .execution_options(yield_per=500)
    )
    with connection.execute(query) as rows:
        for row in rows.mappings():
            one = dict(row)
            yield {"code": code_of(one.pop("id")), **one}
