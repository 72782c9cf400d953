"""What is owed to a person reaches another of their addresses when one takes nothing (DESIGN §4.3, §5)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.telegram import TelegramChannel
from storage import people
from storage.outbox import ALERT, BULK, REMINDER, REPLY, Owed, enqueue, readdress
from storage.tables import address, outbox
from tests.bot.addresses import lane_of, message, owe, page_of, person_id
from tests.bot.flows import filed
from tests.bot.test_guarantees_inbox import until
from tests.house import house
from tests.loopback.faults import answers
from tests.loopback.telegram import TelegramServer

BLOCKED = "bot was blocked by the user"


async def test_what_waits_for_somebody_who_blocked_us_goes_to_the_other_address(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        there = lane_of(home, lan)
        async with page_of(home, person_id(home, lan)) as (page, here):
            await page.read()
            lan.chat.closed = BLOCKED
            ids = [
                *owe(home, there, ALERT, "việc gấp"),
                *owe(home, there, REMINDER, "việc cần nhắc"),
                *owe(home, there, BULK, "việc chung"),
            ]
            await home.quiet()
            rows = [message(home, id) for id in ids]
            assert [(row.state, row.lane, row.channel) for row in rows] == [("sent", here, "web")] * 3
            assert [[lane, why] for row in rows for lane, why, _ in row.tried] == [[there, "unreachable"]] * 3
            await page.read()  # an open page, which asks only for what is new
            assert [one["text"] for one in page.news] == ["việc gấp", "việc cần nhắc", "việc chung"]
            await page.read()
            assert not page.news
        assert server.count("sendMessage") <= 2, "each line found out by itself"


async def test_what_reaches_no_address_fails_and_is_tried_at_each_once(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan, other = await home.member(server.person(1)), server.person(2)
        await home.member(other)
        first, second = lane_of(home, lan), lane_of(home, other)
        home.database.write_now(
            lambda c: c.execute(
                address.update().where(address.c.lane == second).values(person_id=person_id(home, lan))
            )
        )
        lan.chat.closed = other.chat.closed = BLOCKED
        [id] = owe(home, second, REMINDER, "một việc")
        await home.quiet()
        row = message(home, id)
        assert (row.state, row.lane) == ("failed", first)
        assert [lane for lane, *_ in row.tried] == [second]
        assert not people_reached(home)


def people_reached(home):
    return [row for row in home.rows(address) if row.unreachable_at is None]


async def test_an_answer_stays_in_its_chat(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)):
            lan.chat.closed = BLOCKED
            [id] = owe(home, lane_of(home, lan), REPLY, "câu trả lời")
            await home.quiet()
            row = message(home, id)
            assert (row.state, row.lane, row.tried) == ("failed", lane_of(home, lan), None)


async def test_only_a_refusal_that_is_about_the_person_sends_a_message_elsewhere(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        there = lane_of(home, lan)
        async with page_of(home, person_id(home, lan)) as (_, here):
            for why, wanted in (("PEER_ID_INVALID", here), ("can't parse entities", there)):
                server.faults.plan("sendMessage", answers(400, f"Bad Request: {why}"), chat_id=lan.id)
                [id] = owe(home, there, REMINDER, "một việc")
                await home.quiet()
                row = message(home, id)
                assert (row.lane, row.state) == (wanted, "sent" if wanted == here else "failed")
            assert len(people_reached(home)) == 2, "the address itself stays"


async def test_a_message_told_to_wait_does_not_go_elsewhere(sqlite_url):
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)):
            wait = answers(429, "Too Many Requests", retry_after=1)
            server.faults.plan("sendMessage", wait, chat_id=lan.id)
            [id] = owe(home, lane_of(home, lan), REMINDER, "một việc")
            await lan.expects("một việc")
            assert message(home, id).tried is None


async def test_a_change_of_a_message_follows_it_to_its_new_address(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        duty = await home.member(server.person(2), "duty")
        async with page_of(home, person_id(home, duty)) as (page, _):
            duty.chat.closed = BLOCKED
            await filed(lan, "KHẨN cháy chợ Hoa Sen, lửa lan sang dãy nhà bên", "Gửi khẩn")
            await until(lambda: shows(page, "Chưa có ai nhận"))
            await page.tap("Tôi nhận xử lý")
            [shown] = [one for one in page.screen if "KHẨN" in one["text"]]
            assert "nhận xử lý lúc" in shown["text"], page.show()
            assert len([one for one in page.screen if "KHẨN" in one["text"]]) == 1


async def test_a_change_that_waits_behind_its_message_goes_with_it(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        there = lane_of(home, lan)
        [sent] = owe(home, there, REMINDER, "đã tới từ trước")
        await lan.expects("đã tới từ trước")
        async with page_of(home, person_id(home, lan)) as (page, here):
            await page.read()
            lan.chat.closed = BLOCKED
            [id] = owe(home, there, ALERT, "bản đầu")
            [change] = owe(home, there, ALERT, "bản sau", edits=id)
            [late] = owe(home, there, REMINDER, "sửa tin cũ", edits=sent)
            await home.quiet()
            assert {message(home, one).lane for one in (id, change)} == {here}
            assert message(home, late).state == "failed", (
                "what it changes stands where nothing can be changed"
            )
            await page.read()
            assert [one["text"] for one in page.screen][-1] == "bản sau"
            assert "bản đầu" not in page.show()


async def shows(page, words) -> bool:
    await page.read()
    return words in page.show()


async def test_another_reason_moves_what_is_planned_too_and_keeps_its_hour(database_url):
    async with TelegramServer() as server, house(database_url, server) as home:
        lan = await home.member(server.person(1))
        there = lane_of(home, lan)
        async with page_of(home, person_id(home, lan)) as (page, here):
            [id] = home.database.write_now(lambda c: plan(c, there))
            await page.say("/trogiup")  # an open page has seen younger messages than the one that comes
            now = datetime.now(UTC)

            def used_up(connection):
                return readdress(connection, [id], "quota", now, pushing=("telegram",))

            assert home.database.write_now(used_up) == [id]
            row = message(home, id)
            assert (row.lane, row.attempts, row.not_before_at) == (here, 0, HOUR)
            assert [[lane, why] for lane, why, _ in row.tried] == [[there, "quota"]]
            assert home.database.write_now(used_up) == [], "it does not go back to where it was tried"
            assert message(home, id).lane == here
            await page.read()
            assert [one["n"] for one in page.news] == [id]
            await page.say("/huy")
            assert ["Không có bản nháp" in one["text"] for one in page.news] == [True]


def at(lane):
    return (lane, *lane.split(":", 2))


HOUR = datetime(2100, 1, 1, tzinfo=UTC)


def plan(connection, lane):
    channel, bot, chat = lane.split(":", 2)
    values = {
        "lane": lane, "channel": channel, "bot": bot, "chat": chat, "rank": REMINDER, "state": "waiting",
        "body": {"text": "để sau", "rows": []}, "created_at": HOUR - timedelta(days=1), "not_before_at": HOUR,
    }  # fmt: skip
    return list(connection.execute(outbox.insert().values(values).returning(outbox.c.id)).scalars())


async def test_what_was_sent_is_not_sent_elsewhere_though_its_outcome_is_not_written_yet(
    sqlite_url, monkeypatch
):
    monkeypatch.setattr("storage.database.RIDES_WITHIN", 0.5)
    async with TelegramServer() as server, house(sqlite_url, server) as home:
        lan = await home.member(server.person(1))
        there, send = lane_of(home, lan), TelegramChannel.send

        async def send_and_be_blocked(self, outbound):
            sent = await send(self, outbound)
            lan.chat.closed = BLOCKED
            return sent

        monkeypatch.setattr(TelegramChannel, "send", send_and_be_blocked)
        async with page_of(home, person_id(home, lan)) as (page, here):
            owed = [Owed(*at(there), REMINDER, {"text": text, "rows": []}) for text in ("tin một", "tin hai")]
            now, me = home.app.now(), home.app.me
            ids, rows = home.database.write_now(lambda c: enqueue(c, owed, now=now, me=me))
            home.app.outbox.take(rows)
            await home.quiet()
            assert [message(home, id).lane for id in ids] == [there, here]
            await page.read()
            assert "tin hai" in page.show()
            assert "tin một" not in page.show()


@pytest.mark.parametrize(
    ("preferred", "live", "wanted"),
    [
        ("telegram", ("telegram", "zalo", "web"), "telegram"),
        ("web", ("telegram", "zalo", "web"), "zalo"),
        (None, ("telegram", "zalo", "web"), "zalo"),
        ("telegram", ("zalo", "web"), "zalo"),
        ("telegram", ("web", "terminal"), "terminal"),
        ("web", ("web", "terminal"), "web"),
        ("web", (), None),
    ],
)
async def test_unasked_people_are_written_to_where_it_rings_then_where_they_like(
    sqlite_url, preferred, live, wanted
):
    async with house(sqlite_url) as home:
        now = home.app.now()

        def settle(connection):
            id = people.add_person(
                connection, unit_id=home.unit_id, label="Lan", lang="vi", reminders=False, now=now
            )
            for channel in ("telegram", "zalo", "web", "terminal"):
                lane = f"{channel}:1:{id}"
                people.add_address(
                    connection, person_id=id, lane=lane, channel=channel, bot="1", chat=str(id), now=now
                )
                if channel not in live:
                    people.mark_reachable(connection, lane, unreachable_at=now)
                if channel == preferred:
                    connection.execute(address.update().where(address.c.lane == lane).values(preferred=True))
            return people.places_of(connection, [id], ("telegram", "zalo"))

        found = home.database.write_now(settle)
        assert [one.channel for one in found] == ([wanted] if wanted else [])
