"""A meeting from its invitation to its tasks: coordinator, chair and those invited in their own chats."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, update

from storage import audit as audit_of
from storage import matters
from storage.tables import (
    audit,
    mailing,
    mailing_copy,
    meeting,
    meeting_reply,
    meeting_statement,
    period,
    report,
    task,
)
from tests.bot.flows import filed
from tests.bot.test_alerts import Scene, scene
from tests.loopback.person import Person

PLACE = "Hội trường phường"
pytestmark = pytest.mark.timeout(180)
AT = datetime(2026, 11, 30, 7, tzinfo=UTC)
"""14:00 on Monday, 30 November."""


@contextlib.asynccontextmanager
async def hall(url: str) -> AsyncIterator[tuple[Scene, dict[str, Person]]]:
    """A ward with two collaborators, a coordinator and a leader; all want reminders; the period's briefing is
    at two in the afternoon of 30/11."""
    async with scene(url) as ward:
        people = {
            "lan": await ward.person(1, reminders=True),
            "minh": await ward.person(2, reminders=True),
            "hoa": await ward.person(3, "coordinator", reminders=True),
            "binh": await ward.person(4, "leader", reminders=True),
        }
        ward.home.database.write_now(lambda c: c.execute(update(period).values(briefing_at=AT)))
        yield ward, people


async def called(people: dict[str, Person]) -> None:
    """Hoa invites the team to the meeting the rule foresees."""
    hoa = people["hoa"]
    await hoa.say("/hop")
    await hoa.tap("Lập giao ban")
    await hoa.tap("14:00 T2 30/11")
    await hoa.say(PLACE)
    await hoa.tap("Tổ của đơn vị")
    await hoa.expects("Giao ban 14:00 thứ Hai 30/11/2026, tại Hội trường phường")
    await hoa.tap("✅ Mời 2 người")
    await hoa.expects("Đã lập giao ban")


async def opened(person: Person) -> None:
    """Somebody opens the meeting from the list."""
    await person.say("/hop")
    shown = await person.expects("Giao ban nào?")
    await person.tap("14:00 T2 30/11", shown)
    await person.expects("tại Hội trường phường")


async def noted(hoa: Person) -> None:
    """Hoa notes a conclusion that gives Lan work, and one that gives nobody any."""
    await opened(hoa)
    await hoa.tap("Ghi kết luận")
    await hoa.say("Rà soát điểm rác tự phát")
    await hoa.tap("Giao việc")
    await hoa.tap("CTV-1")
    await hoa.say("4/12")
    await hoa.expects("Đã ghi kết luận 1")
    await hoa.tap("Kết luận tiếp")
    await hoa.say("Tiếp tục nắm dư luận về thu phí rác")
    await hoa.tap("Chỉ ghi kết luận")
    await hoa.expects("Đã ghi kết luận 2")


async def put(hoa: Person) -> None:
    """Hoa puts the conclusions before the chair."""
    await opened(hoa)
    await hoa.tap("Xem kết luận")
    await hoa.tap("Trình kết luận")
    await hoa.expects("Đã trình chủ trì kết luận")


async def test_from_the_invitation_to_approved_conclusions_tasks_and_receipts(database_url):
    async with hall(database_url) as (ward, people):
        lan, minh, hoa, binh = (people[name] for name in ("lan", "minh", "hoa", "binh"))
        await called(people)
        await binh.expects("Đề nghị chủ trì")
        await lan.expects("mời dự giao ban dư luận xã hội lúc 14:00 thứ Hai 30/11/2026")
        await lan.tap("✅ Dự họp")
        await lan.expects("Đã ghi: dự họp")
        await minh.expects("mời dự giao ban")
        await minh.say("vắng")
        await minh.expects("Đã ghi: vắng họp")
        await opened(hoa)
        await hoa.expects("✅ Dự 1 · ❌ Vắng 1")
        await hoa.tap("Điểm danh")
        await hoa.expects("✅ Dự họp 1: CTV-1")
        await noted(hoa)
        assert ward.home.rows(task) == [], "nothing counts before the chair approves"
        await put(hoa)
        shown = await binh.expects("Trình kết luận giao ban")
        assert "1. Rà soát điểm rác tự phát (CTV-1, trước 04/12/2026)" in shown.text
        await binh.tap("✅ Duyệt kết luận")
        await binh.expects("Đã duyệt kết luận")
        await lan.expects("📌 Việc VC-1, hạn 04/12/2026")
        told = await minh.expects("Kết luận giao ban 14:00 thứ Hai 30/11/2026")
        assert "2. Tiếp tục nắm dư luận" in told.text
        await minh.tap("Đã nắm")
        await ward.quiet()
        copies = {row.person_id: row.read_at for row in ward.home.rows(mailing_copy) if row.mailing_id == 2}
        assert [at is not None for _, at in sorted(copies.items())] == [False, True]
        assert [row.kind for row in ward.home.rows(mailing)] == ["meeting", "conclusion"]
        [row] = ward.home.rows(meeting)
        assert row.state == "concluded" and row.concluded_by == row.chair_id
        await lan.tap("✅ Đã xong")
        await lan.expects("Kết quả thế nào?")
        await lan.say("Đã rà soát 5 điểm")
        await lan.expects("VC-1: đã ghi kết quả")
        await hoa.expects("Kết quả: Đã rà soát 5 điểm")
        assert [(one.state, one.result) for one in ward.home.rows(task)] == [("done", "Đã rà soát 5 điểm")]


async def test_the_agenda_is_built_from_the_desk_approved_by_the_chair_and_sent_with_the_reminder(
    database_url,
):
    async with hall(database_url) as (ward, people):
        lan, hoa, binh = people["lan"], people["hoa"], people["binh"]
        await filed(lan)
        await filed(people["minh"], "Dân phản ánh đèn đường Nguyễn Huệ tắt cả tuần")
        for code, words in (("PA-1", "Rác tồn ở chợ"), ("PA-2", "Đèn đường tắt")):
            await hoa.say("/vande")
            await hoa.tap("Phản ánh mới")
            await hoa.tap(code)
            await hoa.expects(f"{code} ·")
            await hoa.tap("Lập vấn đề")
            await hoa.expects("bằng lời của điều phối viên")
            await hoa.tap("Viết lại")
            await hoa.expects("Ghi vấn đề: việc gì")
            await hoa.say(words)
            await hoa.expects("Đã lập")
        await hoa.say("/vande")
        await hoa.tap("VD-2")
        await hoa.tap("Việc khác")
        await hoa.tap("Nhạy cảm")
        await called(people)
        await opened(hoa)
        await hoa.tap("Chương trình")
        shown = await hoa.expects("1. Điểm danh: mời 2")
        assert "VD-1" in shown.text and "<3 phản ánh: Rác tồn ở chợ" in shown.text
        assert "Đèn đường" not in shown.text, "a sensitive matter is for those named in it"
        for secret in ("CTV", "PA-", "Hoa Sen ba ngày"):
            assert secret not in shown.text
        await hoa.tap("Trình chủ trì")
        await binh.expects("Trình chương trình giao ban")
        await binh.tap("Ghi ý kiến")
        await binh.say("Thêm phần tiêm chủng")
        await hoa.expects("Chủ trì có ý kiến về giao ban 14:00 thứ Hai 30/11/2026: Thêm phần tiêm chủng")
        await binh.tap("✅ Duyệt ch.trình")
        await binh.expects("Nội dung này đã đổi")
        await opened(hoa)
        await hoa.tap("Chương trình")
        await hoa.tap("Trình chủ trì")
        await ward.quiet()
        await binh.tap("✅ Duyệt ch.trình", binh.screen[-1])
        await hoa.expects("Chủ trì đã duyệt chương trình")
        await go(ward, 27, 8)
        reminded = await lan.expects("Nhắc lịch giao ban")
        assert "Rác tồn ở chợ" in reminded.text


def matter_laid(ward: Scene, said: str, verdict: str | None, level: str = "normal") -> None:
    """A matter of the ward, verified or not."""

    def lay(connection: Connection) -> None:
        here, now = ward.home.unit_id, ward.clock.now
        id = matters.add(
            connection, unit_id=here, origin_id=here, area_id=here, topic="MT", level=level, said=said,
            folded=said, sensitive=False, status="new", opened_at=now, changed_at=now,
        )  # fmt: skip
        if verdict is not None:
            matters.add_event(connection, id, "verified", now, said="Đã đi xem", verdict=verdict)

    ward.home.database.write_now(lay)


async def test_the_agenda_sets_apart_what_nobody_verified_and_leaves_out_what_is_unfounded(database_url):
    async with hall(database_url) as (ward, people):
        hoa = people["hoa"]
        for n in range(9):
            matter_laid(ward, f"Tin đồn {n}", "unfounded", "urgent")
        for said, verdict in (
            ("Ngõ 5 ngập", None),
            ("Rác tồn ở chợ", "founded"),
            ("Loa phường ồn", "unsettled"),
            ("Đèn đường tắt", "partly"),
        ):
            matter_laid(ward, said, verdict)
        await called(people)
        await opened(hoa)
        await hoa.tap("Chương trình")
        shown = await hoa.expects("4. Ý kiến")
        opinions = shown.text.partition("4. Ý kiến\n")[2].partition("\n5. Định hướng")[0]
        assert [line.rpartition(": ")[2] for line in opinions.splitlines()] == [
            "Rác tồn ở chợ", "Đèn đường tắt", "Chưa xác minh:", "Ngõ 5 ngập", "Loa phường ồn",
        ]  # fmt: skip
        await hoa.say("/vande")
        await hoa.expects(lambda listed: "Tin đồn 8" in str(listed.rows))


async def go(ward: Scene, day: int, hour: int, minute: int = 0) -> None:
    """Tick every three hours, in the last five every half hour, until this hour (in Viet Nam) of a day in
    November."""
    until = datetime(2026, 11, day, hour - 7, minute, tzinfo=UTC)
    while (left := until - ward.clock.now) > timedelta():
        step = timedelta(minutes=30 if left <= timedelta(hours=5) else 180)
        await ward.home.later(ward.clock, seconds=min(step, left).total_seconds())
    await ward.home.tick()
    await ward.quiet()


def reminders(person: Person) -> int:
    """How often somebody was reminded of the meeting."""
    return sum("Nhắc lịch giao ban" in one.text for one in person.screen)


async def test_reminders_go_once_each_to_all_but_who_refused(database_url):
    async with hall(database_url) as (ward, people):
        lan, minh = people["lan"], people["minh"]
        await called(people)
        await minh.expects("mời dự giao ban")
        await minh.tap("❌ Vắng")
        await minh.expects("Đã ghi")
        await go(ward, 27, 7, 30)
        assert reminders(lan) == 0
        await go(ward, 27, 9)
        assert reminders(lan) == 1
        await ward.restart()
        await go(ward, 27, 10)
        assert reminders(lan) == 1, "whoever starts again knows what was sent"
        await go(ward, 30, 11)
        assert reminders(lan) == 1
        await go(ward, 30, 14)
        assert (reminders(lan), reminders(minh)) == (2, 0), "two hours before is at rest: a bit earlier"
        await go(ward, 30, 20)
        assert reminders(lan) == 2


async def test_statements_are_masked_reports_of_the_meeting_one_after_the_other(database_url):
    async with hall(database_url) as (ward, people):
        hoa = people["hoa"]
        await called(people)
        await opened(hoa)
        await hoa.tap("Ghi phát biểu")
        await hoa.say("Ông Nguyễn Văn Tèo số 0912345678 nói rác ở chợ tồn nhiều ngày")
        await hoa.expects("CHƯA GỬI")
        await hoa.tap("Bức xúc")
        await hoa.tap("✅ Gửi")
        await hoa.expects("Ý kiến thứ 1")
        await hoa.tap("Phát biểu tiếp")
        await hoa.say("Bà con đồng tình việc thu phí rác theo khối lượng")
        await hoa.expects("CHƯA GỬI")
        await hoa.tap("Đồng tình")
        await hoa.tap("✅ Gửi")
        await hoa.expects("Ý kiến thứ 2")
        rows = ward.home.rows(report)
        assert [row.channel for row in rows] == ["meeting", "meeting"]
        assert "0912345678" not in rows[0].said and "Tèo" not in rows[0].said
        assert len(ward.home.rows(meeting_statement)) == 2
        await opened(hoa)
        await hoa.expects("🗣 2 ý kiến phát biểu")


async def test_what_was_added_after_it_was_put_there_is_not_approved_by_the_older_message(database_url):
    async with hall(database_url) as (ward, people):
        hoa, binh = people["hoa"], people["binh"]
        await called(people)
        await noted(hoa)
        await put(hoa)
        older = await binh.expects("Trình kết luận giao ban")
        await opened(hoa)
        await hoa.tap("Ghi kết luận")
        await hoa.say("Kết luận thêm")
        await hoa.tap("Chỉ ghi kết luận")
        await hoa.expects("Đã ghi kết luận 3")
        await binh.tap("✅ Duyệt kết luận", older)
        await binh.expects("Nội dung này đã đổi")
        await put(hoa)
        newer = await binh.expects("3. Kết luận thêm")
        await binh.tap("✅ Duyệt kết luận", older)
        await binh.expects("Nội dung này đã đổi")
        assert [row.state for row in ward.home.rows(meeting)] == ["waiting"]
        await binh.tap("✅ Duyệt kết luận", newer)
        await binh.expects("Đã duyệt kết luận")
        await binh.tap("✅ Duyệt kết luận", newer)
        await ward.quiet()
        assert len(ward.home.rows(task)) == 1 and len(ward.home.rows(mailing)) == 2


async def test_without_a_leader_the_coordinator_approves_and_the_trail_says_so(database_url):
    async with scene(database_url) as ward:
        people = {
            "lan": await ward.person(1),
            "minh": await ward.person(2),
            "hoa": await ward.person(3, "coordinator"),
        }
        ward.home.database.write_now(lambda c: c.execute(update(period).values(briefing_at=AT)))
        await called(people)
        await noted(people["hoa"])
        await opened(people["hoa"])
        await people["hoa"].tap("Xem kết luận")
        await people["hoa"].tap("Trình kết luận")
        await people["hoa"].expects("Đã chốt kết luận")
        await people["minh"].expects("Kết luận giao ban")
        assert [row.state for row in ward.home.rows(meeting)] == ["concluded"]
        [kept] = [row for row in ward.home.rows(audit) if row.act == "meeting-concluded"]
        assert kept.detail == {"without_chair": True}


async def test_a_meeting_called_off_is_told_and_takes_no_answer_any_more(database_url):
    async with hall(database_url) as (ward, people):
        lan, hoa = people["lan"], people["hoa"]
        await called(people)
        shown = await lan.expects("mời dự giao ban")
        await opened(hoa)
        await hoa.tap("Hủy giao ban")
        await hoa.say("Trùng kỳ họp HĐND")
        await hoa.expects("Đã hủy giao ban")
        await lan.expects("không họp. Lý do: Trùng kỳ họp HĐND")
        await lan.tap("✅ Dự họp", shown)
        await ward.quiet()
        assert ward.home.rows(meeting_reply) == []
        done = ward.home.database.read(lambda c: audit_of.trail(c, {ward.home.unit_id}, 0, 9))
        assert [row.act for row in done] == ["meeting-called-off", "meeting-called"]
        await go(ward, 30, 14)
        assert reminders(lan) == 0


async def moved(hoa: Person, to: str, shown: str) -> None:
    """Hoa moves the meeting of 30/11."""
    await opened(hoa)
    await hoa.tap("Đổi giờ")
    await hoa.expects("Dời sang lúc nào?")
    await hoa.say(to)
    await hoa.expects(f"{shown} thay cho 14:00 thứ Hai 30/11/2026")
    await hoa.tap("✅ Đổi, báo mọi người")
    await hoa.expects(f"Đã đổi sang {shown}")


def told_of_moving(person: Person) -> list[str]:
    """What somebody was told of another hour."""
    return [one.text for one in person.screen if one.by_bot and "đổi giờ giao ban" in one.text]


async def test_a_moved_meeting_is_told_once_asked_anew_and_reminded_of_at_its_new_hour(database_url):
    async with hall(database_url) as (ward, people):
        lan, minh, hoa, binh = (people[name] for name in ("lan", "minh", "hoa", "binh"))
        await called(people)
        first = await lan.expects("mời dự giao ban")
        await lan.tap("✅ Dự họp")
        await minh.expects("mời dự giao ban")
        await minh.tap("❌ Vắng")
        await minh.expects("Đã ghi")
        await moved(hoa, "27/11 9h", "09:00 thứ Sáu 27/11/2026")
        for one in (lan, minh, binh):
            await one.expects("đổi giờ giao ban: 09:00 thứ Sáu 27/11/2026 thay cho 14:00 thứ Hai 30/11/2026")
        assert ward.home.rows(meeting_reply) == [], "it was said of another hour"
        await minh.tap("✅ Dự họp")
        await minh.expects("Đã ghi: dự họp 09:00 thứ Sáu 27/11/2026")
        await lan.tap("✅ Dự họp", first)
        await lan.expects("Đã ghi: dự họp 09:00 thứ Sáu 27/11/2026")
        [row] = ward.home.rows(meeting)
        assert row.at == datetime(2026, 11, 27, 2, tzinfo=UTC)
        [kept] = [one for one in ward.home.rows(audit) if one.act == "meeting-moved"]
        assert kept.object == "meeting 1" and kept.actor.startswith("person ")
        assert kept.detail == {"before": "2026-11-30T07:00:00+00:00", "at": "2026-11-27T02:00:00+00:00"}
        await go(ward, 25, 20)
        assert reminders(lan) == 0
        await go(ward, 26, 9)
        assert (reminders(lan), reminders(minh)) == (1, 1)
        await go(ward, 27, 10)
        assert (reminders(lan), reminders(minh)) == (2, 2), "neither on the morning before the former day"
        await go(ward, 30, 20)
        assert (reminders(lan), reminders(minh)) == (2, 2), "nor before the former hour"
        assert all(len(told_of_moving(one)) == 1 for one in (lan, minh, binh))


async def test_a_meeting_moved_in_the_night_is_told_in_the_morning(database_url):
    async with hall(database_url) as (ward, people):
        await called(people)
        await ward.quiet()
        await go(ward, 19, 23)
        await moved(people["hoa"], "1/12 9h", "09:00 thứ Ba 01/12/2026")
        await ward.quiet()
        assert told_of_moving(people["lan"]) == []
        await go(ward, 20, 8)
        assert len(told_of_moving(people["lan"])) == 1


async def test_the_hour_of_a_meeting_that_has_begun_or_waits_for_its_chair_stays(database_url):
    async with hall(database_url) as (ward, people):
        hoa, binh = people["hoa"], people["binh"]
        await called(people)
        await go(ward, 30, 13, 50)
        await opened(hoa)
        await hoa.tap("Đổi giờ")
        await hoa.say("1/12 9h")
        await hoa.expects("thay cho")
        ward.clock.move(minutes=20)
        await hoa.tap("✅ Đổi, báo mọi người")
        shown = await hoa.expects("Câu hỏi này đã qua")
        assert "Đổi giờ" not in str(shown.rows) and "Hủy giao ban" in str(shown.rows)
        await binh.say("/hop")
        await binh.tap("14:00 T2 30/11")
        shown = await binh.expects("tại Hội trường phường")
        assert "Đổi giờ" not in str(shown.rows)
        assert [row.at for row in ward.home.rows(meeting)] == [AT]


async def test_the_day_in_figures_names_who_owes_to_coordinators_only(database_url):
    async with hall(database_url) as (_, people):
        await filed(people["lan"])
        await people["hoa"].say("/hop")
        day = await people["hoa"].expects("📊 Phường Hoa Sen, 19/11/2026")
        assert "Phản ánh mới 1 (khẩn 0) · chưa xử lý 1" in day.text
        await people["binh"].say("/hop")
        day = await people["binh"].expects("📊 Phường Hoa Sen")
        assert "chưa báo" not in day.text and "CTV" not in day.text


async def test_forged_buttons_do_nothing_for_those_who_may_not(database_url):
    async with hall(database_url) as (ward, people):
        await called(people)
        await noted(people["hoa"])
        await put(people["hoa"])
        stranger = await ward.person(9)
        await stranger.say("/trogiup")
        await ward.quiet()
        seen = len(stranger.screen)
        for verb in ("meeting", "approve", "comment", "mstatement", "mconclude", "come-yes", "taskdone"):
            number = {"approve": "2v", "taskdone": "1"}.get(verb, "1")
            for id in (number, "1", "2t", "2u", "2w"):
                await stranger.tap_stale(f"x.{verb}.{id}", stranger.screen[-1])
            await ward.quiet()
            for message in stranger.screen[seen:]:
                assert PLACE not in message.text and "Rà soát" not in message.text, (verb, message)
            assert [row.state for row in ward.home.rows(meeting)] == ["waiting"], verb
            assert ward.home.rows(meeting_reply) == [] and ward.home.rows(report) == [], verb


async def test_tasks_are_reminded_of_before_and_on_their_day_then_told_to_the_coordinator_daily(database_url):
    async with hall(database_url) as (ward, people):
        lan, hoa, binh = people["lan"], people["hoa"], people["binh"]
        await called(people)
        await opened(hoa)
        await hoa.tap("Ghi kết luận")
        await hoa.say("Rà soát điểm rác")
        await hoa.tap("Giao việc")
        await hoa.tap("CTV-1")
        await hoa.say("25/11")
        await put(hoa)
        await binh.tap("✅ Duyệt kết luận")
        await lan.expects("Việc VC-1")
        await go(ward, 28, 20)
        texts = [one.text for one in lan.screen]
        assert sum("đến hạn 25/11/2026" in text for text in texts) == 1
        assert sum("Hôm nay là hạn việc VC-1" in text for text in texts) == 1
        late = [one.text for one in hoa.screen if "việc quá hạn" in one.text]
        assert ["quá 1 ngày" in text or "quá 2 ngày" in text for text in late] == [True, True], late
        await hoa.say("/viec")
        await hoa.tap("Việc đơn vị (1)")
        await hoa.tap("VC-1")
        await hoa.expects("VC-1 · CTV-1 · quá hạn 3 ngày")
        await lan.say("/viec")
        await lan.tap("VC-1")
        await lan.tap("Đã xong")
        await lan.say("Đã rà soát")
        await hoa.expects("Kết quả: Đã rà soát")
