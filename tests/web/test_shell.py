"""The shell of the pages: what is kept for ever, what never, and that no sentence or file is missing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import AsyncIterator
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from web import shell

ROOT = Path(__file__).parents[2]
MODULES = sorted(shell.STATIC.glob("*.js"))
CHAT = {"base": "/chat", "join_code": "", "role": "collaborator", "coordinates": False, "last": 0, "mb": 10}
PAGES = {
    "chat.html": CHAT | {"unit": "Phường Mẫu", "sample": False},
    "join.html": {"unit": "Phường Mẫu"},
    "sample.html": {"sample": True, "movable": True},
    "error.html": {"sentence": "Không có trang này."},
    "away.html": {},
}


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=[*shell.shell_routes(), Route("/", _first)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        yield client


async def _first(request: Request) -> Response:
    response = shell.page("join.html", shell.language_of(request), unit="Phường Mẫu")
    shell.remember_language(request, response)
    return response


async def test_a_static_file_is_kept_for_ever_under_the_name_of_its_content(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.get(f"{shell.assets()}/chat.js")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"].startswith("text/javascript")


async def test_a_file_outside_the_folder_is_not_served(client: httpx.AsyncClient) -> None:
    assert (await client.get(f"{shell.assets()}/%2e%2e/shell.py")).status_code == 404
    assert (await client.get(f"{shell.assets()}/missing.js")).status_code == 404


async def test_the_worker_may_serve_every_page_and_is_asked_for_anew(client: httpx.AsyncClient) -> None:
    answer = await client.get("/sw.js")
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-type"].startswith("text/javascript")


async def test_a_page_lets_nothing_foreign_in_and_is_not_stored(client: httpx.AsyncClient) -> None:
    headers = (await client.get("/")).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"


async def test_a_language_asked_for_is_remembered(client: httpx.AsyncClient) -> None:
    assert '<html lang="vi">' in (await client.get("/")).text
    assert '<html lang="en">' in (await client.get("/?lang=en")).text
    assert '<html lang="en">' in (await client.get("/")).text
    assert '<html lang="vi">' in (await client.get("/?lang=xx", headers={"Cookie": "lang=yy"})).text


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("template", PAGES)
def test_every_page_can_be_said_in_every_language(template: str, lang: str) -> None:
    text = shell.render(template, lang, **PAGES[template])
    assert f'<html lang="{lang}">' in text
    assert not re.search(r"<script(?![^>]*\bsrc=)|\bon\w+=\"|\bstyle=|<style", text)


class _Ids(HTMLParser):
    """The sentences a page hands to its script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str | None] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids |= {value for name, value in attrs if name == "data-id"}


def test_every_sentence_a_script_says_is_on_its_page() -> None:
    chat = _Ids(shell.render("chat.html", "vi", **PAGES["chat.html"])).ids
    two = _Ids(shell.render("sample.html", "vi", **PAGES["sample.html"])).ids
    for module in MODULES:
        said = set(re.findall(r'word\("([\w-]+)"', module.read_text(encoding="utf-8")))
        assert said <= (two if module.name == "sample.js" else chat), module.name


def test_every_way_to_go_on_with_a_message_has_its_word() -> None:
    chat = _Ids(shell.render("chat.html", "vi", **PAGES["chat.html"])).ids
    view = (shell.STATIC / "view.js").read_text(encoding="utf-8")
    [offered] = re.findall(r"const offered = \{(.*?)\}\[", view, re.S)
    assert {f"web-{name}" for name in re.findall(r'"(\w+)"', offered) if name != "text"} <= chat


def test_the_worker_keeps_every_file_a_page_needs() -> None:
    worker = (shell.STATIC / "sw.js").read_text(encoding="utf-8")
    kept = set(re.findall(r'"([\w-]+\.(?:js|css|svg))"', worker))
    needed = {file.name for file in shell.STATIC.iterdir() if file.suffix in (".js", ".css", ".svg")}
    assert kept == needed - {"sw.js"}


def test_the_chat_page_asks_for_all_its_modules_at_once() -> None:
    text = shell.render("chat.html", "vi", **PAGES["chat.html"])
    asked = set(re.findall(r"/(\w+)\.js\"", text))
    needed, found = {"chat"}, {"chat"}
    while found:
        source = "".join((shell.STATIC / f"{name}.js").read_text(encoding="utf-8") for name in found)
        found = set(re.findall(r'from "\./(\w+)\.js"', source)) - needed
        needed |= found
    assert asked == needed


def test_the_whole_chat_weighs_little() -> None:
    assert sum(file.stat().st_size for file in shell.STATIC.iterdir()) < 96 * 1024


def test_every_sign_of_our_sentences_is_drawn() -> None:
    drawn = set(re.findall(r'^  "(.)": ', (shell.STATIC / "icons.js").read_text(), re.MULTILINE))
    said = "".join(file.read_text() for file in (ROOT / "messages" / "vi").glob("*.ftl"))
    assert not {one for one in said if unicodedata.category(one) == "So"} - drawn
