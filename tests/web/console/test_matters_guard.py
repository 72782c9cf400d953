"""Nobody at the desk gets a matter, a referral or an answer of units that are not theirs, by any address."""

from __future__ import annotations

import random
import re

import pytest
from sqlalchemy import select

from domain.access import ROLES, sides
from domain.console import has_desk
from storage import matters as rows
from storage.tables import matter, matter_reader, unit
from tests.house import House, house
from tests.web.console.dealing import answered, body, opened, referred, story
from tests.web.console.filing import add
from tests.web.console.seats import csrf_of, seated
from tests.web.console.test_pages import add_unit
from web.console import matter_deeds, matters, referrals, report_deeds

PAGES = [
    *matters.PAGES, *matter_deeds.PAGES, *referrals.PAGES, *report_deeds.PAGES,
]  # fmt: skip
OURS = [page for page in PAGES if "{id:int}" in page.path and page.thing != "sealed"]
"""What is sealed is for those named alone: `test_sealed.py`."""
AT_DESK = sorted(role for role in ROLES if has_desk({role}))


async def planted(home: House) -> int:
    """A matter of one report, its referral and its answer, all numbered 1, and a loose report, numbered 2."""
    async with seated(home, "coordinator") as desk:
        id = opened(home, desk)
        answered(home, desk, referred(home, desk, id, body(home)))
    home.database.write_now(lambda c: add(c, home.unit_id, "Đèn đường tắt", home.app.now()))
    return id


def somewhere(home: House, side: str) -> int:
    """A unit from which the ward stands on that side."""
    if side == "own":
        return home.unit_id
    above = home.database.read(
        lambda c: c.execute(select(unit.c.parent_id).where(unit.c.id == home.unit_id)).scalar_one()
    )
    if side == "lower":
        return int(above)
    parent = {"upper": home.unit_id, "foreign": above}[side]
    return add_unit(home, f"Nơi {side}", parent_id=parent)


@pytest.mark.parametrize("side", ["own", "lower", "upper", "foreign"])
async def test_every_page_opens_for_whom_the_table_names_and_is_not_there_for_others(sqlite_url, side):
    async with house(sqlite_url) as home:
        id, there = await planted(home), somewhere(home, side)
        for role in AT_DESK:
            async with seated(home, role, there) as desk:
                key = csrf_of(await desk.open("/ban"))
                for page in OURS:
                    number = "2" if page.path.startswith("/ban/phan-anh") else "1"
                    path = page.path.replace("{id:int}", number)
                    if page.method == "GET":
                        answer = await desk.http.get(path)
                    else:
                        answer = await desk.send(path, csrf=key, seen="stale", why="x", told="x", said="x")
                    may = page.thing is not None and side in sides(role, page.thing, page.act)
                    if path.endswith(".docx"):
                        may = may and side in sides(role, page.thing, "handle")
                    if path.startswith("/ban/phieu-tep"):
                        may = False  # there is none
                    assert (answer.status_code != 404) is may, (role, path, answer.status_code)
                    assert answer.status_code != 403, "the form is theirs"
        assert story(home, id)[-1].act == "answer", "no stale form did anything"


@pytest.mark.rotates
@pytest.mark.parametrize("seed", range(4))
async def test_in_any_tree_everybody_sees_exactly_the_matters_of_their_units(sqlite_url, seed):
    chance = random.Random(seed)
    async with house(sqlite_url) as home:
        units = grow(home, chance, 9)
        seats = [(chance.choice(AT_DESK), chance.choice(units)) for _ in range(8)]
        people = []
        for role, where in seats:
            async with seated(home, role, where) as desk:
                people.append((role, where, desk.person, dict(desk.http.cookies)))
        scatter(home, chance, units, [one[2] for one in people], 30)
        everything = home.rows(matter)
        named = {(one.matter_id, one.person_id) for one in home.rows(matter_reader)}
        for role, where, person, cookies in people:
            if "own" not in sides(role, "matter", "read"):
                continue
            async with seated(home, "observer") as desk:
                desk.http.cookies.clear()
                desk.http.cookies.update(cookies)
                listed = await desk.open("/ban/van-de?status=all")
                theirs = {
                    one.id
                    for one in everything
                    if where in (one.unit_id, one.origin_id)
                    and (not one.sensitive or (one.id, person) in named)
                }
                assert {int(one) for one in re.findall(r'"/ban/van-de/(\d+)"', listed)} == theirs
                for one in everything:
                    await desk.open(f"/ban/van-de/{one.id}", 200 if one.id in theirs else 404)
                if "own" in sides(role, "referral", "read"):
                    board = await desk.open("/ban/phieu")
                    assert {int(one) for one in re.findall(r"/ban/van-de/(\d+)", board)} <= theirs


def grow(home: House, chance: random.Random, number: int) -> list[int]:
    """A tree of units; gives their numbers."""
    found = [home.unit_id]
    for n in range(number):
        found.append(add_unit(home, f"Nơi {n}", parent_id=chance.choice(found)))
    return found


def scatter(home: House, chance: random.Random, units: list[int], people: list[int], number: int) -> None:
    """Matters anywhere, some raised, some sensitive with anybody named."""
    now = home.app.now()

    def work(connection):
        for n in range(number):
            origin = chance.choice(units)
            id = rows.add(
                connection, unit_id=chance.choice([origin, chance.choice(units)]), origin_id=origin,
                area_id=origin, topic="MT", level="normal", said=f"Việc {n}", folded=f"viec {n}",
                sensitive=chance.random() < 0.4, status=chance.choice(["new", "referred", "closed"]),
                opened_at=now, changed_at=now,
            )  # fmt: skip
            rows.name_readers(connection, id, chance.sample(people, chance.randint(0, 2)))
            rows.add_event(connection, id, "opened", now)

    home.database.write_now(work)
