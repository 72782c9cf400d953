"""The past of the sample's desk: what became of its reports lately, by the acts of every day.

Told in working days before the instant, so that the same things stand there on whatever day it begins: an
answer that waits to be judged, a referral that is overdue, one that is fresh, a matter that is being looked
into, and one that was closed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TypeVar

from sqlalchemy import Connection

from domain.referrals import NORMAL, Reply
from office import access, answers, closing, matters, referrals
from office.answers import ROUNDS
from office.desk_rules import DeskRules
from office.post import Post
from office.referrals import BY_LINK
from office.rules import Rules
from storage import referrals as rows
from storage import reports, units
from storage.matters import MatterRow
from storage.outbox import Owed
from storage.referrals import ReferralRow
from storage.reports import ReportRow

T = TypeVar("T")

ASKED = {
    "MTDT": "Công ty Môi trường đô thị",
    "KTHT": "Phòng Kinh tế, Hạ tầng và Đô thị",
    "VHXH": "Phòng Văn hóa – Xã hội",
    "DL": "Điện lực khu vực",
}
"""Units the sample's matters are put to."""


class _LongAgo(Post):
    """What was owed long ago was read long ago."""

    def owe(self, owed: Sequence[Owed] = ()) -> list[int]:
        """Keep no message."""
        return super().owe()


@dataclass(frozen=True, slots=True)
class _Desk:
    """Who works at the desk, with what. `heard`: the reports by topic, the oldest first; `asked`: ASKED."""

    connection: Connection
    rules: DeskRules
    now: datetime
    officer: int
    heard: dict[str, list[ReportRow]]
    asked: dict[str, int]

    def since(self, begin: datetime) -> Callable[[int, int], Post]:
        """Transactions of a story that begins at an instant: so many working days ago, at that hour; never
        before the one before it."""
        calendar, last = self.rules.calendar(self.now), begin

        def then(days: int, hour: int) -> Post:
            nonlocal last
            day = calendar.add_working_days(calendar.day_of(self.now), -days)
            last = max(last + timedelta(minutes=1), calendar.at(day, time(hour, 20)))
            return _LongAgo(self.connection, min(last, self.now), zone=str(calendar.zone))

        return then

    def open(self, post: Post, report: ReportRow, said: str) -> MatterRow:
        """A matter of a report."""
        return _made(matters.open_matter(post, self._who(post), [report.id], said=said))

    def refer(self, post: Post, row: MatterRow, unit: str, said: str) -> int:
        """Put to a unit; gives the referral's number."""
        who, to = self._who(post), self.asked[unit]
        return _made(referrals.refer(post, self.rules, who, row, to, kind=NORMAL, said=said)).id

    def join(self, post: Post, row: MatterRow, report: ReportRow) -> None:
        """One more report."""
        matters.join(post, self._who(post), row, report.id)

    def chase(self, post: Post, id: int) -> None:
        """A reminder to the unit."""
        referrals.chase(post, self.rules, self._who(post), self.referral(id))

    def approve(self, post: Post, id: int, told: str) -> None:
        """What the unit answered goes to the reporters."""
        answer = rows.answers_of(self.connection, [id])[-1]
        who = self._who(post)
        answers.approve(post, self.rules, who, _made(answers.in_hand(self.connection, who, answer.id)), told)

    def close(self, post: Post, row: MatterRow, result: str) -> None:
        """The end of a matter."""
        who = self._who(post)
        closing.close(post, Rules(), who, _made(matters.in_hand(self.connection, who, row.id)), result)

    def referral(self, id: int) -> ReferralRow:
        """A referral as it is by then."""
        return _made(rows.find(self.connection, id))

    def _who(self, post: Post) -> access.Viewer:
        return access.viewer(self.connection, self.officer, post.today)


def _made(found: T | None) -> T:
    assert found is not None, "the sample's past cannot have been so"
    return found


def play(
    connection: Connection, rules: DeskRules, now: datetime, *, unit_id: int, officer: int, heard: list[int]
) -> None:
    """Let the sample's coordinator have dealt with what was `heard` until `now`."""
    by_topic = defaultdict(list)
    for report in reports.find_reports(connection, heard):
        by_topic[report.topic or ""].append(report)
    asked = {
        code: units.add(connection, code=code, name=name, type="body", parent_id=unit_id, territorial=False)
        for code, name in ASKED.items()
    }
    desk = _Desk(connection, rules, now, officer, by_topic, asked)
    for story in (_closed, _overdue, _looked_into, _answered, _fresh):
        story(desk)
    _caught_up(desk)


def _closed(desk: _Desk) -> None:
    """Answered, approved, found clear by its reporter, closed."""
    [report] = desk.heard["GD"]
    then = desk.since(report.filed_at)
    row = desk.open(then(12, 8), report, "Phụ huynh băn khoăn về khoản thu tự nguyện ở trường tiểu học.")
    said = "Các khoản thu tự nguyện ở trường tiểu học chưa công khai. Kiểm tra, hướng dẫn niêm yết."
    id = desk.refer(then(12, 9), row, "VHXH", said)
    referrals.accept(then(11, 8), desk.referral(id), BY_LINK)
    reply = Reply(
        "Làm việc với nhà trường và ban đại diện cha mẹ học sinh, xem sổ thu.",
        "Nhà trường có thu nước uống và vệ sinh theo thỏa thuận, nhưng chưa niêm yết từng khoản.",
        "Nhà trường đã niêm yết các khoản thu ở bảng tin; ai không đồng ý được nhận lại tiền.",
        "partly",
    )
    referrals.hand_in(then(8, 15), desk.referral(id), BY_LINK, reply)
    told = f"{reply.found} {reply.planned}"
    desk.approve(then(7, 9), id, told)
    answers.judge(then(7, 16), _made(report.person_id), row.id * ROUNDS + 1, clear=True)
    desk.close(then(5, 10), row, "Khoản thu đã được niêm yết, phụ huynh không còn ý kiến.")


def _overdue(desk: _Desk) -> None:
    """Accepted, chased, and still no answer."""
    [report] = desk.heard["HT"]
    then = desk.since(report.filed_at)
    row = desk.open(then(9, 8), report, "Đường tổ 7 đào lên đặt ống nước, ba tuần chưa hoàn trả mặt đường.")
    said = "Mặt đường tổ 7 chưa hoàn trả sau khi đặt ống nước, học sinh đi lại khó. Kiểm tra, hẹn ngày làm."
    id = desk.refer(then(8, 9), row, "KTHT", said)
    referrals.accept(then(7, 14), desk.referral(id), BY_LINK)
    desk.chase(then(2, 8), id)


def _looked_into(desk: _Desk) -> None:
    """Not put to anybody yet."""
    [report] = desk.heard["TP"]
    then = desk.since(report.filed_at)
    row = desk.open(then(6, 14), report, "Hàng ăn gần cổng trường bán đồ không rõ nguồn gốc, phụ huynh lo.")
    matters.step(then(6, 15), row, "verify", by=desk.officer)


def _answered(desk: _Desk) -> None:
    """Two reports, and an answer that waits to be judged."""
    first, second = desk.heard["MT"]
    then = desk.since(first.filed_at)
    row = desk.open(then(6, 8), first, "Rác ở điểm tập kết cuối chợ để lâu, mùi bay vào khu dân cư.")
    said = "Điểm tập kết rác cuối chợ hai hôm mới thu một lần. Kiểm tra lịch thu gom, trả lời cách khắc phục."
    id = desk.refer(then(5, 9), row, "MTDT", said)
    referrals.accept(then(5, 14), desk.referral(id), BY_LINK)
    then = desk.since(second.filed_at)
    desk.join(then(3, 8), row, second)
    late = then(1, 15)
    reply = Reply(
        "Đi xem điểm tập kết cùng tổ trưởng tổ 4, xem nhật ký xe.",
        "Xe thu gom hỏng nên hai ngày mới thu một lần; từ tuần này đã có xe thay.",
        "Thu gom mỗi ngày một lần trước 6 giờ, phun khử mùi thứ hai và thứ năm.",
        "founded",
        late.today + timedelta(days=9),
    )
    referrals.hand_in(late, desk.referral(id), BY_LINK, reply)


def _fresh(desk: _Desk) -> None:
    """Put to a unit the day before: a visitor can be the unit."""
    [report] = desk.heard["AN"]
    then = desk.since(report.filed_at)
    row = desk.open(
        then(1, 8), report, "Đoạn đường sau nhà văn hóa thiếu đèn, người đi tập tối không yên tâm."
    )
    desk.refer(then(1, 9), row, "DL", "Đoạn đường sau nhà văn hóa thiếu đèn. Kiểm tra, lắp bổ sung.")


def _caught_up(desk: _Desk) -> None:
    """What was due until this morning was told then: nothing of it rings as soon as the sample begins."""
    post = desk.since(desk.now - timedelta(days=30))(0, 7)
    if desk.rules.manners(post.now).allow_work(post.now):
        referrals.remind(post, desk.rules)
        answers.ask_again(post, desk.rules)
