"""Matters, referrals and answers as they lie in the database, made by the acts of the office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from sqlalchemy import Connection, insert

from domain.referrals import Reply
from office import access, matters, referrals
from office.access import Viewer
from office.post import Post
from storage import matters as rows
from storage import referrals as referral_rows
from storage.matters import EventRow, MatterRow
from storage.referrals import ReferralRow
from storage.tables import outbox, unit
from tests.house import House
from tests.web.console.filing import file
from tests.web.console.seats import Seat

T = TypeVar("T")
SAID = "Rác ở chợ tồn nhiều ngày, đề nghị kiểm tra việc thu gom"
FOUND = "Đã kiểm tra ngày 20/11: xe gom hỏng, đã điều xe dự phòng gom hết trong ngày"


def body(home: House, name: str = "Đội Vệ sinh") -> int:
    """A unit that can be asked; gives its number."""
    new = insert(unit).values(
        code=name.upper(), name=name, type="body", parent_id=home.unit_id, territorial=False
    )
    return home.database.write_now(lambda c: c.execute(new.returning(unit.c.id)).scalar_one())


def do(home: House, person: int, act: Callable[[Post, Viewer], T], **ago: float) -> T:
    """Somebody does something, `ago` before now."""

    def work(connection: Connection) -> T:
        post = Post(connection, home.app.now() - timedelta(**ago))
        done = act(post, access.viewer(connection, person, post.today))
        post.owe()
        return done

    return home.database.write_now(work)


def opened(home: House, desk: Seat, *, said: str = SAID, report: int = 0, sensitive: bool = False) -> int:
    """A matter of one report, in the hands of the desk's person; gives its number."""
    report = report or file(home, "Rác ở chợ bốc mùi mấy hôm nay", person_id=None)
    made = do(
        home,
        desk.person,
        lambda post, who: matters.open_matter(post, who, [report], said=said, sensitive=sensitive),
    )
    assert made is not None
    return made.id


def referred(home: House, desk: Seat, id: int, unit_id: int, kind: str = "normal", **ago: float) -> int:
    """Its referral to a unit; gives its number."""

    def act(post: Post, who: Viewer) -> ReferralRow | None:
        row = rows.find(post.connection, id)
        assert row is not None
        return referrals.refer(post, home.app.desk_rules, who, row, unit_id, kind=kind, said=SAID)

    made = do(home, desk.person, act, **ago)
    assert made is not None
    return made.id


def answered(home: House, desk: Seat, referral: int, found: str = FOUND, verdict: str = "founded") -> int:
    """The unit's answer; gives its number."""

    def act(post: Post, who: Viewer) -> int:
        row = referral_rows.find(post.connection, referral)
        assert row is not None
        reply = Reply("Đi xem chợ", found, "Gom mỗi ngày hai lần", verdict)
        assert referrals.hand_in(post, row, referrals.BY_LINK, reply) == ()
        return referral_rows.answers_of(post.connection, [referral])[-1].id

    return do(home, desk.person, act)


def matter_of(home: House, id: int) -> MatterRow:
    """A matter as it is now."""
    row = home.database.read(lambda c: rows.find(c, id))
    assert row is not None
    return row


def referral_of(home: House, id: int) -> ReferralRow:
    """A referral as it is now."""
    row = home.database.read(lambda c: referral_rows.find(c, id))
    assert row is not None
    return row


def story(home: House, id: int) -> list[EventRow]:
    """Everything done about a matter."""
    return home.database.read(lambda c: rows.events_of(c, id))


def seen(home: House, id: int) -> str:
    """What a form about the matter carries now."""
    return str(story(home, id)[-1].id)


def told(home: House) -> list[str]:
    """The words of everything that is owed to people, in order."""
    return [str(one.body["text"]) for one in home.rows(outbox)]
