"""A topic suddenly on many lips is told to coordinators, once, and nothing else is. DOMAIN §1 row 12."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.spikes import SpikeRule, usual
from storage import people, reports
from storage.tables import matter_report
from tests.bot.test_guarantees_inbox import file_report
from tests.bot.test_reminders import Ward, at, ward

SPIKE = "🟡 Môi trường, rác, tiếng ồn tại Phường Hoa Sen"
DAY = timedelta(days=1)


def spikes_told(person) -> list[str]:
    """The spikes somebody was told of."""
    return [one.text for one in person.screen if one.by_bot and "🟡" in one.text]


def heard_before(home: Ward, *days: int, topic: str = "MT") -> None:
    """So many days ago the ward got a report each."""

    def work(connection) -> None:
        for ago in days:
            _file(connection, home, topic, home.clock.now - DAY * ago)

    home.home.database.write_now(work)


def _file(connection, home: Ward, topic: str, filed_at, person_id: int | None = None) -> None:
    unit_id = home.home.unit_id
    reports.add_report(
        connection, unit_id=unit_id, area_id=unit_id, person_id=person_id, channel="web", level="normal",
        said="Rác ở bến xe", folded="rac o ben xe", topic=topic, tone="uneasy", status="sent",
        filed_at=filed_at, editable_until_at=filed_at,
    )  # fmt: skip


async def team(home: Ward):
    """A coordinator and three collaborators."""
    chief = await home.member(9, "coordinator")
    return chief, [await home.member(id) for id in (1, 2, 3)]


async def test_a_topic_on_many_lips_is_told_once_with_what_is_usual(database_url):
    async with ward(database_url) as home:
        chief, voices = await team(home)
        heard_before(home, 3, 9, 16, 20)
        for one in (*voices, *voices[:2]):
            assert spikes_told(chief) == []
            await file_report(one)
        await home.when(at(9, 11))
        [told] = spikes_told(chief)
        assert told.startswith(SPIKE)
        assert "5 phản ánh trong 24 giờ (thường 0)" in told
        await file_report(voices[2])
        await home.when(at(9, 15))
        assert len(spikes_told(chief)) == 1
        assert not any(spikes_told(one) for one in voices)


async def test_at_night_it_waits_for_the_morning(database_url):
    async with ward(database_url, at(9, 21, 30)) as home:
        chief, voices = await team(home)
        heard_before(home, 10)
        for one in (*voices, *voices[:2]):
            await file_report(one)
        await home.when(at(9, 22))
        assert spikes_told(chief) == []
        await home.when(at(10, 8))
        assert len(spikes_told(chief)) == 1


async def test_one_persons_many_reports_are_no_spike(database_url):
    async with ward(database_url) as home:
        chief, voices = await team(home)
        heard_before(home, 10)
        for one in (*voices[:2], *voices[:2], voices[0]):
            await file_report(one)
        await home.when(at(9, 11))
        assert spikes_told(chief) == []


async def test_what_a_ward_is_used_to_is_no_spike_nor_is_anything_in_its_first_week(database_url):
    async with ward(database_url) as home:
        chief, voices = await team(home)
        heard_before(home, 5)
        for one in (*voices, *voices[:2]):
            await file_report(one)
        await home.when(at(9, 11))
        assert spikes_told(chief) == []
        heard_before(home, *(day for day in range(2, 28) for _ in range(2)))
        await home.when(at(9, 15))
        assert spikes_told(chief) == []


async def test_a_restricted_topic_is_not_told_to_everybody_who_coordinates(database_url):
    async with ward(database_url) as home:
        chief, _ = await team(home)
        heard_before(home, 10, topic="DT")

        def work(connection) -> None:
            for id in people.people_with(connection, home.home.unit_id, ("collaborator",)) * 2:
                _file(connection, home, "DT", home.clock.now, id)

        home.home.database.write_now(work)
        await home.when(at(9, 11))
        assert spikes_told(chief) == []


async def test_one_matter_is_opened_of_a_spikes_reports_and_the_button_offers_them_once(database_url):
    async with ward(database_url) as home:
        chief, voices = await team(home)
        heard_before(home, 3, 9, 16, 20)
        for one in (*voices, *voices[:2]):
            await file_report(one)
        await home.when(at(9, 11))
        told = await chief.expects(SPIKE)
        await chief.tap("🔗 Lập vấn đề", told)
        shown = await chief.expects("Lập một vấn đề chung?")
        assert shown.text.count("PA-") == 5, "of three days, nothing older"
        assert "CTV" not in shown.text
        await chief.tap("Chọn phản ánh")
        await chief.expects("Gộp những phản ánh nào?")
        await chief.say("PA-8, PA-9")
        await chief.say("xong")
        await chief.expects("bằng lời của điều phối viên")
        await chief.tap("Dùng lời này")
        await chief.expects("Đã lập VD-1")
        await chief.tap("🔗 Lập vấn đề", told)
        await chief.expects("Lập một vấn đề chung?")
        await chief.tap("🔗 Lập từ 3 tin")
        await chief.expects("bằng lời của điều phối viên")
        await chief.tap("Dùng lời này")
        await chief.expects("Đã lập VD-2")
        await chief.tap("🔗 Lập vấn đề", told)
        await chief.expects("Các phản ánh này đã thuộc vấn đề")
        inside = [row.matter_id for row in home.home.rows(matter_report)]
        assert sorted(inside) == [1, 1, 2, 2, 2]
        await voices[0].tap_stale(told.rows[0][0]["callback_data"], voices[0].screen[-1])
        await home.home.quiet()
        assert not any("PA-" in one.text and "Lập" in one.text for one in voices[0].screen)


@pytest.mark.parametrize(
    ("count", "voices", "before", "spikes"),
    [(5, 3, 0, True), (4, 4, 0, False), (9, 2, 0, False), (6, 3, 2, True), (6, 3, 2.1, False)],
)
def test_enough_reports_of_enough_people_and_far_more_than_usual(count, voices, before, spikes):
    assert SpikeRule().is_spike(count, voices, before) is spikes


def test_the_usual_is_a_mean_over_four_weeks_or_as_long_as_the_unit_reports():
    assert usual(56, 90 * DAY, DAY) == 2
    assert usual(20, 10 * DAY, DAY) == 2
    assert usual(3, timedelta(hours=1), DAY) == 3
