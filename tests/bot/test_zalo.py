"""Zalo, end to end: a report in few messages, whatever the platform does with its updates. DESIGN §5."""

from __future__ import annotations

import asyncio
import contextlib
import io
import itertools
import re
from datetime import UTC, datetime

import httpx
import pytest
from PIL import Image

import bot.channels.zalo as zalo
from storage import people
from storage.database import DatabaseUnusableError
from storage.outbox import REMINDER, Owed, enqueue
from storage.tables import address, alert, attachment, inbox, outbox, person
from tests.bot.test_guarantees_inbox import until
from tests.house import MovableClock, house
from tests.loopback.faults import Fault, answer_lost, answers, babbles
from tests.loopback.wire import Reply
from tests.loopback.zalo import HEADER, ZaloServer

SECRET = "a-secret-for-the-zalo-tests"
URL = "https://bao.example.vn/zalo/145923224145476"


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    """Polls follow each other at once; how far apart they really are, one test looks at."""
    monkeypatch.setattr(zalo, "POLL_GAP", 0.01)


def server(**how):
    return ZaloServer(**{"gap_s": 0.005} | how)


def picture():
    out = io.BytesIO()
    Image.new("RGB", (640, 480), "green").save(out, "JPEG")
    return out.getvalue()


async def file_report(lan, said="Rác ở chợ Hoa Sen chưa ai dọn."):
    await lan.say(said)
    await lan.expects("CHƯA GỬI")
    await lan.tap("Bức xúc")
    await lan.expects("●")
    await lan.say("gửi")
    return await lan.expects("mã PA-")


@pytest.mark.parametrize("envelope", ["whole", "bare"])
@pytest.mark.parametrize("delivers", ["once", "again"])
async def test_a_report_by_polling_however_updates_are_delivered(database_url, delivers, envelope):
    async with server(delivers=delivers, envelope=envelope) as there, house(database_url, there) as home:
        lan = await home.member(there.person(1))
        await file_report(lan)
        await home.quiet()
        assert [one["said"] for one in home.reports()] == ["Rác ở chợ Hoa Sen chưa ai dọn."]
        assert len(there.sent(lan)) <= 4


async def test_a_report_is_one_line_and_two_messages_of_the_bot(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        await lan.say("Rác ở chợ Hoa Sen chưa ai dọn.")
        card = await lan.expects("CHƯA GỬI")
        assert "1. " in card.text and "a. " in card.text
        await lan.say("3 gửi")
        await lan.expects("mã PA-")
        assert [one["tone"] for one in home.reports()] == ["aggrieved"]
        assert len(there.sent(lan)) == 2


async def test_an_urgent_report_reaches_the_duty_officer_who_claims_it_by_typing(database_url):
    async with server() as there, house(database_url, there) as home:
        lan = await home.member(there.person(1))
        duty = await home.member(there.person(2), "duty")
        await lan.say("KHẨN nước ngập vào trạm y tế thôn Đông")
        await lan.expects("CHƯA GỬI")
        await lan.say("bức xúc gửi")
        await lan.expects("mã PA-")
        alert = await duty.expects("ngập vào trạm y tế")
        assert "Trả lời: 🙋 Tôi nhận xử lý" in alert.text
        await duty.say("tôi nhận xử lý")
        await duty.expects("✅ CTV-2 nhận xử lý lúc")
        await lan.expects("cán bộ trực nhận xử lý lúc")


async def test_a_hundred_polls_that_bring_the_same_update_make_one_report(database_url, monkeypatch):
    monkeypatch.setattr(zalo, "REMEMBERED", 0)  # not even the process's own memory helps
    async with server(delivers="again") as there, house(database_url, there) as home:
        lan = await home.member(there.person(1))
        await file_report(lan)
        polls = len(there.calls)
        await until(lambda: _polled(there, polls, 100), 20)
        await home.quiet()
        assert len(home.reports()) == 1
        assert len(there.sent(lan)) == 3


def _polls_since(there, first):
    return sum(call.method == "getUpdates" for call in there.calls[first:])


async def _polled(there, first, times):
    return _polls_since(there, first) >= times


async def test_polls_are_a_second_apart(sqlite_url, monkeypatch):
    monkeypatch.setattr(zalo, "POLL_GAP", 1.0)
    async with ZaloServer(delivers="again") as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        await lan.say("xin chào")
        await until(lambda: _polled(there, 0, 3))
        at = [call.at for call in there.calls if call.method == "getUpdates"]
        assert all(call.ok for call in there.calls if call.method == "getUpdates" and call.at != at[-1])
        assert min(later - before for before, later in itertools.pairwise(at)) > 0.99


async def test_a_webhook_left_behind_is_taken_away_before_polling(sqlite_url):
    async with server() as there:
        there.proxies = ["http://127.0.0.1:1"]
        await there._setWebhook(URL, SECRET)
        async with house(sqlite_url, there) as home:
            lan = await home.member(there.person(1))
            await until(lambda: _gone(there))
            await file_report(lan)


async def _gone(there):
    return there.webhook is None


async def test_a_report_by_webhook(database_url):
    async with server() as there:
        there.proxies = [""]
        async with house(database_url, there, mode="webhook", webhook_url=URL, webhook_secret=SECRET) as home:
            await until(lambda: _is_set(there))
            await there.webhook.close()  # the test carries the events itself, to look at each answer
            transport = httpx.ASGITransport(app=home.app.asgi)
            async with httpx.AsyncClient(transport=transport, base_url="http://bao.test") as http:
                lan = await home.member(there.person(1))

                async def carry(secret=SECRET):
                    update = there.pending.popleft()
                    path = f"/zalo/{there.token.partition(':')[0]}"
                    return await http.post(path, content=update.body, headers={HEADER: secret})

                await lan.say("Rác ở chợ Hoa Sen chưa ai dọn.")
                there.pending.append(there.pending[0])
                assert (await carry("wrong")).status_code == 403
                assert not home.rows(inbox)
                assert (await carry()).status_code == 200
                await lan.expects("CHƯA GỬI")
                await lan.say("3 gửi")
                there.pending.append(there.pending[0])
                assert (await carry()).status_code == 200
                assert (await carry()).status_code == 200  # the platform asks again: once is enough
                await lan.expects("mã PA-")
                await home.quiet()
                assert len(home.reports()) == 1
                body = b"{" + b" " * (2 << 20)
                big = await http.post("/zalo/145923224145476", content=body, headers={HEADER: SECRET})
                assert big.status_code == 413


async def _is_set(there):
    return there.webhook is not None


async def test_what_zalo_passes_to_no_bot_is_answered_in_a_sentence(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        await lan.unsupported()
        await lan.expects("Zalo không chuyển tệp, video hay đường liên kết")
        await lan.sticker()
        await lan.expects("Nhãn dán")
        await lan.voice()
        await lan.expects("tin thoại")


async def test_pictures_come_along_under_either_name(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        await lan.send_photo(picture(), "Rác ở chợ Hoa Sen chưa ai dọn.")
        await lan.expects("CHƯA GỬI")
        await lan.send_photo(picture())
        await lan.expects("CHƯA GỬI")
        await lan.say("3 gửi")
        await lan.expects("mã PA-")
        await until(lambda: _kept(home, 2))
        assert home.reports()[0]["attachments"] == 2


async def _kept(home, n):
    return [one.state for one in home.rows(attachment)] == ["kept"] * n


async def test_a_picture_from_elsewhere_is_not_fetched_and_the_text_stays(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        there.keep = lambda content: "https://169.254.169.254/latest/meta-data"
        await lan.send_photo(picture(), "Rác ở chợ Hoa Sen chưa ai dọn.")
        await lan.expects("CHƯA GỬI")
        await lan.say("3 gửi")
        await lan.expects("mã PA-")
        await until(lambda: _failed(home))
        assert home.reports()[0]["said"] == "Rác ở chợ Hoa Sen chưa ai dọn."


async def _failed(home):
    return [one.state for one in home.rows(attachment)] == ["failed"]


async def test_long_words_are_parted_and_arrive_whole(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        words = " ".join(f"Việc thứ {n} ở chợ Hoa Sen chưa ai giải quyết xong." for n in range(50))
        assert 2000 < len(words) < 3500
        await lan.say(words)
        await until(lambda: _sent(there, lan, 2))
        shown = " ".join(call.given["text"] for call in there.sent(lan))
        assert words in shown
        await lan.say("3 gửi")
        await lan.expects("mã PA-")
        assert len(there.sent(lan)) <= 4
        assert home.reports()[0]["said"] == words


async def test_a_part_that_is_out_is_not_sent_again_when_the_next_has_to_wait(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        there.faults.plan("sendMessage", Fault(True))
        there.faults.plan("sendMessage", answers(500, "Internal error"))
        await lan.say(" ".join(f"Việc thứ {n} ở chợ Hoa Sen chưa ai giải quyết xong." for n in range(50)))
        await until(lambda: _sent(there, lan, 2), 20)
        await home.quiet(20)
        assert len({call.given["text"] for call in there.sent(lan)}) == len(there.sent(lan)) == 2


async def test_what_a_poll_brought_is_held_until_the_database_has_it():
    async with server() as there:
        taken, tries = [], iter([DatabaseUnusableError("full"), DatabaseUnusableError("full")])

        async def sink(inbounds):
            if error := next(tries, None):
                raise error
            taken.extend(inbounds)
            return []

        channel = zalo.ZaloChannel(token=there.token, base_url=there.base_url, now=lambda: datetime.now(UTC))
        await there.person(1).say("Rác ở chợ Hoa Sen chưa ai dọn.")
        listening = asyncio.create_task(channel.receive(sink))
        await until(lambda: _any(taken))
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        await channel.close()
        assert [one.text for one in taken] == ["Rác ở chợ Hoa Sen chưa ai dọn."]


async def _any(things):
    return bool(things)


async def _sent(there, lan, n):
    return len(there.sent(lan)) >= n


async def test_trouble_on_the_way_loses_and_doubles_nothing(database_url):
    async with server() as there, house(database_url, there) as home:
        lan = await home.member(there.person(1))
        there.faults.plan("getUpdates", answers(429, "Too many requests"))
        there.faults.plan("getUpdates", babbles())
        there.faults.plan("sendMessage", answers(500, "Internal error"))
        there.faults.plan("sendMessage", answers(429, "Too many requests"))
        await lan.say("Rác ở chợ Hoa Sen chưa ai dọn.")
        await lan.expects("CHƯA GỬI", 20)
        await lan.say("3 gửi")
        await lan.expects("mã PA-", 20)
        await home.quiet(20)
        assert len(home.reports()) == 1
        assert len(there.sent(lan)) == 2


async def test_an_answer_lost_on_the_way_is_sent_once_more(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        there.faults.plan("sendMessage", answer_lost())
        await lan.say("Rác ở chợ Hoa Sen chưa ai dọn.")
        await until(lambda: _sent(there, lan, 2), 20)
        await home.quiet(20)
        assert len(there.sent(lan)) == 2


async def test_zalo_down_is_told_and_stops_nobody_else(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        await file_report(lan)
        [channel] = [one for one in home.app.channels.values() if one.name == "zalo"]
        await there.down()
        await until(lambda: _health(channel, False), 10)
        assert (await home.app._writes()) is True
        await there.up()
        await until(lambda: _health(channel, True), 20)
        await file_report(lan, "Đèn đường thôn Đông hỏng đã một tuần.")


async def _health(channel, ok):
    return channel.health.ok is ok


async def test_somebody_who_blocked_the_bot_is_noted(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        await lan.say("Rác ở chợ Hoa Sen chưa ai dọn.")
        await lan.expects("CHƯA GỬI")
        await lan.block()
        await lan.say("3 gửi")
        await until(lambda: _lost(home))


async def _lost(home):
    return all(one.unreachable_at for one in home.rows(address))


async def test_people_join_by_typing_their_code(database_url):
    async with server() as there, house(database_url, there) as home:
        lan = there.person(1)
        await lan.say("xin chào")
        await lan.expects("mã mời")
        await lan.say(home.code("collaborator"))
        await lan.expects("Để tham gia Tổ CTV")
        await lan.tap("Tôi đồng ý")
        await lan.expects("Nhắc qua tin nhắn")
        await lan.tap("Không cần nhắc")
        await lan.expects("Kênh Báo Nhanh của Tổ cộng tác viên")
        assert len(home.rows(person)) == 1


async def test_a_turn_is_answered_by_one_message(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        await lan.say("Rác ở chợ Hoa Sen chưa ai dọn.")
        await lan.expects("CHƯA GỬI")
        before = len(there.sent(lan))
        await lan.say("/trogiup")
        shown = await lan.expects("CHƯA GỬI")
        assert "/cuatoi" in shown.text
        await home.quiet()
        assert len(there.sent(lan)) == before + 1


async def test_groups_are_not_listened_to(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        channel = next(one for one in home.app.channels.values() if one.name == "zalo")
        group = {"id": "g1", "chat_type": "GROUP"}
        assert channel.parse({"message": {"chat": group, "text": "xin chào", "message_id": "1"}}) == []
        for odd in ({}, {"message": None}, {"result": None}, {"message": {"chat": {}}}, [], {"result": [1]}):
            assert channel.parse(odd) == []


async def test_the_quota_is_counted_and_told_of_at_four_fifths(database_url):
    clock = MovableClock()
    async with server() as there, house(database_url, there, clock, monthly=10) as home:
        lan = await home.member(there.person(1))
        boss = await home.member(there.person(2), "coordinator")
        for number in range(4):
            await file_report(lan, f"Việc thứ {number} ở chợ Hoa Sen chưa ai dọn.")
        await home.quiet()
        await home.later(clock, minutes=6)
        told = await boss.expects("/10 tin của tháng 11/2026")
        assert int(re.search(r"đã gửi (\d+)/10", told.text)[1]) in (12, 13)  # a digest may come first
        before = len(there.sent(boss))
        await home.later(clock, minutes=6)
        await home.quiet()
        assert len(there.sent(boss)) == before


async def test_a_file_the_channel_cannot_carry_is_told_of(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        await lan.say("/dulieu")
        await lan.expects("1. ")
        await lan.say("1")
        await lan.expects("Có tệp kèm theo nhưng kênh này không chuyển được")
        assert home.rows(outbox)[-1].body.get("document")


async def test_a_file_is_linked_and_the_link_is_good_for_nobody_else(sqlite_url):
    async with server() as there, house(sqlite_url, there, public_url="https://bao.example.vn") as home:
        lan = await home.member(there.person(1))
        await lan.say("/dulieu")
        await lan.expects("1. ")
        await lan.say("1")
        told = await lan.expects("📎 https://bao.example.vn/tep/")
        path = re.search(r"https://bao\.example\.vn(/tep/\S+)", told.text)[1]
        transport = httpx.ASGITransport(app=home.app.asgi)
        async with httpx.AsyncClient(transport=transport, base_url="http://bao.test") as http:
            answer = await http.get(path)
            assert (answer.status_code, answer.headers["cache-control"]) == (200, "private, no-store")
            assert "Phường Hoa Sen" in answer.text
            number, _, signature = path.rpartition(".")
            for forged in (number, f"{number[:-1]}z.{signature}", f"{path}x", "/tep/1.1", "/tep/%00"):
                assert (await http.get(forged)).status_code == 404, forged


@pytest.mark.parametrize("then", ["a day passes", "they leave"])
async def test_a_link_to_ones_own_data_ends(sqlite_url, then):
    clock = MovableClock()
    async with (
        server() as there,
        house(sqlite_url, there, clock, public_url="https://bao.example.vn") as home,
    ):
        lan = await home.member(there.person(1))
        await lan.say("/dulieu")
        await lan.expects("1. ")
        await lan.say("1")
        told = await lan.expects("📎 https://bao.example.vn/tep/")
        path = re.search(r"https://bao\.example\.vn(/tep/\S+)", told.text)[1]
        transport = httpx.ASGITransport(app=home.app.asgi)
        async with httpx.AsyncClient(transport=transport, base_url="http://bao.test") as http:
            assert (await http.get(path)).status_code == 200
            if then == "a day passes":
                clock.move(hours=25)
            else:
                [one] = home.rows(address)
                home.database.write_now(lambda c: people.forget_address(c, one.lane))
            assert (await http.get(path)).status_code == 404


async def test_two_processes_poll_one_after_the_other(postgres_url):
    async with server() as there, house(postgres_url, there) as first:
        lan = await first.member(there.person(1))
        await file_report(lan)
        async with house(postgres_url, there) as second:
            await file_report(lan, "Đèn đường thôn Đông hỏng cả tuần nay.")
            assert not [call for call in there.calls if call.method == "getUpdates" and not call.ok][1:]
            assert second.app.channels
        assert len(first.reports()) == 2


async def test_near_the_quota_reminders_ring_elsewhere_and_the_last_messages_are_for_answers(database_url):
    clock = MovableClock()
    async with server() as there, house(database_url, there, clock, monthly=10) as home:
        lan = await home.member(there.person(1))
        [one] = home.rows(person)

        def owe_reminder(connection):
            bot = there.token.partition(":")[0]
            body = {"text": "Nhắc hạn.", "rows": []}
            owed = Owed(f"zalo:{bot}:{lan.chat_id}", "zalo", bot, lan.chat_id, REMINDER, body)
            return enqueue(connection, [owed], now=clock.now)[0][0]

        async def fate():
            id = home.database.write_now(owe_reminder)
            home.app.outbox.look()
            await until(lambda: _settled(home, id))
            return next(row for row in home.rows(outbox) if row.id == id)

        for number in range(4):
            await file_report(lan, f"Việc thứ {number} ở chợ Hoa Sen chưa ai dọn.")
        await home.quiet()
        assert (await fate()).error == "quota"  # 12 of 10 are gone, and there is no other way
        home.database.write_now(lambda c: add_browser(c, one.id, clock.now))
        row = await fate()
        assert (row.channel, row.state) == ("web", "sent")
        assert [why for _, why, _ in row.tried] == ["quota"]
        await file_report(lan, "Một việc nữa ở chợ Hoa Sen chưa ai dọn.")


def add_browser(connection, person_id, now):
    people.add_address(
        connection, person_id=person_id, lane="web:main:1", channel="web", bot="main", chat="1", now=now
    )


async def _settled(home, id):
    return next(row.state for row in home.rows(outbox) if row.id == id) in ("sent", "failed")


@contextlib.asynccontextmanager
async def before_the_last_message(url):
    """A report stands before being sent, its duty officer has a browser too, and the month's messages are
    gone: the server, the house, who reports and the officer."""
    async with server() as there, house(url, there) as home:
        lan = await home.member(there.person(1))
        duty = await home.member(there.person(2), "duty")
        officer, now = home.rows(person)[-1], home.app.now()
        home.database.write_now(lambda c: add_browser(c, officer.id, now))
        await lan.say("KHẨN nước ngập vào trạm y tế thôn Đông")
        await lan.expects("CHƯA GỬI")
        there.monthly = len(there.sent())
        yield there, home, lan, duty


async def test_what_the_platform_takes_no_more_this_month_goes_another_way(sqlite_url):
    async with before_the_last_message(sqlite_url) as (there, home, lan, duty):
        await lan.say("bức xúc gửi")
        await until(lambda: _alerted(home))
        assert not there.sent(duty)
        assert len(home.reports()) == 1


async def _alerted(home):
    return any(row.lane == "web:main:1" and row.state == "sent" for row in home.rows(outbox))


async def test_a_gateway_that_answers_with_a_message_has_sent_nothing(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        there.faults.plan("sendMessage", Fault(False, Reply(502, b'{"message":"Bad Gateway"}')))
        await lan.say("Rác ở chợ Hoa Sen chưa ai dọn.")
        await lan.expects("CHƯA GỬI", 20)


async def test_an_alert_does_not_wait_behind_an_answer_the_month_has_no_room_for(sqlite_url):
    async with before_the_last_message(sqlite_url) as (_, home, lan, duty):
        await duty.say("/trogiup")
        await until(lambda: _spent(home))
        await lan.say("bức xúc gửi")
        await until(lambda: _alerted(home))


async def _spent(home):
    return any((row.state, row.error) == ("failed", "quota") for row in home.rows(outbox))


@pytest.mark.parametrize("what", ["xin chào", "/start", "/trogiup", "ABCDEFGHJK"])
async def test_strangers_use_up_no_more_than_a_few_messages(sqlite_url, what):
    async with server() as there, house(sqlite_url, there) as home:
        for _ in range(20):
            await there.person(9).say(what)
        await until(lambda: _all_heard(home, 20), 20)
        await home.quiet(20)
        assert 1 <= len(there.sent()) <= 12


async def _all_heard(home, n):
    return len(home.rows(inbox)) == n


async def test_a_code_is_found_in_what_a_newcomer_writes(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = there.person(1)
        await lan.say(f"Mã của tôi là {home.code('collaborator')}.")
        await lan.expects("Để tham gia Tổ CTV")


async def test_two_alerts_are_taken_by_saying_so_twice_whatever_is_open(sqlite_url):
    async with server() as there, house(sqlite_url, there, alerts={"gather_seconds": 0}) as home:
        lan = await home.member(there.person(1))
        duty = await home.member(there.person(2), "duty")
        for number in (1, 2):
            await lan.say(f"KHẨN nước ngập vào trạm y tế thôn Đông, việc {number}")
            await lan.expects("CHƯA GỬI")
            await lan.say("bức xúc gửi")
            await lan.expects("mã PA-")
            await duty.expects(f"KHẨN PA-{number}")
        await duty.say("Đèn đường trước trụ sở hỏng đã mấy hôm nay.")
        await duty.expects("CHƯA GỬI")
        await duty.say("tôi nhận xử lý")
        await duty.expects("nhận xử lý lúc")
        await duty.say("nhận xử lý ạ")
        await until(lambda: _taken(home, 2))
        await duty.say("3 gửi")
        await duty.expects("mã PA-3")


async def _taken(home, n):
    return sum(row.claimed_by is not None for row in home.rows(alert)) == n


async def test_what_a_receipt_offers_is_done_though_an_older_draft_stands_below_it(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        await lan.say("Rác ở chợ Hoa Sen chưa ai dọn.")
        await lan.expects("CHƯA GỬI")
        await lan.say("Đèn đường thôn Đông hỏng cả tuần nay.")
        await lan.expects("Thêm vào phản ánh đang soạn?")
        await lan.say("3 gửi")
        assert "3 gửi" not in (await lan.expects("Thêm vào phản ánh đang soạn?")).text
        await lan.say("2")
        await lan.expects("Đèn đường")
        await lan.say("3 gửi")
        both = await lan.expects("mã PA-1")
        assert "Rác ở chợ" in both.text
        await lan.say("thu hồi")
        await lan.expects("PA-1")
        await until(lambda: _withdrawn(home))


async def _withdrawn(home):
    return [one["status"] for one in home.reports()] == ["withdrawn"]


async def test_a_number_that_answers_nothing_becomes_no_report(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        for said in ("1", "bỏ qua", "gửi"):
            await lan.say(said)
            await lan.expects("Không có câu nào đang hỏi")
        await lan.say("Rác ở chợ Hoa Sen chưa ai dọn.")
        assert "\n1\n" not in (await lan.expects("CHƯA GỬI")).text


async def test_the_card_says_what_is_missing_and_answers_every_word(sqlite_url):
    async with server() as there, house(sqlite_url, there) as home:
        lan = await home.member(there.person(1))
        await lan.say("Rác ở chợ Hoa Sen chưa ai dọn.")
        await lan.expects("số của thái độ")
        await lan.say("3")
        await lan.expects("Gõ “gửi” để gửi")
        await lan.say("bức xúc")
        await lan.expects("Gõ “gửi” để gửi")
