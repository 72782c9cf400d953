"""Cards of official information: as written, to an area or to those who reported, whose names nobody sees."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, insert, select

from domain.audience import Audience
from office import unlinking
from office.post import Post
from storage import audiences
from storage.tables import mailing, mailing_copy, person, unit
from tests.bot.flows import filed
from tests.bot.test_alerts import Scene
from tests.bot.test_directives import more, opened
from tests.bot.test_matters import desk
from tests.loopback.person import Person

NAME = "Chủ tịch Nguyễn Văn An ký"


async def written(hoa: Person) -> None:
    """What the card says, up to whom it goes."""
    await hoa.expects("Tiêu đề thẻ?")
    await hoa.say("Phí thu gom rác từ 1/12")
    await hoa.expects("Nội dung")
    await hoa.say(f"Mức phí không đổi\nThu hai kỳ mỗi năm\n{NAME}\nHỏi đáp tại bộ phận một cửa")
    await hoa.expects("Theo văn bản nào")
    await hoa.say("Thông báo 12/TB-UBND, UBND phường")
    await hoa.expects("Văn bản ngày nào?")
    await hoa.tap("Hôm nay")


async def sent(hoa: Person) -> None:
    """Send it."""
    await hoa.expects("Nguồn: Thông báo 12/TB-UBND, UBND phường, ngày 19/11/2026")
    await hoa.tap("✅ Gửi thẻ")
    await hoa.expects("Đã bắt đầu gửi")


def copies(ward: Scene) -> list[int]:
    """Who has a copy of any mailing."""
    return sorted(row.person_id for row in ward.home.rows(mailing_copy))


async def test_a_card_by_topic_reaches_only_who_reported_it_and_nobody_sees_who(database_url):
    async with desk(database_url) as (ward, people):
        lan, minh, hoa = people["lan"], people["minh"], people["hoa"]
        await filed(lan)
        await hoa.say("/the")
        await written(hoa)
        await hoa.expects("Gửi cho ai?")
        await hoa.tap("Theo lĩnh vực")
        await hoa.expects("Lĩnh vực nào?")
        await hoa.tap("Môi trường")
        await hoa.expects("trong bao lâu?")
        await hoa.tap("7 ngày qua")
        await sent(hoa)
        got = await lan.expects("📘 Thông tin chính thống của Phường Hoa Sen: Phí thu gom rác từ 1/12")
        assert NAME in got.text, "official words pass as written"
        assert len(got.text.splitlines()) == 6, "a title, three lines, the source, how to acknowledge"
        await ward.quiet()
        assert not any("Phí thu gom" in one.text for one in minh.screen)
        progress = await hoa.expects("📘 Thẻ thông tin tới người đã phản ánh")
        await ward.later(1)
        assert "CTV" not in progress.text and "Chưa đọc" not in str(progress.rows)
        await hoa.tap_stale("x.munread.1", hoa.screen[-1])
        await hoa.expects("không xem được danh sách người nhận")
        await lan.tap("Đã nắm")
        await ward.quiet()
        assert [row.read_at is not None for row in ward.home.rows(mailing_copy)] == [True]


async def test_who_got_a_card_for_a_report_is_forgotten_with_the_links_of_reports(database_url):
    async with desk(database_url) as (ward, people):
        await filed(people["lan"])
        await opened(people["hoa"], "PA-1")
        await more(people["hoa"], "VD-1", "Gửi thẻ thông tin")
        await written(people["hoa"])
        await people["hoa"].expects("Gửi những người báo của VD-1 (1 phản ánh)")
        await people["hoa"].tap("✅ Gửi thẻ")
        await people["lan"].expects("📘 Thông tin chính thống")
        await ward.quiet()
        assert len(copies(ward)) == 1
        keep = timedelta(days=30)

        def end(connection, now) -> bool:
            due = unlinking.is_any_due(connection, now, keep)
            unlinking.end_due(Post(connection, now), keep)
            return due

        assert not ward.home.database.write_now(lambda c: end(c, ward.clock.now + timedelta(days=29)))
        assert ward.home.database.write_now(lambda c: end(c, ward.clock.now + timedelta(days=31)))
        assert copies(ward) == []


async def test_a_card_to_an_area_reaches_the_collaborators_there(database_url):
    async with desk(database_url) as (ward, people):
        hoa = people["hoa"]
        ward.home.database.write_now(
            lambda c: c.execute(
                insert(unit).values(
                    code="T1",
                    name="Tổ dân phố 1",
                    type="village",
                    territorial=True,
                    parent_id=ward.home.unit_id,
                )
            )
        )
        mai = await ward.person(7, "collaborator", "T1")
        ward.clock.move(seconds=5)
        await hoa.say("/the")
        await written(hoa)
        await hoa.tap("Theo địa bàn")
        await hoa.expects("Địa bàn nào?")
        await hoa.tap("Tổ dân phố 1")
        await sent(hoa)
        await mai.expects("📘 Thông tin chính thống")
        assert len(copies(ward)) == 1
        assert [row.kind for row in ward.home.rows(mailing)] == ["card"]


async def test_an_area_outside_the_own_tree_is_nobodys(database_url):
    async with desk(database_url) as (ward, _):
        own = ward.home.unit_id
        units = {row.code: row.id for row in ward.home.rows(unit)}
        forged = Audience("area", own, area_id=units["TINH"])
        count = ward.home.database.read(
            lambda c: c.execute(
                select(func.count()).select_from(person).where(audiences.meant(forged))
            ).scalar_one()
        )
        assert count == 2, "only those of the ward itself, who are below the province too"
