"""What the desk promises, whoever presses what at whichever process: DESIGN §4.9, DOMAIN §11.3, §11.5."""

from __future__ import annotations

from office import answers, closing, matters
from office.rules import Rules
from storage import matters as rows
from tests.house import House, house
from tests.web.console.dealing import (
    FOUND,
    answered,
    body,
    do,
    matter_of,
    opened,
    referral_of,
    referred,
    told,
)
from tests.web.console.filing import file
from tests.web.console.seats import Seat, seated

RESULT = "Đã gom rác, xe gom đến hai lần mỗi ngày từ 21/11"


def close(home: House, desk: Seat, id: int) -> bool:
    """A coordinator ends a matter."""
    return do(
        home,
        desk.person,
        lambda post, who: closing.close(post, Rules(), who, rows.find(post.connection, id), RESULT),
    )


# -- the end of a matter is its end --------------------------------------------------------------------------


async def test_an_answer_is_not_judged_once_its_matter_is_closed(database_url):
    async with (
        house(database_url) as home,
        seated(home, "collaborator") as reporter,
        seated(home, "coordinator") as desk,
    ):
        id = opened(home, desk, report=file(home, "Rác ở chợ bốc mùi", person_id=reporter.person))
        referral = referred(home, desk, id, body(home))
        answer, rules = answered(home, desk, referral), home.app.desk_rules
        assert close(home, desk, id)
        owed = len(told(home))

        def judged(post, who):
            one = answers.in_hand(post.connection, who, answer)
            return (
                answers.approve(post, rules, who, one, FOUND),
                answers.send_back(post, rules, who, one, "Chưa có ảnh"),
            )

        assert do(home, desk.person, judged) == (False, False), "nobody is told that it was sent on"
        assert len(told(home)) == owed
        assert (referral_of(home, referral).state, referral_of(home, referral).next_at) == ("revoked", None)
        assert f"/ban/tra-loi/{answer}/" not in await desk.open(f"/ban/van-de/{id}")
        again = do(
            home,
            desk.person,
            lambda post, who: matters.reopen(post, matter_of(home, id), by=who.person_id, why="x"),
        )
        assert again
        assert f"/ban/tra-loi/{answer}/" in await desk.open(f"/ban/van-de/{id}")
