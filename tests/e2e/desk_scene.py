"""The sample unit in the middle of its work: matters, referrals of every state, an answer to be judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, select

from bot.app import WEB_KEY
from bot.media import MediaStore
from bot.plans import desk_rules_of, reminding_of
from domain.referrals import Reply
from office import access, answer_files, answers, closing, inquiries, matters, referrals
from office.post import Post
from office.rules import Rules
from office.sample import officer
from storage import meta, shifts, units
from storage import referrals as rows
from storage.matters import MatterRow
from storage.tables import report
from tests.bot.test_web_channel import photo
from tests.e2e.served import Served
from tests.house import settings_for


@dataclass(frozen=True, slots=True)
class Scene:
    """What was made: the matter to look at, a report that is in none, and the unit's page of a referral."""

    matter: int
    loose: int
    path: str


def deal(trial: Served, now: datetime) -> Scene:
    """Let the sample's coordinator have worked for some days until `now`: something is overdue."""
    settings = settings_for(f"sqlite:///{trial.folder}/none.db", trial.folder, None)
    key = trial.database.read(lambda c: meta.get(c, WEB_KEY)) or ""
    rules = desk_rules_of(settings, reminding_of(settings, frozenset()), key)

    def work(connection: Connection) -> Scene:
        who_id = officer(connection)
        assert who_id is not None
        who = access.viewer(connection, who_id, now.date())
        own = who.seats[0][0]
        found = {row.topic: row.id for row in connection.execute(select(report.c.topic, report.c.id))}
        asked = [
            units.add(connection, code=code, name=name, type="body", parent_id=own, territorial=False)
            for code, name in (
                ("DT", "Đội Trật tự đô thị"),
                ("MT", "Công ty Môi trường đô thị"),
                ("KT", "Phòng Kinh tế, Hạ tầng và Đô thị"),
                ("DL", "Điện lực khu vực"),
            )
        ]

        def at(days: float) -> Post:
            return Post(connection, now - timedelta(days=days))

        def matter(post: Post, topic: str, said: str) -> MatterRow:
            made = matters.open_matter(post, who, [found[topic]], said=said)
            assert made is not None
            post.owe()
            return made

        def referral(post: Post, row: MatterRow, to: int, said: str, kind: str = "normal") -> int:
            made = referrals.refer(post, rules, who, row, asked[to], kind=kind, said=said)
            assert made is not None
            post.owe()
            return made.id

        market = matter(at(9), "MT", "Rác ở điểm tập kết cuối chợ để lâu, mùi bay vào khu dân cư tổ 4.")
        first = referral(
            at(9), market, 1, "Điểm tập kết rác cuối chợ hai hôm mới thu một lần. Kiểm tra lịch thu gom."
        )
        matters.set_level(at(8), who, market, "urgent", "Nhiều hộ cùng nói, mùi nặng thêm")
        _answer(at(4), first, trial.folder)
        road = matter(at(14), "HT", "Đường tổ 7 đào lên đặt ống nước ba tuần chưa lấp.")
        late = referral(
            at(13), road, 2, "Mặt đường tổ 7 chưa hoàn trả sau khi đặt ống nước. Kiểm tra, hẹn ngày."
        )
        referrals.accept(at(12), _row(connection, late), referrals.BY_LINK)
        dark = matter(at(3), "AN", "Đoạn đường sau nhà văn hóa thiếu đèn, người đi tập tối không yên tâm.")
        sent = referral(at(2), dark, 3, "Đoạn đường sau nhà văn hóa thiếu đèn. Kiểm tra, lắp bổ sung.")
        food = matter(at(2), "TP", "Quán gần cổng trường bán đồ ăn không rõ nguồn gốc, phụ huynh lo.")
        referral(at(1), food, 0, "Kiểm tra các quán bán đồ ăn gần cổng trường.", "complex")
        done = matter(at(20), "GD", "Phụ huynh băn khoăn về khoản thu tự nguyện ở trường tiểu học.")
        words = "Đã làm việc với nhà trường: khoản thu được niêm yết, ai không tự nguyện được hoàn lại."
        answers.reply(at(6), rules, who, done, words)
        closing.close(at(5), Rules(), who, done, words)
        inquiries.ask(at(1), who, found["KT"], "Mức thuê quầy tháng này là bao nhiêu, ai thông báo?")
        shifts.add(connection, own, [(who_id, now - timedelta(hours=2), now + timedelta(days=3))])
        path = rules.links.to(sent, _row(connection, sent).generation)
        return Scene(market.id, found["CS"], "/phieu/" + path.partition("/phieu/")[2])

    return trial.database.write_now(work)


def _row(connection: Connection, id: int) -> rows.ReferralRow:
    row = rows.find(connection, id)
    assert row is not None
    return row


def _answer(post: Post, id: int, folder: Path) -> None:
    """What the unit answered, with a picture."""
    name = MediaStore(folder / "media").put(photo())
    row = _row(post.connection, id)
    answer_files.attach(post, row, name=name, media_type="image/jpeg", size=40_000)
    reply = Reply(
        "Đi xem điểm tập kết cùng tổ trưởng tổ 4, xem nhật ký xe.",
        "Xe thu gom hỏng nên hai ngày mới thu một lần; từ tuần này đã có xe thay.",
        "Thu gom mỗi ngày một lần trước 6 giờ, phun khử mùi thứ hai và thứ năm.",
        "founded",
        (post.now + timedelta(days=9)).date(),
    )
    assert referrals.hand_in(post, row, referrals.BY_LINK, reply) == ()
    post.owe()
