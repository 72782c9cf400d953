"""GET /lich/<token>.ics: a person's calendar of deadlines."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route


def feed_routes(feed: Callable[[str], Awaitable[bytes | None]]) -> list[BaseRoute]:
    """`feed` gives the file at a token, None where there is none."""

    async def lich(request: Request) -> Response:
        content = await feed(request.path_params["token"])
        if content is None:
            raise HTTPException(404)
        headers = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}
        return Response(content, media_type="text/calendar; charset=utf-8", headers=headers)

    return [Route("/lich/{token}.ics", lich, methods=["GET"])]
