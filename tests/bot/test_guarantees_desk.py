"""What the desk promises, whoever presses what at whichever process: DESIGN §4.9, DOMAIN §11.3, §11.5."""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from typing import Any, TypeAlias

import pytest
from sqlalchemy import Connection, select

from bot.matter_acts import MatterActs
from bot.matter_buttons import MatterButtons
from domain import desk_orders as orders
from domain.referrals import WAITING, Reply
from messages import catalogue
from office import (
    alerting,
    answers,
    closing,
    desk_facts,
    directives,
    inquiries,
    matters,
    referrals,
    reporting,
    tasks,
)
from office.post import Post
from office.rules import Rules
from storage import feedback, people
from storage import matters as rows
from storage.database import Database
from storage.tables import alert, matter, outbox, referral, unit
from tests.house import House, MovableClock, house
from tests.web.console.dealing import (
    FOUND,
    answered,
    body,
    do,
    matter_of,
    opened,
    referral_of,
    referred,
    seen,
    story,
    told,
)
from tests.web.console.filing import file
from tests.web.console.seats import Seat, seated


@dataclass(frozen=True, slots=True)
class Sealed:
    """A matter with a sealed report of the house's unit. `own` coordinates there, `upper` above, `both` at
    both; `leader` leads the unit above."""

    home: House
    id: int
    report: int
    own: Seat
    upper: Seat
    both: Seat
    leader: Seat


def above(home: House) -> int:
    """The unit above the house's."""
    parent = select(unit.c.parent_id).where(unit.c.id == home.unit_id)
    return int(home.database.read(lambda c: c.execute(parent).scalar_one()))


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


async def test_an_urgent_report_that_is_not_dealt_with_climbs_no_further(database_url):
    clock = MovableClock()
    async with (
        house(database_url, now=clock) as home,
        seated(home, "collaborator") as reporter,
        seated(home, "coordinator") as desk,
    ):
        lane = f"web:main:p{reporter.person}"

        def file_it(post, who):
            member = people.members_at(post.connection, [lane])[lane]
            return reporting.file_report(
                post, member, Rules(), said="Cháy ở chợ", topic="MT", tone="aggrieved", level="urgent",
                channel="web",
            ).id  # fmt: skip

        id = do(home, reporter.person, file_it)
        page = await desk.open(f"/ban/phan-anh/{id}")
        look = re.search(r'name="seen" value="([^"]+)"', page)[1]
        await desk.post(f"/ban/phan-anh/{id}/bo", seen=look, reason="Diễn tập của phường")
        for _ in range(4):
            await home.later(clock, minutes=40)
        assert [one for one in told(home) if "chưa có người nhận" in one] == []
        assert [one.closed_at is not None for one in home.rows(alert)] == [True]


async def test_why_a_report_is_not_dealt_with_stands_with_it_and_not_in_the_trail(database_url):
    async with (
        house(database_url) as home,
        seated(home, "coordinator") as desk,
        seated(home, "administrator") as keeper,
    ):
        id = file(home, "Rác ở chợ bốc mùi")
        page = await desk.open(f"/ban/phan-anh/{id}")
        look = re.search(r'name="seen" value="([^"]+)"', page)[1]
        await desk.post(f"/ban/phan-anh/{id}/bo", seen=look, reason="Chợ đã tự dọn sáng nay")
        shown = await desk.open(f"/ban/phan-anh/{id}")
        assert "Lý do không xử lý" in shown and "Chợ đã tự dọn sáng nay" in shown
        trail = await keeper.open("/ban/nhat-ky")
        assert "PA-1" in trail and "tự dọn" not in trail


async def test_nobody_speaks_about_an_answer_there_has_not_been(database_url):
    async with (
        house(database_url) as home,
        seated(home, "collaborator") as lan,
        seated(home, "collaborator") as minh,
        seated(home, "coordinator") as desk,
    ):
        id, rules = opened(home, desk, report=file(home, "Rác", person_id=lan.person)), home.app.desk_rules
        second = file(home, "Rác nữa", person_id=minh.person)

        def reply(post, who):
            matters.join(post, who, rows.find(post.connection, id), second)
            return answers.reply(post, rules, who, rows.find(post.connection, id), TOLD)

        assert do(home, desk.person, reply)
        for round, person, clear, outcome in (
            (1, minh, True, "clear"),
            (0, lan, False, "gone"),
            (2, lan, False, "gone"),
            (99, lan, False, "gone"),
        ):
            number = id * answers.ROUNDS + round
            said = do(
                home,
                person.person,
                lambda post, who, number=number, clear=clear: answers.judge(
                    post, who.person_id, number, clear=clear
                ),
            )
            assert said == outcome, round
        assert home.database.read(lambda c: feedback.tally(c, id)) == {"clear": 1}


# -- what is sealed ----------------------------------------------------------------------------------------

RARE = "lươn khươn"


@contextlib.asynccontextmanager
async def sealed(url: str) -> AsyncIterator[Sealed]:
    """A matter raised from the ward to the unit above, into which a sealed report of that ward was put; its
    reporter was asked, and answered."""
    async with (
        house(url) as home,
        seated(home, "collaborator") as reporter,
        seated(home, "coordinator") as own,
        seated(home, "coordinator", above(home)) as upper,
        seated(home, "coordinator", above(home)) as both,
        seated(home, "leader", above(home)) as leader,
    ):
        home.database.write_now(
            lambda c: people.add_membership(
                c, person_id=both.person, unit_id=home.unit_id, role="coordinator", label=None
            )
        )
        id = opened(home, own)
        report = file(home, f"Cán bộ một cửa {RARE}", person_id=reporter.person, sealed=True)
        row = partial(matter_of, home, id)
        assert do(home, own.person, lambda post, who: matters.raise_up(post, who, row(), "Quá tầm"))
        names = [both.person, leader.person]
        assert do(home, upper.person, lambda post, who: matters.set_sensitive(post, who, row(), names))
        assert do(home, upper.person, lambda post, who: matters.join(post, who, row(), report))
        do(home, upper.person, lambda post, who: inquiries.ask(post, who, report, f"Ai {RARE}?"))
        do(home, reporter.person, lambda post, who: inquiries.answer(post, who.person_id, 1, f"Người {RARE}"))
        yield Sealed(home, id, report, own, upper, both, leader)


async def test_a_matter_of_sealed_reports_is_never_opened_to_their_own_unit(database_url):
    async with sealed(database_url) as place:
        home, id, upper = place.home, place.id, place.upper

        def opens(post, who):
            return matters.set_sensitive(post, who, matter_of(home, id), None)

        def split(post, who):
            return matters.split(post, who, matter_of(home, id), place.report)

        for _ in range(2):
            assert do(home, upper.person, opens) is False
            assert "/bo-nhay-cam" not in await upper.open(f"/ban/van-de/{id}")
            assert RARE in await upper.open(f"/ban/van-de/{id}")
            await place.own.open(f"/ban/van-de/{id}", 404)
            do(home, upper.person, split)


async def test_only_who_may_know_of_sealed_reports_is_named_in_their_matter(database_url):
    async with sealed(database_url) as place:
        home, id, upper = place.home, place.id, place.upper
        for one, status in ((upper, 200), (place.leader, 200), (place.both, 404), (place.own, 404)):
            await one.open(f"/ban/van-de/{id}", status)
        fields = {f"reader-{one.person}": "yes" for one in (place.both, place.leader)}
        await upper.post(f"/ban/van-de/{id}/nhay-cam", seen=seen(home, id), **fields)
        assert home.database.read(lambda c: rows.readers_of(c, id)) == [upper.person, place.leader.person]


async def test_what_is_sealed_is_never_put_to_its_own_unit(database_url):
    async with sealed(database_url) as place:
        home, id, upper, rules = place.home, place.id, place.upper, place.home.app.desk_rules
        body(home)
        choice = f'<option value="{home.unit_id}">'
        assert choice not in await upper.open(f"/ban/van-de/{id}")
        fields = {"unit": str(home.unit_id), "kind": "normal", "said": RARE}
        answer = await upper.post(f"/ban/van-de/{id}/chuyen", seen=seen(home, id), **fields)
        assert answer.status_code == 422
        home.database.write_now(by_chat(home, upper, orders.Refer(home.unit_id, "normal", RARE, id, None)))
        assert home.rows(referral) == []
        loose = file(home, f"Cán bộ {RARE} nữa", sealed=True)
        for about in ({"matter": id}, {"hand": loose}):
            known = do(
                home,
                upper.person,
                lambda post, who, about=about: desk_facts.facts(post, rules, who.person_id, about),
            )
            assert known.units and home.unit_id not in {one.id for one in known.units}


# -- roles ---------------------------------------------------------------------------------------------------


async def test_a_duty_officer_reads_a_matter_and_nothing_of_its_referrals_in_the_chat_either(sqlite_url):
    async with (
        house(sqlite_url) as home,
        seated(home, "coordinator") as desk,
        seated(home, "duty") as duty,
    ):
        id, rules = opened(home, desk), home.app.desk_rules
        referred(home, desk, id, body(home))
        about = {"matter": id}
        for one, is_read in ((desk, True), (duty, False)):
            known = do(
                home, one.person, lambda post, who: desk_facts.facts(post, rules, who.person_id, about)
            ).matter
            lines = [getattr(line, "id", "") for line in known.lines]
            assert (bool(known.referrals), "m-referral" in lines) == (is_read, is_read)


async def test_work_out_of_a_sensitive_matter_is_told_to_those_named_and_to_whose_it_is(database_url):
    clock = MovableClock()
    async with (
        house(database_url, now=clock) as home,
        seated(home, "coordinator") as desk,
        seated(home, "coordinator") as other,
        seated(home, "duty") as owner,
    ):
        rules, rare = home.app.desk_rules, "Chuyện riêng của một hộ"
        id = opened(home, desk, sensitive=True)

        def give(post, who):
            row = rows.find(post.connection, id)
            directives.give_task(post, rules, who, row, said=rare, owner=owner.person, due_on=post.today)

        do(home, desk.person, give)
        listed = [
            do(home, one.person, lambda post, who: tasks.facts(post, who.person_id, {"task": 1}))
            for one in (desk, other, owner)
        ]
        assert [bool(one.unit) for one in listed] == [True, False, False]
        assert [one.one is not None for one in listed] == [True, False, True]
        for _ in range(5):
            await home.later(clock, days=1)
        assert do(
            home,
            owner.person,
            lambda post, who: tasks.finish(post, who, tasks.in_hand(post.connection, who, 1), "Xong"),
        )
        heard = {one.lane for one in home.rows(outbox) if rare in one.body["text"]}
        assert heard == {f"web:main:p{one.person}" for one in (desk, owner)}


def resigns(home: House, seat: Seat) -> None:
    """Somebody serves no more, and goes on as a collaborator."""
    now = home.app.now()

    def work(connection: Connection) -> None:
        people.end_memberships(connection, seat.person, now)
        people.add_membership(
            connection, person_id=seat.person, unit_id=home.unit_id, role="collaborator", label=None
        )

    home.database.write_now(work)


def heard(home: House, words: str) -> set[int]:
    """Who was told something."""
    lanes = [one.lane for one in home.rows(outbox) if words in str(one.body)]
    return {int(lane.rpartition("p")[2]) for lane in lanes}


async def test_what_a_reporter_answers_is_for_who_may_read_it_now(database_url):
    async with (
        house(database_url) as home,
        seated(home, "collaborator") as reporter,
        seated(home, "coordinator") as asking,
        seated(home, "coordinator") as other,
    ):
        report = file(home, "Rác ở chợ", person_id=reporter.person)
        do(home, asking.person, lambda post, who: inquiries.ask(post, who, report, "Ở tổ mấy?"))
        for said, told in (("ở tổ bốn", asking), ("ở tổ năm", other)):
            do(
                home,
                reporter.person,
                lambda post, who, said=said: inquiries.answer(post, who.person_id, 1, said),
            )
            assert heard(home, said) == {told.person}
            resigns(home, asking)


async def test_what_is_added_to_an_urgent_report_is_for_who_may_read_it_now(database_url):
    async with (
        house(database_url) as home,
        seated(home, "collaborator") as reporter,
        seated(home, "duty") as first,
        seated(home, "duty") as second,
    ):
        lane, rules = f"web:main:p{reporter.person}", Rules()

        def member(post):
            return people.members_at(post.connection, [lane])[lane]

        def file_it(post, who):
            return reporting.file_report(
                post, member(post), rules, said="Cháy", topic="MT", tone="aggrieved", level="urgent",
                channel="web",
            ).id  # fmt: skip

        def add(said):
            do(
                home,
                reporter.person,
                lambda post, who: reporting.add_to_report(post, member(post), report_id=id, said=said),
            )

        id = do(home, reporter.person, file_it)
        assert (
            do(home, first.person, lambda post, who: alerting.claim(post, 1, who.person_id, rules)) == "won"
        )
        add("lan sang nhà bên")
        assert heard(home, "lan sang") == {first.person}
        resigns(home, first)
        add("đã tắt một nửa")
        assert heard(home, "đã tắt") == {second.person}
        assert do(home, first.person, lambda post, who: alerting.may_act(post, 1, who.person_id)) is None


async def test_a_sensitive_matter_is_not_nobodys_when_who_was_named_has_gone(database_url):
    async with (
        house(database_url) as home,
        seated(home, "coordinator") as gone,
        seated(home, "coordinator") as heir,
        seated(home, "leader") as leader,
    ):
        id = opened(home, gone, sensitive=True)
        referral = referred(home, gone, id, body(home))
        resigns(home, gone)
        await heir.open(f"/ban/van-de/{id}", 404)
        answered(home, gone, referral)
        assert heard(home, FOUND) == {heir.person}
        assert FOUND in await heir.open(f"/ban/van-de/{id}")
        for one in (gone, leader):
            assert FOUND not in (await one.http.get(f"/ban/van-de/{id}")).text
        assert matter_of(home, id).sensitive
        assert story(home, id)[-1].detail == {"readers": [gone.person, heir.person]}


# -- two who decide at one moment, each at another process --------------------------------------------------

Work: TypeAlias = Callable[[Connection], object]
TOLD = "Đã kiểm tra sáng nay, xe gom hỏng đã được thay"


def by_chat(home: House, desk: Seat, command: object) -> Work:
    """What a coordinator decided in the chat."""

    def work(connection: Connection) -> object:
        post = Post(connection, home.app.now(), pushing=("web",))
        lane = f"web:main:p{desk.person}"
        member = people.members_at(connection, [lane])[lane]
        acts: Any = MatterActs(home.app.turns.desk, post)
        acts.carry_out(None, member, None, command)
        post.owe()
        return None

    return work


def by_link(home: House, id: int) -> Work:
    """A unit hands its answer in."""
    token = home.app.desk_rules.links.to(id, 1).rpartition("/")[2]

    def work(connection: Connection) -> object:
        post = Post(connection, home.app.now(), pushing=("web",))
        row = referrals.by_link(connection, home.app.desk_rules, token, post.now, hold=True)
        if row is not None:
            referrals.hand_in(post, row, referrals.BY_LINK, Reply("", FOUND, "Gom hai lần", "founded"))
        post.owe()
        return None

    return work


class Pause:
    """Whoever comes first to an act of the office waits there until the other one has had time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, act: str) -> None:
        module, name = act.split(".")
        place = {"closing": closing, "referrals": referrals, "answers": answers, "rows": rows}[module]
        self._real = getattr(place, name)
        self._here, self._go, self._first = threading.Event(), threading.Event(), threading.Lock()
        monkeypatch.setattr(place, name, self._held)

    def _held(self, *given: Any, **named: Any) -> Any:
        if self._first.acquire(blocking=False):
            self._here.set()
            self._go.wait(0.5)
        return self._real(*given, **named)

    def race(self, url: str, first: Work, second: Work) -> None:
        """`first` up to the act, then `second`, then both to their end, at a process each."""
        one, other = Database(url), Database(url)
        try:
            begun = one.submit(first)
            assert self._here.wait(5)
            then = other.submit(second)
            then.add_done_callback(lambda _: self._go.set())
            begun.result(10), then.result(10)
        finally:
            one.close(), other.close()


@pytest.mark.parametrize(
    ("act", "first", "second", "story_ends"),
    [
        ("closing.close", "close", "hand-in", ["close", "called-off"]),
        ("closing.close", "close", "close", ["close", "called-off"]),
        ("referrals.refer", "refer", "close", ["refer", "close", "called-off", "called-off"]),
        ("referrals.reassign", "move", "hand-in", ["refer", "reassigned", "handed-in", "answer"]),
        ("referrals.decide_more_time", "grant", "hand-in", ["more-time", "granted", "handed-in", "answer"]),
        ("answers.approve", "approve", "send-back", ["handed-in", "answer", "approved", "feed-back"]),
        ("answers.approve", "approve", "close", ["handed-in", "answer", "approved", "feed-back", "close"]),
    ],
)
async def test_of_two_at_one_moment_the_second_decides_on_what_the_first_has_left(
    postgres_url, monkeypatch, act, first, second, story_ends
):
    async with (
        house(postgres_url) as home,
        seated(home, "coordinator") as desk,
        seated(home, "coordinator") as other,
    ):
        id = opened(home, desk)
        asked, elsewhere = referred(home, desk, id, body(home)), body(home, "Đội Chiếu sáng")
        answer = answered(home, desk, asked) if act.startswith("answers") else 0
        if first == "grant":
            row = referral_of(home, asked)
            later = row.due_at.replace(month=12, day=28)
            do(home, desk.person, lambda post, who: referrals.ask_more_time(post, row, None, later, "Chờ xe"))
        ways = {
            "close": orders.CloseMatter(id, RESULT),
            "refer": orders.Refer(elsewhere, "normal", TOLD, id, None),
            "move": orders.Reassign(asked, elsewhere, "Nhầm nơi"),
            "approve": orders.ApproveAnswer(answer, TOLD),
            "send-back": orders.SendBack(answer, "Chưa có ảnh"),
        }

        def way(name: str, whose: Seat) -> Work:
            if name == "hand-in":
                return by_link(home, asked)
            return grant(home, whose, asked) if name == "grant" else by_chat(home, whose, ways[name])

        Pause(monkeypatch, act).race(postgres_url, way(first, desk), way(second, other))
        told_of = [one.act for one in story(home, id)][3:]
        assert told_of == story_ends
        ends = {one.id: (one.state, one.next_at) for one in home.rows(referral)}
        assert all(next_at is None for state, next_at in ends.values() if state not in WAITING), ends
        assert (matter_of(home, id).status == "closed") is (matter_of(home, id).closed_at is not None)
        if matter_of(home, id).status == "closed":
            assert not [state for state, _ in ends.values() if state in WAITING]


async def test_of_two_who_make_a_matter_of_one_report_one_does(postgres_url, monkeypatch):
    async with (
        house(postgres_url) as home,
        seated(home, "coordinator") as desk,
        seated(home, "coordinator") as other,
    ):
        wish = orders.OpenMatter(file(home, "Rác ở chợ"), "Rác tồn ở chợ")
        pause = Pause(monkeypatch, "rows.add")
        pause.race(postgres_url, by_chat(home, desk, wish), by_chat(home, other, wish))
        assert len(home.rows(matter)) == 1, "a matter without reports is none"


async def test_a_report_gets_into_one_matter_of_two_at_one_moment(postgres_url):
    async with house(postgres_url) as home, seated(home, "coordinator") as desk:
        ids, loose = [opened(home, desk), opened(home, desk)], file(home, "Rác nữa")
        held, go = threading.Event(), threading.Event()

        def first(connection: Connection) -> bool:
            done = rows.join(connection, ids[0], loose, home.app.now())
            held.set()
            go.wait(1)
            return done

        def second(connection: Connection) -> bool:
            return rows.join(connection, ids[1], loose, home.app.now())

        one, other = Database(postgres_url), Database(postgres_url)
        try:
            begun = one.submit(first)
            assert held.wait(5)
            then = other.submit(second)
            assert (begun.result(10), then.result(10)) == (True, False)
        finally:
            one.close(), other.close()


def grant(home: House, desk: Seat, id: int) -> Work:
    """A coordinator presses [Đồng ý] under what a unit asked for."""

    def work(connection: Connection) -> object:
        post = Post(connection, home.app.now(), pushing=("web",))
        lane = f"web:main:p{desk.person}"
        member = people.members_at(connection, [lane])[lane]
        seat: Any = SimpleNamespace(member=member, words=catalogue("vi"))
        talking: Any = SimpleNamespace(reply=lambda *_, **__: None)
        pressed = MatterButtons(talking, home.app.turns.desk, post).verbs["grant"](seat, id, None)
        post.owe()
        return pressed

    return work
