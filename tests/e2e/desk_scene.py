"""The sample unit in the middle of its work: what its past left, and a morning more of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, select, update

from bot.app import web_key
from bot.media import MediaStore
from bot.plans import desk_rules_of, reminding_of
from domain.referrals import Reply
from office import access, answer_files, answers, inquiries, matters, referrals, signing_in
from office.post import Post
from office.sample import officer, unit_page
from storage import console, directory, people, shifts
from storage import referrals as rows
from storage.tables import answer, membership, report
from tests.bot.test_web_channel import photo
from tests.e2e.served import Served
from tests.house import settings_for
from tests.web.console.filing import add

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scene:
    """What is there: the matter to look at, a report that is in none, and the unit's page of a referral."""

    matter: int
    loose: int
    path: str


def deal(trial: Served, now: datetime) -> Scene:
    """Let the sample's coordinator have worked a morning until `now`: an answer sent back and given anew
    with a picture, a reporter asked, a shift begun."""
    settings = settings_for(f"sqlite:///{trial.folder}/none.db", trial.folder, None)
    key = trial.database.write_now(web_key)
    rules = desk_rules_of(settings, reminding_of(settings, frozenset()), key)

    def work(connection: Connection) -> Scene:
        who_id = officer(connection)
        assert who_id is not None
        who = access.viewer(connection, who_id, now.date())
        found = {row.topic: row.id for row in connection.execute(select(report.c.topic, report.c.id))}

        def at(hours: float) -> Post:
            return Post(connection, now - timedelta(hours=hours))

        waiting = connection.execute(select(answer.c.id).where(answer.c.state == "waiting")).scalar_one()
        judged = _made(answers.in_hand(connection, who, waiting))
        answers.send_back(at(3), rules, who, judged, "Nêu ngày xe thay chạy, kèm ảnh điểm tập kết.")
        matters.set_level(at(3), who, judged.matter, "urgent", "Nhiều hộ cùng nói, mùi nặng thêm")
        _answer(at(1), judged.referral.id, trial.folder)
        inquiries.ask(at(1), who, found["KT"], "Mức thuê quầy tháng này là bao nhiêu, ai thông báo?")
        shifts.add(connection, who.seats[0][0], [(who_id, now - timedelta(hours=2), now + timedelta(days=3))])
        path = _made(unit_page(connection, rules))
        return Scene(judged.matter.id, found["CS"], path)

    return trial.database.write_now(work)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed report, and the cookie of somebody of the unit above who reads it."""

    report: int
    cookie: str


def seal(trial: Served, now: datetime) -> Sealed:
    """Let somebody of the direct line have sealed a report, and a coordinator above have signed in."""

    def work(connection: Connection) -> Sealed:
        ward = access.viewer(connection, _made(officer(connection)), now.date()).seats[0][0]
        above = _made(directory.find_unit(connection, ward).parent_id)
        reader, voice = (
            people.add_person(connection, unit_id=id, label=label, lang="vi", reminders=False, now=now)
            for id, label in ((above, "Điều phối viên tỉnh mẫu"), (ward, "Cộng tác viên đơn tuyến mẫu"))
        )
        people.add_membership(connection, person_id=reader, unit_id=above, role="coordinator", label=None)
        people.add_membership(connection, person_id=voice, unit_id=ward, role="collaborator", label=None)
        own = membership.c.person_id == voice
        connection.execute(update(membership).where(own).values(direct_line=True))
        said = "Bà con nói giấy tờ ở bộ phận một cửa bị hẹn đi hẹn lại nhiều lần."
        filed = add(
            connection, ward, said, now - timedelta(hours=2), sealed=True, topic="DV", person_id=voice
        )
        token = signing_in.begin(Post(connection, now), reader).token
        console.pass_second(connection, _made(signing_in.session_of(connection, token, now)).id, now)
        return Sealed(filed, token)

    return trial.database.write_now(work)


def _made(found: T | None) -> T:
    assert found is not None
    return found


def _answer(post: Post, id: int, folder: Path) -> None:
    """What the unit answers now, with a picture."""
    row = _made(rows.find(post.connection, id))
    name = MediaStore(folder / "media").put(photo())
    answer_files.attach(post, row, name=name, media_type="image/jpeg", size=40_000)
    reply = Reply(
        "Đi xem điểm tập kết cùng tổ trưởng tổ 4, xem nhật ký xe.",
        "Xe thu gom hỏng nên hai ngày mới thu một lần; xe thay đã chạy từ thứ hai, ảnh chụp sáng nay.",
        "Thu gom mỗi ngày một lần trước 6 giờ, phun khử mùi thứ hai và thứ năm.",
        "founded",
        (post.now + timedelta(days=9)).date(),
    )
    assert referrals.hand_in(post, row, referrals.BY_LINK, reply) == ()
    post.owe()
