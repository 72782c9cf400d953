"""Gaps of the roster: asked for, and told once a month to whoever coordinates."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import insert, update

from storage.tables import membership, unit
from tests.bot.test_reminders import Ward, at, ward


def told(person) -> list[str]:
    """The gaps somebody was told of."""
    return [one.text for one in person.screen if one.by_bot and "👥 Đội ngũ" in one.text]


async def staff(home: Ward):
    """A coordinator of the ward, of the province, an administrator, and a collaborator whose term ends."""
    province = next(row.id for row in home.home.rows(unit) if row.code == "TINH")
    chief = await home.member(1, "coordinator")
    above = await home.home.member(home.server.person(2), "coordinator", province)
    admin = await home.home.member(home.server.person(3), "administrator", province)
    lan = await home.member(4)

    def lay_out(connection) -> None:
        connection.execute(update(unit).where(unit.c.code == "HOASEN").values(type="commune"))
        connection.execute(update(unit).where(unit.c.code == "TINH").values(type="province"))
        last = {"label": "Lan", "to_on": date(2026, 12, 31)}
        connection.execute(update(membership).where(membership.c.role == "collaborator").values(last))
        for code, name, more in (
            ("MOI", "Xã Chưa Có Ai", {}),
            ("CU", "Xã Đã Nhập", {"valid_to_on": date(2025, 6, 30)}),
            ("SAU", "Xã Mai Sau", {"valid_from_on": date(2027, 7, 1)}),
        ):
            values = {"code": code, "name": name, "type": "commune", "territorial": True} | more
            connection.execute(insert(unit).values(values).values(parent_id=province))

    home.home.database.write_now(lay_out)
    return chief, above, admin, lan


async def test_gaps_are_told_to_whoever_asks_for_what_they_may_know(database_url):
    async with ward(database_url) as home:
        chief, above, admin, lan = await staff(home)
        await chief.say("/doingu")
        shown = await chief.expects("👥 Đội ngũ Phường Hoa Sen:")
        assert "Chưa có cán bộ trực (1): Phường Hoa Sen" in shown.text
        assert "Sắp hết nhiệm kỳ (1): Lan (31/12/2026)" in shown.text
        assert "Xã" not in shown.text
        await above.say("/doingu")
        shown = await above.expects("👥 Đội ngũ Tỉnh Mẫu:")
        assert "Địa bàn chưa có cộng tác viên (1): Xã Chưa Có Ai" in shown.text
        assert "Chưa có điều phối viên (1): Xã Chưa Có Ai" in shown.text
        assert "Lan" not in shown.text, "people below are not a coordinator's to read"
        await admin.say("/doingu")
        assert "Lan (31/12/2026)" in (await admin.expects("👥 Đội ngũ Tỉnh Mẫu:")).text
        await lan.say("/doingu")
        await lan.expects("Chức năng này dành cho")


async def test_coordinators_are_told_once_a_month_in_its_first_week_and_never_at_night(database_url):
    async with ward(database_url, at(25, 9)) as home:
        chief, above, _, lan = await staff(home)
        await home.when(at(25, 10))
        assert told(chief) == [], "late in the month nobody is told unasked"
        await home.when(at(1, 5, month=12))
        assert told(chief) == []
        await home.when(at(1, 9, month=12))
        await home.when(at(2, 9, month=12))
        assert len(told(chief)) == len(told(above)) == 1
        assert told(lan) == []
        await home.when(at(4, 9, month=12) + timedelta(days=31))
        assert len(told(chief)) == 2
        assert "Đã hết nhiệm kỳ, chưa có quyết định mới (1): Lan" in told(chief)[-1]
