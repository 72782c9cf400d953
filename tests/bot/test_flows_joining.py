"""Joining and leaving, on Telegram. DESIGN §8, DOMAIN §7."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from hashlib import sha256

import pytest

from office import invites
from storage.tables import address, consent, data_request, invite, membership, person, talk
from tests.bot.flows import SAID, card, filed, ward


async def test_the_deep_link_shows_the_consent_text_and_what_was_shown_is_proved(database_url):
    async with ward(database_url) as (server, home, clock):
        lan = server.person(1)
        await lan.start(home.code("collaborator"))
        shown = await lan.expects("Để tham gia Tổ CTV, Phường Hoa Sen")
        text = shown.text
        assert "Kênh này đặt máy chủ ngoài Việt Nam." in text
        assert shown.labels == [["Tôi đồng ý", "Không đồng ý"]]
        assert not home.rows(person), "nothing is kept before consent"
        await lan.tap("Tôi đồng ý")
        await lan.expects("Nhắc qua tin nhắn")
        assert not home.rows(person)
        await lan.tap("Nhắc tôi")
        await lan.expects("Đã tham gia Tổ cộng tác viên Phường Hoa Sen")
        proofs = {row.purpose: row for row in home.rows(consent)}
        assert {purpose: row.given for purpose, row in proofs.items()} == {
            "membership": True,
            "reminders": True,
        }
        proof = proofs["membership"]
        assert proof.text_hash == sha256(text.encode()).hexdigest()
        assert (proof.version, proof.channel, proof.at) == ("1", "telegram", clock.now)
        [joined] = home.rows(person)
        assert joined.reminders
        assert (joined.lang, joined.label) == ("vi", None), "names the platform offers are not stored"
        assert [row.role for row in home.rows(membership)] == ["collaborator"]


async def test_the_code_may_be_typed_and_reminders_refused(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = server.person(1)
        await lan.start()
        await lan.expects("Nhập mã mời")
        await lan.say(f"  {home.code('collaborator').lower()} ")
        await lan.expects("Để tham gia Tổ CTV")
        await lan.say("toi dong y")
        await lan.expects("Nhắc qua tin nhắn")
        await lan.say("không cần nhắc")
        await lan.expects("Kênh Báo Nhanh")
        assert not home.rows(person)[0].reminders
        assert {row.purpose: row.given for row in home.rows(consent)} == {
            "membership": True,
            "reminders": False,
        }


async def test_refusing_leaves_nobody_and_the_code_free(database_url):
    async with ward(database_url) as (server, home, _):
        code = home.code("collaborator")
        lan, hoa = server.person(1), server.person(2)
        await lan.start(code)
        await lan.expects("Để tham gia")
        await lan.tap("Không đồng ý")
        await lan.expects("Không có gì được lưu, mã mời vẫn dùng được")
        for table in (person, address, consent, membership, talk):
            assert not home.rows(table)
        assert home.rows(invite)[0].used_at is None
        await hoa.start(code)
        await hoa.expects("Để tham gia")


async def test_wrong_used_expired_and_foreign_codes_get_one_answer(sqlite_url):
    async with ward(sqlite_url) as (server, home, clock):
        used, expired = home.code("collaborator"), home.code("collaborator")
        await server.person(1).start(used)
        lan = server.person(1)
        await lan.expects("Để tham gia")
        await lan.tap("Tôi đồng ý")
        await lan.expects("Nhắc")
        await lan.tap("Không cần nhắc")
        await lan.expects("Kênh Báo Nhanh")
        clock.move(days=15)
        told = set()
        for number, code in enumerate((used, expired, "ABCDEFGHJK"), 10):
            stranger = server.person(number)
            await stranger.start(code)
            told.add((await stranger.expects("Mã mời")).text)
        assert told == {
            "Mã mời không đúng hoặc không còn dùng được. Xem lại mã, hoặc liên hệ điều phối viên đã cấp."
        }


async def test_one_code_makes_one_member_though_two_hold_it(database_url):
    async with ward(database_url) as (server, home, _):
        code, lan, hoa = home.code("collaborator"), server.person(1), server.person(2)
        for one in (lan, hoa):
            await one.start(code)
            await one.expects("Để tham gia")
            await one.tap("Tôi đồng ý")
            await one.expects("Nhắc")
        await lan.tap("Không cần nhắc")
        await hoa.tap("Không cần nhắc")
        await lan.expects("Kênh Báo Nhanh")
        await hoa.expects("mã mời")
        assert len(home.rows(person)) == len(home.rows(address)) == 1


async def test_five_wrong_tries_lock_a_chat_for_an_hour(sqlite_url):
    async with ward(sqlite_url) as (server, home, clock):
        lan, code = server.person(1), home.code("collaborator")
        for _ in range(invites.TRIES):
            await lan.start("ABCDEFGHJK")
            await lan.expects("Mã mời không đúng")
        await lan.start(code)
        await lan.expects("Mã mời không đúng")
        clock.move(hours=1, minutes=1)
        await lan.start(code)
        await lan.expects("Để tham gia")


async def test_a_member_with_another_invite_gains_the_role_and_keeps_the_own_reports(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await filed(lan)
        await home.member(lan, "duty")
        assert len(home.rows(person)) == len(home.rows(address)) == 1
        assert {row.role for row in home.rows(membership)} == {"collaborator", "duty"}
        await lan.say("/cuatoi")
        await lan.expects("PA-1")


async def test_a_stranger_is_told_whom_to_ask_once_a_minute(sqlite_url):
    async with ward(sqlite_url) as (server, home, clock):
        lan = server.person(1)
        await lan.say(SAID)
        await lan.expects("Liên hệ Bà Đầu Mối")
        await lan.say("alo")
        await lan.expects_nothing(0.3)
        clock.move(seconds=61)
        await lan.say("alo")
        await lan.expects("chưa có trong danh sách")
        assert not home.rows(talk)


async def test_the_menu_is_of_no_use_to_a_stranger(sqlite_url):
    async with ward(sqlite_url) as (server, _home, _):
        lan = server.person(1)
        await lan.say("/dulieu")
        await lan.expects("chưa có trong danh sách")
        for data in ("x.cmd.dulieu", "x.cmd.baocao", "t.1.card.0.send"):
            await lan.tap_stale(data, lan.last)
            await lan.expects("Nút này đã qua")


# -- leaving ---------------------------------------------------------------------------------------------


async def test_who_withdraws_consent_is_a_stranger_again_and_the_opinion_stays(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await filed(lan)
        await card(lan, "Bà con hỏi bao giờ có nước sạch trở lại")
        await lan.say("/rutdongy")
        await lan.expects("Rút đồng ý với việc nào?")
        await lan.tap("Thôi tham gia")
        await lan.expects("Thôi tham gia Tổ cộng tác viên?")
        await lan.tap("Thôi tham gia")
        await lan.expects("Đã rút đồng ý và thôi tham gia")
        assert not home.rows(address)
        assert not home.rows(talk)
        assert home.rows(membership)[0].ended_at is not None
        assert [row.given for row in home.rows(consent) if row.purpose == "membership"] == [True, False]
        assert home.reports()[0]["said"] == SAID
        await lan.say(SAID)
        await lan.expects("chưa có trong danh sách")
        await home.member(lan)


async def test_only_reminders_may_be_withdrawn(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.say("/rutdongy")
        await lan.expects("Rút đồng ý với việc nào?")
        await lan.tap("Thôi nhắc hạn")
        await lan.expects("Không nhắc hạn nữa")
        assert not home.rows(person)[0].reminders
        assert home.rows(address)


async def test_erasing_wants_the_words_waits_a_day_and_keeps_the_opinion(database_url):
    async with ward(database_url) as (server, home, clock):
        lan = await home.member(server.person(1))
        await filed(lan)
        await lan.say("/xoadulieu")
        await lan.expects("Còn giữ: nội dung phản ánh không kèm người gửi")
        await lan.say("xóa đi")
        await lan.expects("chưa xóa gì")
        await lan.say("XÓA HẾT")
        await lan.expects("Hoàn tất sau 24 giờ")
        await home.later(clock, hours=23)
        assert home.rows(address)
        await home.later(clock, hours=1, minutes=1)
        assert not home.rows(address)
        [gone] = home.rows(person)
        assert gone.left_at and gone.label is None
        assert home.reports()[0]["said"] == SAID
        assert (
            home.database.read(lambda c: c.exec_driver_sql("SELECT person_id FROM report").scalar()) is None
        )
        assert home.rows(data_request)[0].done_at is not None
        await lan.say(SAID)
        await lan.expects("chưa có trong danh sách")


async def test_an_erasure_asked_for_can_be_called_off_within_the_day(sqlite_url):
    async with ward(sqlite_url) as (server, home, clock):
        lan = await home.member(server.person(1))
        await lan.say("/xoadulieu")
        await lan.expects("XÓA HẾT")
        await lan.say("xoa het")
        await lan.expects("trước lúc đó vẫn thôi được: /dulieu")
        await lan.say("/dulieu")
        await lan.expects("Dữ liệu của tôi")
        await lan.tap("Thôi xóa")
        await lan.expects("Không xóa nữa")
        await home.later(clock, hours=25)
        assert home.rows(address)


async def test_the_own_data_is_a_file_with_nobody_elses(database_url):
    async with ward(database_url) as (server, home, _):
        lan, hoa = await home.member(server.person(1)), await home.member(server.person(2))
        await filed(lan)
        await filed(hoa, "Bà con mừng vì cầu mới thông xe, đi chợ gần hơn")
        await lan.say("/dulieu")
        await lan.expects("Dữ liệu của tôi")
        await lan.tap("Xuất dữ liệu")
        shown = await lan.expects("toàn bộ dữ liệu đang lưu")
        content = server.files[shown.media["document"]["file_id"]].content.decode()
        assert "rác ở chợ Hoa Sen" in content
        assert "Phường Hoa Sen" in content
        assert "cầu mới" not in content


async def test_who_blocked_the_bot_is_not_written_to_and_is_back_with_the_first_word(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.block()
        for _ in range(100):
            if home.rows(address)[0].unreachable_at:
                break
            await asyncio.sleep(0.01)
        assert home.rows(address)[0].unreachable_at
        await lan.unblock()
        await card(lan)
        assert home.rows(address)[0].unreachable_at is None


@pytest.mark.parametrize("role", ["duty", "coordinator", "leader", "administrator", "observer"])
async def test_every_role_joins_the_same_way(sqlite_url, role):
    async with ward(sqlite_url) as (server, home, _):
        await home.member(server.person(1), role)
        assert [row.role for row in home.rows(membership)] == [role]


async def test_an_invite_lives_a_fortnight(sqlite_url):
    async with ward(sqlite_url) as (server, home, clock):
        code = home.code("collaborator")
        clock.move(days=13, hours=23)
        lan = server.person(1)
        await lan.start(code)
        await lan.expects("Để tham gia")
        await home.later(clock, hours=2)
        await lan.tap("Tôi đồng ý")
        await lan.expects("mã mời")
        assert clock.now - home.rows(invite)[0].created_at > timedelta(days=14)
        assert not home.rows(person)
