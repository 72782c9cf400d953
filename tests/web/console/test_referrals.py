"""The board of referrals: what is late first, and what is done about one."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from office import answer_files, referrals
from storage import people
from storage import referrals as rows
from storage.tables import answer_file, referral
from tests.house import MovableClock, house
from tests.web.console.dealing import (
    FOUND,
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
from tests.web.console.seats import seated
from tests.web.console.test_pages import add_unit

WEDNESDAY = datetime(2026, 12, 9, 2, 0, tzinfo=UTC)


async def test_the_board_is_ordered_by_due_date_with_working_days_left(database_url):
    clock = MovableClock(WEDNESDAY)
    async with house(database_url, now=clock) as home, seated(home, "coordinator") as desk:
        where = [body(home, f"Ban {n}") for n in range(6)]
        id = opened(home, desk)
        due = {
            "Ban 0": -5, "Ban 1": 0.2, "Ban 2": 2, "Ban 3": 9,
        }  # fmt: skip
        for unit_id, days in zip(where, due.values(), strict=False):
            made = referred(home, desk, id, unit_id)
            at = clock() + timedelta(days=days)
            home.database.write_now(lambda c, made=made, at=at: rows.change(c, made, due_at=at))
        answered(home, desk, referred(home, desk, opened(home, desk, said="Việc khác"), where[4]))
        page = await desk.open("/ban/phieu")
        order = re.findall(r"<h2>(.+?) <span|<h3><a href=\"[^\"]+\">PC-\d+</a> · (Ban \d)", page)
        assert ["".join(one) for one in order] == [
            "Quá hạn", "Ban 0", "Hôm nay", "Ban 1", "Tuần này", "Ban 2", "Sau đó", "Ban 3", "Chờ duyệt",
            "Ban 4",
        ]  # fmt: skip
        assert "quá hạn 3 ngày làm việc" in page and "còn 2 ngày làm việc" in page
        assert "<strong>1</strong> trả lời chờ duyệt" in await desk.open("/ban")
        assert "<strong>1</strong> phiếu chuyển quá hạn" in await desk.open("/ban")


async def test_a_long_board_is_read_page_by_page_each_once(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        where = body(home)
        first = referred(home, desk, opened(home, desk), where)

        def fill(connection):
            made = connection.execute(select(referral).where(referral.c.id == first)).mappings().one()
            values = {key: value for key, value in made.items() if key != "id"}
            connection.execute(referral.insert(), [values for _ in range(249)])

        home.database.write_now(fill)
        path, met = "/ban/phieu", []
        while path:
            page = await desk.open(path)
            met += re.findall(r">(PC-\d+)</a>", page)
            onward = re.search(r'class="wide" href="(/ban/phieu[^"]+)"', page)
            path = onward[1] if onward else ""
        assert sorted(met) == sorted(f"PC-{n}" for n in range(1, 251))


async def test_a_unit_is_chased_once_for_a_form(database_url):
    async with (
        house(database_url) as home,
        seated(home, "coordinator") as desk,
    ):
        where = body(home)
        async with seated(home, "unit", where):
            id = opened(home, desk)
            referred(home, desk, id, where)
            look = seen(home, id)
            for outcome in ("told=chased", "told=changed"):
                answer = await desk.post("/ban/phieu/1/don-doc", seen=look, **{"from": "board"})
                assert answer.headers["location"] == f"/ban/phieu?{outcome}"
            assert [one.act for one in story(home, id)].count("chased") == 1
            assert sum("đến hạn trả lời" in one for one in told(home)) == 1


async def test_after_a_first_answer_the_unit_owes_the_rest(database_url):
    clock = MovableClock()
    async with house(database_url, now=clock) as home, seated(home, "coordinator") as desk:
        where = body(home)
        async with seated(home, "unit", where):
            id = opened(home, desk)
            number = referred(home, desk, id, where, "urgent")
            one = answered(home, desk, number, "Đã cử người xuống chợ kiểm tra lúc 15 giờ", "checking")
            first = referral_of(home, number).due_at
            words = "Đơn vị đang kiểm tra, chiều nay có kết quả"
            await desk.post(f"/ban/tra-loi/{one}/duyet", seen=seen(home, id), told=words)
            row = referral_of(home, number)
            assert (row.state, row.due_at > first, row.next_at is not None) == ("accepted", True, True)
            assert sum("đã nhận trả lời bước đầu" in text for text in told(home)) == 1
            assert "PC-1" in await desk.open("/ban/phieu") and matter_of(home, id).status != "fed-back"
            one = answered(home, desk, number)
            await desk.post(f"/ban/tra-loi/{one}/duyet", seen=seen(home, id), told=FOUND)
            row = referral_of(home, number)
            assert (row.state, row.next_at) == ("approved", None)


async def test_it_is_said_when_nobody_of_the_unit_could_be_told(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        id = opened(home, desk)
        number = referred(home, desk, id, body(home))
        answer = await desk.post(f"/ban/phieu/{number}/don-doc", seen=seen(home, id))
        assert "chưa có ai nhận tin ở đây" in await desk.open(answer.headers["location"])
        one = answered(home, desk, number)
        path = f"/ban/tra-loi/{one}/tra-lai"
        answer = await desk.post(path, seen=seen(home, id), lacking="Cần ảnh và ngày hoàn thành")
        assert "chưa có ai nhận tin ở đây" in await desk.open(answer.headers["location"])


async def test_a_referral_is_moved_and_given_time_by_forms(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        where, other = body(home), body(home, "Ban Đô thị")
        id = opened(home, desk)
        referred(home, desk, id, where)
        until = referral_of(home, 1).due_at + timedelta(days=3)

        def ask(post, _):
            row = rows.find(post.connection, 1)
            return referrals.ask_more_time(post, row, referrals.BY_LINK, until, "Chờ xe")

        do(home, desk.person, ask)
        assert "Đơn vị xin đến" in await desk.open("/ban/phieu")
        answer = await desk.post("/ban/phieu/1/gia-han", seen=seen(home, id), grant="yes")
        assert answer.headers["location"].endswith("told=granted-by-hand")
        assert referral_of(home, 1).due_at == until
        path = "/ban/phieu/1/chuyen-lai"
        answer = await desk.post(path, seen=seen(home, id), unit=str(other), why="Đúng việc hơn")
        assert answer.headers["location"].endswith("told=referred-by-hand")
        assert referral_of(home, 2).unit_id == other and referral_of(home, 1).state == "sent"


def link_in(page: str) -> str:
    """The path of the unit's link that a page shows, or ""."""
    found = re.search(r'<input readonly value="[^"]*(/phieu/[^"]+)"', page)
    return found[1] if found else ""


async def test_a_units_link_is_renewed_shown_at_once_and_the_former_one_is_dead(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        where = body(home)
        async with seated(home, "unit", where):
            id = opened(home, desk)
            referred(home, desk, id, where)
            before, look = link_in(await desk.open(f"/ban/van-de/{id}")), seen(home, id)
            answer = await desk.post("/ban/phieu/1/lien-ket-moi", seen=look)
            place = f"/ban/van-de/{id}?moi=1&told=link-renewed"
            assert answer.headers["location"] == f"{place}#PC-1"
            page = await desk.open(place)
            assert '<details class="deed" open><summary>Đường liên kết' in page
            assert "PC-1: đổi đường liên kết" in page
            now = link_in(page)
            assert before and now != before
            assert (await desk.http.get(before)).status_code == 404
            assert "Phiếu chuyển PC-1" in await desk.open(now)
            assert now in told(home)[-1] and "đường cũ không mở được" in told(home)[-1]
            assert "Cấp đường liên kết mới cho đơn vị" in await desk.open("/ban/nhat-ky")
            again = await desk.post("/ban/phieu/1/lien-ket-moi", seen=look)
            assert again.headers["location"].endswith("told=changed") and referral_of(home, 1).generation == 2


async def test_a_revoked_link_stays_dead_whatever_is_done_until_another_is_given(database_url):
    clock = MovableClock(WEDNESDAY)
    async with house(database_url, now=clock) as home, seated(home, "coordinator") as desk:
        where = body(home)
        async with seated(home, "unit", where):
            id = opened(home, desk)
            referred(home, desk, id, where)
            sent = link_in(await desk.open(f"/ban/van-de/{id}"))
            answer = await desk.post("/ban/phieu/1/thu-hoi-lien-ket", seen=seen(home, id))
            assert answer.headers["location"] == f"/ban/van-de/{id}?told=link-revoked#PC-1"
            page, board = await desk.open(f"/ban/van-de/{id}"), await desk.open("/ban/phieu")
            assert "PC-1: thu hồi đường liên kết" in page and "thu-hoi-lien-ket" not in page
            assert "Đường liên kết đã thu hồi" in page and "Đường liên kết đã thu hồi" in board
            assert link_in(page) == link_in(board) == ""
            until = referral_of(home, 1).due_at + timedelta(days=3)

            def ask(post, _):
                row = rows.find(post.connection, 1)
                return referrals.ask_more_time(post, row, referrals.BY_LINK, until, "Chờ xe")

            do(home, desk.person, ask)
            await desk.post("/ban/phieu/1/gia-han", seen=seen(home, id), grant="yes")
            await desk.post("/ban/phieu/1/don-doc", seen=seen(home, id))
            assert referral_of(home, 1).due_at == until
            assert "đến hạn trả lời" in told(home)[-1] and "/phieu/" not in told(home)[-1]
            made = home.app.desk_rules.links.path(1, referral_of(home, 1).generation)
            for path in (sent, made):
                assert (await desk.http.get(path)).status_code == 404
            slip = (await desk.http.get("/ban/phieu/1/phieu.docx")).content
            with zipfile.ZipFile(io.BytesIO(slip)) as paper:
                assert "/phieu/" not in paper.read("word/document.xml").decode()
            assert "Thu hồi đường liên kết của đơn vị" in await desk.open("/ban/nhat-ky")
            await desk.post("/ban/phieu/1/lien-ket-moi", seen=seen(home, id))
            assert "Phiếu chuyển PC-1" in await desk.open(link_in(await desk.open(f"/ban/van-de/{id}")))


async def test_only_whoever_referred_renews_or_revokes_a_link_and_of_an_open_referral_only(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        where = body(home)
        id = opened(home, desk)
        referred(home, desk, id, where)
        async with seated(home, "leader") as leader, seated(home, "coordinator", where) as other:
            for one in (leader, other):
                for name in ("lien-ket-moi", "thu-hoi-lien-ket"):
                    answer = await one.post(f"/ban/phieu/1/{name}", seen=seen(home, id))
                    assert answer.status_code == 404
            assert "lien-ket-moi" not in await leader.open(f"/ban/van-de/{id}")
        home.database.write_now(lambda c: rows.change(c, 1, state="approved"))
        for name in ("lien-ket-moi", "thu-hoi-lien-ket"):
            answer = await desk.post(f"/ban/phieu/1/{name}", seen=seen(home, id))
            assert answer.headers["location"].endswith("told=not-now")
        assert referral_of(home, 1).generation == 1
        assert "lien-ket-moi" not in await desk.open(f"/ban/van-de/{id}")


async def test_a_unit_that_is_far_away_cannot_be_chosen(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        id = opened(home, desk)
        for unit_id in (home.unit_id, 99999):
            fields = {"unit": str(unit_id), "kind": "normal", "said": "Rác chợ"}
            answer = await desk.post(f"/ban/van-de/{id}/chuyen", seen=seen(home, id), **fields)
            assert answer.status_code == 422 and "không làm được" in answer.text
        assert home.rows(referral) == []


@pytest.mark.parametrize("odd", ["\x00", "\x1b", "\x08", "\x0b", "\ufffe", "\r"])
async def test_what_no_paper_can_hold_never_gets_to_the_slip(sqlite_url, odd):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        id, where = opened(home, desk), str(body(home))
        words = f"Rác ở chợ{odd} tồn nhiều ngày"
        await desk.post(
            f"/ban/van-de/{id}/chuyen", seen=seen(home, id), unit=where, kind="normal", said=words
        )
        assert referral_of(home, 1).said.replace("\r", "") == "Rác ở chợ tồn nhiều ngày"
        assert (await desk.http.get("/ban/phieu/1/phieu.docx")).status_code == 200


async def test_the_slip_and_the_files_are_for_whoever_may_see_the_referral(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        id = opened(home, desk)
        made = referred(home, desk, id, body(home))
        answer = await desk.http.get(f"/ban/phieu/{made}/phieu.docx")
        assert "attachment" in answer.headers["content-disposition"]
        with zipfile.ZipFile(io.BytesIO(answer.content)) as paper:
            assert "PC-1" in paper.read("word/document.xml").decode()
        home.app._store.put(b"\xff\xd8picture", "f" * 32)

        def attach(post, _):
            row = rows.find(post.connection, made)
            return answer_files.attach(post, row, name="f" * 32, media_type="image/jpeg", size=9)

        do(home, desk.person, attach)
        [kept] = home.rows(answer_file)
        path = f"/ban/phieu-tep/{kept.id}"
        await desk.open(path, 404)  # not handed in yet: it is the unit's
        answered(home, desk, made)
        got = await desk.http.get(path)
        assert got.content == b"\xff\xd8picture" and got.headers["content-type"] == "image/jpeg"
        assert f'src="{path}"' in await desk.open(f"/ban/van-de/{id}")
        async with seated(home, "duty") as duty, seated(home, "observer") as observer:
            elsewhere = add_unit(home, "Phường Khác")
            home.database.write_now(
                lambda c: people.add_membership(
                    c, person_id=duty.person, unit_id=elsewhere, role="leader", label=None
                )
            )
            for one in (duty, observer):
                assert (await one.http.get(path)).status_code == 404
                assert (await one.http.get(f"/ban/phieu/{made}/phieu.docx")).status_code == 404
