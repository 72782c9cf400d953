"""How opinion goes: topics by week, tone, areas. Small cells are hidden, small areas folded into others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from domain.figures import KEPT_BACK, fold_areas, is_any_small, listed, row
from domain.scales import TONES
from messages import say
from office.access import units_for
from office.figures import counted
from storage import overview
from web.console.asked import Asked
from web.console.guard import Page

WEEKS = 8
AREAS = 30


async def charts(asked: Asked) -> Response:
    """The last eight weeks."""
    return asked.page("charts.html", **await asked.read(lambda c: _read(c, asked)))


def _read(connection: Connection, asked: Asked) -> dict[str, Any]:
    zone = asked.console.zone
    today = asked.now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    end = today + timedelta(days=7 - today.weekday())
    bounds = [end - timedelta(weeks=n) for n in range(WEEKS, -1, -1)]
    since, until = bounds[0], bounds[-1]
    those = counted(connection, asked.who, asked.units, today)
    topics = overview.by_topic(connection, those, bounds)
    tones = overview.by_tone(connection, those, since, until)
    areas = _areas(connection, asked, overview.by_area(connection, those, since, until))
    cells = [n for counts in topics.values() for n in counts]
    is_hidden = is_any_small([*cells, *tones.values(), *(n for _, n in areas)])
    return {
        "weeks": [f"{bound:%d/%m}" for bound in bounds[:-1]],
        "topics": [
            (row(asked.words(say(f"topic-{code.lower()}-short")), counts), counts)
            for code, counts in sorted(topics.items(), key=lambda one: (-sum(one[1]), one[0]))
        ],
        "peak": max(cells, default=0),
        "tones": _list([(code, tones.get(code, 0)) for code in TONES], is_hidden),
        "areas": _list(areas, is_hidden)[:AREAS],
        "is_any": bool(topics),
    }


def _list(counts: list[tuple[str, int]], is_hidden: bool) -> list[tuple[str, float, str]]:
    """(name, length of its bar, count as it is told) of each: a bar tells no more than its number."""
    told = listed([n for _, n in counts], beside_hidden=is_hidden)
    most = max((int(one) for one in told if one != KEPT_BACK), default=0) or 1
    return [
        (name, 0 if one == KEPT_BACK else n / most, one) for (name, n), one in zip(counts, told, strict=True)
    ]


def _areas(connection: Connection, asked: Asked, counts: dict[int, int]) -> list[tuple[str, int]]:
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
    ordered = sorted(mine.items(), key=lambda one: (-one[1], one[0]))
    return [(known[id][0] if id in known else "–", n) for id, n in ordered]


PAGES = (Page("/ban/bieu-do", "count", "read", charts),)
