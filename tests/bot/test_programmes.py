"""Programmes and figures in chat: what other parties share, what an observer of the upper unit sees."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from datetime import date, timedelta

from sqlalchemy import insert, update

from office import invites
from storage import matters, programmes, reports
from storage.tables import membership, unit
from storage.tables import programme as programme_table
from tests.bot.test_alerts import Scene, scene
from tests.loopback.person import Person

SECRET = "Rác chất đống ở nhà ông Bảy"


@contextlib.asynccontextmanager
async def joint(url: str, shares: str, to_on: date | None = None) -> AsyncIterator[tuple[Scene, Person]]:
    """MTTQ of the ward and the ward itself in one programme; the coordinator of the ward."""
    async with scene(url) as ward:
        home = ward.home

        def lay_out(connection) -> None:
            values = {"code": "MT", "name": "MTTQ phường", "type": "front", "territorial": False}
            front = connection.execute(insert(unit).values(values).returning(unit.c.id)).scalar_one()
            one = programmes.add(
                connection, code="CT-22", name="Nắm bắt dư luận", content="Trao đổi thông tin",
                from_on=date(2022, 11, 14), to_on=to_on, unit_id=home.unit_id,
            )  # fmt: skip
            programmes.set_parties(connection, one, {home.unit_id: "own", front: shares})
            for topic, tone, n in (("MT", "aggrieved", 4), ("MT", "uneasy", 2), ("DT", "uneasy", 5)):
                for _ in range(n):
                    file_report(connection, ward, front, topic, tone, days=5)
            for said, topic, sensitive in (
                ("Rác ở chợ Hoa Sen tồn nhiều ngày", "MT", False),
                ("Việc chỉ người có tên được xem", "MT", True),
                ("Việc về lễ hội", "DT", False),
            ):
                matters.add(
                    connection, unit_id=front, origin_id=front, area_id=front, topic=topic, level="normal",
                    said=said, folded="", sensitive=sensitive, status="verifying", opened_at=ward.clock.now,
                    changed_at=ward.clock.now,
                )  # fmt: skip

        home.database.write_now(lay_out)
        yield ward, await ward.person(3, "coordinator")


def file_report(connection, ward: Scene, unit_id: int, topic: str, tone: str, *, days: int) -> None:
    """A report of some days ago."""
    at = ward.clock.now - timedelta(days=days)
    reports.add_report(
        connection, unit_id=unit_id, area_id=unit_id, person_id=None, channel="web", level="normal",
        said=SECRET, folded="", topic=topic, tone=tone, status="sent", filed_at=at, editable_until_at=at,
    )  # fmt: skip


async def test_a_party_reads_figures_and_matters_of_the_others_and_never_a_report(database_url):
    async with joint(database_url, "matters") as (_, hoa):
        await hoa.say("/chuongtrinh")
        shown = await hoa.expects("Nắm bắt dư luận: từ 14/11/2022. Chủ trì: Phường Hoa Sen.")
        assert "Trao đổi thông tin" in shown.text
        assert "• MTTQ phường: chia sẻ số liệu và vấn đề\n• Phường Hoa Sen: không chia sẻ" in shown.text
        assert "Rà soát hằng năm, lần tới: 14/11/2027." in shown.text
        await hoa.tap("Số liệu chung")
        figures = await hoa.expects("MTTQ phường, từ đầu tháng trước")
        assert "Môi trường, rác, tiếng ồn: băn khoăn <3 · bức xúc 4" in figures.text
        assert "Dân tộc" not in figures.text
        await hoa.say("/chuongtrinh")
        await hoa.say("vấn đề")
        told = await hoa.expects("VD-1 · MTTQ phường")
        assert "Rác ở chợ Hoa Sen tồn nhiều ngày" in told.text
        assert "người có tên" not in told.text and "lễ hội" not in told.text
        assert not any(SECRET in one.text for one in hoa.screen)


async def test_a_party_that_shares_figures_only_shows_no_matter(database_url):
    async with joint(database_url, "counts") as (_, hoa):
        await hoa.say("/chuongtrinh")
        await hoa.tap("Vấn đề chung")
        await hoa.expects("Các bên khác chưa có vấn đề chia sẻ.")


async def test_after_its_last_day_a_programme_shares_nothing(database_url):
    async with joint(database_url, "matters", date(2026, 11, 19)) as (ward, hoa):
        await hoa.say("/chuongtrinh")
        await hoa.tap("Số liệu chung")
        await hoa.expects("MTTQ phường, từ đầu tháng trước")
        ward.home.database.write_now(
            lambda c: c.execute(update(programme_table).values(to_on=date(2026, 11, 18)))
        )
        await hoa.say("/chuongtrinh")
        await hoa.expects("không còn chia sẻ gì")
        await hoa.tap("Số liệu chung")
        await hoa.expects("Các bên khác chưa có số liệu chia sẻ.")


async def test_an_observer_above_reads_figures_with_their_change_and_no_command_for_more(database_url):
    async with scene(database_url) as ward:
        home = ward.home

        def lay_out(connection) -> None:
            other = connection.execute(
                insert(unit)
                .values(code="NHO", name="Xã Nhỏ", type="commune", territorial=True)
                .values(parent_id=next(row.id for row in home.rows(unit) if row.code == "TINH"))
                .returning(unit.c.id)
            ).scalar_one()
            for n, days, unit_id in ((5, 3, home.unit_id), (3, 30, home.unit_id), (1, 3, other)):
                for _ in range(n):
                    file_report(connection, ward, unit_id, "MT", "aggrieved", days=days)

        home.database.write_now(lay_out)
        observer = await ward.person(5, "observer", "TINH")
        await observer.say("/solieu")
        shown = await observer.expects("📊 Tỉnh Mẫu, tháng 11/2026 (so với tháng 10/2026)")
        assert "Môi trường, rác, tiếng ồn: bức xúc 6 (+3)" in shown.text
        assert "Theo đơn vị: Phường Hoa Sen: …" in shown.text
        assert "2 đơn vị khác có dưới 3 phản ánh." in shown.text and "Xã Nhỏ" not in shown.text
        assert SECRET not in shown.text
        for command in ("/vande", "/chuongtrinh", "/chuabao"):
            await observer.say(command)
            await observer.expects("Chức năng này dành cho")
        lan = await ward.person(1)
        await lan.say("/solieu")
        await lan.expects("Chức năng này dành cho")


async def test_a_second_team_in_one_programme_is_refused_and_the_code_stays(database_url):
    async with joint(database_url, "counts") as (ward, hoa):
        home = ward.home
        await hoa.say("/start")

        def seat(connection) -> None:
            front = next(row.id for row in home.rows(unit) if row.code == "MT")
            connection.execute(update(membership).values(programme_id=1))
            values = {"unit_id": front, "role": "collaborator", "label": "Hoa", "programme_id": 1}
            connection.execute(insert(membership).values(values))

        home.database.write_now(seat)
        open_seat = next(row for row in home.rows(membership) if row.person_id is None)
        place = {"unit_id": open_seat.unit_id, "role": "collaborator"}
        code = home.database.write_now(
            lambda c: invites.invite(c, **place, membership_id=open_seat.id, now=home.app.now())
        ).code
        await hoa.say(code)
        await hoa.expects("Để tham gia")
        await hoa.tap("Tôi đồng ý")
        await hoa.tap("Không cần nhắc")
        told = await hoa.expects("Mỗi chương trình, một người chỉ tham gia một tổ")
        assert "tổ của Phường Hoa Sen trong “Nắm bắt dư luận”" in told.text
        assert next(row for row in home.rows(membership) if row.id == open_seat.id).person_id is None
