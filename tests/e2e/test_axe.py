"""axe-core finds nothing on the pages of the desk and on a unit's own, however they are looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from bench.desk import NO_PAGES
from domain.totp import code_at, read_secret, step_of
from tests.e2e.desk_scene import Scene, deal, seal
from tests.e2e.phone import Phone
from tests.e2e.screenshots import DEVICES
from tests.e2e.served import Served
from web.console.pages import PAGES

pytestmark = [pytest.mark.chromium, pytest.mark.xdist_group("chromium-desk")]

LIST = "/ban/phan-anh"
STATES = (
    f"{LIST}?said=rac", f"{LIST}?said=khong+co&topic=YT", f"{LIST}?said=0912345678", f"{LIST}?told=done",
    "/ban/van-de?status=closed", "/ban/khong-co", "/ban/vao", "/phieu/khong-co",
)  # fmt: skip
"""Pages in another state, and those of somebody who is not signed in."""
MUST_BE_RIGHT = {"aria-valid-attr-value"}
"""Rules in which axe says "look at it" where a reader of the screen is sure to stumble."""
LOOKS = [(device, scheme) for device in DEVICES for scheme in ("light", "dark")]

Look = Callable[..., Page]


@pytest.fixture(params=LOOKS, ids="-".join)
def look(request: pytest.FixtureRequest, context: Callable[..., BrowserContext]) -> Look:
    """Opens a browser on a phone or a wide screen, by day or by night."""
    device, scheme = request.param
    options: dict[str, Any] = {
        "viewport": DEVICES[device],
        "color_scheme": scheme,
        "reduced_motion": "reduce",
    }
    return lambda trial: context(base_url=trial.url, **options).new_page()


def found(page: Page) -> list[str]:
    """What axe-core has to say against a page, with everything opened."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    told = Axe().run(page, options={"resultTypes": ["violations", "incomplete"]}).response
    assert told["passes"]
    wrong = [*told["violations"], *(one for one in told["incomplete"] if one["id"] in MUST_BE_RIGHT)]
    return [f"{one['impact']} {one['id']}: {node['html']}" for one in wrong for node in one["nodes"]]


def everything(scene: Scene) -> Iterator[str]:
    """Every page of the desk but what is sealed (the sample's coordinator reads none), and the unit's own."""
    newest = {"matter": scene.matter, "report": scene.loose}
    for page in PAGES:
        is_there = page.stage != "second" and page.thing != "sealed" and page.view not in NO_PAGES
        if page.method == "GET" and is_there:
            yield page.path.replace("{id:int}", str(newest.get(page.thing or "", 0)))
    yield from (*STATES, scene.path)


@pytest.mark.rotates
@pytest.mark.timeout(180)
def test_nothing_is_wrong_with_any_page(trial: Served, look: Look) -> None:
    page = look(trial)
    for path in everything(deal(trial, datetime.now(UTC))):
        answer = page.goto(path)
        assert path in STATES or (answer and answer.ok), path
        assert found(page) == [], path


@pytest.mark.rotates
def test_nothing_is_wrong_with_what_is_sealed(trial: Served, look: Look) -> None:
    sealed, page = seal(trial, datetime.now(UTC)), look(trial)
    page.context.add_cookies([{"name": "ban", "value": sealed.cookie, "url": trial.url}])
    for path in ("/ban/kin", f"/ban/kin/{sealed.report}", "/ban/kin/nguoi"):
        answer = page.goto(path)
        assert answer and answer.ok, path
        assert found(page) == [], path


@pytest.mark.rotates
def test_nothing_is_wrong_with_a_page_that_says_what_is_wrong(trial: Served, look: Look) -> None:
    scene, page = deal(trial, datetime.now(UTC)), look(trial)
    page.goto(scene.path)
    page.get_by_label("Kết quả").fill("Gọi ông Trần Văn Khoát 0987654321.")
    page.get_by_role("button", name="Gửi trả lời").click()
    expect(page.get_by_label("Kết quả")).to_have_attribute("aria-describedby", "hint-found wrong-found")
    assert found(page) == []
    page.goto(f"{LIST}/{scene.loose}")
    page.locator("summary").filter(has_text="Lập vấn đề").click()
    form = page.locator("form[action$='/van-de']")
    form.locator("textarea").fill("Loa phường nói to, gọi bà Trần Thị Khoát 0987654321")
    form.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa ghi gì")
    assert found(page) == []


@pytest.mark.rotates
def test_nothing_is_wrong_with_the_way_in(unit: Served, look: Look) -> None:
    page = look(unit)
    chat = Phone(page.context, unit.url).joins(unit.code("coordinator"))
    chat.types("/ban")
    chat.hears("/ban/vao/")
    [link] = re.findall(r"/ban/vao/\S+", chat.bots.last.inner_text())
    page.goto(link)
    assert found(page) == []
    page.get_by_role("button").click()
    expect(page).to_have_url(re.compile("/ban/xac-thuc"))
    assert found(page) == []
    secret = read_secret(page.locator("main code").inner_text().replace(" ", ""))
    for code, words in (
        ("000000", "chưa đúng"),
        (code_at(secret, step_of(datetime.now(UTC))), "Mã dự phòng"),
    ):
        page.get_by_role("textbox").fill(code)
        page.locator("main form button").click()
        expect(page.get_by_role("main")).to_contain_text(words)
        assert found(page) == []
