"""The unit's own regulations: published, read, accepted on joining. DOMAIN §1 row 30."""

from __future__ import annotations

import asyncio

from domain.regulations import PAGE, pages
from office.post import Post
from office.regulations import publish
from storage.tables import audit, consent, person, regulations, unit
from tests.bot.flows import ward

FIRST = "Điều 1. Cộng tác viên phản ánh trung thực.\nĐiều 2. Không ghi danh tính người dân."
SECOND = FIRST + "\nĐiều 3. Mỗi kỳ một báo cáo."


def give(home, clock, said: str, code: str = "HOASEN") -> int:
    """Publish a text for the ward (or the province above it)."""
    rows = {row.code: row.id for row in home.rows(unit)}
    return home.database.write_now(lambda c: publish(Post(c, clock.now), rows[code], said))


def accepted(home) -> list[tuple[int, str]]:
    """(person, version) of everybody who has accepted regulations."""
    return [(row.person_id, row.version) for row in home.rows(consent) if row.purpose == "regulations"]


async def join(home, someone):
    """Come as far as the regulations."""
    await someone.start(await asyncio.to_thread(home.code, "collaborator"))
    await someone.expects("Để tham gia Tổ CTV")
    await someone.tap("Tôi đồng ý")
    return await someone.expects("📜 Quy chế")


async def test_who_joins_reads_the_regulations_and_accepts_the_version_shown(database_url):
    async with ward(database_url) as (server, home, clock):
        give(home, clock, FIRST)
        assert give(home, clock, SECOND) == 2
        lan = server.person(1)
        shown = await join(home, lan)
        assert "bản 2" in shown.text
        assert "Điều 3. Mỗi kỳ một báo cáo." in shown.text
        await lan.tap("Tôi đã đọc, đồng ý")
        await lan.expects("Nhắc qua tin nhắn")
        await lan.tap("Không cần nhắc")
        await lan.expects("Kênh Báo Nhanh")
        assert accepted(home) == [(1, "2")]
        await lan.say("/quyche")
        shown = await lan.expects("Đã đồng ý với bản này.")
        assert shown.rows == []


async def test_who_does_not_accept_them_does_not_join_and_leaves_nothing(database_url):
    async with ward(database_url) as (server, home, clock):
        give(home, clock, FIRST)
        lan = server.person(1)
        await join(home, lan)
        await lan.tap("Không đồng ý")
        await lan.expects("Chưa tham gia")
        assert home.rows(person) == home.rows(consent) == []


async def test_a_new_version_is_accepted_anew_and_the_former_stays(database_url):
    async with ward(database_url) as (server, home, clock):
        give(home, clock, FIRST)
        lan = server.person(1)
        await join(home, lan)
        await lan.tap("Tôi đã đọc, đồng ý")
        await lan.expects("Nhắc qua tin nhắn")
        await lan.tap("Không cần nhắc")
        await lan.expects("Kênh Báo Nhanh")
        assert give(home, clock, SECOND) == 2
        assert give(home, clock, SECOND) == 2, "the same text is the same version"
        await lan.say("/quyche")
        await lan.expects("Điều 3.")
        await lan.tap("Tôi đã đọc, đồng ý")
        await lan.expects("bản 2")
        assert accepted(home) == [(1, "1"), (1, "2")]
        assert [row.said for row in home.rows(regulations)] == [FIRST, SECOND]
        assert [row.detail for row in home.rows(audit) if row.act == "regulations-published"] == [
            {"version": 1},
            {"version": 2},
        ]


async def test_a_unit_without_its_own_follows_those_of_the_unit_above(database_url):
    async with ward(database_url) as (server, home, clock):
        lan = await home.member(server.person(1))
        await lan.say("/quyche")
        await lan.expects("Phường Hoa Sen chưa đăng quy chế.")
        give(home, clock, FIRST, "TINH")
        await lan.say("/quyche")
        await lan.expects("Quy chế Tỉnh Mẫu · bản 1")
        give(home, clock, SECOND)
        await lan.say("/quyche")
        await lan.expects("Quy chế Phường Hoa Sen · bản 1")


def test_pages_lose_no_word_and_fit_every_channel():
    text = "\n".join(f"Điều {n}. " + "Nội dung của điều này. " * n for n in range(1, 40)) + "x" * 4000
    found = pages(text)
    assert max(map(len, found)) <= PAGE
    assert "".join(found).replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert pages("") == ("",)
