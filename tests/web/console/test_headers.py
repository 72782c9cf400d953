"""The headers of every page of the desk, word for word."""

from __future__ import annotations

import re

from tests.house import house
from tests.web.console.seats import seat, seated
from web.console.pages import PAGES

GOLDEN = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-robots-tag": "noindex",
    "cache-control": "no-store",
}


def told(answer):
    return {name: answer.headers.get(name) for name in GOLDEN}


async def test_every_page_is_kept_to_itself(sqlite_url):
    async with house(sqlite_url) as home:
        await home.app.end_streams()  # else one of them would never end
        for role in ("coordinator", "administrator", "observer"):
            async with seated(home, role) as desk:
                for page in PAGES:
                    if page.method == "GET":
                        answer = await desk.http.get(re.sub(r"{.*?}", "1", page.path))
                        assert told(answer) == GOLDEN, page.path
                        assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<style", answer.text)


async def test_so_are_the_entrance_refusals_and_answers_to_forms(sqlite_url):
    async with house(sqlite_url) as home, seat(home) as one, seated(home, "coordinator") as desk:
        answers = [
            await one.http.get("/ban/vao"),
            await one.http.get("/ban"),
            await one.http.get("/ban/vao/nothing"),
            await one.http.post("/ban/vao/nothing"),
            await desk.send("/ban/ra", csrf="wrong"),
            await desk.post("/ban/ngon-ngu", lang="en"),
            await desk.post("/ban/ra"),
        ]
        for answer in answers:
            assert told(answer) == GOLDEN, (answer.request.url, answer.status_code)


async def test_cookies_are_strict_hidden_and_of_this_host_alone_with_https(sqlite_url):
    async with house(sqlite_url, public_url="https://baonhanh.test") as home, seat(home) as one:
        answer = await one.http.get("https://baonhanh.test/ban/vao")
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith("__Host-ban-may=")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=lax"} <= set(cookie.split("; "))
