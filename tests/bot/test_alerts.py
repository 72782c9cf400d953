"""Urgent reports: who is told, who takes it, and what happens while nobody does. DOMAIN §11.4."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from sqlalchemy import insert, select, update

from storage.tables import address, alert, outbox, unit
from tests.house import PHONE, House, MovableClock, house
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer

CLAIM = "Tôi nhận xử lý"
FIRE = "KHẨN cháy chợ Hoa Sen, lửa lan sang dãy nhà bên"


@dataclass
class Scene:
    """A ward with its people; `restart` stops the machine and starts it again on the same database."""

    url: str
    server: TelegramServer
    clock: MovableClock = field(default_factory=MovableClock)
    home: House = field(init=False)
    _running: contextlib.AsyncExitStack = field(default_factory=contextlib.AsyncExitStack)

    async def start(self) -> None:
        self.home = await self._running.enter_async_context(house(self.url, self.server, self.clock))

    async def stop(self) -> None:
        await self._running.aclose()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def person(
        self, id: int, role: str = "collaborator", unit_code: str = "HOASEN", *, reminders: bool = False
    ) -> Person:
        units = {row.code: row.id for row in self.home.rows(unit)}
        return await self.home.member(self.server.person(id), role, units[unit_code], reminders=reminders)

    async def later(self, minutes: float) -> None:
        await self.home.later(self.clock, minutes=minutes)
        await self.quiet()

    async def quiet(self) -> None:
        """Wait until nothing that is due is owed to anybody."""
        await self.home.quiet()


@contextlib.asynccontextmanager
async def scene(url: str) -> AsyncIterator[Scene]:
    async with TelegramServer() as server:
        ward = Scene(url, server)
        await ward.start()
        try:
            yield ward
        finally:
            await ward.stop()


async def report(lan: Person, said: str = FIRE) -> None:
    await lan.say(said)
    await lan.expects("CHƯA GỬI")
    await lan.tap("Bức xúc")
    await lan.tap("Gửi khẩn")
    await lan.expects("Đã ghi nhận khẩn")


def alerts_of(person: Person) -> list[str]:
    """Texts of the alerts on a screen, oldest first."""
    return [message.text for message in person.screen if message.by_bot and "🔴 KHẨN" in message.text]


async def test_every_duty_officer_is_told_at_once_and_the_reporter_how_many(database_url):
    async with scene(database_url) as ward:
        lan, hoa, ngoc = await ward.person(1), await ward.person(2, "duty"), await ward.person(3, "duty")
        minh = await ward.person(4, "coordinator")
        await report(lan)
        assert "mã PA-1, đang báo 2 cán bộ trực" in lan.last.text
        for officer in (hoa, ngoc):
            shown = await officer.expects("🔴 KHẨN PA-1")
            assert "cháy chợ Hoa Sen" in shown.text
            assert "Sau 10 phút sẽ báo toàn bộ điều phối viên" in shown.text
            assert shown.labels == [["🙋 Tôi nhận xử lý"]]
        await ward.quiet()
        assert not alerts_of(minh)
        assert not alerts_of(lan)


async def test_without_duty_officers_the_coordinators_are_told(database_url):
    async with scene(database_url) as ward:
        lan, minh = await ward.person(1), await ward.person(4, "coordinator")
        await report(lan)
        assert "đang báo 1 cán bộ trực" in lan.last.text
        await minh.expects("🔴 KHẨN PA-1")


async def test_duty_officers_nobody_can_reach_are_replaced_by_the_coordinators(database_url):
    async with scene(database_url) as ward:
        lan, hoa, minh = (
            await ward.person(1),
            await ward.person(2, "duty"),
            await ward.person(4, "coordinator"),
        )
        await hoa.block()
        await report(lan)
        assert "đang báo 1 cán bộ trực" in lan.last.text
        await minh.expects("🔴 KHẨN PA-1")


async def test_when_nobody_could_be_told_the_reporter_reads_the_phone_number(database_url):
    async with scene(database_url) as ward:
        lan = await ward.person(1)
        await report(lan)
        assert f"chưa báo được ai, hãy gọi {PHONE}" in lan.last.text


async def test_below_a_unit_with_staff_nobody_waits_for_staff_of_their_own(database_url):
    async with scene(database_url) as ward:
        quarter = {"code": "TO4", "name": "Tổ 4", "type": "to", "parent_id": ward.home.unit_id}
        ward.home.database.write_now(lambda c: c.execute(insert(unit).values(territorial=True, **quarter)))
        lan = await ward.person(1, unit_code="TO4")
        await report(lan)
        assert f"chưa báo được ai, hãy gọi {PHONE}" in lan.last.text, "the phone of the unit above"
        hoa, minh = await ward.person(2, "duty"), await ward.person(4, "coordinator")
        await report(lan, "KHẨN nước tràn vào nhà tổ 4")
        assert "đang báo 1 cán bộ trực" in lan.last.text
        await hoa.tap(CLAIM)
        await lan.expects("PA-2: cán bộ trực nhận xử lý")
        assert not alerts_of(minh)


async def test_who_is_told_as_nobody_below_can_be_reached_takes_it(sqlite_url):
    async with scene(sqlite_url) as ward:
        quarter = {"code": "TO4", "name": "Tổ 4", "type": "to", "parent_id": ward.home.unit_id}
        ward.home.database.write_now(lambda c: c.execute(insert(unit).values(territorial=True, **quarter)))
        lan, mute = await ward.person(1, unit_code="TO4"), await ward.person(3, "duty", unit_code="TO4")
        hoa = await ward.person(2, "duty")
        gone = update(address).where(address.c.chat == str(mute.id)).values(unreachable_at=ward.clock.now)
        ward.home.database.write_now(lambda c: c.execute(gone))
        await report(lan)
        await hoa.tap(CLAIM)
        await lan.expects("PA-1: cán bộ trực nhận xử lý")
        assert not alerts_of(mute)


async def test_the_first_to_press_owns_it_and_the_others_see_who(database_url):
    async with scene(database_url) as ward:
        lan, hoa, ngoc = await ward.person(1), await ward.person(2, "duty"), await ward.person(3, "duty")
        await report(lan)
        await ngoc.expects("🔴 KHẨN")
        await hoa.tap(CLAIM)
        for officer in (hoa, ngoc):
            shown = await officer.expects("CTV-2 nhận xử lý lúc 09:00")
            assert not shown.rows
            assert len(alerts_of(officer)) == 1, "the alert itself was changed"
        told = await lan.expects("PA-1: cán bộ trực nhận xử lý lúc 09:00")
        assert "CTV-2" not in told.text
        await ward.later(minutes=60)
        assert len(alerts_of(ngoc)) == 1


async def test_two_presses_at_once_have_one_winner(database_url):
    async with scene(database_url) as ward:
        lan, hoa, ngoc = await ward.person(1), await ward.person(2, "duty"), await ward.person(3, "duty")
        await report(lan)
        await hoa.expects("🔴 KHẨN")
        await ngoc.expects("🔴 KHẨN")
        await hoa.tap(CLAIM)
        await ngoc.tap(CLAIM)
        await ngoc.expects("Đã có người khác nhận việc này")
        await hoa.expects("CTV-2 nhận xử lý")
        await ward.quiet()
        assert sum("cán bộ trực nhận xử lý" in message.text for message in lan.screen) == 1


async def test_pressing_twice_takes_it_once(database_url):
    async with scene(database_url) as ward:
        lan, hoa = await ward.person(1), await ward.person(2, "duty")
        await report(lan)
        await hoa.expects("🔴 KHẨN")
        await hoa.tap(CLAIM)
        await hoa.tap(CLAIM)
        await hoa.expects("Việc này đã nhận rồi")
        await ward.quiet()
        assert sum("cán bộ trực nhận xử lý" in message.text for message in lan.screen) == 1


async def test_an_alert_may_be_taken_by_typing(database_url):
    async with scene(database_url) as ward:
        lan, hoa = await ward.person(1), await ward.person(2, "duty")
        await report(lan)
        await hoa.expects("🔴 KHẨN")
        await hoa.say("nhận PA-1")
        await hoa.expects("CTV-2 nhận xử lý")


async def climb(ward: Scene, restarts: bool) -> dict[str, list[str]]:
    """An alert nobody takes for 90 minutes; gives what everybody was shown."""
    province = ward.home.database.write_now(
        lambda c: c.execute(
            insert(unit)
            .values(code="KHAC", name="Phường Khác", type="xa", territorial=True)
            .returning(unit.c.code)
        ).scalar_one()
    )
    lan, hoa = await ward.person(1), await ward.person(2, "duty")
    minh, an = await ward.person(4, "coordinator"), await ward.person(5, "leader")
    tinh, xa_la = await ward.person(6, "coordinator", "TINH"), await ward.person(7, "coordinator", province)
    await report(lan)
    counts: dict[str, list[int]] = {}
    everybody = {"lan": lan, "hoa": hoa, "minh": minh, "an": an, "tinh": tinh, "xa_la": xa_la}
    for minutes in (0, 9, 1, 19, 1, 29, 1, 30):
        if restarts:
            await ward.restart()
        await ward.later(minutes)
        for name, person in everybody.items():
            counts.setdefault(name, []).append(len(alerts_of(person)))
    assert counts == {
        #          0  9 10 29 30 59 60 90 minutes
        "lan":   [0, 0, 0, 0, 0, 0, 0, 0],
        "hoa":   [1, 1, 2, 2, 3, 3, 4, 5],
        "minh":  [0, 0, 1, 1, 2, 2, 3, 4],
        "an":    [0, 0, 0, 0, 1, 1, 2, 3],
        "tinh":  [0, 0, 0, 0, 1, 1, 2, 3],
        "xa_la": [0, 0, 0, 0, 0, 0, 0, 0],
    }  # fmt: skip
    assert [one.text for one in lan.screen if "Chưa có người nhận" in one.text] == [
        f"Chưa có người nhận PA-1. Hãy gọi {PHONE}."
    ]
    await tinh.tap(CLAIM)
    await tinh.expects("nhận xử lý lúc")
    await hoa.expects("nhận xử lý lúc")
    await ward.later(minutes=60)
    return {name: alerts_of(person) for name, person in everybody.items()}


async def test_an_alert_nobody_takes_climbs_until_somebody_does(database_url):
    async with scene(database_url) as ward:
        shown = await climb(ward, restarts=False)
        assert len(shown["hoa"]) == 5
        assert "Quá 30 phút chưa có người nhận" in shown["tinh"][0]


async def test_restarts_neither_lose_nor_repeat_a_step(database_url):
    async with scene(database_url) as ward:
        shown = await climb(ward, restarts=True)
        assert len(shown["hoa"]) == 5


async def test_hours_without_the_machine_are_caught_up_by_one_step_each(database_url):
    async with scene(database_url) as ward:
        lan, hoa = await ward.person(1), await ward.person(2, "duty")
        minh, an = await ward.person(4, "coordinator"), await ward.person(5, "leader")
        await report(lan)
        await ward.quiet()
        await ward.stop()
        ward.clock.move(hours=5)
        await ward.start()
        for _ in range(3):
            await ward.later(minutes=0)
        await ward.later(minutes=3)
        await ward.later(minutes=1)
        assert len(alerts_of(an)) == 1
        assert len(alerts_of(minh)) == 2
        assert len(alerts_of(hoa)) == 3
        assert sum("Chưa có người nhận" in one.text for one in lan.screen) == 1


async def test_a_withdrawn_alert_is_called_off_for_everybody(database_url):
    async with scene(database_url) as ward:
        lan, hoa, ngoc = await ward.person(1), await ward.person(2, "duty"), await ward.person(3, "duty")
        await report(lan)
        for officer in (hoa, ngoc):
            await officer.expects("🔴 KHẨN")
        await lan.tap("Thu hồi")
        await lan.expects("Đã thu hồi PA-1")
        for officer in (hoa, ngoc):
            shown = await officer.expects("PA-1 đã được người báo thu hồi")
            assert not shown.rows
        await ward.later(minutes=60)
        assert not alerts_of(hoa)


async def test_a_changed_urgent_report_is_shown_again_marked_as_changed(database_url):
    async with scene(database_url) as ward:
        lan, hoa = await ward.person(1), await ward.person(2, "duty")
        said = await lan.say(FIRE)
        await lan.expects("CHƯA GỬI")
        await lan.tap("Bức xúc")
        await lan.tap("Gửi khẩn")
        await hoa.expects("🔴 KHẨN")
        await lan.edit(said, "KHẨN cháy kho xăng cạnh chợ Hoa Sen")
        await lan.expects("Đã sửa PA-1")
        shown = await hoa.expects("người báo đã sửa")
        assert "\ncháy kho xăng" in shown.text, "the word that made it urgent is no part of it"
        assert shown.labels == [["🙋 Tôi nhận xử lý"]]
        await hoa.tap(CLAIM)
        assert "cháy kho xăng" in (await hoa.expects("nhận xử lý lúc")).text


async def test_what_the_reporter_adds_reaches_whoever_took_it(database_url):
    async with scene(database_url) as ward:
        lan, hoa, ngoc = await ward.person(1), await ward.person(2, "duty"), await ward.person(3, "duty")
        said = await lan.say(FIRE)
        await lan.expects("CHƯA GỬI")
        await lan.tap("Bức xúc")
        await lan.tap("Gửi khẩn")
        await hoa.expects("🔴 KHẨN")
        await hoa.tap(CLAIM)
        await lan.expects("cán bộ trực nhận xử lý")
        await lan.edit(said, "KHẨN cháy chợ Hoa Sen, nay lửa đã tắt")
        await lan.expects("Đã bổ sung vào PA-1")
        await hoa.expects("➕ PA-1, người báo bổ sung: cháy chợ Hoa Sen, nay lửa đã tắt")
        await ward.quiet()
        assert not any("bổ sung" in message.text for message in ngoc.screen if message.by_bot)


async def test_nobody_who_was_not_told_can_take_it(database_url):
    async with scene(database_url) as ward:
        lan, hoa, minh = (
            await ward.person(1),
            await ward.person(2, "duty"),
            await ward.person(4, "coordinator"),
        )
        tinh = await ward.person(6, "duty", "TINH")
        await report(lan)
        data = (await hoa.expects("🔴 KHẨN")).rows[0][0]["callback_data"]
        for other in (lan, minh, tinh):
            await other.tap_stale(data, other.last)
            await other.expects("không thuộc phần việc được giao")
        stranger = ward.server.person(9)
        await stranger.say("xin chào")
        await stranger.tap_stale(data, await stranger.expects("chưa có trong danh sách"))
        await stranger.expects("Nút này đã qua")
        await ward.quiet()
        assert ward.home.database.read(lambda c: c.execute(select(alert.c.claimed_by)).scalar_one()) is None


async def test_what_does_not_exist_cannot_be_taken(database_url):
    async with scene(database_url) as ward:
        hoa = await ward.person(2, "duty")
        for data in ("x.claim.zz", "x.claim.", "x.claim.-1", "x.claim.zzzzzzzzzzzzzz", "x.nope.1", "rubbish"):
            await hoa.tap_stale(data, hoa.last)
            await hoa.expects(lambda shown: "không còn" in shown.text or "Nút này đã qua" in shown.text)


async def test_messages_are_forgotten_after_a_week_and_an_alert_can_still_be_taken(database_url):
    async with scene(database_url) as ward:
        lan, hoa = await ward.person(1), await ward.person(2, "duty")
        await report(lan)
        await ward.quiet()
        [old] = [row.id for row in ward.home.rows(outbox) if "KHẨN" in row.body["text"] and row.rank == 0][:1]
        await ward.later(minutes=8 * 24 * 60)
        assert old not in {row.id for row in ward.home.rows(outbox)}
        await hoa.tap(CLAIM)
        await hoa.expects("nhận xử lý lúc")
