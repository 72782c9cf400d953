"""What a reminder says: every deadline still owed, its real hour, and what can be done about it at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.when import written
from messages import Say, catalogue, say
from office.ids import button
from storage import directory, focus, periods
from storage.periods import REQUEST, PeriodRow
from storage.reminders import Letter

ACTS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("x.cmd.baocaoky", "b-periodic"), ("x.cmd.khongphatsinh", "b-nil")),
    (("x.later.pm", "b-this-afternoon"), ("x.later.am", "b-tomorrow")),
)
"""Buttons under every reminder: the same for everybody, so that many share one message."""


def bodies(
    connection: Connection, letters: Sequence[Letter], now: datetime, zone: str
) -> dict[Letter, dict[str, Any]]:
    """The outbox body of each letter as it reads at `now`."""
    ids = {id for letter in letters for id in letter.periods}
    rows = periods.by_ids(connection, ids)
    areas = directory.names_of(connection, {row.unit_id for row in rows.values()})
    points: dict[int, list[str]] = {}
    for point in focus.of_periods(connection, ids):
        points.setdefault(point.period_id, []).append(point.said)
    lines = {
        id: _line(row, areas[row.unit_id], points.get(id, []), now, ZoneInfo(zone))
        for id, row in rows.items()
    }
    return {letter: _body(letter, rows, lines) for letter in letters}


def _body(letter: Letter, rows: Mapping[int, PeriodRow], lines: Mapping[int, Say]) -> dict[str, Any]:
    words = catalogue(letter.lang)
    due = sorted((rows[id] for id in letter.periods), key=lambda row: (row.due_at, row.id))
    buttons = [[("x.cmd.start", "b-resume")]] if letter.draft else []
    buttons += [[(button("answer", row.id), "b-answer")] for row in due if row.programme == REQUEST]
    if any(row.programme != REQUEST for row in due):
        buttons += [list(row) for row in ACTS]
    else:
        buttons.append(list(ACTS[1]))
    return {
        "text": "\n".join(words.render(lines[row.id]) for row in due),
        "rows": [[[data, words.render(say(label)), False] for data, label in row] for row in buttons],
        "lang": letter.lang,
    }


def _line(row: PeriodRow, area: str, points: list[str], now: datetime, zone: ZoneInfo) -> Say:
    due, local = row.due_at.astimezone(zone), now.astimezone(zone)
    shown: dict[str, object] = {"period": row.name, "time": f"{due:%H:%M}", "date": f"{due:%d/%m/%Y}"}
    asks = " ".join((row.said or "").split())
    if row.locked_at is not None or now > row.cutoff_at:
        return say("r-late-exception", period=row.name)
    if now > row.due_at:
        late = "r-late-request" if row.programme == REQUEST else "r-late"
        return say(late, period=row.name, cutoff=written(row.cutoff_at, zone))
    if row.programme == REQUEST:
        return say("r-request", said=asks, **shown)
    if due.date() == local.date():
        return say("r-today", area=area, **shown)
    days = (due.date() - local.date()).days
    focused = say("r-focus", focus="; ".join(points)) if points else ""
    return say("r-before", days=days, focus=focused, **shown)
