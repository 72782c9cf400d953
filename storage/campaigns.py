"""Campaigns of units, and the reports that belong to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, case, func, insert, or_, select, update

from storage.database import upserting
from storage.directory import tree_of
from storage.tables import campaign, report, report_campaign


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """A campaign. `words` is the list as it was written; without `to_on` its end is open."""

    id: int
    unit_id: int
    code: str
    title: str
    kind: str
    words: str
    from_on: date
    to_on: date | None


_columns: tuple[Any, ...] = (
    campaign.c.id, campaign.c.unit_id, campaign.c.code, campaign.c.title, campaign.c.kind,
    campaign.c.words, campaign.c.from_on, campaign.c.to_on,
)  # fmt: skip
_linking = (
    select(*_columns)
    .where(
        campaign.c.unit_id.in_(bindparam("units", expanding=True)),
        or_(campaign.c.to_on.is_(None), campaign.c.to_on >= bindparam("since")),
    )
    .order_by(campaign.c.id)
)


def add(connection: Connection, **values: Any) -> int:
    """A new campaign; gives its id."""
    return int(connection.execute(insert(campaign).values(**values).returning(campaign.c.id)).scalar_one())


def find(connection: Connection, id: int) -> CampaignRow | None:
    """One campaign, or None."""
    row = connection.execute(select(*_columns).where(campaign.c.id == id)).one_or_none()
    return CampaignRow(*row) if row else None


def end(connection: Connection, id: int, on: date) -> None:
    """It ends with this day."""
    connection.execute(update(campaign).where(campaign.c.id == id).values(to_on=on))


def codes(connection: Connection, unit_id: int) -> set[str]:
    """The codes a unit has given."""
    return set(connection.execute(select(campaign.c.code).where(campaign.c.unit_id == unit_id)).scalars())


def of_unit(connection: Connection, unit_id: int, limit: int) -> list[CampaignRow]:
    """A unit's own campaigns, the newest first."""
    rows = connection.execute(
        select(*_columns)
        .where(campaign.c.unit_id == unit_id)
        .order_by(campaign.c.from_on.desc(), campaign.c.id.desc())
        .limit(limit)
    )
    return [CampaignRow(*row) for row in rows]


def linking(connection: Connection, unit_ids: Collection[int], since: date) -> list[CampaignRow]:
    """Campaigns of these units that had not ended by that day."""
    rows = connection.execute(_linking, {"units": list(unit_ids), "since": since})
    return [CampaignRow(*row) for row in rows]


_link = upserting(lambda insert: insert(report_campaign).on_conflict_do_nothing())


def link(connection: Connection, pairs: Sequence[tuple[int, int]]) -> None:
    """These reports belong to these campaigns: (report, campaign)."""
    if pairs:
        rows = [{"report_id": report, "campaign_id": campaign} for report, campaign in pairs]
        connection.execute(_link(connection), rows)


def told_since(
    connection: Connection, unit_id: int, since: datetime, words: Sequence[str]
) -> list[tuple[int, str]]:
    """(report, folded text) of a unit's reports, and of those below it, that may have one of these words;
    what is sealed belongs to no campaign."""
    likely = or_(*(report.c.folded.contains(word, autoescape=True) for word in words))
    rows = connection.execute(
        select(report.c.id, report.c.folded).where(
            report.c.unit_id.in_(tree_of(unit_id)),
            report.c.filed_at >= since,
            report.c.sealed.is_(False),
            likely,
        )
    )
    return [(row.id, row.folded) for row in rows]


def count(connection: Connection, id: int, start: datetime, end: datetime | None) -> tuple[int, int, int]:
    """How many of its reports were made before `start`, from then to `end`, and later; those taken back do
    not count."""
    later = report.c.filed_at >= end if end is not None else report.c.id.is_(None)
    place = case((report.c.filed_at < start, 0), (later, 2), else_=1)
    rows = connection.execute(
        select(place.label("place"), func.count().label("n"))
        .join(report_campaign, report_campaign.c.report_id == report.c.id)
        .where(report_campaign.c.campaign_id == id, report.c.status != "withdrawn")
        .group_by("place")
    )
    found = {row.place: row.n for row in rows}
    return found.get(0, 0), found.get(1, 0), found.get(2, 0)
