"""What is owed to people, as rows."""

from datetime import UTC, datetime, timedelta

import pytest

from storage import outbox
from storage.database import Database
from storage.outbox import REPLY, Owed, enqueue
from storage.tables import outbox as table

NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)


@pytest.fixture
def database(database_url):
    opened = Database(database_url)
    yield opened
    opened.close()


def test_a_number_is_not_given_again_when_all_messages_are_forgotten(database):
    owed = [Owed("web:main:1", "web", "main", "1", REPLY, {"text": said}) for said in ("một", "hai")]
    before, _ = database.write_now(lambda c: enqueue(c, owed, now=NOW))

    def forget(connection):
        connection.execute(table.update().values(state="sent"))
        return outbox.forget_before(connection, NOW + timedelta(days=8))

    assert database.write_now(forget) == 2
    [after], _ = database.write_now(lambda c: enqueue(c, owed[:1], now=NOW))
    assert after > max(before)
    found = database.read(lambda c: outbox.messages_after(c, "web:main:1", max(before)))
    assert [(number, row.id) for number, row in found] == [(after, after)]
