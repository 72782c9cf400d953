"""A database that has seen years of work: as many reports as wanted, in one statement each."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from bench.subjects import Place

PEOPLE = 1000
SAID = "Bà con phản ánh đường ngập sau mưa, rác chưa được thu gom đúng giờ, đèn đường hỏng nhiều tuần."
FOLDED = "ba con phan anh duong ngap sau mua, rac chua duoc thu gom dung gio, den duong hong nhieu tuan."

NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :count)"
PERSONS = f"""INSERT INTO person (unit_id, lang, reminders, joined_at)
    {NUMBERS} SELECT (SELECT min(id) FROM unit), 'vi', 0, '2024-01-01 00:00:00.000000' FROM n"""
REPORTS = f"""INSERT INTO report (unit_id, area_id, person_id, period_id, nil, topic, tone, level,
        said, folded, channel, status, filed_at, editable_until_at, revision)
    {NUMBERS} SELECT unit, unit, first + i % {PEOPLE}, period, 0, 'AS', 'uneasy',
        CASE WHEN i % 10 THEN 'normal' ELSE 'urgent' END, :said || ' ' || i, :folded || ' ' || i,
        'telegram', 'sent', at, at, 1
    FROM (SELECT i, unit, first, period,
                 strftime('%Y-%m-%d %H:%M:%f', 'now', -(:count - i) || ' minutes') AS at
          FROM n, (SELECT min(id) AS unit FROM unit), (SELECT min(id) AS first FROM person),
               (SELECT min(id) AS period FROM period))"""
ALERTS = """INSERT INTO alert (report_id, unit_id, opened_at, stage, claimed_by, claimed_at, closed_at)
    SELECT id, unit_id, filed_at, 0, person_id, filed_at, filed_at FROM report WHERE level = 'urgent'"""


def seed(place: Place, reports: int) -> None:
    """Put `reports` into the SQLite file of `place`, every tenth of them urgent and long since closed."""
    connection = sqlite3.connect(Path(place.database_url.removeprefix("sqlite:///")))
    try:
        with connection:
            connection.execute(PERSONS, {"count": PEOPLE})
            connection.execute(REPORTS, {"count": reports, "said": SAID, "folded": FOLDED})
            connection.execute(ALERTS)
    finally:
        connection.close()
