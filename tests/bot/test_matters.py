"""From a report to an answer that comes back: coordinators, units and reporters in their own chats."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from datetime import date, timedelta

from sqlalchemy import insert, update

from storage.tables import answer, feedback, matter, matter_event, referral, unit, unit_alias
from tests.bot.flows import filed
from tests.bot.test_alerts import Scene, scene
from tests.loopback.person import Person

OTHER = "Rác chợ Hoa Sen chất đống mấy hôm nay không thấy xe gom"
FOUND = "Đã kiểm tra ngày 20/11: xe gom hỏng, đã điều xe dự phòng gom hết trong ngày"


@contextlib.asynccontextmanager
async def desk(url: str) -> AsyncIterator[tuple[Scene, dict[str, Person]]]:
    """A ward with two reporters, a coordinator, and the office that collects waste."""
    async with scene(url) as ward:
        ward.home.database.write_now(
            lambda c: c.execute(
                insert(unit).values(
                    code="VS",
                    name="Đội Vệ sinh môi trường",
                    type="body",
                    territorial=False,
                    parent_id=ward.home.unit_id,
                )
            )
        )
        people = {
            "lan": await ward.person(1),
            "minh": await ward.person(2),
            "hoa": await ward.person(3, "coordinator"),
            "van": await ward.person(4, "unit", "VS"),
        }
        yield ward, people


async def referred(people: dict[str, Person]) -> None:
    """Lan reports, Hoa puts it to the waste office in her own words."""
    hoa = people["hoa"]
    await filed(people["lan"])
    await hoa.say("/vande")
    await hoa.tap("Phản ánh mới (1)")
    await hoa.tap("PA-1")
    await hoa.tap("Chuyển đơn vị")
    await hoa.tap("Đội Vệ sinh")
    await hoa.tap("Thường:")
    await hoa.expects("Nội dung đơn vị sẽ đọc:")
    await hoa.tap("Sửa nội dung")
    await hoa.say("Rác ở chợ Hoa Sen tồn nhiều ngày")
    await hoa.expects("Rác ở chợ Hoa Sen tồn nhiều ngày\nKhông kèm")
    await hoa.tap("✅ Chuyển")
    await hoa.expects("Đã chuyển PC-1 cho Đội Vệ sinh môi trường")


async def answered(people: dict[str, Person]) -> None:
    """The waste office answers in its chat."""
    van = people["van"]
    await van.tap("Mở phiếu chuyển")
    await van.tap("Tiếp nhận")
    await van.expects("Đã tiếp nhận")
    await van.say("/phieu")
    await van.tap("PC-1")
    await van.tap("✍️ Trả lời")
    offered = [label for row in (await van.expects("kết quả xác minh")).labels for label in row]
    assert not {"Đang xác minh", "Ngoài thẩm quyền"} & set(offered), "those of the page and no others"
    await van.tap("Có cơ sở")
    await van.expects("Kết quả kiểm tra")
    await van.say(FOUND)
    await van.tap("Bỏ qua")
    await van.say("Gom mỗi ngày hai lần")
    await van.tap("Chưa có ngày")
    await van.tap("Gửi trả lời")
    await van.expects("đã gửi trả lời")


async def approve(coordinator: Person) -> None:
    """The answer that has come is sent on to those who reported."""
    await coordinator.tap("Xem trả lời")
    await coordinator.tap("Duyệt, gửi CTV")


async def join(coordinator: Person) -> None:
    """The second report is put into the matter of the first."""
    await coordinator.say("/vande")
    await coordinator.tap("Phản ánh mới (1)")
    await coordinator.tap("PA-2")
    await coordinator.tap("Gộp vào VD-1")


async def test_a_report_goes_to_a_unit_and_its_answer_comes_back_to_whoever_reported(database_url):
    async with desk(database_url) as (ward, people):
        lan, hoa, van = people["lan"], people["hoa"], people["van"]
        await referred(people)
        told = await lan.expects("PA-1: đã chuyển Đội Vệ sinh môi trường xác minh")
        assert "17:00 27/11" in told.text, "five working days, the holiday of 24/11 not counted"
        asked = await van.expects("Phiếu chuyển PC-1")
        assert "Rác ở chợ Hoa Sen tồn nhiều ngày" in asked.text
        await answered(people)
        await hoa.expects("PC-1: Đội Vệ sinh môi trường đã trả lời")
        await hoa.tap("Xem trả lời")
        await hoa.expects("Có cơ sở")
        await hoa.tap("Duyệt, gửi CTV")
        reply = await lan.expects("PA-1: Đội Vệ sinh môi trường trả lời")
        assert FOUND in reply.text and "Gom mỗi ngày" in reply.text
        await lan.tap("Đã rõ")
        await lan.expects("Đã ghi: đã rõ")
        await hoa.say("/vande")
        await hoa.tap("VD-1")
        shown = await hoa.expects("👍 Đã rõ 1")
        assert "đã phản hồi CTV" in shown.text
        await hoa.tap("Kết thúc")
        await hoa.say("Đã gom rác, hai lần mỗi ngày từ 21/11")
        await hoa.expects("VD-1: đã kết thúc")
        await lan.expects("PA-1: đã kết thúc. Đã gom rác")
        events = [row.act for row in ward.home.rows(matter_event)]
        assert events == [
            "opened", "joined", "refer", "accepted", "handed-in", "answer", "approved", "feed-back", "close",
        ]  # fmt: skip
        assert [row.status for row in ward.home.rows(matter)] == ["closed"]


async def test_a_leader_finds_open_matters_in_the_chat_and_approves_there(database_url):
    async with desk(database_url) as (ward, people):
        leader = await ward.person(8, "leader")
        await referred(people)
        await answered(people)
        await leader.say("/vande")
        assert "Phản ánh mới" not in str((await leader.expects("Vấn đề nào")).labels)
        await leader.tap("VD-1")
        offered = [label for row in (await leader.expects("Đội Vệ sinh")).labels for label in row]
        assert offered == ["📬 Xem trả lời", "Đóng", "‹ Quay lại"]
        await approve(leader)
        assert FOUND in (await people["lan"].expects("PA-1: Đội Vệ sinh môi trường trả lời")).text


async def test_a_menu_left_open_is_no_draft_when_a_button_is_pressed(database_url):
    async with desk(database_url) as (ward, people):
        hoa = people["hoa"]
        await referred(people)
        await answered(people)
        await hoa.say("/vande")
        await hoa.expects("Vấn đề nào")
        await approve(hoa)
        await hoa.expects("VD-1: đã duyệt")
        await ward.quiet()
        assert "bản nháp" not in hoa.show()


async def test_a_coordinator_who_chases_hears_that_nobody_of_the_unit_can_be_told(database_url):
    async with desk(database_url) as (ward, people):
        hoa = people["hoa"]
        await referred(people)
        for known in (True, False):
            await hoa.say("/vande")
            await hoa.tap("VD-1")
            await hoa.tap("Đôn đốc")
            told = (await hoa.expects("Đã đôn đốc PC-1")).text
            assert ("chưa có ai nhận tin ở đây" not in told and "/phieu/" not in told) is known
            if known:
                await people["van"].block()
                await ward.quiet()


async def test_nothing_of_the_reporter_reaches_the_unit(database_url):
    async with desk(database_url) as (_, people):
        await referred(people)
        await answered(people)
        for message in people["van"].screen:
            for secret in ("CTV-1", "PA-1", "bốc mùi", "mùi hôi", "telegram", "09:00"):
                assert secret not in message.text, message


async def test_an_answer_that_does_not_do_goes_back_with_a_reason_and_owes_another(database_url):
    async with desk(database_url) as (ward, people):
        lan, hoa, van = people["lan"], people["hoa"], people["van"]
        await referred(people)
        await answered(people)
        await hoa.tap("Xem trả lời")
        await hoa.tap("Trả lại đơn vị")
        await hoa.say("Cần ảnh và ngày hoàn thành")
        await hoa.expects("Đã trả lại đơn vị")
        await van.expects("Cần ảnh và ngày hoàn thành")
        assert not any(
            "trả lời" in message.text
            for message in lan.screen
            if "Đội" in message.text and "hẹn" not in message.text
        )
        await van.say("/phieu")
        await van.tap("PC-1")
        await van.tap("✍️ Trả lời")
        await van.tap("Không có cơ sở")
        await van.expects("Kết quả kiểm tra")
        await van.say("Đã kiểm tra ngày 20/11 cùng ban quản lý chợ: rác đã gom, không còn tồn")
        await van.expects("Đã kiểm tra những gì?")
        await van.tap("Bỏ qua")
        await van.expects("Sẽ làm gì?")
        await van.tap("Bỏ qua")
        await van.tap("Gửi trả lời")
        await hoa.expects("đã trả lời. Đã kiểm tra ngày 20/11 cùng ban quản lý chợ")
        await hoa.tap("Xem trả lời")
        await hoa.expects("trả lời: Không có cơ sở")
        await hoa.tap("Duyệt, gửi CTV")
        await lan.expects("rác đã gom, không còn tồn")
        assert [row.state for row in ward.home.rows(answer)] == ["sent-back", "approved"]


async def test_what_verifying_came_to_is_noted_masked_and_can_be_noted_anew(database_url):
    async with desk(database_url) as (ward, people):
        lan, hoa = people["lan"], people["hoa"]
        await filed(lan)
        await hoa.say("/vande")
        await hoa.tap("Phản ánh mới (1)")
        await hoa.tap("PA-1")
        await hoa.tap("Lập vấn đề")
        await hoa.tap("Dùng lời này")
        await hoa.expects("Đã lập VD-1")
        told = len(lan.screen)
        for before, verdict, how in (
            ("Chưa xác minh", "Không có cơ sở", "Gặp ông Trần Văn Khoát 0987654321: chợ đã sạch"),
            ("Không có cơ sở", "Có cơ sở", "Ra chợ sáng 20/11: còn một đống ở cổng sau"),
        ):
            await hoa.say("/vande")
            await hoa.tap("VD-1")
            await hoa.expects(f"🔎 {before}")
            await hoa.tap("Việc khác")
            await hoa.tap("Kết quả xác minh")
            await hoa.expects("VD-1: kết quả xác minh?")
            await hoa.tap(verdict)
            await hoa.expects("Đã kiểm tra những gì?")
            await hoa.say(how)
            await hoa.expects(f"VD-1: đã ghi kết quả xác minh. {verdict}.")
        await ward.quiet()
        assert len(lan.screen) == told, "it is the desk's own"
        noted = [row for row in ward.home.rows(matter_event) if row.act == "verified"]
        assert [row.detail for row in noted] == [{"verdict": "unfounded"}, {"verdict": "founded"}]
        assert noted[0].said == "Gặp ông [tên] [SĐT]: chợ đã sạch"
        assert all(row.person_id for row in noted)


async def test_two_who_find_it_unclear_open_the_matter_again(database_url):
    async with desk(database_url) as (ward, people):
        lan, minh, hoa = people["lan"], people["minh"], people["hoa"]
        await referred(people)
        await filed(minh, OTHER)
        await join(hoa)
        await minh.expects("PA-2")
        await answered(people)
        await approve(hoa)
        for one in (lan, minh):
            await one.expects("Đội Vệ sinh môi trường trả lời")
            await one.tap("Chưa thỏa đáng")
            await one.expects("Còn chưa rõ điều gì?")
        await minh.say("Vẫn còn mùi, chưa phun khử")
        await minh.expects("Đã gửi điều phối viên")
        await lan.tap("Bỏ qua")
        await hoa.expects("VD-1 mở lại")
        await hoa.expects("người báo viết: Vẫn còn mùi, chưa phun khử")
        assert [row.status for row in ward.home.rows(matter)] == ["verifying"]
        assert sorted(row.said for row in ward.home.rows(feedback)) == ["unclear", "unclear"]
        assert not any("CTV-1" in message.text for message in hoa.screen), "who finds it unclear is not told"


async def test_pressing_unclear_twice_is_one_voice(database_url):
    async with desk(database_url) as (ward, people):
        lan, hoa = people["lan"], people["hoa"]
        await referred(people)
        await answered(people)
        await approve(hoa)
        shown = await lan.expects("Đội Vệ sinh môi trường trả lời")
        for _ in range(3):
            await lan.tap("Chưa thỏa đáng", shown)
        await ward.quiet()
        assert [row.status for row in ward.home.rows(matter)] == ["fed-back"]
        await lan.tap("Đã rõ", shown)
        await lan.expects("Đã ghi: đã rõ")
        assert [row.said for row in ward.home.rows(feedback)] == ["clear"]


async def test_a_coordinator_asks_the_reporter_and_the_answer_stays_with_the_report(database_url):
    async with desk(database_url) as (_, people):
        lan, hoa = people["lan"], people["hoa"]
        await filed(lan)
        await hoa.say("/vande")
        await hoa.tap("Phản ánh mới (1)")
        await hoa.tap("PA-1")
        await hoa.tap("Hỏi thêm")
        await hoa.say("Rác ở cổng nào của chợ?")
        await hoa.expects("Đã hỏi người báo PA-1")
        asked = await lan.expects("điều phối viên hỏi: Rác ở cổng nào của chợ?")
        assert "CTV" not in asked.text and "Hoa" not in asked.text.replace("Hoa Sen", "")
        await lan.tap("✍️ Trả lời")
        await lan.say("Ở cổng sau, giáp kênh")
        await lan.expects("Đã gửi điều phối viên")
        told = await hoa.expects("Người báo trả lời: Ở cổng sau, giáp kênh")
        assert "CTV" not in told.text
        await hoa.tap("Xử lý phản ánh")
        await hoa.expects("➕ Ở cổng sau, giáp kênh")


async def test_an_urgent_report_is_claimed_and_referred_by_chat_alone(database_url):
    async with desk(database_url) as (ward, people):
        lan, hoa = people["lan"], people["hoa"]
        await filed(lan, "KHẨN rác chợ Hoa Sen bốc cháy sau khu nhà", send="🔴 Gửi khẩn")
        await hoa.tap("Tôi nhận xử lý")
        await hoa.expects("Việc tiếp theo với PA-1?")
        await hoa.tap("Xử lý phản ánh")
        await hoa.tap("Chuyển đơn vị")
        await hoa.tap("Đội Vệ sinh")
        await hoa.tap("🔴 Khẩn:")
        await hoa.tap("✅ Chuyển")
        sent = await hoa.expects("Đã chuyển PC-1")
        assert "/phieu/" in sent.text
        due = ward.home.rows(referral)[0].due_at
        assert due.isoformat() == "2026-11-19T08:00:00+00:00", (
            "four working hours from 09:00, lunch not counted"
        )


async def test_a_unit_gives_back_what_is_not_its_competence_and_another_takes_it(database_url):
    async with desk(database_url) as (ward, people):
        hoa, van = people["hoa"], people["van"]
        await referred(people)
        await van.tap("Mở phiếu chuyển")
        await van.tap("Ngoài thẩm quyền")
        await van.say("Chợ do Ban quản lý chợ phụ trách")
        await van.expects("Đã trả lại điều phối viên")
        await hoa.expects("trả lại, không thuộc thẩm quyền. Lý do: Chợ do Ban quản lý chợ phụ trách")
        assert [row.status for row in ward.home.rows(matter)] == ["verifying"]
        await hoa.tap("Chuyển đơn vị khác")
        await hoa.tap("Việc khác")
        await hoa.expects(lambda shown: "Đang xác minh" not in shown.text and "Đổi mức" in str(shown.rows))
        await hoa.tap("Chuyển đơn vị khác", hoa.screen[-1])
        await hoa.tap("Tỉnh Mẫu")
        await hoa.say("Ban quản lý chợ thuộc tỉnh")
        await hoa.expects("Đã chuyển PC-2 cho Tỉnh Mẫu")
        rows = ward.home.rows(referral)
        assert [row.state for row in rows] == ["returned", "sent"] and rows[1].follows_id == rows[0].id


async def test_more_time_is_asked_for_and_granted(database_url):
    async with desk(database_url) as (ward, people):
        hoa, van = people["hoa"], people["van"]
        await referred(people)
        await van.tap("Mở phiếu chuyển")
        await van.tap("Xin thêm thời gian")
        await van.say("1/12 17:00")
        await van.say("Chờ xe sửa xong")
        await van.expects("Đã xin thêm thời gian")
        await hoa.tap("Đồng ý gia hạn")
        await van.expects("PC-1: đã gia hạn đến 17:00 01/12")
        assert ward.home.rows(referral)[0].due_at.isoformat() == "2026-12-01T10:00:00+00:00"


async def test_an_answer_that_says_nothing_is_asked_on_and_keeps_what_was_written(database_url):
    async with desk(database_url) as (_, people):
        van = people["van"]
        await referred(people)
        await van.tap("Mở phiếu chuyển")
        await van.tap("✍️ Trả lời")
        await van.tap("Có cơ sở")
        await van.say("Đã tiếp thu ý kiến, sẽ xem xét theo quy định")
        await van.expects("Chưa thấy kết quả cụ thể")
        await van.say("Xe gom hỏng ba ngày, đã điều xe dự phòng")
        await van.expects("Đã kiểm tra những gì?")


async def test_a_unit_is_reminded_and_its_coordinator_hears_daily_of_what_is_overdue(database_url):
    async with desk(database_url) as (ward, people):
        hoa, van = people["hoa"], people["van"]
        await referred(people)
        await ward.quiet()
        seen = {name: len(one.screen) for name, one in people.items()}
        for _ in range(12 * 12):
            await ward.home.later(ward.clock, hours=2)
        await ward.quiet()
        to_unit = [m.text.split("\n")[0] for m in van.screen[seen["van"] :] if "đến hạn" in m.text]
        assert len(to_unit) == 3, to_unit
        late = [m.text for m in hoa.screen[seen["hoa"] :] if "quá hạn trả lời" in m.text]
        assert [text.split(" ngày")[0][-1] for text in late] == ["1", "2"], late


async def test_forged_buttons_do_nothing_for_those_who_may_not(database_url):
    async with desk(database_url) as (ward, people):
        await referred(people)
        await answered(people)
        stranger = await ward.person(9)
        await stranger.say("/trogiup")
        shown = await stranger.expects("")
        for button in (
            "x.matter.1",
            "x.handle.1",
            "x.judge.1",
            "x.chase.1",
            "x.grant.1",
            "x.unclear.2t",
            "x.tell.1",
            "x.referral.1",
        ):
            await stranger.tap_stale(button, shown)
            await ward.quiet()
            for message in stranger.screen:
                for secret in ("Rác", "VD-1", FOUND, "Đội Vệ sinh"):
                    assert secret not in message.text, (button, message)
            assert [row.status for row in ward.home.rows(matter)] == ["answered"], button


async def test_a_former_name_leads_to_what_followed_and_one_that_several_have_is_asked(database_url):
    async with desk(database_url) as (ward, people):
        hoa = people["hoa"]

        def merge(connection) -> None:
            def add(code, name, **more):
                values = {"code": code, "name": name, "type": "body", "territorial": False} | more
                values["parent_id"] = ward.home.unit_id
                return connection.execute(insert(unit).values(values).returning(unit.c.id)).scalar_one()

            water = add("NUOC", "Công ty Cấp nước")
            gone = add("Q10", "Quận 10", successor_id=water, valid_to_on=date(2025, 6, 30))
            add("MAI", "Trạm Mai sau", valid_from_on=date(2027, 1, 1))
            cheered = [(add("A", "Đội An ninh"), "Đội trật tự"), (add("B", "Đội Bảo vệ"), "Đội trật tự")]
            for id, name in [*cheered, (gone, "Thành phố cũ")]:
                connection.execute(insert(unit_alias).values(unit_id=id, name=name, folded=name.lower()))

        ward.home.database.write_now(merge)
        await filed(people["lan"])
        await hoa.say("/vande")
        await hoa.tap("Phản ánh mới (1)")
        await hoa.tap("PA-1")
        await hoa.tap("Chuyển đơn vị")
        shown = await hoa.expects("đơn vị nào")
        labels = [label for row in shown.labels for label in row]
        assert "Công ty Cấp nước" in labels
        assert not {"Quận 10", "Trạm Mai sau"} & set(labels)
        await hoa.say("đội trật tự")
        both = await hoa.expects("Có 2 đơn vị mang tên này")
        assert both.labels[:2] == [["Đội An ninh"], ["Đội Bảo vệ"]]
        await hoa.say("quay lại")
        await hoa.expects("đơn vị nào")
        await hoa.say("UBND Q10")
        await hoa.expects("Công ty Cấp nước")
        await hoa.tap("Thường:")
        await hoa.expects("Nội dung đơn vị sẽ đọc:")


async def test_what_a_former_unit_left_open_is_led_by_whoever_coordinates_what_followed(database_url):
    async with desk(database_url) as (ward, people):

        def add(connection) -> None:
            values = {"code": "MOI", "name": "Phường Mới", "type": "commune", "territorial": True}
            connection.execute(insert(unit).values(values))

        ward.home.database.write_now(add)
        nga = await ward.person(6, "coordinator", "MOI")
        await filed(people["lan"])
        await nga.say("/vande")
        await nga.expects("Không có vấn đề nào đang mở")

        def merge(connection) -> None:
            new = next(row.id for row in ward.home.rows(unit) if row.code == "MOI")
            ended = {"successor_id": new, "valid_to_on": ward.clock.now.date() - timedelta(days=1)}
            connection.execute(update(unit).where(unit.c.id == ward.home.unit_id).values(ended))
            connection.execute(update(unit).where(unit.c.code == "VS").values(parent_id=new))

        ward.home.database.write_now(merge)
        await nga.say("/vande")
        await nga.tap("Phản ánh mới (1)")
        await nga.tap("PA-1")
        await nga.tap("Chuyển đơn vị")
        await nga.tap("Đội Vệ sinh")
        await nga.tap("Thường:")
        await nga.tap("✅ Chuyển")
        await nga.expects("Đã chuyển PC-1 cho Đội Vệ sinh môi trường")
        await answered(people)
        await nga.expects("PC-1: Đội Vệ sinh môi trường đã trả lời")
