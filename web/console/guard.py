"""Who may open a page of the desk: asked before every one, for all of them in one place.

A page is declared with what it shows (`thing`) and what is done there (`act`); the table of DOMAIN §11.5
(`domain/access.py`) says in which units the person may do that. In none: the page does not exist for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from hmac import compare_digest
from typing import Literal
from urllib.parse import parse_qsl, urlencode

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from domain.access import Act, Thing
from domain.console import form_token, has_desk
from office import signing_in
from office.access import Viewer, units_for, viewer
from storage import console as rows
from storage.console import SessionRow
from storage.database import DatabaseUnusableError
from web.asking import body_within, same_site
from web.console.asked import Asked, Console, View
from web.console.cookies import clear_session, keep_session, session_token
from web.console.look import HEADERS, wrong

MAX_FORM = 64 * 1024
ENTRANCE = "/ban/vao"
SECOND = "/ban/xac-thuc"
"""Where somebody is sent who has still to give the second factor."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path, what it shows (None: what is everybody's own), what is done there, and what draws it.
    `stage`: for whoever is "in", has still to give the "second" factor, or "either"."""

    path: str
    thing: Thing | None
    act: Act
    view: View
    method: Literal["GET", "POST"] = "GET"
    stage: Literal["in", "second", "either"] = "in"


@dataclass(frozen=True, slots=True)
class Known:
    """Who is asking: the session, the person, the units of the page, and whether what is sealed is theirs to
    read."""

    session: SessionRow
    who: Viewer
    units: frozenset[int]
    reads_sealed: bool


def guarded(console: Console, page: Page) -> Route:
    """The route of a page, which nobody opens who may not."""

    async def endpoint(request: Request) -> Response:
        try:
            return await _opened(console, page, request)
        except DatabaseUnusableError:
            return wrong(request, 503, "busy")

    endpoint.page = page  # type: ignore[attr-defined]  # a test walks the routes
    return Route(page.path, endpoint, methods=[page.method])


async def _opened(console: Console, page: Page, request: Request) -> Response:
    token, new = session_token(request, console.secure), False
    known = await console.database.reading(lambda c: known_as(c, console, page, token)) if token else None
    if known is None and console.guest is not None:
        token, new = await _as_guest(console), True
        known = await console.database.reading(lambda c: known_as(c, console, page, token))
    if known is None:
        return _outside(request, page, token, console)
    asked = Asked(request, console, known.session, known.who, known.units, token, known.reads_sealed)
    stage = "second" if known.session.second_at is None else "in"
    if page.stage not in (stage, "either"):
        return RedirectResponse("/ban" if stage == "in" else SECOND, 303, dict(HEADERS))
    if page.thing is not None and not known.units:
        return wrong(request, 404, "no-page", asked.lang)
    if page.method == "POST":
        form = await posted(request, form_token(token, console.key))
        if form is None:
            return wrong(request, 403, "not-ours", asked.lang)
        asked.form = form
    if signing_in.is_to_be_seen(known.session, asked.now):
        await console.database.ride(lambda c: rows.seen(c, known.session.id, asked.now))
    response = await page.view(asked)
    if new:
        keep_session(response, token, console.secure)
    return response


def known_as(connection: Connection, console: Console, page: Page, token: str) -> Known | None:
    """Who a session is, for a page; None once it has ended, or its person has no desk any more."""
    session = signing_in.session_of(connection, token, console.now())
    if session is None:
        return None
    today = console.now().astimezone(console.zone).date()
    who = viewer(connection, session.person_id, today)
    if not has_desk(who.roles):
        return None
    units = units_for(connection, who, page.thing, page.act) if page.thing else frozenset[int]()
    sealed = units if page.thing == "sealed" else units_for(connection, who, "sealed", "read")
    return Known(session, who, units, bool(sealed))


async def _as_guest(console: Console) -> str:
    """The sample's coordinator sits down without signing in; gives the token."""
    assert console.guest is not None
    person = await console.database.reading(console.guest)
    return (await console.do(lambda post: signing_in.begin(post, person))).token if person else ""


def _outside(request: Request, page: Page, token: str, console: Console) -> Response:
    """Nobody is signed in: to the page that says how, and from there back to the page asked for."""
    asks = {"toi": request.url.path} if page.method == "GET" else {}
    asks |= {"het": "1"} if token else {}
    query = f"?{urlencode(asks)}" if asks else ""
    response = RedirectResponse(f"{ENTRANCE}{query}", 303, dict(HEADERS))
    if token:
        clear_session(response, console.secure)
    return response


async def posted(request: Request, wanted: str) -> dict[str, str] | None:
    """A form of ours, sent from a page of ours; None for anything else."""
    origin, fetched = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    if not same_site(request) or (origin is None and fetched is None) or fetched not in (None, "same-origin"):
        return None
    body = await body_within(request, MAX_FORM)
    try:
        form = dict(parse_qsl((body or b"").decode(), keep_blank_values=True, max_num_fields=200))
    except ValueError:
        return None
    return form if compare_digest(form.get("csrf", "").encode(), wanted.encode()) else None
