"""One report as staff see it, with what was added, what came with it, and what became of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, select, update

from storage.tables import alert, alert_notice, amendment, attachment, outbox, period, report, unit


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
        report.c.revision,
    )
    .join(unit, unit.c.id == report.c.unit_id)
    .join(_area, _area.c.id == report.c.area_id)
    .join(period, period.c.id == report.c.period_id, isouter=True)
    .join(alert, alert.c.report_id == report.c.id, isouter=True)
)


def find(connection: Connection, units: Collection[int], id: int) -> Shown | None:
    """The report, if it is one of these units' and says something."""
    row = connection.execute(
        _shown.where(
            report.c.id == id,
            report.c.unit_id.in_(units),
            report.c.nil.is_(False),
            report.c.sealed.is_(False),
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


def find_file(connection: Connection, units: Collection[int], id: int) -> File | None:
    """A kept picture or paper of a report of these units that was not withdrawn."""
    row = connection.execute(
        _file.join(report, report.c.id == attachment.c.report_id).where(
            attachment.c.id == id,
            report.c.unit_id.in_(units),
            report.c.status != "withdrawn",
            report.c.sealed.is_(False),
        )
    ).one_or_none()
    return File(*row) if row else None


def mark_shown_ok(connection: Connection, id: int, ok: bool) -> None:
    """Somebody has looked: it shows nobody (or, after all, somebody)."""
    connection.execute(update(attachment).where(attachment.c.id == id).values(shown_ok=ok))


# -- every place where its words are kept ----------------------------------------------------------


def change_amendments(connection: Connection, report_id: int, texts: dict[int, str]) -> None:
    """Put these words in the place of those of the amendments (by id)."""
    for id, said in texts.items():
        connection.execute(
            update(amendment)
            .where(amendment.c.id == id, amendment.c.report_id == report_id)
            .values(said=said)
        )


def amendment_texts(connection: Connection, report_id: int) -> dict[int, str]:
    """What every amendment says, by id."""
    rows = connection.execute(
        select(amendment.c.id, amendment.c.said).where(amendment.c.report_id == report_id)
    )
    return {row.id: row.said for row in rows}


def lanes_told(connection: Connection, report_id: int) -> set[str]:
    """Where an alert of the report was told."""
    rows = connection.execute(
        select(alert_notice.c.lane)
        .join(alert, alert.c.id == alert_notice.c.alert_id)
        .where(alert.c.report_id == report_id)
        .distinct()
    )
    return set(rows.scalars())


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
