"""One person, several channels: /kenh adds, prefers and removes them. DESIGN §5, DOMAIN §7."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator
from datetime import timedelta

from office import channels, invites
from office.channels import VALID_FOR
from office.post import Post
from storage import people
from storage.outbox import REMINDER
from storage.tables import address, consent, invite, outbox, person
from tests.bot.addresses import lane_of, message, owe, page_of, person_id
from tests.bot.flows import SAID, card, filed, ward
from tests.bot.test_guarantees_inbox import until
from tests.browser import Browser, browser
from tests.house import House
from tests.loopback.person import Person

WRONG = "Mã mời không đúng hoặc không còn dùng được"


@contextlib.asynccontextmanager
async def member(home: House, role: str = "collaborator") -> AsyncIterator[Browser]:
    """Somebody who has joined in a browser."""
    async with browser(home) as page:
        yield await page.join(home.code(role))


async def code_from(page: Browser) -> str:
    """Ask for a code on the web."""
    await page.say("/kenh")
    await page.tap("➕ Thêm kênh")
    return found(page.text)


async def code_of(lan: Person) -> str:
    """Ask for a code on Telegram."""
    await lan.say("/kenh")
    await lan.expects("Kênh của tôi")
    await lan.tap("➕ Thêm kênh")
    return found((await lan.expects("Mã nối kênh")).text)


def found(text: str) -> str:
    """The code a message shows."""
    code = re.search(r"Mã nối kênh: ([A-Z]{10})\n", text)
    assert code, text
    return code[1]


# -- adding ------------------------------------------------------------------------------------------------


async def test_a_code_joins_telegram_to_the_same_person_after_the_consent_it_needs(database_url):
    async with ward(database_url) as (server, home, _), member(home) as page:
        code = await code_from(page)
        assert f"Telegram: mở https://t.me/{server.me['username']}?start={code}" in page.text
        assert f"/join/{code}" in page.text
        assert "trong 15 phút" in page.text
        lan = server.person(1)
        await lan.start(code)
        shown = await lan.expects("Để tham gia Tổ CTV")
        assert "Kênh này đặt máy chủ ngoài Việt Nam." in shown.text
        assert len(home.rows(address)) == 1, "nothing is joined before consent"
        await lan.tap("Tôi đồng ý")
        await lan.expects("Đã nối kênh này")
        assert [row.channel for row in home.rows(address)] == ["web", "telegram"]
        assert len({row.person_id for row in home.rows(address)}) == len(home.rows(person)) == 1
        given = [row.channel for row in home.rows(consent) if row.purpose == "membership"]
        assert given == ["web", "telegram"]
        await page.read()
        assert "Kênh Telegram (bot" in page.text
        assert "vừa được nối" in page.text
        assert "📱 Kênh của tôi" in page.labels
        await filed(lan)
        await page.say("/cuatoi")
        assert "PA-1" in page.show()


async def test_refusing_the_consent_joins_nothing_and_leaves_the_code_good(sqlite_url):
    async with ward(sqlite_url) as (server, home, _), member(home) as page:
        code, lan = await code_from(page), server.person(1)
        await lan.start(code)
        await lan.expects("Để tham gia")
        await lan.tap("Không đồng ý")
        await lan.expects("Không có gì được lưu, mã mời vẫn dùng được")
        assert len(home.rows(address)) == 1
        await lan.say(code.lower())
        await lan.expects("Để tham gia")


async def test_a_browser_is_joined_at_once_because_everything_was_agreed_to(database_url):
    async with ward(database_url) as (server, home, _), browser(home) as page:
        lan = await home.member(server.person(1))
        code = await code_of(lan)
        assert "Telegram: " not in lan.last.text, "that is where the code was asked for"
        await page.say(f"/start {code}")
        assert "Đã nối kênh này" in page.text
        assert "Để tham gia" not in page.show()
        await lan.expects("Kênh Trang web vừa được nối")
        assert len(home.rows(person)) == 1


async def test_used_expired_and_wrong_codes_are_answered_like_invites(database_url):
    async with ward(database_url) as (server, home, clock), browser(home) as page, browser(home) as other:
        lan = await home.member(server.person(1))
        used = await code_of(lan)
        await page.say(f"/start {used}")
        expired = await code_of(lan)
        clock.move(seconds=VALID_FOR.total_seconds() + 1)
        for code in (used, expired, "ABCDEFGHJK"):
            await other.say(f"/start {code}")
            assert WRONG in other.text
        assert len(home.rows(address)) == 2


async def test_a_code_is_good_until_its_last_second_and_kept_as_a_hash(sqlite_url):
    async with ward(sqlite_url) as (server, home, clock), browser(home) as page:
        lan = await home.member(server.person(1))
        code = await code_of(lan)
        row = home.rows(invite)[-1]
        assert (row.expires_at - row.created_at, row.person_id) == (timedelta(minutes=15), 1)
        assert code not in str(row)
        clock.move(seconds=VALID_FOR.total_seconds() - 1)
        await page.say(code)
        assert "Đã nối kênh này" in page.text


async def test_five_wrong_codes_an_hour_close_the_door_to_a_right_one(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan, thief = await home.member(server.person(1)), server.person(2)
        code = await code_of(lan)
        for _ in range(invites.TRIES):
            await thief.say("ABCDEFGHJK")
            await thief.expects("Mã mời không đúng")
        await thief.say(code)
        await thief.expects("Mã mời không đúng")
        assert len(home.rows(address)) == 1


async def test_a_chat_that_is_a_members_already_is_not_taken_over(database_url):
    async with ward(database_url) as (server, home, _), member(home) as page:
        lan = await home.member(server.person(1))
        code = await code_of(lan)
        await lan.say(code)
        await lan.expects("Kênh này đã nối rồi")
        await page.say(f"/start {code}")
        assert "đang là của một thành viên khác" in page.text
        assert len({row.person_id for row in home.rows(address)}) == 2
        async with browser(home) as free:
            await free.say(code)
            assert "Đã nối kênh này" in free.text


async def test_a_bot_whose_name_is_not_known_yet_is_told_without_a_link(sqlite_url):
    async with ward(sqlite_url) as (server, home, _), member(home) as page:
        await home.member(server.person(1))
        telegram = next(one for one in home.app.channels.values() if one.name == "telegram")
        del telegram.health.facts["username"]
        await code_from(page)
        assert "Telegram: gửi mã này cho bot" in page.text


# -- looking and choosing ------------------------------------------------------------------------------------


async def test_every_channel_is_listed_with_how_it_stands(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, _):
            await lan.block()
            await until(lambda: is_blocked(home))
            await page.say("/kenh")
            first, second = page.text.splitlines()[1:3]
            assert first.startswith("• Telegram (bot ")
            assert first.endswith("· nối lúc 09:00 19/11/2026 · không tới được")
            assert second.endswith("nhận được tin · đang dùng · ★ tin chủ động tới đây")
            assert page.labels == ["➕ Thêm kênh", "Gỡ kênh", "Đóng"], "one live channel leaves no choice"


async def is_blocked(home: House) -> bool:
    return any(row.unreachable_at for row in home.rows(address))


async def test_what_is_written_unasked_goes_to_the_chosen_of_two_that_ring(database_url):
    async with ward(database_url) as (server, home, _):
        boss, lan, other = [await home.member(server.person(id)) for id in (1, 2, 3)]
        boss = await home.member(server.person(9), "coordinator")
        who, second = person_id(home, lan), lane_of(home, other)
        home.database.write_now(
            lambda c: c.execute(address.update().where(address.c.lane == second).values(person_id=who))
        )
        await other.say("/kenh")
        await other.expects("★")
        await other.tap("Chọn kênh nhận tin")
        asked = await other.expects("gửi tới kênh nào")
        await other.tap(asked.labels[0][0], asked)
        await other.expects("Từ nay tin chủ động tới Telegram")
        for said, wanted in (("họp tổ lúc 19h", lan), ("họp tổ lúc 20h", other)):
            await announce(boss, said)
            await wanted.expects(said)
            await home.quiet()
            assert [said in str(one.screen) for one in (lan, other)].count(True) == 1
            lan.chat.closed = "bot was blocked by the user"


async def test_the_office_reads_which_channels_were_tried(database_url):
    async with ward(database_url) as (server, home, clock):
        boss = await home.member(server.person(9), "coordinator")
        lan, other = await home.member(server.person(1)), await home.member(server.person(2))
        who, second = person_id(home, lan), lane_of(home, other)
        home.database.write_now(
            lambda c: c.execute(address.update().where(address.c.lane == second).values(person_id=who))
        )
        lan.chat.closed = other.chat.closed = "bot was blocked by the user"
        await announce(boss, "họp tổ lúc 19h")
        await home.quiet()
        await home.later(clock, seconds=5)
        done = await boss.expects(lambda one: "📋 Chưa nhận được" in str(one.labels))
        await boss.tap("📋 Chưa nhận được", done)
        told = await boss.expects(f"CTV-{who} (")
        assert f"CTV-{who} (Telegram: không tới được, Telegram: không tới được)" in told.text


async def announce(boss: Person, said: str) -> None:
    await boss.say("/thongbao")
    await boss.expects("Nội dung thông báo")
    await boss.say(said)
    await boss.tap("Tổ của đơn vị", await boss.expects("Gửi cho ai"))
    await boss.tap("Không cần", await boss.expects("xác nhận đã đọc"))
    await boss.tap("✅ Gửi cho", await boss.expects("CHƯA GỬI"))


async def test_a_further_role_does_not_undo_the_choice(sqlite_url):
    async with ward(sqlite_url) as (_, home, _), member(home) as page:
        home.database.write_now(lambda c: c.execute(address.update().values(preferred=True)))
        await page.join(home.code("duty"))
        assert [row.preferred for row in home.rows(address)] == [True]


async def test_a_chosen_channel_that_does_not_ring_is_told_so(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, _):
            await page.say("/kenh")
            await page.say("chọn kênh")
            await page.tap("Trang web")
            assert "Đã chọn Trang web. Kênh này không báo khi đóng" in page.text
            await page.say("/kenh")
            assert "· đang dùng · đã chọn" in page.text


# -- removing ------------------------------------------------------------------------------------------------


async def test_the_last_channel_stays(database_url):
    async with ward(database_url) as (_, home, _), member(home) as page:
        await page.say("/kenh")
        assert "Gỡ kênh" not in page.labels


async def test_a_removed_channel_is_told_and_a_stranger_and_what_waits_goes_elsewhere(database_url):
    async with ward(database_url) as (server, home, clock):
        lan = await home.member(server.person(1))
        there = lane_of(home, lan)
        async with page_of(home, person_id(home, lan)) as (page, here):
            code = await code_of(lan)
            await card(lan)
            [planned] = owe(home, there, REMINDER, "nhắc sau")
            home.database.write_now(
                lambda c: c.execute(
                    outbox.update()
                    .where(outbox.c.id == planned)
                    .values(state="waiting", held_by=None, not_before_at=clock.now + timedelta(days=1))
                )
            )
            await page.say("/kenh")
            await page.say("gỡ kênh")
            await page.tap("Telegram")
            assert "bản nháp ở đó bị bỏ" in page.text
            await page.tap("Gỡ kênh")
            assert "Đã gỡ Telegram" in page.text
            await lan.expects("Kênh này đã được gỡ")
            assert [row.lane for row in home.rows(address)] == [here]
            assert message(home, planned).lane == here
            await lan.say(SAID)
            await lan.expects("chưa có trong danh sách")
            async with browser(home) as thief:
                await thief.say(code)
                assert WRONG in thief.text, "a code made on a lost phone opens nothing"
            await page.say("/kenh")
            assert "Gỡ kênh" not in page.labels


async def test_the_channel_in_hand_can_be_removed_too(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, _):
            await page.say("/kenh")
            await page.say("gỡ")
            await page.tap("Trang web")
            assert "Đây là kênh đang dùng" in page.text
            await page.tap("Gỡ kênh")
            assert "Kênh này đã được gỡ" in page.text
            await page.say(SAID)
            assert "chưa có trong danh sách" in page.text
            await filed(lan)


async def test_two_channels_that_remove_each_other_leave_one(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, here):
            await lan.say("/kenh")
            await lan.expects("Kênh của tôi")
            await lan.tap("Gỡ kênh")
            asked = await lan.expects("Gỡ kênh nào")
            await lan.tap("Trang web", asked)
            sure = await lan.expects("bị bỏ")
            await page.say("/kenh")
            await page.say("gỡ")
            await page.tap("Telegram")
            await page.tap("Gỡ kênh")
            await lan.tap("Gỡ kênh", sure)
            await home.quiet()
            assert [row.lane for row in home.rows(address)] == [here]


async def test_two_processes_that_remove_each_others_chat_leave_one(postgres_url):
    async with ward(postgres_url) as (server, home, clock):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (_, here):
            there = lane_of(home, lan)
            members = home.database.read(lambda c: people.members_at(c, [there, here]))
            ids = {row.lane: row.id for row in home.rows(address)}

            def remove(connection, by, lane):
                return channels.remove(Post(connection, clock.now), members[by], ids[lane])

            def in_another_process():
                with home.database.engine.begin() as other:
                    return remove(other, here, there)

            with home.database.engine.begin() as one:
                assert remove(one, there, here)
                waiting = asyncio.create_task(asyncio.to_thread(in_another_process))
                done, _ = await asyncio.wait([waiting], timeout=0.3)
                assert not done
            assert await waiting is None
            assert [row.lane for row in home.rows(address)] == [there]


# -- the person's own data -----------------------------------------------------------------------------------


async def test_the_copy_of_ones_data_tells_of_every_channel(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, _):
            await page.say("/dulieu")
            await page.say("xuất")
            copy = (await page.http.get(page.news[-1]["file"]["url"])).text
            assert '"channel": "telegram"' in copy
            assert '"channel": "web"' in copy
            assert '"preferred": false' in copy


async def test_who_leaves_leaves_no_channel_and_no_code_behind(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, _), browser(home) as late:
            code = await code_of(lan)
            await page.say("/rutdongy")
            await page.say("thôi tham gia")
            await page.tap("Thôi tham gia")
            assert not home.rows(address)
            await late.say(code)
            assert WRONG in late.text
            await lan.say(SAID)
            await lan.expects("chưa có trong danh sách")
