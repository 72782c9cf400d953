"""How opinion goes: topics by week, tone, areas. Small cells are hidden, small areas folded into others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from domain.figures import fold_areas, row, shown
from domain.scales import TONES
from messages import say
from office.access import units_for
from storage import overview
from web.console.asked import Asked
from web.console.guard import Page

WEEKS = 8


async def charts(asked: Asked) -> Response:
    """The last eight weeks."""
    return asked.page("charts.html", **await asked.read(lambda c: _read(c, asked)))


def _read(connection: Connection, asked: Asked) -> dict[str, Any]:
    zone = asked.console.zone
    today = asked.now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    end = today + timedelta(days=7 - today.weekday())
    bounds = [end - timedelta(weeks=n) for n in range(WEEKS, -1, -1)]
    since, until = bounds[0], bounds[-1]
    topics = overview.by_topic(connection, asked.units, bounds)
    tones = overview.by_tone(connection, asked.units, since, until)
    most = max((sum(counts) for counts in topics.values()), default=0)
    return {
        "weeks": [f"{bound:%d/%m}" for bound in bounds[:-1]],
        "topics": [
            (row(asked.words(say(f"topic-{code.lower()}-short")), counts), counts)
            for code, counts in sorted(topics.items(), key=lambda one: (-sum(one[1]), one[0]))
        ],
        "most": most,
        "peak": max((n for counts in topics.values() for n in counts), default=0),
        "tones": [(code, tones.get(code, 0), shown(tones.get(code, 0))) for code in TONES],
        "areas": _areas(connection, asked, overview.by_area(connection, asked.units, since, until)),
        "is_any": bool(topics),
    }


def _areas(connection: Connection, asked: Asked, counts: dict[int, int]) -> list[tuple[str, int, str]]:
    """By area, the most first. Whoever reads the reports of a unit knows its areas anyway; for others an area
    in which few serve is counted with the wider one (DOMAIN §7)."""
    own = units_for(connection, asked.who, "report", "read")
    known = overview.above_of(connection, asked.units | counts.keys())
    above = {id: parent for id, (_, parent) in known.items()}
    mine = {id: n for id, n in counts.items() if id in own or above.get(id) in own}
    foreign = {id: n for id, n in counts.items() if id not in mine}
    if foreign:
        active = overview.active_by_unit(connection, asked.units)
        for id, n in fold_areas(foreign, active, above, asked.console.least_active).items():
            mine[id] = mine.get(id, 0) + n
    listed = sorted(mine.items(), key=lambda one: (-one[1], one[0]))[:30]
    return [(known[id][0] if id in known else "–", n, shown(n)) for id, n in listed]


PAGES = (Page("/ban/bieu-do", "count", "read", charts),)
