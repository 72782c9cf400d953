"""What would go wrong is told before it does, all of it, each in its line."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from storage import audit, people
from storage.tables import unit
from tests.loopback.telegram import TelegramServer

SOUND = {"PRIVACY_CONTACT": "Văn phòng", "ALERTS_PHONE": "0203 1"}


def settle(channel):
    def work(connection):
        now, unit_id = datetime.now(UTC), connection.scalar(select(unit.c.id))
        id = people.add_person(connection, unit_id=unit_id, label="Minh", lang="vi", reminders=False, now=now)
        people.add_membership(connection, person_id=id, unit_id=unit_id, role="duty", label="Minh")
        lane = f"{channel}:1:{id}"
        people.add_address(connection, person_id=id, lane=lane, channel=channel, bot="1", chat="7", now=now)

    return work


def test_a_sound_installation_has_no_problems_and_no_warnings(at_home, look):
    look(settle("telegram"))
    done = at_home("check", **SOUND)
    assert (done.code, done.out, done.err) == (0, ["No problems."], [])


def test_a_fresh_folder_is_no_problem_and_stays_fresh(typed):
    done = typed("check")
    assert done.code == 0
    assert any("There is no unit yet" in line for line in done.err)
    assert not Path("data").exists()


def test_wrong_settings_are_all_told(typed):
    done = typed("check", WEB_PORT="80800", TELEGRAM_MODE="fast", CALENDAR_ZONE="Mars")
    assert done.code == 2
    assert len(done.err) == 3
    assert all(line.startswith("PROBLEM") for line in done.err)


def test_a_unit_without_a_duty_phone_is_a_problem(at_home, look):
    look(lambda c: c.execute(update(unit).values(duty_phone=None)))
    done = at_home("check")
    assert done.code == 2
    assert any("PM: no duty phone" in line for line in done.err)
    assert at_home("check", **SOUND).code == 0


def test_while_nobody_of_the_chain_can_be_reached_it_is_said(at_home, look):
    assert any("has a channel that reaches a phone" in line for line in at_home("check").err)
    look(settle("web"))
    assert any("has a channel that reaches a phone" in line for line in at_home("check").err)
    look(settle("telegram"))
    assert not any("has a channel that reaches a phone" in line for line in at_home("check").err)


def test_below_a_unit_with_a_phone_and_staff_only_the_reader_is_missing(at_home, look):
    look(settle("telegram"))

    def work(connection):
        now, above = datetime.now(UTC), connection.scalar(select(unit.c.id))
        values = {"code": "TO4", "name": "Tổ 4", "type": "quarter", "parent_id": above}
        id = connection.execute(insert(unit).values(values).returning(unit.c.id)).scalar_one()
        one = people.add_person(connection, unit_id=id, label="x", lang="vi", reminders=False, now=now)
        people.add_membership(connection, person_id=one, unit_id=id, role="collaborator", label="x")

    look(work)
    done = at_home("check", PRIVACY_CONTACT="Văn phòng")
    assert [line for line in done.err if "TO4" in line] == done.err and len(done.err) == 1
    assert "TO4: collaborators but no coordinator" in done.err[0]


def test_a_year_whose_holidays_nobody_confirmed_is_a_warning(at_home):
    year = datetime.now(UTC).year
    assert any("holidays" in line for line in at_home("check", CALENDAR_CONFIRMED_YEARS="2025").err)
    assert not any("holidays" in line for line in at_home("check", CALENDAR_CONFIRMED_YEARS=str(year)).err)


async def test_telegram_is_asked_whether_it_knows_the_token(at_home):
    async with TelegramServer() as server:
        known = {"TELEGRAM_BASE_URL": server.base_url, "TELEGRAM_TOKEN": server.token}
        assert (await asyncio.to_thread(at_home, "check", **known)).code == 0
        unknown = known | {"TELEGRAM_TOKEN": "7000000009:AAwrong-token-of-nobody-0123456789abc"}
        done = await asyncio.to_thread(at_home, "check", **unknown)
    assert done.code == 2
    assert any("does not accept this token" in line for line in done.err)
    assert not any("AAwrong" in line for line in done.err)


def test_a_telegram_out_of_reach_is_a_problem(at_home):
    done = at_home("check", TELEGRAM_BASE_URL="http://127.0.0.1:9/bot", TELEGRAM_TOKEN="1:x")
    assert done.code == 2
    assert any("cannot be reached" in line for line in done.err)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (datetime(2019, 1, 1, tzinfo=UTC), "clock is wrong"),
        (datetime.now(UTC) - timedelta(days=2), "is behind the newest data"),
    ],
)
def test_a_wrong_clock_is_a_problem(at_home, now, said):
    done = at_home("check", clock=lambda: now)
    assert done.code == 2
    assert any(said in line for line in done.err)
    done = at_home("run", clock=lambda: now)
    assert done.code == 2
    assert said in done.err[0]


def test_a_clock_a_little_behind_is_believed(at_home, look):
    look(lambda c: audit.note(c, "x", None, now=datetime.now(UTC) + timedelta(hours=20)))
    assert at_home("check", **SOUND).code == 0


def test_many_units_with_the_same_trouble_are_one_line(at_home, look):
    def work(connection):
        for number in range(9):
            values = {"code": f"X{number}", "name": f"Xã {number}", "type": "commune"}
            id = connection.execute(insert(unit).values(values).returning(unit.c.id)).scalar_one()
            one = people.add_person(
                connection, unit_id=id, label="x", lang="vi", reminders=False, now=datetime.now(UTC)
            )
            people.add_membership(connection, person_id=one, unit_id=id, role="collaborator", label="x")

    look(work)
    done = at_home("check")
    assert sum("no duty phone" in line for line in done.err) == 1
    assert any("X0, X1, X2, X3, X4 … (+4): no duty phone" in line for line in done.err)
