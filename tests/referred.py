"""A matter put to a unit that has no account: made by acts of the office, answered on its page.

The reporter, the words of the report and its hour are such that they would be noticed anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select

from office import access, matters, referrals, reporting
from office.access import Viewer
from office.desk_rules import DeskRules
from office.post import Post
from office.rules import Rules
from storage import people
from storage import referrals as rows
from storage.database import Database
from storage.referrals import ReferralRow
from storage.tables import address, unit

LABEL = "Nguyễn Thị Hoa Mười Giờ"
RARE = "lục bình tím ngắt"
REPORT = f"Bà con nói {RARE} phủ kín kênh Nước Đen, hôi không chịu nổi"
SAID = "Kênh Nước Đen nhiều tháng không được vớt lục bình, gây mùi hôi.\nĐề nghị kiểm tra việc vớt rác."
ADDRESSEE = "Công ty Môi trường Hoa Sen"


@dataclass(frozen=True, slots=True)
class Referred:
    """A referral and who has to do with it."""

    database: Database
    rules: DeskRules
    id: int
    reporter: int
    coordinator: Viewer

    @property
    def row(self) -> ReferralRow:
        """As it is now."""
        found = self.database.read(lambda c: rows.find(c, self.id))
        assert found is not None
        return found

    @property
    def path(self) -> str:
        """Its page."""
        row = self.row
        return self.rules.links.to(row.id, row.generation).partition("/phieu/")[2].join(("/phieu/", ""))

    def answers(self) -> list[rows.AnswerRow]:
        """What the unit answered."""
        return self.database.read(lambda c: rows.answers_of(c, [self.id]))

    def files(self) -> list[rows.FileRow]:
        """What the unit attached."""
        return self.database.read(lambda c: rows.files_of(c, self.id))

    def office(self, now: datetime, work: Any) -> Any:
        """The coordinator does something: work(post, rules, who)."""

        def act(connection: Connection) -> Any:
            post = Post(connection, now)
            done = work(post, self.rules, self.coordinator)
            post.owe()
            return done

        return self.database.write_now(act)


def refer(
    database: Database,
    rules: DeskRules,
    unit_id: int,
    now: datetime,
    *,
    kind: str = "normal",
    said: str = SAID,
) -> Referred:
    """A report of two days ago at 06:47, the matter made of it, and its referral to ADDRESSEE."""
    reported_at = now.replace(hour=23, minute=47) - timedelta(days=3)  # 06:47 there, on the next day

    def work(connection: Connection) -> Referred:
        post = Post(connection, now)
        asked = (
            connection.execute(select(unit.c.id).where(unit.c.code == "MT")).scalar()
            or connection.execute(
                insert(unit)
                .values(code="MT", name=ADDRESSEE, type="doanh_nghiep", parent_id=unit_id, territorial=False)
                .returning(unit.c.id)
            ).scalar_one()
        )
        reporter = _somebody(connection, unit_id, "collaborator", LABEL, reported_at)
        coordinator = _somebody(connection, unit_id, "coordinator", "Điều phối", now)
        _somebody(connection, asked, "unit", "Cán bộ", now)
        lane = connection.execute(select(address.c.lane).where(address.c.person_id == reporter)).scalar_one()
        member = people.members_at(connection, [lane])[lane]
        early = Post(connection, reported_at)
        reporting.file_report(
            early,
            member,
            Rules(),
            said=REPORT,
            topic="MT",
            tone="aggrieved",
            level="normal",
            channel="telegram",
        )
        early.owe()
        report_id = _newest_report(connection)
        who = access.viewer(connection, coordinator, now.date())
        matter = matters.open_matter(post, who, [report_id], said="Kênh Nước Đen hôi")
        assert matter is not None
        made = referrals.refer(post, rules, who, matter, asked, kind=kind, said=said)
        assert made is not None
        post.owe()
        return Referred(database, rules, made.id, reporter, who)

    return database.write_now(work)


def _newest_report(connection: Connection) -> int:
    from storage.tables import report

    return connection.execute(select(report.c.id).order_by(report.c.id.desc()).limit(1)).scalar_one()


def _somebody(connection: Connection, unit_id: int, role: str, label: str, now: datetime) -> int:
    id = people.add_person(connection, unit_id=unit_id, label=label, lang="vi", reminders=False, now=now)
    people.add_membership(connection, person_id=id, unit_id=unit_id, role=role, label=label)
    lane = f"web:main:{role}-{id}"
    people.add_address(
        connection, person_id=id, lane=lane, channel="web", bot="main", chat=f"{role}-{id}", now=now
    )
    return id
