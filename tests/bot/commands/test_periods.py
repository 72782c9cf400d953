"""Periods from the command line: looked at, changed, locked; who would be reminded; who owes, as a file."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from sqlalchemy import insert, select

from office.obligations import keep_lists
from office.post import Post
from storage import people
from storage.tables import address, audit, obligation, outbox, period, period_stage, reminder, unit

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day, hour, minute=0, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=HANOI).astimezone(UTC)


@pytest.fixture
def ward(typed, database_url, monkeypatch, look):
    """The unit PM on 10 November with four collaborators and the lists of who owes; types at that time."""
    monkeypatch.setenv("BAONHANH_DATABASE_URL", database_url)
    start = at(10, 9)

    def run(*words, now=start, **more):
        return typed(*words, clock=lambda: now, **more)

    assert run("init", "--unit", "PM", "--name", "Phường Mẫu", "--duty-phone", "0203 123 456").code == 0

    def seat(connection):
        unit_id = connection.scalar(select(unit.c.id))
        for number, (label, wants, channel) in enumerate(
            [("Lan", True, "telegram"), ("Minh", True, "web"), ("Tư", False, "telegram"), ("Ba", True, None)]
        ):
            id = people.add_person(
                connection, unit_id=unit_id, label=label, lang="vi", reminders=wants, now=start - timedelta(9)
            )
            people.add_membership(connection, person_id=id, unit_id=unit_id, role="collaborator", label=label)
            if channel:
                people.add_address(
                    connection, person_id=id, lane=f"{channel}:1:{number}", channel=channel, bot="1",
                    chat=str(number), now=start,
                )  # fmt: skip
        keep_lists(Post(connection, start))

    look(seat)
    return run


def rows(look, table):
    return look(lambda c: list(c.execute(table.select().order_by(table.c.id))))


def test_periods_are_listed_with_how_they_stand(ward):
    done = ward("periods", "list", "--unit", "PM", "--json")
    assert done.code == 0
    first = done.objects[0]
    assert (first["code"], first["state"], first["owes"]) == ("2026-11", "running", 4)
    assert first["due"] == "2026-11-20T17:00:00+07:00"
    assert done.objects[1]["state"] == "coming"
    assert "2026-11 · tháng 11/2026 · taking reports" in ward("periods", "list", "--unit", "PM").out[0]


def test_a_deadline_is_moved_and_written_into_the_trail(ward, look):
    done = ward("periods", "change", "--unit", "PM", "--period", "2026-11", "--due", "2026-11-25 17:00")
    assert done.code == 0, done.err
    assert "17:00 on Wednesday, 25/11/2026" in done.out[0]
    [row] = [row for row in rows(look, period) if row.code == "2026-11"]
    assert (row.due_at, row.end_at) == (at(25, 17), at(25, 17))
    stages = {one.stage: one.at for one in rows(look, period_stage) if one.period_id == row.id}
    assert stages["d"] == at(25, 8)
    [note] = [one for one in rows(look, audit) if one.act == "deadline-moved"]
    assert (note.actor, note.object) == ("terminal", "PM/2026-11")


def test_what_cannot_be_is_one_line_and_changes_nothing(ward, look):
    before = rows(look, period)
    for words, told in (
        (("--due", "31/11"), "is no day and hour"),
        (("--due", "2026-11-09 17:00"), "That hour has passed"),
        (("--due", "25/11 17:00", "--cutoff", "24/11 9h"), "cannot come before the deadline"),
    ):
        done = ward("periods", "change", "--unit", "PM", "--period", "2026-11", *words)
        assert (done.code, len(done.err)) == (2, 1)
        assert told in done.err[0]
    done = ward("periods", "change", "--unit", "PM", "--period", "2026-13", "--due", "25/11")
    assert done.code == 2
    assert "2026-11" in done.err[0]
    assert rows(look, period) == before


def test_a_locked_period_is_locked_for_good(ward, look):
    done = ward("periods", "lock", "--unit", "PM", "--period", "2026-11", now=at(26, 9))
    assert done.code == 0, done.err
    assert "counts for tháng 12/2026" in done.out[0]
    again = ward("periods", "lock", "--unit", "PM", "--period", "2026-11", now=at(26, 10))
    assert (again.code, len(again.err)) == (2, 1)
    [row] = [row for row in rows(look, period) if row.code == "2026-11"]
    assert row.locked_at == at(26, 9)


def test_somebody_is_excused_and_somebody_taken_late(ward, look):
    at_it = ("--unit", "PM", "--period", "2026-11")
    done = ward("periods", "excuse", *at_it, "--person", "Minh", "--reason", "nghỉ phép")
    assert done.code == 0, done.err
    done = ward("periods", "extend", *at_it, "--person", "Lan", "--until", "27/11 10h", now=at(26, 9))
    assert done.code == 0, done.err
    assert "10:00 on Friday, 27/11/2026" in done.out[0]
    mine = sorted(rows(look, obligation), key=lambda row: row.person_id)
    assert [(one.state, one.until_at) for one in mine] == [
        ("owes", at(27, 10)), ("excused", None), ("owes", None), ("owes", None),
    ]  # fmt: skip
    [letter] = rows(look, outbox)
    assert letter.not_before_at is None
    done = ward("periods", "excuse", *at_it, "--person", "Ai Đó", "--reason", "x")
    assert (done.code, len(done.err)) == (2, 1)


def test_a_rule_of_its_own_touches_only_periods_still_to_be_made(ward, look):
    before = rows(look, period)
    done = ward("periods", "rule", "--unit", "PM", "--rule", "quarterly")
    assert done.code == 0, done.err
    assert done.out[0] == "PM: a rule of its own, “quarterly”."
    assert "tháng 11/2026" in done.out[1]
    assert rows(look, period) == before
    assert ward("periods", "rule", "--unit", "PM").out[0] == done.out[0]
    inherited = ward("periods", "rule", "--unit", "PM", "--inherit")
    assert "monthly last-working-day" in inherited.out[0]
    wrong = ward("periods", "rule", "--unit", "PM", "--rule", "now and then")
    assert (wrong.code, len(wrong.err)) == (2, 1)
    assert [one.act for one in rows(look, audit) if one.act == "rule-changed"] == ["rule-changed"] * 2


TELEGRAM = {"TELEGRAM_TOKEN": "123456:" + "a" * 35}


def test_a_dry_run_tells_what_goes_out_and_for_everybody_else_why_not(ward, look):
    done = ward("remind", "--dry-run", "--now", "2026-11-18T08:00:00+07:00", "--json", **TELEGRAM)
    assert done.code == 0, done.err
    found = {one["person"]: one for one in done.objects}
    lan, minh = found["Lan"], found["Minh"]
    assert (lan["send"], lan["stage"], lan["channel"], lan["rings"]) == (True, "d-2", "telegram", True)
    assert "hạn 17:00 20/11/2026" in lan["text"]
    assert lan["at"].startswith("2026-11-18T08:")
    assert (minh["send"], minh["channel"], minh["rings"]) == (True, "web", False)
    assert found["Tư"]["why"] == "wants no reminders"
    assert found["Ba"]["why"] == "has no channel, please call"
    assert rows(look, reminder) == rows(look, outbox) == []
    assert {row.state for row in rows(look, period_stage)} == {"planned"}


@pytest.mark.parametrize(
    ("now", "why"),
    [
        ("2026-11-17T08:00:00+07:00", "next stage: 08:00 18/11/2026"),
        ("2026-11-18T12:00:00+07:00", "outside the hours for reminders, until 13:30 18/11/2026"),
        ("2026-11-22T09:00:00+07:00", "outside the hours for reminders, until 06:30 23/11/2026"),
    ],
)
def test_hours_and_stages_are_reasons(ward, now, why):
    done = ward("remind", "--dry-run", "--now", now, "--json", **TELEGRAM)
    assert next(one["why"] for one in done.objects if one["person"] == "Lan") == why


def test_the_cap_the_block_and_the_reminder_of_today_are_reasons(ward, look):
    now = "2026-11-18T08:00:00+07:00"
    done = ward("remind", "--dry-run", "--now", now, "--json", REMINDERS_DAILY_CAP="1", **TELEGRAM)
    assert sorted(str(one["why"]) for one in done.objects if one["person"] in ("Lan", "Minh")) == [
        "None", "the daily cap is reached (reminders.daily_cap)",
    ]  # fmt: skip
    look(lambda c: c.execute(address.update().values(unreachable_at=at(11, 9))))
    done = ward("remind", "--dry-run", "--now", now, "--json", REMINDERS_DAILY_CAP="5000", **TELEGRAM)
    assert {one["why"] for one in done.objects if one["person"] in ("Lan", "Minh")} == {
        "has blocked the bot, please call"
    }
    look(lambda c: c.execute(address.update().values(unreachable_at=None)))
    look(
        lambda c: c.execute(
            insert(reminder).values(
                period_id=c.scalar(select(period.c.id).order_by(period.c.id)), person_id=1, stage="chase",
                state="queued", at=at(18, 7), sent_on=at(18, 7).date(), lane="telegram:1:0",
            )
        )
    )  # fmt: skip
    done = ward("remind", "--dry-run", "--now", now, "--json", **TELEGRAM)
    assert next(one["why"] for one in done.objects if one["person"] == "Lan") == "reminded today already"


def test_without_dry_run_nothing_is_done(ward):
    done = ward("remind")
    assert done.code == 2
    assert "--dry-run" in done.err[0]
    wrong = ward("remind", "--dry-run", "--now", "tomorrow")
    assert (wrong.code, len(wrong.err)) == (2, 1)


def test_the_list_behind_the_figures_is_written_in_every_format(ward, look):
    assert ward("periods", "excuse", "--unit", "PM", "--period", "2026-11", "--person", "Minh",
                "--reason", "=nghỉ phép").code == 0  # fmt: skip
    done = ward("export", "obligations", "--period", "2026-11")
    assert {(one["unit"], one["period"], one["person"], one["state"]) for one in done.objects} == {
        ("PM", "2026-11", "Lan", "owes"),
        ("PM", "2026-11", "Minh", "excused"),
        ("PM", "2026-11", "Tư", "owes"),
        ("PM", "2026-11", "Ba", "owes"),
    }
    assert tuple(done.objects[0]) == ("unit", "period", "person", "state", "on_time", "reason")
    told = ward("export", "obligations", "--format", "csv", "--out", "o.csv")
    assert "for coordinators only" in told.err[-1]
    with Path("o.csv").open(encoding="utf-8-sig", newline="") as file:
        assert "'=nghỉ phép" in {one["reason"] for one in csv.DictReader(file)}
    assert ward("export", "obligations", "--format", "xlsx", "--out", "o.xlsx").code == 0
    assert openpyxl.load_workbook("o.xlsx").active.max_row == 5
    assert "for coordinators only" in " ".join(" ".join(ward("export", "--help").out).split())
    assert [one.act for one in rows(look, audit)].count("obligations-exported") == 3
