"""What every page shares: templates, static files, the service worker, headers that keep a page to itself.

Static files live under a path that names their content (`/static/<version>/chat.js`), so that a browser may
keep them for ever, a changed file is never mixed with an old neighbour, and the modules can import each other
by relative paths.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from messages import LANGUAGES, Say, catalogue, say

if TYPE_CHECKING:
    from jinja2 import Environment

STATIC = Path(__file__).parent / "static"
TEMPLATES = Path(__file__).parent / "templates"

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' blob: data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "frame-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",  # the address of a page may be an invite link
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""Sent with every page. Nothing comes from elsewhere, nothing inline runs, no other site frames us."""

LANGUAGE_COOKIE = "lang"


@cache
def assets() -> str:
    """The path below which the static files of this release are served, e.g. `/static/3f9c…`."""
    digest = hashlib.sha256()
    for file in sorted(STATIC.rglob("*.*")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"/static/{digest.hexdigest()[:12]}"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # loaded with the first page

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, lang: str, **values: object) -> str:
    """The words of a page. Every template may use `say(id, **args)`, `lang`, `languages` and `assets`."""

    def words(id: str, **args: object) -> str:
        return catalogue(lang).render(say(id, **args))

    shared = {"say": words, "lang": lang, "languages": LANGUAGES, "assets": assets()}
    return _environment().get_template(template).render(shared | values)


def page(template: str, lang: str, status: int = 200, **values: object) -> HTMLResponse:
    """A page as a response with `HEADERS`."""
    return HTMLResponse(render(template, lang, **values), status, dict(HEADERS))


def error_page(request: Request, status: int, sentence: Say) -> HTMLResponse:
    """A page that says in words what is wrong and leads back to the first page."""
    lang = language_of(request)
    words = catalogue(lang).render(sentence)
    return page("error.html", lang, status, sentence=words, sample=is_sample(request))


def is_sample(request: Request) -> bool:
    """Whether the sample unit is asked, all of whose pages say that it is one."""
    return bool(getattr(request.app.state, "sample", False))


def language_of(request: Request) -> str:
    """The language a visitor without a session chose: `?lang=`, else the cookie, else Vietnamese."""
    asked = request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE)
    return asked if asked in LANGUAGES else LANGUAGES[0]


def remember_language(request: Request, response: Response) -> None:
    """Keep a language asked for by `?lang=` in a cookie."""
    asked = request.query_params.get("lang")
    if asked in LANGUAGES:
        keep_language(response, asked)


def keep_language(response: Response, lang: str) -> None:
    """Have this browser's pages in `lang` from now on."""
    response.set_cookie(LANGUAGE_COOKIE, lang, max_age=365 * 86400, httponly=True, samesite="lax")


class _Kept(StaticFiles):
    """Files that never change under their address."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if response.status_code == 200:
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
            response.headers["X-Content-Type-Options"] = "nosniff"
        return response


async def _worker(request: Request) -> Response:
    """The service worker, at the root so that it may serve every page; never kept by the browser."""
    headers = dict(HEADERS) | {"Cache-Control": "no-cache"}
    return FileResponse(STATIC / "sw.js", media_type="text/javascript", headers=headers)


async def _away(request: Request) -> Response:
    """The page the service worker shows for an address it does not know while there is no network."""
    return page("away.html", language_of(request), sample=is_sample(request))


def shell_routes() -> list[BaseRoute]:
    """Static files, the service worker (`/sw.js`) and the offline page (`/away`)."""
    return [
        Route("/sw.js", _worker),
        Route("/away", _away),
        Mount("/static/{version}", _Kept(directory=STATIC)),
    ]
