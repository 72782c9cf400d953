"""Matters at the desk: found, read, and led to an end by forms that work without scripts."""

from __future__ import annotations

import re
from datetime import date

import pytest
from sqlalchemy import insert, select

from storage import directory, inquiries, reports
from storage import matters as rows
from storage.tables import directive, feedback, matter, matter_directive, unit
from tests.house import house
from tests.web.console.dealing import (
    FOUND,
    SAID,
    answered,
    body,
    do,
    matter_of,
    opened,
    referral_of,
    referred,
    seen,
    story,
    told,
)
from tests.web.console.filing import file
from tests.web.console.seats import seated, statements_of

SECRET = "ông Trần Văn Khoát 0987654321"


async def act(home, desk, id, slug, **fields):
    """Send a form of the matter's page as it stands now."""
    return await desk.post(f"/ban/van-de/{id}/{slug}", seen=seen(home, id), **fields)


# -- the list ----------------------------------------------------------------------------------------


async def test_the_list_shows_what_is_open_and_filters(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        late = opened(home, desk, said="Cống tắc ở tổ 4")
        referred(home, desk, late, body(home), days=30)
        other = opened(home, desk, said="Đèn đường tổ 9 tắt")
        closed = opened(home, desk, said="Vỉa hè bị lấn")
        await act(home, desk, closed, "ket-thuc", result="Đã giải tỏa xong ngày 20/11")
        listed = await desk.open("/ban/van-de")
        assert "Cống tắc" in listed and "Đèn đường" in listed and "Vỉa hè" not in listed
        assert "2 vấn đề" in listed and "quá hạn từ" in listed
        for query, found in (
            ("status=closed", {closed}),
            ("status=all", {late, other, closed}),
            ("status=referred", {late}),
            ("overdue=yes", {late}),
            ("mine=yes", {late, other}),
            ("topic=YT", set()),
            ("level=urgent", set()),
            ("topic=MT&level=normal&status=new", {other}),
            ("status=nonsense&topic=%27&unit=x", {late, other}),
        ):
            page = await desk.open(f"/ban/van-de?{query}")
            assert {int(one) for one in re.findall(r'"/ban/van-de/(\d+)"', page)} == found, query


async def test_a_list_of_many_is_read_page_by_page_each_once(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        ids = [opened(home, desk, said=f"Việc số {n} cần xem lại") for n in range(120)]
        page, met = await desk.open("/ban/van-de"), []
        assert "120 vấn đề" in page
        while True:
            met += re.findall(r'"/ban/van-de/(\d+)"', page)
            onward = re.search(r'class="wide" href="([^"]+)"', page)
            if onward is None:
                break
            page = await desk.open(onward[1].replace("&amp;", "&"))
        assert [int(one) for one in met] == ids[::-1]
        assert "Về trang đầu" in page


async def test_a_code_leads_to_its_matter(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        id = opened(home, desk)
        answer = await desk.http.get("/ban/van-de?ma=vd-1")
        assert answer.headers["location"] == f"/ban/van-de/{id}"


# -- one matter --------------------------------------------------------------------------------------


async def test_a_matter_shows_all_that_belongs_to_it(database_url):
    async with house(database_url) as home, seated(home, "coordinator", label="Lan") as desk:
        id = opened(home, desk)
        referral = referred(home, desk, id, body(home))
        answered(home, desk, referral)

        def more(connection):
            new = insert(directive).values(
                unit_id=home.unit_id, number="12-CV/TU", issued_on=date(2026, 11, 2), body="Đảng ủy phường",
                said="Kiểm tra việc thu gom rác", made_at=home.app.now(),
            ).returning(directive.c.id)  # fmt: skip
            number = connection.execute(new).scalar_one()
            connection.execute(insert(matter_directive).values(matter_id=id, directive_id=number))
            connection.execute(
                insert(feedback).values(matter_id=id, round=1, said="clear", at=home.app.now())
            )

        home.database.write_now(more)
        page = await desk.open(f"/ban/van-de/{id}")
        for words in (
            SAID, "Rác ở chợ bốc mùi", "/ban/phan-anh/1", "PC-1 · Đội Vệ sinh", "đã trả lời, chờ duyệt",
            "Có cơ sở", FOUND, "Gom mỗi ngày hai lần", "Đi xem chợ", "12-CV/TU", "02/11/2026", "👍 Đã rõ 1",
            "Lập vấn đề", "Gộp PA-1", "PC-1: trả lời", "Đơn vị, qua đường liên kết",
            f"Điều phối viên CTV-{desk.person}",
        ):  # fmt: skip
            assert words in page, words


async def test_a_report_goes_to_a_unit_and_its_answer_to_the_reporters_by_forms_alone(database_url):
    async with (
        house(database_url) as home,
        seated(home, "collaborator") as reporter,
        seated(home, "coordinator") as desk,
    ):
        where, report = body(home), file(home, "Rác ở chợ bốc mùi", person_id=reporter.person)
        page = await desk.open(f"/ban/phan-anh/{report}")
        look = re.search(r'name="seen" value="([^"]+)"', page)[1]
        path = f"/ban/phan-anh/{report}/chuyen"
        answer = await desk.post(path, seen=look, unit=str(where), kind="normal", said=SAID)
        assert answer.headers["location"] == "/ban/van-de/1?told=referred-by-hand"
        assert matter_of(home, 1).status == "referred" and referral_of(home, 1).said == SAID
        assert any("đã chuyển Đội Vệ sinh xác minh" in one for one in told(home))
        answered(home, desk, 1)
        page = await desk.open("/ban/van-de/1")
        assert f"{FOUND} Gom mỗi ngày hai lần</textarea>" in page
        for slug, fields in (
            ("tra-lai", {"lacking": "Chưa có ảnh"}),
            ("duyet", {"told": FOUND}),
        ):
            answer = await desk.post(f"/ban/tra-loi/1/{slug}", seen=seen(home, 1), **fields)
            assert answer.status_code == 303
            if slug == "tra-lai":
                assert referral_of(home, 1).state == "accepted"
                break
        second = answered(home, desk, 1)
        await desk.post(f"/ban/tra-loi/{second}/duyet", seen=seen(home, 1), told=FOUND)
        assert matter_of(home, 1).status == "fed-back"
        assert any(f"Đội Vệ sinh trả lời: {FOUND}" in one for one in told(home))
        await act(home, desk, 1, "ket-thuc", result="Đã gom rác, mỗi ngày hai lần từ 21/11")
        assert matter_of(home, 1).status == "closed"
        assert any("đã kết thúc. Đã gom rác" in one for one in told(home))
        page = await desk.open("/ban/van-de/1")
        assert "Đã gom rác, mỗi ngày hai lần" in page and "/chuyen" not in page
        await act(home, desk, 1, "mo-lai", why="Rác lại tồn")
        assert matter_of(home, 1).status == "verifying"


async def test_every_step_is_the_offices_and_is_in_the_story(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        id = opened(home, desk)
        report = file(home, "Rác chợ tồn nhiều ngày")
        page = await desk.open(f"/ban/van-de/{id}")
        assert f"Gộp PA-{report}" in page, "suggested by likeness"
        steps = [
            ("xac-minh", {}),
            ("ket-qua", {"verdict": "partly", "checked": "Cùng tổ dân phố ra chợ sáng 20/11"}),
            ("gop", {"report": f"PA-{report}"}),
            ("tach", {"report": str(report)}),
            ("muc", {"level": "attention", "why": "Nhiều người nói"}),
            ("sua-loi", {"matter": "Rác chợ chưa gom, ba ngày"}),
            ("nhay-cam", {}),
            ("bo-nhay-cam", {}),
            ("tra-loi", {"told": "Đã kiểm tra chợ sáng nay, xe gom sẽ đến trước 17 giờ"}),
        ]
        for slug, fields in steps:
            answer = await act(home, desk, id, slug, **fields)
            assert answer.status_code == 303, slug
            assert "told=not-now" not in answer.headers["location"], slug
        acts = [one.act for one in story(home, id)]
        assert acts == [
            "opened", "joined", "verify", "verified", "joined", "split", "level", "reworded", "sensitive",
            "sensitive", "feed-back",
        ]  # fmt: skip
        page = await desk.open(f"/ban/van-de/{id}")
        for words in ("Bắt đầu xác minh", "Kết quả xác minh: Có cơ sở một phần",
                      "Cùng tổ dân phố ra chợ sáng 20/11", f"Tách PA-{report}", "Đổi mức: Cần lưu ý",
                      "Nhiều người nói", "Sửa lời. Lời cũ:", SAID, "Trả lời người báo"):  # fmt: skip
            assert words in page, words


async def test_a_matter_is_put_to_several_units_and_one_has_the_lead(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        id = opened(home, desk)
        for name in ("Đội Vệ sinh", "Ban Đô thị"):
            fields = {"unit": str(body(home, name)), "kind": "complex", "said": SAID}
            assert (await act(home, desk, id, "chuyen", **fields)).status_code == 303
        page = await desk.open(f"/ban/van-de/{id}")
        assert re.findall(r"<h3>(PC-\d · [^<]+?)( <span|<)", page) == [
            ("PC-1 · Đội Vệ sinh", " <span"),
            ("PC-2 · Ban Đô thị", "<"),
        ]
        assert page.count("chủ trì") == 1
        one = answered(home, desk, 1)
        await desk.post(f"/ban/tra-loi/{one}/duyet", seen=seen(home, id), told=FOUND)
        assert matter_of(home, id).status == "answered", "the other unit still owes its part"


async def test_what_reporters_wrote_to_an_answer_is_read_by_who_hears_them(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk, seated(home, "leader") as an:
        id = opened(home, desk)
        values = {"matter_id": id, "round": 1, "said": "unclear", "at": home.app.now()}
        home.database.write_now(
            lambda c: c.execute(insert(feedback).values(why="Vẫn còn rác ở góc chợ", **values))
        )
        assert "Vẫn còn rác ở góc chợ" in await desk.open(f"/ban/van-de/{id}")
        shown = await an.open(f"/ban/van-de/{id}")
        assert "Chưa thỏa đáng 1" in shown and "Vẫn còn rác" not in shown


async def test_a_matter_that_cannot_be_settled_goes_up_and_is_handled_there(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        upper = home.database.read(lambda c: directory.find_unit(c, home.unit_id)).parent_id
        id = opened(home, desk)
        async with seated(home, "coordinator", upper) as above:
            await above.open(f"/ban/van-de/{id}", 404)
            await act(home, desk, id, "cap-tren", why="Phường không có xe gom")
            assert "/cap-tren" not in await above.open(f"/ban/van-de/{id}"), "nobody is above the province"
            assert (await act(home, above, id, "xac-minh")).status_code == 303
            await desk.open(f"/ban/van-de/{id}")
            answer = await desk.post(f"/ban/van-de/{id}/ket-thuc", seen=seen(home, id), result="Xong rồi")
            assert answer.status_code == 404


def verified(page):
    """What the page of a matter says verifying it came to."""
    return re.search(r"<dt>Xác minh</dt><dd>([^<]+)</dd>", page)[1]


async def test_what_verifying_came_to_is_noted_or_approved_and_the_last_counts(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        id = opened(home, desk)
        path = f"/ban/van-de/{id}"

        async def note(verdict, checked="Cùng tổ dân phố ra chợ sáng 20/11"):
            return await act(home, desk, id, "ket-qua", verdict=verdict, checked=checked)

        async def judged(slug, answer, **fields):
            answer = await desk.post(f"/ban/tra-loi/{answer}/{slug}", seen=seen(home, id), **fields)
            assert answer.status_code == 303

        assert verified(await desk.open(path)) == "Chưa xác minh"
        assert (await note("unfounded")).headers["location"] == f"{path}?told=verified"
        assert verified(await desk.open(path)) == "Không có cơ sở"
        assert "<span>Không có cơ sở</span>" in await desk.open("/ban/van-de"), "the desk keeps it in sight"
        for verdict, checked in (("outside", "Đã xem"), ("", "Đã xem"), ("founded", " ")):
            assert (await note(verdict, checked)).status_code == 422
        referral = referred(home, desk, id, body(home))
        await judged("tra-lai", answered(home, desk, referral, verdict="founded"), lacking="Chưa có ảnh")
        answer = answered(home, desk, referral, verdict="partly")
        assert verified(await desk.open(path)) == "Không có cơ sở", "nobody has approved the answer"
        await judged("duyet", answer, told=FOUND)
        assert verified(await desk.open(path)) == "Có cơ sở một phần"
        outside = answered(home, desk, referred(home, desk, id, body(home, "Đội Điện")), verdict="outside")
        await judged("duyet", outside, told=FOUND)
        assert verified(await desk.open(path)) == "Có cơ sở một phần", "it says nothing of the matter"
        await note("unsettled")
        assert verified(await desk.open(path)) == "Chưa xác minh được"
        await note("founded")
        await act(home, desk, id, "ket-thuc", result="Đã gom rác, mỗi ngày hai lần từ 21/11")
        assert verified(await desk.open(path)) == "Có cơ sở"
        assert (await note("unfounded")).status_code == 422
        await act(home, desk, id, "mo-lai", why="Rác lại tồn")
        assert verified(await desk.open(path)) == "Chưa xác minh", "who doubts it wants it looked at anew"


# -- what is typed -----------------------------------------------------------------------------------

WRITTEN = [
    ("/ban/van-de/1/tra-loi", "told", "Đã kiểm tra chợ sáng nay, gặp {} đã dọn hết rác"),
    ("/ban/van-de/1/ket-thuc", "result", "Xong, gặp {}"),
    ("/ban/van-de/1/sua-loi", "matter", "Rác nhà {}"),
    ("/ban/van-de/1/muc", "why", "Gọi {}"),
    ("/ban/van-de/1/cap-tren", "why", "Gọi {}"),
    ("/ban/van-de/1/ket-qua", "checked", "Đã gặp {}, cùng đi xem chợ"),
    ("/ban/van-de/1/chuyen", "said", "Rác nhà {}"),
    ("/ban/tra-loi/1/duyet", "told", "Đã kiểm tra chợ sáng nay, gặp {} đã dọn hết rác"),
    ("/ban/tra-loi/1/tra-lai", "lacking", "Hỏi {}"),
    ("/ban/phieu/1/chuyen-lai", "why", "Hỏi {}"),
    ("/ban/phan-anh/2/van-de", "matter", "Rác nhà {}"),
    ("/ban/phan-anh/2/chuyen", "said", "Rác nhà {}"),
    ("/ban/phan-anh/2/hoi", "question", "Có phải {} không"),
    ("/ban/phan-anh/2/bo", "reason", "Hỏi {}"),
]


@pytest.mark.parametrize(("path", "name", "words"), WRITTEN)
async def test_words_about_citizens_are_masked_shown_and_written_by_pressing_once_more(
    database_url, path, name, words
):
    async with (
        house(database_url) as home,
        seated(home, "collaborator") as reporter,
        seated(home, "coordinator") as desk,
    ):
        where = body(home)
        answered(home, desk, referred(home, desk, opened(home, desk), where))
        file(home, "Đèn đường tắt", person_id=reporter.person)
        before = story(home, 1)
        look = seen(home, 1)
        if "/phan-anh/" in path:
            look = re.search(r'name="seen" value="([^"]+)"', await desk.open("/ban/phan-anh/2"))[1]
        more = {"unit": str(body(home, "Ban Đô thị")), "kind": "normal", "level": "urgent"}
        more["verdict"] = "founded"
        page = await desk.post(path, seen=look, **{name: words.format(SECRET)} | more)
        assert page.status_code == 422
        assert "[tên] [SĐT]" in page.text and "0987654321" not in page.text and "Chưa ghi gì" in page.text
        assert story(home, 1) == before
        if "chuyen-lai" in path or "cap-tren" in path:
            return
        form = dict(re.findall(r'name="([\w-]+)" value="([^"]*)"', page.text.partition('class="again"')[2]))
        masked = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page.text, re.S)[1]
        done = await desk.send(path, **form | {name: masked})
        assert done.status_code == 303, done.text


async def test_nothing_empty_too_long_vague_or_secret_is_written_and_no_word_is_lost(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        id = opened(home, desk)
        for given, said in (
            ("   ", "Cần có lời"),
            ("a" * 2001, "Dài quá 2.000 ký tự"),
            ("Đã tiếp thu ý kiến, sẽ xem xét", "Chưa thấy kết quả cụ thể"),
            ("MẬT. Đã kiểm tra chợ sáng nay, thấy sạch rồi", "có dấu mật"),
        ):
            page = await act(home, desk, id, "tra-loi", told=given)
            assert page.status_code == 422
            assert said in page.text and given.strip() in page.text
        assert [one.act for one in story(home, id)] == ["opened", "joined"]


async def test_a_form_takes_effect_once(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        id = opened(home, desk)
        look, words = seen(home, id), "Đã kiểm tra chợ sáng nay, xe gom sẽ đến trước 17 giờ"
        first = await desk.post(f"/ban/van-de/{id}/tra-loi", seen=look, told=words)
        again = await desk.post(f"/ban/van-de/{id}/tra-loi", seen=look, told=words)
        assert (first.status_code, again.status_code) == (303, 422)
        assert "vừa có thay đổi" in again.text and words in again.text
        assert [one.act for one in story(home, id)].count("feed-back") == 1
        pressed = await desk.post(f"/ban/van-de/{id}/xac-minh", seen=look)
        assert pressed.headers["location"].endswith("told=changed")


# -- sensitive ones ----------------------------------------------------------------------------------


async def test_a_sensitive_matter_is_there_for_those_named_only(database_url):
    async with (
        house(database_url) as home,
        seated(home, "coordinator") as desk,
        seated(home, "coordinator", label="Hoa") as hoa,
        seated(home, "leader") as leader,
    ):
        id = opened(home, desk, said="Chuyện riêng của một hộ")
        referred(home, desk, id, body(home))
        answer = await act(home, desk, id, "nhay-cam", **{f"reader-{hoa.person}": "yes"})
        assert answer.headers["location"].endswith("told=guarded")
        for one, status in ((desk, 200), (hoa, 200), (leader, 404)):
            await one.open(f"/ban/van-de/{id}", status)
            is_seen = status == 200
            assert ("Chuyện riêng" in await one.open("/ban/van-de")) is is_seen
            assert ("PC-1" in await one.open("/ban/phieu")) is is_seen
            assert ("<strong>1</strong> vấn đề đang mở" in await one.open("/ban")) is is_seen
        refused = await leader.post(f"/ban/van-de/{id}/muc", level="urgent", why="x", seen=seen(home, id))
        assert refused.status_code == 404


async def test_named_readers_are_of_the_unit_whoever_a_form_names(database_url):
    async with (
        house(database_url) as home,
        seated(home, "coordinator") as desk,
        seated(home, "observer") as other,
    ):
        id = opened(home, desk)
        await act(home, desk, id, "nhay-cam", **{f"reader-{other.person}": "yes", "reader-x": "yes"})
        assert home.database.read(lambda c: rows.readers_of(c, id)) == [desk.person]


# -- who sees what of it -----------------------------------------------------------------------------


async def test_leaders_read_and_approve_duty_officers_read(database_url):
    async with (
        house(database_url) as home,
        seated(home, "coordinator") as desk,
        seated(home, "leader") as leader,
        seated(home, "duty") as duty,
    ):
        id = opened(home, desk)
        one = answered(home, desk, referred(home, desk, id, body(home)))
        read = await leader.open(f"/ban/van-de/{id}")
        assert FOUND in read and "Duyệt, gửi người báo" in read
        assert "bốc mùi" not in read, "the words of reports are not for leaders"
        assert "1 phản ánh không hiện ở đây" in read
        assert "/phieu/" not in read.replace("/ban/phieu/", ""), "nor the unit's link"
        for way in ("chuyen", "ket-thuc", "muc", "tach"):
            assert f"/{way}" not in read
        read = await duty.open(f"/ban/van-de/{id}")
        assert SAID in read and "bốc mùi" in read
        assert FOUND not in read and "PC-1 ·" not in read and "<textarea" not in read
        assert (await leader.http.get("/ban/phieu/1/phieu.docx")).status_code == 404
        assert (await duty.http.get("/ban/phieu")).status_code == 404
        refused = await duty.post(f"/ban/tra-loi/{one}/duyet", told=FOUND, seen=seen(home, id))
        assert refused.status_code == 404
        done = await leader.post(f"/ban/tra-loi/{one}/duyet", told=FOUND, seen=seen(home, id))
        assert done.status_code == 303 and matter_of(home, id).status == "fed-back"
        assert f"Lãnh đạo CTV-{leader.person}" in await desk.open(f"/ban/van-de/{id}")


async def test_nothing_of_who_reported_is_on_the_pages(database_url):
    async with (
        house(database_url) as home,
        seated(home, "collaborator", label="Bà Bảy Rất Riêng") as reporter,
        seated(home, "coordinator") as desk,
    ):
        report = file(home, "Rác ở chợ bốc mùi", person_id=reporter.person)
        id = opened(home, desk, report=report)
        referred(home, desk, id, body(home))
        for path in (f"/ban/van-de/{id}", "/ban/van-de", "/ban/phieu"):
            page = await desk.open(path)
            assert "Rất Riêng" not in page and f"CTV-{reporter.person}<" not in page
            assert f"CTV-{reporter.person} " not in page


# -- one report --------------------------------------------------------------------------------------


async def test_a_report_is_made_a_matter_joined_asked_about_or_not_dealt_with(database_url):
    async with (
        house(database_url) as home,
        seated(home, "collaborator") as reporter,
        seated(home, "coordinator") as desk,
    ):
        ids = [
            file(home, said, person_id=reporter.person)
            for said in ("Rác ở chợ tồn nhiều ngày", "Rác chợ tồn mấy ngày nay", "Trời nóng quá")
        ]

        async def send(report, slug, **fields):
            page = await desk.open(f"/ban/phan-anh/{report}")
            look = re.search(r'name="seen" value="([^"]+)"', page)[1]
            return await desk.post(f"/ban/phan-anh/{report}/{slug}", seen=look, **fields)

        answer = await send(ids[0], "van-de", matter="Rác ở chợ tồn nhiều ngày")
        assert answer.headers["location"] == "/ban/van-de/1?told=matter-opened"
        assert "Gộp vào VD-1" in await desk.open(f"/ban/phan-anh/{ids[1]}"), "suggested"
        answer = await send(ids[1], "gop", matter="VD-1")
        assert answer.headers["location"].endswith("told=joined")
        page = await desk.open(f"/ban/phan-anh/{ids[1]}")
        assert 'href="/ban/van-de/1">VD-1</a>' in page and "/gop" not in page
        answer = await send(ids[1], "hoi", question="Rác ở đoạn nào của chợ?")
        assert answer.headers["location"].endswith("told=reporter-asked")
        assert "Chưa có trả lời" in await desk.open(f"/ban/phan-anh/{ids[1]}")
        do(
            home,
            desk.person,
            lambda post, _: inquiries.answered(
                post.connection,
                1,
                reports.add_amendment(
                    post.connection, ids[1], "addition", "Cuối chợ, cạnh cổng sau", post.now
                ),
                post.now,
            ),
        )
        page = await desk.open(f"/ban/phan-anh/{ids[1]}")
        assert "Rác ở đoạn nào" in page and "Cuối chợ, cạnh cổng sau" in page
        answer = await send(ids[2], "bo", reason="Không nêu việc cụ thể")
        assert answer.headers["location"].endswith("told=excluded")
        assert '/bo"' not in await desk.open(f"/ban/phan-anh/{ids[2]}")


async def test_duty_officers_ask_and_set_aside_but_make_no_matter(sqlite_url):
    async with (
        house(sqlite_url) as home,
        seated(home, "collaborator") as reporter,
        seated(home, "duty") as duty,
    ):
        report = file(home, "Rác ở chợ", person_id=reporter.person)
        page = await duty.open(f"/ban/phan-anh/{report}")
        assert '/hoi"' in page and '/bo"' in page and "/van-de" not in page.partition("</nav>")[2]
        answer = await duty.post(f"/ban/phan-anh/{report}/van-de", matter="Rác ở chợ", seen="x")
        assert answer.status_code == 404


async def test_a_sealed_report_is_not_on_the_page_of_a_matter_of_its_own_unit(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        id = opened(home, desk)
        hidden = file(home, "Chuyện gửi cấp trên", sealed=True)
        home.database.write_now(lambda c: rows.join(c, id, hidden, home.app.now()))
        page = await desk.open(f"/ban/van-de/{id}")
        assert "Chuyện gửi" not in page
        answer = await desk.post(f"/ban/phan-anh/{hidden}/bo", reason="x", seen="x")
        assert answer.status_code == 404


# -- directives ------------------------------------------------------------------------------------------

DIRECTIVE = {
    "number": "15 -cv/đu",
    "issued": "2026-11-02",
    "body": "Đảng ủy  phường",
    "summary": f"Giao {SECRET} gom rác",
}


async def test_a_directive_is_tied_by_a_form_and_its_words_stay_as_written(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        id, other = opened(home, desk), opened(home, desk, said="Việc khác")
        answer = await act(home, desk, id, "van-ban", **DIRECTIVE)
        assert answer.headers["location"] == f"/ban/van-de/{id}?told=directive"
        [kept] = home.rows(directive)
        assert (kept.unit_id, kept.number, kept.body) == (home.unit_id, "15-CV/ĐU", "Đảng ủy phường")
        assert (kept.issued_on, kept.said) == (date(2026, 11, 2), DIRECTIVE["summary"])
        page = await desk.open(f"/ban/van-de/{id}")
        assert "<strong>15-CV/ĐU</strong>, 02/11/2026, Đảng ủy phường" in page
        assert page.count(DIRECTIVE["summary"]) == 2, "under the matter and in its story"
        assert "<strong>Gắn văn bản chỉ đạo</strong>" in page and "van-ban-da-co" not in page
        assert f'<option value="{kept.id}">15-CV/ĐU, 02/11/2026' in await desk.open(f"/ban/van-de/{other}")
        answer = await act(home, desk, other, "van-ban-da-co", directive=str(kept.id))
        assert answer.headers["location"] == f"/ban/van-de/{other}?told=directive"
        assert [one.act for one in story(home, other)][-1] == "directive"
        assert {one.matter_id for one in home.rows(matter_directive)} == {id, other}


async def test_a_directive_of_a_known_number_is_that_one_and_nothing_typed_is_lost(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        id = opened(home, desk)
        for fields, problem in (
            ({"issued": "2099-01-01"}, "Chưa rõ ngày"),
            ({"issued": "hôm kia kìa"}, "Chưa rõ ngày"),
            ({"number": ""}, "Cần có lời"),
            ({"body": "x" * 201}, "Dài quá 200"),
            ({"summary": "Tài liệu MẬT, không phổ biến"}, "mật"),
        ):
            answer = await act(home, desk, id, "van-ban", **DIRECTIVE | fields)
            assert answer.status_code == 422 and problem in answer.text, fields
            kept = (DIRECTIVE | fields)["summary"]
            assert 'type="date" name="issued"' in answer.text and kept in answer.text
        assert home.rows(directive) == []
        await act(home, desk, id, "van-ban", **DIRECTIVE)
        again = await act(home, desk, id, "van-ban", **DIRECTIVE | {"number": "15-CV/ĐU", "body": "Ai đó"})
        assert again.status_code == 422 and "đã gắn với vấn đề" in again.text
        [kept] = home.rows(directive)
        assert kept.body == "Đảng ủy phường" and len(home.rows(matter_directive)) == 1


async def test_only_directives_of_the_unit_are_tied_and_only_by_who_has_the_matter_in_hand(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        id, where = opened(home, desk), body(home)

        def foreign(connection):
            new = insert(directive).values(
                unit_id=where, number="9", issued_on=date(2026, 11, 2), body="x", said="x",
                made_at=home.app.now(),
            )  # fmt: skip
            return connection.execute(new.returning(directive.c.id)).scalar_one()

        number = home.database.write_now(foreign)
        assert "van-ban-da-co" not in await desk.open(f"/ban/van-de/{id}")
        answer = await act(home, desk, id, "van-ban-da-co", directive=str(number))
        assert answer.headers["location"].endswith("told=not-now")
        for role in ("leader", "duty"):
            async with seated(home, role) as one:
                assert "/van-ban" not in await one.open(f"/ban/van-de/{id}")
                assert (await act(home, one, id, "van-ban", **DIRECTIVE)).status_code == 404
        assert home.rows(matter_directive) == []


# -- cost --------------------------------------------------------------------------------------------


async def test_pages_cost_the_same_with_ten_and_a_thousand_matters(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        where, counts = body(home), []
        first = opened(home, desk)
        for n in (10, 990):
            for m in range(10):
                id = opened(home, desk, said=f"Việc {n} {m} ở chợ")
                answered(home, desk, referred(home, desk, id, where)) if m % 2 else referred(
                    home, desk, id, where, days=m
                )

            def fill(connection, n=n):
                made = connection.execute(select(matter).where(matter.c.id == first)).mappings().one()
                values = {key: value for key, value in made.items() if key != "id"}
                connection.execute(insert(matter), [values for _ in range(n)])

            home.database.write_now(fill)
            await home.quiet()
            paths = ("/ban/van-de", "/ban/phieu", "/ban", f"/ban/van-de/{first}", "/ban/phan-anh/1")
            counts.append([await statements_of(home, lambda path=path: desk.open(path)) for path in paths])
        assert all(more <= few for few, more in zip(*counts, strict=True)), counts
        assert max(counts[0]) <= 40, counts


async def test_who_may_not_is_told_of_no_matter(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        foreign = insert(unit).values(code="KHAC", name="Phường Khác", type="commune", territorial=True)
        other = home.database.write_now(lambda c: c.execute(foreign.returning(unit.c.id)).scalar_one())
        id = opened(home, desk)
        async with seated(home, "coordinator", other) as stranger:
            await stranger.open(f"/ban/van-de/{id}", 404)
            await stranger.open("/ban/van-de/999999999999999999999", 404)
            answer = await stranger.http.get(f"/ban/van-de?ma=VD-{id}")
            assert answer.status_code == 303, "a code is never looked up: the page behind it asks"
