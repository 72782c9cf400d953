"""The pages a collaborator meets: the door with its code, the chat, and the sample's two panes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from messages import say
from storage.sessions import Visitor
from web.sample_clock import SampleClock, clock_routes
from web.shell import error_page, language_of, page, remember_language, shell_routes


@dataclass(frozen=True, slots=True)
class Chat:
    """What the pages need of the running machine. `pane`: who sits at a pane of the sample, and speaks this
    language from now on; `unit_name`: the installation's first unit, or ""; `clock`: the sample's, where it
    can be moved; `unit_page`: where the unit the sample asked last would answer, if it owes an answer."""

    sample: bool
    max_file_mb: int
    visitor: Callable[[Request], Awaitable[Visitor | None]]
    pane: Callable[[str, str], Awaitable[Visitor | None]]
    unit_name: Callable[[], Awaitable[str]]
    clock: SampleClock | None
    unit_page: Callable[[], Awaitable[str | None]]


def chat_routes(chat: Chat) -> list[BaseRoute]:
    """`/`, `/chat`, `/join/CODE`, `/sample/…` and the shell's own files."""

    async def first(request: Request) -> Response:
        lang = language_of(request)
        if chat.sample:
            response: Response = page("sample.html", lang, sample=True, movable=chat.clock is not None)
        elif await chat.visitor(request) is not None:
            return RedirectResponse("/chat", 303)
        else:
            response = page("join.html", lang, unit=await chat.unit_name())
        remember_language(request, response)
        return response

    async def talk(request: Request) -> Response:
        visitor = await chat.visitor(request)
        if visitor is None and "code" not in request.path_params:
            return RedirectResponse("/", 303)
        return await _chat_page(request, chat, "/chat", visitor, request.path_params.get("code", ""))

    async def sample(request: Request) -> Response:
        seat = request.path_params["seat"]
        known = chat.sample and seat in ("collaborator", "duty")
        visitor = await chat.pane(seat, language_of(request)) if known else None
        if visitor is None:
            return await not_found(request, LookupError(seat))
        return await _chat_page(request, chat, f"/sample/{seat}", visitor, "")

    async def asked_unit(request: Request) -> Response:
        if not chat.sample:
            return await not_found(request, LookupError("unit"))
        return RedirectResponse(await chat.unit_page() or "/ban/phieu", 303)

    return [
        Route("/", first),
        Route("/chat", talk),
        Route("/join/{code}", talk),
        *(clock_routes(chat.clock) if chat.clock else ()),
        Route("/sample/unit", asked_unit),
        Route("/sample/{seat}", sample),
        *shell_routes(),
    ]


async def not_found(request: Request, error: Exception) -> Response:
    """An address we do not know, in words and with a way back."""
    return error_page(request, 404, say("web-not-found"))


async def _chat_page(request: Request, chat: Chat, base: str, visitor: Visitor | None, code: str) -> Response:
    lang = language_of(request)
    if visitor is not None and not chat.sample:
        lang = visitor.lang
    unit = visitor.unit if visitor else ""
    return page(
        "chat.html",
        lang,
        base=base,
        sample=chat.sample,
        join_code=code if code.isalpha() and len(code) == 10 else "",
        unit=unit or await chat.unit_name(),
        role=visitor.role if visitor else "",
        coordinates=bool(visitor and visitor.coordinates),
        last=0,
        mb=chat.max_file_mb,
    )
