"""Vẫn đang xử lý? Whoever took an urgent report is asked, and nothing closes without a word. ADR 19."""

from __future__ import annotations

import asyncio

import pytest

from storage.tables import alert, audit, report
from tests.bot.test_alerts import CLAIM, Scene, alerts_of, scene
from tests.bot.test_alerts import report as file_urgent
from tests.house import house
from tests.loopback.person import Person

ASKED = "PA-1 nhận lúc 09:00: vẫn đang xử lý?"


def asked(person: Person) -> int:
    """How often somebody was asked."""
    return sum(one.by_bot and "vẫn đang xử lý?" in one.text for one in person.screen)


async def taken(ward: Scene) -> tuple[Person, Person, Person, Person]:
    """Lan has reported, Hoa has taken it; Ngọc is on duty as well, Minh coordinates."""
    lan, hoa, ngoc = await ward.person(1), await ward.person(2, "duty"), await ward.person(3, "duty")
    minh = await ward.person(4, "coordinator")
    await file_urgent(lan)
    await hoa.expects("🔴 KHẨN")
    await hoa.tap(CLAIM)
    await hoa.expects("CTV-2 nhận xử lý")
    return lan, hoa, ngoc, minh


async def test_whoever_took_it_is_asked_and_who_says_so_is_left_alone_as_long_again(database_url):
    async with scene(database_url) as ward:
        _, hoa, ngoc, _ = await taken(ward)
        await ward.later(minutes=119)
        assert not asked(hoa)
        await ward.later(minutes=1)
        shown = await hoa.expects(ASKED)
        assert shown.labels == [["⏳ Đang xử lý", "✅ Đã xong"], ["Nhường người khác"]]
        await hoa.tap("⏳ Đang xử lý")
        answer = await hoa.expects("PA-1 đang xử lý")
        assert "Sẽ hỏi lại lúc 13:00" in answer.text
        await ward.later(minutes=119)
        assert asked(hoa) == 0, "the question became the answer"
        await ward.later(minutes=1)
        assert asked(hoa) == 1
        assert not asked(ngoc)


@pytest.mark.parametrize("restarts", [False, True])
async def test_without_an_answer_it_is_asked_once_more_and_then_climbs_again(database_url, restarts):
    async with scene(database_url) as ward:
        lan, hoa, ngoc, minh = await taken(ward)
        counts = []
        for minutes in (120, 30, 29, 1, 59, 1, 29, 1, 30):
            if restarts:
                await ward.restart()
            await ward.later(minutes)
            counts.append((asked(hoa), len(alerts_of(minh)), len(alerts_of(ngoc))))
        assert counts == [
            (1, 0, 1), (1, 0, 1), (1, 0, 1),  # 120, 150, 179 minutes
            (2, 0, 1), (2, 0, 1),             # 180, 239
            (2, 1, 2), (2, 1, 2),             # 240, 269
            (2, 2, 3), (2, 3, 4),             # 270, 300
        ]  # fmt: skip
        assert "PA-1: CTV-2 nhận lúc 09:00 chưa báo lại" in alerts_of(minh)[0]
        assert sum("Chưa có người nhận PA-1" in one.text for one in lan.screen) == 1
        await minh.tap(CLAIM)
        await minh.expects("CTV-4 nhận xử lý")
        await ward.later(minutes=60)
        assert len(alerts_of(ngoc)) == 4


async def test_done_asks_what_was_done_closes_it_and_tells_the_reporter_by_role(database_url):
    async with scene(database_url) as ward:
        lan, hoa, ngoc, minh = await taken(ward)
        await ward.later(minutes=120)
        await hoa.tap("✅ Đã xong")
        await hoa.expects("PA-1: đã làm gì?")
        await hoa.say("👍")
        await ward.quiet()
        assert ward.home.rows(alert)[0].closed_at is None, "nothing closes without a word"
        await hoa.say("Đã dập lửa, gọi 0912 345 678 khi cần")
        await hoa.expects("Đã kết thúc PA-1")
        told = await lan.expects("PA-1: cán bộ trực đã xử lý: Đã dập lửa, gọi [SĐT] khi cần")
        assert "CTV-2" not in told.text
        shown = await ngoc.expects("Đã xử lý lúc 11:00: Đã dập lửa")
        assert not shown.rows
        await ward.later(minutes=24 * 60)
        assert not alerts_of(minh)
        assert asked(hoa) == 1
        assert {row.act for row in ward.home.rows(audit)} >= {"alert-closed"}
        await hoa.say("đã xong PA-1")
        await hoa.expects("không còn")


async def test_it_is_handed_on_to_others_and_the_chain_begins_anew(database_url):
    async with scene(database_url) as ward:
        lan, hoa, ngoc, minh = await taken(ward)
        await ward.later(minutes=120)
        await hoa.tap("Nhường người khác")
        await hoa.expects("Đã nhường PA-1")
        await ward.quiet()
        assert len(alerts_of(ngoc)) == 2
        assert len(alerts_of(hoa)) == 1, "not who has just handed it on"
        await ward.later(minutes=10)
        assert len(alerts_of(minh)) == 1
        await ngoc.tap(CLAIM)
        await ngoc.expects("CTV-3 nhận xử lý lúc 11:10")
        await ward.later(minutes=60)
        assert len(alerts_of(minh)) == 1
        assert sum("cán bộ trực nhận xử lý" in one.text for one in lan.screen) == 2


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("đang xử lý", "PA-1 đang xử lý"),
        ("Vẫn đang xử lý PA-1", "PA-1 đang xử lý"),
        ("đã xong", "PA-1: đã làm gì?"),
        ("da xong 1", "PA-1: đã làm gì?"),
        ("nhường", "Đã nhường PA-1"),
        ("nhường người khác", "Đã nhường PA-1"),
    ],
)
async def test_every_answer_can_be_typed_also_before_it_is_asked(sqlite_url, words, answer):
    async with scene(sqlite_url) as ward:
        _, hoa, _, _ = await taken(ward)
        await hoa.say(words)
        await hoa.expects(answer)


async def test_in_the_midst_of_a_report_the_words_count_only_once_it_was_asked(sqlite_url):
    async with scene(sqlite_url) as ward:
        _, hoa, _, _ = await taken(ward)
        await hoa.say("Bà con hỏi lịch tiêm chủng tháng này ở trạm")
        await hoa.expects("CHƯA GỬI")
        await hoa.say("đã xong")
        await ward.quiet()
        assert not any("đã làm gì" in one.text for one in hoa.screen)
        await ward.later(minutes=120)
        await hoa.say("đang xử lý")
        await hoa.expects("PA-1 đang xử lý")


async def test_nobody_but_whoever_has_it_may_answer(database_url):
    async with scene(database_url) as ward:
        _, hoa, ngoc, _ = await taken(ward)
        await ward.later(minutes=120)
        buttons = [button["callback_data"] for row in hoa.last.rows for button in row]
        for data in buttons:
            await ngoc.tap_stale(data, ngoc.last)
            await ngoc.expects("không còn")
        assert ward.home.rows(alert)[0].claimed_by == 2
        await ngoc.say("nhường PA-1")
        await ngoc.expects("không còn")


async def test_somebody_who_answers_late_takes_it_up_again(database_url):
    async with scene(database_url) as ward:
        _, hoa, _, minh = await taken(ward)
        for minutes in (120, 60, 60):
            await ward.later(minutes)
        await minh.expects("chưa báo lại")
        await hoa.say("đang xử lý PA-1")
        await hoa.expects("đang xử lý")
        await minh.expects("CTV-2 nhận xử lý lúc 13:00")
        await ward.later(minutes=60)
        assert len(alerts_of(minh)) == 1


async def test_two_processes_ask_once(database_url):
    async with scene(database_url) as ward:
        _, hoa, _, _ = await taken(ward)
        if database_url.startswith("sqlite"):
            ward.clock.move(minutes=120)
            await asyncio.gather(*(ward.home.app.scheduler.tick() for _ in range(3)))
        else:
            async with house(database_url, ward.server, ward.clock) as other:
                ward.clock.move(minutes=120)
                await asyncio.gather(ward.home.app.scheduler.tick(), other.app.scheduler.tick())
        await hoa.expects(ASKED)
        await ward.quiet()
        assert asked(hoa) == 1
        assert ward.home.rows(report)[0].status == "received"
