"""Matters: the list with its filters, and one matter with everything that belongs to it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from domain.matter_filter import EVERY, MatterFilter, read_filter
from domain.matters import STATUSES
from domain.referrals import WAITING
from domain.scales import LEVELS
from domain.topics import DEFAULT_TOPICS
from office import matters
from storage import directory, matter_list, referrals, verification
from storage import matters as rows
from storage.matter_list import COUNTED, Place
from web.console import matter_view
from web.console.asked import Asked
from web.console.deeds import number_in
from web.console.guard import Page
from web.console.matter_deeds import LIST


async def listed(asked: Asked) -> Response:
    """The list; what is open, unless something else was chosen. "VD-12" leads to that matter."""
    given = asked.request.query_params
    if (id := number_in(given.get("ma", ""))) != 0:
        return asked.back(f"{LIST}/{id}")
    wanted, place = read_filter(given), Place.read(given.get("sau", ""))
    found = await asked.read(lambda c: _read(c, asked, wanted, place))
    query = wanted.query
    onward = found["onward"]
    return asked.page(
        "matters.html",
        **found,
        wanted=wanted,
        counted=COUNTED,
        first=place is None,
        next=f"{LIST}?{query}{'&' if query else ''}sau={onward.written}" if onward else "",
        top=f"{LIST}?{query}" if query else LIST,
        statuses=(*STATUSES, EVERY),
        levels=LEVELS,
        topics=DEFAULT_TOPICS,
    )


def _read(connection: Connection, asked: Asked, wanted: MatterFilter, place: Place | None) -> dict[str, Any]:
    me, now = asked.who.person_id, asked.now
    found, onward = matter_list.page(connection, asked.units, me, wanted, place, now)
    ids = [one.id for one in found]
    return {
        "rows": found,
        "onward": onward,
        "n": matter_list.count(connection, asked.units, me, wanted, now),
        "verdicts": verification.verdicts(connection, ids),
        "reports": rows.counts(connection, ids),
        "due": {
            id: min(waited)
            for id, several in referrals.open_of_matters(connection, ids).items()
            if (waited := [one.due_at for one in several if one.state in WAITING])
        },
        "units": directory.names_of(connection, asked.units | {one.unit_id for one in found}),
        "now": now,
    }


async def one(asked: Asked) -> Response:
    """A matter, whole."""
    id = asked.number("id")

    def read(connection: Connection) -> dict[str, Any] | None:
        row = matters.in_hand(connection, asked.who, id, "read")
        return matter_view.on_page(connection, asked, row) if row is not None else None

    found = await asked.read(read)
    return asked.missing() if found is None else asked.page("matter.html", **found, levels=LEVELS)


PAGES = (
    Page(LIST, "matter", "read", listed),
    Page(f"{LIST}/{{id:int}}", "matter", "read", one),
)
