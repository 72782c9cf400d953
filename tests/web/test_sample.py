"""The desk and the unit's page of the sample are open to whoever looks; those of a real unit never are."""

from __future__ import annotations

import contextlib
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from bot.app import App
from bot.config import load
from bot.running import is_sample
from storage.database import Database
from tests.house import found_unit, house, plant, settings_for
from tests.web.console.seats import BASE, csrf_of

BANNER = {"vi": "Đơn vị mẫu, mọi số liệu đều giả.", "en": "Sample unit, all data made up."}
NOW = datetime(2026, 11, 26, 2, 30, tzinfo=UTC)


@contextlib.asynccontextmanager
async def served(url: str, folder: Path, *, sample: bool) -> AsyncIterator[httpx.AsyncClient]:
    """A browser before an installation on a database in which the sample was planted."""
    database = Database(url)
    settings = settings_for(url, folder, None)
    try:
        plant(database, settings, NOW)
        app = App(settings, database, lambda: NOW, sample=sample)
        async with (
            app.running(),
            httpx.AsyncClient(transport=httpx.ASGITransport(app.asgi), base_url=BASE) as http,
        ):
            yield http
    finally:
        database.close()


async def test_a_visitor_judges_at_the_desk_and_answers_as_the_unit_without_an_account(sqlite_url, tmp_path):
    async with served(sqlite_url, tmp_path, sample=True) as http:
        first = (await http.get("/")).text
        assert 'href="/ban"' in first and 'href="/sample/unit"' in first
        home = (await http.get("/ban")).text
        assert "<strong>1</strong> trả lời chờ duyệt" in home
        assert "<strong>1</strong> phiếu chuyển quá hạn" in home
        asked = await http.get("/sample/unit")
        path = asked.headers["location"]
        page = (await http.get(path)).text
        form = {"form": re.search(r'name="form" value="([^"]+)"', page)[1], "do": "accept"}
        assert (await http.post(path, data=form, headers={"Origin": BASE})).status_code == 303
        assert "PC-4: tiếp nhận" in (await http.get("/ban/van-de/5")).text
        waits = (await http.get("/ban/van-de/4")).text
        assert waits.count('<a href="/ban/phan-anh/') == 2
        key, seen = csrf_of(waits), re.search(r'name="seen" value="(\d+)"', waits)[1]
        told = {"csrf": key, "seen": seen, "told": "Xe gom hỏng, nay đã có xe thay, thu gom mỗi ngày."}
        done = await http.post("/ban/tra-loi/2/duyet", data=told, headers={"Origin": BASE})
        assert done.headers["location"].endswith("told=approved")


@pytest.mark.parametrize("lang", ["vi", "en"])
async def test_every_page_of_the_sample_says_that_it_is_one_in_the_visitors_language(
    sqlite_url, tmp_path, lang
):
    async with served(sqlite_url, tmp_path, sample=True) as http:
        http.cookies.set("lang", lang)
        await http.get("/sample/duty")  # the pane of the coordinator, whose desk speaks as they do
        unit = (await http.get("/sample/unit")).headers["location"]
        paths = {
            "/": 200, "/sample/collaborator": 200, "/sample/duty": 200, "/ban": 200, "/ban/van-de": 200,
            "/ban/van-de/4": 200, "/ban/phieu": 200, "/ban/vao": 200, "/ban/van-de/99": 404, unit: 200,
            unit[:-2]: 404, "/nowhere": 404,
        }  # fmt: skip
        for path, status in paths.items():
            answer = await http.get(path)
            assert answer.status_code == status, path
            assert BANNER[lang] in answer.text, path
        key = csrf_of((await http.get("/ban/van-de/4")).text)
        again = await http.post("/ban/van-de/4/ket-thuc", data={"csrf": key}, headers={"Origin": BASE})
        assert again.status_code == 422 and BANNER[lang] in again.text


async def test_a_real_unit_has_no_such_ways_in_even_where_the_sample_once_was(sqlite_url, tmp_path):
    async with served(sqlite_url, tmp_path, sample=False) as http:
        for path in ("/sample/unit", "/sample/duty", "/sample/collaborator"):
            assert (await http.get(path)).status_code == 404, path
        for path in ("/ban", "/ban/van-de/4", "/ban/phieu"):
            answer = await http.get(path)
            assert answer.status_code == 303 and answer.headers["location"].startswith("/ban/vao"), path
            assert "ban" not in http.cookies
        pages = [(await http.get(path)).text for path in ("/", "/ban/vao", "/nowhere")]
        assert not any(one in page for one in BANNER.values() for page in pages)


async def test_a_units_page_of_a_real_unit_is_no_sample(sqlite_url):
    async with house(sqlite_url) as home:
        transport = httpx.ASGITransport(home.app.asgi)
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as http:
            assert BANNER["vi"] not in (await http.get("/phieu/nothing")).text


def test_the_sample_ends_with_the_first_real_unit_or_token(tmp_path, sqlite_url):
    def settings(**given):
        return load(
            None, {"BAONHANH_DATABASE_URL": sqlite_url, "BAONHANH_DATA_FOLDER": str(tmp_path), **given}
        )

    assert is_sample(settings())
    assert not is_sample(settings(BAONHANH_TELEGRAM_TOKEN="1:x"))
    assert not is_sample(settings(BAONHANH_ZALO_TOKEN="1:x"))
    database = Database(sqlite_url)
    database.write_now(found_unit)
    database.close()
    assert not is_sample(settings())
