"""What goes on: the duty rota, messages to many, polls, and the trail of what was done."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from domain.polls import result_of, total_line
from messages import say
from office import mailing_progress, sealing
from storage import audit, directory, mailings, polls, shifts
from web.console.asked import Asked
from web.console.guard import Page

DAYS = 14
PAGE = 50


async def rota(asked: Asked) -> Response:
    """Who is on duty in the next two weeks, day by day; a day without anybody is told."""
    return asked.page("rota.html", **await asked.read(lambda c: _read_rota(c, asked)))


def _read_rota(connection: Connection, asked: Asked) -> dict[str, Any]:
    unit, zone = asked.chosen_unit(), asked.console.zone
    midnight = asked.now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = shifts.between(connection, unit, midnight, midnight + timedelta(days=DAYS))
    return {
        "unit": unit,
        "units": directory.names_of(connection, asked.units),
        "days": [_day(rows, midnight + timedelta(days=n)) for n in range(DAYS)],
        "is_any": bool(rows),
    }


def _day(rows: list[shifts.ShiftRow], start: datetime) -> dict[str, Any]:
    end = start + timedelta(days=1)
    return {"date": start.date(), "shifts": [one for one in rows if one.from_at < end and one.to_at > start]}


async def broadcasts(asked: Asked) -> Response:
    """Messages to many, the newest first, with how far each has got."""
    before = asked.after()
    return asked.page("mailings.html", **await asked.read(lambda c: _read_mailings(c, asked, before)))


def _read_mailings(connection: Connection, asked: Asked, before: int) -> dict[str, Any]:
    rows = mailings.of_units(connection, asked.units, before, PAGE + 1)
    tallies = mailings.tallies(connection, [row.id for row in rows])
    told = [
        (row, tallies[row.id], [asked.words(line) for line in mailing_progress.told(row, tallies[row.id])[0]])
        for row in rows[:PAGE]
    ]
    return {"told_rows": told, "onward": rows[PAGE - 1].id if len(rows) > PAGE else 0, "before": before}


async def asked_polls(asked: Asked) -> Response:
    """Polls, the newest first. Small counts stay hidden, as in the chat."""

    def read(connection: Connection) -> list[dict[str, Any]]:
        rows = polls.of_units(connection, asked.units, PAGE)
        counts = polls.counts_of(connection, [row.id for row in rows])
        return [
            {
                "row": row,
                "result": (result := result_of(row.kind, row.options, counts[row.id])),
                "total": total_line(result),
            }
            for row in rows
        ]

    return asked.page("polls.html", polls=await asked.read(read))


async def trail(asked: Asked) -> Response:
    """What was done, by whom: the newest first."""
    before = asked.after()

    def read(connection: Connection) -> tuple[list[audit.Noted], int]:
        rows = audit.trail(connection, asked.units, before, PAGE + 1)
        onward = rows[PAGE - 1].id if len(rows) > PAGE else 0
        return sealing.fit_to_show(connection, rows[:PAGE], asked.units), onward

    rows, onward = await asked.read(read)
    told = [(row, _act(asked, row.act)) for row in rows]
    return asked.page("audit.html", rows=told, onward=onward, before=before)


def _act(asked: Asked, act: str) -> str:
    """An act in words; one that has none yet by its name."""
    try:
        return asked.words(say(f"audit-{act}"))
    except KeyError:
        return act


PAGES = (
    Page("/ban/truc", "rota", "read", rota),
    Page("/ban/thong-bao", "mailing", "read", broadcasts),
    Page("/ban/tham-do", "mailing", "read", asked_polls),
    Page("/ban/nhat-ky", "audit", "read", trail),
)
