"""One report as staff see it, with what was added, what came with it, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, Table, or_, select, union, update

from domain.text import fold
from storage.tables import (
    address,
    alert,
    alert_notice,
    amendment,
    answer,
    attachment,
    feedback,
    inquiry,
    matter,
    matter_event,
    matter_report,
    meeting,
    membership,
    outbox,
    period,
    referral,
    report,
    task,
    unit,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A report, whole. `reporter` is a number, never a name; None once the link is gone."""

    id: int
    unit_id: int
    unit: str
    area: str
    reporter: int | None
    period: str | None
    topic: str | None
    tone: str | None
    level: str
    said: str
    forecast: str | None
    proposal: str | None
    spread: str | None
    strata: list[str] | None
    channel: str
    status: str
    filed_at: datetime
    taken_at: datetime | None
    claimed_at: datetime | None
    closed_at: datetime | None
    done: str | None
    revision: int


@dataclass(frozen=True, slots=True)
class File:
    """A picture or paper of a report. `shown_ok`: somebody has ticked that it shows nobody."""

    id: int
    report_id: int
    kind: str
    name: str
    media_type: str
    shown_ok: bool


_area = unit.alias("area")
_shown: Select[Any] = (
    select(
        report.c.id,
        report.c.unit_id,
        unit.c.name.label("unit"),
        _area.c.name.label("area"),
        report.c.person_id.label("reporter"),
        period.c.name.label("period"),
        report.c.topic,
        report.c.tone,
        report.c.level,
        report.c.said,
        report.c.forecast,
        report.c.proposal,
        report.c.spread,
        report.c.strata,
        report.c.channel,
        report.c.status,
        report.c.filed_at,
        report.c.taken_at,
        alert.c.claimed_at,
        alert.c.closed_at,
        alert.c.done,
        report.c.revision,
    )
    .join(unit, unit.c.id == report.c.unit_id)
    .join(_area, _area.c.id == report.c.area_id)
    .join(period, period.c.id == report.c.period_id, isouter=True)
    .join(alert, alert.c.report_id == report.c.id, isouter=True)
)


def find(connection: Connection, units: Collection[int], id: int, *, sealed: bool = False) -> Shown | None:
    """The report, if it is one of these units', sealed or not, and says something."""
    row = connection.execute(
        _shown.where(
            report.c.id == id,
            report.c.unit_id.in_(units),
            report.c.nil.is_(False),
            report.c.sealed.is_(sealed),
        )
    ).one_or_none()
    return Shown(*row) if row else None


_file: Select[Any] = select(
    attachment.c.id,
    attachment.c.report_id,
    attachment.c.kind,
    attachment.c.name,
    attachment.c.media_type,
    attachment.c.shown_ok,
).where(attachment.c.state == "kept")


def files_of(connection: Connection, report_id: int) -> list[File]:
    """The kept pictures and papers of a report, in order."""
    rows = connection.execute(_file.where(attachment.c.report_id == report_id).order_by(attachment.c.id))
    return [File(*row) for row in rows]


def find_file(
    connection: Connection, units: Collection[int], id: int, *, sealed: bool = False
) -> File | None:
    """A kept picture or paper of a report of these units, sealed or not, that was not withdrawn."""
    row = connection.execute(
        _file.join(report, report.c.id == attachment.c.report_id).where(
            attachment.c.id == id,
            report.c.unit_id.in_(units),
            report.c.status != "withdrawn",
            report.c.sealed.is_(sealed),
        )
    ).one_or_none()
    return File(*row) if row else None


def mark_shown_ok(connection: Connection, id: int, ok: bool) -> None:
    """Somebody has looked: it shows nobody (or, after all, somebody)."""
    connection.execute(update(attachment).where(attachment.c.id == id).values(shown_ok=ok))


# -- every place where its words are kept ----------------------------------------------------------

_STAFF = ("duty", "coordinator", "leader")
Places: TypeAlias = tuple[tuple[Table, ColumnElement[bool], tuple[str, ...]], ...]


def own_words(report_id: int) -> Places:
    """What is said in a report, and was added to it, by table: which rows, which columns."""
    return (
        (report, report.c.id == report_id, ("said", "forecast", "proposal")),
        (amendment, amendment.c.report_id == report_id, ("said",)),
    )


def words_about(report_id: int) -> Places:
    """What is said about a report: questions, how its alert ended, and everything of its matter, which ends
    the alerts of its other reports in the same words. Whatever repeats the words of reports has to stand here
    (`tests/storage/test_tables.py`)."""
    of_matter = _matters_of(report_id)
    alike = select(matter_report.c.report_id).where(matter_report.c.matter_id.in_(of_matter))
    referred = select(referral.c.id).where(referral.c.matter_id.in_(of_matter))
    before = select(matter.c.unit_id).where(matter.c.id.in_(of_matter))
    return (
        (inquiry, inquiry.c.report_id == report_id, ("said",)),
        (alert, or_(alert.c.report_id == report_id, alert.c.report_id.in_(alike)), ("done",)),
        (matter, matter.c.id.in_(of_matter), ("said", "result")),
        (matter_event, matter_event.c.matter_id.in_(of_matter), ("said",)),
        (referral, referral.c.matter_id.in_(of_matter), ("said", "reason")),
        (answer, answer.c.referral_id.in_(referred), ("checked", "found", "planned", "reason", "told")),
        (feedback, feedback.c.matter_id.in_(of_matter), ("why",)),
        (task, task.c.matter_id.in_(of_matter), ("said", "result")),
        (meeting, meeting.c.unit_id.in_(before), ("agenda",)),
    )


def _matters_of(report_id: int) -> Select[Any]:
    return select(matter_report.c.matter_id).where(matter_report.c.report_id == report_id)


def change_words(connection: Connection, places: Places, change: Callable[[Any], Any]) -> None:
    """Put `change(words)` in the place of the words that stand there."""
    for table, where, names in places:
        for row in connection.execute(select(table.c.id, *(table.c[name] for name in names)).where(where)):
            before = {name: words for name, words in row._mapping.items() if name in names and words}
            after = {name: change(words) for name, words in before.items()}
            if after == before:
                continue
            if "folded" in table.c:
                after["folded"] = fold(after["said"])
            connection.execute(update(table).where(table.c.id == row.id).values(after))


def lanes_told(connection: Connection, report_id: int) -> set[str]:
    """Where something of the report may have been told: its alert; to whoever made it or another report of
    its matter, works with these, or answers for a unit the matter was put to."""
    of_matter = _matters_of(report_id)
    units = [
        select(report.c.unit_id).where(report.c.id == report_id),
        *(
            select(column).where(matter.c.id.in_(of_matter))
            for column in (matter.c.unit_id, matter.c.origin_id)
        ),
    ]
    asked = select(referral.c.unit_id).where(referral.c.matter_id.in_(of_matter))
    alike = select(matter_report.c.report_id).where(matter_report.c.matter_id.in_(of_matter))
    told = union(
        select(membership.c.person_id).where(
            or_(*(membership.c.unit_id.in_(one) for one in units)), membership.c.role.in_(_STAFF)
        ),
        select(membership.c.person_id).where(membership.c.unit_id.in_(asked), membership.c.role == "unit"),
        select(report.c.person_id).where(or_(report.c.id == report_id, report.c.id.in_(alike))),
    )
    lanes = union(
        select(address.c.lane).where(address.c.person_id.in_(told)),
        select(alert_notice.c.lane)
        .join(alert, alert.c.id == alert_notice.c.alert_id)
        .where(alert.c.report_id == report_id),
    )
    return set(connection.execute(lanes).scalars())


def messages_in(
    connection: Connection, lanes: Collection[str], since: datetime
) -> list[tuple[int, dict[str, Any]]]:
    """(outbox id, body) of everything written to these lanes from a while before `since`: a draft of the
    report was drawn there too."""
    begun = since - timedelta(days=4)
    rows = connection.execute(
        select(outbox.c.id, outbox.c.body).where(outbox.c.lane.in_(lanes), outbox.c.created_at >= begun)
    )
    return [(row.id, row.body) for row in rows]


def change_message(connection: Connection, id: int, body: dict[str, Any]) -> None:
    """Another body for a message."""
    connection.execute(update(outbox).where(outbox.c.id == id).values(body=body))
