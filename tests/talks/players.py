"""Golden talks on real channels: the whole machine plays, only the person is made up.

Storage writes the open talk down and reads it again between every two messages. Names and numbers of
`tests.talks.starts` are put into those of the real house; what the machine does not know is left out by name.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Connection, insert, select

from bot.acts import Acts
from bot.answer import Answer
from bot.chat import TerminalChat
from bot.seat import OpenTalk, Seat
from domain.audience import Audience
from domain.calendar import vietnam
from domain.referrals import Reply
from domain.reminding import Manners
from domain.text import fold
from office import access, matters, referrals
from office.desk_rules import DeskRules, UnitLinks
from office.post import Post
from storage import (
    focus,
    meetings,
    mutes,
    obligations,
    people,
    periods,
    polls,
    programmes,
    reports,
    shifts,
    talks,
    tasks,
)  # fmt: skip
from storage import matters as matter_rows
from storage.tables import alert, mailing, mailing_copy, period, person, unit
from tests.browser import Browser
from tests.house import House
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer
from tests.loopback.zalo import ZaloPerson, ZaloServer
from tests.talks.script import Script, Step
from tests.talks.starts import FINDING, MUTED, NOW, POLL, ROTA, SHIFTS, WASTE

NAMES = {
    "Phường Bình An": "Phường Hoa Sen",
    "Ban Xây dựng Đảng": "Bà Đầu Mối",
    "Ban Tiếp công dân": "nơi tiếp công dân",
    "Tháng 11/2026": "năm 2026",
    "2026-11": "2026",
    "2026-1": "1",
    "binh-an": "HOASEN",
}
ABROAD = "ngoài Việt Nam"
EARLY = "in the period of a test house it is never early for a nil report"
PASSED_OVER = {
    "nil-too-early": EARLY,
    "nil-too-early-by-words": EARLY,
    "periodic-early": EARLY,
    "period-moved": "a deadline is everybody's, also of the talks that follow",
    "period-locked": "a period that is locked is locked for the talks that follow",
    "period-taken-late": "who owes in a real house has other labels",
    "period-excused": "who owes in a real house has other labels",
    "regulations-accepted": "a test house has published no regulations",
    "regulations-later": "a test house has published no regulations",
    "join-with-regulations": "a test house has published no regulations",
}


@dataclass
class Shown:
    """A message as it came: words, labels, and which are marked."""

    text: str
    labels: list[str] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)


class Listener(Acts):
    """Notes what each chat's talks decide."""

    decided: dict[str, list[object]]

    def carry_out(self, seat: Seat, talk: OpenTalk, command: object) -> Answer:
        """As always, and note it."""
        self.decided.setdefault(seat.lane, []).append(command)
        return super().carry_out(seat, talk, command)


def listen(home: House) -> dict[str, list[object]]:
    """What talks decide from now on, by lane."""
    decided: dict[str, list[object]] = {}
    listener = type("Listening", (Listener,), {"decided": decided})
    home.app.turns.acts = listener
    return decided


class Player(Protocol):
    """One person at one channel."""

    numbered: bool
    abroad: bool
    lane: str

    async def say(self, text: str) -> list[Shown]:
        """Type; gives what came."""
        ...

    async def tap(self, label: str, old: bool, times: int) -> list[Shown]:
        """Press the newest (or oldest) drawing's button; gives what came."""
        ...

    async def photo(self, caption: str) -> list[Shown]:
        """Send a picture; gives what came."""
        ...


@dataclass
class OnTelegram:
    """Somebody with Telegram."""

    server: TelegramServer
    home: House
    person: Person
    picture: bytes
    numbered: bool = False
    abroad: bool = True

    @property
    def lane(self) -> str:
        """The private chat."""
        return f"telegram:{self.server.token.partition(':')[0]}:{self.person.id}"

    async def say(self, text: str) -> list[Shown]:
        return await self._after(lambda: self.person.say(text))

    async def photo(self, caption: str) -> list[Shown]:
        return await self._after(lambda: self.person.send_photo(self.picture, caption))

    async def tap(self, label: str, old: bool, times: int) -> list[Shown]:
        drawn = [button["callback_data"] for button in self._drawn() if _plain(button["text"]) == label]
        assert drawn, f"no button {label!r}:\n{self.person.show()}"

        async def act() -> None:
            for _ in range(times):
                await self.person.tap_stale(drawn[0 if old else -1], self._bearing(drawn))

        return await self._after(act)

    def _drawn(self) -> list[dict[str, Any]]:
        """Every button ever drawn in this chat, in order."""
        given = [call.given for call in self.server.calls if call.ok]
        mine = [one for one in given if str(one.get("chat_id")) == str(self.person.id)]
        markups = [one["reply_markup"] for one in mine if isinstance(one.get("reply_markup"), dict)]
        return [button for one in markups for row in one["inline_keyboard"] for button in row]

    def _bearing(self, drawn: list[str]) -> Any:
        for message in self.person.chat.newest():
            if any(button.get("callback_data") in drawn for row in message.rows for button in row):
                return message
        return self.person.last

    async def _after(self, act: Callable[[], Any]) -> list[Shown]:
        before = max((one.tick for one in self.person.screen if one.by_bot), default=0)
        await act()
        await self.home.quiet()
        return [
            _shown(one.text, [button["text"] for row in one.rows for button in row])
            for one in sorted(self.person.screen, key=lambda one: one.tick)
            if one.by_bot and one.tick > before
        ]


@dataclass
class OnTheWeb:
    """Somebody with a browser."""

    page: Browser
    lane: str
    picture: bytes
    numbered: bool = False
    abroad: bool = False
    log: list[dict[str, Any]] = field(default_factory=list)

    async def say(self, text: str) -> list[Shown]:
        await self.page.say(text)
        return self._came()

    async def photo(self, caption: str) -> list[Shown]:
        assert (await self.page.send(self.picture, caption=caption)).status_code == 200
        return self._came()

    async def tap(self, label: str, old: bool, times: int) -> list[Shown]:
        drawn = [
            (button["data"], one["edits"] or one["n"])
            for one in self.log
            for row in one["rows"]
            for button in row
            if button["label"] == label
        ]
        assert drawn, f"no button {label!r}:\n{self.page.show()}"
        data, message = drawn[0 if old else -1]
        for _ in range(times):
            assert (await self.page.post(tap=data, message=message)).status_code == 200
        await self.page.read()
        return self._came()

    def _came(self) -> list[Shown]:
        self.log += self.page.news
        return [
            Shown(
                one["text"],
                [button["label"] for row in one["rows"] for button in row],
                [button["label"] for row in one["rows"] for button in row if button["chosen"]],
            )
            for one in self.page.news
        ]


@dataclass
class InATerminal:
    """Somebody who types, and has nothing to press."""

    chat: TerminalChat
    numbered: bool = True
    abroad: bool = False
    last: str = ""

    @property
    def lane(self) -> str:
        """The terminal."""
        return self.chat.lane

    async def say(self, text: str) -> list[Shown]:
        texts = await self.chat.say(text)
        self.last = texts[-1] if texts else self.last
        return [Shown(one) for one in texts]

    async def photo(self, caption: str) -> list[Shown]:
        raise NotImplementedError

    async def tap(self, label: str, old: bool, times: int) -> list[Shown]:
        """Type the number or letter that stands before it, else the label."""
        mark = re.search(rf"(?:^|· )(\w{{1,2}})\. (?:● )?{re.escape(label)}(?= ·|$)", self.last, re.MULTILINE)
        return await self.say(mark[1] if mark else label)


BESIDE = (
    "📣", "🎯", "❓ Yêu cầu", "📈", "📬", "📨 Phiếu chuyển", "🛡", "🗓 Giấy mời", "📘 Thẻ",
)  # fmt: skip
"""What tells a coordinator how something goes that was begun is a message of its own."""


@dataclass
class OnZalo:
    """Somebody with Zalo: who types, and whose choices are numbers in one message."""

    server: ZaloServer
    home: House
    person: ZaloPerson
    picture: bytes
    numbered: bool = True
    abroad: bool = False

    @property
    def lane(self) -> str:
        """The private chat."""
        return f"zalo:{self.server.token.partition(':')[0]}:{self.person.chat_id}"

    async def say(self, text: str) -> list[Shown]:
        return await self._after(self.person.say(text))

    async def photo(self, caption: str) -> list[Shown]:
        return await self._after(self.person.send_photo(self.picture, caption))

    async def tap(self, label: str, old: bool, times: int) -> list[Shown]:
        return await self._after(self.person.tap(label))

    async def _after(self, act: Awaitable[object]) -> list[Shown]:
        before = len([one for one in self.person.screen if one.by_bot])
        await act
        await self.home.quiet()
        came = [Shown(one.text) for one in self.person.screen if one.by_bot][before:]
        answers = [one for one in came if not one.text.startswith(BESIDE)]
        assert len(answers) <= 1, f"a turn is answered by one message, not by {answers}"
        return came


def _shown(text: str, labels: list[str]) -> Shown:
    chosen = [_plain(label) for label in labels if label.startswith("● ")]
    return Shown(text, [_plain(label) for label in labels], chosen)


def _plain(label: str) -> str:
    return label.removeprefix("● ")


# -- where talks start -----------------------------------------------------------------------------------


def plays_on(script: Script, *, numbered: bool, abroad: bool, files: bool = True) -> bool:
    """Whether this talk can be played there."""
    photos = any(step.does == "photo" for step in script.steps)
    elsewhere = script.start == "stranger-abroad" and not abroad
    fits = script.plays(numbered) and (files or not photos) and not elsewhere
    return fits and script.name not in PASSED_OVER


def seat(connection: Connection, start: str, lane: str, unit_id: int, now: datetime) -> dict[str, str]:
    """Put somebody at `lane` whose case is that of `start`; gives what the talk's reports are called here."""
    if start in ("writer", "staff-of-a-team"):
        _sit_before_a_team(connection, lane, unit_id, now)
        return {}
    if start.startswith(("desk", "unit-")):
        return _sit_at_a_desk(connection, start, lane, unit_id, now)
    if start == "programmes":
        _join_programmes(connection, lane, unit_id, now)
        return {}
    if start == "focused":
        own = _unit_of_its_own(connection, unit_id)
        focus.replace_all(connection, own.period_id, [("MT", "rác ở chợ sau lễ")])
        _sit(connection, lane, own.id, now)
        return {}
    if start == "sealed":
        above = _unit_of_its_own(connection, unit_id).id
        _sit(connection, f"web:main:above-{above}", above, now, role="coordinator")
        unit_id = _unit_of_its_own(connection, above).id
    if start.startswith(("meeting", "task", "matter", "card")):
        return _sit_at_a_meeting(connection, start, lane, unit_id, now)
    if start.startswith(("rota", "poll", "mutes")):
        unit_id = _unit_of_its_own(connection, unit_id).id
    leads = start in ("coordinator", "poll-coordinator") or start.startswith("mutes")
    role = "coordinator" if leads else "collaborator"
    person_id = _sit(connection, lane, unit_id, now, role=role)
    if start == "two-channels":
        other = f"other-{person_id}"
        people.add_address(
            connection, person_id=person_id, lane=f"web:main:{other}", channel="web", bot="main", chat=other,
            now=now - timedelta(hours=1),
        )  # fmt: skip
    if start == "asked":
        _ask(connection, unit_id, person_id, now)
    if start.startswith("rota"):
        _serve(connection, start, person_id, unit_id)
    if start == "mutes-running":
        people.change_person(connection, person_id, label=MUTED.owner)
        mutes.add(
            connection, unit_id=unit_id, area_id=None, person_id=person_id, topic=MUTED.topic,
            reason=MUTED.reason, now=now, until_at=MUTED.until_at,
        )  # fmt: skip
    if start.startswith("poll"):
        _be_asked(connection, start, person_id, unit_id)
    wanted = {"english": {"lang": "en"}, "reminded": {"reminders": True}}.get(start)
    if wanted:
        people.change_person(connection, person_id, **wanted)
    common = {"unit_id": unit_id, "area_id": unit_id, "person_id": person_id, "channel": "web", "folded": ""}
    if start == "settled":
        (period_id,) = connection.execute(select(period.c.id).where(period.c.unit_id == unit_id)).scalars()
        reports.add_report(
            connection, **common, nil=True, said="", level="normal", status="sent", filed_at=now,
            editable_until_at=now, period_id=period_id,
        )  # fmt: skip
    if start not in ("reporter", "answered"):
        return {}
    names = {}
    for number, (said, more) in enumerate(
        (
            ("Bà con hỏi về việc dựng cột thu phát gần nhà thờ.", {"topic": "DT", "status": "sent"}),
            (
                "Khói từ bãi rác cháy lan vào trường học.",
                {"level": "urgent", "status": "received", "taken_at": now},
            ),
            ("Đường vào chợ ngập, bà con đi lại khó.", {"topic": "HT", "tone": "uneasy", "status": "sent"}),
        ),
        1,
    ):
        until = now + timedelta(minutes=10 if number == 3 else -1)
        id = reports.add_report(
            connection, **common | {"level": "normal", "said": said} | more,
            filed_at=now - timedelta(minutes=9 - number), editable_until_at=until,
        )  # fmt: skip
        names[f"PA-{number}"] = f"PA-{id}"
        if start == "answered" and number == 2:
            settled = {"opened_at": now, "closed_at": now, "done": "Đã dập tắt, phun nước hết khói"}
            connection.execute(insert(alert).values(report_id=id, unit_id=unit_id, **settled))
    return names


def _sit_before_a_team(connection: Connection, lane: str, unit_id: int, now: datetime) -> None:
    """Make somebody the coordinator of a unit of its own, with a team that has browsers."""
    own = _unit_of_its_own(connection, unit_id).id
    _sit(connection, lane, own, now, role="coordinator")
    for number in (1, 2):
        _sit(connection, f"web:main:{own}-{number}", own, now, label=f"Tổ dân phố {number}")


def _sit_at_a_desk(
    connection: Connection, start: str, lane: str, unit_id: int, now: datetime
) -> dict[str, str]:
    """Make somebody the coordinator of a unit of its own, which hears of something that another can answer;
    or somebody of that other one."""
    own = _unit_of_its_own(connection, unit_id).id
    values = {
        "code": f"VS{own}",
        "name": "Đội Vệ sinh",
        "type": "body",
        "parent_id": own,
        "territorial": False,
    }
    waste = connection.execute(insert(unit).values(values).returning(unit.c.id)).scalar_one()
    here = start == "unit-asked"
    boss = _sit(connection, f"web:main:boss-{own}" if here else lane, own, now, role="coordinator")
    if here:
        _sit(connection, lane, waste, now, role="unit")
    if start == "desk-empty":
        return {}
    reporter = _sit(connection, f"web:main:reporter-{own}", own, now)
    report = reports.add_report(
        connection, unit_id=own, area_id=own, person_id=reporter, channel="web", said=WASTE,
        folded=fold(WASTE), topic="MT", tone="aggrieved", level="normal", status="sent",
        filed_at=now, editable_until_at=now,
    )  # fmt: skip
    names = {"PA-1": f"PA-{report}"}
    if start == "desk":
        return names
    post, who = Post(connection, now), access.viewer(connection, boss, now.date())
    opened = matters.open_matter(post, who, [report], said=WASTE)
    assert opened is not None
    names["VD-1"] = opened.code
    if start == "desk-matter":
        return names
    manners = Manners(vietnam(range(2026, 2028)))
    rules = DeskRules(lambda now: manners, UnitLinks("a key", "http://127.0.0.1"))
    made = referrals.refer(post, rules, who, opened, waste, kind="normal", said=WASTE)
    assert made is not None
    if start == "desk-answered":
        assert not referrals.hand_in(post, made, referrals.BY_LINK, Reply("", FINDING, "", "unfounded"))
    return names | {"PC-1": made.code}


def _join_programmes(connection: Connection, lane: str, unit_id: int, now: datetime) -> None:
    """Make somebody the coordinator of two units, one in two programmes; MTTQ shares figures in one."""
    own = _unit_of_its_own(connection, unit_id).id
    person_id = _sit(connection, lane, own, now, role="coordinator")

    def body(name: str) -> int:
        values = {"code": f"{name[:4].strip()}{own}", "name": name, "type": "front", "territorial": False}
        return int(connection.execute(insert(unit).values(values).returning(unit.c.id)).scalar_one())

    other, front = body("Phường Hòa Hưng"), body("MTTQ")
    people.add_membership(connection, person_id=person_id, unit_id=other, role="coordinator", label=None)
    for name, since, parties in (
        ("Nắm bắt dư luận", date(2022, 11, 14), {own: "own", front: "counts"}),
        ("Phòng chống dịch", date(2020, 1, 1), {own: "matters"}),
    ):
        values = {"code": f"{since.year}-{own}", "name": name, "content": "", "from_on": since, "to_on": None}
        programmes.set_parties(connection, programmes.add(connection, **values, unit_id=own), parties)
    for _ in range(4):
        reports.add_report(
            connection, unit_id=front, area_id=front, person_id=None, channel="web", level="normal",
            said="Bà con hỏi lịch tiêm", folded="", topic="YT", tone="uneasy", status="sent",
            filed_at=NOW - timedelta(days=3), editable_until_at=NOW,
        )  # fmt: skip


def _sit_at_a_meeting(
    connection: Connection, start: str, lane: str, unit_id: int, now: datetime
) -> dict[str, str]:
    """Somebody with a unit and a team of their own, and the meeting or task of `tests.talks.starts`."""
    own = _unit_of_its_own(connection, unit_id).id
    roles = {"meeting-chair": "leader", "meeting-invited": "collaborator", "task": "collaborator"}
    me = _sit(connection, lane, own, now, role=roles.get(start, "coordinator"))
    for number in (1, 2):
        _sit(connection, f"web:main:m{own}-{number}", own, now, label=f"Tổ dân phố {number}")
    if start == "task":
        id = tasks.add(
            connection, unit_id=own, owner_id=me, said="Rà soát điểm rác", due_on=date(2026, 12, 4),
            state="open", made_at=now, stage=0,
        )  # fmt: skip
        return {"VC-4": f"VC-{id}"}
    if start == "matter":
        id = matter_rows.add(
            connection, unit_id=own, origin_id=own, area_id=own, topic="MT", level="normal",
            said="Rác tồn ở chợ", folded="rac ton o cho", sensitive=False, status="new", opened_at=now,
            changed_at=now,
        )  # fmt: skip
        return {"VD-6": f"VD-{id}"}
    if start not in ("meeting-none", "card"):
        _call_a_meeting(connection, start, own, me, now)
    return {}


def _call_a_meeting(connection: Connection, start: str, unit_id: int, me: int, now: datetime) -> None:
    values = {
        "unit_id": unit_id, "kind": "meeting", "body": {"title": "", "messages": {}, "attachment": None},
        "audience": Audience("team", unit_id).to_json(), "acknowledged": False, "state": "done", "total": 1,
        "made_at": now,
    }  # fmt: skip
    invited = connection.execute(insert(mailing).values(values).returning(mailing.c.id)).scalar_one()
    if start == "meeting-invited":
        connection.execute(insert(mailing_copy).values(mailing_id=invited, person_id=me, state="sent"))
    put = start == "meeting-chair"
    said = [{"said": "Rà soát điểm rác tự phát", "owner": None, "due": None}] if put else []
    meetings.add(
        connection, unit_id=unit_id, at=datetime(2026, 11, 30, 7, tzinfo=UTC), place="Hội trường",
        state="waiting" if put else "planned", made_at=now, agenda_state="none", round=int(put), stage=0,
        conclusions=said, mailing_id=invited,
    )  # fmt: skip


def _ask(connection: Connection, unit_id: int, person_id: int, now: datetime) -> None:
    """Somebody is asked out of turn."""
    due_at = datetime(2026, 11, 20, 10, tzinfo=UTC)
    id = periods.add(
        connection, unit_id, [], programme=periods.REQUEST, code=f"YC-{person_id}", name="yêu cầu",
        said="Bà con nói gì về giá thuốc?", start_at=now, end_at=due_at, due_at=due_at, cutoff_at=due_at,
    )  # fmt: skip
    asked = select(person.c.id).where(person.c.id == person_id)
    obligations.ask_of(connection, id, asked, now)


class _Own(NamedTuple):
    id: int
    period_id: int


def _unit_of_its_own(connection: Connection, unit_id: int) -> _Own:
    """A unit below the house's, with a period like its."""
    number = len(connection.execute(select(unit.c.id)).all())
    own = connection.execute(
        insert(unit)
        .values(code=f"TO{number}", name="Phường Hoa Sen", type="xa", parent_id=unit_id)
        .returning(unit.c.id)
    ).scalar_one()
    values = dict(connection.execute(select(period).limit(1)).one()._mapping) | {"unit_id": own}
    del values["id"]
    period_id = connection.execute(insert(period).values(values).returning(period.c.id)).scalar_one()
    return _Own(own, period_id)


def _be_asked(connection: Connection, start: str, person_id: int, unit_id: int) -> None:
    """A poll that is open, or the role and the team of somebody who asks."""
    if start == "poll-coordinator":
        for number in (1, 2):
            _sit(connection, f"web:main:asked-{person_id}-{number}", unit_id, NOW)
    if start == "poll-member":
        polls.add(
            connection, unit_id=unit_id, person_id=person_id, question=POLL.question, kind=POLL.kind,
            options=POLL.options, shared=False, now=NOW, closes_at=POLL.closes_at,
        )  # fmt: skip


def _serve(connection: Connection, start: str, person_id: int, unit_id: int) -> None:
    """Give the person and two others the duties of `tests.talks.starts`, and their shifts."""
    role = "coordinator" if start == "rota" else "duty"
    people.change_person(connection, person_id, label="CTV-17")
    people.add_membership(connection, person_id=person_id, unit_id=unit_id, role=role, label=None)
    others = []
    for officer in ROTA.officers:
        id = people.add_person(
            connection, unit_id=unit_id, label=officer.label, lang="vi", reminders=False, now=NOW
        )
        people.add_membership(connection, person_id=id, unit_id=unit_id, role="duty", label=None)
        lane = f"web:main:officer-{id}"
        people.add_address(
            connection, person_id=id, lane=lane, channel="web", bot="main", chat=lane[9:], now=NOW
        )
        others.append(id)
    if start == "rota-shifts":
        first, second = SHIFTS.shifts
        turns = [(person_id, first.start, first.end), (others[0], second.start, second.end)]
        shifts.add(connection, unit_id, turns)


def _sit(
    connection: Connection,
    lane: str,
    unit_id: int,
    now: datetime,
    *,
    role: str = "collaborator",
    label: str | None = None,
) -> int:
    """Make somebody a member at `lane` without a talk; gives the person's id."""
    channel, bot, chat = lane.split(":", 2)
    id = people.add_person(connection, unit_id=unit_id, label=label, lang="vi", reminders=False, now=now)
    people.add_membership(connection, person_id=id, unit_id=unit_id, role=role, label=None)
    people.add_address(connection, person_id=id, lane=lane, channel=channel, bot=bot, chat=chat, now=now)
    return id


# -- playing ---------------------------------------------------------------------------------------------


@dataclass
class Stage:
    """What a talk is played before: the database to look at, what was decided, and what names are here."""

    home: House | Any
    decided: dict[str, list[object]]
    names: dict[str, str]

    def here(self, text: str) -> str:
        """`text` in the names of this house."""
        codes = {f"\0{name}\0": there for name, there in self.names.items()}
        for name in self.names:
            text = re.sub(rf"{re.escape(name)}(?!\d)", f"\0{name}\0", text)
        for name, there in (codes | NAMES).items():
            text = text.replace(name, there)
        return text


async def play(script: Script, player: Player, stage: Stage) -> None:
    """Play a golden talk; fails with the step that went otherwise."""
    for number, one in enumerate(script.steps, 1):
        try:
            await _play(player, stage, one)
        except AssertionError as error:
            raise AssertionError(f"{script.name}, step {number} ({one.does}: {one.what}): {error}") from error


async def _play(player: Player, stage: Stage, one: Step) -> None:
    stage.decided.get(player.lane, []).clear()
    before = _open_talks(stage, player)
    what = stage.here(one.what)
    match one.does:
        case "say":
            came = await player.say(what)
        case "photo":
            came = await player.photo(what)
        case _:
            came = await player.tap(what, one.does == "tap_old", 2 if one.twice else 1)
    said = "\n".join("\n".join([message.text, *message.labels]) for message in came)
    for wanted in one.expect:
        if wanted != ABROAD or player.abroad:
            assert stage.here(wanted) in said, f"{wanted!r} not in:\n{said}"
    for unwanted in one.unexpected:
        if unwanted != ABROAD or not player.abroad:
            assert stage.here(unwanted) not in said, f"{unwanted!r} in:\n{said}"
    if one.silent:
        assert not came, said
    if one.chosen is not None and not player.numbered:
        assert tuple(came[-1].chosen) == one.chosen, came[-1]
    _check_end(one, stage, stage.decided.get(player.lane, []), gone=bool(before - _open_talks(stage, player)))


def _open_talks(stage: Stage, player: Player) -> set[int]:
    found = stage.home.database.read(lambda c: talks.open_talks(c, [player.lane]))
    return {row.id for row in found.get(player.lane, ())}


def _check_end(one: Step, stage: Stage, decided: list[object], *, gone: bool) -> None:
    if one.result is None:
        assert not decided, f"ended in {decided}"
        assert gone == one.dropped, f"{'dropped' if gone else 'goes on'}"
        return
    assert decided, "the talk goes on"
    result = decided[-1]
    assert type(result).__name__ == one.result, result
    for name, value in one.fields.items():
        found = getattr(result, name)
        if name == "invite":
            continue
        if name == "media":
            assert len(found) == len(value), found
        elif name == "report":
            assert f"PA-{found}" == stage.here(f"PA-{value}")
        else:
            wanted = stage.here(value) if isinstance(value, str) else value
            assert (list(found) if isinstance(found, tuple) else found) == wanted, f"{name} is {found!r}"
