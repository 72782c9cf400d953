"""A coordinator's decisions about periods: deadline, exception, excuse, lock. DOMAIN §11.4."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.acts import Acts
from bot.rhythm_acts import RhythmActs
from bot.seat import Seat
from bot.term_acts import TermActs
from domain import decisions, rhythm
from domain.commands import FileNil
from messages import say
from office import periods as office_periods
from office.decisions import lock
from office.post import Post
from storage import obligations, people
from storage.tables import audit, obligation, period, reminder, report, unit
from tests.bot.test_guarantees_inbox import file_report
from tests.bot.test_reminders import at, told, ward


async def choose(boss, name: str = "tháng 11/2026") -> None:
    """Open /ky at a period."""
    await boss.say("/ky")
    await boss.expects("Kỳ nào?")
    await boss.tap(name)
    await boss.expects("Gửi chậm nhận đến")


async def move(boss, typed: str) -> None:
    """Give November another deadline."""
    await choose(boss)
    await boss.tap("📅 Đổi hạn")
    await boss.expects("Hạn mới của")
    await boss.say(typed)
    await boss.expects("Đúng chưa?")
    await boss.tap("✅ Đổi hạn")


async def freeze(boss) -> None:
    """Lock November."""
    await choose(boss)
    await boss.tap("🔒 Chốt kỳ")
    await boss.expects("Chốt tháng 11/2026?")
    await boss.tap("🔒 Chốt kỳ")
    await boss.expects("Đã chốt")


async def late_until(boss, until: str, *, typed: bool = False) -> None:
    """Take the first person's report for November until then."""
    await choose(boss)
    await boss.tap("🕘 Nhận sau chốt")
    await boss.expects("của ai?")
    await (boss.say("1") if typed else boss.tap("CTV-1"))
    await boss.expects("Nhận đến khi nào?")
    await boss.say(until)


def november(home):
    """The period that is due on 20 November, as a row."""
    return next(row for row in home.home.rows(period) if row.code == "2026-11")


def lane_of(home, one) -> str:
    """Somebody's private chat."""
    return f"telegram:{home.server.token.partition(':')[0]}:{one.id}"


def of_november(home) -> dict[int, str]:
    """What everybody's obligation for November is in, by person."""
    rows = home.home.rows(obligation)
    return {row.person_id: row.state for row in rows if row.period_id == november(home).id}


def acts(home) -> list[tuple[str, str, str]]:
    """Who did what to what, of the trail's lines about periods."""
    wanted = {"deadline-moved", "person-excused", "late-granted", "period-locked", "period-opened"}
    return [(row.actor, row.act, row.object) for row in home.home.rows(audit) if row.act in wanted]


async def test_a_coordinator_sees_a_period_with_its_dates_and_how_it_stands(database_url):
    async with ward(database_url) as home:
        await home.member(1)
        boss = await home.member(9, "coordinator")
        await home.when(at(10, 9))
        await choose(boss)
        shown = boss.last.text
        assert "Từ 17:00 thứ Sáu 23/10/2026 đến 17:00 thứ Sáu 20/11/2026" in shown
        assert "Hạn: 17:00 thứ Sáu 20/11/2026" in shown
        assert "Gửi chậm nhận đến: 17:00 thứ Tư 25/11/2026" in shown
        assert "Giao ban: 08:00 thứ Hai 30/11/2026" in shown
        assert "chưa báo 1" in shown


async def test_who_owes_reads_the_real_deadline_after_it_was_moved(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        boss = await home.member(9, "coordinator")
        await home.when(at(18, 8))
        assert told(lan) == ["before"]
        await move(boss, "27/11 16:00")
        await boss.expects("tháng 11/2026: 16:00 thứ Sáu 27/11/2026, nhận đến 17:00 thứ Ba 01/12/2026")
        await home.when(at(20, 8))
        assert told(lan) == ["before"], "the former deadline is not reminded of"
        await home.when(at(25, 8))
        assert "hạn 16:00 27/11/2026" in lan.last.text
        await home.when(at(27, 8))
        assert "Hôm nay là hạn báo cáo" in lan.last.text
        assert "(16:00)" in lan.last.text
        await home.when(at(30, 8))
        assert "Đã quá hạn" in lan.last.text
        assert "17:00 01/12/2026" in lan.last.text
        assert home.states()[1] == "owes"
        [(actor, act, object)] = acts(home)
        assert (act, object) == ("deadline-moved", "HOASEN/2026-11")
        assert actor.startswith("CTV-")


async def test_a_reminder_already_written_is_put_into_the_words_that_are_true(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        boss = await home.member(9, "coordinator")
        home.clock.now = at(18, 8)
        await home.home.tick()  # written, and held back for some minutes
        await move(boss, "20/11 11:00")
        await boss.expects("Đã đổi hạn")
        await home.when(at(18, 9))
        assert "hạn 11:00 20/11/2026" in lan.last.text, lan.show()


async def test_the_next_period_begins_where_a_moved_one_ends(database_url):
    async with ward(database_url) as home:
        await home.member(1)
        boss = await home.member(9, "coordinator")
        await home.when(at(10, 9))
        await move(boss, "27/11")
        await boss.expects("Đã đổi hạn")
        rows = sorted(home.home.rows(period), key=lambda row: row.start_at)
        assert november(home).end_at == at(27, 17)
        assert [one.end_at for one in rows[:-1]] == [two.start_at for two in rows[1:]]


async def test_late_for_the_former_deadline_is_in_time_for_the_new_one(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        boss = await home.member(9, "coordinator")
        await home.when(at(10, 9))
        await home.when(at(23, 9))
        await file_report(lan)
        await home.home.quiet()
        assert of_november(home) == {1: "late"}
        await move(boss, "24/11 17h")
        await boss.expects("Đã đổi hạn")
        assert of_november(home) == {1: "reported"}


async def test_a_deadline_on_a_day_off_is_warned_of(database_url):
    async with ward(database_url) as home:
        await home.member(1)
        boss = await home.member(9, "coordinator")
        await home.when(at(10, 9))
        await choose(boss)
        await boss.tap("📅 Đổi hạn")
        await boss.expects("Hạn mới của")
        await boss.say("chủ nhật 22/11/2026 9h")
        await boss.expects("Chưa hiểu ngày giờ")
        await boss.say("22/11 9h")
        await boss.expects("22/11/2026 là ngày nghỉ")


async def test_a_locked_period_takes_nothing_and_what_comes_counts_for_the_next(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        boss = await home.member(9, "coordinator")
        await home.when(at(18, 8))
        await lan.say("/khongphatsinh")
        await lan.expects("Xác nhận")  # her talk is open while the period is locked
        await choose(boss)
        await boss.tap("🔒 Chốt kỳ")
        await boss.expects("Còn 1 người chưa báo")
        await boss.tap("🔒 Chốt kỳ")
        await boss.expects("Phản ánh gửi từ nay tính vào tháng 12/2026")
        await lan.tap("Không phát sinh")
        await lan.expects("Kỳ tháng 11/2026 đã chốt. Gửi tiếp sẽ tính vào tháng 12/2026.")
        await lan.say("/baocaoky")
        await lan.expects("Kỳ này bà con có ý kiến gì không?")
        await lan.tap("Không có")
        await lan.expects("đã chốt")
        await file_report(lan)
        await home.home.quiet()
        [filed] = home.home.rows(report)
        names = {row.id: row.code for row in home.home.rows(period)}
        assert names[filed.period_id] == "2026-12"
        await home.when(at(20, 8))
        assert told(lan) == ["before"]
        states = {names[row.period_id]: row.state for row in home.home.rows(obligation)}
        assert states == {"2026-11": "owes", "2026-12": "reported"}
        assert acts(home)[-1][1:] == ("period-locked", "HOASEN/2026-11")


async def test_a_reminder_not_yet_sent_is_dropped_when_its_period_is_locked(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        boss = await home.member(9, "coordinator")
        home.clock.now = at(18, 8)
        await home.home.tick()  # written, and held back for some minutes
        await freeze(boss)
        await home.when(at(18, 9))
        assert told(lan) == []


async def test_a_nil_confirmed_while_another_process_locks_the_period_is_not_taken(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await home.when(at(18, 8))
        desk, row = home.home.app.turns.desk, november(home)

        def meanwhile(connection) -> list[object]:
            post = Post(connection, home.clock.now)
            assert lock(post, desk.plan(home.clock.now), row, by=None) is None
            seat = Seat(lane_of(home, lan), "telegram", "", "", None, [], numbered=False, abroad=True)
            seat.member = people.members_at(connection, [seat.lane])[seat.lane]
            return [
                Acts(desk, post).carry_out(seat, None, one).lines
                for one in (FileNil("2026-11"), rhythm.FilePeriodic("2026-11"))
            ]

        told_so = [say("e-locked", period="tháng 11/2026", next="tháng 12/2026")]
        assert home.home.database.write_now(meanwhile) == [told_so, told_so]
        assert home.home.rows(report) == []


async def test_what_is_locked_cannot_be_changed(database_url):
    async with ward(database_url) as home:
        await home.member(1)
        boss = await home.member(9, "coordinator")
        await home.when(at(18, 9))
        await freeze(boss)
        await boss.say("/ky")
        await boss.expects("Kỳ nào?")
        await boss.tap("tháng 11/2026 · đã chốt")
        shown = await boss.expects("Chốt lúc: 09:20 thứ Tư 18/11/2026")
        labels = [button["text"] for row in shown.rows for button in row]
        assert not {"📅 Đổi hạn", "🔒 Chốt kỳ", "Miễn một người"} & set(labels), labels


async def test_one_persons_report_is_taken_after_the_lock_until_the_hour_given(database_url):
    async with ward(database_url) as home:
        lan, minh = await home.member(1), await home.member(2)
        boss = await home.member(9, "coordinator")
        await home.when(at(10, 9))
        await home.when(at(26, 9))
        await freeze(boss)
        await late_until(boss, "27/11 10h")
        await boss.expects("của CTV-1 đến 10:00 thứ Sáu 27/11/2026")
        await home.when(at(26, 14))
        await lan.expects("Báo cáo tháng 11/2026 được nhận đến 10:00 thứ Sáu 27/11/2026")
        await lan.tap("Không phát sinh")
        await lan.expects("Xác nhận tháng 11/2026")
        await lan.tap("Không phát sinh")
        await lan.expects("Đã ghi nhận")
        await file_report(minh)
        await home.home.quiet()
        assert of_november(home) == {1: "late", 2: "owes"}


async def test_an_exception_ends_at_its_hour(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        boss = await home.member(9, "coordinator")
        await home.when(at(10, 9))
        await home.when(at(26, 9))
        await late_until(boss, "27/11 10h", typed=True)
        await boss.expects("đến 10:00 thứ Sáu 27/11/2026")
        await home.when(at(27, 10, 1))
        await file_report(lan)
        await home.home.quiet()
        assert of_november(home) == {1: "owes"}


async def test_an_excused_person_is_not_reminded_and_the_reason_stays_out_of_the_trail(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        boss = await home.member(9, "coordinator")
        home.clock.now = at(18, 8)
        await home.home.tick()  # her reminder is written, and held back for some minutes
        await choose(boss)
        await boss.tap("Miễn một người")
        await boss.expects("cho ai?")
        await boss.tap("CTV-1")
        await boss.expects("Lý do miễn?")
        await boss.say("nghỉ thai sản")
        await boss.expects("Đã miễn.")
        await home.when(at(18, 9))
        await home.when(at(20, 8))
        assert told(lan) == []
        [row] = [row for row in home.home.rows(audit) if row.act == "person-excused"]
        assert "thai sản" not in repr(row)
        [mine] = home.home.rows(obligation)
        assert (mine.state, mine.reason) == ("excused", "nghỉ thai sản")


async def test_a_forged_decision_about_another_units_period_changes_nothing(database_url):
    async with ward(database_url) as home:
        boss = await home.member(9, "coordinator")
        desk, lane = home.home.app.turns.desk, lane_of(home, boss)

        def forge(connection) -> list[object]:
            foreign = _foreign_period(connection, desk.plan(home.clock.now), home.clock.now)
            post = Post(connection, home.clock.now)
            member = people.members_at(connection, [lane])[lane]
            wishes = [
                decisions.MoveDeadline(foreign, at(27, 9)),
                decisions.MoveDeadline(999, at(27, 9)),
                decisions.LockPeriod(foreign),
                decisions.TakeLate(foreign, 1, at(27, 9)),
            ]
            answers = [TermActs(desk, post).carry_out(None, member, None, one).lines for one in wishes]
            excuse = RhythmActs(desk, post).carry_out(None, member, None, rhythm.Excuse(foreign, 1, "x"))
            return [*answers, excuse.lines]

        assert home.home.database.write_now(forge) == [[say("e-perm")]] * 5
        assert acts(home) == []
        assert {row.locked_at for row in home.home.rows(period)} == {None}


async def test_a_collaborator_has_no_say_about_periods(database_url):
    async with ward(database_url) as home:
        lan = await home.member(1)
        await lan.say("/ky")
        await lan.expects("dành cho điều phối viên")


def _foreign_period(connection, plan, now) -> int:
    """A period of a unit nobody here coordinates."""
    id = connection.execute(
        unit.insert()
        .values(code="KHAC", name="Phường Khác", type="xa", territorial=True)
        .returning(unit.c.id)
    ).scalar_one()
    office_periods.open_periods(connection, id, plan, now)
    return connection.execute(select(period.c.id).where(period.c.unit_id == id)).scalars().first()


async def test_after_thirteen_months_the_counts_are_left_and_nobody_in_them(database_url):
    async with ward(database_url) as home:
        lan, _ = await home.member(1), await home.member(2)
        await home.when(at(10, 9))
        await file_report(lan)
        await home.home.quiet()
        await home.when(at(18, 8))
        november_id = november(home).id
        before = home.home.database.read(lambda c: obligations.counts(c, [november_id]))
        assert (before[november_id]["reported"], before[november_id]["owes"]) == (1, 1)
        home.clock.now = at(25, 17) + timedelta(days=395)
        await home.home.tick()
        assert of_november(home) != {}
        home.clock.now = at(25, 17) + timedelta(days=397)
        await home.home.tick()
        assert of_november(home) == {}
        assert november_id not in {row.period_id for row in home.home.rows(reminder)}
        assert home.home.database.read(lambda c: obligations.counts(c, [november_id])) == before
        await home.home.tick()
        assert home.home.database.read(lambda c: obligations.counts(c, [november_id])) == before


async def test_a_command_typed_twice_or_another_after_it_leaves_no_menu_behind(database_url):
    async with ward(database_url) as home:
        chief = await home.member(9, "coordinator")
        await chief.say("/ky")
        await chief.expects("Kỳ nào?")
        await chief.say("/ky")
        await chief.expects("Kỳ nào?")
        await chief.say("/chuabao")
        await chief.expects(lambda message: "bản nháp" not in message.text)
        await chief.say("/huy")
        await chief.expects(lambda message: "bản nháp chưa gửi" not in message.text)
        await chief.say("/huy")
        await chief.expects("Không có bản nháp")
