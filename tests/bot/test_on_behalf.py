"""/ghiho: what staff enter for others, whose it is, and what never is kept. DOMAIN §1 rows 6, 11, 33, 34."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete

from bot.channels import zalo
from bot.plans import plan_of
from office import data_rights
from office.ids import button
from office.periods import open_periods
from storage import people
from storage.reports import unlink_reporter
from storage.tables import inbox, obligation, outbox, period, report, talk
from tests.bot.test_alerts import FIRE
from tests.bot.test_reminders import NINTH, at
from tests.house import House, MovableClock, house, settings_for
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer
from tests.loopback.world import Message
from tests.loopback.zalo import ZaloServer

SAID = "Bà con tổ 3 kêu nước máy yếu cả tuần nay, tối không có nước nấu cơm"
CALLER, NUMBER = "Nguyễn Văn Quyết", "0912 345 678"


@dataclass
class Ward:
    """A ward: a coordinator, a duty officer, and the collaborators Hoa and Nam."""

    home: House
    server: TelegramServer
    clock: MovableClock
    boss: Person
    duty: Person
    hoa: Person
    nam: Person

    def id_of(self, one: Person) -> int:
        lane = f"telegram:{self.server.token.partition(':')[0]}:{one.id}"
        return self.home.database.read(lambda c: people.members_at(c, [lane]))[lane].person_id

    def states(self) -> dict[int, str]:
        return {row.person_id: row.state for row in self.home.rows(obligation)}

    def reports(self) -> list:
        return sorted(self.home.rows(report), key=lambda row: row.id)


@contextlib.asynccontextmanager
async def ward(url: str, start: datetime = NINTH) -> AsyncIterator[Ward]:
    clock = MovableClock(start)
    async with TelegramServer() as server, house(url, server, clock) as home:
        plan = plan_of(settings_for(url, home.folder, None), start)

        def lay_out(connection) -> None:
            connection.execute(delete(period))
            open_periods(connection, home.unit_id, plan, at(26, 9, month=10))

        home.database.write_now(lay_out)
        seats = [
            await home.member(server.person(id), role)
            for id, role in enumerate(("coordinator", "duty", "collaborator", "collaborator"), 1)
        ]
        place = Ward(home, server, clock, *seats)
        labels = {place.duty: "Bà Trực", place.hoa: "Tổ 5 – Hoa", place.nam: "Tổ 6 – Nam"}

        ids = {one: place.id_of(one) for one in labels}
        home.database.write_now(
            lambda c: [people.change_person(c, ids[one], label=label) for one, label in labels.items()]
        )
        await home.tick()
        yield place


async def heard(by: Person, way: str, whose: str, said: str = SAID) -> Message:
    """Enter something up to its card."""
    await by.say("/ghiho")
    await by.tap(way, await by.expects("đến bằng cách nào"))
    await by.tap(whose, await by.expects("Ý kiến của ai"))
    await by.expects("Không ghi tên")
    await by.say(said)
    return await by.expects("CHƯA GỬI")


async def entered(by: Person, way: str, whose: str, said: str = SAID, send: str = "✅ Gửi") -> Message:
    """Enter it and send."""
    await heard(by, way, whose, said)
    await by.tap("Bức xúc")
    await by.tap(send)
    return await by.expects("ĐÃ GHI HỘ")


async def test_a_call_of_a_collaborator_counts_as_theirs_and_they_read_it(database_url):
    async with ward(database_url) as place:
        receipt = await entered(place.duty, "📞 Điện thoại", "Tổ 5 – Hoa")
        assert "Tính cho: Tổ 5 – Hoa" in receipt.text
        told = await place.hoa.expects("Đã ghi hộ PA-1, qua điện thoại")
        assert SAID in told.text
        [row] = place.reports()
        hoa, nam = place.id_of(place.hoa), place.id_of(place.nam)
        assert (row.channel, row.person_id, row.entered_by) == ("phone", hoa, place.id_of(place.duty))
        assert (place.states()[hoa], place.states()[nam]) == ("reported", "owes")
        await place.hoa.say("/cuatoi")
        await place.hoa.expects("PA-1")


async def test_who_did_not_say_it_takes_the_link_away_and_owes_again(database_url):
    async with ward(database_url) as place:
        await entered(place.duty, "📞 Điện thoại", "Tổ 5 – Hoa")
        await place.hoa.expects("Đã ghi hộ PA-1")
        await place.nam.tap_stale(button("notmine", 1), place.nam.last)
        await place.nam.expects("Nút này đã qua")
        assert place.reports()[0].person_id is not None, "a forged button does nothing"
        await place.hoa.say("không phải tôi")
        await place.hoa.expects("Đã gỡ PA-1")
        for one in (place.duty, place.boss):
            assert "Hoa" not in (await one.expects("không phải ý kiến của mình")).text
        [row] = place.reports()
        assert (row.person_id, row.said, row.status) == (None, SAID, "sent")
        assert place.states()[place.id_of(place.hoa)] == "owes"
        await place.hoa.say("không phải tôi")
        await place.hoa.expects(lambda shown: "Đã gỡ" not in shown.text)


async def test_a_report_of_ones_own_still_counts_when_the_one_entered_is_not_theirs(database_url):
    async with ward(database_url) as place:
        await entered(place.duty, "📞 Điện thoại", "Tổ 5 – Hoa")
        await place.hoa.say("Đường vào chợ ngập, bà con đi lại khó")
        await place.hoa.expects("CHƯA GỬI")
        await place.hoa.say("bức xúc gửi")
        await place.hoa.expects("ĐÃ GỬI")
        await place.hoa.say("không phải tôi")
        await place.hoa.expects("Đã gỡ PA-1")
        assert place.states()[place.id_of(place.hoa)] == "reported"


async def test_of_a_citizen_nothing_is_kept_whoever_types_it(database_url):
    async with ward(database_url) as place:
        said = f"Ông {CALLER} số {NUMBER} kêu nước máy yếu cả tuần nay"
        await place.boss.say("/ghiho")
        await place.boss.tap("☎️ Đường dây nóng", await place.boss.expects("đến bằng cách nào"))
        await place.boss.tap("📞 Trực tiếp", await place.boss.expects("Không hỏi, không ghi người gọi"))
        await place.boss.expects("Nội dung cuộc gọi")
        await place.boss.say(said)
        await place.boss.expects("CHƯA GỬI")
        await place.boss.say("bức xúc gửi")
        await place.boss.expects("ĐÃ GHI HỘ")
        [row] = place.reports()
        assert (row.channel, row.person_id, row.said_at) == ("hotline", None, None)
        kept = "".join(str(row) for table in (report, inbox, outbox, talk) for row in place.home.rows(table))
        files = b"".join(file.read_bytes() for file in place.home.folder.rglob("*") if file.is_file())
        for word in ("Quyết", "345 678", "345678"):
            assert word not in kept and word.encode() not in files, word


async def test_what_was_recorded_outside_office_hours_keeps_its_hour(database_url):
    async with ward(database_url, at(10, 8)) as place:
        await place.duty.say("/ghiho đường dây nóng")
        await place.duty.tap("Ghi âm ngoài giờ", await place.duty.expects("Nghe trực tiếp"))
        await place.duty.expects("Nói lúc nào")
        await place.duty.say("22:00 25/12")
        await place.duty.expects("chưa đến")
        await place.duty.say("21:30 9/11")
        await place.duty.expects("Nội dung cuộc gọi")
        await place.duty.say(SAID)
        await place.duty.expects("CHƯA GỬI")
        await place.duty.say("băn khoăn gửi")
        await place.duty.expects("ĐÃ GHI HỘ")
        [row] = place.reports()
        assert row.said_at == datetime(2026, 11, 9, 14, 30, tzinfo=UTC)


async def test_statements_at_a_meeting_follow_each_other_and_are_counted_by_topic(database_url):
    async with ward(database_url) as place:
        boss = place.boss
        await entered(boss, "👥 Hội nghị", "Người dân/không nêu", "Bà con kêu rác ở chợ ba ngày chưa ai dọn")
        for said, whose in (
            ("Rác ở đầu hẻm cũng chưa ai dọn, mùi hôi", "Tổ 6 – Nam"),
            ("Trạm y tế thiếu thuốc cho người già", "Người dân/không nêu"),
        ):
            await boss.tap(whose, await boss.expects("Ý kiến tiếp theo"))
            await boss.expects("Nội dung phát biểu")
            await boss.say(said)
            await boss.expects("CHƯA GỬI")
            await boss.say("bức xúc gửi")
            await boss.expects("ĐÃ GHI HỘ")
        shown = await boss.expects("Đã ghi 3 ý kiến")
        await boss.tap("🏁 Kết thúc", shown)
        ended = await boss.expects("Hội nghị: đã ghi 3 ý kiến")
        assert "• Môi trường: 2" in ended.text and "• Y tế: 1" in ended.text
        assert {row.channel for row in place.reports()} == {"meeting"}
        assert [row.person_id for row in place.reports()] == [None, place.id_of(place.nam), None]
        await place.nam.expects("Đã ghi hộ PA-2, tại hội nghị")


async def test_a_paper_comes_with_its_picture(database_url):
    async with ward(database_url) as place:
        await place.boss.say("/ghiho văn bản")
        await place.boss.tap("Người dân/không nêu", await place.boss.expects("Ý kiến của ai"))
        await place.boss.expects("Nội dung văn bản")
        await place.boss.send_document(b"%PDF-1.4\n%%EOF", caption=SAID)
        await place.boss.expects("CHƯA GỬI")
        await place.boss.say("bức xúc gửi")
        await place.boss.expects("ĐÃ GHI HỘ")
        [row] = place.home.reports()
        assert (row["channel"], row["attachments"]) == ("paper", 1)


async def test_an_urgent_call_alerts_and_a_slip_is_taken_back_with_both_told(database_url):
    async with ward(database_url) as place:
        await heard(place.boss, "📞 Điện thoại", "Tổ 5 – Hoa", FIRE)
        await place.boss.tap("Bức xúc")
        await place.boss.tap("🔴 Gửi khẩn")
        await place.boss.expects("đang báo 1 cán bộ trực")
        await place.duty.expects("🔴 KHẨN PA-1")
        await place.boss.tap("↩️ Thu hồi")
        await place.boss.expects("Đã thu hồi PA-1")
        await place.hoa.expects("PA-1 ghi hộ trước đây đã được thu hồi")
        await place.duty.expects("đã được người báo thu hồi")
        assert place.states()[place.id_of(place.hoa)] == "owes"


async def test_it_is_for_staff_only_and_for_their_own_team_only(database_url):
    async with ward(database_url) as place:
        await place.hoa.say("/ghiho")
        await place.hoa.expects(lambda shown: "đến bằng cách nào" not in shown.text)
        await place.boss.say("/trogiup")
        await place.boss.expects("/ghiho Ghi hộ")
        province = place.home.unit_id - 1
        other = await place.home.member(place.server.person(9), "collaborator", province)
        await place.boss.say("/ghiho điện thoại")
        shown = await place.boss.expects("Ý kiến của ai")
        labels = [one["text"] for row in shown.rows for one in row]
        assert labels[:-1] == ["Người dân/không nêu", "Tổ 5 – Hoa", "Tổ 6 – Nam"]
        await place.boss.tap_stale(
            next(one["callback_data"] for row in shown.rows for one in row if "Hoa" in one["text"]).replace(
                f"n{place.id_of(place.hoa)}", f"n{place.id_of(other)}"
            ),
            shown,
        )
        await place.boss.expects("Ý kiến của ai")
        assert place.reports() == []


async def test_on_zalo_a_meeting_is_typed_one_message_a_turn(sqlite_url, monkeypatch):
    monkeypatch.setattr(zalo, "POLL_GAP", 0.01)
    async with ZaloServer(gap_s=0.005) as there, house(sqlite_url, there, MovableClock()) as home:
        boss = await home.member(there.person(1), "coordinator")
        hoa = await home.member(there.person(2))
        for said, answered in (
            ("/ghiho", "đến bằng cách nào"),
            ("2", "Ý kiến của ai"),
            ("2", "Nội dung phát biểu"),
            ("Bà con kêu rác ở chợ ba ngày chưa ai dọn", "CHƯA GỬI"),
            ("3 gửi", "Ý kiến tiếp theo"),
        ):
            await boss.say(said)
            shown = await boss.expects(answered)
        assert "ĐÃ GHI HỘ" in shown.text and len(there.sent(boss)) == 5
        await hoa.expects("Đã ghi hộ PA-1, tại hội nghị")
        await hoa.say("không phải tôi")
        await hoa.expects("Đã gỡ PA-1")
        await boss.say("kết thúc")
        await boss.expects("Hội nghị: đã ghi 1 ý kiến")


async def test_what_is_entered_sealed_is_read_above_and_seen_by_whoever_it_is_of_alone(database_url):
    async with ward(database_url) as place:
        above = await place.home.member(place.server.person(9), "coordinator", place.home.unit_id - 1)
        colleague = await place.home.member(place.server.person(10), "coordinator")
        place.clock.move(seconds=10)
        await heard(place.boss, "📞 Điện thoại", "Tổ 5 – Hoa", "Cán bộ một cửa hẹn đi hẹn lại giấy tờ")
        await place.boss.say("bức xúc kín gửi")
        await place.boss.expects("Chỉ cấp trên xem")
        await above.expects("Phản ánh kín PA-1")
        await place.hoa.expects("Đã ghi hộ PA-1")
        await place.hoa.tap("Không phải tôi")
        await place.boss.expects("không phải ý kiến của mình")
        await place.home.quiet()
        assert not any("PA-1" in one.text for one in (*place.duty.screen, *colleague.screen))


async def test_who_entered_it_reads_so_in_their_own_data_and_is_forgotten_when_erased(database_url):
    async with ward(database_url) as place:
        await entered(place.duty, "📞 Điện thoại", "Tổ 5 – Hoa")
        duty, now = place.id_of(place.duty), place.clock.now
        own = place.home.database.write_now(lambda c: data_rights.export(c, duty, now))
        assert [one["code"] for one in own["entered_for_others"]] == ["PA-1"]
        place.home.database.write_now(lambda c: unlink_reporter(c, duty))
        assert place.reports()[0].entered_by is None
