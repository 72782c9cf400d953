"""A meeting that is moved while its invitation is still on the way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.config import load
from bot.plans import desk_rules_of, reminding_of
from domain.audience import Audience
from domain.meetings import NewMeeting
from office import access, mailing, meetings
from office.post import Post
from storage import people
from storage.database import make_engine
from storage.meetings import find
from storage.tables import outbox
from tests.house import found_unit

NOW = datetime(2026, 11, 19, 2, tzinfo=UTC)
AT = datetime(2026, 11, 30, 7, tzinfo=UTC)
SETTINGS = load(None, {})
HOW = reminding_of(SETTINGS, frozenset({"telegram"}))
RULES = desk_rules_of(SETTINGS, HOW, "k" * 32)


@pytest.fixture
def ward(database_url):
    """A coordinator and two collaborators, one of them English: (connection, person by label, unit)."""
    engine = make_engine(database_url)
    with engine.begin() as connection:
        unit_id = found_unit(connection)
        found = {}
        for label, role, lang in (
            ("hoa", "coordinator", "vi"), ("lan", "collaborator", "vi"), ("ann", "collaborator", "en")
        ):  # fmt: skip
            id = people.add_person(
                connection, unit_id=unit_id, label=label, lang=lang, reminders=True, now=NOW
            )
            people.add_membership(connection, person_id=id, unit_id=unit_id, role=role, label=label)
            people.add_address(
                connection, person_id=id, lane=f"telegram:1:{label}", channel="telegram", bot="1",
                chat=label, now=NOW,
            )  # fmt: skip
            found[label] = id
        yield connection, found, unit_id
    engine.dispose()


def told(connection, chat):
    """What is written to a chat, in order."""
    rows = connection.execute(select(outbox.c.body).where(outbox.c.chat == chat).order_by(outbox.c.id))
    return [row.body["text"] for row in rows]


def test_whoever_still_waits_for_the_invitation_reads_the_new_hour_there_and_nothing_else(ward):
    connection, found, unit_id = ward
    who = access.viewer(connection, found["hoa"], NOW.date())
    wish = NewMeeting(AT, "Hội trường", Audience("team", unit_id))
    made = meetings.call(Post(connection, NOW), HOW, RULES, who, wish, None)
    assert made is not None and all("14:00" in told(connection, one)[0] for one in ("lan", "ann"))

    def move(to):
        row = find(connection, made.id)
        post = Post(connection, NOW)
        assert meetings.move(post, RULES, who, row, to)
        post.owe()

    move(AT + timedelta(days=1))
    [lan], [ann] = told(connection, "lan"), told(connection, "ann")
    assert "14:00 thứ Ba 01/12/2026" in lan and "mời dự giao ban" in lan
    assert "14:00 on Tuesday, 01/12/2026" in ann
    connection.execute(update(outbox).where(outbox.c.chat == "lan").values(state="sent"))
    connection.execute(update(outbox).where(outbox.c.chat == "ann").values(held_by="another"))
    move(AT + timedelta(days=2))
    assert told(connection, "lan")[0] == lan, "what was read stays"
    assert "đổi giờ giao ban: 14:00 thứ Tư 02/12/2026" in told(connection, "lan")[1]
    first, second = told(connection, "ann")
    assert "02/12/2026" in first and "02/12/2026" in second, "just being written to: told rather twice"


def test_whoever_is_added_afterwards_is_invited_to_the_new_hour(ward):
    connection, found, unit_id = ward
    who = access.viewer(connection, found["hoa"], NOW.date())
    some = mailing.CHUNK
    mailing.CHUNK = 1
    try:
        wish = NewMeeting(AT, "Hội trường", Audience("team", unit_id))
        made = meetings.call(Post(connection, NOW), HOW, RULES, who, wish, None)
        assert made is not None and told(connection, "ann") == []
        meetings.move(Post(connection, NOW), RULES, who, made, AT + timedelta(days=1))
        mailing.tend(Post(connection, NOW), HOW)
    finally:
        mailing.CHUNK = some
    assert ["01/12/2026" in one for one in told(connection, "ann")] == [True]


@pytest.mark.parametrize("to", [AT, NOW, NOW - timedelta(days=1)])
def test_an_hour_that_has_passed_or_is_the_same_moves_nothing(ward, to):
    connection, found, unit_id = ward
    who = access.viewer(connection, found["hoa"], NOW.date())
    wish = NewMeeting(AT, "Hội trường", Audience("team", unit_id))
    made = meetings.call(Post(connection, NOW), HOW, RULES, who, wish, None)
    before = connection.execute(select(outbox)).all()
    assert made is not None and not meetings.move(Post(connection, NOW), RULES, who, made, to)
    assert connection.execute(select(outbox)).all() == before and find(connection, made.id) == made
