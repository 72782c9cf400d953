"""Requests out of turn: asked of some, reminded of, answered by button or by words. DOMAIN §1 row 47."""

from __future__ import annotations

from sqlalchemy import select

from storage.tables import obligation, period, report
from tests.bot.test_mailings import Team, team, texts
from tests.bot.test_reminders import Ward, at, ward
from tests.loopback.person import Person

QUESTION = "Bà con nói gì về giá thuốc ở trạm y tế?"


async def ask(boss: Person, *, to: str = "Tổ của đơn vị", due: str = "12/11 17:00") -> None:
    """A coordinator asks a question out of turn."""
    await boss.say("/yeucau")
    await boss.expects("Yêu cầu gì")
    await boss.say(QUESTION)
    await boss.tap(to, await boss.expects("Gửi cho ai"))
    await boss.expects("Hạn trả lời")
    await boss.say(due)
    await boss.tap("✅ Gửi cho", await boss.expects("CHƯA GỬI"))
    await boss.expects("Đã tạo yêu cầu")


def states(home: Ward | Team) -> list[str]:
    """What became of the newest request, in the order in which people joined."""
    newest = select(period.c.id).where(period.c.programme == "request").order_by(period.c.id.desc()).limit(1)
    query = select(obligation.c.state).where(obligation.c.period_id == newest.scalar_subquery())
    ordered = query.order_by(obligation.c.person_id)
    return home.home.database.read(lambda c: list(c.execute(ordered).scalars()))


async def answer(person: Person, words: str) -> None:
    """Somebody answers the request on the screen."""
    await person.tap("Trả lời yêu cầu")
    await person.expects(QUESTION)
    await person.say(words)
    card = await person.expects("CHƯA GỬI")
    assert QUESTION in card.text
    await person.tap("Băn khoăn", card)
    await person.tap("✅ Gửi", card)
    await person.expects("ĐÃ GỬI")


async def test_a_request_is_asked_answered_reminded_of_and_shown_in_the_standing(database_url):
    async with ward(database_url) as home:
        lan, minh, an = [await home.member(id) for id in (1, 2, 3)]
        boss = await home.member(9, "coordinator")
        await ask(boss)
        for one in (lan, minh, an):
            assert QUESTION in (await one.expects("hạn 17:00 12/11/2026")).text
        await answer(lan, "Bà con bảo thuốc huyết áp hay hết, phải mua ngoài")
        await minh.tap("Không có gì", await minh.expects(QUESTION))
        await minh.expects("Đã ghi nhận: không có gì")
        assert states(home) == ["reported", "nil", "owes"]
        [filed] = [row for row in home.home.rows(report) if not row.nil]
        assert filed.request_id is not None
        await boss.say("/chuabao")
        await boss.tap("Yêu cầu YC-1", await boss.expects("Kỳ hay yêu cầu nào?"))
        shown = (await boss.expects("📊 Yêu cầu YC-1 “Bà con nói gì về giá")).text
        assert "Đã trả lời 1 · không có gì 1 · chậm 0 · chưa trả lời 1 · miễn 0 (đã hỏi 3 người)" in shown
        assert "Chưa trả lời: CTV-3" in shown and "không phát sinh" not in shown and "Kỳ" not in shown
        await minh.say("/cuatoi")
        own = (await minh.expects(f"yêu cầu YC-1 “{QUESTION}”: không có gì (")).text
        assert "☑️ Không có gì" in own and "hông phát sinh" not in own
        await home.when(at(11, 15))
        before = len(texts(an))
        await home.when(at(11, 16))
        await home.when(at(12, 8))
        asked = [text for text in texts(an)[before:] if text.startswith("Yêu cầu, hạn 17:00 12/11/2026")]
        assert len(asked) == 2
        assert not any("Yêu cầu, hạn" in text for text in texts(lan) + texts(minh))
        await home.when(at(13, 8))
        assert "Đã quá hạn trả lời yêu cầu YC-1" in texts(an)[-1]
        await answer(an, "Ở tổ tôi bà con kêu giá thuốc tăng gấp rưỡi")
        assert states(home) == ["reported", "nil", "late"]


async def test_a_request_is_answered_by_words_alone_and_nothing_is_an_answer_too(database_url):
    async with ward(database_url) as home:
        lan, minh = await home.member(1), await home.member(2)
        boss = await home.member(9, "coordinator")
        await lan.say("/yeucau")
        await lan.expects("Không có yêu cầu nào")
        await ask(boss)
        await lan.say("/yeucau")
        await lan.expects("Trả lời yêu cầu nào")
        await lan.say("1")
        await lan.expects("hạn 17:00")
        await lan.say("trả lời")
        await lan.expects("Dư luận đang nói gì")
        await lan.say("Bà con bảo thuốc huyết áp hay hết, phải mua ngoài")
        await lan.expects("CHƯA GỬI")
        await lan.say("băn khoăn, gửi")
        await lan.expects("ĐÃ GỬI")
        await minh.tap("Trả lời yêu cầu", await minh.expects(QUESTION))
        await minh.expects("Dư luận đang nói gì")
        await minh.say("không có gì")
        await minh.expects("Đã ghi nhận: không có gì")
        assert states(home) == ["reported", "nil"]


async def test_only_who_was_asked_answers_and_only_while_answers_are_taken(database_url):
    async with ward(database_url) as home:
        lan, minh = await home.member(1), await home.member(2)
        boss = await home.member(9, "coordinator")
        await boss.say("/yeucau")
        await boss.expects("Yêu cầu gì")
        await boss.say(QUESTION)
        await boss.tap("Chọn từng người", await boss.expects("Gửi cho ai"))
        await boss.tap("CTV-1", await boss.expects("Những ai"))
        await boss.say("xong")
        await boss.expects("Hạn trả lời")
        for wrong in ("hôm qua", "12/10/2026 17:00", "sớm nhé", "9:10"):
            await boss.say(wrong)
            await boss.expects("Chưa hiểu, hoặc hạn quá gần")
        await boss.say("17h mai")
        shown = await boss.expects("CHƯA GỬI")
        assert "17:00 thứ Ba 10/11/2026" in shown.text
        await boss.tap("Gửi cho 1", shown)
        button = (await lan.expects(QUESTION)).rows[0][0]["callback_data"]
        for data in (button, button.replace("answer", "nothing")):
            await minh.tap_stale(data, minh.last)
            await minh.expects("Nút này đã qua")
        await home.when(at(12, 9))
        await lan.tap_stale(button, lan.last)
        await lan.expects("Nút này đã qua")
        assert states(home) == ["owes"]


async def test_who_never_got_a_request_that_was_called_off_owes_nothing(database_url):
    async with team(database_url, size=8, rate=4, rate_per_chat=4) as home:
        await ask(home.boss, due="mai 17h")
        await home.boss.tap("Hủy", await home.boss.expects("Đang gửi"))
        assert "không gửi" in (await home.boss.expects("Đã hủy")).text
        assert "excused" in states(home)
        assert set(states(home)) <= {"excused", "owes"}
        await home.home.quiet()
        got = [any(QUESTION in text for text in texts(one)) for one in home.people]
        assert sum(got) >= states(home).count("owes")
