"""What is sealed: read by those named in the unit above, by nobody of its own. DOMAIN §1 row 32, §7."""

from __future__ import annotations

import contextlib
import io
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import delete, update

from bot.plans import plan_of
from domain.report_filter import ReportFilter
from office import attachments, campaigns, exporting, sealing
from office.periods import open_periods
from office.post import Post
from storage import (
    alerts,
    desk_lists,
    figures,
    gaps,
    meetings,
    overview,
    people,
    report_list,
    reports,
    roster_list,
    spikes,
)  # fmt: skip
from storage.report_list import Place
from storage.tables import alert, membership, obligation, outbox, period, report, unit
from tests.bot.test_alerts import CLAIM, alerts_of
from tests.bot.test_groups import HERE, SERVES
from tests.bot.test_reminders import NINTH, at
from tests.house import House, MovableClock, house, settings_for
from tests.loopback.group import Group
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer
from tests.loopback.world import Message

SEAL = "🔒 Chỉ gửi cấp trên"
RARE = "lươn khươn"
CONDUCT = f"Bà con kêu cán bộ một cửa {RARE}, hẹn đi hẹn lại giấy tờ"
BEGUN = at(26, 9, month=10)
HIDDEN_LABEL = "Tổ 9 – Cô Đơn"
TERM_ENDS = date(2026, 12, 20)


@dataclass
class Ward:
    """A ward below a province: whoever staffs both, its group, and its collaborators."""

    home: House
    server: TelegramServer
    clock: MovableClock
    above: dict[str, Person] = field(default_factory=dict)
    own: dict[str, Person] = field(default_factory=dict)
    group: Group | None = None

    async def staff(self, id: int, role: str, code: str) -> Person:
        units = {row.code: row.id for row in self.home.rows(unit)}
        return await self.home.member(self.server.person(id), role, units[code])

    async def direct(self, id: int) -> Person:
        """A collaborator of the direct line."""
        one = await self.home.member(self.server.person(id), reminders=True)
        seat = self.person_id(one)

        def seal(connection) -> None:
            connection.execute(
                update(membership)
                .where(membership.c.person_id == seat)
                .values(direct_line=True, to_on=TERM_ENDS)
            )
            people.change_person(connection, seat, label=HIDDEN_LABEL)

        self.home.database.write_now(seal)
        return one

    def person_id(self, one: Person) -> int:
        lane = f"telegram:{self.server.token.partition(':')[0]}:{one.id}"
        return self.home.database.read(lambda c: people.members_at(c, [lane]))[lane].person_id

    async def later(self, minutes: float) -> None:
        await self.home.later(self.clock, minutes=minutes)
        await self.home.quiet()

    def told(self, *chats: Person | Group) -> str:
        """Every byte the platform was given for these chats, as it was given."""
        ids = {str(one.id) for one in chats}
        return "\n".join(
            str(call.given) for call in self.server.calls if str(call.given.get("chat_id")) in ids
        )


@contextlib.asynccontextmanager
async def ward(url: str, start: datetime = NINTH) -> AsyncIterator[Ward]:
    """Everybody there is, at the middle of a working morning."""
    clock = MovableClock(start)
    async with TelegramServer() as server, house(url, server, clock) as home:
        place = Ward(home, server, clock)
        plan = plan_of(settings_for(url, home.folder, None), start)

        def lay_out(connection) -> None:
            connection.execute(delete(period))
            open_periods(connection, home.unit_id, plan, BEGUN)

        home.database.write_now(lay_out)
        for number, role in enumerate(("coordinator", "leader", "duty"), 11):
            place.above[role] = await place.staff(number, role, "TINH")
        for number, role in enumerate(("coordinator", "leader", "duty", "collaborator"), 1):
            place.own[role] = await place.staff(number, role, "HOASEN")
        place.group, boss = server.group(HERE), place.own["coordinator"]
        await place.group.add_bot(boss)
        await boss.say("/nhom", place.group)
        await place.group.expects(SERVES)
        yield place


async def sealed(lan: Person, said: str = CONDUCT, send: str = "✅ Gửi") -> Message:
    """File it for the upper level only."""
    await lan.say(said)
    await lan.expects("CHƯA GỬI")
    await lan.tap("Bức xúc")
    await lan.say("kín")
    await lan.expects(lambda shown: any(f"● {SEAL}" in str(row) for row in shown.rows))
    await lan.tap(send)
    return await lan.expects("Chỉ cấp trên xem")


def labels(shown: Message) -> list[str]:
    return [button["text"] for row in shown.rows for button in row]


# -- the card --------------------------------------------------------------------------------------------


async def test_the_row_stands_beside_the_topic_it_is_for_and_can_be_typed_beside_any(database_url):
    async with ward(database_url) as place:
        lan = await place.home.member(place.server.person(20))
        await lan.say("Bà con kêu rác ở chợ ba ngày chưa ai dọn, mùi hôi cả khu")
        shown = await lan.expects("CHƯA GỬI")
        assert SEAL not in labels(shown)
        await lan.say("dịch vụ công")
        shown = await lan.expects(lambda one: SEAL in labels(one))
        await lan.tap(SEAL, shown)
        await lan.expects(lambda one: f"● {SEAL}" in labels(one))
        await lan.say("môi trường")
        await lan.expects(
            lambda one: f"● {SEAL}" in labels(one) and any("● Môi trường" in x for x in labels(one))
        )
        await lan.tap(f"● {SEAL}")
        await lan.expects(lambda one: not any(SEAL in label for label in labels(one)))
        await lan.say("băn khoăn kín gửi")
        await lan.expects("Chỉ cấp trên xem")
        [row] = place.home.rows(report)
        assert (row.sealed, row.topic, row.tone) == (True, "MT", "uneasy")


async def test_for_the_direct_line_it_is_chosen_already_and_can_be_taken_off(database_url):
    async with ward(database_url) as place:
        lan = await place.direct(20)
        for taken_off in (False, True):
            await lan.say("Bà con kêu rác ở chợ ba ngày chưa ai dọn, mùi hôi cả khu")
            shown = await lan.expects("CHƯA GỬI")
            assert f"● {SEAL}" in labels(shown)
            if taken_off:
                await lan.tap(f"● {SEAL}", shown)
                await lan.expects(lambda one: SEAL in labels(one))
            await lan.say("bức xúc gửi")
            await lan.expects("ĐÃ GỬI")
        assert [row.sealed for row in place.home.rows(report)] == [True, False]


async def test_where_nobody_above_would_read_it_typing_it_says_so_and_loses_nothing(database_url):
    clock = MovableClock()
    async with TelegramServer() as server, house(database_url, server, clock) as home:
        lan = await home.member(server.person(20))
        await lan.say(CONDUCT)
        shown = await lan.expects("CHƯA GỬI")
        assert SEAL not in labels(shown)
        await lan.say("kín")
        await lan.expects("chưa có ai ở cấp trên")
        await lan.say("bức xúc gửi")
        await lan.expects("ĐÃ GỬI")
        [row] = home.rows(report)
        assert (row.said, row.sealed) == (CONDUCT, False)


async def test_of_the_direct_line_one_is_told_before_sending_that_nobody_above_reads(database_url):
    clock = MovableClock()
    async with TelegramServer() as server, house(database_url, server, clock) as home:
        lan = await Ward(home, server, clock).direct(20)
        await lan.say(CONDUCT)
        assert "chưa có ai ở cấp trên" in (await lan.expects("CHƯA GỬI")).text


async def test_a_tag_seals_it_and_ones_own_list_shows_the_lock(database_url):
    async with ward(database_url) as place:
        lan = await place.home.member(place.server.person(20))
        await lan.say(f"#kín #bx {CONDUCT}")
        await lan.expects("CHƯA GỬI")
        await lan.say("gửi")
        await lan.expects("Chỉ cấp trên xem")
        await lan.say("/cuatoi")
        await lan.expects("🔒 PA-1")


# -- who reads it ------------------------------------------------------------------------------------------


async def test_neither_text_nor_count_reaches_anybody_of_the_own_unit(database_url):
    async with ward(database_url) as place:
        home, group = place.home, place.group

        def begin(connection) -> None:
            campaigns.open_campaign(
                Post(connection, place.clock.now), home.unit_id, title="Một cửa", kind="policy",
                words=RARE, from_on=place.clock.now.date(), to_on=None,
            )  # fmt: skip

        home.database.write_now(begin)
        minh, lan = await home.member(place.server.person(20)), await place.direct(21)
        await place.later(1)
        await sealed(minh)
        await sealed(lan, f"KHẨN cán bộ {RARE} đòi tiền giữa chợ", "🔴 Gửi khẩn")
        await place.later(11)
        await place.later(25)
        boss = place.own["coordinator"]
        for command in (
            "/chuabao",
            "/ky",
            "/dot",
            "/truc",
            "/thongbao",
            "/trongtam",
            "/cuatoi",
            "/thamdo",
            "/vande",
            "/hop",
            "/solieu",
            "/doingu",
            "/trogiup",
        ):
            await boss.say(command)
            await home.quiet()
            await boss.say("/huy")
            await home.quiet()
        place.clock.now = at(20, 8)  # the digest of the deadline's morning
        for _ in range(4):
            await place.later(30)
        place.clock.now = at(20, 17, 30)  # and of its evening
        for _ in range(4):
            await place.later(30)

        everybody = [*place.own.values(), group]
        given = place.told(*everybody)
        assert given.count("📊 Kỳ tháng 11") > 2 and "CTV-" in given, "lists and digests came"
        for word in (RARE, "PA-1", "PA-2", "Chỉ cấp trên", HIDDEN_LABEL):
            assert word not in given, word
        # Three owed. One has reported, although he sealed it; the one of the direct line is not counted.
        assert "Đã báo 1 · không phát sinh 0 · chậm 0 · chưa báo 1 · miễn 0 (danh sách 2 người)" in given
        own = {row.lane for row in home.rows(outbox)} & {
            f"telegram:{place.server.token.partition(':')[0]}:{one.id}" for one in everybody
        }
        assert own and not [row for row in home.rows(outbox) if row.lane in own and RARE in str(row.body)]

        out = {}
        for format in ("jsonl", "csv", "xlsx"):
            for what in ("reports", "obligations"):
                file = io.BytesIO()
                home.database.read(lambda c, w=what, f=format, o=file: exporting.export(c, w, f, o))
                out[what, format] = file.getvalue()
        for content in out.values():
            assert RARE.encode() not in content and HIDDEN_LABEL.encode() not in content
        assert out["reports", "jsonl"] == b""

        def looked(connection):
            assert spikes.heard_since(connection, BEGUN, 1, 1) == []
            assert alerts.open_alerts_for(connection, home.unit_id) == []
            assert meetings.heard_between(connection, home.unit_id, BEGUN, place.clock.now) == []
            day = desk_lists.day_numbers(connection, home.unit_id, BEGUN, place.clock.now, place.clock.now)
            assert (day.new, day.urgent, day.loose) == (0, 0, 0)
            those = figures.Counted([home.unit_id], (), place.clock.now)
            assert figures.cells(connection, those, BEGUN, place.clock.now) == []
            assert overview.waiting(connection, [home.unit_id]) == overview.Waiting(0, 0)
            assert overview.by_tone(connection, those, BEGUN, place.clock.now) == {}
            assert report_list.page(connection, [home.unit_id], ReportFilter(), None, Place(), 0)[0] == []
            assert all(
                one.label != HIDDEN_LABEL for one in gaps.terms_until(connection, [home.unit_id], TERM_ENDS)
            )
            assert all(one.label != HIDDEN_LABEL for one in roster_list.seats_in(connection, home.unit_id))
            [one] = campaigns.shown(Post(connection, place.clock.now), home.unit_id)
            assert (one.before, one.during, one.after) == (0, 0, 0)

        home.database.read(looked)
        read = place.told(place.above["coordinator"])
        assert read.count(RARE) >= 2, "those above read both"


async def test_everybody_who_owes_has_reported_whoever_sealed_it(database_url):
    async with ward(database_url) as place:
        home = place.home
        minh, lan = await home.member(place.server.person(20)), await place.direct(21)
        await place.later(1)
        for one in (minh, lan):
            await sealed(one)
        states = {row.person_id: row.state for row in home.rows(obligation) if row.state != "owes"}
        assert {states[place.person_id(one)] for one in (minh, lan)} == {"reported"}


async def test_an_urgent_one_climbs_above_and_is_taken_there(database_url):
    async with ward(database_url) as place:
        hanh, leader = place.above["coordinator"], place.above["leader"]
        lan = await place.home.member(place.server.person(20))
        await sealed(lan, f"KHẨN cán bộ {RARE} đòi tiền giữa chợ", "🔴 Gửi khẩn")
        await lan.expects("đang báo 1 người ở cấp trên")
        first = await hanh.expects("🔴 KHẨN PA-1")
        assert "không chuyển về đơn vị" in first.text and "lãnh đạo cấp trên" in first.text
        assert alerts_of(leader) == []
        await place.later(11)
        assert len(alerts_of(leader)) == 1 and alerts_of(place.above["duty"]) == []
        assert not any(alerts_of(one) for one in place.own.values())
        [raised] = place.home.rows(alert)
        forged = place.own["duty"]
        await forged.tap_stale(f"x.claim.{raised.id}", forged.last)
        await forged.expects("không thuộc phần việc")
        await leader.tap(CLAIM)
        await lan.expects("cấp trên nhận xử lý")


async def test_what_its_reporter_changes_adds_and_takes_back_is_told_above(database_url):
    async with ward(database_url) as place:
        hanh = place.above["coordinator"]
        lan = await place.home.member(place.server.person(20))
        await sealed(lan)
        await hanh.expects("Phản ánh kín PA-1")
        asked = next(one for one in lan.screen if not one.by_bot and one.text == CONDUCT)
        await lan.edit(asked, CONDUCT + " đã ba tuần")
        await hanh.expects("người báo đã sửa")
        assert "đã ba tuần" in hanh.last.text
        await lan.say("/xoa")
        await lan.expects("Thu hồi")
        await lan.tap("Thu hồi")
        await hanh.expects("PA-1 đã được người báo thu hồi")
        assert RARE not in place.told(*place.own.values(), place.group)


async def test_at_night_no_phone_rings_for_what_is_not_urgent(database_url):
    async with ward(database_url, at(9, 22)) as place:
        hanh = place.above["coordinator"]
        lan = await place.home.member(place.server.person(20))
        await sealed(lan)
        await place.home.quiet()
        assert RARE not in place.told(hanh)
        place.clock.now = at(10, 8)
        await place.later(1)
        await hanh.expects("Phản ánh kín PA-1")


async def test_only_those_named_read_it_and_nobody_who_serves_the_own_unit_too(database_url):
    async with ward(database_url) as place:
        second = await place.staff(14, "coordinator", "TINH")
        both = await place.staff(15, "coordinator", "TINH")
        tinh = next(row.id for row in place.home.rows(unit) if row.code == "TINH")
        first, named, double = (place.person_id(one) for one in (place.above["coordinator"], second, both))

        def serve(connection) -> None:
            people.add_membership(
                connection, person_id=double, unit_id=place.home.unit_id, role="duty", label=None
            )

        place.home.database.write_now(serve)
        who = lambda c: sealing.readers(c, place.home.unit_id)  # noqa: E731
        assert place.home.database.read(who) == [first, named]
        now = place.clock.now
        place.home.database.write_now(lambda c: sealing.name_readers(c, tinh, [named], now))
        assert place.home.database.read(who) == [named]
        lan = await place.home.member(place.server.person(20))
        await sealed(lan)
        await second.expects("Phản ánh kín PA-1")
        assert RARE not in place.told(place.above["coordinator"], both)


async def test_its_pictures_are_for_readers_only(database_url):
    async with ward(database_url) as place:
        lan = await place.home.member(place.server.person(20))
        await sealed(lan)
        ids = {role: place.person_id(one) for role, one in place.own.items()}
        reader, reporter = place.person_id(place.above["coordinator"]), place.person_id(lan)

        def attach(connection) -> int:
            id = reports.add_attachment(
                connection, lane="telegram:1:1", channel="telegram", kind="photo", source={},
                now=place.clock.now, name="a.jpg", media_type="image/jpeg", size=1,
            )  # fmt: skip
            reports.attach(connection, [id], ["telegram:1:1"], 1)
            return id

        id = place.home.database.write_now(attach)

        def may(person_id: int) -> bool:
            shown = place.home.database.read(lambda c: attachments.shown_to(c, id, person_id=person_id))
            return shown is not None

        assert may(reader) and may(reporter)
        assert not any(may(one) for one in ids.values())


# -- the direct line on lists ----------------------------------------------------------------------------


async def test_nobody_of_the_direct_line_is_on_a_list_or_in_a_count_yet_gets_everything(database_url):
    async with ward(database_url) as place:
        boss, lan = place.own["coordinator"], await place.direct(20)
        minh = place.own["collaborator"]
        await boss.say("/thongbao")
        await boss.expects("Nội dung thông báo")
        await boss.say("Chiều mai họp tổ")
        to = await boss.expects("Gửi cho ai")
        assert any("(1)" in label or "1 người" in label for label in labels(to)), labels(to)
        await boss.tap("Tổ của đơn vị", to)
        asked = await boss.expects("xác nhận đã đọc")
        await boss.tap(next(label for label in labels(asked) if "Có" in label or "Cần" in label), asked)
        await boss.tap("✅ Gửi")
        await lan.expects("Chiều mai họp tổ")
        await minh.expects("Chiều mai họp tổ")
        for _ in range(3):
            await place.later(1)
        given = place.told(boss)
        assert "1 / 1" in given and "2 / 2" not in given and "1 / 2" not in given, boss.show()
        await boss.tap("📋 Chưa đọc")
        await boss.expects("Chưa đọc:")
        assert HIDDEN_LABEL not in place.told(boss)


async def test_the_periodic_report_of_the_direct_line_is_sealed_point_by_point(database_url):
    async with ward(database_url) as place:
        lan = await place.direct(20)
        await lan.say("/baocaoky")
        await lan.expects(lambda shown: bool(shown.rows))
        await lan.say("có")
        await place.home.quiet()
        await lan.say(CONDUCT)
        await place.home.quiet()
        await lan.say("bức xúc")
        await place.home.quiet()
        await lan.say("không")
        review = await lan.expects("chỉ Tỉnh Mẫu xem")
        await lan.tap("✅ Gửi", review)
        await lan.expects("Chỉ cấp trên xem")
        assert [row.sealed for row in place.home.rows(report)] == [True]
        assert RARE not in place.told(*place.own.values(), place.group)
        await place.above["coordinator"].expects("Phản ánh kín PA-1")
