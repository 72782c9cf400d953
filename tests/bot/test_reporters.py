"""Who made a report: told to whom, why, with whose knowledge, and for how long. DESIGN §4.9, DOMAIN §7."""

from __future__ import annotations

import io
import json
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from office import auditing, exporting, unlinking
from office.data_rights import export
from office.post import Post
from office.unveiling import SEEN, unveil
from storage.obligations import count_old
from storage.reports import unlink_reporter
from storage.tables import attachment, audit, obligation, period, person, report, unit
from tests.bot.flows import filed, ward
from tests.bot.test_guarantees_inbox import file_report
from tests.bot.test_reminders import at
from tests.bot.test_reminders import ward as rhythm

WHY = "Cần gọi lại để xác minh"


async def asked(boss, code: str = "PA-1", why: str = WHY):
    """Ask who made a report."""
    await boss.say(f"/nguoibao {code}")
    await boss.expects("Lý do xem người báo")
    await boss.say(why)


def seen(home) -> list:
    return [row for row in home.rows(audit) if row.act == SEEN]


async def test_a_coordinator_reads_who_made_a_report_and_the_reporter_reads_who_asked_and_why(database_url):
    async with ward(database_url) as (server, home, _):
        lan, minh = await home.member(server.person(1)), await home.member(server.person(2))
        boss = await home.member(server.person(9), "coordinator")
        await filed(lan)
        await boss.say("/nguoibao")
        await boss.expects("Gõ mã, ví dụ PA-12")
        await boss.say("pa 1")
        await boss.expects("Lý do xem người báo PA-1?")
        await boss.say(WHY)
        await boss.expects("Người báo PA-1: CTV-1.")
        await lan.expects(f"CTV-3 (điều phối viên) đã xem người báo PA-1, lý do: {WHY}")
        [row] = seen(home)
        assert (row.actor, row.object, row.detail) == ("CTV-3", "PA-1", {"reason": WHY})
        assert home.database.read(auditing.verify).whole
        assert not any("đã xem người báo" in one.text for one in minh.screen)


async def test_the_number_alone_and_the_label_of_the_list_will_do(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        boss = await home.member(server.person(9), "coordinator")
        home.database.write_now(
            lambda c: c.execute(update(person).where(person.c.id == 1).values(label="Tổ 1 – Lan")) and None
        )
        await filed(lan)
        await asked(boss, "1")
        await boss.expects("Người báo PA-1: CTV-1 · Tổ 1 – Lan.")


@pytest.mark.parametrize("why", ["", "ok", "a b c d", "12345 !!!", "…"])
async def test_without_a_reason_nothing_is_told(sqlite_url, why):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        boss = await home.member(server.person(9), "coordinator")
        await filed(lan)
        if why:
            await asked(boss, why=why)
            await boss.expects("Lý do cần ít nhất 5 chữ cái")
        said = home.database.write_now(lambda c: unveil(Post(c, home.app.now()), 2, 1, why).id)
        assert said == "e-reason"
        assert not seen(home)
        assert not any("đã xem người báo" in one.text for one in lan.screen)


async def test_what_is_no_code_is_asked_again(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        boss = await home.member(server.person(9), "coordinator")
        await boss.say("/nguoibao ai vậy")
        await boss.expects("Chưa hiểu mã phản ánh")
        await boss.say("PA-99999999999999999999")
        await boss.expects("Chưa hiểu mã phản ánh")
        await boss.say("PA-77")
        await boss.expects("Lý do xem người báo PA-77?")
        await boss.say(WHY)
        await boss.expects("Không có phản ánh PA-77")


@pytest.mark.parametrize("role", ["collaborator", "duty", "leader", "administrator", "observer"])
async def test_nobody_but_a_coordinator_is_told(database_url, role):
    async with ward(database_url) as (server, home, _):
        lan, other = await home.member(server.person(1)), await home.member(server.person(9), role)
        await filed(lan)
        await other.say("/nguoibao PA-1")
        await other.expects("dành cho điều phối viên")
        said = home.database.write_now(lambda c: unveil(Post(c, home.app.now()), 2, 1, WHY).id)
        assert said == "e-no-report"
        assert not seen(home)


async def test_a_coordinator_of_another_unit_above_or_beside_finds_no_such_report(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        above = home.database.read(lambda c: c.scalar(select(unit.c.id).where(unit.c.code == "TINH")))
        beside = home.database.write_now(
            lambda c: c.execute(
                insert(unit)
                .values(code="SEN", name="Phường Sen", type="xa", parent_id=above, territorial=True)
                .returning(unit.c.id)
            ).scalar_one()
        )
        await filed(lan)
        for number, place in ((8, above), (9, beside)):
            boss = await home.member(server.person(number), "coordinator", place)
            await asked(boss)
            await boss.expects("Không có phản ánh PA-1 trong đơn vị mình điều phối")
        assert not seen(home)


async def test_a_report_that_was_taken_back_tells_nobody(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        boss = await home.member(server.person(9), "coordinator")
        await filed(lan)
        await lan.tap("Thu hồi")
        await lan.expects("Đã thu hồi")
        await asked(boss)
        await boss.expects("Không có phản ánh PA-1")


async def test_the_copy_of_ones_data_lists_who_looked(database_url):
    async with ward(database_url) as (server, home, _):
        lan, minh = await home.member(server.person(1)), await home.member(server.person(2))
        boss = await home.member(server.person(9), "coordinator")
        await filed(lan)
        await filed(minh)
        await asked(boss, "PA-1")
        await boss.expects("Người báo PA-1")
        own, other = (
            home.database.write_now(lambda c, id=id: export(c, id, home.app.now()))["looked_at_as_reporter"]
            for id in (1, 2)
        )
        assert [(one["report"], one["who"], one["reason"]) for one in own] == [("PA-1", "CTV-3", WHY)]
        assert other == []


# -- the end of the link ---------------------------------------------------------------------------------


def links(home) -> list[int | None]:
    return [row.person_id for row in home.home.rows(report)]


async def test_thirty_days_after_its_period_has_closed_a_report_forgets_its_person(database_url):
    async with rhythm(database_url) as home:
        lan = await home.member(1)
        boss = await home.member(9, "coordinator")
        await home.when(at(17, 9))
        await file_report(lan)
        home.home.database.write_now(
            lambda c: c.execute(
                insert(attachment).values(
                    report_id=1, lane="telegram:1:1", channel="telegram", kind="photo", state="kept",
                    attempts=0, created_at=home.clock.now,
                )
            )
            and None
        )  # fmt: skip
        before = home.home.reports()
        [cutoff] = [row.cutoff_at for row in home.home.rows(period) if row.code == "2026-11"]
        await home.when(cutoff + timedelta(days=30) - timedelta(hours=1))
        assert links(home) == [1]
        await home.when(cutoff + timedelta(days=30, seconds=1))
        assert links(home) == [None]
        [row] = home.home.rows(report)
        assert row.origin is None and home.home.rows(attachment)[0].lane == ""
        assert home.home.reports() == before
        await asked(boss)
        await boss.expects("PA-1: không còn biết người báo")
        assert not seen(home.home)
        await lan.say("/cuatoi")
        shown = await lan.expects("tháng 11/2026: đúng hạn")
        assert "()" not in shown.text and "PA-1" not in shown.text


async def test_the_two_exports_beside_each_other_tell_nobodys_report(database_url):
    async with rhythm(database_url) as home:
        lan, minh = await home.member(1), await home.member(2)
        for one, day in ((lan, 17), (minh, 18)):
            await home.when(at(day, 9))
            await file_report(one)
        written = {}
        for what in ("reports", "obligations"):
            file = io.BytesIO()
            home.home.database.read(lambda c, w=what, f=file: exporting.export(c, w, "jsonl", f))
            written[what] = [json.loads(line) for line in file.getvalue().splitlines()]
        assert [one["state"] for one in written["obligations"]] == ["reported", "reported"]
        said = json.dumps(written["obligations"])
        for row in written["reports"]:
            assert row["at"] and row["at"][:10] not in said and row["code"] not in said


async def test_nothing_left_leads_from_a_report_back_to_its_person(database_url):
    async with rhythm(database_url) as home:
        lan = await home.member(1)
        boss = await home.member(9, "coordinator")
        await home.when(at(17, 9))
        await file_report(lan)
        await asked(boss)
        await boss.expects("Người báo PA-1: CTV-1")
        filed_at = home.home.rows(report)[0].filed_at
        owed = home.home.rows(obligation)[0]
        assert (owed.report_id, owed.settled_at) == (1, filed_at)
        await home.when(at(28, 9, month=12))
        [owed] = [row for row in home.home.rows(obligation) if row.state == "reported"]
        assert (owed.report_id, owed.settled_at, owed.person_id) == (None, None, 1)
        [look] = seen(home.home)
        assert (look.object, look.actor, look.detail) == ("PA-1", "CTV-2", {"reason": WHY})
        own = home.home.database.write_now(lambda c: export(c, 1, home.clock.now))
        assert own["looked_at_as_reporter"] == own["reports"] == []


async def test_counts_of_the_period_stay_when_links_end_and_when_obligations_do(sqlite_url):
    async with rhythm(sqlite_url) as home:
        lan = await home.member(1)
        await home.when(at(17, 9))
        await file_report(lan)
        await home.when(at(28, 9, month=12))
        states = [row.state for row in home.home.rows(obligation)]
        home.home.database.write_now(lambda c: count_old(c, home.clock.now))
        assert states.count("reported") == 1


async def test_a_late_report_keeps_its_link_as_long_as_the_period_it_counts_in(sqlite_url):
    async with rhythm(sqlite_url) as home:
        lan = await home.member(1)
        await home.when(at(23, 9))  # late for November, of December
        await file_report(lan)
        await home.when(at(28, 9, month=12))
        assert links(home) == [1]


async def test_a_locked_period_counts_from_its_lock_and_the_setting_is_obeyed(database_url):
    async with rhythm(database_url) as home:
        lan = await home.member(1)
        await home.when(at(17, 9))
        await file_report(lan)
        locked = at(30, 9)
        home.home.database.write_now(
            lambda c: (
                c.execute(update(period).where(period.c.code == "2026-11").values(locked_at=locked)) and None
            )
        )
        read = home.home.database.read
        for days, due in ((30, False), (29, True)):
            keep = timedelta(days=days)
            assert read(lambda c, k=keep: unlinking.is_any_due(c, locked + timedelta(days=29.5), k)) is due


async def test_a_report_of_no_period_counts_from_the_day_it_was_made(sqlite_url):
    async with ward(sqlite_url) as (server, home, clock):
        lan = await home.member(server.person(1))
        await filed(lan)
        home.database.write_now(lambda c: c.execute(update(report).values(period_id=None)) and None)
        await home.later(clock, days=29)
        assert home.rows(report)[0].person_id == 1
        await home.later(clock, days=2)
        assert home.rows(report)[0].person_id is None


async def test_who_is_erased_leaves_no_chat_at_the_pictures(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await filed(lan)
        home.database.write_now(
            lambda c: c.execute(
                insert(attachment).values(
                    report_id=1, lane="telegram:1:1", channel="telegram", kind="photo", state="kept",
                    attempts=0, created_at=home.app.now(),
                )
            )
            and None
        )  # fmt: skip
        home.database.write_now(lambda c: unlink_reporter(c, 1))
        assert (home.rows(report)[0].person_id, home.rows(attachment)[0].lane) == (None, "")
