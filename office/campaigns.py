"""Campaigns: opened and ended by coordinators, reports linked to them by their words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.campaigns import belongs, words_of
from domain.staff import CampaignFacts
from domain.text import fold
from office.post import Post
from storage import campaigns, directory
from storage.campaigns import CampaignRow

AROUND = timedelta(days=90)
"""How long before its start and after its end reports still belong to a campaign, to compare with."""

SHOWN = 8


def open_campaign(
    post: Post, unit_id: int, *, title: str, kind: str, words: str, from_on: date, to_on: date | None
) -> int:
    """A new campaign of a unit; reports made already are linked at once. Gives its id."""
    connection = post.connection
    id = campaigns.add(
        connection,
        unit_id=unit_id,
        code=_next_code(connection, unit_id),
        title=title,
        kind=kind,
        words=words,
        from_on=from_on,
        to_on=to_on,
    )
    wanted = words_of(words)
    since = _start(from_on, post.zone) - AROUND
    told = campaigns.told_since(connection, unit_id, since, wanted)
    campaigns.link(connection, [(report, id) for report, folded in told if belongs(wanted, folded)])
    return id


def _next_code(connection: Connection, unit_id: int) -> str:
    taken, number = campaigns.codes(connection, unit_id), 1
    while f"D-{number}" in taken:
        number += 1
    return f"D-{number}"


def linking(connection: Connection, unit_id: int, today: date) -> tuple[CampaignRow, ...]:
    """The campaigns a report of this unit may belong to now: its own and those of the units above."""
    return tuple(campaigns.linking(connection, directory.above(connection, unit_id), today - AROUND))


def link(post: Post, report_id: int, said: str, among: Sequence[CampaignRow]) -> None:
    """A report belongs to those of these campaigns whose words it has."""
    if among:
        folded = fold(said)
        found = [(report_id, one.id) for one in among if belongs(words_of(one.words), folded)]
        campaigns.link(post.connection, found)


def shown(post: Post, unit_id: int) -> tuple[CampaignFacts, ...]:
    """A unit's campaigns and how many reports each has, before, during and after it."""
    found = []
    for row in campaigns.of_unit(post.connection, unit_id, SHOWN):
        until = _start(row.to_on + timedelta(days=1), post.zone) if row.to_on else None
        counts = campaigns.count(post.connection, row.id, _start(row.from_on, post.zone), until)
        found.append(CampaignFacts(row.id, row.title, row.kind, row.words, row.from_on, row.to_on, *counts))
    return tuple(found)


def _start(day: date, zone: str) -> datetime:
    return datetime.combine(day, datetime.min.time(), ZoneInfo(zone))
