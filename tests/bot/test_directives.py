"""What a matter is tied to, in a coordinator's chat: directives, a campaign, work given out of it."""

from __future__ import annotations

from storage.tables import campaign, directive, matter, matter_directive, matter_event, task
from tests.bot.flows import filed
from tests.bot.test_matters import desk
from tests.loopback.person import Person


async def opened(hoa: Person, code: str) -> None:
    """A matter of the report PA-n, then what else can be done about it."""
    await hoa.say("/vande")
    await hoa.tap("Phản ánh mới")
    shown = await hoa.expects("Phản ánh nào?")
    await hoa.tap(code, shown)
    await hoa.expects(f"{code} ·")
    await hoa.tap("Lập vấn đề")
    await hoa.expects("bằng lời của điều phối viên")
    await hoa.tap("Dùng lời này")
    await hoa.expects("Đã lập")


async def more(hoa: Person, code: str, act: str) -> None:
    """[Việc khác] of a matter, then one of them."""
    await hoa.say("/vande")
    shown = await hoa.expects("Vấn đề nào?")
    await hoa.tap(code, shown)
    await hoa.expects(f"{code} ·")
    await hoa.tap("Việc khác")
    await hoa.expects(lambda message: act in str(message.rows))
    await hoa.tap(act)


async def test_one_directive_stands_under_several_matters_and_in_their_events(database_url):
    async with desk(database_url) as (ward, people):
        lan, minh, hoa = people["lan"], people["minh"], people["hoa"]
        await filed(lan)
        await filed(minh, "Dân phản ánh đèn đường tắt cả tuần ở khu phố 3")
        await opened(hoa, "PA-1")
        await opened(hoa, "PA-2")
        await more(hoa, "VD-1", "Văn bản chỉ đạo")
        await hoa.expects("Số, ký hiệu văn bản?")
        await hoa.say("15-cv/đu")
        await hoa.expects("Ban hành ngày nào?")
        await hoa.say("20/11")
        await hoa.expects("Chưa rõ ngày")
        await hoa.say("18/11")
        await hoa.expects("Cơ quan ban hành?")
        await hoa.say("Đảng ủy phường")
        await hoa.say("Ông Nguyễn Văn Bí thư chỉ đạo gom rác trước 25/11")
        await hoa.expects("VD-1: đã gắn văn bản 15-CV/ĐU")
        await more(hoa, "VD-2", "Văn bản chỉ đạo")
        await hoa.expects("Hoặc chọn văn bản đã có")
        await hoa.tap("15-CV/ĐU")
        await hoa.expects("VD-2: đã gắn")
        await more(hoa, "VD-2", "Văn bản chỉ đạo")
        await hoa.say("15 -CV/ĐU")
        await hoa.tap("Hôm nay")
        await hoa.say("Ai đó")
        await hoa.say("Gì đó")
        await hoa.expects("không làm được")
        [row] = ward.home.rows(directive)
        assert row.said == "Ông Nguyễn Văn Bí thư chỉ đạo gom rác trước 25/11", "official words stay"
        assert len(ward.home.rows(matter_directive)) == 2
        assert sum(one.act == "directive" for one in ward.home.rows(matter_event)) == 2
        await hoa.say("/vande")
        await hoa.tap("VD-1", await hoa.expects("Vấn đề nào?"))
        await hoa.expects("📜 15-CV/ĐU ngày 18/11/2026, Đảng ủy phường")


async def test_a_matter_is_tied_to_a_campaign_and_gives_somebody_work(database_url):
    async with desk(database_url) as (ward, people):
        lan, hoa = people["lan"], people["hoa"]
        await filed(lan)
        await opened(hoa, "PA-1")
        values = {
            "unit_id": ward.home.unit_id, "code": "D-1", "title": "Năm đô thị văn minh", "kind": "year",
            "words": "rác", "from_on": ward.clock.now.date(),
        }  # fmt: skip
        ward.home.database.write_now(lambda c: c.execute(campaign.insert().values(values)))
        await more(hoa, "VD-1", "Gắn đợt")
        await hoa.expects("Thuộc đợt nào?")
        await hoa.tap("Năm đô thị văn minh")
        await hoa.expects("VD-1: đã gắn")
        assert ward.home.rows(matter)[0].campaign_id is not None
        await more(hoa, "VD-1", "Giao việc")
        await hoa.expects("Làm việc gì?")
        await hoa.say("Kiểm tra lịch gom rác")
        await hoa.expects("Ai làm?")
        await hoa.tap("CTV-2")
        await hoa.expects("Xong trước ngày nào?")
        await hoa.say("25/11")
        await hoa.expects("đã giao việc VC-1")
        await people["minh"].expects("Việc VC-1, hạn 25/11/2026")
        await people["minh"].tap("✅ Đã xong")
        await people["minh"].say("Đã kiểm tra, xe gom hai lần mỗi ngày")
        await hoa.expects("Việc VC-1 đã xong")
        assert [row.matter_id for row in ward.home.rows(task)] == [1]
        assert [one.act for one in ward.home.rows(matter_event)][-2:] == ["task-given", "task-done"]
