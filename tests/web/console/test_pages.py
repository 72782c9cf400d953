"""The other pages of the desk: each shows its own unit's, and what may be shown of it."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import insert, select, update

from domain import access
from domain.audience import TEAM, Audience
from domain.meetings import NewMeeting
from messages import simple_sentences
from office import figures, meetings, unveiling
from office.obligations import keep_lists
from office.post import Post
from office.unveiling import unveil
from storage import audit, mailings, people, polls, shifts
from storage.tables import membership, period, totp, unit
from tests.house import MovableClock, house
from tests.serving import listener, serving
from tests.web.console.dealing import do
from tests.web.console.filing import add, file
from tests.web.console.seats import seated, statements_of
from web.console import stream
from web.console.menu import MENU


def add_unit(home, name, **values):
    """A unit; gives its id."""
    new = insert(unit).values(
        code=name.upper()[:20], name=name, type="commune", **{"territorial": True} | values
    )
    return home.database.write_now(lambda c: c.execute(new.returning(unit.c.id)).scalar_one())


def collaborator(home, unit_id, label, **seat):
    """Somebody who serves in a unit."""
    now = home.app.now()

    def work(connection):
        id = people.add_person(connection, unit_id=unit_id, label=label, lang="vi", reminders=False, now=now)
        connection.execute(
            insert(membership).values(
                person_id=id, unit_id=unit_id, label=label, **{"role": "collaborator"} | seat
            )
        )
        return id

    return home.database.write_now(work)


def upper(home):
    """The unit above the house's."""
    above = select(unit.c.parent_id).where(unit.c.id == home.unit_id)
    return home.database.read(lambda c: c.execute(above).scalar_one())


# -- every page --------------------------------------------------------------------------------------

ROLES = {"coordinator", "duty", "leader", "administrator", "observer"}


@pytest.mark.parametrize("role", sorted(ROLES))
async def test_the_menu_leads_everybody_to_pages_they_may_open(sqlite_url, role):
    async with house(sqlite_url) as home, seated(home, role) as desk:
        page = await desk.open("/ban")
        paths = re.findall(r'<a href="(/ban[\w/-]*)"', page.partition("</nav>")[0])
        for path in set(paths):
            await desk.open(path)
        others = {one.path for one in MENU} - set(paths)
        for path in others:
            await desk.open(path, 404)


async def test_every_page_is_said_in_both_languages(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        id = file(home, "Rác ở chợ")
        vietnamese = await desk.open("/ban")
        await desk.post("/ban/ngon-ngu", lang="en")
        assert "Hôm nay" in vietnamese
        for path in [one.path for one in MENU if one.thing != "sealed"] + [
            f"/ban/phan-anh/{id}",
            "/ban/phien",
        ]:
            assert '<html lang="en">' in await desk.open(path)
        assert "Today" in await desk.open("/ban")
    async with house(sqlite_url) as home, seated(home, "coordinator", upper(home)) as reader:
        await reader.post("/ban/ngon-ngu", lang="en")
        id = file(home, "Cán bộ hẹn đi hẹn lại", sealed=True)
        for path in ("/ban/kin", "/ban/kin/nguoi", f"/ban/kin/{id}"):
            assert '<html lang="en">' in await reader.open(path)


async def test_pages_cost_no_more_statements_when_there_is_more(sqlite_url):
    async with (
        house(sqlite_url) as home,
        seated(home, "collaborator"),
        seated(home, "coordinator", label="Lan") as desk,
        seated(home, "coordinator", upper(home)) as reader,
    ):
        counts: dict[str, list[int]] = {one.path: [] for one in MENU if one.path != "/ban/phan-anh"}
        for n in (10, 300):
            for m in range(n // 10):
                collaborator(home, home.unit_id, f"Ông {n} {m}")
            now = home.app.now()

            def fill(connection, n=n, now=now):
                for m in range(n):
                    add(connection, home.unit_id, "Rác ở chợ", now)
                    add(connection, home.unit_id, "Cán bộ hẹn đi hẹn lại", now, sealed=True)
                    audit.note(connection, "poll-made", f"poll {m}", now=now, actor=f"person {desk.person}")

            home.database.write_now(fill)
            for path, found in counts.items():
                who = reader if path == "/ban/kin" else desk
                found.append(await statements_of(home, lambda who=who, path=path: who.open(path)))
        for path, (few, many) in counts.items():
            assert many <= few <= 20, path


# -- home and period ---------------------------------------------------------------------------------


async def test_home_tells_what_waits(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        file(home, "Rác ở chợ")
        file(home, "Đường ngập", status="excluded")
        page = await desk.open("/ban")
        assert "<strong>1</strong> phản ánh chưa xử lý" in page
        assert "<strong>0</strong> phản ánh khẩn" in page
        assert "năm 2026" in page.lower()


async def test_home_counts_a_thousand_and_no_more(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        now = home.app.now()
        home.database.write_now(lambda c: [add(c, home.unit_id, "Rác", now) for _ in range(1000)])
        assert "<strong>1000</strong> phản ánh chưa xử lý" in await desk.open("/ban")
        file(home, "Rác ở chợ")
        assert "<strong>Hơn 1.000</strong> phản ánh chưa xử lý" in await desk.open("/ban")


async def test_names_of_who_owes_are_for_coordinators_of_that_unit_only(database_url):
    async with house(database_url) as home:
        collaborator(home, home.unit_id, "Ông Tư")
        below = add_unit(home, "Thon Ha", parent_id=home.unit_id)
        collaborator(home, below, "Bà Năm")

        now = home.app.now()
        due = now + timedelta(days=5)
        open_period = insert(period).values(
            code="T",
            name="kỳ thử",
            start_at=now - timedelta(days=1),
            end_at=due,
            due_at=due,
            cutoff_at=now + timedelta(days=7),
        )

        def lists(connection):
            for id in (home.unit_id, below):
                connection.execute(open_period.values(unit_id=id))
            keep_lists(Post(connection, now + timedelta(seconds=1)))

        home.database.write_now(lists)
        async with seated(home, "coordinator") as desk, seated(home, "leader") as leader:
            assert "Ông Tư" in await desk.open("/ban/ky")
            lower = await desk.open(f"/ban/ky?don-vi={below}")
            assert "Thon Ha" in lower
            assert "Bà Năm" not in lower
            assert "0 trên 1 đã báo" in lower
            assert "Ông Tư" not in await leader.open("/ban/ky")


# -- people and units --------------------------------------------------------------------------------


async def test_terms_that_end_within_sixty_days_and_units_without_anybody_are_told(database_url):
    clock = MovableClock()
    async with house(database_url, now=clock) as home:
        today = clock().date()
        collaborator(home, home.unit_id, "Ông Tư", to_on=today + timedelta(days=59), decision_number="334-QĐ")
        collaborator(home, home.unit_id, "Bà Năm", to_on=today + timedelta(days=90))
        collaborator(home, home.unit_id, "Cô Ba", to_on=today - timedelta(days=2))
        add_unit(home, "Thôn Trống", parent_id=home.unit_id)
        async with seated(home, "administrator") as desk:
            page = await desk.open("/ban/nguoi")
            warned, _, roster = page.partition('class="rows seats"')
            assert "Ông Tư" in warned
            assert "đã hết ngày" in warned
            assert "Bà Năm" not in warned
            assert "Thôn Trống" in warned
            assert "334-QĐ" in roster


@pytest.mark.parametrize("role", access.ROLES)
async def test_people_are_listed_whatever_their_role(sqlite_url, role):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        collaborator(home, home.unit_id, "Ông Tư", role=role)
        assert "Ông Tư" in await desk.open("/ban/nguoi")


async def test_nobody_sees_the_people_of_another_unit(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        other = add_unit(home, "Phường Khác")
        collaborator(home, other, "Ông Tư", to_on=home.app.now().date())
        for path in (
            "/ban/nguoi",
            f"/ban/nguoi?don-vi={other}",
            f"/ban/don-vi?don-vi={other}",
            "/ban/don-vi",
        ):
            page = await desk.open(path)
            assert "Ông Tư" not in page
            assert "Phường Khác" not in page


async def test_only_an_administrator_above_resets_an_authenticator(database_url):
    async with (
        house(database_url) as home,
        seated(home, "coordinator") as lan,
        seated(home, "administrator") as an,
        seated(home, "coordinator", add_unit(home, "Phường Khác")) as far,
    ):
        assert (await lan.post(f"/ban/nguoi/{lan.person}/xac-thuc")).status_code == 404
        assert (await an.post(f"/ban/nguoi/{far.person}/xac-thuc")).status_code == 404
        await far.open("/ban")
        before = len(home.rows(totp))
        home.database.write_now(
            lambda c: people.add_membership(
                c, person_id=far.person, unit_id=home.unit_id, role="duty", label=None
            )
        )
        assert (await an.post(f"/ban/nguoi/{far.person}/xac-thuc")).status_code == 404, "serves elsewhere too"
        assert len(home.rows(totp)) == before
        await an.post(f"/ban/nguoi/{lan.person}/xac-thuc")
        assert len(home.rows(totp)) == before - 1
        assert (await lan.http.get("/ban")).status_code == 303


# -- what goes on ------------------------------------------------------------------------------------


async def test_the_rota_shows_who_is_on_duty_and_days_without_anybody(sqlite_url):
    clock = MovableClock()
    async with house(sqlite_url, now=clock) as home, seated(home, "coordinator", label="Chị Lan") as desk:
        assert "Chưa xếp lịch trực" in await desk.open("/ban/truc")
        now = clock()
        turn = [(desk.person, now, now + timedelta(hours=8))]
        home.database.write_now(lambda c: shifts.add(c, home.unit_id, turn))
        page = await desk.open("/ban/truc")
        assert "Chị Lan" in page
        assert page.count("chưa có ai") >= 12
        assert "Chị Lan" in (await desk.open("/ban")).partition("Đang trực")[2]


async def test_polls_hide_small_counts(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        voters = [collaborator(home, home.unit_id, f"Ông {n}") for n in range(6)]
        now = home.app.now()

        given = {"question": "Đã nắm chưa?", "kind": "choice", "options": ["Rồi", "Chưa"], "shared": False}
        given |= {"unit_id": home.unit_id, "person_id": desk.person, "now": now}

        def ask(connection):
            id = polls.add(connection, closes_at=now + timedelta(hours=4), **given)
            for n, one in enumerate(voters):
                polls.answer(connection, id, one, str(int(n > 3)), now)

        home.database.write_now(ask)
        page = await desk.open("/ban/tham-do")
        assert "Đã nắm chưa?" in page
        assert "&lt;3" in page
        assert '<td class="n">2</td>' not in page


async def test_broadcasts_show_how_far_they_are(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        now, everybody = home.app.now(), Audience("all", home.unit_id)
        given = {"kind": "broadcast", "body": {"title": "Mai họp tổ"}, "state": "done", "total": 4}
        given |= {"unit_id": home.unit_id, "person_id": desk.person, "made_at": now}
        home.database.write_now(lambda c: mailings.add(c, audience=everybody, **given))
        page = await desk.open("/ban/thong-bao")
        assert "Mai họp tổ" in page
        assert 'max="4"' in page


async def test_the_trail_shows_the_own_units_acts_only(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        other = add_unit(home, "Phường Khác")
        stranger = collaborator(home, other, "Ông Tư")

        def note(connection):
            now = home.app.now()
            audit.note(connection, "poll-made", "poll 7", now=now, actor=f"person {desk.person}")
            audit.note(connection, "period-locked", "HOASEN/2026", now=now, actor=f"CTV-{desk.person}")
            audit.note(connection, "poll-made", "poll 8", now=now, actor=f"person {stranger}")

        home.database.write_now(note)
        page = await desk.open("/ban/nhat-ky")
        assert "poll 7" in page
        assert "Chốt kỳ" in page
        assert "poll 8" not in page


def test_every_act_of_the_trail_is_told_in_words():
    written = re.compile(r'(?:audit\.note\(\s*[\w.]+,|_note\(post,)\s*"([a-z-]+)"')
    root, told = Path(__file__).parents[3], simple_sentences("vi", "console")
    sources = [file.read_text() for part in ("bot", "office") for file in (root / part).rglob("*.py")]
    acts = {act for text in sources if "audit.note(" in text for act in written.findall(text)}
    acts |= {unveiling.SEEN, "reports-exported", "obligations-exported"}
    assert len(acts) > 30 and [act for act in acts if f"audit-{act}" not in told] == []


async def test_the_trail_shows_nothing_of_what_somebody_did_after_they_had_gone_up(database_url):
    clock = MovableClock()
    async with (
        house(database_url, now=clock) as home,
        seated(home, "coordinator") as desk,
        seated(home, "coordinator") as gone,
    ):
        meeting = NewMeeting(clock() + timedelta(days=3), "Hội trường", Audience(TEAM, home.unit_id))
        how = home.app.reminding
        do(
            home,
            gone.person,
            lambda post, who: meetings.call(post, how, home.app.desk_rules, who, meeting, None),
        )
        assert "meeting 1" in await desk.open("/ban/nhat-ky")
        report = home.database.write_now(
            lambda c: add(c, home.unit_id, "Cán bộ", clock(), sealed=True, person_id=desk.person)
        )
        above = home.rows(unit)[0].id
        home.database.write_now(lambda c: people.end_memberships(c, gone.person, clock()))
        clock.move(minutes=5)
        home.database.write_now(
            lambda c: people.add_membership(
                c, person_id=gone.person, unit_id=above, role="coordinator", label=None
            )
        )
        do(home, gone.person, lambda post, who: unveil(post, who.person_id, report, "Cần gọi để xác minh"))
        page = await desk.open("/ban/nhat-ky")
        assert "meeting 1" in page and "PA-" not in page and "xác minh" not in page


# -- charts ------------------------------------------------------------------------------------------


async def test_charts_count_and_hide(database_url):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        now = home.app.now()

        def fill(connection):
            for _ in range(5):
                add(connection, home.unit_id, "Rác", now, topic="MT", tone="aggrieved")
            add(connection, home.unit_id, "Sốt", now, topic="YT", tone="uneasy")
            add(connection, home.unit_id, "Cũ", now - timedelta(days=80), topic="GD")

        home.database.write_now(fill)
        page = await desk.open("/ban/bieu-do")
        rows = dict(re.findall(r'<th scope="row">(.*?)</th>.*?<td class="n">(.*?)</td>', page, re.DOTALL))
        assert rows["Môi trường"] == "5"
        assert rows["Y tế"] == "≥1"
        assert (rows["Bức xúc"], rows["Băn khoăn"]) == ("…", "…"), "six in all: 5 and 1, unless it is hidden"
        assert rows["Phường Hoa Sen"] == "…", "nor is it told that there are six"
        assert "Giáo dục" not in rows
        widths = re.findall(r'<rect width="([\d.]+)"', page)
        assert set(widths) == {"0.0"}, "a bar tells no more than its number"


async def test_those_above_see_no_area_in_which_few_serve(sqlite_url):
    async with house(sqlite_url) as home:
        above = add_unit(home, "Tỉnh Sen")
        home.database.write_now(
            lambda c: c.execute(unit.update().where(unit.c.id == home.unit_id).values(parent_id=above))
        )
        few = add_unit(home, "Thôn Ít", parent_id=home.unit_id)
        for n in range(5):
            collaborator(home, home.unit_id, f"Ông {n}")
        collaborator(home, few, "Bà Một")
        now = home.app.now()

        def fill(connection):
            for _ in range(4):
                add(connection, home.unit_id, "Rác", now - timedelta(days=1), area_id=few)

        home.database.write_now(fill)
        async with seated(home, "observer", above) as observer, seated(home, "coordinator") as desk:
            page = await observer.open("/ban/bieu-do")
            assert "Thôn Ít" not in page
            assert "Phường Hoa Sen" in page
            assert "Thôn Ít" in await desk.open("/ban/bieu-do"), "its own coordinator knows the area anyway"


async def test_those_above_count_no_report_before_its_day_is_over(database_url):
    clock = MovableClock()
    async with (
        house(database_url, now=clock) as home,
        seated(home, "observer") as observer,
        seated(home, "leader") as leader,
    ):
        home.database.write_now(lambda c: [add(c, home.unit_id, "Rác", clock()) for _ in range(4)])
        assert "Môi trường" not in await observer.open("/ban/bieu-do"), (
            "else one sees at which minute it came"
        )
        assert "Môi trường" in await leader.open("/ban/bieu-do")
        told = {}
        for hours in (0, 24):
            clock.move(hours=hours)
            for one in (observer, leader):
                lines = do(home, one.person, lambda post, who: figures.facts(post, who)[0].lines)
                told[one.person, hours] = "f-topic" in str(lines)
        assert told == {(observer.person, 0): False, (leader.person, 0): True, **dict.fromkeys(
            ((observer.person, 24), (leader.person, 24)), True)}  # fmt: skip


# -- live --------------------------------------------------------------------------------------------


async def test_what_comes_is_told_without_a_reload_until_the_session_ends(sqlite_url, monkeypatch):
    monkeypatch.setattr(stream, "LOOK_SECONDS", 0.05)
    clock, door = MovableClock(), listener()
    async with house(sqlite_url, now=clock) as home, seated(home, "coordinator") as desk, serving(home, door):
        address = f"http://127.0.0.1:{door.getsockname()[1]}/ban/dong?sau=0"
        other = add_unit(home, "Phường Khác")
        home.database.write_now(lambda c: add(c, other, "Không phải của mình", clock()))
        async with (
            httpx.AsyncClient(cookies={"ban": desk.http.cookies["ban"]}) as http,
            http.stream("GET", address) as answer,
        ):
            assert answer.headers["content-type"].startswith("text/event-stream")
            lines = answer.aiter_lines()
            file(home, "Rác ở chợ")
            assert await _data(lines, "news") == '{"n": 1, "words": "1 phản ánh mới. Bấm để xem"}'
            clock.move(minutes=31)
            assert await _data(lines, "ended") == "{}"


async def test_nothing_more_is_told_to_whom_the_right_was_taken(sqlite_url, monkeypatch):
    monkeypatch.setattr(stream, "LOOK_SECONDS", 0.05)
    door = listener()
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk, serving(home, door):
        home.database.write_now(
            lambda c: people.add_membership(
                c, person_id=desk.person, unit_id=home.unit_id, role="observer", label=None
            )
        )
        async with (
            httpx.AsyncClient(cookies={"ban": desk.http.cookies["ban"]}) as http,
            http.stream("GET", f"http://127.0.0.1:{door.getsockname()[1]}/ban/dong?sau=0") as answer,
        ):
            lines = answer.aiter_lines()
            file(home, "Rác ở chợ")
            assert await _data(lines, "news")
            own = membership.c.person_id == desk.person, membership.c.role == "coordinator"
            home.database.write_now(
                lambda c: c.execute(update(membership).where(*own).values(ended_at=home.app.now()))
            )
            file(home, "Đèn đường tắt")
            assert await _data(lines, "ended") == "{}"


async def _data(lines, event):
    async with asyncio.timeout(10):
        async for line in lines:
            if line == f"event: {event}":
                return (await anext(lines)).removeprefix("data: ")
    return None
