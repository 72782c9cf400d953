"""The clock on the page of the sample: what time it is there, and buttons that move it on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from domain.when import moment
from messages import catalogue, say
from web.asking import body_within, same_site
from web.shell import HEADERS, language_of

MAX_BODY = 200


class SampleClock(Protocol):
    """The sample's time. `zone` is the unit's."""

    zone: ZoneInfo

    async def read(self) -> tuple[datetime, Mapping[str, datetime]]:
        """Now, and where one may go from there, in order."""

    async def move(self, to: str) -> bool:
        """Go to one of these; False when it is none of them (any more)."""


def clock_routes(clock: SampleClock) -> list[BaseRoute]:
    """`/sample/clock`: GET says what it shows, POST `{"to": …}` moves it on."""

    async def read(request: Request) -> Response:
        return await _shown(clock, language_of(request))

    async def move(request: Request) -> Response:
        if not same_site(request):
            return JSONResponse({}, 403)
        try:
            to = json.loads(await body_within(request, MAX_BODY) or b"")["to"]
        except (ValueError, KeyError, TypeError):
            return JSONResponse({}, 400)
        await clock.move(str(to))
        return await _shown(clock, language_of(request))

    return [Route("/sample/clock", read), Route("/sample/clock", move, methods=["POST"])]


async def _shown(clock: SampleClock, lang: str) -> Response:
    now, stops = await clock.read()
    words = catalogue(lang)
    shown = {
        "clock": words.render(say("web-clock", clock=moment(now, clock.zone))),
        "stops": [
            {"to": to, "words": words.render(say(f"web-clock-{to}", at=moment(at, clock.zone)))}
            for to, at in stops.items()
        ],
    }
    return JSONResponse(shown, headers=dict(HEADERS))
