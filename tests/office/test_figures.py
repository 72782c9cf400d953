"""Figures of a unit: its own and those below, what was reported to a former unit under what followed it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import insert

from messages import catalogue
from office.access import viewer
from office.figures import facts
from office.post import Post
from storage import people, reports
from storage.database import Database
from storage.tables import unit

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)


def test_each_place_has_its_own_figures_and_a_former_unit_counts_to_what_followed_it(database_url):
    database = Database(database_url)

    def look(connection):
        def add(code, name, count, **more):
            values = {"code": code, "name": name, "type": "commune", "territorial": True} | more
            id = connection.execute(insert(unit).values(values).returning(unit.c.id)).scalar_one()
            for _ in range(count):
                reports.add_report(
                    connection, unit_id=id, area_id=id, person_id=None, channel="web", level="normal",
                    said="Rác", folded="rac", topic="MT", tone="uneasy", status="sent",
                    filed_at=NOW - timedelta(days=2), editable_until_at=NOW,
                )  # fmt: skip
            return id

        province = add("T", "Tỉnh Mẫu", 0, type="province")
        ward = add("HH", "Phường Hòa Hưng", 3, parent_id=province)
        add("P12", "Phường 12", 4, parent_id=province, successor_id=ward, valid_to_on=date(2026, 11, 22))
        other = add("X", "Xã Khác", 5)
        who = people.add_person(connection, unit_id=province, label=None, lang="vi", reminders=False, now=NOW)
        for place, role in ((province, "observer"), (other, "coordinator")):
            people.add_membership(connection, person_id=who, unit_id=place, role=role, label=None)
        post, words = Post(connection, NOW), catalogue("vi")
        shown = {
            one.unit: [words.render(line) for line in one.lines]
            for one in facts(post, viewer(connection, who, post.today))
        }
        assert set(shown) == {"Tỉnh Mẫu", "Xã Khác"}
        assert "Môi trường, rác, tiếng ồn: băn khoăn 7 (+7)" in shown["Tỉnh Mẫu"]
        assert "Theo đơn vị: Phường Hòa Hưng: 7" in shown["Tỉnh Mẫu"]
        assert "1 đơn vị khác có dưới 3 phản ánh." in shown["Tỉnh Mẫu"]
        assert "Môi trường, rác, tiếng ồn: băn khoăn 5 (+5)" in shown["Xã Khác"]

    database.write_now(look)
    database.close()
