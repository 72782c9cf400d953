"""/tatbao: what is not urgent is held back, what is urgent never; owner, reason and end are known. ADR 19."""

from __future__ import annotations

from storage.tables import alert, audit, mute, unit
from tests.bot.test_alerts import Scene, alerts_of, report
from tests.bot.test_attention import calm, morning, worry
from tests.bot.test_guarantees_inbox import file_report
from tests.bot.test_reminders import at, ward
from tests.bot.test_spikes import heard_before, spikes_told, team
from tests.loopback.person import Person

ENV = "Môi trường"


async def mute_topic(minh: Person, topic: str = ENV, until: str = "3 ngày") -> None:
    """A coordinator mutes a topic, typing all of it."""
    for words, answer in (
        ("/tatbao", "tắt báo"),
        ("tắt báo mới", "lĩnh vực nào"),
        (topic, "đến khi nào"),
        (until, "Lý do"),
        ("Đã lập vấn đề", "Tin khẩn vẫn báo ngay"),
        ("có", "Đã tắt báo đến"),
    ):
        await minh.say(words)
        await minh.expects(lambda shown, answer=answer: answer in shown.text)


async def people_of(ward_: Scene) -> tuple[Person, Person, Person]:
    """A collaborator and two coordinators."""
    return await ward_.person(1), await ward_.person(4, "coordinator"), await ward_.person(5, "coordinator")


async def test_what_needs_attention_is_held_and_told_in_numbers_when_the_mute_ends(database_url):
    async with morning(database_url) as here:
        lan, minh, an = await people_of(here)
        await mute_topic(minh, until="hôm nay")
        await worry(lan)
        await worry(lan, "Rác chất đống trước cổng chợ, mùi hôi")
        await here.later(minutes=60)
        assert not calm(minh)
        assert not calm(an)
        await an.say("/tatbao")
        shown = await an.expects("CTV-2: Đã lập vấn đề · đã giữ 2")
        assert "đến 23:59" in shown.text
        here.clock.now = at(20, 0, 0)
        await here.home.later(here.clock, seconds=1)
        assert not any("Hết hạn tắt báo" in one.text for one in minh.screen), "not at night"
        await here.restart()
        here.clock.now = at(20, 6, 30)
        await here.later(minutes=0)
        told = await minh.expects("Hết hạn tắt báo: Môi trường")
        assert "Đã giữ lại 2 phản ánh cần lưu ý: PA-1, PA-2" in told.text
        await here.later(minutes=600)
        assert sum("Hết hạn tắt báo" in one.text for one in minh.screen) == 1
        assert not any("Hết hạn tắt báo" in one.text for one in an.screen)
        assert not calm(minh)
        await minh.say("nhận PA-1")
        await lan.expects("PA-1: cán bộ trực nhận xử lý")
        acts = [row.act for row in here.home.rows(audit) if "mute" in row.act]
        assert acts == ["mute-made", "mute-ended"]


async def test_an_urgent_one_is_pushed_all_the_same_and_says_that_its_topic_is_muted(database_url):
    async with morning(database_url) as here:
        lan, minh, an = await people_of(here)
        await mute_topic(minh, "Mọi lĩnh vực")
        await report(lan)
        for one in (minh, an):
            shown = await one.expects("🔴 KHẨN PA-1")
            assert "🔕 Đang tắt báo lĩnh vực này (CTV-2: Đã lập vấn đề, đến 09:00" in shown.text
            assert shown.labels == [["🙋 Tôi nhận xử lý"]]
        await here.later(minutes=10)
        assert len(alerts_of(an)) == 2, "it climbs as ever"


async def test_it_is_lifted_by_a_colleague_and_its_owner_reads_what_was_held(database_url):
    async with morning(database_url) as here:
        lan, minh, an = await people_of(here)
        await mute_topic(minh)
        await worry(lan)
        await an.say("/tatbao")
        assert ["Bỏ tắt số 1"] in (await an.expects("Đang tắt báo")).labels
        await an.say("bỏ tắt 1")
        for one in (an, minh):
            told = await one.expects("Đã bỏ tắt báo: Môi trường")
            assert "Đã giữ lại 1 phản ánh cần lưu ý: PA-1" in told.text
        await worry(lan, "Rác chất đống trước cổng chợ, mùi hôi")
        await here.later(minutes=15)
        [told] = calm(an)
        assert "PA-2" in told
        assert "PA-1" not in told
        assert {row.act for row in here.home.rows(audit)} >= {"mute-made", "mute-lifted"}


async def test_another_topic_and_another_area_are_told(database_url):
    async with morning(database_url) as here:
        lan, minh, _ = await people_of(here)
        await mute_topic(minh, "Y tế")
        await worry(lan)
        await here.later(minutes=15)
        assert len(calm(minh)) == 1


async def test_a_mute_of_the_unit_above_holds_below_it_and_only_its_own_coordinators_lift_it(database_url):
    async with morning(database_url) as here:
        lan, minh = await here.person(1), await here.person(4, "coordinator")
        tinh = await here.person(6, "coordinator", "TINH")
        await tinh.say("/tatbao")
        await tinh.expects("Không tắt báo gì")
        for words, answer in (
            ("tắt báo mới", "lĩnh vực nào"),
            ("Môi trường", "địa bàn nào"),
            ("Phường Hoa Sen", "đến khi nào"),
            ("20/11 17h", "Lý do"),
            ("Đoàn kiểm tra đang làm việc", "Phường Hoa Sen"),
            ("ok", "Đã tắt báo đến 17:00"),
        ):
            await tinh.say(words)
            await tinh.expects(lambda shown, answer=answer: answer in shown.text)
        await worry(lan)
        await here.later(minutes=30)
        assert not calm(minh)
        await minh.say("/tatbao")
        shown = await minh.expects("Đoàn kiểm tra đang làm việc")
        assert "Bỏ tắt" not in str(shown.labels)
        ids = {row.code: row.id for row in here.home.rows(unit)}
        [row] = here.home.rows(mute)
        assert (row.unit_id, row.area_id) == (ids["TINH"], ids["HOASEN"])
        assert here.home.rows(alert)[0].mute_id == row.id


async def test_nobody_else_mutes_and_no_mute_is_longer_than_a_week(database_url):
    async with morning(database_url) as here:
        hoa, minh = await here.person(2, "duty"), await here.person(4, "coordinator")
        await hoa.say("/tatbao")
        await hoa.expects("dành cho điều phối viên")
        await minh.say("/tatbao")
        await minh.expects("Không tắt báo gì")
        await minh.say("1")
        await minh.say("Môi trường")
        await minh.expects("đến khi nào")
        for words in ("27/11 9h", "18/11 9h", "tháng sau"):
            await minh.say(words)
            await minh.expects("trong 7 ngày tới")
        assert not here.home.rows(mute)


async def test_a_spike_of_a_muted_topic_is_not_told_and_one_that_is_told_stays_told_until_it_is_over(
    sqlite_url,
):
    async with ward(sqlite_url) as home:
        chief, voices = await team(home)
        heard_before(home, 3, 9, 16, 20)
        await mute_topic(chief, until="hôm nay")
        for one in (*voices, *voices[:2]):
            await file_report(one)
        await home.when(at(9, 11))
        assert spikes_told(chief) == []
        await home.when(at(10, 8))
        assert len(spikes_told(chief)) == 1, "the mute is over, the spike is not"
        for one in (*voices, *voices[:2]):
            await file_report(one)
        await home.when(at(10, 15))
        await home.when(at(11, 8))
        assert len(spikes_told(chief)) == 1, "not raised again while it is open"
        await home.when(at(12, 15))
        for one in (*voices, *voices, *voices):
            await file_report(one)
        await home.when(at(12, 16))
        assert len(spikes_told(chief)) == 2, "it was over"
