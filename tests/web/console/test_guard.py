"""No page of the desk is opened by who may not, and none forgets to ask."""

from __future__ import annotations

import pytest
from starlette.routing import Route

from domain.access import ROLES, THINGS, sides
from tests.house import house
from tests.web.console.seats import seat, seated
from web.console.menu import MENU
from web.console.pages import PAGES
from web.console.signing import entrance_routes

OWN = {"/ban", "/ban/xac-thuc", "/ban/phien", "/ban/phien/{id:int}", "/ban/ra", "/ban/ngon-ngu"}
"""Pages of no thing: what they show is everybody's own."""


async def test_every_address_of_the_desk_is_guarded_or_the_entrance(sqlite_url):
    async with house(sqlite_url) as home:
        console = home.app.console
        entrance = {one.path for one in entrance_routes(console) if isinstance(one, Route)}
        routes = [
            one for one in home.app.asgi.routes if isinstance(one, Route) and one.path.startswith("/ban")
        ]
        guarded = [one for one in routes if hasattr(one.endpoint, "page")]
        assert {one.path for one in routes} - {one.path for one in guarded} == entrance
        assert len(guarded) == len(PAGES)


def test_every_page_says_what_it_shows():
    assert {page.path for page in PAGES if page.thing is None} == OWN
    for page in PAGES:
        assert page.thing is None or page.thing in THINGS
        assert (page.act == "read") is (page.method == "GET"), page.path


def test_every_line_of_the_menu_leads_to_a_page_of_its_thing():
    pages = {page.path: page.thing for page in PAGES if page.method == "GET"}
    assert {one.path: one.thing for one in MENU}.items() <= pages.items()


@pytest.mark.parametrize("digits", [18, 19, 5000])
async def test_a_number_of_any_length_is_no_address_or_nothing_is_there(database_url, digits):
    async with house(database_url) as home, seated(home, "coordinator") as desk:
        for path in ("/ban/van-de/{}", "/ban/phan-anh/{}", "/ban/phieu-tep/{}", "/phieu/1-1.x/tep/{}"):
            assert (await desk.http.get(path.format("9" * digits))).status_code == 404


async def test_a_stranger_sees_the_entrance_whatever_is_asked_for(sqlite_url):
    async with house(sqlite_url) as home, seat(home) as one:
        for page in PAGES:
            path = page.path.replace("{id:int}", "1")
            answer = await one.http.request(page.method, path)
            assert answer.status_code == 303, path
            assert answer.headers["location"].startswith("/ban/vao")


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"collaborator", "unit"}))
async def test_what_a_role_may_not_do_does_not_exist_for_it(sqlite_url, role):
    async with house(sqlite_url) as home, seated(home, role) as desk:
        for page in PAGES:
            if page.thing is None or sides(role, page.thing, page.act):
                continue
            path = page.path.replace("{id:int}", "1").replace("{id}", "1")
            answer = await desk.http.request(page.method, path)
            assert answer.status_code == 404, (role, path)


@pytest.mark.parametrize("role", ["collaborator", "unit"])
async def test_who_has_no_desk_is_a_stranger_there(sqlite_url, role):
    async with house(sqlite_url) as home, seated(home, role) as desk:
        assert (await desk.http.get("/ban")).status_code == 303
