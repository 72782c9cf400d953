"""What was sent is known after a death, before any commit holds it (ADR 0011)."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime

from sqlalchemy import make_url

import storage.database
from bot.ledger import Ledger
from storage.outbox import Mark
from storage.tables import outbox
from tests.bot.test_guarantees_inbox import until
from tests.house import house
from tests.loopback.telegram import TelegramServer

NOW = datetime(2026, 11, 25, 1, 2, 3, tzinfo=UTC)


def test_what_was_noted_is_read_by_whoever_comes_next(tmp_path):
    marks = [Mark(7, "sent", NOW, "99"), Mark(8, "sent", NOW)]
    dying = Ledger(tmp_path / "sent")
    dying.note(marks[0])
    dying.close_page()
    dying.note(marks[1])
    assert Ledger(tmp_path / "sent").read() == marks


def test_a_line_cut_short_by_a_death_counts_for_nothing(tmp_path):
    dying = Ledger(tmp_path)
    dying.note(Mark(7, "sent", NOW, "99"))
    with (tmp_path / "1.sent").open("a") as page:
        page.write("8 10")
    assert [mark.id for mark in Ledger(tmp_path).read()] == [7]


def test_what_is_committed_is_burnt_and_what_came_meanwhile_stays(tmp_path):
    ledger = Ledger(tmp_path)
    ledger.note(Mark(7, "sent", NOW))
    pages = ledger.close_page()
    ledger.note(Mark(8, "sent", NOW))
    ledger.burn(pages)
    assert [mark.id for mark in Ledger(tmp_path).read()] == [8]


def test_a_full_disk_stops_nothing(tmp_path, monkeypatch):
    def full(*_):
        raise OSError("no space left")

    ledger = Ledger(tmp_path)
    monkeypatch.setattr(os, "write", full)
    ledger.note(Mark(7, "sent", NOW))
    assert ledger.read() == []


SAID = "Không có bản nháp"


async def test_a_death_right_after_a_send_repeats_nothing(sqlite_url, tmp_path, monkeypatch):
    monkeypatch.setattr(storage.database, "RIDES_WITHIN", 3600)
    alive, left = tmp_path / "alive", tmp_path / "left"
    async with TelegramServer() as server:
        async with house(sqlite_url, server, folder=alive) as home:
            home.app.scheduler.stop()  # the commit of a tick would take the mark along
            lan = await home.member(server.person(1))
            await lan.say("/huy")
            await lan.expects(SAID)
            await until(lambda: _noted(home, alive))
            # What a kill -9 at this moment would leave: the files as they are, the message not yet marked.
            shutil.copytree(alive, left)
            shutil.copytree(make_url(sqlite_url).database.rpartition("/")[0], tmp_path / "database")
        monkeypatch.setattr(storage.database, "RIDES_WITHIN", 0.01)
        async with house(f"sqlite:///{tmp_path}/database/baonhanh.db", server, folder=left) as home:
            await until(lambda: _sent(home))
            await lan.say("/trogiup")
            await lan.expects("Gõ nội dung")
        assert sum(SAID in message.text for message in lan.screen) == 1


async def _noted(home, folder):
    [message] = [row.id for row in home.rows(outbox) if SAID in row.body["text"]]
    return message in {mark.id for mark in Ledger(folder / "sent").read()}


async def _sent(home):
    return [row.state for row in home.rows(outbox) if SAID in row.body["text"]] == ["sent"]
