"""The clock on the page of the sample: what time it is there, and buttons that move it on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from messages import Say, catalogue, say
from web.shell import HEADERS, language_of

MAX_BODY = 200


class SampleClock(Protocol):
    """The sample's time, local."""

    async def read(self) -> tuple[datetime, Mapping[str, datetime]]:
        """Now, and where one may go from there, in order."""

    async def move(self, to: str) -> bool:
        """Go to one of these; False when it is none of them (any more)."""


def clock_routes(clock: SampleClock) -> list[BaseRoute]:
    """`/sample/clock`: GET says what it shows, POST `{"to": …}` moves it on."""

    async def read(request: Request) -> Response:
        return await _shown(clock, language_of(request))

    async def move(request: Request) -> Response:
        # A page elsewhere cannot send this content type without asking first, and nobody answers that.
        if request.headers.get("content-type") != "application/json":
            return JSONResponse({}, 415)
        try:
            to = json.loads(await _short(request))["to"]
        except (ValueError, KeyError, TypeError):
            return JSONResponse({}, 400)
        await clock.move(str(to))
        return await _shown(clock, language_of(request))

    return [Route("/sample/clock", read), Route("/sample/clock", move, methods=["POST"])]


async def _short(request: Request) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece[: MAX_BODY + 1 - len(body)]
    return bytes(body) if len(body) <= MAX_BODY else b""


async def _shown(clock: SampleClock, lang: str) -> Response:
    now, stops = await clock.read()
    words = catalogue(lang)
    shown = {
        "clock": words.render(say("web-clock", clock=_when(now))),
        "stops": [
            {"to": to, "words": words.render(say(f"web-clock-{to}", at=_when(at)))}
            for to, at in stops.items()
        ],
    }
    return JSONResponse(shown, headers=dict(HEADERS))


def _when(at: datetime) -> Say:
    return say("web-when", weekday=at.isoweekday(), date=f"{at:%d/%m/%Y}", time=f"{at:%H:%M}")
