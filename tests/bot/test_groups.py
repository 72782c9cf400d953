"""Telegram groups of coordinators: who sets one, what comes there, who takes it, what is never read."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import time
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.pace import ChatPace
from office import reporting
from office.post import Post
from office.rules import Rules
from storage import people, units
from storage.outbox import OutboxRow
from storage.tables import alert, alert_group, audit, inbox, metadata, person
from tests.bot.test_alerts import CLAIM, FIRE, Scene, report, scene
from tests.bot.test_guarantees_inbox import SECRET, WEBHOOK, asked
from tests.house import House, house
from tests.loopback.faults import answers
from tests.loopback.group import SUPER, Group
from tests.loopback.pace import Limits
from tests.loopback.person import Person
from tests.loopback.telegram import TOKEN, TelegramServer

HERE = SUPER - 500
SERVES = "Từ nay tin khẩn của Phường Hoa Sen vào đây"
PRIVATE = "Mời viết riêng cho bot: https://t.me/bao_nhanh_bot"


async def group_of(ward: Scene, by: Person, id: int = HERE) -> Group:
    """A group that was made the ward's."""
    group = ward.server.group(id)
    await group.add_bot(by)
    await by.say("/nhom", group)
    await group.expects(SERVES)
    return group


@contextlib.asynccontextmanager
async def with_group(url: str, id: int = HERE) -> AsyncIterator[tuple[Scene, Group, Person, Person]]:
    """The ward, its group, a collaborator and the coordinator who made it."""
    async with scene(url) as ward:
        lan, minh = await ward.person(1), await ward.person(4, "coordinator")
        yield ward, await group_of(ward, minh, id), lan, minh


def urgent_in(group: Group) -> list[str]:
    return [message.text for message in group.bot_messages if "🔴 KHẨN" in message.text]


def buttons_in(group: Group) -> int:
    return sum(bool(message.rows) for message in group.bot_messages)


async def until(true: Callable[[], bool], within: float = 8.0) -> None:
    """Wait for what comes by itself."""
    end = time.monotonic() + within
    while not true():
        assert time.monotonic() < end, "did not come true"
        await asyncio.sleep(0.02)


# -- whose group it is -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["/nhom", "/nhom@bao_nhanh_bot", "/nhom HOASEN", "/nhom@Bao_Nhanh_Bot hoasen"]
)
async def test_a_coordinator_makes_a_group_the_units(database_url, words):
    async with scene(database_url) as ward:
        lan, minh, group = await ward.person(1), await ward.person(4, "coordinator"), ward.server.group(HERE)
        await group.add_bot(minh)
        await minh.say(words, group)
        await group.expects(SERVES)
        await report(lan)
        assert "cháy chợ Hoa Sen" in (await group.expects("🔴 KHẨN PA-1")).text
        assert [(row.act, row.object, row.actor) for row in ward.home.rows(audit) if "group" in row.act] == [
            ("group-set", f"unit {ward.home.unit_id}", "person 2")
        ]


async def test_every_update_of_a_group_delivered_twice_takes_effect_once(database_url):
    async with scene(database_url) as ward:
        lan, minh, group = await ward.person(1), await ward.person(4, "coordinator"), ward.server.group(-77)
        ward.server.updates.twice = True
        await group.add_bot(minh)
        await minh.say("/nhom", group)
        await group.expects(SERVES)
        await lan.say("/nhom", group)
        await group.expects("Chỉ điều phối viên")
        new = await group.upgrade(minh)
        await report(lan)
        await minh.tap(CLAIM, await new.expects("🔴 KHẨN PA-1"))
        await new.expects("CTV-2 nhận xử lý")
        await new.remove_bot(minh)
        await told_gone(minh)
        await ward.quiet()
        assert (len(group.bot_messages), len(new.bot_messages), gone_told(minh)) == (2, 1, 1)
        assert len([row for row in ward.home.rows(audit) if "group" in row.act]) == 1


async def test_a_reply_in_a_group_without_topics_is_answered_in_the_group(database_url):
    async with scene(database_url) as ward:
        minh, group = await ward.person(4, "coordinator"), ward.server.group(HERE)
        await group.add_bot(minh)
        said = {"chat": group.info, "from": minh.user, "message_id": 9, "date": int(time.time())}
        ward.server.updates.inject({"message": said | {"text": "/nhom", "message_thread_id": 5}}, group.id)
        assert (await group.expects(SERVES)).topic is None


async def test_in_a_forum_the_topic_it_was_typed_in_gets_the_alerts(database_url):
    async with scene(database_url) as ward:
        lan, minh = await ward.person(1), await ward.person(4, "coordinator")
        group = ward.server.group(HERE, forum=True)
        await group.add_bot(minh)
        topic = await group.open_topic(minh, "Việc khẩn")
        await minh.say("/nhom", group, topic)
        await report(lan)
        assert (await group.expects("🔴 KHẨN PA-1")).topic == topic
        await minh.say("/nhom", group)
        await group.expects(lambda message: SERVES in message.text and message.topic is None)
        await report(lan)
        assert (await group.expects("🔴 KHẨN PA-2")).topic is None


@pytest.mark.parametrize("role", ["", "collaborator", "duty", "leader"])
async def test_whoever_is_no_coordinator_is_refused_once_an_hour_and_nothing_is_kept(database_url, role):
    async with scene(database_url) as ward:
        hoa, group = ward.server.person(7), ward.server.group(HERE)
        if role:
            await ward.person(7, role)
        await group.add_bot(hoa)
        for _ in range(3):
            await hoa.say("/nhom", group)
        await group.expects("Chỉ điều phối viên")
        await ward.quiet()
        assert len(group.bot_messages) == 1
        assert not ward.home.rows(alert_group)
        ward.clock.move(minutes=61)
        await hoa.say("/nhom tắt", group)
        await group.expects(lambda _: len(group.bot_messages) == 2)


async def test_who_coordinates_several_units_is_asked_in_private(database_url):
    async with with_group(database_url) as (ward, group, lan, minh):
        other = ward.server.group(HERE - 1)
        await also_coordinates(ward, minh, "TINH")
        await other.add_bot(minh)
        await minh.say("/nhom", other)
        asked = await minh.expects("nhận tin khẩn của đơn vị nào?")
        assert asked.labels == [["Phường Hoa Sen"], ["Tỉnh Mẫu"], ["✖️ Bỏ"]]
        assert not other.bot_messages
        await minh.tap("Tỉnh Mẫu")
        await other.expects("tin khẩn của Tỉnh Mẫu vào đây")
        await minh.expects("tin khẩn của Tỉnh Mẫu vào đây")
        await minh.say("/nhom hoasen", other)
        await other.expects("Nhóm này đang nhận tin khẩn của Tỉnh Mẫu")
        await minh.say("/nhom KHONGCO", other)
        await other.expects("Mã đơn vị không đúng")
        await report(lan)
        await group.expects("🔴 KHẨN PA-1")


async def also_coordinates(ward: Scene, one: Person, code: str) -> None:
    """Make somebody of the ward a coordinator of another unit too."""

    def work(connection):
        member = people.members_at(connection, [f"telegram:{ward.server.me['id']}:{one.id}"]).popitem()[1]
        unit_id = units.find(connection, code)
        people.add_membership(
            connection, person_id=member.person_id, unit_id=unit_id, role="coordinator", label=None
        )

    await ward.home.database.write(work)


async def test_a_new_group_takes_the_place_of_the_old_one_which_is_told(database_url):
    async with with_group(database_url) as (ward, group, lan, minh):
        other = await group_of(ward, minh, HERE - 1)
        await group.expects("từ nay vào nhóm khác")
        await report(lan)
        await other.expects("🔴 KHẨN PA-1")
        await ward.quiet()
        assert not urgent_in(group)


async def test_a_group_of_another_unit_is_not_taken_from_it(database_url):
    async with with_group(database_url) as (ward, group, lan, minh):
        tinh = await ward.person(6, "coordinator", "TINH")
        await tinh.say("/nhom", group)
        await group.expects("Nhóm này đang nhận tin khẩn của Phường Hoa Sen")
        await tinh.say("/nhom tắt", group)
        await group.expects("Chỉ điều phối viên của đơn vị đang nhận tin")
        await report(lan)
        await group.expects("🔴 KHẨN PA-1")
        other = ward.server.group(HERE - 1)
        await other.add_bot(minh)
        await minh.say("/nhom TINH", other)
        await other.expects("Mã đơn vị không đúng")


@pytest.mark.parametrize("word", ["tắt", "TAT", "off"])
async def test_a_coordinator_ends_it(database_url, word):
    async with with_group(database_url) as (ward, group, lan, minh):
        await minh.say(f"/nhom@bao_nhanh_bot {word}", group)
        await group.expects("thôi nhận tin khẩn của Phường Hoa Sen")
        await minh.say("/nhom tắt", group)
        await group.expects("chưa nhận tin khẩn của đơn vị nào")
        await report(lan)
        await minh.expects("🔴 KHẨN PA-1")
        await ward.quiet()
        assert not urgent_in(group)
        assert [row.act for row in ward.home.rows(audit) if "group" in row.act] == [
            "group-set",
            "group-ended",
        ]


async def test_typed_in_private_the_command_says_where_it_belongs(database_url):
    async with scene(database_url) as ward:
        minh = await ward.person(4, "coordinator")
        await minh.say("/nhom")
        await minh.expects("gõ /nhom trong nhóm ấy")


async def test_the_group_outlives_who_made_it(database_url):
    async with with_group(database_url) as (ward, group, lan, minh):
        hoa = await ward.person(2, "duty")
        await minh.say("/xoadulieu")
        await minh.expects("XÓA HẾT")
        await minh.say("XÓA HẾT")
        await minh.expects("24")
        await ward.later(minutes=25 * 60)
        assert [row.left_at for row in ward.home.rows(person) if row.id == 2] != [None]
        await report(lan)
        await group.expects("🔴 KHẨN PA-1")
        await hoa.tap(CLAIM, group.bot_messages[-1])
        await group.expects("CTV-3 nhận xử lý")


# -- what comes there ------------------------------------------------------------------------------------


async def test_an_alert_comes_to_the_group_beside_everybodys_own_message(database_url):
    async with with_group(database_url) as (ward, group, lan, _):
        hoa = await ward.person(2, "duty")
        await report(lan)
        assert "đang báo 1 cán bộ trực" in lan.last.text
        own, shown = await hoa.expects("🔴 KHẨN PA-1"), await group.expects("🔴 KHẨN PA-1")
        assert (shown.text, shown.labels) == (own.text, own.labels)
        assert "CTV-1" not in shown.text


async def test_whoever_is_entitled_takes_it_in_the_group_and_all_see_who(database_url):
    async with with_group(database_url) as (ward, group, lan, minh):
        hoa, an = await ward.person(2, "duty"), await ward.person(5, "leader")
        await report(lan)
        shown = await group.expects("🔴 KHẨN PA-1")
        await minh.tap(CLAIM, shown)
        await group.expects("CTV-2 nhận xử lý lúc 09:00")
        await hoa.expects("CTV-2 nhận xử lý lúc 09:00")
        assert "CTV-2" not in (await lan.expects("PA-1: cán bộ trực nhận xử lý")).text
        assert len(urgent_in(group)) == 1
        assert not buttons_in(group)
        await an.tap_stale("x.claim.1", shown)
        await minh.tap_stale("x.claim.1", shown)
        await alerted(an, "Đã có người khác nhận việc này.")
        await alerted(minh, "Việc này đã nhận rồi.")


async def alerted(one: Person, words: str) -> None:
    """Their phone shows these words at once, and they have to be tapped away."""
    await until(lambda: any(words in told for told in one.alerts))


async def test_a_stranger_or_collaborator_takes_nothing_and_is_told_why(database_url):
    async with with_group(database_url) as (ward, group, lan, _):
        stranger, tinh = ward.server.person(99), await ward.person(6, "duty", "TINH")
        await report(lan)
        shown = await group.expects("🔴 KHẨN PA-1")
        for one, why in (
            (stranger, "Chỉ cán bộ trực, điều phối viên, lãnh đạo"),
            (lan, "không thuộc phần việc được giao"),
            (tinh, "không thuộc phần việc được giao"),
        ):
            await one.tap(CLAIM, shown)
            await alerted(one, why)
        await ward.quiet()
        assert shown.rows
        assert not stranger.screen
        assert ward.home.database.read(lambda c: c.execute(select(alert.c.claimed_by)).scalar_one()) is None
        assert ward.server.spinning(stranger) == 0


async def test_a_forged_button_does_nothing_in_a_group(database_url):
    async with with_group(database_url) as (ward, group, lan, minh):
        await report(lan)
        shown = await group.expects("🔴 KHẨN PA-1")
        for data in ("x.claim.zz", "x.cmd.baocao", "x.undo.1", "t.1.card.0.send", "rubbish", "x.claim."):
            minh.alerts.clear()
            await minh.tap_stale(data, shown)
            await alerted(minh, "")
        await ward.quiet()
        assert shown.rows
        assert len(group.bot_messages) == 2


async def test_an_alert_nobody_takes_is_repeated_with_one_button_in_the_group(database_url):
    async with with_group(database_url) as (ward, group, lan, minh):
        await report(lan)
        await group.expects("🔴 KHẨN PA-1")
        for number, minutes in enumerate((10, 20, 30), 2):
            await ward.later(minutes)
            assert "chưa có người nhận" in urgent_in(group)[-1]
            assert len(urgent_in(group)) == number
            assert buttons_in(group) == 1
        await minh.tap(CLAIM, group.bot_messages[-1])
        await group.expects("CTV-2 nhận xử lý lúc 10:00")
        assert not buttons_in(group)
        await ward.later(60)
        assert len(urgent_in(group)) == 4


async def test_changes_additions_and_withdrawal_are_seen_in_the_group(database_url):
    async with with_group(database_url) as (ward, group, lan, _):
        said = await lan.say(FIRE)
        await lan.expects("CHƯA GỬI")
        await lan.tap("Bức xúc")
        await lan.tap("Gửi khẩn")
        await group.expects("🔴 KHẨN")
        await lan.edit(said, "KHẨN cháy kho xăng cạnh chợ Hoa Sen")
        shown = await group.expects("người báo đã sửa")
        assert shown.labels == [["🙋 Tôi nhận xử lý"]]
        await lan.tap("Thu hồi")
        await group.expects("PA-1 đã được người báo thu hồi")
        await ward.later(60)
        assert not urgent_in(group)


# -- what is never read ----------------------------------------------------------------------------------


async def test_what_people_say_in_the_group_reaches_no_table(database_url):
    async with with_group(database_url) as (ward, group, lan, minh):
        group.bot_is_admin = True
        stored = len(ward.home.rows(inbox))
        secret = "Khoát nói chợ Hoa Sen sắp bán"
        await minh.say(secret, group)
        await lan.say(f"KHẨN {secret}", group)
        await lan.send_photo(b"\xff\xd8picture", secret, chat=group)
        await lan.say(f"/baocao@khac_bot {secret}", group)
        await lan.edit(await lan.say(secret, group), f"/nhom {secret}")
        await lan.say(f"/baocao {secret}", group)
        await lan.say(f"@bao_nhanh_bot {secret}", group)
        await minh.say(f"/nhom {secret}", group)
        await group.expects(PRIVATE)
        await group.expects("Mã đơn vị không đúng")
        await ward.quiet()
        assert len(ward.home.rows(inbox)) == stored + 3, "two calls of the bot, one command"
        assert "sắp bán" not in everything(ward)
        assert not ward.home.reports()


def everything(ward: Scene) -> str:
    """Every row of every table."""
    return ward.home.database.read(
        lambda c: "\n".join(str(c.execute(select(one)).all()) for one in metadata.sorted_tables)
    )


async def test_words_whose_turn_has_to_wait_are_not_kept_either(database_url, monkeypatch):
    async with with_group(database_url) as (ward, group, lan, minh):
        monkeypatch.setattr("bot.groups.Groups.hear", None)
        await lan.say("/baocao Khoát nói chợ Hoa Sen sắp bán", group)
        await minh.say("/nhom Khoát nói chợ Hoa Sen sắp bán", group)
        await until(lambda: [row.state for row in ward.home.rows(inbox)].count("parked") == 2)
        assert "sắp bán" not in everything(ward)
        assert "nói chợ" not in everything(ward)


async def test_whoever_calls_the_bot_in_a_group_is_asked_once_an_hour_to_write_in_private(database_url):
    async with with_group(database_url) as (ward, group, lan, _):
        await lan.say("/baocao rác ba ngày chưa dọn", group)
        await group.expects(PRIVATE)
        await lan.say("hỏi @bao_nhanh_bot cái này", group)
        await lan.say("/khan@bao_nhanh_bot cháy", group)
        await ward.quiet()
        assert len(group.bot_messages) == 2
        assert not lan.last.text.startswith("CHƯA GỬI")
        ward.clock.move(minutes=61)
        await lan.say("/baocao rác", group)
        await group.expects(lambda _: len(group.bot_messages) == 3)


# -- the group moves, or is gone -------------------------------------------------------------------------


@pytest.mark.parametrize("told", [True, False], ids=["by a service message", "by the answer to a send"])
async def test_a_group_that_becomes_a_supergroup_loses_nothing(database_url, told):
    async with with_group(database_url, -77) as (ward, group, lan, minh):
        hoa = await ward.person(2, "duty")
        await report(lan)
        first = await group.expects("🔴 KHẨN PA-1")
        new = await group.upgrade(minh, told=told)
        if told:
            await until(lambda: [row.chat for row in ward.home.rows(alert_group)] == [str(new.id)])
        while len(new.messages) < first.message_id - 1:
            await minh.say("chuyện khác", new)
        await report(lan)
        assert (await new.expects("🔴 KHẨN PA-2")).message_id == first.message_id
        await hoa.tap(CLAIM, await hoa.expects("🔴 KHẨN PA-1"))
        await new.expects(lambda message: "PA-1" in message.text and "CTV-3 nhận xử lý" in message.text)
        await ward.quiet()
        assert [row.chat for row in ward.home.rows(alert_group)] == [str(new.id)]
        assert buttons_in(new) == 1, "the other alert was not written over"
        await minh.tap(CLAIM, await new.expects("🔴 KHẨN PA-2"))
        await new.expects(lambda message: "PA-2" in message.text and "CTV-2 nhận xử lý" in message.text)


async def test_what_waited_while_the_group_moved_comes_there(database_url):
    async with with_group(database_url, -77) as (ward, group, lan, minh):
        ward.server.faults.plan("sendMessage", answers(500), times=None, chat_id=group.id)
        for _ in range(3):
            await report(lan)
        new = await group.upgrade(minh, told=False)
        ward.server.faults.heal()
        ward.clock.move(minutes=2)
        for number in (1, 2, 3):
            await new.expects(f"🔴 KHẨN PA-{number}")
        await ward.quiet()
        assert len(urgent_in(new)) == 3


async def put_out(group: Group, by: Person) -> None:
    await group.remove_bot(by)


async def put_out_and_banned(group: Group, by: Person) -> None:
    await group.remove_bot(by)
    await group.remove_bot(by)


async def put_out_unseen(group: Group, by: Person) -> None:
    group.closed = "bot was kicked from the supergroup chat"


async def delete(group: Group, by: Person) -> None:
    await group.delete()


async def close_topic(group: Group, by: Person) -> None:
    await group.close_topic(min(group.topics))


async def delete_topic(group: Group, by: Person) -> None:
    await group.delete_topic(min(group.topics))


@pytest.mark.parametrize(
    "end", [put_out, put_out_and_banned, put_out_unseen, delete, close_topic, delete_topic]
)
async def test_a_group_that_is_gone_is_told_once_in_private_and_people_hear_as_before(database_url, end):
    async with scene(database_url) as ward:
        lan, minh, mai = (
            await ward.person(1),
            await ward.person(4, "coordinator"),
            await ward.person(5, "coordinator"),
        )
        group = ward.server.group(HERE, forum=True)
        await group.add_bot(minh)
        topic = await group.open_topic(minh, "Việc khẩn")
        await minh.say("/nhom", group, topic)
        await group.expects(SERVES)
        await end(group, minh)
        for number in (1, 2):
            ward.clock.move(seconds=30)  # those of one moment would come in one message
            await report(lan)
            for one in (minh, mai):
                await one.expects(f"🔴 KHẨN PA-{number}")
        for one in (minh, mai):
            await told_gone(one)
        await ward.later(10)
        assert all(gone_told(one) == 1 for one in (minh, mai))
        group.closed = ""
        fresh = await group.open_topic(minh, "Việc khẩn mới")
        await minh.say("/nhom", group, fresh)
        await group.expects(lambda message: SERVES in message.text and message.topic == fresh)
        await report(lan)
        assert (await group.expects("🔴 KHẨN PA-3")).topic == fresh


def gone_told(one: Person) -> int:
    return sum("không nhận được tin khẩn nữa" in message.text for message in one.screen)


async def told_gone(one: Person) -> None:
    """They read that the group is gone."""
    await until(lambda: gone_told(one) > 0)


async def test_a_closed_topic_that_is_not_the_alerts_ends_nothing(database_url):
    async with with_group(database_url) as (ward, group, lan, minh):
        group.topics[700] = "closed"
        await lan.say("/baocao rác", group, 700)
        await ward.quiet()
        assert not gone_told(minh)
        await report(lan)
        await group.expects("🔴 KHẨN PA-1")


async def test_in_webhook_mode_groups_are_served_alike_and_a_press_is_answered_in_the_answer(database_url):
    async with TelegramServer() as server:
        lan, minh, group = server.person(1), server.person(4), server.group(HERE)
        await group.add_bot(minh)
        async with house(database_url, server, **WEBHOOK) as home:
            await home.member(lan)
            await home.member(minh, "coordinator")
            updates = Updates(home, server.token)
            said = {"chat": group.info, "message_id": 9, "date": int(time.time())}
            await updates.post({"message": said | {"from": minh.user, "text": "/nhom@bao_nhanh_bot"}})
            await group.expects(SERVES)
            home.app.outbox.take(await home.database.write(lambda c: raise_one(home, c)))
            shown = await group.expects("🔴 KHẨN PA-1")
            tap = {"chat_instance": "1", "data": shown.rows[0][0]["callback_data"], "message": shown.json()}
            answer = await updates.post({"callback_query": tap | {"id": "70", "from": lan.user}})
            assert answer["method"] == "answerCallbackQuery"
            assert (answer["callback_query_id"], answer["show_alert"]) == ("70", True)
            assert "không thuộc phần việc được giao" in answer["text"]
            answer = await updates.post({"callback_query": tap | {"id": "71", "from": minh.user}})
            assert answer == {"method": "answerCallbackQuery", "callback_query_id": "71"}
            await group.expects("CTV-2 nhận xử lý")


class Updates:
    """Posts updates as Telegram's webhook does; gives what was answered."""

    def __init__(self, home: House, token: str) -> None:
        self._home = home
        self._bot = token.partition(":")[0]
        self._numbers = itertools.count(1)

    async def post(self, update: dict[str, Any]) -> dict[str, Any]:
        async with asked(self._home) as client:
            answer = await client.post(
                f"/telegram/{self._bot}",
                json={"update_id": next(self._numbers), **update},
                headers={"X-Telegram-Bot-Api-Secret-Token": SECRET},
            )
        assert answer.status_code == 200
        return dict(answer.json())


def raise_one(home: House, connection: Connection) -> list[OutboxRow]:
    """The collaborator's urgent report, as the office files it; gives what is to be sent because of it."""
    member = people.members_at(connection, [f"telegram:{TOKEN.partition(':')[0]}:1"]).popitem()[1]
    post = Post(connection, home.app.now(), home.app.me)
    reporting.file_report(
        post,
        member,
        Rules(gather=timedelta()),
        said=FIRE,
        topic="TT",
        tone="aggrieved",
        level="urgent",
        channel="telegram",
    )  # fmt: skip
    post.owe()
    return post.held


# -- twenty a minute ------------------------------------------------------------------------------------


class Clock:
    """Stands in for asyncio: whoever sleeps finds the time gone by."""

    now = 0.0

    def get_running_loop(self) -> Clock:
        return self

    def time(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.mark.parametrize("most", [2, 20, 60])
async def test_no_minute_has_more_messages_than_a_group_may_get(monkeypatch, most):
    clock, pace, sent = Clock(), ChatPace.of_minute(most), []
    monkeypatch.setattr("bot.pace.asyncio", clock)
    for _ in range(3 * most):
        await pace.turn("telegram:7:-1")
        sent.append(clock.now)
    assert max(sum(start <= at < start + 60 for at in sent) for start in sent) <= most
    assert sent[-1] <= 5 * 60, "nor does it wait much longer than it has to"


async def test_messages_to_a_group_are_paced_and_its_people_are_not(sqlite_url):
    async with (
        TelegramServer(limits=Limits()) as server,
        house(sqlite_url, server, rate_per_group=20, alerts={"gather_seconds": 0}) as home,
    ):
        lan, minh, hoa = server.person(1), server.person(4), server.person(5)
        await home.member(lan)
        await home.member(minh, "coordinator")
        await home.member(hoa, "duty")
        group = server.group(HERE)
        await group.add_bot(minh)
        await minh.say("/nhom", group)
        await group.expects(SERVES)
        began = time.monotonic()
        for _ in range(6):
            home.app.outbox.take(await home.database.write(lambda c: raise_one(home, c)))
        await hoa.expects("🔴 KHẨN PA-6", within=2)
        assert len(urgent_in(group)) == 4, "with the answer to /nhom five at once"
        await group.expects("🔴 KHẨN PA-5", within=6)
        assert time.monotonic() - began > 3
        assert all(called.ok for called in server.calls if called.method == "sendMessage")
