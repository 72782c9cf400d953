"""Who was told of an alert a moment ago is found without reading all they were ever told of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import event

from storage import alert_notices
from storage.database import Database

NOW = datetime(2026, 11, 19, 2, tzinfo=UTC)


def test_whom_we_told_a_moment_ago_is_a_look_into_the_index(sqlite_url):
    database, asked = Database(sqlite_url), []

    def look(connection):
        event.listen(connection, "before_cursor_execute", lambda *a: asked.append((a[2], a[3])))
        alert_notices.told_since(connection, [1, 2], NOW - timedelta(seconds=20))
        [(statement, values)] = [one for one in asked if one[0].startswith("SELECT")]
        return connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()

    plan = [row.detail for row in database.read(look)]
    database.close()
    assert any("told USING" in step and "ix_alert_notice_person_id" in step for step in plan), plan
    assert not any(step.startswith("SCAN") for step in plan), plan
