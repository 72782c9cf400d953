"""The ways in and out: the link of the chat, the second factor, one's own sessions."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from domain.console import form_token, word_of
from domain.totp import address_of, read_secret
from messages import LANGUAGES
from office import signing_in
from office.signing_in import Entered
from storage import people
from storage.database import DatabaseUnusableError
from web.console.asked import Asked, Console
from web.console.cookies import browser_of, clear_session, keep_browser, keep_session
from web.console.guard import ENTRANCE, Page, posted
from web.console.look import HEADERS, outside, wrong
from web.shell import remember_language

_OURS = re.compile(r"/ban(/[\w-]+)*")

STATUS = {"gone": 410, "elsewhere": 403, "no-desk": 403}
"""What became of a link."""


def entrance_routes(console: Console) -> list[BaseRoute]:
    """`/ban/vao`: how one signs in; `/ban/vao/TOKEN`: the link that was sent."""

    async def how(request: Request) -> Response:
        browser, _ = browser_of(request, console.secure)
        onward = request.query_params.get("toi", "")
        response = outside(
            request,
            "entrance.html",
            word=word_of(browser, console.key),
            ended="het" in request.query_params,
            onward=onward if _OURS.fullmatch(onward) else "/ban",
        )
        keep_browser(response, browser, console.secure)
        remember_language(request, response)
        return response

    async def look(request: Request) -> Response:
        browser, _ = browser_of(request, console.secure)
        token, word, now = request.path_params["token"], word_of(browser, console.key), console.now()
        refused = await console.database.reading(lambda c: signing_in.looked_at(c, token, word, now))
        if refused:
            return wrong(request, STATUS[refused], f"link-{refused}")
        response = outside(request, "link.html", csrf=form_token(browser, console.key), token=token)
        keep_browser(response, browser, console.secure)
        return response

    async def enter(request: Request) -> Response:
        browser, _ = browser_of(request, console.secure)
        token, word = request.path_params["token"], word_of(browser, console.key)
        if await posted(request, form_token(browser, console.key)) is None:
            return wrong(request, 403, "not-ours")
        done = await console.do(lambda post: signing_in.enter(post, token, word))
        if not isinstance(done, Entered):
            return wrong(request, STATUS[done], f"link-{done}")
        response = RedirectResponse("/ban", 303, dict(HEADERS))
        keep_session(response, done.token, console.secure)
        return response

    return [
        Route(ENTRANCE, _while_it_works(how)),
        Route(f"{ENTRANCE}/{{token}}", _while_it_works(look)),
        Route(f"{ENTRANCE}/{{token}}", _while_it_works(enter), methods=["POST"]),
    ]


def _while_it_works(
    endpoint: Callable[[Request], Awaitable[Response]],
) -> Callable[[Request], Awaitable[Response]]:
    async def safe(request: Request) -> Response:
        try:
            return await endpoint(request)
        except DatabaseUnusableError:
            return wrong(request, 503, "busy")

    return safe


# -- the second factor -----------------------------------------------------------------------------


async def second(asked: Asked) -> Response:
    """Ask for a code; who has no authenticator yet is shown what to take over."""
    return await _ask_second(asked)


async def _ask_second(asked: Asked, status: int = 200, problem: str = "") -> Response:
    import segno  # seldom wanted, slow to load

    person = asked.session.person_id
    new = await asked.read(lambda c: signing_in.second_to_set_up(c, person))
    if new is None:
        return asked.page("second.html", status, problem=problem)
    address = address_of(read_secret(new.secret), "Báo Nhanh", asked.session.label)
    picture = segno.make(address, error="m").svg_inline(scale=5, border=2, omitsize=True, svgclass="qr")
    typed = " ".join(re.findall(".{1,4}", new.secret))
    return asked.page("second_new.html", status, problem=problem, picture=picture, typed=typed)


async def give_second(asked: Asked) -> Response:
    """Take the code. Recovery codes are shown here and never again."""
    given = asked.form.get("code", "")
    codes = await asked.do(lambda post: signing_in.give_second(post, asked.session, given))
    if codes is None:
        return await _ask_second(asked, 422, "console-second-wrong")
    return asked.page("codes.html", codes=codes) if codes else asked.back("/ban")


# -- sessions --------------------------------------------------------------------------------------


async def sessions(asked: Asked) -> Response:
    """Where one is signed in."""
    person = asked.session.person_id
    found = await asked.read(lambda c: signing_in.sessions_of(c, person, asked.now))
    return asked.page("sessions.html", sessions=found)


async def end_session(asked: Asked) -> Response:
    """Sign out at another browser."""
    ended = await asked.do(lambda post: signing_in.leave(post, asked.session.person_id, asked.number("id")))
    return asked.back("/ban/phien", "session-ended" if ended else "session-gone")


async def leave(asked: Asked) -> Response:
    """Sign out here."""
    await asked.do(lambda post: signing_in.leave(post, asked.session.person_id, asked.session.id))
    response = RedirectResponse(ENTRANCE, 303, dict(HEADERS))
    clear_session(response, asked.console.secure)
    return response


async def speak(asked: Asked) -> Response:
    """The person's language, here and in the chat."""
    lang = asked.form.get("lang", "")
    if lang in LANGUAGES:
        await asked.do(lambda post: people.change_person(post.connection, asked.session.person_id, lang=lang))
    return asked.back("/ban")


PAGES = (
    Page("/ban/xac-thuc", None, "read", second, "GET", "second"),
    Page("/ban/xac-thuc", None, "handle", give_second, "POST", "second"),
    Page("/ban/phien", None, "read", sessions),
    Page("/ban/phien/{id:int}", None, "handle", end_session, "POST"),
    Page("/ban/ra", None, "handle", leave, "POST", "either"),
    Page("/ban/ngon-ngu", None, "handle", speak, "POST", "either"),
)
