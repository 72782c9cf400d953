"""The list of reports and one report, as staff see them."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import timedelta

import pytest
from sqlalchemy import insert

from office import answers, closing, directives, inquiries, matters
from office.rules import Rules
from storage import alerts, reports
from storage import matters as rows
from storage.tables import amendment, attachment, audit, metadata, outbox, report, saved_view, unit
from tests.bot.flows import filed, quiet, ward
from tests.house import MovableClock, house
from tests.web.console.dealing import answered, body, do, opened, referred
from tests.web.console.filing import add, file
from tests.web.console.seats import person_with, seated, statements_of


def codes(page: str) -> list[int]:
    """The reports of a list, in order."""
    return [int(one) for one in re.findall(r"<strong>PA-(\d+)</strong>", page)]


def onward(page: str) -> str:
    """The address of the page after this one; "" for the last."""
    found = re.search(r'class="wide" href="([^"]*sau=[^"]+)"', page)
    return found[1].replace("&amp;", "&") if found else ""


async def test_the_newest_report_stands_first(database_url):
    clock = MovableClock()
    async with house(database_url, now=clock) as home, seated(home, "coordinator") as desk:
        first = file(home, "Rác ở chợ ba ngày chưa dọn")
        clock.move(minutes=1)
        second = file(home, "Đường ngập sau mưa")
        page = await desk.open("/ban/phan-anh")
        assert codes(page) == [second, first]
        assert "2 phản ánh" in page


async def test_an_empty_list_says_what_will_be_here(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        assert "mới nhất ở trên" in await desk.open("/ban/phan-anh")
        assert "Không có phản ánh nào đúng" in await desk.open("/ban/phan-anh?topic=YT")


def another_unit(home):
    """A ward beside the house's own; gives its id."""
    new = insert(unit).values(code="SEN2", name="Phường Khác", type="commune", territorial=True)
    return home.database.write_now(lambda c: c.execute(new.returning(unit.c.id)).scalar_one())


async def test_nobody_sees_what_another_unit_hears(database_url):
    async with house(database_url) as home:
        other = another_unit(home)
        mine = file(home, "Rác ở chợ")
        theirs = home.database.write_now(lambda c: add(c, other, "Rác ở bến", home.app.now()))
        async with seated(home, "coordinator") as desk:
            for query in ("", "?said=rac", f"?unit={other}", f"?unit={other}&said=rac"):
                assert theirs not in codes(await desk.open(f"/ban/phan-anh{query}"))
            assert codes(await desk.open("/ban/phan-anh?said=rac")) == [mine]
            await desk.open(f"/ban/phan-anh/{theirs}", 404)
            assert (
                await desk.post(f"/ban/phan-anh/{theirs}/xoa", piece="Rác", token="[tên]")
            ).status_code == 404
            await desk.open("/ban/phan-anh/999999999", 404)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("topic=YT", {"fever"}),
        ("tone=aggrieved", {"road"}),
        ("level=urgent", {"road"}),
        ("status=received", {"fever"}),
        ("channel=zalo", {"rubbish"}),
        ("files=yes", {"rubbish"}),
        ("status=withdrawn", {"gone"}),
        ("said=s%E1%BB%91t", {"fever"}),
        ("said=cho&tone=uneasy", {"rubbish"}),
        ("said=cho&topic=YT", set()),
        ("", {"rubbish", "road", "fever"}),
    ],
)
async def test_every_filter_filters(sqlite_url, query, found):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        ids = {
            "rubbish": file(home, "Rác ở chợ", channel="zalo"),
            "road": file(home, "Đường hỏng", tone="aggrieved", level="urgent"),
            "fever": file(home, "Nhiều trẻ sốt", topic="YT", status="received"),
            "gone": file(home, "Thôi không có gì", status="withdrawn"),
        }
        home.database.write_now(
            lambda c: c.execute(
                insert(attachment).values(
                    report_id=ids["rubbish"], lane="web:main:x", channel="web", kind="photo", state="kept",
                    name="a" * 32, media_type="image/jpeg", created_at=home.app.now(),
                )
            )
        )  # fmt: skip
        page = await desk.open(f"/ban/phan-anh?{query}")
        assert set(codes(page)) == {ids[name] for name in found}


async def test_pages_follow_each_other_without_gap_or_double(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        now = home.app.now()

        def fill(connection):
            for n in range(120):
                at = now - timedelta(minutes=n // 3)  # several in one instant
                add(connection, home.unit_id, "Rác ở chợ" if n % 2 else "rac o cho", at)

        home.database.write_now(fill)
        for query, sort in (("", "time"), ("said=r%C3%A1c+ch%E1%BB%A3", "exact")):
            seen, address = [], f"/ban/phan-anh?{query}"
            for _ in range(5):
                page = await desk.open(address)
                seen += codes(page)
                address = onward(page)
                if not address:
                    break
            assert len(seen) == 120
            assert len(set(seen)) == 120
            if sort == "exact":
                rows = {row.id: row.said for row in home.rows(report)}
                marked = [rows[id] == "Rác ở chợ" for id in seen]
                assert marked == sorted(marked, reverse=True), "those spelled as searched come first"
                assert seen[:60] == sorted(seen[:60], reverse=True)


async def test_a_page_full_of_exact_spellings_leads_to_all_the_others(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        exact = [file(home, "Rác ở chợ") for _ in range(50)]
        newer = file(home, "rac o cho")
        page = await desk.open("/ban/phan-anh?said=r%C3%A1c")
        assert codes(page) == exact[::-1]
        assert codes(await desk.open(onward(page))) == [newer]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("query", ["đường ngập", "duong ngap", "Ngập Đường"])
async def test_a_search_folds_vietnamese(database_url, query, form):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        id = file(home, "Đường ngập sau mưa")
        file(home, "Đèn hỏng")
        page = (
            await desk.http.get("/ban/phan-anh", params={"said": unicodedata.normalize(form, query)})
        ).text
        assert codes(page) == [id]


@pytest.mark.parametrize("query", ["Nguyễn Văn Hùng", "0912 345 678", "079085123456", "chị Lan bán rau"])
async def test_nobody_is_searched_for(sqlite_url, query):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        file(home, "chị Lan bán rau Nguyễn Văn Hùng 0912 345 678 079085123456")
        page = (await desk.http.get("/ban/phan-anh", params={"said": query})).text
        assert codes(page) == []
        assert "Ở đây không tìm theo người" in page


ODD = ['"', "rác AND", "NOT rác", "a*", "'; DROP TABLE report; --", "unit1", "rác:", "(", "\\", "&|!"]


@pytest.mark.parametrize("query", ODD)
async def test_whatever_is_typed_is_words(database_url, query):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        file(home, "Rác ở chợ")
        assert (await desk.http.get("/ban/phan-anh", params={"said": query})).status_code == 200


async def test_a_code_opens_its_report(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        id = file(home, "Rác ở chợ")
        answer = await desk.http.get("/ban/phan-anh", params={"said": f"pa{id}"})
        assert answer.headers["location"] == f"/ban/phan-anh/{id}"


async def test_what_was_changed_and_added_is_found(database_url):
    async with ward(database_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await filed(lan)
        [row] = home.rows(report)
        async with seated(home, "coordinator") as desk:
            assert codes(await desk.open("/ban/phan-anh?said=mui+hoi")) == [row.id]
            home.database.write_now(
                lambda c: reports.add_amendment(
                    c, row.id, "addition", "Thêm nước thải tràn ra", home.app.now()
                )
            )
            assert codes(await desk.open("/ban/phan-anh?said=nuoc+thai+rac")) == [row.id]
            home.database.write_now(
                lambda c: reports.change_report(c, row.id, said="Đèn hỏng", folded="den hong")
            )
            assert codes(await desk.open("/ban/phan-anh?said=mui+hoi")) == []
            assert codes(await desk.open("/ban/phan-anh?said=den+hong")) == [row.id]


async def test_a_report_says_number_not_name_of_its_reporter(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await filed(lan)
        [row] = home.rows(report)
        async with seated(home, "coordinator") as desk:
            page = await desk.open(f"/ban/phan-anh/{row.id}")
            assert f"CTV-{row.person_id}" in page


# -- saved views -----------------------------------------------------------------------------------


async def test_a_list_is_kept_opened_replaced_and_dropped_by_its_owner(database_url):
    async with (
        house(database_url) as home,
        seated(home, "coordinator") as lan,
        seated(home, "coordinator") as hoa,
    ):
        await lan.post("/ban/phan-anh/xem", label="Rác nóng", topic="MT", tone="aggrieved")
        page = await lan.open("/ban/phan-anh")
        assert "/ban/phan-anh?topic=MT&amp;tone=aggrieved" in page
        assert "Rác nóng" not in await hoa.open("/ban/phan-anh")
        await lan.post("/ban/phan-anh/xem", label="Rác nóng", topic="MT")
        [row] = home.rows(saved_view)
        assert row.query == "topic=MT"
        await hoa.post(f"/ban/phan-anh/xem/{row.id}")
        assert len(home.rows(saved_view)) == 1
        await lan.post(f"/ban/phan-anh/xem/{row.id}")
        assert home.rows(saved_view) == []


async def test_twenty_lists_are_enough_and_none_is_about_a_person(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as lan:
        await lan.post("/ban/phan-anh/xem", label="Ông Nguyễn Văn Hùng", topic="MT")
        assert home.rows(saved_view) == []
        for n in range(21):
            answer = await lan.post("/ban/phan-anh/xem", label=f"Danh sách {n}", topic="MT")
        assert "view-many" in answer.headers["location"]
        assert len(home.rows(saved_view)) == 20


# -- what became of it -------------------------------------------------------------------------------


TOLD = ("collaborator", "duty", "coordinator")


async def test_what_the_duty_officer_did_stands_with_the_report(database_url):
    async with ward(database_url) as (server, home, _), seated(home, "coordinator") as desk:
        lan, duty, hoa = [await home.member(server.person(n), role) for n, role in enumerate(TOLD, 1)]
        await filed(lan, "KHẨN cây đổ chắn đường tổ 9", "Gửi khẩn")
        await duty.tap("Tôi nhận xử lý")
        await duty.say("đã xong")
        await duty.say("Đã cưa cây, thông đường lúc 10 giờ")
        await duty.expects("Đã kết thúc PA-1")
        assert "Đã cưa cây, thông đường lúc 10 giờ" in await desk.open("/ban/phan-anh/1")
        await hoa.say("/vande")
        shown = await hoa.expects("Không có vấn đề nào đang mở")
        await hoa.tap_stale("x.handle.1", shown)
        await hoa.expects("✅ Đã xử lý: Đã cưa cây, thông đường lúc 10 giờ")


async def test_the_desk_its_list_and_the_chat_count_the_same_as_not_handled(database_url):
    async with ward(database_url) as (server, home, _), seated(home, "coordinator") as desk:
        lan, duty, hoa = [await home.member(server.person(n), role) for n, role in enumerate(TOLD, 1)]
        await filed(lan, "KHẨN cây đổ chắn đường tổ 9", "Gửi khẩn")
        await duty.tap("Tôi nhận xử lý")
        await duty.say("đã xong")
        await duty.say("Đã cưa cây, thông đường lúc 10 giờ")
        await duty.expects("Đã kết thúc PA-1")
        joined, aside, older, newer = [file(home, f"Rác tồn ở ngõ {n}") for n in range(4)]
        opened(home, desk, report=joined)
        do(home, desk.person, lambda post, who: matters.exclude(post, who, aside, "Trùng"))
        assert '?status=loose"><strong>2</strong>' in await desk.open("/ban")
        assert codes(await desk.open("/ban/phan-anh?status=loose")) == [newer, older]
        await hoa.say("/vande")
        await hoa.expects(lambda one: "Phản ánh mới (2)" in str(one.rows))
        await hoa.say("/hop")
        await hoa.expects("chưa xử lý 2")


# -- [Xóa thông tin cá nhân] -----------------------------------------------------------------------

LEFT = "Bà Sáu Bưởi"
SAID = f"{LEFT} ở cuối chợ kêu rác ba ngày chưa ai dọn, mùi hôi cả khu"


async def test_what_the_masker_missed_goes_everywhere(database_url):
    async with ward(database_url) as (server, home, _):
        lan, duty = await home.member(server.person(1)), await home.member(server.person(2), "duty")
        await lan.say("/khan Cái chợ Sáu Bưởi rác ba ngày chưa ai dọn, mùi hôi cả khu")
        await lan.expects("CHƯA GỬI")
        await lan.tap("Bức xúc")
        await lan.tap("Gửi khẩn")
        await duty.expects("KHẨN PA-")
        await quiet(home)
        [row] = home.rows(report)
        home.database.write_now(
            lambda c: c.execute(
                insert(amendment),
                [
                    {"report_id": row.id, "kind": kind, "said": "Sáu Bưởi lại kêu", "at": home.app.now()}
                    for kind in ("addition", "before")
                ],
            )
        )
        assert "Sáu Bưởi" in row.said
        assert "Sáu Bưởi" in json.dumps([one.body for one in home.rows(outbox)], ensure_ascii=False)
        async with seated(home, "coordinator") as desk:
            answer = await desk.post(f"/ban/phan-anh/{row.id}/xoa", piece="Sáu  Bưởi", token="[tên]")
            assert "told=erased" in answer.headers["location"]
            assert codes(await desk.open("/ban/phan-anh?said=buoi")) == []
            assert "[tên]" in await desk.open(f"/ban/phan-anh/{row.id}")
        tables = (report, amendment, outbox, audit)
        kept = "\n".join(str(one._mapping) for table in tables for one in home.rows(table))
        assert not re.search("sáu bưởi|sau buoi|bưởi", kept, re.IGNORECASE)
        [note] = [one for one in home.rows(audit) if one.act == "personal-data-erased"]
        assert (note.object, note.detail["token"]) == (f"PA-{row.id}", "[tên]")
        assert note.detail["places"] == 3


async def test_it_goes_from_what_was_made_of_the_report_too(database_url):
    async with (
        house(database_url) as home,
        seated(home, "collaborator") as reporter,
        seated(home, "coordinator") as desk,
    ):
        report = file(home, "Nhà Sáu Bưởi đổ rác ra chợ", person_id=reporter.person)
        matter = opened(home, desk, report=report, said="Nhà Sáu Bưởi đổ rác")
        alike = file(home, "Rác đổ ra chợ, mùi hôi", person_id=reporter.person)
        given = {"report_id": alike, "unit_id": home.unit_id, "now": home.app.now(), "next_at": None}
        home.database.write_now(lambda c: alerts.add_alert(c, **given))
        asked = body(home)
        home.database.write_now(lambda c: person_with(c, home, "unit", asked))
        referral, rules = referred(home, desk, matter, asked), home.app.desk_rules
        answer = answered(
            home, desk, referral, found="Đã kiểm tra nhà Sáu Bưởi ngày 20/11, có đổ rác ra đường"
        )

        def act(post, who):
            row = rows.find(post.connection, matter)
            matters.join(post, who, row, alike)
            inquiries.ask(post, who, report, "Nhà Sáu Bưởi ở tổ mấy?")
            directives.give_task(
                post, rules, who, row, said="Đến nhà Sáu Bưởi xem", owner=desk.person, due_on=post.today
            )
            one = answers.in_hand(post.connection, who, answer)
            answers.approve(post, rules, who, one, "Nhà Sáu Bưởi đã cam kết không đổ rác ra đường nữa")
            answers.judge(post, reporter.person, matter * answers.ROUNDS + 1, clear=False)
            answers.say_why(post, reporter.person, matter, "Sáu Bưởi vẫn đổ")
            matters.reword(post, who, rows.find(post.connection, matter), "Rác nhà Sáu Bưởi")
            closing.close(post, Rules(), who, rows.find(post.connection, matter), "Đã nhắc nhà Sáu Bưởi")

        do(home, desk.person, act)

        def kept():
            tables = metadata.sorted_tables
            return "\n".join(f"{one.name} {row._mapping}" for one in tables for row in home.rows(one))

        assert kept().count("Sáu Bưởi") > 15
        told = await desk.post(f"/ban/phan-anh/{report}/xoa", piece="Sáu Bưởi", token="[tên]")
        assert "told=erased" in told.headers["location"]
        assert [
            line for line in kept().splitlines() if re.search("sáu bưởi|sau buoi", line, re.IGNORECASE)
        ] == []
        assert "Rác nhà [tên]" in await desk.open(f"/ban/van-de/{matter}")


@pytest.mark.parametrize("piece", ["", "r", "không có", "Rá", "ác", "[tên]"])
async def test_what_is_not_there_changes_nothing(sqlite_url, piece):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        id = file(home, "Rác ở chợ [tên]")
        answer = await desk.post(f"/ban/phan-anh/{id}/xoa", piece=piece, token="[SĐT]")
        assert "told=not-erased" in answer.headers["location"]
        assert home.rows(report)[0].said == "Rác ở chợ [tên]"
        assert [one.act for one in home.rows(audit) if one.act == "personal-data-erased"] == []


async def test_a_token_of_ones_own_is_refused(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        id = file(home, "Rác ở chợ")
        await desk.post(f"/ban/phan-anh/{id}/xoa", piece="Rác", token="<script>")
        assert home.rows(report)[0].said == "Rác ở chợ"


# -- pictures and papers ---------------------------------------------------------------------------


async def test_a_picture_is_hidden_until_somebody_has_looked(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        id = file(home, "Rác ở chợ")
        name = home.app._store.put(b"\xff\xd8 a picture")
        home.database.write_now(
            lambda c: c.execute(
                insert(attachment).values(
                    report_id=id, lane="web:main:x", channel="web", kind="photo", state="kept", name=name,
                    media_type="image/jpeg", created_at=home.app.now(),
                )
            )
        )  # fmt: skip
        [one] = home.rows(attachment)
        page = await desk.open(f"/ban/phan-anh/{id}")
        assert "<details><summary>Ảnh 1 · chưa xem xét" in page
        answer = await desk.http.get(f"/ban/tep/{one.id}")
        assert (answer.content, answer.headers["content-type"]) == (b"\xff\xd8 a picture", "image/jpeg")
        await desk.post(f"/ban/tep/{one.id}", ok="yes")
        assert "<details open><summary>Ảnh 1</summary>" in await desk.open(f"/ban/phan-anh/{id}")
        await desk.post(f"/ban/tep/{one.id}", ok="")
        assert not home.rows(attachment)[0].shown_ok
        assert [row.act for row in home.rows(audit)][-2:] == ["file-ticked", "file-unticked"]
        async with seated(home, "leader") as leader:
            await leader.open(f"/ban/tep/{one.id}", 404)


# -- cost ------------------------------------------------------------------------------------------

MOST_QUERIES = 12


@pytest.mark.parametrize("query", ["", "?said=r%C3%A1c", "?topic=MT&tone=uneasy"])
async def test_a_thousand_reports_cost_no_more_statements_than_ten(database_url, query):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        counts = []
        for more in (10, 990):
            fill(home, more)
            counts.append(await statements_of(home, lambda: desk.open(f"/ban/phan-anh{query}")))
        assert counts[1] <= counts[0] <= MOST_QUERIES


def fill(home, n):
    """So many reports more."""
    now = home.app.now()

    def work(connection):
        for _ in range(n):
            add(connection, home.unit_id, "Rác ở chợ", now)

    home.database.write_now(work)


async def test_more_than_a_thousand_are_not_counted(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        fill(home, 1001)
        assert "Hơn 1.000 phản ánh" in await desk.open("/ban/phan-anh")
