"""What is sealed, at the desk: read by those named above, every look in the trail, not there for others."""

from __future__ import annotations

from contextlib import AsyncExitStack

from sqlalchemy import insert, select, update

from office import sealing
from storage import people, reports
from storage.tables import audit, membership, unit
from storage.tables import report as report_table
from tests.house import house
from tests.web.console.dealing import matter_of, story
from tests.web.console.filing import file
from tests.web.console.seats import seated

RARE = "lươn khươn"
SAID = f"Bà con kêu cán bộ một cửa {RARE}, hẹn đi hẹn lại giấy tờ"
LOOKS = ("sealed-listed", "sealed-read", "sealed-file-seen", "direct-line-listed")
SHOWN = "Chỉ gửi cấp trên</a>"
"""The line of the menu."""


def above(home):
    """The unit above the house's."""
    return home.database.read(lambda c: c.execute(select(unit.c.id).where(unit.c.code == "TINH")).scalar())


def looks(home):
    """(who, what, which) of every look in the trail, in order."""
    rows = home.rows(audit)
    return [(row.actor, row.act, row.object) for row in rows if row.act in LOOKS]


def direct(home, person, label="Tổ 9 – Cô Đơn"):
    """Put somebody on the direct line of the house's unit."""

    def work(connection):
        connection.execute(
            update(membership).where(membership.c.person_id == person).values(direct_line=True)
        )
        people.change_person(connection, person, label=label)

    home.database.write_now(work)


def picture(home, report):
    """A picture that came with a report; gives its number."""

    def work(connection):
        id = reports.add_attachment(
            connection, lane="web:main:x", channel="web", kind="photo", source={}, now=home.app.now(),
            name="f" * 32, media_type="image/jpeg", size=9,
        )  # fmt: skip
        reports.attach(connection, [id], ["web:main:x"], report)
        return id

    home.app._store.put(b"\xff\xd8picture", "f" * 32)
    return home.database.write_now(work)


async def test_a_reader_finds_it_in_the_menu_and_every_look_is_in_the_trail_before_it_is_shown(database_url):
    async with (
        house(database_url) as home,
        seated(home, "collaborator") as lan,
        seated(home, "coordinator", above(home)) as hanh,
    ):
        direct(home, lan.person)
        id = file(home, SAID, sealed=True, person_id=lan.person)
        kept = picture(home, id)
        assert SHOWN in await hanh.open("/ban")
        assert looks(home) == []
        listed = await hanh.open("/ban/kin")
        assert f"PA-{id}" in listed and "Phường Hoa Sen" in listed and RARE not in listed
        page = await hanh.open(f"/ban/kin/{id}")
        assert SAID in page and f"CTV-{lan.person}" not in page
        assert (await hanh.http.get(f"/ban/kin/tep/{kept}")).content == b"\xff\xd8picture"
        assert "Tổ 9 – Cô Đơn" in await hanh.open("/ban/kin/nguoi")
        me = f"person {hanh.person}"
        assert looks(home) == [
            (me, "sealed-listed", None), (me, "sealed-read", f"PA-{id}"),
            (me, "sealed-file-seen", f"PA-{id}"), (me, "direct-line-listed", None),
        ]  # fmt: skip
        trail = await hanh.open("/ban/nhat-ky")
        assert "Đọc phản ánh chỉ gửi cấp trên" in trail and f"PA-{id}" in trail


async def test_for_everybody_else_there_is_no_such_page_and_no_line_in_the_menu(database_url):
    async with house(database_url) as home, AsyncExitStack() as stack:
        tinh = above(home)
        roles = ("coordinator", "duty", "leader", "administrator", "observer")
        others = [await stack.enter_async_context(seated(home, one)) for one in roles]
        others += [await stack.enter_async_context(seated(home, one, tinh)) for one in roles[1:]]
        both = await stack.enter_async_context(seated(home, "coordinator", tinh))
        named = await stack.enter_async_context(seated(home, "coordinator", tinh))
        passed = await stack.enter_async_context(seated(home, "coordinator", tinh))

        def name(connection):
            sealing.name_readers(connection, tinh, [both.person, named.person], home.app.now())
            people.add_membership(
                connection, person_id=both.person, unit_id=home.unit_id, role="duty", label=None
            )

        home.database.write_now(name)
        id = file(home, SAID, sealed=True)
        kept = picture(home, id)
        paths = ("/ban/kin", "/ban/kin/nguoi", f"/ban/kin/{id}", f"/ban/kin/tep/{kept}")
        for desk in (*others, both, passed):
            assert SHOWN not in await desk.open("/ban")
            for path in paths:
                await desk.open(path, 404)
            for act in ("van-de", "gop", "hoi", "bo"):
                assert (await desk.post(f"/ban/kin/{id}/{act}", seen="x")).status_code == 404
        assert looks(home) == []
        assert SHOWN in await named.open("/ban") and SAID in await named.open(f"/ban/kin/{id}")
        open_one = file(home, "Rác ở chợ")
        await named.open(f"/ban/kin/{open_one}", 404)
        await named.open(f"/ban/phan-anh/{id}", 404)


async def test_a_unit_below_in_which_nobody_reports_makes_no_reader(sqlite_url):
    async with house(sqlite_url) as home, seated(home, "coordinator") as desk:
        new = insert(unit).values(
            code="TYT", name="Trạm Y tế", type="body", parent_id=home.unit_id, territorial=False
        )
        home.database.write_now(lambda c: c.execute(new))
        assert SHOWN not in await desk.open("/ban")
        await desk.open("/ban/kin", 404)


async def test_with_nothing_sealed_yet_the_pages_say_how_it_begins(sqlite_url):
    async with (
        house(sqlite_url) as home,
        seated(home, "collaborator"),
        seated(home, "coordinator", above(home)) as hanh,
    ):
        page = await hanh.open("/ban/kin")
        assert "Chưa có phản ánh nào gửi riêng" in page and "Phường Hoa Sen bấm 🔒" in page
        assert "Chưa có ai là đơn tuyến" in await hanh.open("/ban/kin/nguoi")


async def test_the_own_unit_reads_of_no_look_in_its_trail_whoever_serves_there_too(database_url):
    async with (
        house(database_url) as home,
        seated(home, "coordinator", above(home)) as hanh,
        seated(home, "coordinator") as own,
        seated(home, "administrator") as keeper,
        seated(home, "administrator", above(home)) as upper,
    ):

        def serve(connection):
            people.add_membership(
                connection, person_id=hanh.person, unit_id=home.unit_id, role="collaborator", label=None
            )

        home.database.write_now(serve)
        id = file(home, SAID, sealed=True)
        await hanh.open(f"/ban/kin/{id}")
        for desk in (own, keeper):
            trail = await desk.open("/ban/nhat-ky")
            assert f"PA-{id}" not in trail
        assert f"PA-{id}" in await upper.open("/ban/nhat-ky")


async def test_a_matter_made_of_it_is_the_upper_units_kept_close_and_shows_no_word_of_it(database_url):
    async with (
        house(database_url) as home,
        seated(home, "collaborator") as lan,
        seated(home, "coordinator", above(home)) as hanh,
    ):
        id = file(home, SAID, sealed=True, person_id=lan.person)
        page = await hanh.open(f"/ban/kin/{id}")
        assert "/chuyen" not in page and "Xóa thông tin" not in page
        seen = page.partition('name="seen" value="')[2].partition('"')[0]
        answer = await hanh.post(f"/ban/kin/{id}/hoi", seen=seen, question="Việc này lần đầu khi nào?")
        assert answer.headers["location"] == f"/ban/kin/{id}?told=reporter-asked"
        page = await hanh.open(f"/ban/kin/{id}")
        seen = page.partition('name="seen" value="')[2].partition('"')[0]
        answer = await hanh.post(f"/ban/kin/{id}/van-de", seen=seen, matter="Thái độ ở một cửa")
        assert answer.headers["location"] == "/ban/van-de/1?told=matter-opened"
        made = matter_of(home, 1)
        assert (made.unit_id, made.sensitive) == (above(home), True)
        assert [one.act for one in story(home, 1)] == ["opened", "joined"]
        page = await hanh.open("/ban/van-de/1")
        assert f'href="/ban/kin/{id}"' in page and RARE not in page
        again = file(home, f"Cũng ở một cửa, {RARE} lắm", sealed=True, person_id=lan.person)
        page = await hanh.open(f"/ban/kin/{again}")
        seen = page.partition('name="seen" value="')[2].partition('"')[0]
        answer = await hanh.post(f"/ban/kin/{again}/gop", seen=seen, matter="VD-1")
        assert answer.headers["location"] == f"/ban/kin/{again}?told=joined"


async def test_what_is_withdrawn_is_listed_no_more_and_a_long_list_is_read_page_by_page(sqlite_url):
    async with (
        house(sqlite_url) as home,
        seated(home, "collaborator"),
        seated(home, "coordinator", above(home)) as hanh,
    ):
        ids = [file(home, f"{SAID} {n}", sealed=True) for n in range(120)]

        def withdraw(connection):
            gone = update(report_table).where(report_table.c.id == ids[0]).values(status="withdrawn")
            connection.execute(gone)

        home.database.write_now(withdraw)
        met, path = [], "/ban/kin"
        while path:
            page = await hanh.open(path)
            met += [
                int(one.partition('"')[0]) for one in page.split('href="/ban/kin/')[1:] if one[0].isdigit()
            ]
            path = next(
                (
                    f"/ban/kin?sau={one.partition(chr(34))[0]}"
                    for one in page.split('href="/ban/kin?sau=')[1:]
                ),
                "",
            )
        assert met == ids[:0:-1]
