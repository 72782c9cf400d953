"""What is read row by row holds nothing open after its reader has had enough."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, insert, literal, select, text

from bot.config import load
from storage.audit import entries, note
from storage.database import Database
from storage.obligations import all_obligations
from storage.reports import all_reports
from storage.tables import obligation, period, person
from tests.house import plant

NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)


def _a_row_of_each(connection):
    """Beside the reports of the sample."""
    note(connection, "exported", None, now=NOW)
    anybody = select(
        select(period.c.id).limit(1).scalar_subquery(), func.min(person.c.id), literal("owes"), literal(NOW)
    )
    connection.execute(
        insert(obligation).from_select(["period_id", "person_id", "state", "created_at"], anybody)
    )


@pytest.mark.parametrize("read", [entries, all_obligations, all_reports])
def test_a_reader_that_stops_early_leaves_no_cursor(postgres_url, read):
    database = Database(postgres_url)
    plant(database, load(None, {}), NOW)
    database.write_now(_a_row_of_each)
    with database.engine.connect() as connection:
        rows = iter(read(connection))
        assert next(rows)
        named = text("SELECT count(*) FROM pg_cursors WHERE name <> ''")
        assert connection.execute(named).scalar() == 1
        rows.close()
        assert connection.execute(named).scalar() == 0
    database.close()
