"""A draft begun on one channel is gone on with on another: never two of it, never two reports (DESIGN §5)."""

from __future__ import annotations

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PIL import Image

from bot.channels.base import Inbound
from storage.inbox import hold_lanes
from storage.tables import address, attachment, inbox, talk
from tests.bot.addresses import lane_of, page_of, person_id
from tests.bot.flows import SAID, card, quiet, ward
from tests.bot.test_guarantees_inbox import WEBHOOK, until
from tests.bot.test_guarantees_processes import Hand
from tests.browser import Browser, browser
from tests.house import House, house
from tests.loopback.person import Person
from tests.loopback.telegram import TelegramServer

ELSEWHERE = "Bà con thôn Đông lo thiếu nước sạch mùa khô này"
PASSED = "Câu hỏi này đã qua"
ROUNDS = 8


async def test_a_draft_is_gone_on_with_where_it_was_left(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, here):
            old = await card(lan)
            await lan.tap("Bức xúc")
            await quiet(home)
            await page.say("/tieptuc")
            assert "Soạn tiếp từ Telegram" in page.text
            assert SAID in page.text
            chosen = [one["label"] for row in page.news[-1]["rows"] for one in row if one["chosen"]]
            assert "😠 Bức xúc" in chosen, "what was answered there stays answered"
            assert [row.lane for row in home.rows(talk)] == [here]
            await lan.tap("✅ Gửi", old)
            await lan.expects(PASSED)
            assert not home.reports()
            await page.tap("✅ Gửi")
            assert "✅ ĐÃ GỬI" in page.text
            [report] = home.reports()
            assert (report["channel"], report["tone"], report["said"]) == ("web", "aggrieved", SAID)
            assert not home.rows(talk)


async def test_the_passed_button_offers_to_bring_it_back(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, _):
            old = await card(lan)
            await page.say("/tieptuc")
            await lan.tap("✅ Gửi", old)
            passed = await lan.expects(PASSED)
            assert "Còn bản nháp “Bà con kêu rác" in passed.text
            await lan.tap("Soạn tiếp ở đây", passed)
            await lan.expects("Soạn tiếp từ Trang web")
            assert len(home.rows(talk)) == 1


@pytest.mark.parametrize("words", ["tiếp tục", "Soạn tiếp", "soan tiep", "/tieptuc"])
async def test_it_can_be_asked_for_in_words(sqlite_url, words):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, _):
            await page.say(words)
            assert "Không có bản nháp nào" in page.text
            await card(lan)
            await page.say(words)
            assert SAID in page.text


async def test_start_offers_it_and_so_does_the_first_report_written_elsewhere_once(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, _):
            await page.say("/start")
            assert "Còn bản nháp" not in page.text
            await card(lan)
            await page.say("/start")
            assert "Còn bản nháp “Bà con kêu rác ở chợ Hoa Sen" in page.text
            assert page.labels[0] == "▶️ Soạn tiếp ở đây"
            await page.say(ELSEWHERE)
            assert len(page.news) == 1, "the report in hand is not interrupted"
            assert page.text.startswith("Còn bản nháp “Bà con kêu rác")
            assert "CHƯA GỬI" in page.text
            await page.tap("Băn khoăn")
            assert "Còn bản nháp" not in page.text
            await page.tap("✅ Gửi")
            await page.say(ELSEWHERE)
            assert "Còn bản nháp" not in page.text


async def test_pressed_buttons_alone_are_no_draft(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, _):
            await lan.say("/caidat")
            await lan.expects("Cài đặt")
            await page.say("/tieptuc")
            assert "Không có bản nháp nào" in page.text


async def test_a_draft_in_hand_is_shown_and_waits_while_the_other_is_finished(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, _):
            await page.say(ELSEWHERE)
            await page.say("/tieptuc")
            assert ELSEWHERE in page.text
            await card(lan)
            await page.say("/tieptuc")
            assert SAID in page.text
            await page.say("bức xúc, gửi")
            assert "Còn một bản nháp chưa gửi" in page.text
            assert ELSEWHERE in page.text
            assert [one["said"] for one in home.reports()] == [SAID]


async def test_pictures_come_along(database_url):
    picture = io.BytesIO()
    Image.new("RGB", (64, 48), "green").save(picture, "JPEG")
    async with ward(database_url) as (server, home, clock):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, _):
            await lan.send_photo(picture.getvalue(), SAID)
            await lan.expects("Kèm 1 tệp")
            await page.say("/tieptuc")
            [row] = home.rows(attachment)
            clock.move(seconds=5)
            await until(lambda: is_kept(home))
            shown = await page.http.get(f"/chat/attachments/{row.id}")
            assert shown.headers["content-type"] == "image/jpeg"
            await page.say("bức xúc, gửi")
            assert home.reports()[0]["attachments"] == 1


async def is_kept(home: House) -> bool:
    return all(row.state == "kept" for row in home.rows(attachment))


async def test_somebody_else_has_no_part_in_it(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan, other = await home.member(server.person(1)), await home.member(server.person(2))
        await card(lan)
        await other.say("/tieptuc")
        await other.expects("Không có bản nháp nào")
        await other.start()
        assert "Còn bản nháp" not in (await other.expects("Kênh Báo Nhanh")).text


async def test_a_chat_another_process_is_answering_is_waited_for(postgres_url):
    async with ward(postgres_url) as (server, home, _):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, _):
            await card(lan)
            async with answering(home, lane_of(home, lan)):
                await page.say("/tieptuc")
                assert "đang được dùng ở kênh kia" in page.text
                assert [row.lane for row in home.rows(talk)] == [lane_of(home, lan)]
            await page.say("/tieptuc")
            assert SAID in page.text


async def test_what_was_pressed_there_before_counts_before_it_is_taken_away(postgres_url):
    async with ward(postgres_url) as (server, home, _):
        lan = await home.member(server.person(1))
        async with page_of(home, person_id(home, lan)) as (page, _):
            await card(lan)
            await lan.tap("Bức xúc")
            await quiet(home)
            async with answering(home, lane_of(home, lan)):
                await lan.tap("✅ Gửi")
                await until(lambda: is_stored(home))
            await page.say("/tieptuc")
            await lan.expects("ĐÃ GỬI")
            assert len(home.reports()) == 1


async def is_stored(home: House) -> bool:
    return any(row.state == "waiting" for row in home.rows(inbox))


@contextlib.asynccontextmanager
async def answering(home: House, lane: str) -> AsyncIterator[None]:
    """Another process is busy with this chat."""
    with home.database.engine.begin() as other:
        while not hold_lanes(other, [lane]):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        yield


async def test_sending_here_and_taking_away_there_in_one_moment_files_one_report(database_url):
    async with house(database_url) as home, browser(home) as first:
        await first.join(home.code("collaborator"))
        async with page_of(home, home.rows(address)[0].person_id) as (second, _):
            for number in range(ROUNDS):
                await first.say(f"{SAID}, việc thứ {number}")
                await first.tap("Bức xúc")
                send = sending(first)
                posts = [first.post(**send), second.post(text="/tieptuc"), first.post(**send)]
                await asyncio.gather(*posts[number % 2 :], *posts[: number % 2])
                await until(lambda: is_answered(home))
                await second.read()
                if home.rows(talk):
                    await asyncio.gather(first.post(**send), second.post(**sending(second)))
                    await until(lambda: is_answered(home))
                assert len(home.reports()) == number + 1, second.show()
                assert not home.rows(talk)
                await first.read()


@pytest.mark.parametrize("sent_first", [True, False])
async def test_what_one_commit_has_heard_in_both_chats_is_heard_in_turn(database_url, sent_first):
    async with house(database_url) as home, browser(home) as first:
        await first.join(home.code("collaborator"))
        [own] = home.rows(address)
        async with page_of(home, own.person_id) as (second, there):
            await first.say(SAID)
            await first.tap("Bức xúc")
            send = typed(home, own.lane, "1", **sending(first))
            take = typed(home, there, "2", text="/tieptuc")
            await home.app.inbox.receive([send, take] if sent_first else [take, send])
            await second.read()
            assert ("Không có bản nháp" in second.text) is sent_first
            if not sent_first:
                assert not home.reports()
                await second.tap("✅ Gửi")
            assert len(home.reports()) == 1
            assert not home.rows(talk)


def typed(home: House, lane: str, key: str, **body: Any) -> Inbound:
    """A post of a page, as its channel reads it."""
    web = next(one for one in home.app.channels.values() if one.name == "web")
    [inbound] = web.parse({"lane": lane, "key": f"{lane}:{key}", "at": home.app.now(), "text": "", **body})
    return inbound


def sending(page: Browser) -> dict[str, Any]:
    """What a tap on [✅ Gửi] of the newest card posts."""
    card = next(one for one in reversed(page.screen) if one["rows"])
    [data] = [one["data"] for row in card["rows"] for one in row if one["label"] == "✅ Gửi"]
    return {"tap": data, "message": card["n"]}


async def is_answered(home: House) -> bool:
    return not home.waiting()


async def test_both_channels_pressing_send_at_two_processes_at_once_file_one_report_each(postgres_url):
    async with TelegramServer() as server:
        async with house(postgres_url, server) as home:
            lan = await home.member(server.person(1))
            who = person_id(home, lan)
        async with (
            house(postgres_url, server, **WEBHOOK) as one,
            house(postgres_url, server, **WEBHOOK) as other,
            page_of(other, who) as (page, _),
        ):
            hand = Hand(lan)
            for number in range(ROUNDS):
                said = f"{SAID}, việc thứ {number}"
                await hand.post(one, hand.message(said))
                await until(lambda said=said: shows(lan, said))
                tone, send = hand.tap("Bức xúc"), hand.tap("✅ Gửi")
                again = hand.tap("✅ Gửi")
                await hand.post(one, tone)
                await asyncio.gather(hand.post(one, send), page.post(text="/tieptuc"))
                await until(lambda: is_answered(one))
                await page.read()
                if one.rows(talk) and said not in page.show():  # refused for a moment
                    await page.say("/tieptuc")
                if one.rows(talk):
                    await asyncio.gather(hand.post(one, again), page.post(**sending(page)))
                    await until(lambda: is_answered(one))
                assert len(one.reports()) == number + 1
                assert not one.rows(talk)


async def shows(person: Person, words: str) -> bool:
    return any(m.by_bot and words in m.text and "CHƯA GỬI" in m.text for m in person.screen)
