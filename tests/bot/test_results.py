"""What came of one's own reports can be read again, by whoever made them and by nobody else."""

from __future__ import annotations

from tests.bot.flows import filed
from tests.bot.test_alerts import scene
from tests.bot.test_matters import FOUND, OTHER, answered, approve, desk, join, referred
from tests.bot.test_still import taken
from tests.loopback.person import Person

NOTHING = "Chưa có kết quả xử lý nào"


async def asks(person: Person) -> list[str]:
    """The lines of the answer to /ketqua."""
    await person.say("/ketqua")
    shown = await person.expects(
        lambda one: one.by_bot and ("Kết quả xử lý" in one.text or NOTHING in one.text)
    )
    return shown.text.splitlines()


async def test_what_was_told_of_a_report_is_read_again_and_nobody_else_reads_it(database_url):
    async with desk(database_url) as (_, people):
        lan, hoa = people["lan"], people["hoa"]
        await referred(people)
        assert NOTHING in (await asks(lan))[0]
        await answered(people)
        assert NOTHING in (await asks(lan))[0], "the coordinator has not approved it yet"
        await approve(hoa)
        await lan.expects("PA-1: Đội Vệ sinh môi trường trả lời")
        await hoa.say("/vande")
        await hoa.tap("VD-1")
        await hoa.tap("Kết thúc")
        await hoa.say("Đã gom rác, gọi 0912 345 678 khi cần")
        await lan.expects("PA-1: đã kết thúc. Đã gom rác")
        head, ended, replied = await asks(lan)
        assert head == "💬 Kết quả xử lý, mới nhất trước:"
        assert ended == "19/11/2026 · PA-1: đã kết thúc. Đã gom rác, gọi [SĐT] khi cần"
        assert replied.startswith("19/11/2026 · PA-1: Đội Vệ sinh môi trường trả lời: ") and FOUND in replied
        for one in (people["minh"], hoa, people["van"]):
            assert NOTHING in (await asks(one))[0]


async def test_an_own_report_says_that_it_was_answered_and_how(database_url):
    async with desk(database_url) as (_, people):
        lan, hoa = people["lan"], people["hoa"]
        await referred(people)
        await answered(people)
        await lan.say("/cuatoi")
        await lan.tap("PA-1")
        await lan.expects("đã gộp vào vấn đề")
        await approve(hoa)
        await lan.expects("PA-1: Đội Vệ sinh môi trường trả lời")
        await lan.say("/cuatoi")
        await lan.tap("PA-1")
        await lan.expects("đã có kết quả")
        await lan.tap("💬 Kết quả xử lý")
        assert FOUND in (await lan.expects("19/11/2026 · PA-1: Đội Vệ sinh môi trường trả lời")).text


async def test_what_was_told_of_several_own_reports_is_one_result(database_url):
    async with desk(database_url) as (_, people):
        lan, hoa = people["lan"], people["hoa"]
        await referred(people)
        await filed(lan, OTHER)
        await join(hoa)
        await lan.expects("PA-2")
        await answered(people)
        await approve(hoa)
        await lan.expects("PA-1, PA-2")
        _, *results = await asks(lan)
        assert [line.partition(" trả lời")[0] for line in results] == [
            "19/11/2026 · PA-1, PA-2: Đội Vệ sinh môi trường"
        ]


async def test_what_those_on_duty_did_and_why_a_report_was_left_are_results_too(database_url):
    async with scene(database_url) as ward:
        lan, hoa, _, minh = await taken(ward)
        await ward.later(minutes=120)
        await hoa.tap("✅ Đã xong")
        await hoa.say("Đã dập lửa")
        await lan.expects("cán bộ trực đã xử lý")
        await filed(lan, OTHER)
        await minh.say("/vande")
        await minh.tap("Phản ánh mới (1)")
        await minh.tap("PA-2")
        await minh.tap("Không xử lý")
        await minh.say("Đã có đơn vị khác làm")
        await lan.expects("PA-2: không xử lý tiếp")
        _, *results = await asks(lan)
        assert results == [
            "19/11/2026 · PA-2: không xử lý tiếp. Đã có đơn vị khác làm",
            "19/11/2026 · PA-1: cán bộ trực đã xử lý: Đã dập lửa",
        ]


async def test_the_end_of_a_matter_that_ends_an_alert_is_one_result(database_url):
    async with scene(database_url) as ward:
        lan, _, _, minh = await taken(ward)
        await minh.say("/vande")
        await minh.tap("Phản ánh mới (1)")
        await minh.tap("PA-1")
        await minh.tap("Lập vấn đề")
        await minh.tap("Viết lại")
        await minh.say("Cháy ở bãi rác thôn Đông")
        await minh.expects("Đã lập VD-1")
        await minh.say("/vande")
        await minh.tap("VD-1")
        await minh.tap("Kết thúc")
        await minh.say("Đã dập lửa")
        await lan.expects("PA-1: đã kết thúc. Đã dập lửa")
        assert (await asks(lan))[1:] == ["19/11/2026 · PA-1: đã kết thúc. Đã dập lửa"]


async def test_who_joins_a_matter_after_its_answer_was_told_nothing_and_reads_nothing(database_url):
    async with desk(database_url) as (ward, people):
        lan, minh, hoa = people["lan"], people["minh"], people["hoa"]
        await referred(people)
        await answered(people)
        await approve(hoa)
        await lan.expects("PA-1: Đội Vệ sinh môi trường trả lời")
        await ward.later(minutes=1)
        await filed(minh, OTHER)
        await join(hoa)
        await minh.expects("PA-2")
        assert NOTHING in (await asks(minh))[0]
        await minh.say("/cuatoi")
        await minh.tap("PA-2")
        await minh.expects("đã gộp vào vấn đề")


async def test_an_urgent_report_that_was_put_aside_is_not_said_to_be_settled(database_url):
    async with scene(database_url) as ward:
        lan, _, _, minh = await taken(ward)
        await minh.say("/vande")
        await minh.tap("Phản ánh mới (1)")
        await minh.tap("PA-1")
        await minh.tap("Không xử lý")
        await minh.say("Đã có đơn vị khác làm")
        await lan.expects("PA-1: không xử lý tiếp")
        assert (await asks(lan))[1:] == ["19/11/2026 · PA-1: không xử lý tiếp. Đã có đơn vị khác làm"]
