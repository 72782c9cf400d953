"""Signing in at the desk: by the own chat, at the browser that asked, with a second factor where needed."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator

import pytest

from domain.totp import code_at, read_secret, step_of
from office import data_rights
from office.post import Post
from storage import people
from storage.tables import (
    audit,
    console_session,
    outbox,
    recovery_code,
    saved_view,
    sign_in_link,
    totp,
)
from tests.bot.flows import quiet, ward
from tests.browser import browser
from tests.house import House, MovableClock, house
from tests.loopback.person import Person
from tests.web.console.seats import BASE, Seat, csrf_of, seat, seated

LINK = re.compile(r"/ban/vao/([\w-]{22})")


@contextlib.asynccontextmanager
async def office(url: str) -> AsyncIterator[tuple[House, Person, MovableClock]]:
    """A ward with a coordinator on Telegram, whose channel rings."""
    async with ward(url) as (server, home, clock):
        yield home, await home.member(server.person(1), "coordinator"), clock


async def link(person: Person, said: str = "/ban") -> str:
    """Ask in the chat; gives the token of the link."""
    await person.say(said)
    shown = await person.expects("Đường dẫn vào bàn làm việc")
    found = LINK.search(shown.text)
    assert found, shown.text
    return found[1]


async def open_link(one: Seat, token: str) -> int:
    """Open the link and press its button; gives the status of whichever refused first, else 303."""
    page = await one.http.get(f"/ban/vao/{token}")
    if page.status_code != 200:
        return page.status_code
    return (await one.send(f"/ban/vao/{token}", csrf=csrf_of(page.text))).status_code


async def test_a_link_asked_for_in_the_chat_signs_in_once(database_url):
    async with office(database_url) as (home, lan, _), seat(home) as one, seat(home) as other:
        token = await link(lan)
        assert await open_link(one, token) == 303
        assert "Hôm nay" in await one.open("/ban")
        assert await open_link(other, token) == 410
        assert [row.act for row in home.rows(audit)] == ["console-entered"]


async def test_looking_at_a_link_uses_nothing_up(sqlite_url):
    async with office(sqlite_url) as (home, lan, _), seat(home) as preview, seat(home) as one:
        token = await link(lan)
        for _ in range(3):
            await preview.open(f"/ban/vao/{token}")
        assert home.rows(console_session) == []
        assert await open_link(one, token) == 303


async def test_a_link_is_good_for_ten_minutes(sqlite_url):
    async with office(sqlite_url) as (home, lan, clock), seat(home) as one:
        token = await link(lan)
        clock.move(minutes=10)
        assert await open_link(one, token) == 410


async def test_the_word_of_a_browser_ties_the_link_to_it(database_url):
    async with office(database_url) as (home, lan, _), seat(home) as one, seat(home) as thief:
        shown = re.search(r"/ban ([A-Z]{6})<", await one.open("/ban/vao"))
        assert shown
        token = await link(lan, f"/ban {shown[1].lower()}")
        await thief.open("/ban/vao")
        refused = await thief.http.get(f"/ban/vao/{token}")
        assert refused.status_code == 403
        assert "Mở ở trình duyệt đã yêu cầu" in refused.text
        own = csrf_of((await thief.http.get(f"/ban/vao/{await link(lan)}")).text)
        token = await link(lan, f"/ban {shown[1]}")
        assert (await thief.send(f"/ban/vao/{token}", csrf=own)).status_code == 403
        assert await open_link(one, token) == 303


async def test_nothing_is_kept_about_whoever_looks_at_the_entrance(sqlite_url):
    async with house(sqlite_url) as home, seat(home) as one:
        first = await one.open("/ban/vao")
        assert await one.open("/ban/vao") == first, "the same browser keeps its word"
        assert home.rows(sign_in_link) == []


async def test_a_newer_link_closes_the_one_before(sqlite_url):
    async with office(sqlite_url) as (home, lan, _), seat(home) as one:
        first = await link(lan)
        await lan.say("/ban")
        await lan.expects(lambda shown: LINK.search(shown.text) and first not in shown.text)
        assert await open_link(one, first) == 410


async def test_ten_links_an_hour_are_enough(sqlite_url):
    async with office(sqlite_url) as (home, lan, clock):
        for _ in range(11):
            await lan.say("/ban")
        await lan.expects("Đã xin nhiều đường dẫn")
        clock.move(minutes=61)
        await lan.say("/ban")
        await quiet(home)
        assert len(home.rows(sign_in_link)) == 11


async def test_a_collaborator_has_no_desk(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        minh = await home.member(server.person(1))
        await minh.say("/ban")
        await minh.expects("dành cho điều phối viên")
        assert home.rows(sign_in_link) == []


async def test_a_word_that_is_none_is_asked_for_again(sqlite_url):
    async with office(sqlite_url) as (home, lan, _):
        await lan.say("/ban xin chào")
        await lan.expects("6 chữ cái")
        assert home.rows(sign_in_link) == []


async def test_asking_for_a_link_leaves_a_draft_alone(sqlite_url):
    async with office(sqlite_url) as (_, lan, _):
        await lan.say("Bà con kêu rác ở chợ Hoa Sen ba ngày chưa ai dọn")
        await lan.expects("CHƯA GỬI")
        await link(lan)
        await lan.tap("Bức xúc")
        await lan.tap("✅ Gửi")
        await lan.expects("ĐÃ GỬI")


async def test_tokens_are_kept_as_hashes_only(sqlite_url):
    async with office(sqlite_url) as (home, lan, _), seat(home) as one:
        token = await link(lan)
        await open_link(one, token)
        session = one.http.cookies["ban"]
        kept = str([*home.rows(sign_in_link), *home.rows(console_session)])
        assert token not in kept
        assert session not in kept
        assert len(session) >= 43, "256 bits"


# -- sessions --------------------------------------------------------------------------------------


async def test_half_an_hour_without_a_request_ends_a_session(sqlite_url):
    clock = MovableClock()
    async with house(sqlite_url, now=clock) as home, seated(home, "coordinator") as desk:
        for _ in range(4):
            clock.move(minutes=29)
            await desk.open("/ban")
            await asyncio.sleep(0.05)  # that it was seen rides with another commit
        clock.move(minutes=31)
        answer = await desk.http.get("/ban")
        assert (answer.status_code, answer.headers["location"]) == (303, "/ban/vao?toi=%2Fban&het=1")


async def test_twelve_hours_end_every_session(sqlite_url):
    clock = MovableClock()
    async with house(sqlite_url, now=clock) as home, seated(home, "coordinator") as desk:
        for _ in range(25):
            clock.move(minutes=28)
            await desk.open("/ban")
            await asyncio.sleep(0.05)
        clock.move(minutes=25)
        assert (await desk.http.get("/ban")).status_code == 303


async def test_signing_out_ends_the_session_itself_not_just_the_cookie(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        token = desk.http.cookies["ban"]
        assert (await desk.post("/ban/ra")).headers["location"] == "/ban/vao"
        desk.http.cookies.set("ban", token)
        assert (await desk.http.get("/ban")).status_code == 303


async def test_a_session_at_another_browser_is_seen_and_ended(database_url):
    async with office(database_url) as (home, lan, _), seat(home) as one, seat(home) as other:
        assert await open_link(one, await link(lan)) == 303
        assert await open_link(other, await link(lan)) == 303
        page = await one.open("/ban/phien")
        [number] = re.findall(r'action="/ban/phien/(\d+)"', page)
        assert (await one.post(f"/ban/phien/{number}")).status_code == 303
        assert (await other.http.get("/ban")).status_code == 303
        assert "Phiên này" in await one.open("/ban/phien")


async def test_nobody_ends_the_session_of_somebody_else(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as lan, seated(home, "leader") as hoa:
        [_, theirs] = [row.id for row in home.rows(console_session)]
        await lan.post(f"/ban/phien/{theirs}")
        await hoa.open("/ban")


async def test_whoever_has_left_is_out_at_once(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        await home.database.write(lambda c: people.end_memberships(c, desk.person, home.app.now()))
        assert (await desk.http.get("/ban")).status_code == 303


# -- forms -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {},
        {"Origin": BASE, "Sec-Fetch-Site": "cross-site"},
        {"Origin": BASE, "Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
    ids=str,
)
async def test_a_form_from_another_page_does_nothing(sqlite_url, headers):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        key = csrf_of(await desk.open("/ban"))
        answer = await desk.http.post("/ban/ra", data={"csrf": key}, headers=headers)
        assert answer.status_code == 403
        await desk.open("/ban")


@pytest.mark.parametrize("key", ["", "0" * 64, "é"])
async def test_a_form_without_its_own_key_does_nothing(sqlite_url, key):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        assert (await desk.send("/ban/ra", csrf=key)).status_code == 403
        await desk.open("/ban")


async def test_the_key_of_another_session_does_nothing(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as lan, seated(home, "leader") as hoa:
        assert (await hoa.send("/ban/ra", csrf=csrf_of(await lan.open("/ban")))).status_code == 403


async def test_a_book_for_a_form_is_refused(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        assert (await desk.send("/ban/ra", csrf="x" * 70_000)).status_code == 403


# -- the second factor -----------------------------------------------------------------------------


def code_now(home: House, person: int) -> str:
    """What the person's authenticator shows."""
    [secret] = [row.secret for row in home.rows(totp) if row.person_id == person]
    return code_at(read_secret(secret), step_of(home.app.now()))


@contextlib.asynccontextmanager
async def half_in(home: House, role: str = "coordinator") -> AsyncIterator[Seat]:
    """Somebody whose only channel does not ring, who has opened the link."""
    async with browser(home) as chat:
        await chat.join(await asyncio.to_thread(home.code, role))
        await chat.say("/ban")
        found = LINK.search(chat.text)
        assert found, chat.text
        one = Seat(chat.http, home.rows(sign_in_link)[-1].person_id)
        assert await open_link(one, found[1]) == 303
        yield one


async def give(one: Seat, code: str) -> str:
    """Type a code; gives the page shown, "" where it leads to the desk."""
    answer = await one.post("/ban/xac-thuc", page="/ban/xac-thuc", code=code)
    return "" if answer.status_code == 303 else answer.text


async def test_whose_channel_does_not_ring_sets_a_second_factor_up(database_url):
    clock = MovableClock()
    async with house(database_url, now=clock) as home, half_in(home) as one:
        assert (await one.http.get("/ban")).headers["location"] == "/ban/xac-thuc"
        assert "<svg" in await one.open("/ban/xac-thuc")
        assert "chưa đúng" in await give(one, "000000")
        codes = re.findall(r"<code>([A-Z]{5}) ([A-Z]{5})</code>", await give(one, code_now(home, one.person)))
        assert len(set(codes)) == 8
        await one.open("/ban")
        kept = str(home.rows(recovery_code))
        assert not [a for a, b in codes if a + b in kept]


async def test_an_administrator_needs_one_though_the_channel_rings(sqlite_url):
    async with ward(sqlite_url) as (server, home, _), seat(home) as one:
        an = await home.member(server.person(1), "administrator")
        assert await open_link(one, await link(an)) == 303
        assert (await one.http.get("/ban")).headers["location"] == "/ban/xac-thuc"


async def test_the_secret_is_shown_until_it_is_taken_over_and_never_after(sqlite_url):
    clock = MovableClock()
    async with house(sqlite_url, now=clock) as home, half_in(home) as one:
        await give(one, code_now(home, one.person))
        assert (await one.http.get("/ban/xac-thuc")).headers["location"] == "/ban"
        clock.move(minutes=31)
        await again(home, one)
        page = await one.open("/ban/xac-thuc")
        assert "<svg" not in page
        assert home.rows(totp)[0].secret not in page.replace(" ", "")


async def again(home: House, one: Seat) -> None:
    """The same person in the same browser signs in anew."""
    await one.http.post(
        "/chat/messages", json={"id": f"{'0' * 7}{len(home.rows(sign_in_link))}", "text": "/ban"}
    )
    told = [row.body["text"] for row in home.rows(outbox)][-1]
    found = LINK.search(told)
    assert found, told
    assert await open_link(one, found[1]) == 303


async def test_a_code_is_good_once(sqlite_url):
    clock = MovableClock()
    async with house(sqlite_url, now=clock) as home, half_in(home) as one:
        code = code_now(home, one.person)
        await give(one, code)
        await again(home, one)
        assert "chưa đúng" in await give(one, code)
        clock.move(seconds=30)
        assert await give(one, code_now(home, one.person)) == ""


async def test_five_wrong_codes_close_the_door_for_an_hour(sqlite_url):
    clock = MovableClock()
    async with house(sqlite_url, now=clock) as home, half_in(home) as one:
        for _ in range(5):
            await give(one, "000000")
        assert "chưa đúng" in await give(one, code_now(home, one.person)), "a right one, too late"
        clock.move(minutes=61)
        await again(home, one)
        assert "Mã dự phòng" in await give(one, code_now(home, one.person))


async def test_a_recovery_code_signs_in_once(database_url):
    clock = MovableClock()
    async with house(database_url, now=clock) as home, half_in(home) as one:
        page = await give(one, code_now(home, one.person))
        code = " ".join(re.findall(r"<code>([A-Z]{5} [A-Z]{5})</code>", page)[0].split())
        await again(home, one)
        assert await give(one, code.lower()) == ""
        await again(home, one)
        assert "chưa đúng" in await give(one, code)
        assert "console-recovery-used" in [row.act for row in home.rows(audit)]


async def test_nothing_is_seen_before_the_second_factor(sqlite_url):
    from web.console.pages import PAGES

    async with house(sqlite_url) as home, half_in(home) as one:
        for page in PAGES:
            if page.method == "GET" and page.stage == "in" and "{" not in page.path:
                assert (await one.http.get(page.path)).headers.get("location") == "/ban/xac-thuc", page.path


# -- the person's own data -------------------------------------------------------------------------


async def test_the_copy_of_ones_data_tells_of_the_desk_and_erasing_takes_it_along(database_url):
    clock = MovableClock()
    async with house(database_url, now=clock) as home, half_in(home) as one:
        await give(one, code_now(home, one.person))
        await one.post("/ban/phan-anh/xem", label="Rác", topic="MT")
        own = home.database.write_now(lambda c: data_rights.export(c, one.person, clock()))
        assert len(own["desk_sessions"]) == 1
        assert own["authenticator_since"]
        assert own["saved_lists"] == [{"name": "Rác", "filters": "topic=MT"}]
        assert home.rows(totp)[0].secret not in str(own)
        lane = home.database.read(lambda c: people.addresses_of(c, one.person))[0].lane

        def ask(connection):
            member = people.members_at(connection, [lane])[lane]
            data_rights.ask_erasure(Post(connection, clock()), member)

        home.database.write_now(ask)
        await home.later(clock, hours=25)
        for table in (console_session, sign_in_link, totp, recovery_code, saved_view):
            assert home.rows(table) == [], table.name
